//! Raking to several margins by iterative proportional fitting (Deming & Stephan 1940), from the design weights, until
//! every margin is met. Units that share all their categories share their correction, so that only the cells of the
//! crossing are fitted: a million units cost two readings.

mod cells;
mod fit;

use crate::design::Design;
use crate::error::Error;
use crate::margin::{Margin, check_all};
use crate::variance::adjustment::{Adjustment, Auxiliaries, Auxiliary};
pub(crate) use fit::Raker;

/// How later variances take the margins into account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Residuals {
    /// As R's `rake`: ten rounds that take from each question its mean in every category, each unit counting one. It is
    /// the reference these results are checked against.
    #[default]
    Rounds,
    /// The regression on the margins with the weights before raking (Deville & Särndal 1992), as R's `calibrate`. The
    /// two differ where base weights vary: by 0.2 % of a standard error on the model barometer.
    DesignWeights,
}

/// Rounds of [`Residuals::Rounds`].
const ROUNDS: usize = 10;

/// When raking is done, and what variances then do.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RakingOptions {
    /// Largest accepted `|Σw / target − 1|` over all categories.
    pub tolerance: f64,
    /// Largest number of rounds over the margins.
    pub max_rounds: usize,
    /// Rule of later variances.
    pub residuals: Residuals,
}

impl Default for RakingOptions {
    fn default() -> Self {
        Self { tolerance: 1e-9, max_rounds: 500, residuals: Residuals::default() }
    }
}

/// A raked design and how it was reached.
#[derive(Debug, Clone)]
pub struct Raked {
    /// The design with its new weights; its variances use the residuals on the margins.
    pub design: Design,
    /// Rounds over the margins.
    pub rounds: usize,
    /// Largest `|Σw / target − 1|` left.
    pub gap: f64,
}

/// Rakes a design to margins. Refuses no margin, unequal totals, missing or unexpected categories, categories empty in
/// the sample (with a merge proposed), and margins that never settle (the worst is named).
pub fn rake(design: &Design, margins: &[Margin], options: &RakingOptions) -> Result<Raked, Error> {
    let raker = Raker::new(margins, design.weights())?;
    let (weights, fit) = raker.weights(design.weights(), options)?;
    let adjustment = adjustment(design, margins, &weights, options.residuals);
    Ok(Raked { design: design.adjusted(adjustment, weights), rounds: fit.rounds, gap: fit.gap })
}

pub(crate) fn adjustment(design: &Design, margins: &[Margin], weights: &[f64], residuals: Residuals) -> Adjustment {
    let part = |margin: &Margin| Auxiliary::Categories(margin.codes.clone(), margin.categories.len());
    let auxiliaries = Auxiliaries::new(margins.iter().map(part).collect());
    match residuals {
        Residuals::Rounds => Adjustment::by_rounds(auxiliaries, weights.to_vec(), ROUNDS),
        Residuals::DesignWeights => Adjustment::new(auxiliaries, design.weights().to_vec(), weights.to_vec()),
    }
}

impl Raker {
    /// Prepares the margins for any number of rakings; refuses as [`rake`] does.
    pub fn new(margins: &[Margin], weights: &[f64]) -> Result<Self, Error> {
        check_all(margins, weights)?;
        Ok(Self::of_checked(margins))
    }
}
