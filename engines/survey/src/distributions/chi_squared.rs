//! The χ² law, with any positive degrees of freedom.

use super::root;
use libm::lgamma as ln_gamma;
use statrs::function::gamma::{checked_gamma_lr, checked_gamma_ur};

/// P(X ≤ x) of a χ² variable with `df` degrees of freedom.
pub fn chi_squared_lower(x: f64, df: f64) -> f64 {
    if x <= 0.0 { 0.0 } else { checked_gamma_lr(df / 2.0, x / 2.0).unwrap_or(1.0) }
}

/// P(X ≥ x) of a χ² variable with `df` degrees of freedom.
pub fn chi_squared_upper(x: f64, df: f64) -> f64 {
    if x <= 0.0 { 1.0 } else { checked_gamma_ur(df / 2.0, x / 2.0).unwrap_or(0.0) }
}

/// The value that a χ² variable stays below with probability `p`.
pub fn chi_squared_quantile(p: f64, df: f64) -> f64 {
    if p <= 0.0 {
        return 0.0;
    }
    if p >= 1.0 {
        return f64::INFINITY;
    }
    let at = root::of_tails((p, 1.0 - p), df.ln(), (-745.0, 709.0), |at| {
        let x = at.exp();
        ((chi_squared_lower(x, df), chi_squared_upper(x, df)), (ln_density(x, df) + at).exp())
    });
    at.exp()
}

fn ln_density(x: f64, df: f64) -> f64 {
    let half = df / 2.0;
    (half - 1.0) * x.ln() - x / 2.0 - half * 2.0_f64.ln() - ln_gamma(half)
}
