//! Confidence intervals of a proportion, a mean or a total under a design.

use crate::design::Design;
use crate::distributions::{beta_quantile, hypergeometric_lower, hypergeometric_upper, normal_quantile, t_quantile};
use crate::error::Error;
use crate::estimate::{Estimate, Interval};

/// How the interval of a proportion is made. Franco et al. (2019, JSSAM) compare them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Symmetrical on the scale `log p/(1−p)`, by the delta method (R's `xlogit`; `logit` is the same figure).
    #[default]
    Logit,
    /// Korn & Graubard (1998): Clopper-Pearson with the effective size, corrected for the degrees of freedom.
    Beta,
    /// Wilson (1927) with the effective size.
    Wilson,
    /// Symmetrical on the scale `asin √p`.
    Asin,
    /// Symmetrical (Wald); its bounds may leave 0..1.
    Mean,
    /// From the likelihood, scaled as Rao & Scott (1984) do, solved exactly: R reads it off a spline through a dozen
    /// points of an unfinished fit, up to 1e-5 away.
    Likelihood,
}

/// A proportion with what its interval needs.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Proportion {
    /// The estimate.
    pub estimate: Estimate,
    /// Units of the sample that Korn & Graubard's correction counts: those of the domain, or all of them once the weights
    /// are adjusted, as R does.
    pub rows: usize,
}

impl Proportion {
    /// Size of the simple random sample that would give this variance; `n` where the proportion is 0, 1 or fixed. It exceeds
    /// `n` where the design is better than a simple random sample, or the population small.
    pub fn effective_size(&self) -> f64 {
        let Estimate { value: p, variance, n, .. } = self.estimate;
        if unanimous(p) || fixed(p, variance) { n as f64 } else { p * (1.0 - p) / variance }
    }

    /// The interval at a level (0.95 for 95 %), by Student's law with the degrees of freedom of the estimate, the normal
    /// law where they are infinite. A proportion of 0 or 1 gets the exact interval of Clopper-Pearson for `n` answers: what
    /// R leaves undefined or of no width. A proportion that strata or margins fix has no width. Without degrees of
    /// freedom nothing is known: 0 to 1. Refuses a level outside 0..1.
    pub fn interval(&self, method: Method, level: f64) -> Result<Interval, Error> {
        let t = critical(level, self.estimate.df)?;
        let Estimate { value: p, variance, n, df } = self.estimate;
        if unanimous(p) {
            return Ok(clopper_pearson(p, n as f64, level));
        }
        if df <= 0.0 {
            return Ok(Interval { low: 0.0, high: 1.0 });
        }
        if fixed(p, variance) {
            return Ok(Interval { low: p, high: p });
        }
        let size = self.effective_size();
        Ok(match method {
            Method::Logit => logit(p, variance.sqrt(), t),
            Method::Asin => asin(p, variance.sqrt(), t),
            Method::Mean => around(p, variance.sqrt(), t),
            Method::Wilson => wilson(p, size, t),
            Method::Likelihood => likelihood(p, size * (n as f64 - 1.0) / n as f64, t),
            Method::Beta => {
                let ratio = critical(level, self.rows as f64 - 1.0)? / t;
                clopper_pearson(p, size * ratio * ratio, level)
            }
        })
    }
}

impl Design {
    /// The proportion of ones in a 0/1 column (missing where not a number). Refuses other values.
    pub fn proportion(&self, values: &[f64]) -> Result<Proportion, Error> {
        if let Some(unit) = values.iter().position(|v| !v.is_nan() && v * (v - 1.0) != 0.0) {
            return Err(Error::NotBinary { unit, value: values[unit] });
        }
        Ok(self.proportion_of(self.mean(values)?))
    }

    /// The proportion behind an estimate already made of a 0/1 column.
    pub fn proportion_of(&self, estimate: Estimate) -> Proportion {
        Proportion { estimate, rows: if self.is_adjusted() { self.units() } else { estimate.n } }
    }
}

impl Estimate {
    /// The symmetrical interval at a level; of no width where the variance is zero, boundless without degrees of freedom.
    pub fn interval(&self, level: f64) -> Result<Interval, Error> {
        let t = critical(level, self.df)?;
        Ok(if self.variance == 0.0 { around(self.value, 0.0, 0.0) } else { around(self.value, self.se(), t) })
    }

    /// The same by the normal law (R's `confint` unless told the degrees of freedom).
    pub fn normal_interval(&self, level: f64) -> Result<Interval, Error> {
        Self { df: f64::INFINITY, ..*self }.interval(level)
    }
}

/// Student's quantile for a two-sided interval; infinite without degrees of freedom.
pub(crate) fn critical(level: f64, df: f64) -> Result<f64, Error> {
    if !(level > 0.0 && level < 1.0) {
        return Err(Error::Probability(level));
    }
    let p = f64::midpoint(1.0, level);
    Ok(match df {
        df if df <= 0.0 => f64::INFINITY,
        df if df.is_infinite() => normal_quantile(p),
        df => t_quantile(p, df),
    })
}

fn unanimous(p: f64) -> bool {
    p <= 0.0 || p >= 1.0
}

/// Strata or margins leave it no variance but that of rounding.
fn fixed(p: f64, variance: f64) -> bool {
    variance <= 1e-18 * p * (1.0 - p)
}

fn around(centre: f64, se: f64, t: f64) -> Interval {
    Interval { low: centre - t * se, high: centre + t * se }
}

fn logit(p: f64, se: f64, t: f64) -> Interval {
    let back = |x: f64| 1.0 / (1.0 + (-x).exp());
    let Interval { low, high } = around((p / (1.0 - p)).ln(), se / (p * (1.0 - p)), t);
    Interval { low: back(low), high: back(high) }
}

/// Bounds beyond the ends of the scale are the ends.
fn asin(p: f64, se: f64, t: f64) -> Interval {
    let Interval { low, high } = around(p.sqrt().asin(), se / (2.0 * (p * (1.0 - p)).sqrt()), t);
    let back = |x: f64| x.clamp(0.0, std::f64::consts::FRAC_PI_2).sin().powi(2);
    Interval { low: back(low), high: back(high) }
}

fn wilson(p: f64, n: f64, t: f64) -> Interval {
    let shrink = 1.0 + t * t / n;
    let centre = (p + t * t / (2.0 * n)) / shrink;
    let half = t / shrink * (p * (1.0 - p) / n + t * t / (4.0 * n * n)).sqrt();
    Interval { low: (centre - half).max(0.0), high: (centre + half).min(1.0) }
}

/// Clopper & Pearson (1934), for a size that need not be whole.
pub(crate) fn clopper_pearson(p: f64, n: f64, level: f64) -> Interval {
    let tail = (1.0 - level) / 2.0;
    let (yes, no) = (n * p, n * (1.0 - p));
    let low = if yes <= 0.0 { 0.0 } else { beta_quantile(tail, yes, no + 1.0) };
    let high = if no <= 0.0 { 1.0 } else { beta_quantile(1.0 - tail, yes + 1.0, no) };
    Interval { low, high }
}

/// Where twice the fall of the binomial log-likelihood of `n` answers reaches `t²`, by bisection on each side.
fn likelihood(p: f64, n: f64, t: f64) -> Interval {
    let fall = |q: f64| 2.0 * n * (p * (p / q).ln() + (1.0 - p) * ((1.0 - p) / (1.0 - q)).ln());
    let side = |mut outside: f64| {
        let mut inside = p;
        for _ in 0..200 {
            let middle = f64::midpoint(inside, outside);
            *(if fall(middle) > t * t { &mut outside } else { &mut inside }) = middle;
        }
        inside
    };
    Interval { low: side(0.0), high: side(1.0) }
}

/// Exact interval of a share in a finite population after a simple random sample without replacement: the shares that
/// would not make the sample found improbable, by inverting the hypergeometric law, each tail at half of what the level
/// leaves. `successes` of `draws` answered yes, of `population` people. 38 of 38 in 62 gives 95.2 % to 100 %, never a
/// point. Refuses sizes that contradict each other.
pub fn finite_population_interval(successes: u64, draws: u64, population: u64, level: f64) -> Result<Interval, Error> {
    if !(level > 0.0 && level < 1.0) {
        return Err(Error::Probability(level));
    }
    if successes > draws || draws > population || draws == 0 {
        let sampled = usize::try_from(draws).unwrap_or(usize::MAX);
        return Err(Error::PopulationTooSmall { stage: 1, stratum: 0, sampled, population: population as f64 });
    }
    let tail = (1.0 - level) / 2.0;
    let likely_low = |all: u64| hypergeometric_upper(successes, population, all, draws) > tail;
    let likely_high = |all: u64| hypergeometric_lower(successes, population, all, draws) > tail;
    let (least, most) = (successes, population - (draws - successes));
    let low = (least..=most).find(|all| likely_low(*all)).unwrap_or(least);
    let high = (least..=most).rev().find(|all| likely_high(*all)).unwrap_or(most);
    Ok(Interval { low: low as f64 / population as f64, high: high as f64 / population as f64 })
}
