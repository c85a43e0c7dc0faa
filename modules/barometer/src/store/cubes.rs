//! Published cubes, and those waiting to be.

use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::Timestamp;

use crate::domain::cube::Cube;
use crate::domain::wave::{Barometer, Wave};

statements! {
    ADD = "INSERT INTO barometer_cube (id, wave, document, sha256, answers, computed_at) VALUES ($1, $2, $3, $4, $5, $6)";
    LATEST = "SELECT id, wave, document, sha256, answers, computed_at, published_at FROM barometer_cube
              WHERE wave = $1 ORDER BY computed_at DESC, id DESC LIMIT 1";
    PUBLISHED = "SELECT id, wave, document, sha256, answers, computed_at, published_at FROM barometer_cube
                 WHERE wave = $1 AND published_at IS NOT NULL ORDER BY published_at DESC, id DESC LIMIT 1";
    PUBLISH = "UPDATE barometer_cube SET published_at = $2 WHERE id = $1";
    FORGET = "DELETE FROM barometer_cube WHERE wave = $1 AND published_at IS NULL";
    SERIES = "SELECT c.id, c.wave, c.document, c.sha256, c.answers, c.computed_at, c.published_at
              FROM barometer_cube c JOIN barometer_wave w ON w.id = c.wave
              WHERE w.barometer = $1 AND w.number < $2 AND c.published_at = (SELECT MAX(d.published_at) FROM barometer_cube d
              WHERE d.wave = c.wave) ORDER BY w.number";
}

/// Marker of a cube's row.
#[derive(Debug)]
pub struct Cubed;

/// A cube with where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct CubeRow {
    /// Its id.
    pub id: Id<Cubed>,
    /// Of which wave.
    pub wave: Id<Wave>,
    /// The document as it was written: what is downloaded, byte for byte.
    pub document: String,
    /// The same, read.
    pub cube: Cube,
    /// SHA-256 of the document.
    pub sha256: String,
    /// Answers it was computed from.
    pub answers: i64,
    /// Computed at.
    pub computed_at: Timestamp,
    /// Published at.
    pub published_at: Option<Timestamp>,
}

impl FromRow for CubeRow {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            wave: row.get("wave")?,
            document: row.get("document")?,
            cube: row.parse("document", |text| serde_json::from_str(text).ok())?,
            sha256: row.get("sha256")?,
            answers: row.get("answers")?,
            computed_at: row.get("computed_at")?,
            published_at: row.get("published_at")?,
        })
    }
}

/// Keeps a cube; those of the wave that were computed before and never published are forgotten.
pub(crate) async fn add(tx: &Tx, row: &CubeRow) -> Result<(), StoreError> {
    tx.run(&FORGET, args![row.wave]).await?;
    let values = args![row.id, row.wave, &row.document, &row.sha256, row.answers, row.computed_at];
    tx.run(&ADD, values).await.map(drop)
}

pub(crate) async fn publish(tx: &Tx, id: Id<Cubed>, at: Timestamp) -> Result<(), StoreError> {
    tx.run(&PUBLISH, args![id, at]).await.map(drop)
}

/// The latest of a wave, published or not.
///
/// # Errors
/// The database does not answer.
pub async fn latest(src: &impl Reads, wave: Id<Wave>) -> Result<Option<CubeRow>, StoreError> {
    src.maybe(&LATEST, args![wave]).await
}

/// The one that everyone reads.
///
/// # Errors
/// The database does not answer.
pub async fn published(src: &impl Reads, wave: Id<Wave>) -> Result<Option<CubeRow>, StoreError> {
    src.maybe(&PUBLISHED, args![wave]).await
}

/// Published cubes of the waves before a number, the earliest first.
///
/// # Errors
/// The database does not answer.
pub async fn before(src: &impl Reads, barometer: Id<Barometer>, number: i64) -> Result<Vec<CubeRow>, StoreError> {
    src.all(&SERIES, args![barometer, number]).await
}
