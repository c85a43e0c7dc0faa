//! The normal law.

use libm::erfc;
use statrs::function::erf::erfc_inv;
use std::f64::consts::SQRT_2;

/// P(Z ≤ z) of a standard normal variable.
pub fn normal_lower(z: f64) -> f64 {
    erfc(-z / SQRT_2) / 2.0
}

/// P(Z ≥ z) of a standard normal variable.
pub fn normal_upper(z: f64) -> f64 {
    erfc(z / SQRT_2) / 2.0
}

/// P(|Z| ≥ |z|) of a standard normal variable: the p-value of a two-sided test.
pub fn normal_two_sided(z: f64) -> f64 {
    erfc(z.abs() / SQRT_2)
}

/// The value that a standard normal variable stays below with probability `p`; infinite at 0 and 1.
pub fn normal_quantile(p: f64) -> f64 {
    if p <= 0.0 {
        return f64::NEG_INFINITY;
    }
    if p >= 1.0 {
        return f64::INFINITY;
    }
    let rough = -SQRT_2 * erfc_inv(2.0 * p);
    polished(rough, p)
}

/// One step of Newton on the logarithm of the smaller tail, which the approximation has all but reached.
fn polished(z: f64, p: f64) -> f64 {
    let density = (-z * z / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt();
    let (tail, wanted, sign) = if p < 0.5 { (normal_lower(z), p, 1.0) } else { (normal_upper(z), 1.0 - p, -1.0) };
    let step = (wanted / tail).ln() * tail / density;
    if step.is_finite() { z + sign * step } else { z }
}
