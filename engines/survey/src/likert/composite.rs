//! Whether several questions measure one thing, so that an index of them makes sense.

use crate::design::Design;
use crate::error::Error;
use crate::linear::Matrix;
use crate::means::complete_cases;

/// Reliability of a composite index.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Composite {
    /// Cronbach's α (1951), weighted: a lower bound of reliability when items measure one thing, whatever their loadings.
    pub alpha: f64,
    /// McDonald's ω (1999) of the one-factor model fitted by maximum likelihood; none under three items, or when an item
    /// is all factor and no noise (a Heywood case), where the model does not hold.
    pub omega: Option<f64>,
    /// α without each item in turn; none with two items.
    pub alpha_without: Option<Vec<f64>>,
    /// People who answered every item.
    pub n: usize,
}

/// Why a reliability cannot be computed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum CompositeError {
    /// An index of one item has no reliability to compute.
    #[error("fewer than two items")]
    TooFewItems,
    /// The sum of the items does not vary.
    #[error("the items do not vary")]
    Constant,
    /// The estimation refuses.
    #[error(transparent)]
    Estimation(#[from] Error),
}

/// Reliability of an index over those who answered every item, weighted by the design. Items are columns of numbers turned
/// the same way (the best is the largest), not a number where there is no opinion.
pub fn reliability(design: &Design, items: &[Vec<f64>]) -> Result<Composite, CompositeError> {
    if items.len() < 2 {
        return Err(CompositeError::TooFewItems);
    }
    let items = complete_cases(items);
    let n = items[0].iter().filter(|value| !value.is_nan()).count();
    if n < 2 {
        return Err(Error::TooFewUnits(n).into());
    }
    let covariance = weighted_covariance(design.weights(), &items);
    let all: Vec<usize> = (0..items.len()).collect();
    let alpha = alpha(&covariance, &all).ok_or(CompositeError::Constant)?;
    let without = |item: usize| {
        let others: Vec<usize> = all.iter().copied().filter(|other| *other != item).collect();
        self::alpha(&covariance, &others)
    };
    let alpha_without = if items.len() > 2 { all.iter().map(|item| without(*item)).collect() } else { None };
    Ok(Composite { alpha, omega: omega(&covariance), alpha_without, n })
}

/// Population covariance; a common factor such as n/(n−1) leaves the coefficients unchanged.
fn weighted_covariance(weights: &[f64], items: &[Vec<f64>]) -> Matrix {
    let units: Vec<usize> = (0..weights.len()).filter(|unit| !items[0][*unit].is_nan()).collect();
    let total: f64 = units.iter().map(|unit| weights[*unit]).sum();
    let centred: Vec<Vec<f64>> = items
        .iter()
        .map(|item| {
            let mean = units.iter().map(|unit| weights[*unit] * item[*unit]).sum::<f64>() / total;
            units.iter().map(|unit| item[*unit] - mean).collect()
        })
        .collect();
    let mut out = Matrix::zeros(items.len(), items.len());
    for i in 0..items.len() {
        for j in 0..items.len() {
            let products = units.iter().zip(centred[i].iter().zip(&centred[j]));
            out[(i, j)] = products.map(|(unit, (a, b))| weights[*unit] * a * b).sum::<f64>() / total;
        }
    }
    out
}

fn alpha(covariance: &Matrix, items: &[usize]) -> Option<f64> {
    let k = items.len() as f64;
    let own: f64 = items.iter().map(|i| covariance[(*i, *i)]).sum();
    let total: f64 = items.iter().flat_map(|i| items.iter().map(|j| covariance[(*i, *j)])).sum();
    (k >= 2.0 && total > 0.0).then(|| k / (k - 1.0) * (1.0 - own / total))
}

/// An item whose own variance falls under this share of its variance leaves nothing to noise.
const HEYWOOD: f64 = 0.005;

/// `(Σλ)² / ((Σλ)² + Σψ)` of the one-factor model `Σ = λλ' + ψ`.
fn omega(covariance: &Matrix) -> Option<f64> {
    let k = covariance.rows();
    let deviations: Vec<f64> = covariance.diagonal().into_iter().map(f64::sqrt).collect();
    if k < 3 || deviations.contains(&0.0) {
        return None;
    }
    let mut correlation = Matrix::zeros(k, k);
    for i in 0..k {
        for j in 0..k {
            correlation[(i, j)] = covariance[(i, j)] / deviations[i] / deviations[j];
        }
    }
    let (loadings, uniquenesses) = one_factor(&correlation)?;
    let common = loadings.iter().zip(&deviations).map(|(l, s)| l * s).sum::<f64>().powi(2);
    let own: f64 = uniquenesses.iter().zip(&deviations).map(|(u, s)| u * s * s).sum();
    Some(common / (common + own))
}

/// Loadings and uniquenesses by expectation and maximisation (Rubin & Thayer 1982), which one factor makes explicit.
fn one_factor(correlation: &Matrix) -> Option<(Vec<f64>, Vec<f64>)> {
    let k = correlation.rows();
    let mut loadings = vec![0.7; k];
    let mut uniquenesses = vec![0.5; k];
    for _ in 0..200_000 {
        let precision = 1.0 + loadings.iter().zip(&uniquenesses).map(|(l, u)| l * l / u).sum::<f64>();
        let scores: Vec<f64> = loadings.iter().zip(&uniquenesses).map(|(l, u)| l / u / precision).collect();
        let crossed = correlation.apply(&scores);
        let spread = 1.0 / precision + crate::linear::dot(&scores, &crossed);
        let next: Vec<f64> = crossed.iter().map(|c| c / spread).collect();
        let moved = next.iter().zip(&loadings).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        uniquenesses = (0..k).map(|i| correlation[(i, i)] - next[i] * crossed[i]).collect();
        loadings = next;
        if uniquenesses.iter().any(|u| *u < HEYWOOD) {
            return None;
        }
        if moved < 1e-13 {
            break;
        }
    }
    Some((loadings, uniquenesses))
}
