//! Files brought in.

use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::Timestamp;
use uuid::Uuid;

use crate::domain::layer::Layer;

statements! {
    ADD = "INSERT INTO mapping_import (id, layer, file, file_name, state, created, person, created_at)
           VALUES ($1, $2, $3, $4, 'pending', 0, $5, $6)";
    BY_ID = "SELECT id, layer, file, file_name, state, created, person, created_at FROM mapping_import WHERE id = $1";
    DONE = "UPDATE mapping_import SET file = NULL, state = 'done', created = $2 WHERE id = $1 AND state = 'pending'";
    FORGET = "UPDATE mapping_import SET file = NULL, state = 'forgotten' WHERE id = $1 AND state = 'pending'";
    OLD = "SELECT id AS value FROM mapping_import WHERE file IS NOT NULL AND created_at < $1";
    OF_PERSON = "SELECT id, layer, file, file_name, state, created, person, created_at FROM mapping_import
                 WHERE person = $1 ORDER BY created_at";
    ERASE = "UPDATE mapping_import SET person = NULL WHERE person = $1";
}

/// A file brought in, and what became of it.
#[derive(Debug, Clone)]
pub struct Import {
    /// Its id.
    pub id: Id<Import>,
    /// Into which layer.
    pub layer: Id<Layer>,
    /// Its content, until it is imported or forgotten.
    pub file: Option<Uuid>,
    /// What its owner calls it.
    pub file_name: String,
    /// `pending`, `done` or `forgotten`.
    pub state: String,
    /// Objects it added.
    pub created: i64,
    /// Who brought it.
    pub person: Option<Id<Person>>,
    /// Brought at.
    pub created_at: Timestamp,
}

impl FromRow for Import {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            layer: row.get("layer")?,
            file: row.get("file")?,
            file_name: row.get("file_name")?,
            state: row.get("state")?,
            created: row.get("created")?,
            person: row.get("person")?,
            created_at: row.get("created_at")?,
        })
    }
}

pub(crate) async fn add(tx: &Tx, import: &Import) -> Result<(), StoreError> {
    let row = args![import.id, import.layer, import.file, &import.file_name, import.person, import.created_at];
    tx.run(&ADD, row).await.map(drop)
}

pub(crate) async fn by_id(src: &impl Reads, id: Id<Import>) -> Result<Option<Import>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}

/// Notes that it was imported and forgets its content; `false` when it already was, or was forgotten.
pub(crate) async fn done(tx: &Tx, import: &Import, created: i64) -> Result<bool, StoreError> {
    let was_pending = tx.run(&DONE, args![import.id, created]).await? > 0;
    remove(tx, import).await?;
    Ok(was_pending)
}

/// Forgets its content without importing it.
pub(crate) async fn forget(tx: &Tx, import: &Import) -> Result<(), StoreError> {
    tx.run(&FORGET, args![import.id]).await?;
    remove(tx, import).await
}

async fn remove(tx: &Tx, import: &Import) -> Result<(), StoreError> {
    match import.file {
        Some(file) => tx.remove_file(file).await,
        None => Ok(()),
    }
}

/// Those whose content waits since before an instant.
pub(crate) async fn older_than(src: &impl Reads, at: Timestamp) -> Result<Vec<Id<Import>>, StoreError> {
    src.all(&OLD, args![at]).await
}

pub(crate) async fn of_person(src: &impl Reads, person: Id<Person>) -> Result<Vec<Import>, StoreError> {
    src.all(&OF_PERSON, args![person]).await
}

pub(crate) async fn erase(tx: &Tx, person: Id<Person>) -> Result<u64, StoreError> {
    tx.run(&ERASE, args![person]).await
}
