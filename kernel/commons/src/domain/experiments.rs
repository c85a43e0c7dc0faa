//! Experiments in their simplest form: what would prove it is fixed before the start, and judged by the interval.

use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_core::verdict::{Sample, ThresholdVerdict, against_threshold};
use arpent_web::{FieldProblem, Refusal};
use jiff::{Timestamp, civil::Date};

use super::initiative::Initiative;
use super::metrics::{Aim, Metric, MetricKind, at_least_one};
use super::options::PolicyOption;
use super::problems::Problems;
use super::text::{REASON, SHORT, TITLE, optional, required};
use crate::codes;
use crate::texts::Texts;

codes! {
    /// Where an experiment is in its life.
    ExperimentState {
        /// Being written.
        Draft = "draft",
        /// Frozen, not begun.
        Authorised = "authorised",
        /// Under way.
        Running = "running",
        /// Ended, its result not entered.
        Ended = "ended",
        /// Its result is known.
        Judged = "judged",
    }
}

/// What an experiment says before it starts.
#[derive(Debug, Clone)]
pub struct ExperimentSheet {
    /// In one line.
    pub title: String,
    /// If we do this, then that.
    pub hypothesis: String,
    /// What is measured.
    pub metric: Id<Metric>,
    /// Which way is better.
    pub aim: Aim,
    /// What must be reached, in the metric's unit (a proportion is between 0 and 1).
    pub threshold: f64,
    /// Observations needed.
    pub min_n: i64,
    /// How one will conclude, in words.
    pub verdict_rule: String,
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Date,
    /// Where.
    pub place: String,
    /// It changes how agents work: the opinion of their representatives comes before the decision.
    pub touches_work: bool,
    /// What it should change for users.
    pub user_metric: Option<Id<Metric>>,
    /// What it should change for agents.
    pub agent_metric: Option<Id<Metric>>,
    /// The option it tests.
    pub option: Option<Id<PolicyOption>>,
}

impl ExperimentSheet {
    /// Cleans and bounds every field.
    ///
    /// # Errors
    /// [`Refusal::Invalid`], every problem at once.
    pub fn checked(&self, kind: MetricKind) -> Result<Self, Refusal> {
        let mut p = Problems::default();
        let checked = Self {
            title: p.read(required(&self.title, "title", TITLE)),
            hypothesis: p.read(required(&self.hypothesis, "hypothesis", REASON)),
            verdict_rule: p.read(optional(&self.verdict_rule, "verdict_rule", REASON)),
            place: p.read(required(&self.place, "place", SHORT)),
            ..self.clone()
        };
        p.require(self.threshold_fits(kind), || {
            FieldProblem::new("threshold", "out-of-range", |l| Texts::new(l).loop_threshold_problem().into())
        });
        p.require(self.min_n >= 1, || at_least_one("min_n"));
        p.require(self.start <= self.end, || {
            FieldProblem::new("end_day", "period", |l| Texts::new(l).loop_end_problem().into())
        });
        p.done()?;
        Ok(checked)
    }

    fn threshold_fits(&self, kind: MetricKind) -> bool {
        match kind {
            MetricKind::Proportion => (0.0..=1.0).contains(&self.threshold),
            MetricKind::Mean => self.threshold.is_finite(),
        }
    }
}

/// Who authorised it, which froze it.
#[derive(Debug, Clone)]
pub struct Authorisation {
    /// The person.
    pub person: Option<Id<Person>>,
    /// As whom.
    pub role: String,
    /// When.
    pub at: Timestamp,
}

/// An experiment as stored.
#[derive(Debug, Clone)]
pub struct Experiment {
    /// Its id.
    pub id: Id<Experiment>,
    /// Its démarche.
    pub initiative: Id<Initiative>,
    /// What it says.
    pub sheet: ExperimentSheet,
    /// Its authorisation: nothing changes after it.
    pub authorised: Option<Authorisation>,
    /// The latest version of its result.
    pub result: Option<ExperimentResult>,
    /// Grows at each change.
    pub version: i64,
}

/// What was observed.
#[derive(Debug, Clone)]
pub struct ExperimentResult {
    /// 1, then one more at each correction.
    pub version: i64,
    /// In its sufficient statistics.
    pub sample: Sample,
    /// What is made of it, in words.
    pub text: String,
    /// Why the earlier value was wrong.
    pub reason: String,
    /// As whom it was entered.
    pub role: String,
    /// When.
    pub at: Timestamp,
}

impl Experiment {
    /// Where it is in its life on a day.
    pub fn state(&self, today: Date) -> ExperimentState {
        if self.result.is_some() {
            ExperimentState::Judged
        } else if self.authorised.is_none() {
            ExperimentState::Draft
        } else if today < self.sheet.start {
            ExperimentState::Authorised
        } else if today <= self.sheet.end {
            ExperimentState::Running
        } else {
            ExperimentState::Ended
        }
    }

    /// What the interval of the result says of the threshold.
    pub fn verdict(&self) -> Option<ThresholdVerdict> {
        let judge = |r: &ExperimentResult| {
            against_threshold(&r.sample, self.sheet.threshold, self.sheet.aim.direction(), self.sheet.min_n)
        };
        self.result.as_ref().map(judge)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use uuid::Uuid;

    fn sheet() -> ExperimentSheet {
        ExperimentSheet {
            title: "Essai".into(),
            hypothesis: "Si, alors".into(),
            metric: Id::from_uuid(Uuid::nil()),
            aim: Aim::Up,
            threshold: 0.65,
            min_n: 100,
            verdict_rule: String::new(),
            start: date(2026, 3, 2),
            end: date(2026, 3, 20),
            place: "Accueil".into(),
            touches_work: false,
            user_metric: None,
            agent_metric: None,
            option: None,
        }
    }

    #[test]
    fn a_share_is_judged_between_zero_and_one() {
        assert!(sheet().checked(MetricKind::Proportion).is_ok());
        let mistyped = ExperimentSheet { threshold: 65.0, ..sheet() };
        assert!(mistyped.checked(MetricKind::Proportion).is_err());
        assert!(mistyped.checked(MetricKind::Mean).is_ok());
    }

    #[test]
    fn its_life_follows_its_dates() {
        let at = Timestamp::UNIX_EPOCH;
        let authorised = Some(Authorisation { person: None, role: "manager".into(), at });
        let (id, initiative) = (Id::from_uuid(Uuid::nil()), Id::from_uuid(Uuid::nil()));
        let trial = Experiment { id, initiative, sheet: sheet(), authorised, result: None, version: 1 };
        let on = |day| trial.state(date(2026, 3, day));
        assert_eq!(
            [on(1), on(2), on(20), on(21)],
            [ExperimentState::Authorised, ExperimentState::Running, ExperimentState::Running, ExperimentState::Ended]
        );
    }
}
