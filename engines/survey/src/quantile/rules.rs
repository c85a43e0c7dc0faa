//! The twelve rules of R's `svyquantile`: three names of its own and Hyndman & Fan's nine (1996), with weights.

use crate::error::Error;

/// How a quantile is read from the steps of the weighted distribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuantileRule {
    /// The inverse of the distribution function (Hyndman & Fan's first).
    #[default]
    #[serde(alias = "hf1")]
    Math,
    /// The same with the middle of the flat parts, as schools teach (their second).
    #[serde(alias = "hf2")]
    School,
    /// Shah & Vaish (2006), as R computes it.
    Shahvaish,
    /// The even one at flat parts.
    Hf3,
    /// Straight lines between the steps.
    Hf4,
    /// Straight lines between the middles of the steps.
    Hf5,
    /// Straight lines, the last step as if once more.
    Hf6,
    /// Straight lines from the first value to the last.
    Hf7,
    /// Median unbiased.
    Hf8,
    /// Unbiased for a normal variable.
    Hf9,
}

/// Answers in order, with the weight up to each.
pub(super) struct Steps {
    values: Vec<f64>,
    weights: Vec<f64>,
    /// Running sums of weights.
    up_to: Vec<f64>,
}

impl Steps {
    /// Refuses an empty base; values without weight do not count.
    pub fn new(values: &[f64], weights: &[f64]) -> Result<Self, Error> {
        let counted = |(v, w): &(f64, f64)| !v.is_nan() && *w != 0.0;
        let mut pairs: Vec<(f64, f64)> = values.iter().copied().zip(weights.iter().copied()).filter(counted).collect();
        if pairs.is_empty() {
            return Err(Error::EmptyDomain);
        }
        pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
        Ok(Self::of_sorted(pairs))
    }

    fn of_sorted(pairs: Vec<(f64, f64)>) -> Self {
        let (values, weights): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
        let up_to = running_sums(&weights);
        Self { values, weights, up_to }
    }

    /// The values, each once, in order.
    pub fn distinct(&self) -> Vec<f64> {
        let mut out = self.values.clone();
        out.dedup();
        out
    }

    /// Weighted share of the answers up to a value. Weights are first divided by the largest, so that equal ones count
    /// answers to the last digit.
    pub fn share_to(&self, value: f64) -> f64 {
        let largest = self.weights.iter().fold(0.0_f64, |most, w| most.max(*w));
        let relative: Vec<f64> = self.weights.iter().map(|w| w / largest).collect();
        let reached = self.values.partition_point(|v| *v <= value);
        running_sums(&relative[..reached]).last().copied().unwrap_or(0.0) / running_sums(&relative)[self.last()]
    }

    /// Equal values made one.
    fn tied(&self) -> Self {
        let mut pairs: Vec<(f64, f64)> = Vec::new();
        for (&value, &weight) in self.values.iter().zip(&self.weights) {
            match pairs.last_mut() {
                Some(last) if last.0 >= value => last.1 += weight,
                _ => pairs.push((value, weight)),
            }
        }
        Self::of_sorted(pairs)
    }

    fn last(&self) -> usize {
        self.values.len() - 1
    }

    fn total(&self) -> f64 {
        self.up_to[self.last()]
    }

    pub fn quantile(&self, p: f64, rule: QuantileRule) -> f64 {
        let n = self.values.len() as f64;
        let (total, end) = (self.total(), self.weights[self.last()]);
        let before = |i: usize| self.up_to[i] - self.weights[i];
        match rule {
            QuantileRule::Math => self.stepped(p, |low, _, _| low),
            QuantileRule::School => self.stepped(p, |low, high, _| f64::midpoint(low, high)),
            QuantileRule::Hf3 => self.tied().stepped(p, |low, high, even| if even { low } else { high }),
            QuantileRule::Hf4 => self.interpolated(p),
            QuantileRule::Hf5 => self.along(p, |i| (self.up_to[i] - self.weights[i] / 2.0) / total),
            QuantileRule::Hf6 => self.along(p, |i| self.up_to[i] / (total + end)),
            QuantileRule::Hf7 => self.along(p, |i| before(i) / before(self.last())),
            QuantileRule::Hf8 => self.along(p, |i| (before(i) + 2.0 * self.up_to[i]) / 3.0 / (total + end / 3.0)),
            QuantileRule::Hf9 => self.along(p, |i| (3.0 * before(i) + 5.0 * self.up_to[i]) / 8.0 / (total + end / 4.0)),
            QuantileRule::Shahvaish => {
                let mean = total / n;
                self.flat(p, |i| (self.up_to[i] / mean + 0.5 - self.weights[i] / 2.0) / (n + 1.0))
            }
        }
    }

    /// The last step whose height is at most `p` (the first if none is), and whether `p` is that height. Nothing is
    /// rounded off: where `p` is a height but for the last digit, that digit decides, as it does in R.
    fn step(&self, p: f64) -> (usize, bool) {
        let reached = self.up_to.partition_point(|sum| *sum <= p * self.total());
        let at = reached.saturating_sub(1);
        (at, (p - self.up_to[at] / self.total()).abs() <= 0.0)
    }

    /// Above a step the next value; exactly at its height what the rule says of the two, and of the parity of the step.
    fn stepped(&self, p: f64, exactly: impl Fn(f64, f64, bool) -> f64) -> f64 {
        let (at, exact) = self.step(p);
        let (low, high) = (self.values[at], self.values[(at + 1).min(self.last())]);
        match exact {
            true => exactly(low, high, at % 2 == 1),
            // Below the first step already, the next value is the first one.
            false if p * self.total() < self.up_to[at] => low,
            false => high,
        }
    }

    fn interpolated(&self, p: f64) -> f64 {
        let (at, _) = self.step(p);
        let next = (at + 1).min(self.last());
        let (low, high) = (self.up_to[at] / self.total(), self.up_to[next] / self.total());
        if next == at || p < low {
            return self.values[at];
        }
        let share = (p - low) / (high - low);
        self.values[at] * (1.0 - share) + self.values[next] * share
    }

    /// Straight lines through heights, flat beyond both ends. Equal heights count once, by the mean of their values.
    fn along(&self, p: f64, height: impl Fn(usize) -> f64) -> f64 {
        if self.last() == 0 {
            return self.values[0];
        }
        let heights: Vec<f64> = (0..self.values.len()).map(height).collect();
        let above = heights.partition_point(|h| *h < p);
        match above {
            0 => self.values[0],
            i if i > self.last() => self.values[self.last()],
            i => {
                let share = (p - heights[i - 1]) / (heights[i] - heights[i - 1]);
                self.values[i - 1] + share * (self.values[i] - self.values[i - 1])
            }
        }
    }

    /// The value of the last height at or below `p`; heights need not grow.
    fn flat(&self, p: f64, height: impl Fn(usize) -> f64) -> f64 {
        if self.last() == 0 {
            return self.values[0];
        }
        let mut steps: Vec<(f64, f64)> = (0..self.values.len()).map(|i| (height(i), self.values[i])).collect();
        steps.sort_by(|a, b| a.0.total_cmp(&b.0));
        steps[steps.partition_point(|step| step.0 <= p).saturating_sub(1)].1
    }
}

/// Sums with the rounding of each carried to the next (Neumaier 1974), since a quantile rests on their last digit.
fn running_sums(weights: &[f64]) -> Vec<f64> {
    let (mut sum, mut lost) = (0.0_f64, 0.0_f64);
    let mut next = |weight: f64| {
        let grown = sum + weight;
        lost += if sum.abs() >= weight.abs() { (sum - grown) + weight } else { (weight - grown) + sum };
        sum = grown;
        sum + lost
    };
    weights.iter().map(|weight| next(*weight)).collect()
}
