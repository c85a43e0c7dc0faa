//! Versions of protocols.

use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::Timestamp;

use crate::domain::protocol::Protocol;
use crate::domain::wave::{Barometer, ProtocolVersion};

statements! {
    ADD = "INSERT INTO barometer_protocol (id, barometer, number, document, break_note, broken, version)
           VALUES ($1, $2, $3, $4, '', '[]', 1)";
    BY_ID = "SELECT id, barometer, number, document, sha256, break_note, broken, frozen_at, version
             FROM barometer_protocol WHERE id = $1";
    OF_BAROMETER = "SELECT id, barometer, number, document, sha256, break_note, broken, frozen_at, version
                    FROM barometer_protocol WHERE barometer = $1 ORDER BY number DESC";
    SAVE = "UPDATE barometer_protocol SET document = $3, version = version + 1
            WHERE id = $1 AND version = $2 AND frozen_at IS NULL";
    FREEZE = "UPDATE barometer_protocol SET sha256 = $3, break_note = $4, broken = $5, frozen_at = $6, version = version + 1
              WHERE id = $1 AND version = $2 AND frozen_at IS NULL";
}

impl FromRow for ProtocolVersion {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            barometer: row.get("barometer")?,
            number: row.get("number")?,
            protocol: row.parse("document", |text| serde_json::from_str(text).ok())?,
            sha256: row.get("sha256")?,
            break_note: row.get("break_note")?,
            broken: row.parse("broken", |text| serde_json::from_str(text).ok())?,
            frozen_at: row.get("frozen_at")?,
            version: row.get("version")?,
        })
    }
}

/// A protocol as it is stored, frozen and published: one text, always the same for the same protocol.
///
/// # Errors
/// Never for a protocol that was read; a number that JSON cannot write otherwise.
pub fn document(protocol: &Protocol) -> Result<String, StoreError> {
    Ok(serde_json::to_string(protocol)?)
}

pub(crate) async fn add(
    tx: &Tx,
    id: Id<ProtocolVersion>,
    barometer: Id<Barometer>,
    number: i64,
    protocol: &Protocol,
) -> Result<(), StoreError> {
    tx.run(&ADD, args![id, barometer, number, document(protocol)?]).await.map(drop)
}

/// By its id.
///
/// # Errors
/// The database does not answer.
pub async fn by_id(src: &impl Reads, id: Id<ProtocolVersion>) -> Result<Option<ProtocolVersion>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}

/// Those of a barometer, the latest first.
///
/// # Errors
/// The database does not answer.
pub async fn of_barometer(src: &impl Reads, barometer: Id<Barometer>) -> Result<Vec<ProtocolVersion>, StoreError> {
    src.all(&OF_BAROMETER, args![barometer]).await
}

/// Saves a draft unless someone saved it meanwhile or froze it; says whether it was saved.
pub(crate) async fn save(
    tx: &Tx,
    id: Id<ProtocolVersion>,
    version: i64,
    protocol: &Protocol,
) -> Result<bool, StoreError> {
    Ok(tx.run(&SAVE, args![id, version, document(protocol)?]).await? > 0)
}

/// What freezing writes down.
#[derive(Debug, Clone)]
pub(crate) struct Frozen<'a> {
    pub(crate) sha256: &'a str,
    pub(crate) break_note: &'a str,
    pub(crate) broken: &'a [String],
    pub(crate) at: Timestamp,
}

/// Freezes a draft; says whether it was one still.
pub(crate) async fn freeze(
    tx: &Tx,
    id: Id<ProtocolVersion>,
    version: i64,
    frozen: &Frozen<'_>,
) -> Result<bool, StoreError> {
    let broken = serde_json::to_string(frozen.broken)?;
    let row = args![id, version, frozen.sha256, frozen.break_note, broken, frozen.at];
    Ok(tx.run(&FREEZE, row).await? > 0)
}
