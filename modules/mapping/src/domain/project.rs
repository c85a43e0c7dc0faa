//! Projects: how far, with what money.

use arpent_commons::codes;
use jiff::civil::Date;

codes! {
    /// How far a project went.
    Stage {
        /// Someone proposes it.
        Idea = "idea",
        /// It is being studied.
        Study = "study",
        /// Its money was voted.
        Voted = "voted",
        /// It is being built.
        Works = "works",
        /// It is there.
        Done = "done",
        /// It was given up.
        Stopped = "stopped",
    }
}

/// An amount a budget line can hold, in cents: a hundred billion euros.
const MOST: i64 = 10_000_000_000_000;

/// Money, in cents.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Money {
    /// What the council voted.
    pub voted: i64,
    /// What contracts promise.
    pub committed: i64,
    /// What was paid.
    pub spent: i64,
}

impl Money {
    /// What is spent was committed, what is committed was voted.
    pub const fn is_sound(self) -> bool {
        0 <= self.spent && self.spent <= self.committed && self.committed <= self.voted
    }

    /// The sum of lines.
    pub fn sum(lines: impl IntoIterator<Item = Self>) -> Self {
        lines.into_iter().fold(Self::default(), |sum, line| Self {
            voted: sum.voted + line.voted,
            committed: sum.committed + line.committed,
            spent: sum.spent + line.spent,
        })
    }
}

/// One dated step of a project.
#[derive(Debug, Clone)]
pub struct Step {
    /// How far it was then.
    pub stage: Stage,
    /// What happened.
    pub text: String,
    /// When.
    pub day: Date,
}

/// Reads `1 234,50` as cents; nothing is zero.
pub fn cents(typed: &str) -> Option<i64> {
    let plain: String = typed.chars().filter(|sign| !sign.is_whitespace() && *sign != '€').collect();
    if plain.is_empty() {
        return Some(0);
    }
    let (whole, rest) = plain.split_once([',', '.']).unwrap_or((&plain, ""));
    let digits = |text: &str| text.chars().all(|sign| sign.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(rest) || rest.len() > 2 {
        return None;
    }
    let cents: i64 = format!("{rest:0<2}").parse().ok()?;
    whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(cents).filter(|sum| *sum <= MOST)
}

/// Cents as one types them again.
pub fn typed(cents: i64) -> String {
    if cents % 100 == 0 { (cents / 100).to_string() } else { format!("{},{:02}", cents / 100, cents % 100) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_to_the_cent_as_people_write_them() {
        let read = ["6 140 000", "1234,5", "0.05 €", "", "12\u{202f}000,50"].map(cents);
        assert_eq!(read, [Some(614_000_000), Some(123_450), Some(5), Some(0), Some(1_200_050)]);
        assert_eq!(["-3", "1,234,5", "1,234", "mille", "99999999999999999999"].map(cents), [None; 5]);
        assert_eq!([123_450, 600].map(typed), ["1234,50", "6"]);
    }

    #[test]
    fn money_is_not_spent_before_it_is_committed_nor_committed_before_it_is_voted() {
        let money = |voted, committed, spent| Money { voted, committed, spent };
        assert!(money(10, 10, 10).is_sound() && money(10, 0, 0).is_sound());
        assert!(!money(10, 11, 0).is_sound() && !money(10, 5, 6).is_sound() && !money(10, 5, -1).is_sound());
    }

    #[test]
    fn sixteen_projects_add_up_to_what_was_voted() {
        let lines =
            (0..16).map(|n: i64| Money { voted: if n < 8 { 38_000_000 } else { 38_750_000 }, committed: 0, spent: 0 });
        assert_eq!(Money::sum(lines).voted, 614_000_000);
    }
}
