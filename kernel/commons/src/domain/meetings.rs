//! Meetings (*rencontres*): seats, a waiting line, who came, what was noted, what is remembered.

use arpent_core::permission::Person;
use arpent_core::{Id, disclosure};
use arpent_web::{FieldProblem, Refusal};
use jiff::{SignedDuration, Timestamp};

use super::contribution::Channel;
use super::initiative::Initiative;
use super::people::{Area, Capacity};
use super::point::on_earth;
use super::problems::Problems;
use super::text::{REASON, SHORT, TITLE, optional, required};
use crate::codes;
use crate::texts::Texts;

/// How long names and addresses of those who signed up are kept after the meeting: the time to send them the minutes.
pub const KEPT: SignedDuration = SignedDuration::from_hours(24 * 90);
/// How long before a meeting begins, and after it ended, its door is kept.
pub const AROUND: SignedDuration = SignedDuration::from_hours(24);
/// Most seats a meeting counts.
pub const MOST_SEATS: i64 = 10_000;

codes! {
    /// What kind of meeting.
    MeetingKind {
        /// *Réunion publique*.
        PublicMeeting = "public_meeting",
        /// *Atelier*.
        Workshop = "workshop",
        /// *Sortie*.
        Outing = "outing",
        /// *Stand*, at a market or a fair.
        Stand = "stand",
        /// *Chantier participatif*.
        Worksite = "worksite",
        /// Another one.
        Other = "other",
    }
}

impl MeetingKind {
    /// How what is noted there reached the authority.
    pub const fn channel(self) -> Channel {
        match self {
            Self::Outing | Self::Stand | Self::Worksite => Channel::Outing,
            Self::PublicMeeting | Self::Workshop | Self::Other => Channel::Oral,
        }
    }
}

codes! {
    /// Where a meeting is in its life.
    MeetingState {
        /// Being prepared.
        Draft = "draft",
        /// People may sign up.
        Announced = "announced",
        /// It took place.
        Held = "held",
        /// It will not take place.
        Cancelled = "cancelled",
    }
}

codes! {
    /// What someone who signed up has.
    SignUpState {
        /// A seat.
        Confirmed = "confirmed",
        /// A place in the waiting line.
        Waiting = "waiting",
        /// Nothing any more: she gave it back.
        Cancelled = "cancelled",
    }
}

/// What a meeting says of itself.
#[derive(Debug, Clone, PartialEq)]
pub struct MeetingSheet {
    /// In one line.
    pub title: String,
    /// Which kind.
    pub kind: MeetingKind,
    /// What will be done there, one thing per line.
    pub agenda: String,
    /// Where, in words: a room, an address.
    pub place: String,
    /// In which commune or district.
    pub area: Option<Id<Area>>,
    /// Begins.
    pub start: Timestamp,
    /// Ends.
    pub end: Timestamp,
    /// Seats; 0 for as many as come.
    pub seats: i64,
    /// How many of them are kept for those who are invited by name.
    pub guest_seats: i64,
    /// Latitude and longitude (WGS 84), when it was pointed at.
    pub point: Option<(f64, f64)>,
}

impl MeetingSheet {
    /// Cleans and bounds every field.
    ///
    /// # Errors
    /// [`Refusal::Invalid`], every problem at once.
    pub fn checked(&self) -> Result<Self, Refusal> {
        let mut p = Problems::default();
        let checked = Self {
            title: p.read(required(&self.title, "title", TITLE)),
            agenda: p.read(optional(&self.agenda, "agenda", REASON)),
            place: p.read(required(&self.place, "place", SHORT)),
            ..self.clone()
        };
        p.require(self.start < self.end, || {
            FieldProblem::new("end", "period", |l| Texts::new(l).meeting_end_problem().into())
        });
        p.require((0..=MOST_SEATS).contains(&self.seats), || {
            FieldProblem::new("seats", "range", |l| Texts::new(l).meeting_seats_problem(MOST_SEATS))
        });
        p.require((0..=self.seats.max(0)).contains(&self.guest_seats), || {
            FieldProblem::new("guest_seats", "range", |l| Texts::new(l).meeting_guest_seats_problem().into())
        });
        p.require(self.point.is_none_or(on_earth), || {
            FieldProblem::new("point", "range", |l| Texts::new(l).point_problem().into())
        });
        p.done()?;
        Ok(checked)
    }

    /// What those who signed up must be told of when it changes.
    pub fn moves(&self, before: &Self) -> bool {
        (self.start, self.end, &self.place) != (before.start, before.end, &before.place)
    }
}

/// A meeting as stored.
#[derive(Debug, Clone)]
pub struct Meeting {
    /// Its id.
    pub id: Id<Meeting>,
    /// Its démarche.
    pub initiative: Id<Initiative>,
    /// What it says.
    pub sheet: MeetingSheet,
    /// Where it is in its life.
    pub state: MeetingState,
    /// Why it was cancelled; empty otherwise.
    pub reason: String,
    /// When it was prepared.
    pub created_at: Timestamp,
    /// When it last changed.
    pub changed_at: Timestamp,
    /// Grows at each change.
    pub version: i64,
}

/// Seats of a meeting that are taken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Taken {
    /// By those who signed up.
    pub open: i64,
    /// By those who were invited.
    pub guests: i64,
    /// How many wait.
    pub waiting: i64,
}

impl Taken {
    /// Everyone who holds or awaits a seat.
    pub const fn everyone(self) -> i64 {
        self.open + self.guests + self.waiting
    }
}

impl Meeting {
    /// People may sign up, or give their seat back.
    pub fn accepts(&self, now: Timestamp) -> bool {
        self.state == MeetingState::Announced && now < self.sheet.end
    }

    /// It is over, or will not be.
    pub fn is_past(&self, now: Timestamp) -> bool {
        self.state == MeetingState::Held || self.sheet.end <= now
    }

    /// It has begun and was not cancelled: what was said there can be written down.
    pub fn has_begun(&self, now: Timestamp) -> bool {
        self.state == MeetingState::Held || (self.state == MeetingState::Announced && self.sheet.start <= now)
    }

    /// Seats anyone may take; `None` when they are not counted.
    pub fn open_seats(&self) -> Option<i64> {
        (self.sheet.seats > 0).then(|| self.sheet.seats - self.sheet.guest_seats)
    }

    /// Seats left for anyone; `None` when they are not counted.
    pub fn free(&self, taken: Taken) -> Option<i64> {
        self.open_seats().map(|seats| (seats - taken.open).max(0))
    }

    /// Seats left among those kept for guests; `None` when seats are not counted.
    pub fn free_for_guests(&self, taken: Taken) -> Option<i64> {
        (self.sheet.seats > 0).then(|| (self.sheet.guest_seats - taken.guests).max(0))
    }

    /// What the next one in the line gets. Nobody passes those who wait.
    pub fn next(&self, taken: Taken) -> SignUpState {
        match self.free(taken) {
            Some(free) if free <= taken.waiting => SignUpState::Waiting,
            _ => SignUpState::Confirmed,
        }
    }

    /// People may be welcomed, and the list of those expected held on a phone: from a day before to a day after.
    pub fn is_at_the_door(&self, now: Timestamp) -> bool {
        let announced = matches!(self.state, MeetingState::Announced | MeetingState::Held);
        let since = self.sheet.start.saturating_sub(AROUND).unwrap_or(self.sheet.start);
        announced && since <= now && now <= self.sheet.end.saturating_add(AROUND).unwrap_or(self.sheet.end)
    }

    /// When names and addresses of those who signed up are erased.
    pub fn forgets_at(&self) -> Timestamp {
        self.sheet.end.checked_add(KEPT).unwrap_or(Timestamp::MAX)
    }
}

/// Someone who signed up.
#[derive(Debug, Clone)]
pub struct SignUp {
    /// Its id.
    pub id: Id<SignUp>,
    /// For which meeting.
    pub meeting: Id<Meeting>,
    /// In the order they came.
    pub position: i64,
    /// Her name as she gave it; empty once forgotten.
    pub name: String,
    /// Where to write to her.
    pub email: Option<String>,
    /// Where to call her.
    pub phone: Option<String>,
    /// In which capacity she comes.
    pub capacity: Capacity,
    /// Who, when she was signed in.
    pub person: Option<Id<Person>>,
    /// Her follow code.
    pub code: String,
    /// The language she wrote from.
    pub language: String,
    /// What she has.
    pub state: SignUpState,
    /// She was invited by name: her seat is one of those kept.
    pub invited: bool,
    /// When she came.
    pub present_at: Option<Timestamp>,
    /// When she signed up.
    pub created_at: Timestamp,
}

/// What is remembered of a meeting.
#[derive(Debug, Clone)]
pub struct Minutes {
    /// 1, then one more at each correction.
    pub version: i64,
    /// In words.
    pub text: String,
    /// Why the version before was wrong.
    pub reason: String,
    /// As whom it was published.
    pub role: String,
    /// When.
    pub at: Timestamp,
}

/// Who came, by capacity, in the order pages list them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attendance(pub Vec<(Capacity, i64)>);

impl Attendance {
    /// Sums what was noted and what was counted.
    pub fn of(counts: &[(Capacity, i64)]) -> Self {
        let sum = |c: Capacity| counts.iter().filter(|(capacity, _)| *capacity == c).map(|(_, n)| n).sum::<i64>();
        Self(Capacity::ALL.iter().map(|capacity| (*capacity, sum(*capacity))).collect())
    }

    /// Everyone who came.
    pub fn total(&self) -> i64 {
        self.0.iter().map(|(_, n)| n).sum()
    }

    /// As everyone may read it: small counts hidden, and those that would give them away.
    pub fn public(&self) -> Vec<(Capacity, disclosure::Shown)> {
        let counts: Vec<i64> = self.0.iter().map(|(_, n)| *n).collect();
        let shown = disclosure::suppress(&counts, disclosure::SMALL);
        self.0.iter().map(|(capacity, _)| *capacity).zip(shown).collect()
    }

    /// The total as everyone may read it.
    pub fn public_total(&self) -> disclosure::Shown {
        disclosure::total(&self.0.iter().map(|(_, n)| *n).collect::<Vec<_>>(), disclosure::SMALL)
    }
}

/// A telephone number as people write it; empty is none.
///
/// # Errors
/// Too few or too many digits, or other signs.
pub fn phone(typed: &str, field: &'static str) -> Result<Option<String>, FieldProblem> {
    let typed = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if typed.is_empty() {
        return Ok(None);
    }
    let digits = typed.chars().filter(char::is_ascii_digit).count();
    let known = typed.chars().all(|c| c.is_ascii_digit() || " +.-()".contains(c));
    if known && (6..=15).contains(&digits) {
        return Ok(Some(typed));
    }
    Err(FieldProblem::new(field, "format", |l| Texts::new(l).sign_up_phone_problem().into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use arpent_core::disclosure::Shown;
    use uuid::Uuid;

    fn meeting(seats: i64) -> Meeting {
        let sheet = MeetingSheet {
            title: "Atelier".into(),
            kind: MeetingKind::Workshop,
            agenda: String::new(),
            place: "Mairie".into(),
            area: None,
            start: "2026-12-05T17:00:00Z".parse().expect("an instant"),
            end: "2026-12-05T19:00:00Z".parse().expect("an instant"),
            seats,
            guest_seats: 0,
            point: None,
        };
        let (id, initiative) = (Id::from_uuid(Uuid::nil()), Id::from_uuid(Uuid::nil()));
        let (state, created_at) = (MeetingState::Announced, Timestamp::UNIX_EPOCH);
        let reason = String::new();
        Meeting { id, initiative, sheet, state, reason, created_at, changed_at: created_at, version: 1 }
    }

    const fn taken(open: i64, waiting: i64) -> Taken {
        Taken { open, guests: 0, waiting }
    }

    #[test]
    fn the_last_seat_is_given_once_and_nobody_passes_those_who_wait() {
        assert_eq!(meeting(20).next(taken(19, 0)), SignUpState::Confirmed);
        assert_eq!(meeting(20).next(taken(20, 0)), SignUpState::Waiting);
        assert_eq!(meeting(21).next(taken(20, 1)), SignUpState::Waiting);
        assert_eq!(meeting(0).next(taken(5_000, 0)), SignUpState::Confirmed);
    }

    #[test]
    fn seats_kept_for_guests_are_not_given_to_those_who_sign_up() {
        let mut meeting = meeting(40);
        meeting.sheet.guest_seats = 5;
        assert_eq!(meeting.free(taken(35, 0)), Some(0));
        assert_eq!(meeting.next(taken(35, 0)), SignUpState::Waiting);
        assert_eq!(meeting.free_for_guests(Taken { open: 35, guests: 4, waiting: 2 }), Some(1));
        meeting.sheet.guest_seats = 41;
        assert!(meeting.sheet.checked().is_err());
    }

    #[test]
    fn a_meeting_ends_after_it_begins_and_counts_its_seats() {
        let sheet = meeting(20).sheet;
        let wrong = MeetingSheet { end: sheet.start, seats: -1, place: " ".into(), ..sheet.clone() };
        let Err(Refusal::Invalid(problems)) = wrong.checked() else { panic!("accepted") };
        assert_eq!(problems.iter().map(|p| p.field).collect::<Vec<_>>(), ["place", "end", "seats"]);
        assert!(sheet.checked().is_ok());
    }

    #[test]
    fn small_groups_who_came_are_not_told_apart() {
        let came = Attendance::of(&[(Capacity::Inhabitant, 18), (Capacity::Elected, 2), (Capacity::Agent, 6)]);
        let public = came.public();
        let shown = |c: Capacity| public.iter().find(|(capacity, _)| *capacity == c).map(|(_, shown)| *shown);
        assert_eq!(shown(Capacity::Inhabitant), Some(Shown::Count(18)));
        assert_eq!([shown(Capacity::Elected), shown(Capacity::Agent)], [Some(Shown::Suppressed); 2]);
        assert_eq!(came.public_total(), Shown::Count(26));
    }

    #[test]
    fn a_number_is_kept_as_it_is_written() {
        assert_eq!(phone(" 06 12  34 56 78 ", "phone").ok().flatten().as_deref(), Some("06 12 34 56 78"));
        assert_eq!(phone("", "phone").ok(), Some(None));
        assert!(phone("demandez Paul", "phone").is_err());
    }
}
