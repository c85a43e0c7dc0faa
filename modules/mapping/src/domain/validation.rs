//! Peers confirm what one of them saw. The thresholds are settings of a programme; the defaults are those that GoGoCarto's
//! collaborative maps tested: 5 concordant votes, 10 to force, 0 against tolerated, 2 days at least, 15 at most.

use jiff::{SignedDuration, Timestamp};

/// How an inventory is confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds {
    /// Votes that agree, for an observation that has been there long enough.
    pub needed: i64,
    /// Votes that agree, however young it is.
    pub force: i64,
    /// Votes the other way that are tolerated.
    pub against: i64,
    /// Days it stays open at least, so that those who do not come every day can say no.
    pub days_least: i64,
    /// Days after which a validator is called.
    pub days_most: i64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { needed: 5, force: 10, against: 0, days_least: 2, days_most: 15 }
    }
}

/// What peers said so far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// They saw the same.
    pub yes: i64,
    /// They did not.
    pub no: i64,
}

/// What becomes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Others may still say.
    Open,
    /// Peers confirmed it.
    Confirmed,
    /// Peers refused it.
    Refused,
    /// They do not agree: a validator decides.
    Disputed,
    /// Too few came in time: a validator decides.
    Forgotten,
}

impl Thresholds {
    /// What becomes of an observation sent at `sent`, now.
    pub fn judge(&self, tally: Tally, sent: Timestamp, now: Timestamp) -> Verdict {
        let age = now.duration_since(sent);
        let days = |days: i64| SignedDuration::from_hours(days * 24);
        let enough = |votes: i64| votes >= self.force || (votes >= self.needed && age >= days(self.days_least));
        match (enough(tally.yes), enough(tally.no)) {
            (true, _) if tally.no <= self.against => Verdict::Confirmed,
            (_, true) if tally.yes <= self.against => Verdict::Refused,
            (true, _) | (_, true) => Verdict::Disputed,
            _ if age >= days(self.days_most) => Verdict::Forgotten,
            _ => Verdict::Open,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(yes: i64, no: i64, days: i64) -> Verdict {
        let sent: Timestamp = "2026-11-02T09:00:00Z".parse().expect("an instant");
        let now = sent.checked_add(SignedDuration::from_hours(days * 24)).expect("an instant");
        Thresholds::default().judge(Tally { yes, no }, sent, now)
    }

    #[test]
    fn five_that_agree_confirm_after_two_days_and_ten_at_once() {
        assert_eq!(
            [judged(5, 0, 1), judged(5, 0, 2), judged(4, 0, 14)],
            [Verdict::Open, Verdict::Confirmed, Verdict::Open]
        );
        assert_eq!(judged(10, 0, 0), Verdict::Confirmed);
    }

    #[test]
    fn the_other_way_round_they_refuse() {
        assert_eq!([judged(0, 5, 2), judged(0, 10, 0)], [Verdict::Refused, Verdict::Refused]);
    }

    #[test]
    fn one_voice_against_calls_a_validator() {
        assert_eq!([judged(5, 1, 2), judged(1, 5, 3), judged(12, 1, 0)], [Verdict::Disputed; 3]);
    }

    #[test]
    fn after_fifteen_days_a_validator_is_called() {
        assert_eq!(
            [judged(2, 0, 14), judged(2, 0, 15), judged(0, 0, 30)],
            [Verdict::Open, Verdict::Forgotten, Verdict::Forgotten]
        );
    }
}
