//! Bad marks at one place: a test one may look at as often as one likes.
//!
//! Answers keep neither hour nor order, so that "five in a row" cannot be read from them; and a rule that looks again after
//! each answer cries in the end, whatever people say. The likelihood ratio of Wald (1945, *Sequential tests of statistical
//! hypotheses*, Annals of Mathematical Statistics 16) asks only how many marks of a week are bad. While a place is as
//! ordinary as the protocol says, or better, the chance that the ratio ever passes 1/a is at most a, however often it is
//! looked at (Ville 1939). The risk that the protocol accepts is shared between all places, services and weeks of a wave
//! (Bonferroni), so that it holds for the wave as a whole. The test begins anew each week: good months do not hide a bad
//! one, and the week is all that is kept of when someone answered.

use super::protocol::Rules;

/// The test, for one place, one service and one week among many.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Marks {
    /// What a bad mark adds to the logarithm of the ratio.
    bad: f64,
    /// What a mark that is not bad takes away from it.
    good: f64,
    /// The logarithm from which someone is called.
    limit: f64,
    least: u64,
}

impl Marks {
    /// As the protocol rules it, for one of so many tests; `None` when its shares are in no order.
    pub fn of(rules: &Rules, tests: u64) -> Option<Self> {
        let (usual, alarming, risk) = (rules.bad_usual, rules.bad_alarming, rules.bad_false_alarm);
        let share = |value: f64| value > 0.0 && value < 1.0;
        let sound = share(usual) && share(alarming) && share(risk) && usual < alarming;
        sound.then(|| Self {
            bad: (alarming / usual).ln(),
            good: ((1.0 - usual) / (1.0 - alarming)).ln(),
            limit: (tests.max(1) as f64 / risk).ln(),
            least: u64::from(rules.bad_run),
        })
    }

    /// Whether these marks call for someone.
    pub fn call(self, bad: u64, all: u64) -> bool {
        let others = all.saturating_sub(bad);
        bad >= self.least && bad as f64 * self.bad - others as f64 * self.good >= self.limit
    }
}

#[cfg(test)]
mod tests {
    use arpent_core::{Chance as _, SeededChance};

    use super::*;

    fn rules() -> Rules {
        Rules { bad_run: 2, ..Rules::default() }
    }

    /// Whether a week of marks, bad with this chance, calls someone when it is looked at after each of them.
    fn cries(chance: &SeededChance, test: Marks, share: f64) -> bool {
        let mut bad = 0;
        (1..=300).any(|all| {
            let mut drawn = [0_u8; 4];
            chance.fill(&mut drawn);
            bad += u64::from(f64::from(u32::from_le_bytes(drawn)) / 4_294_967_296.0 < share);
            test.call(bad, all)
        })
    }

    #[test]
    fn looking_after_each_answer_does_not_raise_the_risk_that_the_protocol_accepts() {
        let (chance, test) = (SeededChance::new(11), Marks::of(&rules(), 1).expect("a test"));
        let weeks = 4_000;
        let false_alarms = (0..weeks).filter(|_| cries(&chance, test, 0.30)).count();
        // At most 5 %: 200 of 4,000, and four standard deviations of chance (55).
        assert!(false_alarms <= 255, "{false_alarms} of {weeks}");
        assert!(false_alarms > 0, "a test that never cries proves nothing");
        let heard = (0..200).filter(|_| cries(&chance, test, 0.70)).count();
        assert!(heard >= 195, "{heard} of 200 bad weeks are heard");
    }

    #[test]
    fn more_places_ask_for_more_marks() {
        let first = |tests: u64| {
            let test = Marks::of(&rules(), tests).expect("a test");
            (1..100).find(|bad| test.call(*bad, *bad)).expect("enough bad marks call")
        };
        assert_eq!((first(1), first(40)), (5, 10));
    }

    #[test]
    fn few_marks_call_nobody_and_shares_in_no_order_make_no_test() {
        let test = Marks::of(&Rules { bad_run: 20, ..rules() }, 1).expect("a test");
        assert!(!test.call(19, 19) && test.call(20, 20) && !test.call(20, 60));
        assert_eq!(Marks::of(&Rules { bad_usual: 0.6, ..rules() }, 1), None);
    }
}
