//! The χ² law, with any positive degrees of freedom.

use statrs::function::gamma::{checked_gamma_lr, checked_gamma_ur, ln_gamma};

/// P(X ≤ x) of a χ² variable with `df` degrees of freedom.
pub fn chi_squared_lower(x: f64, df: f64) -> f64 {
    if x <= 0.0 { 0.0 } else { checked_gamma_lr(df / 2.0, x / 2.0).unwrap_or(1.0) }
}

/// P(X ≥ x) of a χ² variable with `df` degrees of freedom.
pub fn chi_squared_upper(x: f64, df: f64) -> f64 {
    if x <= 0.0 { 1.0 } else { checked_gamma_ur(df / 2.0, x / 2.0).unwrap_or(0.0) }
}

/// The value that a χ² variable stays below with probability `p`: Newton on the logarithm of the smaller tail, in the
/// logarithm of the value, inside a bracket.
pub fn chi_squared_quantile(p: f64, df: f64) -> f64 {
    if p <= 0.0 {
        return 0.0;
    }
    if p >= 1.0 {
        return f64::INFINITY;
    }
    let (mut low, mut high, mut at) = (-745.0, 709.0, df.ln());
    for _ in 0..2000 {
        let x = f64::exp(at);
        let (below, above) = (chi_squared_lower(x, df), chi_squared_upper(x, df));
        let (excess, tail) = if p <= 0.5 { ((below / p).ln(), below) } else { (((1.0 - p) / above).ln(), above) };
        if excess > 0.0 {
            high = at
        } else {
            low = at
        }
        let next = at - excess * tail / (ln_density(x, df) + at).exp();
        let next = if next > low && next < high { next } else { f64::midpoint(low, high) };
        let moved = (next - at).abs();
        at = next;
        if excess == 0.0 || moved <= f64::EPSILON * at.abs().max(1.0) {
            break;
        }
    }
    at.exp()
}

fn ln_density(x: f64, df: f64) -> f64 {
    let half = df / 2.0;
    (half - 1.0) * x.ln() - x / 2.0 - half * 2.0_f64.ln() - ln_gamma(half)
}
