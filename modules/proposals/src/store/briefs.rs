//! Contributions in brief: several at once, for suggestions, groups and doubles.

use arpent_commons::domain::contribution::Contribution;
use arpent_commons::domain::initiative::Initiative;
use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, args, statements};

use super::ids;

statements! {
    SEVERAL = "SELECT c.id, c.number, c.title, c.text, r.name AS area_name FROM contribution c
               LEFT JOIN area r ON r.id = c.area WHERE c.id IN (SELECT unhex(value) FROM json_each($1))",
        postgres: "SELECT c.id, c.number, c.title, c.text, r.name AS area_name FROM contribution c
               LEFT JOIN area r ON r.id = c.area
               WHERE c.id IN (SELECT CAST(value AS UUID) FROM json_array_elements_text(CAST($1 AS JSON)))";
    MERGES = "SELECT m.id, m.number, m.title, k.id AS kept, k.number AS kept_number, k.title AS kept_title
              FROM contribution m JOIN contribution k ON k.id = m.merged_into
              WHERE m.initiative = $1 ORDER BY m.number DESC LIMIT $2";
    WITHOUT_THEME = "SELECT id AS value FROM contribution WHERE initiative = $1 AND theme IS NULL
              AND state = 'published' AND merged_into IS NULL ORDER BY number DESC LIMIT $2";
}

/// A contribution in brief.
#[derive(Debug, Clone)]
pub struct Brief {
    /// Its id.
    pub id: Id<Contribution>,
    /// Its number.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// Its words.
    pub text: String,
    /// Its commune.
    pub area_name: Option<String>,
}

impl FromRow for Brief {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            number: row.get("number")?,
            title: row.get("title")?,
            text: row.get("text")?,
            area_name: row.get("area_name")?,
        })
    }
}

/// A contribution merged into another.
#[derive(Debug, Clone)]
pub struct Merge {
    /// The merged one.
    pub id: Id<Contribution>,
    /// Its number.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// The one kept.
    pub kept: Id<Contribution>,
    /// Its number.
    pub kept_number: i64,
    /// Its title.
    pub kept_title: String,
}

impl FromRow for Merge {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            number: row.get("number")?,
            title: row.get("title")?,
            kept: row.get("kept")?,
            kept_number: row.get("kept_number")?,
            kept_title: row.get("kept_title")?,
        })
    }
}

/// Several contributions, in the order asked for; those that are not there are left out.
pub(crate) async fn several(src: &impl Reads, wanted: &[Id<Contribution>]) -> Result<Vec<Brief>, StoreError> {
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let mut found: Vec<Brief> = src.all(&SEVERAL, args![ids(wanted)]).await?;
    found.sort_by_key(|brief| wanted.iter().position(|id| *id == brief.id));
    Ok(found)
}

/// What was merged in a démarche, the latest said first.
pub(crate) async fn merges(src: &impl Reads, initiative: Id<Initiative>, limit: i64) -> Result<Vec<Merge>, StoreError> {
    src.all(&MERGES, args![initiative, limit]).await
}

/// What has no theme yet, the latest said first.
pub(crate) async fn without_theme(
    src: &impl Reads,
    initiative: Id<Initiative>,
    limit: i64,
) -> Result<Vec<Id<Contribution>>, StoreError> {
    src.all(&WITHOUT_THEME, args![initiative, limit]).await
}
