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

#[cfg(test)]
mod tests {
    use super::*;

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
