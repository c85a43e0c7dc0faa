//! Commitments: who does what by when, which measure should move, and what came of it. The state is computed from
//! the reports, never typed.

use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_core::verdict::{Change, compare};
use arpent_web::{FieldProblem, Refusal};
use jiff::{Timestamp, ToSpan as _, civil::Date};

use super::decisions::Decision;
use super::initiative::Initiative;
use super::metrics::{Measure, Metric, MetricKind};
use super::people::Organisation;
use super::problems::Problems;
use super::text::{REASON, SHORT, optional, required};
use crate::codes;
use crate::texts::Texts;

/// Days after the due day, or after the last report since, during which silence is not yet a lateness.
pub const GRACE_DAYS: i32 = 30;

codes! {
    /// Where a commitment stands.
    CommitmentState {
        /// Taken, nothing reported yet.
        Announced = "announced",
        /// A report says it is under way.
        InProgress = "in_progress",
        /// A report says it is done.
        Done = "done",
        /// Nothing was reported though it is due.
        Overdue = "overdue",
        /// Given up, with a reason.
        Withdrawn = "withdrawn",
    }
}

codes! {
    /// What a report says.
    ReportState {
        /// Under way.
        InProgress = "in_progress",
        /// Done.
        Done = "done",
    }
}

/// A commitment to take.
#[derive(Debug, Clone)]
pub struct NewCommitment {
    /// The decision it carries out.
    pub decision: Id<Decision>,
    /// Who commits itself.
    pub organisation: Id<Organisation>,
    /// What will be done.
    pub text: String,
    /// The metric that should move.
    pub metric: Option<Id<Metric>>,
    /// By how much, in words.
    pub expected_change: String,
    /// The value expected, in the metric's unit.
    pub expected_value: Option<f64>,
    /// By when.
    pub due: Date,
    /// The measure it starts from.
    pub before: Option<Id<Measure>>,
}

impl NewCommitment {
    /// Cleans and bounds every field.
    ///
    /// # Errors
    /// [`Refusal::Invalid`], every problem at once.
    pub fn checked(&self, kind: Option<MetricKind>, today: Date) -> Result<Self, Refusal> {
        let mut p = Problems::default();
        let checked = Self {
            text: p.read(required(&self.text, "text", REASON)),
            expected_change: p.read(optional(&self.expected_change, "expected_change", SHORT)),
            ..self.clone()
        };
        p.require(self.due > today, || {
            FieldProblem::new("due_day", "past", |l| Texts::new(l).loop_due_problem().into())
        });
        let fits =
            |value: f64| value.is_finite() && (kind != Some(MetricKind::Proportion) || (0.0..=1.0).contains(&value));
        p.require(self.expected_value.is_none_or(fits), || {
            FieldProblem::new("expected_value", "out-of-range", |l| Texts::new(l).loop_threshold_problem().into())
        });
        p.done()?;
        Ok(checked)
    }
}

/// A report on a commitment.
#[derive(Debug, Clone)]
pub struct Report {
    /// The day.
    pub day: Date,
    /// Under way or done.
    pub state: ReportState,
    /// What happened.
    pub text: String,
    /// Where one can check.
    pub proof: String,
    /// As whom it was written.
    pub role: String,
}

/// Why a commitment was given up.
#[derive(Debug, Clone)]
pub struct Withdrawal {
    /// The day.
    pub day: Date,
    /// Why.
    pub reason: String,
    /// As whom.
    pub role: String,
}

/// A commitment as stored.
#[derive(Debug, Clone)]
pub struct Commitment {
    /// Its id.
    pub id: Id<Commitment>,
    /// Its démarche.
    pub initiative: Id<Initiative>,
    /// The decision it carries out.
    pub decision: Id<Decision>,
    /// Who commits itself.
    pub organisation: Id<Organisation>,
    /// Its name.
    pub organisation_name: String,
    /// Who signed.
    pub holder: Id<Person>,
    /// Her name.
    pub holder_name: String,
    /// As whom.
    pub role: String,
    /// What will be done.
    pub text: String,
    /// The metric that should move.
    pub metric: Option<Id<Metric>>,
    /// By how much, in words.
    pub expected_change: String,
    /// The value expected.
    pub expected_value: Option<f64>,
    /// Signed on.
    pub signed: Date,
    /// Due on.
    pub due: Date,
    /// Given up.
    pub withdrawal: Option<Withdrawal>,
    /// Day and state of the latest report.
    pub last_report: Option<(Date, ReportState)>,
    /// Taken at.
    pub created_at: Timestamp,
}

impl Commitment {
    /// Where it stands on a day.
    pub fn state(&self, today: Date) -> CommitmentState {
        if self.withdrawal.is_some() {
            return CommitmentState::Withdrawn;
        }
        match self.last_report {
            Some((_, ReportState::Done)) => CommitmentState::Done,
            _ if today > self.silent_until() => CommitmentState::Overdue,
            Some(_) => CommitmentState::InProgress,
            None => CommitmentState::Announced,
        }
    }

    /// The day after which silence makes it overdue.
    pub fn silent_until(&self) -> Date {
        let since = self.last_report.map_or(self.due, |(day, _)| day.max(self.due));
        since.checked_add(GRACE_DAYS.days()).unwrap_or(Date::MAX)
    }
}

/// What a commitment moved: two measures of its metric, and what their difference says.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Before.
    pub before: Measure,
    /// After, once measured.
    pub after: Option<Measure>,
    /// The difference, once measured.
    pub change: Option<Change>,
}

impl Outcome {
    /// Compares by the metric's direction, margin and minimum.
    pub fn new(metric: &Metric, before: Measure, after: Option<Measure>) -> Self {
        let judge = |after: &Measure| {
            compare(&before.sample, &after.sample, metric.aim.direction(), metric.margin, metric.min_n)
        };
        let change = after.as_ref().map(judge);
        Self { before, after, change }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use uuid::Uuid;

    fn commitment(last_report: Option<(Date, ReportState)>) -> Commitment {
        let nil = Uuid::nil();
        Commitment {
            id: Id::from_uuid(nil),
            initiative: Id::from_uuid(nil),
            decision: Id::from_uuid(nil),
            organisation: Id::from_uuid(nil),
            organisation_name: "Agglomération".into(),
            holder: Id::from_uuid(nil),
            holder_name: "Ludivine".into(),
            role: "manager".into(),
            text: "Réécrire".into(),
            metric: None,
            expected_change: String::new(),
            expected_value: None,
            signed: date(2026, 1, 1),
            due: date(2026, 3, 1),
            withdrawal: None,
            last_report,
            created_at: Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn silence_thirty_days_after_the_due_day_is_a_lateness() {
        let silent = commitment(None);
        assert_eq!(silent.state(date(2026, 3, 31)), CommitmentState::Announced);
        assert_eq!(silent.state(date(2026, 4, 1)), CommitmentState::Overdue);
    }

    #[test]
    fn a_report_before_the_due_day_does_not_excuse_silence_after_it() {
        let said = commitment(Some((date(2026, 2, 1), ReportState::InProgress)));
        assert_eq!(said.state(date(2026, 3, 15)), CommitmentState::InProgress);
        assert_eq!(said.state(date(2026, 4, 1)), CommitmentState::Overdue);
    }

    #[test]
    fn a_late_report_buys_thirty_days() {
        let said = commitment(Some((date(2026, 3, 20), ReportState::InProgress)));
        assert_eq!(said.state(date(2026, 4, 19)), CommitmentState::InProgress);
        assert_eq!(said.state(date(2026, 4, 20)), CommitmentState::Overdue);
    }

    #[test]
    fn what_is_done_stays_done() {
        let done = commitment(Some((date(2026, 2, 1), ReportState::Done)));
        assert_eq!(done.state(date(2027, 1, 1)), CommitmentState::Done);
    }
}
