//! Reading a closed wave, and publishing what was read.

use arpent_core::digest::sha256;
use arpent_core::{Event, Id};
use arpent_store::StoreError;
use arpent_survey::Error;
use arpent_survey::plan::Refusal as Unread;
use arpent_web::{Caller, Refusal};

use super::alerts::raise;
use super::followed::catch_up;
use super::{barometer, scope};
use crate::PUBLISH;
use crate::domain::signal;
use crate::domain::wave::{Wave, WaveState};
use crate::reading::{Gathered, Reading, Source};
use crate::store::barometers::BarometerRow;
use crate::store::cubes::{self, CubeRow};
use crate::store::{answers, protocols, waves};
use crate::texts::Texts;

/// Answers read at once.
const PAGE: i64 = 1_000;

/// Reads a closed wave: its cube replaces the one that waited to be published.
///
/// # Errors
/// Not allowed, a wave that is still open, nobody answered, or what the engine would have to guess, in words.
pub async fn compute(caller: &Caller, wave: &Wave) -> Result<CubeRow, Refusal> {
    let row = barometer(caller, wave.barometer).await?;
    caller.require(PUBLISH, scope(row.initiative))?;
    if matches!(wave.state, WaveState::Prepared | WaveState::Open) {
        return Err(Refusal::rule("wave-open", |l| Texts::new(l).results_wave_open().into()));
    }
    let source = source(caller, wave).await?;
    if source.gathered.is_empty() {
        return Err(Refusal::rule("no-answer", |l| Texts::new(l).results_no_answer().into()));
    }
    let before = earlier(caller, wave).await?;
    let broken = broken_since(caller, wave, before.as_ref()).await?;
    let answers = i64::try_from(source.gathered.len()).unwrap_or(i64::MAX);
    let slug = row.slug.clone();
    // It computes for a second or two: the threads that answer pages go on answering.
    let read =
        tokio::task::spawn_blocking(move || Reading::new(&source, before.as_ref(), &broken).cube(&slug, &mut ()));
    let cube = read.await.map_err(|error| unreadable(&error))?.map_err(|refused| refusal(&refused))?;
    let document = serde_json::to_string(&cube).map_err(StoreError::from)?;
    let sha256 = sha256(&document);
    let (id, computed_at) = (caller.id(), caller.now());
    let kept = CubeRow { id, wave: wave.id, document, cube, sha256, answers, computed_at, published_at: None };
    let tx = caller.begin(PUBLISH, scope(row.initiative)).await?;
    cubes::add(&tx, &kept).await?;
    let event = Event::new("results.computed", "wave", wave.id).within(row.initiative);
    tx.commit(event.with("sha256", kept.sha256.clone())).await?;
    Ok(kept)
}

pub(super) fn unreadable(error: &impl ToString) -> Refusal {
    Refusal::Store(StoreError::Unreadable { column: "cube".to_owned(), value: error.to_string() })
}

pub(super) async fn source(caller: &Caller, wave: &Wave) -> Result<Source, Refusal> {
    let version = protocols::by_id(&caller.db, wave.protocol).await?.ok_or(Refusal::NotFound)?;
    let mut gathered = Gathered::new(&version.protocol);
    let mut after = Id::from_uuid(uuid::Uuid::nil());
    loop {
        let page = answers::complete(&caller.db, wave.id, after, PAGE).await?;
        for row in &page {
            gathered.add(row);
        }
        match page.last() {
            Some(last) => after = last.id,
            None => return Ok(Source { wave: wave.clone(), version, gathered }),
        }
    }
}

/// The wave before, where it was closed and someone answered.
pub(super) async fn earlier(caller: &Caller, wave: &Wave) -> Result<Option<Source>, Refusal> {
    let all = waves::of_barometer(&caller.db, wave.barometer).await?;
    let done = |one: &&Wave| one.number < wave.number && matches!(one.state, WaveState::Closed | WaveState::Published);
    let Some(before) = all.iter().filter(done).max_by_key(|one| one.number) else { return Ok(None) };
    Ok(Some(source(caller, before).await?).filter(|source| !source.gathered.is_empty()))
}

/// Questions whose series started anew since the wave before.
pub(super) async fn broken_since(
    caller: &Caller,
    wave: &Wave,
    before: Option<&Source>,
) -> Result<Vec<String>, Refusal> {
    let Some(before) = before else { return Ok(Vec::new()) };
    let versions = protocols::of_barometer(&caller.db, wave.barometer).await?;
    let current = versions.iter().find(|one| one.id == wave.protocol).map_or(0, |one| one.number);
    let since = versions.into_iter().filter(|one| one.number > before.version.number && one.number <= current);
    Ok(since.flat_map(|one| one.broken).collect())
}

/// Publishes what was read last: everyone may see it, and what calls for someone is raised, once.
///
/// # Errors
/// Not allowed, or nothing was read.
pub async fn publish(caller: &Caller, wave: &Wave) -> Result<usize, Refusal> {
    let row: BarometerRow = barometer(caller, wave.barometer).await?;
    let tx = caller.begin(PUBLISH, scope(row.initiative)).await?;
    let cube = cubes::latest(&tx, wave.id).await?;
    let cube = cube.ok_or_else(|| Refusal::rule("not-computed", |l| Texts::new(l).results_not_computed().into()))?;
    let version = protocols::by_id(&tx, wave.protocol).await?.ok_or(Refusal::NotFound)?;
    cubes::publish(&tx, cube.id, caller.now()).await?;
    waves::advance(&tx, wave.id, WaveState::Closed, WaveState::Published).await?;
    let raised =
        raise(&tx, caller, (&row, wave, &version.protocol), &signal::of(&cube.cube, &version.protocol)).await?;
    let event = Event::new("results.published", "wave", wave.id).within(row.initiative);
    tx.commit(event.with("sha256", cube.sha256)).await?;
    catch_up(caller, &row).await?;
    Ok(raised)
}

/// What the engine refuses, in words, with what to do next.
fn refusal(refused: &Unread) -> Refusal {
    let refused = refused.clone();
    Refusal::rule("results-refused", move |l| {
        let t = Texts::new(l);
        match &refused {
            Unread::Weighting { error, .. } => weighting(t, error),
            Unread::Missing { column, .. } if column == "~size" || column == "~stratum" => {
                t.refused_stratum().to_owned()
            }
            Unread::Weight { weight, row, .. } => t.refused_weight(row + 1, weight.to_string()),
            Unread::OffScale { column, value, .. } => t.refused_off_scale(column, value.to_string()),
            Unread::Scale(_) => t.refused_scale().to_owned(),
            other => t.refused_otherwise(other.to_string()),
        }
    })
}

fn weighting(t: Texts, error: &Error) -> String {
    match error {
        Error::UnequalMargins { first, first_total, second, second_total } => {
            t.refused_unequal(first, first_total.to_string(), second, second_total.to_string())
        }
        Error::EmptyCategory { margin, category, target, merge_with } => match merge_with {
            Some(other) => t.refused_empty_merge(category, margin, other, target.to_string()),
            None => t.refused_empty(category, margin, target.to_string()),
        },
        Error::UnexpectedCategory { margin, category, answers } => t.refused_unexpected(*answers, category, margin),
        Error::MissingMargin { margin, units, .. } => t.refused_missing(margin, *units),
        Error::NoConvergence { margin, category, .. } => t.refused_unsettled(category, margin),
        Error::PopulationTooSmall { sampled, population, .. } => t.refused_too_many(population.to_string(), *sampled),
        other => t.refused_otherwise(other.to_string()),
    }
}
