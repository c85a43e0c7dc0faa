//! Half-widths and sizes.

use super::PlanningError;
use crate::distributions::normal_quantile;

/// What a figure is expected to look like.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Precision {
    /// Expected share; a half is the least favourable.
    pub share: f64,
    /// Expected design effect: what weights and clusters cost, 1 for a simple random sample.
    pub design_effect: f64,
    /// Level of the interval, 0.95 usually.
    pub level: f64,
    /// Size of the population, where it is small enough to matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub population: Option<f64>,
}

/// People needed for a precision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Needed {
    /// Answers to gather.
    pub answers: u64,
    /// People to ask, given the expected response rate.
    pub people: u64,
}

impl Precision {
    fn check(&self) -> Result<(), PlanningError> {
        probability(self.share)?;
        probability(self.level)?;
        let large = |value: f64| value.is_finite() && value > 0.0;
        let faulty = [Some(self.design_effect), self.population].into_iter().flatten().find(|value| !large(*value));
        faulty.map_or(Ok(()), |value| Err(PlanningError::Range(value)))
    }

    fn z(&self) -> f64 {
        normal_quantile(f64::midpoint(1.0, self.level))
    }
}

fn probability(value: f64) -> Result<(), PlanningError> {
    if value > 0.0 && value < 1.0 { Ok(()) } else { Err(PlanningError::Range(value)) }
}

/// Expected half-width of the interval of a share with `answers` answers: `z √(deff p(1−p)/n (1−n/N))`; zero when everyone
/// answers. Refuses no answer, and more answers than people.
pub fn half_width(answers: u64, precision: &Precision) -> Result<f64, PlanningError> {
    precision.check()?;
    if answers == 0 {
        return Err(PlanningError::Range(0.0));
    }
    let n = answers as f64;
    let left = match precision.population {
        Some(population) if n > population => {
            return Err(PlanningError::PopulationTooSmall { asked: answers, population });
        }
        Some(population) => 1.0 - n / population,
        None => 1.0,
    };
    let Precision { share, design_effect, .. } = *precision;
    Ok(precision.z() * (design_effect * share * (1.0 - share) / n * left).sqrt())
}

/// Answers needed for a half-width, and people to ask if a share `response_rate` of them answers. The answers never exceed
/// the population; the people may, and then say that the precision is out of reach.
pub fn needed(wanted_half_width: f64, response_rate: f64, precision: &Precision) -> Result<Needed, PlanningError> {
    precision.check()?;
    probability(wanted_half_width)?;
    if !(response_rate > 0.0 && response_rate <= 1.0) {
        return Err(PlanningError::Range(response_rate));
    }
    let spread = precision.share * (1.0 - precision.share);
    let infinite = (precision.z() / wanted_half_width).powi(2) * spread * precision.design_effect;
    let finite = precision.population.map_or(infinite, |population| infinite / (1.0 + infinite / population));
    Ok(Needed { answers: people(finite), people: people(finite / response_rate) })
}

/// A hair above a whole number is that number: rounding up must not add a person to 384.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a number of people, positive and far below 2⁵³"
)]
fn people(value: f64) -> u64 {
    (value - 1e-9).ceil().max(1.0) as u64
}

/// Answers in each of two independent groups to tell two shares apart with a given power by a two-sided test at `alpha`
/// (R's `power.prop.test`), times the design effect. Not rounded.
pub fn two_proportions_size(
    (first, second): (f64, f64),
    power: f64,
    alpha: f64,
    design_effect: f64,
) -> Result<f64, PlanningError> {
    [first, second, power, alpha].into_iter().try_for_each(probability)?;
    if design_effect.is_nan() || design_effect <= 0.0 {
        return Err(PlanningError::Range(design_effect));
    }
    if (first - second).abs() < f64::EPSILON {
        return Err(PlanningError::SameShares);
    }
    let shared = f64::midpoint(first, second);
    let alike = normal_quantile(1.0 - alpha / 2.0) * (2.0 * shared * (1.0 - shared)).sqrt();
    let apart = normal_quantile(power) * (first * (1.0 - first) + second * (1.0 - second)).sqrt();
    Ok(design_effect * ((alike + apart) / (first - second)).powi(2))
}

/// The smallest change of a share, either way, that two independent waves of `answers` each detect with a given power at
/// `alpha`: what to print beside "no detectable change". Refuses a power not above `alpha`.
pub fn detectable_change(
    answers: u64,
    share: f64,
    power: f64,
    alpha: f64,
    design_effect: f64,
) -> Result<f64, PlanningError> {
    [share, power, alpha].into_iter().try_for_each(probability)?;
    if answers == 0 || power <= alpha {
        return Err(PlanningError::Range(if answers == 0 { 0.0 } else { power }));
    }
    // Towards one half the variance grows: that side is the harder one.
    let side = if share < 0.5 { 1.0 } else { -1.0 };
    let room = if side > 0.0 { 1.0 - share } else { share };
    let (mut low, mut high) = (0.0, room);
    for _ in 0..100 {
        let middle = f64::midpoint(low, high);
        let other = (share + side * middle).clamp(f64::EPSILON, 1.0 - f64::EPSILON);
        let enough = two_proportions_size((share, other), power, alpha, design_effect);
        *(if enough.is_ok_and(|n| n <= answers as f64) { &mut high } else { &mut low }) = middle;
    }
    Ok(high)
}
