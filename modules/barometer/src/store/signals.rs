//! Signals: what calls for someone, once.

use arpent_commons::domain::contribution::Contribution;
use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::Timestamp;

use crate::domain::signal::{Evidence, Raising, Signal, SignalKind, SignalState};
use crate::domain::wave::{Barometer, Wave};

statements! {
    ADD = "INSERT INTO barometer_signal (id, wave, kind, item, population, place, evidence, state, reason, raised_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, 'raised', '', $8) ON CONFLICT (wave, kind, item, population, place) DO NOTHING";
    BY_ID = "SELECT s.id, s.wave, s.kind, s.item, s.population, s.place, s.evidence, s.state, s.reason, s.contribution, s.raised_at,
             w.barometer, w.number FROM barometer_signal s JOIN barometer_wave w ON w.id = s.wave WHERE s.id = $1";
    OF_BAROMETER = "SELECT s.id, s.wave, s.kind, s.item, s.population, s.place, s.evidence, s.state, s.reason, s.contribution,
             s.raised_at, w.barometer, w.number FROM barometer_signal s JOIN barometer_wave w ON w.id = s.wave
             WHERE w.barometer = $1 ORDER BY w.number DESC, s.raised_at, s.item";
    SETTLE = "UPDATE barometer_signal SET state = $2, reason = $3, contribution = $4, handled_by = $5, handled_at = $6
              WHERE id = $1 AND state = 'raised'";
    WAITING = "SELECT COUNT(*) AS value FROM barometer_signal WHERE state = 'raised'";
    FIRST = "SELECT b.slug AS value FROM barometer_signal s JOIN barometer_wave w ON w.id = s.wave
             JOIN barometer b ON b.id = w.barometer WHERE s.state = 'raised' ORDER BY s.raised_at LIMIT 1";
    ERASE = "UPDATE barometer_signal SET handled_by = NULL WHERE handled_by = $1";
}

/// A signal with its wave.
#[derive(Debug, Clone, PartialEq)]
pub struct SignalRow {
    /// Its id.
    pub id: Id<Signal>,
    /// Of which wave.
    pub wave: Id<Wave>,
    /// Number of the wave.
    pub number: i64,
    /// Of which barometer.
    pub barometer: Id<Barometer>,
    /// Why.
    pub kind: SignalKind,
    /// The service.
    pub item: String,
    /// Whose judgement.
    pub population: String,
    /// Where; empty for all places.
    pub place: String,
    /// What it rests on.
    pub evidence: Evidence,
    /// What became of it.
    pub state: SignalState,
    /// In whose words.
    pub reason: String,
    /// The challenge it became.
    pub contribution: Option<Id<Contribution>>,
    /// Raised at.
    pub raised_at: Timestamp,
}

impl FromRow for SignalRow {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            wave: row.get("wave")?,
            number: row.get("number")?,
            barometer: row.get("barometer")?,
            kind: row.parse("kind", SignalKind::parse)?,
            item: row.get("item")?,
            population: row.get("population")?,
            place: row.get("place")?,
            evidence: row.parse("evidence", |text| serde_json::from_str(text).ok())?,
            state: row.parse("state", SignalState::parse)?,
            reason: row.get("reason")?,
            contribution: row.get("contribution")?,
            raised_at: row.get("raised_at")?,
        })
    }
}

/// Raises a signal; the same one is raised once. Says whether it is new.
pub(crate) async fn raise(
    tx: &Tx,
    id: Id<Signal>,
    wave: Id<Wave>,
    new: &Raising,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let evidence = serde_json::to_string(&new.evidence)?;
    let row = args![id, wave, new.kind.code(), &new.item, &new.population, &new.place, evidence, at];
    Ok(tx.run(&ADD, row).await? > 0)
}

/// By its id.
///
/// # Errors
/// The database does not answer.
pub async fn by_id(src: &impl Reads, id: Id<Signal>) -> Result<Option<SignalRow>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}

/// Those of a barometer, the latest wave first.
///
/// # Errors
/// The database does not answer.
pub async fn of_barometer(src: &impl Reads, barometer: Id<Barometer>) -> Result<Vec<SignalRow>, StoreError> {
    src.all(&OF_BAROMETER, args![barometer]).await
}

/// How many wait for someone, and the barometer of the oldest.
///
/// # Errors
/// The database does not answer.
pub async fn waiting(src: &impl Reads) -> Result<(i64, Option<String>), StoreError> {
    let count: Option<i64> = src.maybe(&WAITING, args![]).await?;
    Ok((count.unwrap_or(0), src.maybe(&FIRST, args![]).await?))
}

/// Says what became of a signal; says whether it was still waiting.
pub(crate) async fn settle(
    tx: &Tx,
    id: Id<Signal>,
    (state, reason): (SignalState, &str),
    contribution: Option<Id<Contribution>>,
    (by, at): (Option<Id<Person>>, Timestamp),
) -> Result<bool, StoreError> {
    Ok(tx.run(&SETTLE, args![id, state.code(), reason, contribution, by, at]).await? > 0)
}

/// Forgets who settled signals.
pub(crate) async fn erase(tx: &Tx, person: Id<Person>) -> Result<u64, StoreError> {
    tx.run(&ERASE, args![person]).await
}
