//! A shift (*séance*): a few hours of one day, seats, and how many minors for how many adults.

use arpent_commons::codes;
use arpent_commons::domain::meetings::KEPT;
use arpent_core::Id;
use arpent_core::clock::{paris, paris_date};
use jiff::Timestamp;
use jiff::civil::{Date, Time, Weekday};

use super::stock::Half;
use super::volunteer::Band;
use super::worksite::Worksite;

/// Most people a shift receives.
pub const MOST_SEATS: i64 = 500;
/// Most minors for one adult.
pub const MOST_MINORS: i64 = 12;
/// Until when a shift takes the morning's half-day, and from when the afternoon's.
const MIDDAY: Time = Time::constant(13, 0, 0, 0);

codes! {
    /// Where a shift is in its life.
    ShiftState {
        /// It will take place, or did.
        Planned = "planned",
        /// It was called off.
        Cancelled = "cancelled",
    }
}

codes! {
    /// In which part of the week: two came on a weekday, twenty-two signed up for the Saturday of the same worksite.
    PartOfWeek {
        /// Monday to Friday.
        Weekday = "weekday",
        /// Saturday and Sunday.
        Weekend = "weekend",
    }
}

/// What a shift says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShiftSheet {
    /// Begins.
    pub start: Timestamp,
    /// Ends, the same day.
    pub end: Timestamp,
    /// Seats for those who sign up.
    pub capacity: i64,
    /// Adults of the team.
    pub leaders: i64,
    /// Most minors for one adult; 0 when none is received.
    pub minors_per_adult: i64,
}

impl ShiftSheet {
    /// The day it takes place.
    pub fn day(&self) -> Date {
        paris_date(self.start)
    }

    /// In which part of the week it takes place.
    pub fn part_of_week(&self) -> PartOfWeek {
        match self.day().weekday() {
            Weekday::Saturday | Weekday::Sunday => PartOfWeek::Weekend,
            _ => PartOfWeek::Weekday,
        }
    }

    /// The half-days it takes.
    pub fn halves(&self) -> Vec<Half> {
        let hour = |at: Timestamp| at.to_zoned(paris()).time();
        let mut halves = Vec::new();
        if hour(self.start) < MIDDAY {
            halves.push(Half::Morning);
        }
        if hour(self.end) > MIDDAY {
            halves.push(Half::Afternoon);
        }
        halves
    }

    /// What those who come must be told of when it changes.
    pub fn moves(&self, before: &Self) -> bool {
        (self.start, self.end) != (before.start, before.end)
    }
}

/// Seats held, and people who wait.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Held {
    /// Adults with a seat.
    pub adults: i64,
    /// Minors with a seat, their guardian having consented or not yet.
    pub minors: i64,
    /// People in the waiting line.
    pub waiting: i64,
}

impl Held {
    /// Seats taken.
    pub const fn taken(self) -> i64 {
        self.adults + self.minors
    }
}

/// A shift as stored.
#[derive(Debug, Clone)]
pub struct Shift {
    /// Its id.
    pub id: Id<Shift>,
    /// Its worksite.
    pub worksite: Id<Worksite>,
    /// What it says.
    pub sheet: ShiftSheet,
    /// Where it is in its life.
    pub state: ShiftState,
    /// Why it was cancelled; empty otherwise.
    pub reason: String,
    /// When it was added.
    pub created_at: Timestamp,
    /// Grows at each change.
    pub version: i64,
}

impl Shift {
    /// Seats left.
    pub fn free(&self, held: Held) -> i64 {
        (self.sheet.capacity - held.taken()).max(0)
    }

    /// Minors who may still come with the adults who come.
    pub fn minors_left(&self, held: Held) -> i64 {
        (self.sheet.minors_per_adult * (self.sheet.leaders + held.adults) - held.minors).max(0)
    }

    /// Adults who lack for the minors who hold a seat: someone gave hers back.
    pub fn adults_lacking(&self, held: Held) -> i64 {
        if held.minors == 0 {
            return 0;
        }
        let needed = held
            .minors
            .checked_div(self.sheet.minors_per_adult)
            .map_or(held.minors, |whole| whole + i64::from(held.minors % self.sheet.minors_per_adult > 0));
        (needed - self.sheet.leaders - held.adults).max(0)
    }

    /// There is a seat for someone of this age.
    pub fn admits(&self, band: Band, held: Held) -> bool {
        self.free(held) > 0 && (band == Band::Adult || self.minors_left(held) > 0)
    }

    /// It is over, or will not be.
    pub fn is_past(&self, now: Timestamp) -> bool {
        self.sheet.end <= now
    }

    /// When names and addresses of those who signed up are erased.
    pub fn forgets_at(&self) -> Timestamp {
        self.sheet.end.checked_add(KEPT).unwrap_or(Timestamp::MAX)
    }
}

/// How many sign up in a part of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Habit {
    /// Which part.
    pub part: PartOfWeek,
    /// Over how many shifts.
    pub shifts: i64,
    /// How many people signed up in all.
    pub people: i64,
}

impl Habit {
    /// People for one shift, to the nearest.
    pub const fn mean(&self) -> i64 {
        (self.people + self.shifts / 2) / self.shifts
    }
}

/// Sums shifts, each with who signed up, by part of the week; a part without a shift is left out.
pub fn habits(shifts: impl Iterator<Item = (PartOfWeek, i64)>) -> Vec<Habit> {
    let mut all: Vec<Habit> = PartOfWeek::ALL.iter().map(|part| Habit { part: *part, shifts: 0, people: 0 }).collect();
    for (part, people) in shifts {
        for habit in all.iter_mut().filter(|habit| habit.part == part) {
            habit.shifts += 1;
            habit.people += people;
        }
    }
    all.retain(|habit| habit.shifts > 0);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn shift(start: &str, end: &str, capacity: i64) -> Shift {
        let at = |text: &str| text.parse().expect("an instant");
        let sheet = ShiftSheet { start: at(start), end: at(end), capacity, leaders: 1, minors_per_adult: 3 };
        let (id, worksite) = (Id::from_uuid(Uuid::nil()), Id::from_uuid(Uuid::nil()));
        let (state, reason, created_at) = (ShiftState::Planned, String::new(), Timestamp::UNIX_EPOCH);
        Shift { id, worksite, sheet, state, reason, created_at, version: 1 }
    }

    #[test]
    fn a_saturday_is_no_weekday_and_half_days_are_those_of_the_place() {
        let saturday = shift("2026-11-14T08:00:00Z", "2026-11-14T16:00:00Z", 20).sheet;
        assert_eq!(
            (saturday.part_of_week(), saturday.halves()),
            (PartOfWeek::Weekend, vec![Half::Morning, Half::Afternoon])
        );
        // Nine to one in the afternoon, then one to five, in Paris.
        let morning = shift("2026-11-12T08:00:00Z", "2026-11-12T12:00:00Z", 20).sheet;
        assert_eq!((morning.part_of_week(), morning.halves()), (PartOfWeek::Weekday, vec![Half::Morning]));
        assert_eq!(shift("2026-11-12T12:00:00Z", "2026-11-12T16:00:00Z", 20).sheet.halves(), [Half::Afternoon]);
    }

    #[test]
    fn two_on_a_weekday_and_twenty_two_on_the_saturday_are_told_apart() {
        let all = habits([(PartOfWeek::Weekday, 2), (PartOfWeek::Weekend, 22), (PartOfWeek::Weekend, 19)].into_iter());
        let told: Vec<_> = all.iter().map(|habit| (habit.part, habit.shifts, habit.mean())).collect();
        assert_eq!(told, [(PartOfWeek::Weekday, 1, 2), (PartOfWeek::Weekend, 2, 21)]);
    }

    #[test]
    fn minors_come_with_enough_adults_and_nobody_beyond_the_seats() {
        let shift = shift("2026-11-14T08:00:00Z", "2026-11-14T16:00:00Z", 6);
        let held = |adults, minors| Held { adults, minors, waiting: 0 };
        assert!(shift.admits(Band::Minor, held(0, 2)) && !shift.admits(Band::Minor, held(0, 3)));
        assert!(shift.admits(Band::Minor, held(1, 4)) && !shift.admits(Band::Adult, held(2, 4)));
        assert_eq!([held(0, 4), held(1, 4), held(0, 0)].map(|held| shift.adults_lacking(held)), [1, 0, 0]);
    }
}
