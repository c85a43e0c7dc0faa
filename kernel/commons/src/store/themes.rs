//! Themes.

use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};

use crate::domain::initiative::{Initiative, Theme};

statements! {
    ADD = "INSERT INTO theme (id, initiative, title, summary, created_at, version) VALUES ($1, $2, $3, $4, $5, 1)";
    EDIT = "UPDATE theme SET title = $3, summary = $4, version = version + 1 WHERE id = $1 AND version = $2";
    REMOVE = "DELETE FROM theme WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM contribution WHERE theme = $1)";
    OF_INITIATIVE = "SELECT t.id, t.initiative, t.title, t.summary, t.version, COUNT(c.theme) AS n FROM theme t
        LEFT JOIN contribution c ON c.theme = t.id AND c.state = 'published'
        WHERE t.initiative = $1 GROUP BY t.id, t.initiative, t.title, t.summary, t.version ORDER BY n DESC, t.title";
    BY_ID = "SELECT t.id, t.initiative, t.title, t.summary, t.version, COUNT(c.theme) AS n FROM theme t
        LEFT JOIN contribution c ON c.theme = t.id AND c.state = 'published'
        WHERE t.id = $1 GROUP BY t.id, t.initiative, t.title, t.summary, t.version";
}

/// A theme with how much was said of it.
#[derive(Debug, Clone)]
pub struct ThemeRow {
    /// Its id.
    pub id: Id<Theme>,
    /// Its démarche.
    pub initiative: Id<Initiative>,
    /// Its title.
    pub title: String,
    /// What was said, in a few sentences written by a person.
    pub summary: String,
    /// Published contributions, merged ones included.
    pub count: i64,
    /// Grows at each change.
    pub version: i64,
}

impl FromRow for ThemeRow {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            initiative: row.get("initiative")?,
            title: row.get("title")?,
            summary: row.get("summary")?,
            count: row.get("n")?,
            version: row.get("version")?,
        })
    }
}

pub(crate) async fn add(
    tx: &Tx,
    (id, initiative): (Id<Theme>, Id<Initiative>),
    title: &str,
    summary: &str,
) -> Result<(), StoreError> {
    tx.run(&ADD, args![id, initiative, title, summary, tx.author.at]).await.map(drop)
}

pub(crate) async fn edit(tx: &Tx, id: Id<Theme>, version: i64, title: &str, summary: &str) -> Result<bool, StoreError> {
    Ok(tx.run(&EDIT, args![id, version, title, summary]).await? > 0)
}

/// Removes an empty theme; `false` when contributions are classified under it.
pub(crate) async fn remove(tx: &Tx, id: Id<Theme>) -> Result<bool, StoreError> {
    Ok(tx.run(&REMOVE, args![id]).await? > 0)
}

/// Themes of a démarche, the most spoken of first.
///
/// # Errors
/// The database does not answer.
pub async fn themes(src: &impl Reads, initiative: Id<Initiative>) -> Result<Vec<ThemeRow>, StoreError> {
    src.all(&OF_INITIATIVE, args![initiative]).await
}

/// A theme.
///
/// # Errors
/// The database does not answer.
pub async fn by_id(src: &impl Reads, id: Id<Theme>) -> Result<Option<ThemeRow>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}
