//! Why a model cannot be fitted.

use crate::error::Error;

/// A refusal, with the place of what is wrong. The `Display` text is for developers.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ModelError {
    /// Fewer complete answers than coefficients, or no degree of freedom left to the design.
    #[error("{answers} complete answers for {coefficients} coefficients, {df} degrees of freedom")]
    TooFewAnswers {
        /// Complete answers.
        answers: usize,
        /// Coefficients asked.
        coefficients: usize,
        /// Degrees of freedom of the design less those of the model.
        df: f64,
    },
    /// A column is a combination of those before it: the coefficients are not defined.
    #[error("column {0} repeats those before it")]
    Redundant(usize),
    /// The outcome does not vary, or a category of it has no answer.
    #[error("outcome without variation")]
    Outcome,
    /// A column separates the outcomes exactly: the coefficient would be infinite.
    #[error("the outcomes are perfectly separated")]
    Separated,
    /// The fit did not settle.
    #[error("no convergence after {0} steps")]
    NoConvergence(usize),
    /// More drivers than can be decomposed.
    #[error("{0} drivers, twelve at most")]
    TooManyDrivers(usize),
    /// The estimation refuses.
    #[error(transparent)]
    Estimation(#[from] Error),
}
