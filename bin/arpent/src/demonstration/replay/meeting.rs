//! A meeting is announced, people sign up and come, what they say at the tables is noted and read again.

use anyhow::{Context as _, Result};
use arpent_commons::commands::meetings;
use arpent_commons::commands::notes::{self, NewNote};
use arpent_commons::commands::outputs;
use arpent_commons::commands::sign_ups::{self, NewSignUp};
use arpent_commons::domain::decisions::Decision;
use arpent_commons::domain::meetings::{Meeting as Met, MeetingKind, MeetingSheet};
use arpent_commons::domain::options::PolicyOption;
use arpent_commons::domain::people::Capacity;
use arpent_core::Id;
use arpent_core::clock::paris;
use arpent_web::Caller;
use jiff::{SignedDuration, civil::Time};

use super::Replay;
use super::keys::Kind;
use super::territory::code;
use crate::demonstration::schema::{InitiativeFile, Meeting};

impl Replay<'_> {
    pub(super) async fn announce(&mut self, file: &InitiativeFile, meeting: &Meeting) -> Result<()> {
        let caller = self.facilitator(file).await?;
        let sheet = self.meeting_sheet(meeting)?;
        let id = self.allowed(meetings::prepare(&caller, self.initiative(file)?, &sheet).await)?;
        self.keys.put(Kind::Meeting, &file.initiative.key, &meeting.key, id);
        self.allowed(meetings::announce(&caller, id).await)?;
        for name in &meeting.signed_up {
            self.allowed(sign_ups::take(&self.public(), id, &seat(file, meeting, name)).await)?;
        }
        for name in &meeting.invited {
            self.allowed(sign_ups::invite(&caller, id, &seat(file, meeting, name)).await)?;
        }
        Ok(())
    }

    fn meeting_sheet(&self, meeting: &Meeting) -> Result<MeetingSheet> {
        let hour: Time = meeting.start.parse().with_context(|| meeting.start.clone())?;
        let start = self.day(meeting.day).to_datetime(hour).to_zoned(paris())?.timestamp();
        Ok(MeetingSheet {
            title: meeting.title.clone(),
            kind: code(MeetingKind::parse, &meeting.kind)?,
            agenda: meeting.text.clone(),
            place: meeting.place.clone(),
            area: Some(self.area(&meeting.commune)?),
            start,
            end: start.checked_add(SignedDuration::from_mins(meeting.duration_minutes))?,
            seats: meeting.capacity,
            guest_seats: meeting.guest_seats,
            point: meeting.point,
        })
    }

    pub(super) async fn meet(&self, file: &InitiativeFile, meeting: &Meeting) -> Result<()> {
        let caller = self.facilitator(file).await?;
        let id = self.meeting(file, meeting)?;
        let came: Result<Vec<(Capacity, i64)>> =
            meeting.came.iter().map(|(capacity, n)| Ok((code(Capacity::parse, capacity)?, *n))).collect();
        self.allowed(sign_ups::count_walk_ins(&caller, id, &came?).await)?;
        self.note(&caller, file, meeting, id).await?;
        if let Some(minutes) = &meeting.minutes {
            self.allowed(meetings::publish_minutes(&caller, id, 0, minutes, "").await)?;
        }
        self.allowed(meetings::hold(&caller, id).await)
    }

    async fn note(&self, caller: &Caller, file: &InitiativeFile, meeting: &Meeting, id: Id<Met>) -> Result<()> {
        let (mut proposed, mut kept) = (Vec::new(), Vec::new());
        for table in &meeting.table {
            for (n, said) in table.note.iter().enumerate() {
                let new = NewNote {
                    text: said.text.clone(),
                    capacity: code(Capacity::parse, &said.capacity)?,
                    table: table.label.clone(),
                    facilitator: table.facilitator.clone(),
                    submission: format!("{}-{}-{}-{n}", file.initiative.key, meeting.key, table.label),
                };
                let noted = self.allowed(notes::note(caller, id, &new).await)?;
                if said.stays { kept.push(noted.id) } else { proposed.push(noted.id) }
            }
        }
        for (chosen, propose) in [(proposed, true), (kept, false)] {
            if !chosen.is_empty() {
                self.allowed(notes::check(caller, id, &chosen, propose).await)?;
            }
        }
        Ok(())
    }

    pub(super) async fn come_out(&self, file: &InitiativeFile, meeting: &Meeting, output: &str) -> Result<()> {
        let caller = self.facilitator(file).await?;
        let option = self.keys.get::<PolicyOption>(Kind::Option, &file.initiative.key, output).map(Id::uuid);
        let decision = || self.keys.get::<Decision>(Kind::Decision, &file.initiative.key, output).map(Id::uuid);
        let record = option.or_else(|_| decision())?;
        self.allowed(outputs::add(&caller, self.meeting(file, meeting)?, record).await).map(drop)
    }

    fn meeting(&self, file: &InitiativeFile, meeting: &Meeting) -> Result<Id<Met>> {
        self.keys.get(Kind::Meeting, &file.initiative.key, &meeting.key)
    }
}

fn seat(file: &InitiativeFile, meeting: &Meeting, name: &str) -> NewSignUp {
    NewSignUp {
        name: name.to_owned(),
        email: String::new(),
        phone: String::new(),
        capacity: Capacity::Inhabitant,
        submission: format!("{}-{}-{name}", file.initiative.key, meeting.key),
    }
}
