//! One proportion, and the difference of two.

use crate::distributions::{beta_quantile, chi_squared_upper, normal_quantile};
use crate::estimate::Interval;

/// So many successes among so many answers; there is at least one answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    successes: u64,
    n: u64,
}

/// How an interval of a proportion is computed from a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CountInterval {
    /// The score interval of Wilson (1927): the default, near its level from a dozen answers on.
    Wilson,
    /// Wilson's with the continuity correction, as R's `prop.test` writes it: half an answer, none when exactly half of
    /// the answers are successes.
    WilsonCorrected,
    /// The exact interval of Clopper & Pearson (1934): never under its level, often wider than needed.
    ClopperPearson,
    /// Equal tails of the posterior under Jeffreys' prior (Brown, Cai & DasGupta 2001): ends at 0 or 1 when all agree.
    Jeffreys,
    /// Wald's interval around Wilson's centre (Agresti & Coull 1998), cut to 0 and 1.
    AgrestiCoull,
}

/// Whether a χ² on counts is brought nearer to its discrete law by Yates' half unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Correction {
    /// As is.
    None,
    /// Half a unit less on each difference.
    Yates,
}

impl Count {
    /// None without answers, or with more successes than answers.
    pub fn new(successes: u64, n: u64) -> Option<Self> {
        (n > 0 && successes <= n).then_some(Self { successes, n })
    }

    /// The observed share.
    pub fn share(self) -> f64 {
        self.successes as f64 / self.n as f64
    }

    /// An interval at `level` (0.95 for 95 %), inside 0 and 1, also when no one or everyone agrees.
    pub fn interval(self, method: CountInterval, level: f64) -> Interval {
        let z = normal_quantile(f64::midpoint(1.0, level));
        match method {
            CountInterval::Wilson => self.wilson(z, 0.0),
            CountInterval::WilsonCorrected => {
                let from_half = (self.successes as f64 - self.n as f64 / 2.0).abs();
                self.wilson(z, from_half.min(0.5))
            }
            CountInterval::ClopperPearson => self.beta_interval(level, 1.0, 0.0),
            CountInterval::Jeffreys => self.jeffreys(level),
            CountInterval::AgrestiCoull => self.agresti_coull(z),
        }
    }

    fn wilson(self, z: f64, correction: f64) -> Interval {
        let shift = correction / self.n as f64;
        let (low, high) = (self.share() - shift, self.share() + shift);
        Interval {
            low: if low <= 0.0 { 0.0 } else { self.score_bound(low, z, -1.0) },
            high: if high >= 1.0 { 1.0 } else { self.score_bound(high, z, 1.0) },
        }
    }

    fn score_bound(self, share: f64, z: f64, side: f64) -> f64 {
        let n = self.n as f64;
        let half = z * z / (2.0 * n);
        (share + half + side * z * (share * (1.0 - share) / n + half / (2.0 * n)).sqrt()) / (1.0 + 2.0 * half)
    }

    /// Beta quantiles where the outer side of each end gains `outer` and the inner side `inner`.
    fn beta_interval(self, level: f64, outer: f64, inner: f64) -> Interval {
        let tail = (1.0 - level) / 2.0;
        let (yes, no) = (self.successes as f64, (self.n - self.successes) as f64);
        Interval {
            low: beta_quantile(tail, yes + inner, no + outer),
            high: beta_quantile(1.0 - tail, yes + outer, no + inner),
        }
    }

    fn jeffreys(self, level: f64) -> Interval {
        let inside = self.beta_interval(level, 0.5, 0.5);
        Interval {
            low: if self.successes == 0 { 0.0 } else { inside.low },
            high: if self.successes == self.n { 1.0 } else { inside.high },
        }
    }

    fn agresti_coull(self, z: f64) -> Interval {
        let n = self.n as f64 + z * z;
        let centre = (self.successes as f64 + z * z / 2.0) / n;
        let half = z * (centre * (1.0 - centre) / n).sqrt();
        Interval { low: (centre - half).max(0.0), high: (centre + half).min(1.0) }
    }

    fn variance(self) -> f64 {
        self.share() * (1.0 - self.share()) / self.n as f64
    }
}

/// Two independent proportions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TwoCounts {
    /// The first, from which the second is taken away.
    pub first: Count,
    /// The second.
    pub second: Count,
}

/// What a test of two proportions finds.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct TwoCountsTest {
    /// Pearson's χ² with one degree of freedom; zero when both groups all agree, or all disagree.
    pub chi_squared: f64,
    /// Its p-value.
    pub p: f64,
    /// First share less second.
    pub difference: f64,
    /// Wald's interval of the difference, as R's `prop.test` gives it, cut to −1 and 1.
    pub wald: Interval,
    /// Newcombe's (1998, method 10) from the two Wilson intervals: to be preferred with few answers or shares near the
    /// ends, never of width zero.
    pub newcombe: Interval,
}

impl TwoCounts {
    /// Compares the two shares at `level`.
    pub fn compare(self, correction: Correction, level: f64) -> TwoCountsTest {
        let difference = self.first.share() - self.second.share();
        let chi_squared = self.chi_squared(correction);
        TwoCountsTest {
            chi_squared,
            p: chi_squared_upper(chi_squared, 1.0),
            difference,
            wald: self.wald(correction, level),
            newcombe: self.newcombe(level),
        }
    }

    fn inverse_sizes(self) -> f64 {
        1.0 / self.first.n as f64 + 1.0 / self.second.n as f64
    }

    /// The largest correction that does not go past no difference.
    fn yates(self, correction: Correction) -> f64 {
        let difference = (self.first.share() - self.second.share()).abs();
        if correction == Correction::None { 0.0 } else { (difference / self.inverse_sizes()).min(0.5) }
    }

    fn chi_squared(self, correction: Correction) -> f64 {
        let (a, b) = (self.first, self.second);
        let pooled = (a.successes + b.successes) as f64 / (a.n + b.n) as f64;
        let variance = pooled * (1.0 - pooled);
        if variance == 0.0 {
            return 0.0;
        }
        let off = |group: Count| (group.successes as f64 - group.n as f64 * pooled).abs() - self.yates(correction);
        [a, b].into_iter().map(|group| off(group).powi(2) / (group.n as f64 * variance)).sum()
    }

    fn wald(self, correction: Correction, level: f64) -> Interval {
        let difference = self.first.share() - self.second.share();
        let z = normal_quantile(f64::midpoint(1.0, level));
        let half =
            z * (self.first.variance() + self.second.variance()).sqrt() + self.yates(correction) * self.inverse_sizes();
        Interval { low: (difference - half).max(-1.0), high: (difference + half).min(1.0) }
    }

    fn newcombe(self, level: f64) -> Interval {
        let [a, b] =
            [self.first, self.second].map(|group| (group.share(), group.interval(CountInterval::Wilson, level)));
        let difference = a.0 - b.0;
        Interval {
            low: difference - (a.0 - a.1.low).hypot(b.1.high - b.0),
            high: difference + (a.1.high - a.0).hypot(b.0 - b.1.low),
        }
    }
}
