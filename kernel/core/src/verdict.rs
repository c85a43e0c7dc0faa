//! Verdicts by the interval's bound: on a threshold (did the experiment meet it?) and on a change (did it move?).
//!
//! Proportions: Wilson's score interval (E. B. Wilson, JASA 22, 1927) and, for a difference, the hybrid score interval
//! of R. G. Newcombe (Statistics in Medicine 17, 1998, method 10). Means: Student, and Welch for a difference
//! (B. L. Welch, Biometrika 34, 1947).

use statrs::distribution::{ContinuousCDF, StudentsT};

use crate::figure::Interval;

/// The 97.5 % quantile of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// What was observed, in its sufficient statistics.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Sample {
    /// `successes` among `n`.
    Proportion {
        /// How many had the property.
        successes: i64,
        /// How many were observed.
        n: i64,
    },
    /// A mean with its standard deviation.
    Mean {
        /// Arithmetic mean.
        mean: f64,
        /// Sample standard deviation (denominator n − 1).
        sd: f64,
        /// How many were observed.
        n: i64,
    },
}

impl Sample {
    /// `successes` among `n` observations.
    pub const fn proportion(successes: i64, n: i64) -> Self {
        Self::Proportion { successes, n }
    }

    /// A mean of `n` observations with standard deviation `sd`.
    pub const fn mean(mean: f64, sd: f64, n: i64) -> Self {
        Self::Mean { mean, sd, n }
    }

    /// Number of observations.
    pub const fn n(&self) -> i64 {
        match self {
            Self::Proportion { n, .. } | Self::Mean { n, .. } => *n,
        }
    }

    /// The estimate; 0 when nothing was observed.
    pub fn value(&self) -> f64 {
        match *self {
            Self::Proportion { n: 0, .. } => 0.0,
            Self::Proportion { successes, n } => successes as f64 / n as f64,
            Self::Mean { mean, .. } => mean,
        }
    }

    /// The 95 % interval of the estimate; `None` when there are too few observations to have one.
    pub fn interval(&self) -> Option<Interval> {
        match *self {
            Self::Proportion { successes, n } => (n > 0).then(|| wilson(successes, n)),
            Self::Mean { mean, sd, n } => (n > 1).then(|| {
                let half = student(n as f64 - 1.0) * sd / (n as f64).sqrt();
                Interval { low: mean - half, high: mean + half }
            }),
        }
    }
}

fn wilson(successes: i64, n: i64) -> Interval {
    let (x, n) = (successes as f64, n as f64);
    let p = x / n;
    let centre = (p + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
    let half = Z / (1.0 + Z * Z / n) * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    Interval { low: (centre - half).max(0.0), high: (centre + half).min(1.0) }
}

/// The 97.5 % quantile of Student's distribution; the normal one when `df` is unusable.
fn student(df: f64) -> f64 {
    StudentsT::new(0.0, 1.0, df).map_or(Z, |t| t.inverse_cdf(0.975))
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// More is better (share of letters understood).
    Up,
    /// Less is better (minutes waited).
    Down,
}

/// Did it reach the threshold set before it started?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThresholdVerdict {
    /// The whole interval lies on the good side.
    Met,
    /// The whole interval lies on the other side.
    NotMet,
    /// The interval straddles the threshold.
    NotConclusive,
    /// Fewer observations than the minimum set before the start.
    TooFew,
}

/// Judges a sample against a threshold by the bound of its interval, never by the point estimate.
pub fn against_threshold(sample: &Sample, threshold: f64, direction: Direction, min_n: i64) -> ThresholdVerdict {
    let Some(interval) = sample.interval().filter(|_| sample.n() >= min_n) else {
        return ThresholdVerdict::TooFew;
    };
    let (worst, best) = match direction {
        Direction::Up => (interval.low - threshold, interval.high - threshold),
        Direction::Down => (threshold - interval.high, threshold - interval.low),
    };
    if worst >= 0.0 {
        ThresholdVerdict::Met
    } else if best < 0.0 {
        ThresholdVerdict::NotMet
    } else {
        ThresholdVerdict::NotConclusive
    }
}

/// Did it move between two measures?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The difference goes the wanted way beyond chance.
    Improved,
    /// The whole interval of the difference lies within what the commitment calls no change.
    Unchanged,
    /// The difference goes the other way beyond chance.
    Worse,
    /// The data cannot tell: this is not a failure.
    NotConclusive,
}

/// A difference between two samples, with its interval and what it means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// After minus before, in the metric's unit.
    pub difference: f64,
    /// 95 % interval of the difference; `None` when the samples are too small or of different kinds.
    pub interval: Option<Interval>,
    /// What it means.
    pub verdict: Verdict,
}

/// Compares two independent samples. `margin` is the difference that people would not notice (same unit);
/// under `min_n` observations on either side the answer is "not conclusive".
pub fn compare(before: &Sample, after: &Sample, wanted: Direction, margin: f64, min_n: i64) -> Change {
    let difference = after.value() - before.value();
    let interval = difference_interval(before, after);
    let enough = before.n().min(after.n()) >= min_n;
    let verdict = match interval.filter(|_| enough) {
        None => Verdict::NotConclusive,
        Some(interval) => judge(interval, wanted, margin),
    };
    Change { difference, interval, verdict }
}

fn judge(interval: Interval, wanted: Direction, margin: f64) -> Verdict {
    if interval.low > 0.0 || interval.high < 0.0 {
        let up = interval.low > 0.0;
        if up == (wanted == Direction::Up) { Verdict::Improved } else { Verdict::Worse }
    } else if interval.low >= -margin && interval.high <= margin {
        Verdict::Unchanged
    } else {
        Verdict::NotConclusive
    }
}

fn difference_interval(before: &Sample, after: &Sample) -> Option<Interval> {
    match (*before, *after) {
        (Sample::Proportion { .. }, Sample::Proportion { .. }) => newcombe(before, after),
        (Sample::Mean { sd: s1, n: n1, .. }, Sample::Mean { sd: s2, n: n2, .. }) => {
            (n1 > 1 && n2 > 1).then(|| welch(after.value() - before.value(), (s1, n1 as f64), (s2, n2 as f64)))
        }
        _ => None,
    }
}

fn newcombe(before: &Sample, after: &Sample) -> Option<Interval> {
    let (i1, i2) = (before.interval()?, after.interval()?);
    let (p1, p2) = (before.value(), after.value());
    let d = p2 - p1;
    Some(Interval {
        low: d - ((p2 - i2.low).powi(2) + (i1.high - p1).powi(2)).sqrt(),
        high: d + ((i2.high - p2).powi(2) + (p1 - i1.low).powi(2)).sqrt(),
    })
}

fn welch(d: f64, (s1, n1): (f64, f64), (s2, n2): (f64, f64)) -> Interval {
    let (v1, v2) = (s1 * s1 / n1, s2 * s2 / n2);
    if v1 + v2 == 0.0 {
        return Interval { low: d, high: d };
    }
    let df = (v1 + v2).powi(2) / (v1 * v1 / (n1 - 1.0) + v2 * v2 / (n2 - 1.0));
    let half = student(df) * (v1 + v2).sqrt();
    Interval { low: d - half, high: d + half }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 5e-5
    }

    /// Newcombe 1998, table II, example (a): 56/70 against 48/80, method 10 gives 0.0524 to 0.3339.
    #[test]
    fn agrees_with_newcombe_published_example() {
        let change = compare(&Sample::proportion(48, 80), &Sample::proportion(56, 70), Direction::Up, 0.0, 30);
        let interval = change.interval.expect("two proportions");
        assert!(close(interval.low, 0.0524) && close(interval.high, 0.3339), "{interval:?}");
    }

    /// Newcombe 1998 (one sample), 81/263: Wilson without continuity correction gives 0.2553 to 0.3662.
    #[test]
    fn agrees_with_wilson_published_example() {
        let interval = Sample::proportion(81, 263).interval().expect("observed");
        assert!(close(interval.low, 0.2553) && close(interval.high, 0.3662), "{interval:?}");
    }

    #[test]
    fn student_interval_of_ten_observations_uses_nine_degrees_of_freedom() {
        let interval = Sample::mean(0.0, 10.0_f64.sqrt(), 10).interval().expect("observed");
        assert!(close(interval.high, 2.262_157), "{interval:?}");
    }

    #[test]
    fn a_threshold_inside_the_interval_is_not_conclusive() {
        assert_eq!(
            against_threshold(&Sample::proportion(38, 50), 0.70, Direction::Up, 30),
            ThresholdVerdict::NotConclusive
        );
    }

    #[test]
    fn fewer_observations_than_promised_is_said_as_such() {
        assert_eq!(against_threshold(&Sample::proportion(19, 19), 0.5, Direction::Up, 30), ThresholdVerdict::TooFew);
    }

    #[test]
    fn a_lower_waiting_time_meets_a_downward_threshold() {
        assert_eq!(against_threshold(&Sample::mean(11.0, 4.0, 80), 15.0, Direction::Down, 30), ThresholdVerdict::Met);
    }

    #[test]
    fn a_difference_that_excludes_zero_the_wrong_way_is_worse() {
        let change = compare(&Sample::mean(10.0, 2.0, 90), &Sample::mean(13.0, 2.0, 90), Direction::Down, 1.0, 30);
        assert_eq!(change.verdict, Verdict::Worse);
    }

    #[test]
    fn a_tight_interval_within_the_margin_is_unchanged() {
        let change = compare(&Sample::mean(10.0, 1.0, 900), &Sample::mean(10.05, 1.0, 900), Direction::Up, 0.5, 30);
        assert_eq!(change.verdict, Verdict::Unchanged);
    }

    #[test]
    fn samples_of_different_kinds_are_never_compared() {
        let change = compare(&Sample::mean(0.5, 0.1, 90), &Sample::proportion(80, 90), Direction::Up, 0.0, 30);
        assert_eq!((change.interval, change.verdict), (None, Verdict::NotConclusive));
    }
}
