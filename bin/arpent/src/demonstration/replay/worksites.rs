//! Worksites: prepared, covered, published; people sign up; then what was done is told.

use std::collections::HashMap;

use anyhow::{Context as _, Result, anyhow};
use arpent_commons::domain::point;
use arpent_core::{Id, clock};
use arpent_web::Caller;
use arpent_worksites::commands::debriefs::{self, NewDebrief};
use arpent_worksites::commands::materials::{self, NewItem};
use arpent_worksites::commands::volunteers::{self, NewVolunteer};
use arpent_worksites::commands::{consents, shifts, worksites};
use arpent_worksites::domain::shift::ShiftSheet;
use arpent_worksites::domain::stock::Item;
use arpent_worksites::domain::volunteer::Band;
use arpent_worksites::domain::worksite::{Cover, Sheet};
use arpent_worksites::store::volunteers as people;
use jiff::Timestamp;
use jiff::civil::Time;

use super::Replay;
use super::keys::Kind;
use crate::demonstration::schema::{Debrief, InitiativeFile, Offset, Shift, Worksite, Worksites};

/// The names of the items, and their ids.
type Stock<'a> = HashMap<&'a str, Id<Item>>;

/// When what was done is told: in the evening.
const EVENING: Time = Time::constant(18, 30, 0, 0);

/// The key of a shift in the story.
fn key(worksite: usize, shift: usize) -> String {
    format!("{worksite}-{shift}")
}

impl Replay<'_> {
    pub(super) async fn publish_worksites(&mut self, file: &InitiativeFile, told: &Worksites) -> Result<()> {
        let by = self.acting(&told.by).await?;
        let mut stock = Stock::new();
        for item in &told.item {
            let new = NewItem { name: item.name.clone(), quantity: item.quantity, kept: item.kept.clone() };
            stock.insert(&item.name, self.allowed(materials::keep(&by, None, &new).await)?);
        }
        for (at, worksite) in told.worksite.iter().enumerate() {
            self.publish_worksite(file, &by, (at, worksite), (&stock, &told.guardian)).await?;
        }
        Ok(())
    }

    async fn publish_worksite(
        &mut self,
        file: &InitiativeFile,
        by: &Caller,
        (at, told): (usize, &Worksite),
        (stock, guardian): (&Stock<'_>, &str),
    ) -> Result<()> {
        let sheet = Sheet {
            title: told.title.clone(),
            organisation: Some(self.keys.get(Kind::Organisation, "", &told.organisation)?),
            lead_name: String::new(),
            place: told.place.clone(),
            point: point::read(&told.point),
            work: told.work.clone(),
            bring: told.bring.clone(),
            access: told.access.clone(),
        };
        let worksite = self.allowed(worksites::prepare(by, self.initiative(file)?, &sheet).await)?;
        let cover = Cover {
            insurer: told.insurer.clone(),
            contract: told.contract.clone(),
            deliberation: told.deliberation.clone(),
            deliberated_on: Some(self.day(told.deliberated_day)),
            safety: told.safety.clone(),
        };
        self.allowed(worksites::cover(by, worksite, &cover).await)?;
        let mut added = Vec::new();
        for shift in &told.shift {
            let id = self.allowed(shifts::add(by, worksite, &self.hours(shift)?).await)?;
            for booking in &shift.booking {
                let item = *stock.get(booking.item.as_str()).with_context(|| booking.item.clone())?;
                self.allowed(materials::book(by, id, item, booking.quantity).await)?;
            }
            added.push(id);
        }
        self.allowed(worksites::publish(by, worksite).await)?;
        for (n, (shift, id)) in told.shift.iter().zip(added).enumerate() {
            self.keys.put(Kind::Shift, "", &key(at, n), id);
            self.sign_up(by, shift, id, guardian).await?;
        }
        Ok(())
    }

    /// Adults first; the guardian of each minor signs the paper.
    async fn sign_up(
        &self,
        by: &Caller,
        shift: &Shift,
        id: Id<arpent_worksites::domain::shift::Shift>,
        guardian: &str,
    ) -> Result<()> {
        let adults = shift.adults.iter().map(|name| (name, Band::Adult));
        for (name, band) in adults.chain(shift.minors.iter().map(|name| (name, Band::Minor))) {
            let new = NewVolunteer {
                name: name.clone(),
                band: Some(band),
                submission: format!("{id}-{name}"),
                ..NewVolunteer::default()
            };
            let taken = self.allowed(volunteers::take(&self.public(), id, &new).await)?;
            if band == Band::Minor {
                self.allowed(consents::note_paper(by, &taken.code, guardian, "").await)?;
            }
        }
        Ok(())
    }

    fn hours(&self, shift: &Shift) -> Result<ShiftSheet> {
        let day = shift.day(self.today);
        let at = |hour: &str| -> Result<Timestamp> {
            let hour: Time = hour.parse().with_context(|| hour.to_owned())?;
            self.moment(day, hour)
        };
        Ok(ShiftSheet {
            start: at(&shift.start)?,
            end: at(&shift.end)?,
            capacity: shift.capacity,
            leaders: shift.leaders,
            minors_per_adult: shift.minors_per_adult,
        })
    }

    fn moment(&self, day: Offset, hour: Time) -> Result<Timestamp> {
        Ok(self.day(day).to_datetime(hour).to_zoned(clock::paris())?.timestamp())
    }

    pub(super) async fn debrief(&self, told: &Worksites, (at, n): (usize, usize)) -> Result<()> {
        let shift = told.worksite.get(at).and_then(|worksite| worksite.shift.get(n)).context("a shift")?;
        let debrief = shift.debrief.as_ref().ok_or_else(|| anyhow!("a debrief"))?;
        self.clock.set(self.moment(shift.day(self.today), EVENING)?);
        let by = self.acting(&told.by).await?;
        let id = self.keys.get(Kind::Shift, "", &key(at, n))?;
        self.welcome(&by, id, debrief).await?;
        let new = NewDebrief {
            version: 0,
            adults: Some(debrief.adults),
            minors: Some(debrief.minors),
            quantity: Some(debrief.quantity),
            unit: debrief.unit.clone(),
            done: debrief.done.clone(),
            incident: debrief.incident.clone(),
            reason: String::new(),
        };
        self.allowed(debriefs::write(&by, id, &new).await)
    }

    /// As many of each age as the debrief says, in the order they signed up.
    async fn welcome(
        &self,
        by: &Caller,
        id: Id<arpent_worksites::domain::shift::Shift>,
        debrief: &Debrief,
    ) -> Result<()> {
        let mut left = HashMap::from([(Band::Adult, debrief.adults), (Band::Minor, debrief.minors)]);
        for one in people::of_shift(&self.app.db, id).await? {
            let left = left.entry(one.band).or_default();
            if *left > 0 {
                *left -= 1;
                self.allowed(volunteers::welcome(by, &one.code, true).await)?;
            }
        }
        Ok(())
    }
}
