//! What a shift gave, told within fifteen days.

use arpent_core::clock::paris_date;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};

/// Days within which it must be written.
pub const DAYS: i64 = 15;

/// What a shift gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Debrief {
    /// 1, then one more at each correction.
    pub version: i64,
    /// Adults who came, team left out.
    pub adults: i64,
    /// Minors who came.
    pub minors: i64,
    /// How much was done.
    pub quantity: f64,
    /// Of what: `m²`, `arbres`.
    pub unit: String,
    /// In words.
    pub done: String,
    /// What went wrong; read by the team only.
    pub incident: String,
    /// Why the version before was wrong.
    pub reason: String,
    /// As whom it was written.
    pub role: String,
    /// When.
    pub at: Timestamp,
}

impl Debrief {
    /// Everyone who came.
    pub const fn came(&self) -> i64 {
        self.adults + self.minors
    }
}

/// The last day to write it.
pub fn due(end: Timestamp) -> Date {
    let day = paris_date(end);
    day.checked_add(DAYS.days()).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fifteen_days_are_counted_from_the_day_of_the_shift() {
        let end: Timestamp = "2026-11-14T16:00:00Z".parse().expect("an instant");
        assert_eq!(due(end), Date::constant(2026, 11, 29));
    }
}
