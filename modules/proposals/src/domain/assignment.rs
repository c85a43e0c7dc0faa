//! Who prepares an answer, and for when.

use arpent_commons::domain::contribution::Contribution;
use arpent_commons::domain::initiative::Theme;
use arpent_commons::domain::people::Unit;
use arpent_core::Id;
use arpent_core::permission::Person;
use jiff::Timestamp;
use jiff::civil::Date;

/// Longest note between colleagues, in characters.
pub const LONGEST_NOTE: usize = 1_000;

/// What is assigned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assigned {
    /// One contribution.
    Contribution(Id<Contribution>),
    /// A theme: its contributions, present and to come.
    Theme(Id<Theme>),
}

/// Work given to a unit, to a person, or to a person in a unit.
#[derive(Debug, Clone)]
pub struct Assignment {
    /// Its id.
    pub id: Id<Assignment>,
    /// The unit.
    pub unit: Option<Id<Unit>>,
    /// Its name.
    pub unit_name: Option<String>,
    /// The person.
    pub assignee: Option<Id<Person>>,
    /// Her name.
    pub assignee_name: Option<String>,
    /// For when; the promised day when empty.
    pub due_day: Option<Date>,
    /// Between colleagues, never published.
    pub note: String,
    /// Given at.
    pub assigned_at: Timestamp,
    /// Given back at.
    pub done_at: Option<Timestamp>,
    /// It comes from the theme.
    pub by_theme: bool,
}

/// The day an answer is due: the one chosen when the work was given, else the one promised to the author. A theme's day
/// does not bind what was said after it.
pub fn due_day(chosen: Option<Date>, said: Date, promised: Date) -> Date {
    chosen.filter(|day| *day >= said).unwrap_or(promised)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn without_a_chosen_day_the_promise_is_the_limit() {
        assert_eq!(due_day(None, date(2026, 1, 1), date(2026, 3, 2)), date(2026, 3, 2));
        assert_eq!(due_day(Some(date(2026, 2, 1)), date(2026, 1, 1), date(2026, 3, 2)), date(2026, 2, 1));
    }

    #[test]
    fn a_day_past_before_the_words_were_said_binds_nobody() {
        assert_eq!(due_day(Some(date(2026, 1, 1)), date(2026, 1, 5), date(2026, 3, 6)), date(2026, 3, 6));
    }
}
