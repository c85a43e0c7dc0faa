//! The five steps of a budget and what is open on a day.

use arpent_commons::codes;
use jiff::civil::Date;

codes! {
    /// A step, in order.
    Step {
        /// *Idées*: anyone says what she wishes.
        Ideas = "ideas",
        /// *Instruction*: services say what is possible and at what cost.
        Study = "study",
        /// *Vote*.
        Vote = "vote",
        /// *Dépouillement*.
        Count = "count",
        /// *Réalisation*.
        Works = "works",
    }
}

/// A step with its days, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phase {
    /// Which one.
    pub step: Step,
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Date,
}

impl Phase {
    /// Whether a day is within it.
    pub fn holds(&self, day: Date) -> bool {
        self.start <= day && day <= self.end
    }
}

/// What is open on a day, and what comes next.
pub fn now_and_next(phases: &[Phase], day: Date) -> (Vec<Phase>, Option<Phase>) {
    let now = phases.iter().filter(|phase| phase.holds(day)).copied().collect();
    (now, phases.iter().filter(|phase| phase.start > day).min_by_key(|phase| phase.start).copied())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_between_two_steps_has_only_what_comes() {
        let phase = |step, start, end| Phase { step, start, end };
        let all = [
            phase(Step::Ideas, date(2026, 3, 1), date(2026, 3, 31)),
            phase(Step::Vote, date(2026, 6, 1), date(2026, 6, 15)),
        ];
        assert_eq!(now_and_next(&all, date(2026, 4, 2)), (vec![], Some(all[1])));
        assert_eq!(now_and_next(&all, date(2026, 3, 31)), (vec![all[0]], Some(all[1])));
        assert_eq!(now_and_next(&all, date(2026, 6, 16)), (vec![], None));
    }
}
