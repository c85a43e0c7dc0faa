//! Files brought in.

use arpent_commons::domain::initiative::Initiative;
use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::Timestamp;
use uuid::Uuid;

use crate::domain::import::{Mapping, Progress};

statements! {
    ADD = "INSERT INTO proposals_import (id, initiative, file, file_name, sha256, mapping, state, read, created, again, refused,
           person, created_at) VALUES ($1, $2, $3, $4, $5, $6, 'pending', 0, 0, 0, 0, $7, $8)";
    BY_ID = "SELECT id, initiative, file, file_name, sha256, mapping, state, read, created, again, refused, person,
             created_at, finished_at FROM proposals_import WHERE id = $1";
    LATEST = "SELECT id, initiative, file, file_name, sha256, mapping, state, read, created, again, refused, person,
              created_at, finished_at FROM proposals_import WHERE initiative = $1 ORDER BY created_at DESC LIMIT $2";
    SAME = "SELECT id, initiative, file, file_name, sha256, mapping, state, read, created, again, refused, person,
            created_at, finished_at FROM proposals_import WHERE initiative = $1 AND sha256 = $2 AND state = 'done'
            ORDER BY created_at DESC LIMIT 1";
    MAP = "UPDATE proposals_import SET mapping = $2 WHERE id = $1 AND state = 'pending'";
    START = "UPDATE proposals_import SET state = 'running' WHERE id = $1 AND state IN ('pending', 'failed') AND file IS NOT NULL";
    GO_ON = "UPDATE proposals_import SET read = $2, created = $3, again = $4, refused = $5 WHERE id = $1";
    FINISH = "UPDATE proposals_import SET state = $2, finished_at = $3 WHERE id = $1";
    FORGET = "UPDATE proposals_import SET file = NULL, state = CASE state WHEN 'pending' THEN 'forgotten' ELSE state END
              WHERE id = $1";
    OLD = "SELECT id AS value FROM proposals_import WHERE file IS NOT NULL AND created_at < $1 AND state <> 'running'";
    OF_PERSON = "SELECT id, initiative, file, file_name, sha256, mapping, state, read, created, again, refused, person,
                 created_at, finished_at FROM proposals_import WHERE person = $1 ORDER BY created_at";
    ERASE = "UPDATE proposals_import SET person = NULL WHERE person = $1";
}

/// Where an import stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportState {
    /// Being prepared: nothing is imported.
    Pending,
    /// Confirmed, under way.
    Running,
    /// Finished.
    Done,
    /// Stopped by an error; can be started again.
    Failed,
    /// Never confirmed; its file is gone.
    Forgotten,
}

impl ImportState {
    const ALL: [(Self, &'static str); 5] = [
        (Self::Pending, "pending"),
        (Self::Running, "running"),
        (Self::Done, "done"),
        (Self::Failed, "failed"),
        (Self::Forgotten, "forgotten"),
    ];

    /// Stored code.
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(state, _)| *state == self).map_or("", |(_, code)| code)
    }

    fn parse(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == code).map(|(state, _)| *state)
    }
}

/// A file brought in, and what became of it.
#[derive(Debug, Clone)]
pub struct Import {
    /// Its id.
    pub id: Id<Import>,
    /// Into which démarche.
    pub initiative: Id<Initiative>,
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
    pub progress: Progress,
    /// Who brought it.
    pub person: Option<Id<Person>>,
    /// Brought at.
    pub created_at: Timestamp,
    /// Finished at.
    pub finished_at: Option<Timestamp>,
}

impl FromRow for Import {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            initiative: row.get("initiative")?,
            file: row.get("file")?,
            file_name: row.get("file_name")?,
            sha256: row.get("sha256")?,
            mapping: row.parse("mapping", Mapping::from_json)?,
            state: row.parse("state", ImportState::parse)?,
            progress: Progress {
                read: row.get("read")?,
                created: row.get("created")?,
                again: row.get("again")?,
                refused: row.get("refused")?,
            },
            person: row.get("person")?,
            created_at: row.get("created_at")?,
            finished_at: row.get("finished_at")?,
        })
    }
}

pub(crate) async fn add(tx: &Tx, import: &Import) -> Result<(), StoreError> {
    let row = args![
        import.id,
        import.initiative,
        import.file,
        &import.file_name,
        &import.sha256,
        import.mapping.to_json(),
        import.person,
        import.created_at
    ];
    tx.run(&ADD, row).await.map(drop)
}

/// An import.
pub(crate) async fn by_id(src: &impl Reads, id: Id<Import>) -> Result<Option<Import>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}

/// The latest imports of a démarche.
pub(crate) async fn latest(
    src: &impl Reads,
    initiative: Id<Initiative>,
    limit: i64,
) -> Result<Vec<Import>, StoreError> {
    src.all(&LATEST, args![initiative, limit]).await
}

/// The same file, already imported.
pub(crate) async fn same(
    src: &impl Reads,
    initiative: Id<Initiative>,
    sha256: &str,
) -> Result<Option<Import>, StoreError> {
    src.maybe(&SAME, args![initiative, sha256]).await
}

/// Keeps which column holds what; `false` once the import is confirmed.
pub(crate) async fn map(tx: &Tx, id: Id<Import>, mapping: &Mapping) -> Result<bool, StoreError> {
    Ok(tx.run(&MAP, args![id, mapping.to_json()]).await? > 0)
}

/// Starts it; `false` when it already was, or its file is gone.
pub(crate) async fn start(tx: &Tx, id: Id<Import>) -> Result<bool, StoreError> {
    Ok(tx.run(&START, args![id]).await? > 0)
}

/// Notes how far it has gone.
pub(crate) async fn go_on(tx: &Tx, id: Id<Import>, progress: Progress) -> Result<(), StoreError> {
    let row = args![id, progress.read, progress.created, progress.again, progress.refused];
    tx.run(&GO_ON, row).await.map(drop)
}

/// Notes how it ended.
pub(crate) async fn finish(tx: &Tx, id: Id<Import>, state: ImportState) -> Result<(), StoreError> {
    tx.run(&FINISH, args![id, state.code(), tx.author.at]).await.map(drop)
}

/// Forgets its content.
pub(crate) async fn forget(tx: &Tx, import: &Import) -> Result<(), StoreError> {
    tx.run(&FORGET, args![import.id]).await?;
    match import.file {
        Some(file) => tx.remove_file(file).await,
        None => Ok(()),
    }
}

/// Those whose content waits since before an instant.
pub(crate) async fn older_than(src: &impl Reads, at: Timestamp) -> Result<Vec<Id<Import>>, StoreError> {
    src.all(&OLD, args![at]).await
}

/// What a person brought in, for her export.
pub(crate) async fn of_person(src: &impl Reads, person: Id<Person>) -> Result<Vec<Import>, StoreError> {
    src.all(&OF_PERSON, args![person]).await
}

pub(crate) async fn erase(tx: &Tx, person: Id<Person>) -> Result<u64, StoreError> {
    tx.run(&ERASE, args![person]).await
}
