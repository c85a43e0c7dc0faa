//! Design effects: how many times larger the variance is than a simple random sample of as many answers would give
//! (Kish 1965), and what the weights alone cost (Kish 1992).

use crate::design::Design;
use crate::error::Error;
use crate::estimate::Estimate;

/// The simple random sample an estimate is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reference {
    /// Drawn without replacement from the population the weights sum to.
    #[default]
    WithoutReplacement,
    /// Drawn with replacement.
    WithReplacement,
}

/// What unequal weights cost, whatever the question.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Kish {
    /// Units that weigh something.
    pub n: usize,
    /// Sum of weights.
    pub sum: f64,
    /// Smallest weight.
    pub min: f64,
    /// Largest weight.
    pub max: f64,
    /// Square of the coefficient of variation of the weights (with divisor n).
    pub cv2: f64,
    /// Design effect `1 + cv²`.
    pub deff: f64,
    /// Effective size `(Σw)²/Σw²`.
    pub n_eff: f64,
}

/// Kish's design effect of some weights; those that are zero do not count. Refuses weights that sum to zero.
pub fn kish(weights: &[f64]) -> Result<Kish, Error> {
    let counted = || weights.iter().copied().filter(|w| *w != 0.0);
    let (n, sum, squares) = (counted().count(), counted().sum::<f64>(), counted().map(|w| w * w).sum::<f64>());
    if n == 0 || sum == 0.0 {
        return Err(Error::NoWeight);
    }
    let n_eff = sum * sum / squares;
    let deff = n as f64 / n_eff;
    let (min, max) = counted().fold((f64::MAX, f64::MIN), |(low, high), w| (low.min(w), high.max(w)));
    Ok(Kish { n, sum, min, max, cv2: deff - 1.0, deff, n_eff })
}

impl Design {
    /// Kish's design effect of the weights in force.
    pub fn kish(&self) -> Result<Kish, Error> {
        kish(&self.weights)
    }

    /// Design effect of the mean of a column: `V / V_SRS`, none where the variable does not vary or the population is
    /// not larger than the sample. Refuses what [`Design::mean`] refuses, and fewer than two answers.
    pub fn deff_of_mean(&self, values: &[f64], mean: &Estimate, reference: Reference) -> Result<Option<f64>, Error> {
        let simple = self.simple_variance(values, reference)?;
        Ok(simple.map(|simple| mean.variance / simple))
    }

    /// Design effect of the total of a column.
    pub fn deff_of_total(&self, values: &[f64], total: &Estimate, reference: Reference) -> Result<Option<f64>, Error> {
        let size = self.weight_of(values)?;
        let simple = self.simple_variance(values, reference)?;
        Ok(simple.map(|simple| total.variance / (simple * size * size)))
    }

    /// The variance of a mean under the simple random sample of reference; none where it is zero or the population is
    /// smaller than the sample.
    fn simple_variance(&self, values: &[f64], reference: Reference) -> Result<Option<f64>, Error> {
        let deviations = self.squared_deviations(values)?;
        let answered = |(y, w): &(&f64, &f64)| !y.is_nan() && **w != 0.0;
        let (mut spread, mut size, mut n) = (0.0, 0.0, 0.0);
        for (deviation, weight) in deviations.iter().zip(self.weights.iter()).filter(answered) {
            spread += weight * deviation;
            size += weight;
            n += 1.0;
        }
        let open = match reference {
            Reference::WithReplacement => 1.0,
            Reference::WithoutReplacement => (size - n) / size,
        };
        let variance = spread / size * open / n;
        Ok((variance > 0.0).then_some(variance))
    }
}
