//! The regression and the variance between areas.

use super::{SmallAreaError, VarianceMethod};
use crate::linear::{Cholesky, Matrix, dot};

/// A direct estimate, its sampling variance, its covariates.
type Direct<'a> = (f64, f64, &'a [f64]);

/// What the estimates and their errors need.
pub struct Fit {
    pub variance: f64,
    pub beta: Vec<f64>,
    /// `(X'V⁻¹X)⁻¹`.
    pub spread: Matrix,
    /// Asymptotic variance of the estimator of σ².
    pub variance_of_variance: f64,
    /// Its asymptotic bias.
    pub bias: f64,
}

/// Fits by the method asked.
pub fn fit(direct: &[Direct<'_>], method: VarianceMethod) -> Result<Fit, SmallAreaError> {
    let variance = match method {
        VarianceMethod::Moments => moments(direct)?,
        VarianceMethod::Ml | VarianceMethod::Reml => likelihood(direct, method)?,
    };
    let at = At::new(direct, variance)?;
    let (sum, squares) = at.weight_sums();
    let areas = direct.len() as f64;
    let (variance_of_variance, bias) = match method {
        VarianceMethod::Reml => (2.0 / squares, 0.0),
        VarianceMethod::Ml => (2.0 / squares, -at.trace(&at.gram(2)) / squares),
        VarianceMethod::Moments => (2.0 * areas / (sum * sum), 2.0 * (areas * squares - sum * sum) / sum.powi(3)),
    };
    Ok(Fit { variance, beta: at.beta, spread: at.spread, variance_of_variance, bias })
}

/// The regression when the variance between areas has a given value.
struct At<'a> {
    direct: &'a [Direct<'a>],
    weights: Vec<f64>,
    beta: Vec<f64>,
    spread: Matrix,
    residuals: Vec<f64>,
    log_determinant: f64,
}

impl<'a> At<'a> {
    fn new(direct: &'a [Direct<'a>], variance: f64) -> Result<Self, SmallAreaError> {
        let weights: Vec<f64> = direct.iter().map(|(_, psi, _)| 1.0 / (variance + psi)).collect();
        let covariates = direct[0].2.len();
        let refused = SmallAreaError::TooFewAreas { areas: direct.len(), covariates };
        let gram = gram(direct, &weights, 1);
        let spread = if covariates == 0 { Matrix::zeros(0, 0) } else { gram.inverse_spd().ok_or(refused)? };
        let mut side = vec![0.0; covariates];
        for ((y, _, x), weight) in direct.iter().zip(&weights) {
            side.iter_mut().zip(*x).for_each(|(sum, x)| *sum += weight * x * y);
        }
        let beta = spread.apply(&side);
        let residuals = direct.iter().map(|(y, _, x)| y - dot(x, &beta)).collect();
        let log_determinant = log_determinant(&gram);
        Ok(Self { direct, weights, beta, spread, residuals, log_determinant })
    }

    fn gram(&self, power: i32) -> Matrix {
        gram(self.direct, &self.weights, power)
    }

    /// `Σ V⁻¹` and `Σ V⁻²`.
    fn weight_sums(&self) -> (f64, f64) {
        (self.weights.iter().sum(), dot(&self.weights, &self.weights))
    }

    /// Trace of `(X'V⁻¹X)⁻¹ M`.
    fn trace(&self, m: &Matrix) -> f64 {
        self.spread.times(m).diagonal().iter().sum()
    }

    fn weighted_squares(&self, power: i32) -> f64 {
        self.weights.iter().zip(&self.residuals).map(|(w, r)| w.powi(power) * r * r).sum()
    }

    fn log_likelihood(&self, method: VarianceMethod) -> f64 {
        let restricted = if method == VarianceMethod::Reml { self.log_determinant } else { 0.0 };
        (self.weights.iter().map(|w| w.ln()).sum::<f64>() - self.weighted_squares(1) - restricted) / 2.0
    }

    /// First derivative of the log-likelihood, and the information.
    fn score(&self, method: VarianceMethod) -> (f64, f64) {
        let (sum, squares) = self.weight_sums();
        let own = self.weighted_squares(2);
        if method == VarianceMethod::Ml {
            return ((own - sum) / 2.0, squares / 2.0);
        }
        let second = self.gram(2);
        let explained = self.trace(&second);
        let crossed = self.spread.times(&second);
        let twice: f64 = crossed.times(&crossed).diagonal().iter().sum();
        let information = squares - 2.0 * self.trace(&self.gram(3)) + twice;
        (f64::midpoint(own - sum, explained), information / 2.0)
    }
}

fn gram(direct: &[Direct<'_>], weights: &[f64], power: i32) -> Matrix {
    let size = direct[0].2.len();
    let mut out = Matrix::zeros(size, size);
    for ((_, _, x), weight) in direct.iter().zip(weights) {
        for i in 0..size {
            for j in 0..size {
                out[(i, j)] += weight.powi(power) * x[i] * x[j];
            }
        }
    }
    out
}

/// Of a positive definite matrix: each pivot is what remains of a column once those before are taken out.
fn log_determinant(gram: &Matrix) -> f64 {
    let pivot = |size: usize| {
        let mut before = Matrix::zeros(size, size);
        for i in 0..size {
            for j in 0..size {
                before[(i, j)] = gram[(i, j)];
            }
        }
        let column: Vec<f64> = (0..size).map(|i| gram[(i, size)]).collect();
        gram[(size, size)] - dot(&column, &Cholesky::of(&before).solve(&column))
    };
    (0..gram.rows()).map(|size| pivot(size).ln()).sum()
}

fn median(direct: &[Direct<'_>]) -> f64 {
    let mut variances: Vec<f64> = direct.iter().map(|(_, psi, _)| *psi).collect();
    variances.sort_by(f64::total_cmp);
    variances[variances.len() / 2]
}

/// Fisher scoring, shortened where it overshoots; zero where the likelihood only falls.
fn likelihood(direct: &[Direct<'_>], method: VarianceMethod) -> Result<f64, SmallAreaError> {
    let mut variance = median(direct);
    let mut level = At::new(direct, variance)?.log_likelihood(method);
    for _ in 0..1000 {
        let (score, information) = At::new(direct, variance)?.score(method);
        let mut step = score / information;
        let next = loop {
            let next = (variance + step).max(0.0);
            let reached = At::new(direct, next)?.log_likelihood(method);
            if reached >= level || step.abs() < 1e-14 * variance.max(f64::MIN_POSITIVE) {
                level = level.max(reached);
                break next;
            }
            step /= 2.0;
        };
        if (next - variance).abs() <= 1e-12 * variance.max(1e-12 * median(direct)) {
            return Ok(next);
        }
        variance = next;
    }
    Err(SmallAreaError::NoConvergence)
}

/// Where `Σ r²/(σ² + ψ)` equals its expectation; the left side only falls with σ².
fn moments(direct: &[Direct<'_>]) -> Result<f64, SmallAreaError> {
    let expected = (direct.len() - direct[0].2.len()) as f64;
    let excess = |variance: f64| At::new(direct, variance).map(|at| at.weighted_squares(1) - expected);
    if excess(0.0)? <= 0.0 {
        return Ok(0.0);
    }
    let (mut low, mut high) = (0.0, median(direct));
    while excess(high)? > 0.0 {
        high *= 2.0;
    }
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        *(if excess(middle)? > 0.0 { &mut low } else { &mut high }) = middle;
    }
    Ok(f64::midpoint(low, high))
}
