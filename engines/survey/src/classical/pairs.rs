//! The same people asked twice a yes-or-no question.

use super::Correction;
use crate::distributions::{beta_upper, chi_squared_upper, normal_quantile};
use crate::estimate::Interval;

/// The pairs that changed: all that McNemar's test looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Discordant {
    /// Yes first, then no.
    pub yes_no: u64,
    /// No first, then yes.
    pub no_yes: u64,
}

impl Discordant {
    /// McNemar's χ² (1947) and its p-value; with Yates' correction, one unit less on the difference. Without any change
    /// the statistic is zero and p is one.
    pub fn mcnemar(self, correction: Correction) -> (f64, f64) {
        let changed = (self.yes_no + self.no_yes) as f64;
        let difference = self.yes_no.abs_diff(self.no_yes) as f64;
        if difference == 0.0 {
            return (0.0, 1.0);
        }
        let less = if correction == Correction::Yates { 1.0 } else { 0.0 };
        let chi_squared = (difference - less).powi(2) / changed;
        (chi_squared, chi_squared_upper(chi_squared, 1.0))
    }

    /// The exact p-value: under no change of opinion, each changed pair goes either way with equal chance. To be
    /// preferred under 25 changed pairs.
    pub fn exact_p(self) -> f64 {
        let (fewer, more) = (self.yes_no.min(self.no_yes) as f64, self.yes_no.max(self.no_yes) as f64);
        // P(X ≥ more) of a binomial of parameter 1/2 is an incomplete beta function.
        let tail = 1.0 - beta_upper(0.5, more, fewer + 1.0);
        (2.0 * tail).min(1.0)
    }
}

/// Pairs, changed or not; there is at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paired {
    changed: Discordant,
    n: u64,
}

impl Paired {
    /// None without pairs, or with more changes than pairs.
    pub fn new(changed: Discordant, n: u64) -> Option<Self> {
        (n > 0 && changed.yes_no + changed.no_yes <= n).then_some(Self { changed, n })
    }

    /// Second share less first.
    pub fn difference(self) -> f64 {
        (self.changed.no_yes as f64 - self.changed.yes_no as f64) / self.n as f64
    }

    /// The interval of the difference by Bonett & Price (2012): one pair more of each change, so that it never has a
    /// width of zero.
    pub fn interval(self, level: f64) -> Interval {
        let n = self.n as f64 + 2.0;
        let (up, down) = ((self.changed.no_yes as f64 + 1.0) / n, (self.changed.yes_no as f64 + 1.0) / n);
        let z = normal_quantile(f64::midpoint(1.0, level));
        let half = z * ((up + down - (up - down).powi(2)) / n).sqrt();
        Interval { low: (up - down - half).max(-1.0), high: (up - down + half).min(1.0) }
    }
}
