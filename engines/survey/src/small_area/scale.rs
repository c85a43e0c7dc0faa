//! Shares on a scale where their variance is known and their bounds are far.

use super::{Area, FayHerriot, SmallAreaError, VarianceMethod, fay_herriot};
use crate::distributions::normal_quantile;
use crate::estimate::Interval;

/// The scale on which shares are modelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// `asin √p`, whose variance `1/(4 n_eff)` does not depend on the share: a commune where all agree keeps one.
    #[default]
    Arcsine,
    /// `log p/(1 − p)`, with half an answer added on each side.
    Logit,
}

/// A share in an area.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ProportionArea {
    /// Direct share and its effective number of answers; none where no one answered.
    pub direct: Option<(f64, f64)>,
    /// What is known of the area, the constant first.
    pub covariates: Vec<f64>,
}

/// A share as the model gives it.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct ModelledShare {
    /// The share, with the bias of the scale removed for the arcsine.
    pub value: f64,
    /// Root of its mean squared error, by the delta method.
    pub rmse: f64,
    /// Its interval, inside 0 and 1.
    pub interval: Interval,
    /// Weight of the direct share.
    pub gamma: f64,
}

/// Shares of all areas.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct ProportionAreas {
    /// The model, on its scale.
    pub model: FayHerriot,
    /// The shares, in the order of the areas.
    pub shares: Vec<ModelledShare>,
}

/// Models shares on a scale. Refuses a share outside 0..1, an effective size that is not positive, and what
/// [`fay_herriot`] refuses.
pub fn fay_herriot_proportions(
    areas: &[ProportionArea],
    scale: Scale,
    method: VarianceMethod,
    level: f64,
) -> Result<ProportionAreas, SmallAreaError> {
    let scaled: Result<Vec<Area>, SmallAreaError> =
        areas.iter().enumerate().map(|(place, area)| scale.area(place, area)).collect();
    let model = fay_herriot(&scaled?, method)?;
    let z = normal_quantile(f64::midpoint(1.0, level));
    let share = |area: &super::AreaEstimate| {
        let half = z * area.mse.sqrt();
        ModelledShare {
            value: scale.unbiased(area.value, area.mse),
            rmse: scale.slope(area.value) * area.mse.sqrt(),
            interval: Interval { low: scale.back(area.value - half), high: scale.back(area.value + half) },
            gamma: area.gamma,
        }
    };
    let shares = model.areas.iter().map(share).collect();
    Ok(ProportionAreas { model, shares })
}

impl Scale {
    fn area(self, place: usize, area: &ProportionArea) -> Result<Area, SmallAreaError> {
        let direct = match area.direct {
            None => None,
            Some((share, n)) if (0.0..=1.0).contains(&share) && n > 0.0 && n.is_finite() => Some(self.forth(share, n)),
            Some(_) => return Err(SmallAreaError::Value(place)),
        };
        Ok(Area { direct, covariates: area.covariates.clone() })
    }

    /// The share and its variance on the scale.
    fn forth(self, share: f64, n: f64) -> (f64, f64) {
        match self {
            Self::Arcsine => (share.sqrt().asin(), 1.0 / (4.0 * n)),
            Self::Logit => {
                let (yes, no) = (share * n + 0.5, (1.0 - share) * n + 0.5);
                ((yes / no).ln(), 1.0 / yes + 1.0 / no)
            }
        }
    }

    fn back(self, value: f64) -> f64 {
        match self {
            Self::Arcsine => value.clamp(0.0, std::f64::consts::FRAC_PI_2).sin().powi(2),
            Self::Logit => 1.0 / (1.0 + (-value).exp()),
        }
    }

    /// Mean of the share when the value on the scale is normal around `value`: exact for the arcsine, the median for the
    /// logit, which lies on the same side of one half.
    fn unbiased(self, value: f64, mse: f64) -> f64 {
        match self {
            Self::Arcsine => (1.0 - (-2.0 * mse).exp() * (2.0 * value).cos()) / 2.0,
            Self::Logit => self.back(value),
        }
    }

    fn slope(self, value: f64) -> f64 {
        match self {
            Self::Arcsine => (2.0 * value).sin().abs(),
            Self::Logit => self.back(value) * (1.0 - self.back(value)),
        }
    }
}
