//! Design-based t tests (R's `svyttest`).

use super::TestError;
use crate::design::Design;
use crate::distributions::{t_quantile, t_two_sided};
use crate::estimate::{Estimate, Interval};

/// The result of a t test.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct TTest {
    /// The mean, or the second group's mean less the first's.
    pub estimate: f64,
    /// Its standard error under the design.
    pub se: f64,
    /// `estimate / se`.
    pub t: f64,
    /// Degrees of freedom: clusters less strata among the answers, less one.
    pub df: f64,
    /// Two-sided p-value.
    pub p: f64,
    /// Interval of the estimate.
    pub interval: Interval,
    /// Answers used.
    pub n: usize,
}

/// Tests whether a mean is zero: that of the differences of pairs, for instance. One degree of freedom is taken away, as
/// R does. Refuses an empty or constant column.
pub fn one_sample_t(design: &Design, values: &[f64], level: f64) -> Result<TTest, TestError> {
    test(design.mean(values)?, level)
}

/// Tests whether two groups have the same mean: the second less the first. Units whose group is neither 0 nor 1 are left
/// out, keeping their place in the design. Refuses an empty group, or a difference without variance.
pub fn two_sample_t(design: &Design, values: &[f64], groups: &[u32], level: f64) -> Result<TTest, TestError> {
    let means = design.means_by(values, groups, 2);
    let filled = (0..2).filter(|group| groups.iter().zip(values).any(|(g, y)| g == group && !y.is_nan())).count();
    if filled < 2 {
        return Err(TestError::TooFewGroups(filled));
    }
    let difference = means?.contrast(&[-1.0, 1.0]);
    let answered = |unit: usize| groups[unit] < 2 && !values[unit].is_nan() && design.weights()[unit] > 0.0;
    let df = design.degrees_of_freedom_in(answered);
    test(Estimate { df, n: (0..design.units()).filter(|unit| answered(*unit)).count(), ..difference }, level)
}

fn test(estimate: Estimate, level: f64) -> Result<TTest, TestError> {
    let (se, df) = (estimate.se(), estimate.df - 1.0);
    if df <= 0.0 {
        return Err(TestError::NoDegreeOfFreedom(df));
    }
    if se == 0.0 {
        return Err(TestError::Constant);
    }
    let half = t_quantile(f64::midpoint(1.0, level), df) * se;
    let t = estimate.value / se;
    let interval = Interval { low: estimate.value - half, high: estimate.value + half };
    Ok(TTest { estimate: estimate.value, se, t, df, p: t_two_sided(t, df), interval, n: estimate.n })
}
