//! Time as a parameter: nothing else in the product reads the machine's clock.

use std::sync::Mutex;

use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// Where "now" comes from.
pub trait Clock: Send + Sync {
    /// The present instant, in UTC.
    fn now(&self) -> Timestamp;

    /// The present day where the authority is.
    fn today(&self) -> Date {
        paris_date(self.now())
    }
}

/// The day an instant falls on in mainland France. Territories overseas will bring their own zone as a setting.
pub fn paris_date(at: Timestamp) -> Date {
    at.to_zoned(paris()).date()
}

/// Midnight at the start of a day in mainland France.
pub fn paris_midnight(day: Date) -> Timestamp {
    day.to_zoned(paris()).map_or(Timestamp::UNIX_EPOCH, |zoned| zoned.timestamp())
}

/// The zone of mainland France.
pub fn paris() -> TimeZone {
    TimeZone::get("Europe/Paris").unwrap_or(TimeZone::UTC)
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place where the machine's clock is read")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// A clock that stands still until told otherwise: tests, and the demonstration's past.
#[derive(Debug)]
pub struct FixedClock(Mutex<Timestamp>);

impl FixedClock {
    /// A clock showing `at`.
    pub const fn new(at: Timestamp) -> Self {
        Self(Mutex::new(at))
    }

    /// Moves the hands.
    pub fn set(&self, at: Timestamp) {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = at;
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_late_evening_in_utc_is_already_tomorrow_in_paris() {
        let at: Timestamp = "2026-06-30T23:30:00Z".parse().expect("instant");
        assert_eq!(paris_date(at).to_string(), "2026-07-01");
    }
}
