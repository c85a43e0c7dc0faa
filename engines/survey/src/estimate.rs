//! What an estimation gives back.

use crate::linear::Matrix;

/// One estimate with what is needed to judge it.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Estimate {
    /// The estimate, in the unit of what was asked.
    pub value: f64,
    /// Its variance under the design (square of the unit).
    pub variance: f64,
    /// Degrees of freedom of the variance: clusters less strata among those that hold a unit concerned.
    pub df: f64,
    /// Answers used, unweighted.
    pub n: usize,
}

impl Estimate {
    /// Standard error: square root of the variance.
    pub fn se(&self) -> f64 {
        self.variance.sqrt()
    }

    /// Coefficient of variation, none where the estimate is zero.
    pub fn cv(&self) -> Option<f64> {
        (self.value != 0.0).then(|| self.se() / self.value.abs())
    }
}

/// Estimates made together, with their covariance: what a contrast needs.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Estimates {
    /// The estimates, in the order asked.
    pub values: Vec<f64>,
    /// Their covariance under the design, of as many rows and columns.
    pub covariance: Matrix,
    /// Degrees of freedom of the whole design: those of a contrast.
    pub df: f64,
    /// Degrees of freedom of each: clusters less strata among those that hold one of its answers.
    pub dfs: Vec<f64>,
    /// Answers used by each, unweighted.
    pub n: Vec<usize>,
}

impl Estimates {
    /// The estimate at a place, with its own degrees of freedom; none beyond the last.
    pub fn get(&self, index: usize) -> Option<Estimate> {
        Some(Estimate {
            value: *self.values.get(index)?,
            variance: self.covariance[(index, index)],
            df: self.dfs[index],
            n: self.n[index],
        })
    }

    /// A linear combination `Σ c_i θ_i` and its variance `c'Vc`; `n` is the smallest base of those that count.
    pub fn contrast(&self, coefficients: &[f64]) -> Estimate {
        let value = coefficients.iter().zip(&self.values).map(|(c, v)| c * v).sum();
        let n = coefficients.iter().zip(&self.n).filter(|(c, _)| **c != 0.0).map(|(_, n)| *n).min();
        Estimate { value, variance: self.covariance.quadratic(coefficients), df: self.df, n: n.unwrap_or(0) }
    }

    /// A smooth function of the estimates by the delta method: its value and its gradient at the estimates are given.
    pub fn delta(&self, value: f64, gradient: &[f64]) -> Estimate {
        Estimate { value, ..self.contrast(gradient) }
    }
}

/// Bounds of a confidence interval.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Interval {
    /// Lower bound.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
}

impl Interval {
    /// Length of the interval.
    pub fn width(&self) -> f64 {
        self.high - self.low
    }

    /// Whether a value lies inside, bounds included.
    pub fn holds(&self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }
}
