//! Gaps between populations asked independently: users, agents, elected members. Small populations are finite: their
//! correction is in their design, and a share of 0 or 1 keeps an interval.

use crate::distributions::normal_two_sided;
use crate::estimate::{Estimate, Interval};

/// A difference between two independent estimates.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Gap {
    /// First less second.
    pub value: f64,
    /// Sum of the two variances.
    pub variance: f64,
    /// Gap over its standard error; none where it has no uncertainty.
    pub z: Option<f64>,
    /// Two-sided p-value by the normal law; none where `z` is.
    pub p: Option<f64>,
}

impl Gap {
    /// The gap between two independent estimates.
    pub fn between(first: &Estimate, second: &Estimate) -> Self {
        let value = first.value - second.value;
        let variance = first.variance + second.variance;
        let z = (variance > 0.0).then(|| value / variance.sqrt());
        Self { value, variance, z, p: z.map(normal_two_sided) }
    }

    /// Standard error.
    pub fn se(&self) -> f64 {
        self.variance.sqrt()
    }
}

/// The interval of a difference from the interval of each side, at the same level (Newcombe 1998; Zou & Donner 2008): it
/// keeps what is not symmetrical in them, and never shrinks to a point because one side is 0 or 1.
pub fn interval_of_difference(first: (f64, Interval), second: (f64, Interval)) -> Interval {
    let ((a, of_a), (b, of_b)) = (first, second);
    let down = (a - of_a.low).hypot(of_b.high - b);
    let up = (of_a.high - a).hypot(b - of_b.low);
    Interval { low: a - b - down, high: a - b + up }
}
