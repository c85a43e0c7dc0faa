//! Waves.

use arpent_commons::domain::initiative::Initiative;
use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};

use crate::domain::wave::{Barometer, Season, Wave, WaveState};

statements! {
    ADD = "INSERT INTO barometer_wave (id, barometer, protocol, number, title, season, opens, closes, state, salt, double_entry,
           version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1)";
    BY_ID = "SELECT id, barometer, protocol, number, title, season, opens, closes, state, salt, double_entry, version
             FROM barometer_wave WHERE id = $1";
    BY_NUMBER = "SELECT id, barometer, protocol, number, title, season, opens, closes, state, salt, double_entry, version
                 FROM barometer_wave WHERE barometer = $1 AND number = $2";
    OF_BAROMETER = "SELECT id, barometer, protocol, number, title, season, opens, closes, state, salt, double_entry, version
                    FROM barometer_wave WHERE barometer = $1 ORDER BY number DESC";
    STRATA = "SELECT population, stratum, COUNT(*) AS n FROM barometer_answer
              WHERE wave = $1 AND complete = 1 AND stratum IS NOT NULL GROUP BY population, stratum";
    OF_INITIATIVE = "SELECT w.id, w.barometer, w.protocol, w.number, w.title, w.season, w.opens, w.closes, w.state, w.salt,
                     w.double_entry, w.version FROM barometer_wave w JOIN barometer b ON b.id = w.barometer
                     WHERE b.initiative = $1 ORDER BY w.opens DESC";
    READ = "SELECT w.id, w.barometer, w.protocol, w.number, w.title, w.season, w.opens, w.closes, w.state, w.salt,
            w.double_entry, w.version FROM barometer_wave w WHERE w.state IN ('closed', 'published')
            AND EXISTS (SELECT 1 FROM barometer_cube c WHERE c.wave = w.id) ORDER BY w.closes DESC, w.number DESC LIMIT $1";
    MOVE = "UPDATE barometer_wave SET state = $3, version = version + 1 WHERE id = $1 AND state = $2";
}

impl FromRow for Wave {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            barometer: row.get("barometer")?,
            protocol: row.get("protocol")?,
            number: row.get("number")?,
            title: row.get("title")?,
            season: row.parse("season", Season::parse)?,
            opens: row.get("opens")?,
            closes: row.get("closes")?,
            state: row.parse("state", WaveState::parse)?,
            salt: row.get("salt")?,
            double_entry: row.get("double_entry")?,
            version: row.get("version")?,
        })
    }
}

pub(crate) async fn add(tx: &Tx, wave: &Wave) -> Result<(), StoreError> {
    let row = args![
        wave.id,
        wave.barometer,
        wave.protocol,
        wave.number,
        &wave.title,
        wave.season.code(),
        wave.opens,
        wave.closes,
        wave.state.code(),
        &wave.salt,
        wave.double_entry
    ];
    tx.run(&ADD, row).await.map(drop)
}

/// By its id.
///
/// # Errors
/// The database does not answer.
pub async fn by_id(src: &impl Reads, id: Id<Wave>) -> Result<Option<Wave>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}

/// By its number in its barometer.
///
/// # Errors
/// The database does not answer.
pub async fn by_number(src: &impl Reads, barometer: Id<Barometer>, number: i64) -> Result<Option<Wave>, StoreError> {
    src.maybe(&BY_NUMBER, args![barometer, number]).await
}

/// Those of a barometer, the latest first.
///
/// # Errors
/// The database does not answer.
pub async fn of_barometer(src: &impl Reads, barometer: Id<Barometer>) -> Result<Vec<Wave>, StoreError> {
    src.all(&OF_BAROMETER, args![barometer]).await
}

/// Those of every barometer of a démarche, the latest first.
///
/// # Errors
/// The database does not answer.
pub async fn of_initiative(src: &impl Reads, initiative: Id<Initiative>) -> Result<Vec<Wave>, StoreError> {
    src.all(&OF_INITIATIVE, args![initiative]).await
}

/// Waves of any barometer whose answers were read, the latest first.
///
/// # Errors
/// The database does not answer.
pub async fn read(src: &impl Reads, limit: i64) -> Result<Vec<Wave>, StoreError> {
    src.all(&READ, args![limit]).await
}

/// Complete answers of a stratum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StratumCount {
    /// Whose.
    pub population: String,
    /// Of which stratum.
    pub stratum: String,
    /// How many.
    pub n: i64,
}

impl FromRow for StratumCount {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { population: row.get("population")?, stratum: row.get("stratum")?, n: row.get("n")? })
    }
}

/// Complete answers of a wave by stratum.
///
/// # Errors
/// The database does not answer.
pub async fn strata(src: &impl Reads, wave: Id<Wave>) -> Result<Vec<StratumCount>, StoreError> {
    src.all(&STRATA, args![wave]).await
}

/// Moves a wave on; says whether it was where it was thought to be.
pub(crate) async fn advance(tx: &Tx, id: Id<Wave>, from: WaveState, to: WaveState) -> Result<bool, StoreError> {
    Ok(tx.run(&MOVE, args![id, from.code(), to.code()]).await? > 0)
}
