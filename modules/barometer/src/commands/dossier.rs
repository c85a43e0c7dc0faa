//! Taking away the protected answers of a wave.

use arpent_core::digest::sha256;
use arpent_core::{Event, Id};
use arpent_web::{Caller, Lang, Refusal};

use super::results::{broken_since, earlier, source, unreadable};
use super::{barometer, scope};
use crate::COLLECT;
use crate::domain::wave::{Wave, WaveState};
use crate::outputs::dossier::{Parts, archive};
use crate::store::answers::{self, AnswerRow};
use crate::store::cubes;
use crate::texts::Texts;

/// Answers read at once.
const PAGE: i64 = 1_000;

/// The answers of a wave that was read, with their weights and what repeats its figures, as an archive. Who took it and its
/// fingerprint are written in the journal.
///
/// # Errors
/// Not allowed, a wave that is still open, or that nobody read.
pub async fn take(caller: &Caller, wave: &Wave, producer: &str, lang: Lang) -> Result<Vec<u8>, Refusal> {
    let row = barometer(caller, wave.barometer).await?;
    caller.require(COLLECT, scope(row.initiative))?;
    if matches!(wave.state, WaveState::Prepared | WaveState::Open) {
        return Err(Refusal::rule("wave-open", |l| Texts::new(l).results_wave_open().into()));
    }
    let cube = cubes::latest(&caller.db, wave.id).await?;
    let cube = cube.ok_or_else(|| Refusal::rule("not-computed", |l| Texts::new(l).results_not_computed().into()))?;
    let (wave_source, before) = (source(caller, wave).await?, earlier(caller, wave).await?);
    let broken = broken_since(caller, wave, before.as_ref()).await?;
    let rows = rows(caller, wave).await?;
    let (producer, title) = (producer.to_owned(), row.title.clone());
    let at = caller.now().to_zoned(jiff::tz::TimeZone::UTC).datetime();
    // It weights the answers again: the threads that answer pages go on answering.
    let written = tokio::task::spawn_blocking(move || {
        archive(&Parts {
            source: &wave_source,
            before: before.as_ref(),
            broken: &broken,
            rows: &rows,
            cube: (&cube.cube, &cube.document, &cube.sha256),
            named: (&producer, &title),
            lang,
            at,
        })
    });
    let bytes = written.await.map_err(|error| unreadable(&error))?.map_err(|error| unreadable(&error))?;
    let tx = caller.begin(COLLECT, scope(row.initiative)).await?;
    let event = Event::new("answers.taken", "wave", wave.id).within(row.initiative);
    tx.commit(event.with("sha256", sha256(&bytes))).await?;
    Ok(bytes)
}

/// Every complete answer, in the order in which they are gathered: that of random ids.
async fn rows(caller: &Caller, wave: &Wave) -> Result<Vec<AnswerRow>, Refusal> {
    let mut all: Vec<AnswerRow> = Vec::new();
    loop {
        let after = all.last().map_or(Id::from_uuid(uuid::Uuid::nil()), |row| row.id);
        let page = answers::complete(&caller.db, wave.id, after, PAGE).await?;
        if page.is_empty() {
            return Ok(all);
        }
        all.extend(page);
    }
}
