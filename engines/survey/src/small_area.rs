//! Communes too small to publish: the direct figure of each borrows strength from a regression over all (Fay & Herriot
//! 1979).
//!
//! Model: `y_i = x_i'β + v_i + e_i`, `v_i` of variance σ² between areas, `e_i` of the known sampling variance ψ_i. The
//! estimate `γ_i y_i + (1 − γ_i) x_i'β`, with `γ_i = σ²/(σ² + ψ_i)`, comes with its mean squared error to second order
//! (Prasad & Rao 1990; Datta & Lahiri 2000; Datta, Rao & Smith 2005; Rao & Molina 2015, ch. 6).

mod fit;
mod scale;

pub use scale::{ModelledShare, ProportionArea, ProportionAreas, Scale, fay_herriot_proportions};

use crate::distributions::normal_quantile;
use crate::estimate::Interval;
use crate::linear::{Matrix, dot};

/// How the variance between areas is estimated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum VarianceMethod {
    /// Restricted maximum likelihood: the usual choice.
    #[default]
    Reml,
    /// Maximum likelihood.
    Ml,
    /// Moments, as Fay & Herriot did.
    Moments,
}

/// An area.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Area {
    /// Direct estimate and its sampling variance; none where no one answered: the regression then speaks alone.
    pub direct: Option<(f64, f64)>,
    /// What is known of the area, the constant first if there is one; as many values for each.
    pub covariates: Vec<f64>,
}

/// What the model says of an area.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct AreaEstimate {
    /// The estimate.
    pub value: f64,
    /// Its mean squared error.
    pub mse: f64,
    /// Weight of the direct estimate, zero where there is none.
    pub gamma: f64,
    /// What the regression alone says.
    pub synthetic: f64,
}

impl AreaEstimate {
    /// The interval `value ± z √mse` at a level.
    pub fn interval(&self, level: f64) -> Interval {
        let half = normal_quantile(f64::midpoint(1.0, level)) * self.mse.sqrt();
        Interval { low: self.value - half, high: self.value + half }
    }
}

/// The model over all areas.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct FayHerriot {
    /// Coefficients of the covariates.
    pub coefficients: Vec<f64>,
    /// Their covariance.
    pub covariance: Matrix,
    /// Variance between areas; zero says that the regression explains all there is to see, and that the estimates are
    /// synthetic.
    pub variance: f64,
    /// The areas, in the order given.
    pub areas: Vec<AreaEstimate>,
}

/// Why the model cannot be fitted.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum SmallAreaError {
    /// Areas do not have as many covariates as the first.
    #[error("area {0} has another number of covariates")]
    Covariates(usize),
    /// A sampling variance is not positive: where all answered alike, use the arcsine scale, or smooth the variances.
    #[error("area {0} has no sampling variance")]
    Variance(usize),
    /// An estimate, a covariate, a share or an effective size is not usable.
    #[error("area {0} has a value that cannot be used")]
    Value(usize),
    /// Too few areas with a direct estimate for the covariates, or covariates that repeat each other.
    #[error("{areas} areas for {covariates} covariates")]
    TooFewAreas {
        /// Areas with a direct estimate.
        areas: usize,
        /// Covariates.
        covariates: usize,
    },
    /// The variance did not settle.
    #[error("the variance between areas did not settle")]
    NoConvergence,
}

/// Fits the model and estimates every area. Refuses fewer direct estimates than covariates plus one, repeated covariates,
/// and sampling variances that are not positive.
pub fn fay_herriot(areas: &[Area], method: VarianceMethod) -> Result<FayHerriot, SmallAreaError> {
    let width = areas.first().map_or(0, |area| area.covariates.len());
    for (place, area) in areas.iter().enumerate() {
        check(place, area, width)?;
    }
    let direct: Vec<(f64, f64, &[f64])> =
        areas.iter().filter_map(|area| area.direct.map(|(y, psi)| (y, psi, area.covariates.as_slice()))).collect();
    if direct.len() <= width {
        return Err(SmallAreaError::TooFewAreas { areas: direct.len(), covariates: width });
    }
    let fitted = fit::fit(&direct, method)?;
    let areas = areas.iter().map(|area| fitted.estimate(area)).collect();
    Ok(FayHerriot { coefficients: fitted.beta, covariance: fitted.spread, variance: fitted.variance, areas })
}

fn check(place: usize, area: &Area, width: usize) -> Result<(), SmallAreaError> {
    if area.covariates.len() != width {
        return Err(SmallAreaError::Covariates(place));
    }
    if area.covariates.iter().any(|x| !x.is_finite()) {
        return Err(SmallAreaError::Value(place));
    }
    match area.direct {
        Some((value, _)) if !value.is_finite() => Err(SmallAreaError::Value(place)),
        Some((_, variance)) if !(variance > 0.0 && variance.is_finite()) => Err(SmallAreaError::Variance(place)),
        _ => Ok(()),
    }
}

impl fit::Fit {
    fn estimate(&self, area: &Area) -> AreaEstimate {
        let synthetic = dot(&area.covariates, &self.beta);
        let spread = self.spread.quadratic(&area.covariates);
        let Some((direct, psi)) = area.direct else {
            return AreaEstimate { value: synthetic, mse: self.variance + spread, gamma: 0.0, synthetic };
        };
        let total = self.variance + psi;
        let (gamma, shrink) = (self.variance / total, psi / total);
        // g1 + g2 + 2 g3, less the bias of σ² where its estimator has one.
        let square = shrink * shrink;
        let mse = psi * gamma + square * spread + 2.0 * square * self.variance_of_variance / total - self.bias * square;
        AreaEstimate { value: gamma * direct + shrink * synthetic, mse, gamma, synthetic }
    }
}
