//! Files of answers brought in.

use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::Timestamp;
use uuid::Uuid;

use crate::domain::import::{Done, Mapping};
use crate::domain::wave::{Wave, codes};

statements! {
    ADD = "INSERT INTO barometer_import (id, wave, file, file_name, sha256, mapping, state, read, created, again, refused,
           person, created_at) VALUES ($1, $2, $3, $4, $5, $6, 'pending', 0, 0, 0, 0, $7, $8)";
    BY_ID = "SELECT id, wave, file, file_name, sha256, mapping, state, read, created, again, refused, person, created_at
             FROM barometer_import WHERE id = $1";
    OF_WAVE = "SELECT id, wave, file, file_name, sha256, mapping, state, read, created, again, refused, person, created_at
               FROM barometer_import WHERE wave = $1 ORDER BY created_at DESC LIMIT $2";
    OF_PERSON = "SELECT id, wave, file, file_name, sha256, mapping, state, read, created, again, refused, person, created_at
                 FROM barometer_import WHERE person = $1 ORDER BY created_at";
    MAP = "UPDATE barometer_import SET mapping = $2 WHERE id = $1 AND state = 'pending'";
    END = "UPDATE barometer_import SET state = $2, file = NULL, read = $3, created = $4, again = $5, refused = $6
           WHERE id = $1 AND state = 'pending'";
    OLD = "SELECT id, wave, file, file_name, sha256, mapping, state, read, created, again, refused, person, created_at
           FROM barometer_import WHERE state = 'pending' AND created_at < $1";
    ERASE = "UPDATE barometer_import SET person = NULL WHERE person = $1";
}

codes! {
    /// Where an import stands.
    ImportState {
        /// Being read again: nothing is imported.
        Pending = "pending",
        /// Brought in.
        Done = "done",
        /// Given up; its file is gone.
        Forgotten = "forgotten",
    }
}

/// A file of answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// Its id.
    pub id: Id<Import>,
    /// Into which wave.
    pub wave: Id<Wave>,
    /// Its content, until it is forgotten.
    pub file: Option<Uuid>,
    /// What its owner calls it.
    pub file_name: String,
    /// SHA-256 of its content.
    pub sha256: String,
    /// Which column holds what.
    pub mapping: Mapping,
    /// Where it stands.
    pub state: ImportState,
    /// What was done of it.
    pub done: Done,
    /// Who brought it.
    pub person: Option<Id<Person>>,
    /// When.
    pub created_at: Timestamp,
}

impl FromRow for Import {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            wave: row.get("wave")?,
            file: row.get("file")?,
            file_name: row.get("file_name")?,
            sha256: row.get("sha256")?,
            mapping: row.parse("mapping", |text| serde_json::from_str(text).ok())?,
            state: row.parse("state", ImportState::parse)?,
            done: Done {
                read: row.get("read")?,
                created: row.get("created")?,
                again: row.get("again")?,
                refused: row.get("refused")?,
            },
            person: row.get("person")?,
            created_at: row.get("created_at")?,
        })
    }
}

pub(crate) async fn add(tx: &Tx, one: &Import) -> Result<(), StoreError> {
    let mapping = serde_json::to_string(&one.mapping)?;
    let row = args![one.id, one.wave, one.file, &one.file_name, &one.sha256, mapping, one.person, one.created_at];
    tx.run(&ADD, row).await.map(drop)
}

/// An import.
pub(crate) async fn by_id(src: &impl Reads, id: Id<Import>) -> Result<Option<Import>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}

/// The latest ones of a wave.
pub(crate) async fn of_wave(src: &impl Reads, wave: Id<Wave>, limit: i64) -> Result<Vec<Import>, StoreError> {
    src.all(&OF_WAVE, args![wave, limit]).await
}

/// What a person brought in, for her export.
pub(crate) async fn of_person(src: &impl Reads, person: Id<Person>) -> Result<Vec<Import>, StoreError> {
    src.all(&OF_PERSON, args![person]).await
}

/// Those nobody came back for.
pub(crate) async fn older_than(src: &impl Reads, at: Timestamp) -> Result<Vec<Import>, StoreError> {
    src.all(&OLD, args![at]).await
}

/// Keeps which column holds what; `false` once it is over.
pub(crate) async fn map(tx: &Tx, id: Id<Import>, mapping: &Mapping) -> Result<bool, StoreError> {
    Ok(tx.run(&MAP, args![id, serde_json::to_string(mapping)?]).await? > 0)
}

/// Ends it and forgets its file; `false` when it was over already.
pub(crate) async fn end(tx: &Tx, one: &Import, state: ImportState, done: Done) -> Result<bool, StoreError> {
    let row = args![one.id, state.code(), done.read, done.created, done.again, done.refused];
    if tx.run(&END, row).await? == 0 {
        return Ok(false);
    }
    if let Some(file) = one.file {
        tx.remove_file(file).await?;
    }
    Ok(true)
}

/// Forgets that she brought it in.
pub(crate) async fn erase(tx: &Tx, person: Id<Person>) -> Result<u64, StoreError> {
    tx.run(&ERASE, args![person]).await
}
