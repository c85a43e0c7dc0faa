//! Charters and their versions.

use arpent_commons::domain::initiative::Initiative;
use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::civil::Date;

use crate::domain::charter::{Charter, Version, VersionState};

statements! {
    ADD = "INSERT INTO charter (id, initiative, title, intent, created_at) VALUES ($1, $2, $3, $4, $5)";
    EDIT = "UPDATE charter SET title = $2, intent = $3 WHERE id = $1";
    OF_INITIATIVE = "SELECT id, initiative, title, intent FROM charter WHERE initiative = $1";
    BY_ID = "SELECT id, initiative, title, intent FROM charter WHERE id = $1";
    ALL = "SELECT id, initiative, title, intent FROM charter ORDER BY created_at";
    ADD_VERSION = "INSERT INTO charter_version (id, charter, number, state, deliberation, evaluation, created_at)
                   VALUES ($1, $2, $3, 'draft', '', '', $4)";
    VERSIONS = "SELECT id, charter, number, state, from_day, to_day, deliberation, published_at, evaluated_on, evaluation
                FROM charter_version WHERE charter = $1 ORDER BY number";
    VERSION = "SELECT id, charter, number, state, from_day, to_day, deliberation, published_at, evaluated_on, evaluation
               FROM charter_version WHERE id = $1";
    PUBLISH = "UPDATE charter_version SET state = 'published', from_day = $2, to_day = $3, deliberation = $4,
               published_at = $5 WHERE id = $1 AND state = 'draft'";
    EVALUATE = "UPDATE charter_version SET evaluated_on = $2, evaluation = $3 WHERE id = $1 AND state = 'published'";
}

impl FromRow for Charter {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            initiative: row.get("initiative")?,
            title: row.get("title")?,
            intent: row.get("intent")?,
        })
    }
}

impl FromRow for Version {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let (from, to): (Option<Date>, Option<Date>) = (row.get("from_day")?, row.get("to_day")?);
        let (on, text): (Option<Date>, String) = (row.get("evaluated_on")?, row.get("evaluation")?);
        Ok(Self {
            id: row.get("id")?,
            charter: row.get("charter")?,
            number: row.get("number")?,
            state: row.parse("state", VersionState::parse)?,
            period: from.zip(to),
            deliberation: row.get("deliberation")?,
            published_at: row.get("published_at")?,
            evaluated: on.map(|on| (on, text)),
        })
    }
}

pub(crate) async fn add(tx: &Tx, charter: &Charter) -> Result<(), StoreError> {
    let row = args![charter.id, charter.initiative, &charter.title, &charter.intent, tx.author.at];
    tx.run(&ADD, row).await.map(drop)
}

pub(crate) async fn edit(tx: &Tx, id: Id<Charter>, title: &str, intent: &str) -> Result<(), StoreError> {
    tx.run(&EDIT, args![id, title, intent]).await.map(drop)
}

/// The charter of a démarche.
///
/// # Errors
/// The database does not answer.
pub async fn of_initiative(src: &impl Reads, initiative: Id<Initiative>) -> Result<Option<Charter>, StoreError> {
    src.maybe(&OF_INITIATIVE, args![initiative]).await
}

/// A charter.
///
/// # Errors
/// The database does not answer.
pub async fn by_id(src: &impl Reads, id: Id<Charter>) -> Result<Option<Charter>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}

/// Every charter.
pub(crate) async fn all(src: &impl Reads) -> Result<Vec<Charter>, StoreError> {
    src.all(&ALL, args![]).await
}

pub(crate) async fn add_version(tx: &Tx, id: Id<Version>, charter: Id<Charter>, number: i64) -> Result<(), StoreError> {
    tx.run(&ADD_VERSION, args![id, charter, number, tx.author.at]).await.map(drop)
}

/// The versions of a charter, the first one first.
///
/// # Errors
/// The database does not answer.
pub async fn versions(src: &impl Reads, charter: Id<Charter>) -> Result<Vec<Version>, StoreError> {
    src.all(&VERSIONS, args![charter]).await
}

/// A version.
///
/// # Errors
/// The database does not answer.
pub async fn version(src: &impl Reads, id: Id<Version>) -> Result<Option<Version>, StoreError> {
    src.maybe(&VERSION, args![id]).await
}

/// Publishes a draft; `false` when it is one no more.
pub(crate) async fn publish(
    tx: &Tx,
    id: Id<Version>,
    (from, to): (Date, Date),
    deliberation: &str,
) -> Result<bool, StoreError> {
    Ok(tx.run(&PUBLISH, args![id, from, to, deliberation, tx.author.at]).await? > 0)
}

pub(crate) async fn evaluate(tx: &Tx, id: Id<Version>, on: Date, text: &str) -> Result<bool, StoreError> {
    Ok(tx.run(&EVALUATE, args![id, on, text]).await? > 0)
}
