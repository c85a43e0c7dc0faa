//! Sharing a sample between strata.

use super::PlanningError;

/// How a sample is shared.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// As the population is: the best for the whole when strata resemble each other.
    Proportional,
    /// By size and spread (Neyman 1934): the best for the whole.
    Neyman,
    /// By a power of the size (Bankier 1988) times the spread: 0 makes every stratum equally precise, 1 is Neyman's.
    Power(f64),
    /// The same number everywhere.
    Equal,
}

/// What is known of a stratum before asking.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StratumPlan {
    /// Its name, given back.
    pub name: String,
    /// People in it.
    pub population: f64,
    /// Standard deviation expected inside: `√(p(1−p))` for a share; a half is the least favourable.
    pub spread: f64,
    /// People to ask at least.
    #[serde(default)]
    pub minimum: u64,
}

/// The people to ask in a stratum.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Allocation {
    /// The stratum.
    pub name: String,
    /// People to ask, whole, never more than there are.
    pub sample: u64,
    /// Weight that each will bear.
    pub weight: f64,
}

/// Shares `total` people between strata, in whole numbers that add up to it (largest remainders), within each stratum's
/// minimum and population: what one cannot take goes to the others by the same rule. Refuses a total beyond the
/// population or under the minimums.
pub fn allocate(strata: &[StratumPlan], total: u64, rule: Rule) -> Result<Vec<Allocation>, PlanningError> {
    check(strata, total)?;
    let sizes: Vec<f64> = strata.iter().map(|stratum| appeal(stratum, rule)).collect();
    if sizes.iter().all(|size| *size == 0.0) {
        return Err(PlanningError::NoStratum);
    }
    let shares = bounded(strata, &sizes, total as f64);
    let whole = rounded(strata, &shares, total);
    let allocation = |(stratum, sample): (&StratumPlan, u64)| Allocation {
        name: stratum.name.clone(),
        sample,
        weight: if sample == 0 { 0.0 } else { stratum.population / sample as f64 },
    };
    Ok(strata.iter().zip(whole).map(allocation).collect())
}

fn check(strata: &[StratumPlan], total: u64) -> Result<(), PlanningError> {
    let values = strata.iter().flat_map(|stratum| [stratum.population, stratum.spread]);
    if let Some(faulty) = values.into_iter().find(|value| !(value.is_finite() && *value >= 0.0)) {
        return Err(PlanningError::Range(faulty));
    }
    let population: f64 = strata.iter().map(|stratum| stratum.population.floor()).sum();
    if total as f64 > population {
        return Err(PlanningError::PopulationTooSmall { asked: total, population });
    }
    let minimum: u64 = strata.iter().map(|stratum| whole(least(stratum))).sum();
    if minimum > total { Err(PlanningError::Minimum { minimum, total }) } else { Ok(()) }
}

/// A minimum cannot exceed the people there are.
fn least(stratum: &StratumPlan) -> f64 {
    (stratum.minimum as f64).min(stratum.population.floor())
}

fn appeal(stratum: &StratumPlan, rule: Rule) -> f64 {
    match rule {
        _ if stratum.population == 0.0 => 0.0,
        Rule::Proportional => stratum.population,
        Rule::Neyman => stratum.population * stratum.spread,
        Rule::Power(power) => stratum.population.powf(power) * stratum.spread,
        Rule::Equal => 1.0,
    }
}

/// Proportional to the appeals inside the bounds: the common ratio is found by bisection.
fn bounded(strata: &[StratumPlan], sizes: &[f64], total: f64) -> Vec<f64> {
    let at = |ratio: f64| -> Vec<f64> {
        let share =
            |(stratum, size): (&StratumPlan, &f64)| (ratio * size).clamp(least(stratum), stratum.population.floor());
        strata.iter().zip(sizes).map(share).collect()
    };
    let (mut low, mut high) = (0.0, 1.0);
    while at(high).iter().sum::<f64>() < total && high < 1e300 {
        high *= 2.0;
    }
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        *(if at(middle).iter().sum::<f64>() < total { &mut low } else { &mut high }) = middle;
    }
    at(high)
}

fn rounded(strata: &[StratumPlan], shares: &[f64], total: u64) -> Vec<u64> {
    // A share found by bisection may lie a hair under its whole number.
    let mut out: Vec<u64> = shares.iter().map(|share| whole(share + 1e-7)).collect();
    let mut order: Vec<usize> = (0..shares.len()).collect();
    let rest = |place: &usize| shares[*place] - out[*place] as f64;
    order.sort_by(|a, b| rest(b).total_cmp(&rest(a)));
    let mut left: u64 = total.saturating_sub(out.iter().sum());
    // The total does not exceed the population: each turn over the strata places someone.
    while left > 0 {
        for &place in &order {
            let room = (out[place] as f64) < strata[place].population.floor();
            let taken = u64::from(room && left > 0);
            out[place] += taken;
            left -= taken;
        }
    }
    out
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a number of people, positive and far below 2⁵³"
)]
pub(super) fn whole(value: f64) -> u64 {
    value.floor() as u64
}
