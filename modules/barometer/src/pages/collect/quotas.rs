//! Quotas, as those who collect and those who ask see them fill.

use arpent_web::{Ctx, Refusal};

use crate::domain::protocol::STRATUM;
use crate::pages::at_wave::AtWave;
use crate::store::quotas::{Filled, filled};
use crate::texts::Texts;

/// A quota with where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::pages) struct Line {
    pub(in crate::pages) population: String,
    /// The category, in words.
    pub(in crate::pages) who: String,
    pub(in crate::pages) n: i64,
    pub(in crate::pages) expected: i64,
    pub(in crate::pages) full: bool,
    pub(in crate::pages) says: String,
}

/// The quotas of every population.
pub(in crate::pages) async fn all(ctx: &Ctx, place: &AtWave) -> Result<Vec<Line>, Refusal> {
    let mut lines = Vec::new();
    for population in &place.version.protocol.populations {
        lines.extend(of(ctx, place, &population.code).await?);
    }
    Ok(lines)
}

/// Those of a population.
pub(in crate::pages) async fn of(ctx: &Ctx, place: &AtWave, population: &str) -> Result<Vec<Line>, Refusal> {
    let filled = filled(&ctx.db, place.wave.id, &place.version.protocol, population).await?;
    Ok(filled.iter().map(|one| line(ctx, place, one)).collect())
}

fn line(ctx: &Ctx, place: &AtWave, one: &Filled) -> Line {
    let t = Texts::new(ctx.lang);
    Line {
        population: place.population(ctx, &one.quota.population),
        who: who(ctx, place, one),
        n: one.n,
        expected: i64::from(one.quota.expected),
        full: one.is_full(),
        says: match one.beyond() {
            0 if one.is_full() => t.quota_full().to_owned(),
            0 => t.quota_left(i64::from(one.quota.expected) - one.n),
            beyond => t.quota_beyond(beyond),
        },
    }
}

/// A category in the words of its question, or its stratum.
fn who(ctx: &Ctx, place: &AtWave, one: &Filled) -> String {
    let (protocol, lang, quota) = (&place.version.protocol, ctx.lang.code(), &one.quota);
    if quota.variable == STRATUM {
        let strata = protocol.strata(&quota.population);
        return strata.iter().find(|one| one.code == quota.code).map_or(&quota.code, |one| &one.name).clone();
    }
    let question = protocol.question(&quota.variable);
    let choice = question.and_then(|one| one.choices().iter().find(|choice| choice.code == quota.code));
    let name = question.map_or(quota.variable.as_str(), |one| one.wording.say(lang));
    format!("{name} : {}", choice.map_or(quota.code.as_str(), |one| one.label.say(lang)))
}
