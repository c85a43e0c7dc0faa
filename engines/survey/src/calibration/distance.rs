//! The functions `F` that turn `x'λ` into a ratio of weights.

use crate::error::Error;

/// How the distance between old and new weights is measured.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Distance {
    /// `F(u) = 1 + u`: the regression estimator. Ratios may be negative.
    Linear,
    /// `F(u) = exp u`: raking, extended to numbers.
    Raking,
    /// Ratios strictly inside bounds, along a logistic curve.
    Logit {
        /// Lower bound, below 1.
        low: f64,
        /// Upper bound, above 1.
        high: f64,
    },
    /// `1 + u` cut at bounds.
    TruncatedLinear {
        /// Lower bound, below 1.
        low: f64,
        /// Upper bound, above 1.
        high: f64,
    },
    /// `exp u` cut at bounds.
    TruncatedRaking {
        /// Lower bound, below 1.
        low: f64,
        /// Upper bound, above 1.
        high: f64,
    },
}

/// `exp` of more than this is of no use and soon infinite.
const LARGEST_EXPONENT: f64 = 500.0;

impl Distance {
    pub(super) fn check(self) -> Result<(), Error> {
        let (low, high) = match self {
            Self::Linear | Self::Raking => return Ok(()),
            Self::Logit { low, high } | Self::TruncatedLinear { low, high } | Self::TruncatedRaking { low, high } => {
                (low, high)
            }
        };
        let finite = low.is_finite() && high.is_finite() || !matches!(self, Self::Logit { .. });
        if low < 1.0 && high > 1.0 && finite { Ok(()) } else { Err(Error::Bounds { low, high }) }
    }

    /// `F(u)`.
    pub(super) fn ratio(self, u: f64) -> f64 {
        match self {
            Self::Linear => 1.0 + u,
            Self::Raking => u.min(LARGEST_EXPONENT).exp(),
            Self::Logit { low, high } => {
                let (top, bottom, _) = logit(u, low, high);
                top / bottom
            }
            Self::TruncatedLinear { low, high } => (1.0 + u).clamp(low, high),
            Self::TruncatedRaking { low, high } => u.min(LARGEST_EXPONENT).exp().clamp(low, high),
        }
    }

    /// `F'(u)`.
    pub(super) fn slope(self, u: f64) -> f64 {
        match self {
            Self::Linear => 1.0,
            Self::Raking => u.min(LARGEST_EXPONENT).exp(),
            Self::Logit { low, high } => {
                let (top, bottom, grown) = logit(u, low, high);
                let steepness = (high - low) / ((high - 1.0) * (1.0 - low));
                steepness * (high - top / bottom) * (1.0 - low) * grown / bottom
            }
            Self::TruncatedLinear { low, high } => f64::from(u8::from(1.0 + u > low && 1.0 + u < high)),
            Self::TruncatedRaking { low, high } => {
                let grown = u.min(LARGEST_EXPONENT).exp();
                if grown > low && grown < high { grown } else { 0.0 }
            }
        }
    }
}

/// Numerator and denominator of the logistic ratio, and the exponential in both.
fn logit(u: f64, low: f64, high: f64) -> (f64, f64, f64) {
    let steepness = (high - low) / ((high - 1.0) * (1.0 - low));
    let grown = (steepness * u).min(LARGEST_EXPONENT).exp();
    (low * (high - 1.0) + high * (1.0 - low) * grown, high - 1.0 + (1.0 - low) * grown, grown)
}

#[cfg(test)]
mod tests {
    use super::Distance;

    const ALL: [Distance; 5] = [
        Distance::Linear,
        Distance::Raking,
        Distance::Logit { low: 0.3, high: 3.0 },
        Distance::TruncatedLinear { low: 0.5, high: 2.0 },
        Distance::TruncatedRaking { low: 0.5, high: 2.0 },
    ];

    #[test]
    fn nothing_asked_leaves_weights_as_they_are() {
        for distance in ALL {
            assert!((distance.ratio(0.0) - 1.0).abs() < 1e-15 && (distance.slope(0.0) - 1.0).abs() < 1e-15);
        }
    }

    #[test]
    fn slopes_are_those_of_the_ratios() {
        for distance in ALL {
            for u in [-2.0, -0.3, 0.2, 0.6, 2.5] {
                let measured = (distance.ratio(u + 1e-6) - distance.ratio(u - 1e-6)) / 2e-6;
                assert!((measured - distance.slope(u)).abs() < 1e-6 * (1.0 + measured.abs()), "{distance:?} at {u}");
            }
        }
    }
}
