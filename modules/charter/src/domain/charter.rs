//! A charter and its versions: written in the open, published once, in force for a period.

use arpent_commons::codes;
use arpent_commons::domain::initiative::Initiative;
use arpent_core::Id;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};

/// Months before its end at which a charter asks to be evaluated: once to prepare it, once more if nothing came.
pub const ALERTS: [i32; 2] = [12, 6];

codes! {
    /// Whether a version may still change.
    VersionState {
        /// Being written, read by everyone.
        Draft = "draft",
        /// Never changed any more.
        Published = "published",
    }
}

/// A charter.
#[derive(Debug, Clone)]
pub struct Charter {
    /// Its id.
    pub id: Id<Charter>,
    /// Its démarche.
    pub initiative: Id<Initiative>,
    /// Its title.
    pub title: String,
    /// What it is for.
    pub intent: String,
}

/// A version of a charter.
#[derive(Debug, Clone)]
pub struct Version {
    /// Its id.
    pub id: Id<Version>,
    /// Its charter.
    pub charter: Id<Charter>,
    /// From 1.
    pub number: i64,
    /// Draft or published.
    pub state: VersionState,
    /// First and last day, once published.
    pub period: Option<(Date, Date)>,
    /// The vote of the council.
    pub deliberation: String,
    /// Published at.
    pub published_at: Option<Timestamp>,
    /// When it was evaluated, and what was found.
    pub evaluated: Option<(Date, String)>,
}

impl Version {
    /// It may be changed.
    pub fn is_draft(&self) -> bool {
        self.state == VersionState::Draft
    }

    /// Its last day is past.
    pub fn is_over(&self, today: Date) -> bool {
        self.period.is_some_and(|(_, to)| to < today)
    }

    /// The days on which its evaluation is asked for, the farthest first.
    pub fn alerts(&self) -> Vec<Date> {
        let Some((_, to)) = self.period else { return Vec::new() };
        ALERTS.iter().filter_map(|months| to.checked_sub(months.months()).ok()).collect()
    }

    /// Which of [`ALERTS`] stands today: the version ends within so many months and was not evaluated.
    pub fn alert(&self, today: Date) -> Option<i32> {
        if self.evaluated.is_some() {
            return None;
        }
        let due = ALERTS.iter().zip(self.alerts()).filter(|(_, day)| *day <= today);
        due.map(|(months, _)| *months).min()
    }
}

/// The version everyone signs: the latest published.
pub fn in_force(versions: &[Version]) -> Option<&Version> {
    versions.iter().filter(|version| !version.is_draft()).max_by_key(|version| version.number)
}

/// The version being written.
pub fn draft(versions: &[Version]) -> Option<&Version> {
    versions.iter().find(|version| version.is_draft())
}

/// The published version before another one.
pub fn before(versions: &[Version], number: i64) -> Option<&Version> {
    versions.iter().filter(|version| !version.is_draft() && version.number < number).max_by_key(|v| v.number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use uuid::Uuid;

    fn version(number: i64, state: VersionState) -> Version {
        Version {
            id: Id::from_uuid(Uuid::from_u128(u128::try_from(number).expect("small"))),
            charter: Id::from_uuid(Uuid::nil()),
            number,
            state,
            period: (state == VersionState::Published).then(|| (date(2025, 1, 1), date(2029, 12, 31))),
            deliberation: String::new(),
            published_at: None,
            evaluated: None,
        }
    }

    #[test]
    fn the_latest_published_version_is_in_force_whatever_is_being_written() {
        use VersionState::{Draft, Published};
        let all = [version(1, Published), version(2, Published), version(3, Draft)];
        assert_eq!(in_force(&all).map(|v| v.number), Some(2));
        assert_eq!(draft(&all).map(|v| v.number), Some(3));
        assert_eq!(before(&all, 2).map(|v| v.number), Some(1));
        assert_eq!(before(&all, 1).map(|v| v.number), None);
    }

    #[test]
    fn an_evaluation_is_asked_for_twelve_then_six_months_before_the_end() {
        let mut one = version(1, VersionState::Published);
        assert_eq!(one.alert(date(2028, 12, 30)), None);
        assert_eq!(one.alert(date(2028, 12, 31)), Some(12));
        assert_eq!(one.alert(date(2029, 6, 30)), Some(6));
        one.evaluated = Some((date(2029, 1, 15), "Met three times".to_owned()));
        assert_eq!(one.alert(date(2029, 7, 1)), None);
    }

    #[test]
    fn the_last_day_is_still_within_the_period() {
        let one = version(1, VersionState::Published);
        assert!(!one.is_over(date(2029, 12, 31)) && one.is_over(date(2030, 1, 1)));
    }
}
