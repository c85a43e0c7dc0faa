//! Quantiles of a weighted sample, with intervals by inversion of a proportion's (Woodruff 1952) or of a score (Francisco
//! & Fuller 1991). The rule that turns steps into a number is always named: there are twelve in R.

mod rules;

use crate::design::Design;
use crate::error::Error;
use crate::estimate::Interval;
use crate::interval::{Method, critical};
pub use rules::QuantileRule;
use rules::Steps;

/// Where the interval of a quantile comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuantileInterval {
    /// The interval of the share at or below the estimate, carried back through the quantile rule.
    Woodruff(Method),
    /// The values at which the share above stops being compatible with the one asked for.
    Score,
}

/// A quantile with its uncertainty.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Quantile {
    /// The estimate.
    pub value: f64,
    /// Lower bound, none where the proportion's interval goes below zero.
    pub low: Option<f64>,
    /// Upper bound, none where it goes above one.
    pub high: Option<f64>,
    /// Half the width over Student's quantile, where both bounds exist.
    pub se: Option<f64>,
    /// Answers used.
    pub n: usize,
}

impl Design {
    /// The quantile of probability `p` of the answers. Refuses `p` or a level outside 0..1, and an empty base.
    pub fn quantile(
        &self,
        values: &[f64],
        p: f64,
        rule: QuantileRule,
        interval: QuantileInterval,
        level: f64,
    ) -> Result<Quantile, Error> {
        if !(0.0..=1.0).contains(&p) {
            return Err(Error::Probability(p));
        }
        let steps = Steps::new(values, &self.weights)?;
        let value = steps.quantile(p, rule);
        let at_most = self.proportion(&below(values, value))?;
        let t = critical(level, at_most.estimate.df)?;
        let (low, high) = match interval {
            QuantileInterval::Woodruff(method) => woodruff(&steps, rule, at_most.interval(method, level)?),
            QuantileInterval::Score => {
                let bound =
                    |t: f64| self.score(values, &steps, p, t).map(|at| steps.quantile(steps.share_to(at), rule));
                (Some(bound(t)?), Some(bound(-t)?))
            }
        };
        let se = low.zip(high).map(|(low, high)| (high - low) / (2.0 * t));
        Ok(Quantile { value, low, high, se, n: at_most.estimate.n })
    }

    /// The quantile alone, with other weights: what replicates ask for.
    pub fn quantile_of(values: &[f64], weights: &[f64], p: f64, rule: QuantileRule) -> Result<f64, Error> {
        Ok(Steps::new(values, weights)?.quantile(p, rule))
    }

    /// The value where the share above it, less `1 − p`, crosses `t` standard errors. The score jumps at each value: of
    /// the two sides of the jump that crosses, the one nearer to the limit is kept. R takes the unweighted share of the
    /// answers up to there back through the quantile rule, here it is the weighted one.
    fn score(&self, values: &[f64], steps: &Steps, p: f64, t: f64) -> Result<f64, Error> {
        let distinct = steps.distinct();
        let gap = |at: usize| -> Result<f64, Error> {
            let above: Vec<f64> =
                values.iter().map(|v| if v.is_nan() { *v } else { f64::from(*v > distinct[at]) }).collect();
            let share = self.mean(&above)?;
            let score = share.value - (1.0 - p);
            Ok(if share.variance == 0.0 { score * f64::INFINITY } else { score / share.se() - t })
        };
        let (mut low, mut high) = (0, distinct.len() - 1);
        if low == high {
            return Ok(distinct[0]);
        }
        while high - low > 1 {
            let middle = usize::midpoint(low, high);
            *(if gap(middle)? > 0.0 { &mut low } else { &mut high }) = middle;
        }
        let nearer_below = gap(low)?.abs() < gap(high)?.abs();
        Ok(distinct[if nearer_below { low } else { high }])
    }
}

fn below(values: &[f64], limit: f64) -> Vec<f64> {
    values.iter().map(|v| if v.is_nan() { *v } else { f64::from(u8::from(*v <= limit)) }).collect()
}

fn woodruff(steps: &Steps, rule: QuantileRule, share: Interval) -> (Option<f64>, Option<f64>) {
    let back = |p: f64| (0.0..=1.0).contains(&p).then(|| steps.quantile(p, rule));
    (back(share.low), back(share.high))
}
