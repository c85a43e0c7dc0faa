//! What a wave will be able to say of each service, in each stratum and over all, announced before it is paid for.

use super::PlanningError;
use super::precision::{Precision, half_width};

/// People who are expected to answer in a stratum.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StratumSample {
    /// Its name.
    pub name: String,
    /// Answers expected.
    pub answers: u64,
    /// People in it.
    pub population: f64,
}

/// A service to be judged.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ServicePlan {
    /// Its name.
    pub name: String,
    /// Share of people expected to have an opinion of it: its users, for instance.
    pub judges: f64,
    /// Share of satisfied expected; a half is the least favourable.
    pub share: f64,
}

/// What may be expected of a figure.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Announced {
    /// The service.
    pub service: String,
    /// The stratum; none over all of them.
    pub stratum: Option<String>,
    /// Answers expected, rounded down.
    pub answers: u64,
    /// Half-width of its interval; none with fewer answers than may be shown.
    pub half_width: Option<f64>,
}

/// Half-widths of every service, in each stratum then over all. The design effect applies everywhere; over all it comes
/// on top of what unequal sampling rates cost. Refuses shares outside 0..1, and more answers than people.
pub fn announce(
    strata: &[StratumSample],
    services: &[ServicePlan],
    design_effect: f64,
    level: f64,
    minimum: u64,
) -> Result<Vec<Announced>, PlanningError> {
    let mut out = Vec::with_capacity(services.len() * (strata.len() + 1));
    for service in services {
        for stratum in strata {
            out.push(figure(
                service,
                Some(stratum),
                (stratum.answers, stratum.population),
                design_effect,
                level,
                minimum,
            )?);
        }
        let all = (strata.iter().map(|s| s.answers).sum(), strata.iter().map(|s| s.population).sum());
        out.push(figure(service, None, all, design_effect * unequal_rates(strata), level, minimum)?);
    }
    Ok(out)
}

/// Kish's design effect of weights that differ between strata: `n Σ n_h w_h² / (Σ n_h w_h)²`.
fn unequal_rates(strata: &[StratumSample]) -> f64 {
    let asked = || strata.iter().filter(|stratum| stratum.answers > 0);
    let n: f64 = asked().map(|stratum| stratum.answers as f64).sum();
    let people: f64 = asked().map(|stratum| stratum.population).sum();
    let squares: f64 = asked().map(|stratum| stratum.population.powi(2) / stratum.answers as f64).sum();
    if people > 0.0 { n * squares / (people * people) } else { 1.0 }
}

fn figure(
    service: &ServicePlan,
    stratum: Option<&StratumSample>,
    (asked, population): (u64, f64),
    design_effect: f64,
    level: f64,
    minimum: u64,
) -> Result<Announced, PlanningError> {
    if !(service.judges > 0.0 && service.judges <= 1.0) {
        return Err(PlanningError::Range(service.judges));
    }
    if asked as f64 > population {
        return Err(PlanningError::PopulationTooSmall { asked, population });
    }
    let answers = super::allocation::whole(asked as f64 * service.judges);
    let population = Some(population * service.judges);
    let precision = Precision { share: service.share, design_effect, level, population };
    let shown = answers > 0 && answers >= minimum;
    Ok(Announced {
        service: service.name.clone(),
        stratum: stratum.map(|stratum| stratum.name.clone()),
        answers,
        half_width: if shown { Some(half_width(answers, &precision)?) } else { None },
    })
}
