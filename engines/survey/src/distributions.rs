//! Quantiles and tails of the distributions that surveys use.
//!
//! Tails are computed on their own side, never as one minus the other, so that a p-value of 1e-27 keeps its digits.
//! Quantiles invert those tails: they agree with them to the last digits whatever the size of the sample. The
//! incomplete gamma function comes from `statrs`, the error and log-gamma functions from `libm` (`statrs`' own lose five
//! digits of 1.96); the incomplete beta function is evaluated here because `statrs` stops after 140 terms, which a survey
//! of ten thousand answers exceeds.

mod beta;
mod chi_squared;
mod hypergeometric;
mod mixture;
mod normal;
mod root;

pub use beta::{beta_lower, beta_quantile, beta_upper, f_quantile, f_upper, t_lower, t_quantile, t_two_sided, t_upper};
pub use chi_squared::{chi_squared_lower, chi_squared_quantile, chi_squared_upper};
pub use hypergeometric::{hypergeometric_lower, hypergeometric_upper};
pub use mixture::{Mixture, Term};
pub use normal::{normal_lower, normal_quantile, normal_two_sided, normal_upper};
