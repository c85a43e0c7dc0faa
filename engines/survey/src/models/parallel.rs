//! Whether the odds are proportional, which a proportional odds regression supposes.

use super::{Family, Glm, GlmFit, ModelError, Ordinal};
use crate::design::Design;
use crate::distributions::f_upper;
use crate::linear::{Cholesky, dot};

/// The test of parallel lines: one logistic regression at each threshold, their slopes compared by Wald's statistic under
/// the design (after Brant 1990).
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct ParallelLines {
    /// The statistic, an F.
    pub f: f64,
    /// Its degrees of freedom.
    pub df: (f64, f64),
    /// Its p-value; a small one says that a driver does not count alike at both ends of the scale.
    pub p: f64,
    /// Slopes at each threshold, in the order of the columns: what to look at when p is small.
    pub slopes: Vec<Vec<f64>>,
}

/// Tests the parallel lines of a proportional odds regression. Refuses what its logistic regressions refuse.
pub fn parallel_lines(model: &Ordinal<'_>, design: &Design) -> Result<ParallelLines, ModelError> {
    let fits: Result<Vec<GlmFit>, ModelError> = (1..model.categories).map(|cut| above(model, design, cut)).collect();
    let fits = fits?;
    let columns = model.columns.len();
    let influences: Vec<Vec<f64>> = fits[1..]
        .iter()
        .flat_map(|fit| (1..=columns).map(move |k| (fit, k)))
        .map(|(fit, k)| fit.influences[k].iter().zip(&fits[0].influences[k]).map(|(a, b)| a - b).collect())
        .collect();
    let differences: Vec<f64> = fits[1..]
        .iter()
        .flat_map(|fit| fit.coefficients[1..].iter().zip(&fits[0].coefficients[1..]).map(|(a, b)| a - b))
        .collect();
    let factor = Cholesky::of(&design.covariance(&influences)?);
    let k = (differences.len() - factor.redundant().len()) as f64;
    let df = fits[0].df + columns as f64 + 1.0 - k;
    if df <= 0.0 || k == 0.0 {
        return Err(ModelError::TooFewAnswers { answers: fits[0].n, coefficients: differences.len(), df });
    }
    let f = dot(&differences, &factor.solve(&differences)) * df / (k * (df + k - 1.0));
    let slopes = fits.iter().map(|fit| fit.coefficients[1..].to_vec()).collect();
    Ok(ParallelLines { f, df: (k, df), p: f_upper(f, k, df), slopes })
}

/// The logistic regression of "in this category or a better one".
fn above(model: &Ordinal<'_>, design: &Design, cut: usize) -> Result<GlmFit, ModelError> {
    let reached = |code: &u32| match *code as usize {
        code if code >= model.categories => f64::NAN,
        code => f64::from(u8::from(code >= cut)),
    };
    let outcome: Vec<f64> = model.outcome.iter().map(reached).collect();
    Glm { outcome: &outcome, columns: model.columns, family: Family::Logistic }.fit(design)
}
