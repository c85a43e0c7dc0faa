//! The promise of an answer, counted in days.

use jiff::civil::Date;

/// Where a promised day stands today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Promise {
    /// Kept: the answer came.
    Kept,
    /// So many days past the promise.
    Late(i64),
    /// Today is the day.
    Today,
    /// So many days are left.
    In(i64),
}

impl Promise {
    /// Compares a promised day with today.
    pub fn of(due: Date, today: Date, answered: bool) -> Self {
        if answered {
            return Self::Kept;
        }
        match days_between(today, due) {
            0 => Self::Today,
            left if left > 0 => Self::In(left),
            past => Self::Late(-past),
        }
    }

    /// The day is past and the answer has not come.
    pub const fn is_late(self) -> bool {
        matches!(self, Self::Late(_))
    }

    /// Days until the due day; negative once it is past, nothing once kept.
    pub const fn days(self) -> Option<i64> {
        match self {
            Self::Kept => None,
            Self::Late(days) => Some(-days),
            Self::Today => Some(0),
            Self::In(days) => Some(days),
        }
    }
}

/// Days from one day to another; negative when the second comes first.
fn days_between(from: Date, to: Date) -> i64 {
    to.since((jiff::Unit::Day, from)).map_or(0, |span| i64::from(span.get_days()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_promise_is_late_the_day_after() {
        let due = date(2026, 11, 23);
        assert_eq!(Promise::of(due, date(2026, 11, 21), false), Promise::In(2));
        assert_eq!(Promise::of(due, due, false), Promise::Today);
        assert_eq!(Promise::of(due, date(2026, 12, 3), false), Promise::Late(10));
    }

    #[test]
    fn an_answer_keeps_the_promise_whatever_the_day() {
        assert_eq!(Promise::of(date(2026, 1, 1), date(2026, 12, 31), true), Promise::Kept);
    }

    #[test]
    fn the_oldest_promise_comes_first() {
        let mut promises = [Promise::In(3), Promise::Late(2), Promise::Today, Promise::Late(9)];
        promises.sort_by_key(|promise| promise.days());
        assert_eq!(promises, [Promise::Late(9), Promise::Late(2), Promise::Today, Promise::In(3)]);
    }
}
