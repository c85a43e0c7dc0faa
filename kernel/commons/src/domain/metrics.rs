//! Metrics and measures: what is measured, when, on how many, from which source.

use arpent_core::Id;
use arpent_core::figure::Figure;
use arpent_core::verdict::{Direction, Sample};
use arpent_web::{FieldProblem, Refusal};
use jiff::{Timestamp, civil::Date};

use super::initiative::Initiative;
use super::problems::Problems;
use super::text::{REASON, SHORT, TITLE, optional, required};
use crate::codes;
use crate::texts::Texts;

/// Observations below which two measures are not compared, unless the metric says otherwise.
pub const USUAL_MIN_N: i64 = 30;
/// Change of a proportion that people would not notice, unless the metric says otherwise: five points.
pub const USUAL_MARGIN: f64 = 0.05;

codes! {
    /// What kind of number a metric gives.
    MetricKind {
        /// A share of the observations, between 0 and 1.
        Proportion = "proportion",
        /// An average.
        Mean = "mean",
    }
}

codes! {
    /// Which way is better.
    Aim {
        /// More is better.
        Up = "up",
        /// Less is better.
        Down = "down",
    }
}

impl Aim {
    /// As the verdicts know it.
    pub const fn direction(self) -> Direction {
        match self {
            Self::Up => Direction::Up,
            Self::Down => Direction::Down,
        }
    }
}

/// A metric to create.
#[derive(Debug, Clone)]
pub struct NewMetric {
    /// What is measured, in words.
    pub title: String,
    /// Unit of the value: `%`, `min`.
    pub unit: String,
    /// Kind of number.
    pub kind: MetricKind,
    /// Which way is better.
    pub aim: Aim,
    /// The smallest change that matters, in the unit (a proportion is between 0 and 1).
    pub margin: Option<f64>,
    /// Observations needed on each side of a comparison.
    pub min_n: Option<i64>,
    /// How it is measured.
    pub method: String,
}

impl NewMetric {
    /// The margin, the usual one when none is given.
    pub fn margin(&self) -> f64 {
        self.margin.unwrap_or(if self.kind == MetricKind::Proportion { USUAL_MARGIN } else { 0.0 })
    }

    /// Cleans and bounds every field.
    ///
    /// # Errors
    /// [`Refusal::Invalid`], every problem at once.
    pub fn checked(&self) -> Result<Self, Refusal> {
        let mut p = Problems::default();
        let unit_missing = self.kind == MetricKind::Mean;
        let unit = if unit_missing { required(&self.unit, "unit", SHORT) } else { optional(&self.unit, "unit", SHORT) };
        let checked = Self {
            title: p.read(required(&self.title, "title", TITLE * 2)),
            unit: p.read(unit),
            method: p.read(required(&self.method, "method", REASON)),
            ..self.clone()
        };
        let most = if self.kind == MetricKind::Proportion { 1.0 } else { f64::MAX };
        p.require((0.0..=most).contains(&self.margin()), || {
            FieldProblem::new("margin", "out-of-range", |l| Texts::new(l).loop_margin_problem().into())
        });
        p.require(self.min_n.is_none_or(|n| n >= 1), || at_least_one("min_n"));
        p.done()?;
        Ok(checked)
    }
}

/// A number of observations is at least one.
pub fn at_least_one(field: &'static str) -> FieldProblem {
    FieldProblem::new(field, "out-of-range", |l| Texts::new(l).loop_n_problem().into())
}

/// A metric as stored.
#[derive(Debug, Clone)]
pub struct Metric {
    /// Its id.
    pub id: Id<Metric>,
    /// Its démarche.
    pub initiative: Id<Initiative>,
    /// What is measured.
    pub title: String,
    /// Unit.
    pub unit: String,
    /// Kind of number.
    pub kind: MetricKind,
    /// Which way is better.
    pub aim: Aim,
    /// The smallest change that matters.
    pub margin: f64,
    /// Observations needed on each side of a comparison.
    pub min_n: i64,
    /// How it is measured.
    pub method: String,
    /// Grows at each change.
    pub version: i64,
}

/// What was observed, checked against the kind of its metric.
///
/// # Errors
/// [`Refusal::Invalid`] at the fields `n`, `successes`, `mean`, `sd`.
pub fn check_sample(sample: &Sample, kind: MetricKind) -> Result<(), Refusal> {
    let mut p = Problems::default();
    p.require(sample.n() >= 1, || at_least_one("n"));
    match *sample {
        Sample::Proportion { successes, n } => {
            p.require(kind == MetricKind::Proportion, || other_kind("successes"));
            p.require((0..=n.max(0)).contains(&successes), || {
                FieldProblem::new("successes", "out-of-range", |l| Texts::new(l).loop_successes_problem().into())
            });
        }
        Sample::Mean { mean, sd, .. } => {
            p.require(kind == MetricKind::Mean, || other_kind("mean"));
            p.require(mean.is_finite(), || number("mean"));
            p.require(sd.is_finite() && sd >= 0.0, || number("sd"));
        }
    }
    p.done()
}

fn other_kind(field: &'static str) -> FieldProblem {
    FieldProblem::new(field, "other-kind", |l| Texts::new(l).loop_kind_problem().into())
}

fn number(field: &'static str) -> FieldProblem {
    FieldProblem::new(field, "not-a-number", |l| Texts::new(l).loop_number_problem().into())
}

/// A measure to enter.
#[derive(Debug, Clone)]
pub struct NewMeasure {
    /// `Avant`, `Après`, a wave.
    pub label: String,
    /// First day observed.
    pub from: Date,
    /// Last day observed.
    pub to: Date,
    /// What was observed.
    pub sample: Sample,
    /// Where it comes from.
    pub source: String,
    /// How it was collected this time.
    pub method: String,
}

impl NewMeasure {
    /// Cleans and bounds every field.
    ///
    /// # Errors
    /// [`Refusal::Invalid`], every problem of the texts and the period at once.
    pub fn checked(&self, kind: MetricKind, today: Date) -> Result<Self, Refusal> {
        let mut p = Problems::default();
        let checked = Self {
            label: p.read(required(&self.label, "label", TITLE)),
            source: p.read(required(&self.source, "source", REASON)),
            method: p.read(optional(&self.method, "method", REASON)),
            ..self.clone()
        };
        p.require(self.from <= self.to && self.to <= today, || {
            FieldProblem::new("period_end", "period", |l| Texts::new(l).loop_period_problem().into())
        });
        p.done()?;
        check_sample(&self.sample, kind)?;
        Ok(checked)
    }
}

/// A measure as stored.
#[derive(Debug, Clone)]
pub struct Measure {
    /// Its id.
    pub id: Id<Measure>,
    /// What is measured.
    pub metric: Id<Metric>,
    /// The first value of the series; corrections share it.
    pub series: Id<Measure>,
    /// 1, then one more at each correction.
    pub version: i64,
    /// Its name.
    pub label: String,
    /// First day observed.
    pub from: Date,
    /// Last day observed.
    pub to: Date,
    /// What was observed.
    pub sample: Sample,
    /// Where it comes from.
    pub source: String,
    /// How it was collected.
    pub method: String,
    /// Why the earlier value was wrong.
    pub reason: String,
    /// As whom it was entered.
    pub role: String,
    /// Entered at.
    pub at: Timestamp,
    /// No correction came after it.
    pub current: bool,
}

impl Measure {
    /// The estimate with what makes it honest.
    pub fn figure(&self) -> Figure {
        Figure {
            value: self.sample.value(),
            n: self.sample.n(),
            from: self.from,
            to: self.to,
            source: self.source.clone(),
            interval: self.sample.interval(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_successes_than_observations_are_refused_at_their_field() {
        let Err(Refusal::Invalid(problems)) = check_sample(&Sample::proportion(12, 10), MetricKind::Proportion) else {
            panic!("accepted")
        };
        assert_eq!(problems[0].field, "successes");
    }

    #[test]
    fn a_mean_is_not_a_share() {
        assert!(check_sample(&Sample::mean(12.0, 3.0, 40), MetricKind::Proportion).is_err());
        assert!(check_sample(&Sample::mean(12.0, 3.0, 40), MetricKind::Mean).is_ok());
    }
}
