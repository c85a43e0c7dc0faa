//! Barometers.

use arpent_commons::domain::initiative::Initiative;
use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::Timestamp;

use crate::domain::wave::Barometer;

statements! {
    ADD = "INSERT INTO barometer (id, initiative, slug, title, created_at) VALUES ($1, $2, $3, $4, $5)";
    BY_SLUG = "SELECT id, initiative, slug, title FROM barometer WHERE slug = $1";
    BY_ID = "SELECT id, initiative, slug, title FROM barometer WHERE id = $1";
    OF_INITIATIVE = "SELECT id, initiative, slug, title FROM barometer WHERE initiative = $1 ORDER BY created_at";
    ALL = "SELECT id, initiative, slug, title FROM barometer ORDER BY created_at DESC";
}

/// A barometer and the démarche it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarometerRow {
    /// Its id.
    pub id: Id<Barometer>,
    /// Its démarche.
    pub initiative: Id<Initiative>,
    /// Its name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
}

impl FromRow for BarometerRow {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            initiative: row.get("initiative")?,
            slug: row.get("slug")?,
            title: row.get("title")?,
        })
    }
}

pub(crate) async fn add(tx: &Tx, barometer: &BarometerRow, at: Timestamp) -> Result<(), StoreError> {
    let row = args![barometer.id, barometer.initiative, &barometer.slug, &barometer.title, at];
    tx.run(&ADD, row).await.map(drop)
}

/// By its name in addresses.
///
/// # Errors
/// The database does not answer.
pub async fn by_slug(src: &impl Reads, slug: &str) -> Result<Option<BarometerRow>, StoreError> {
    src.maybe(&BY_SLUG, args![slug]).await
}

/// By its id.
///
/// # Errors
/// The database does not answer.
pub async fn by_id(src: &impl Reads, id: Id<Barometer>) -> Result<Option<BarometerRow>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}

/// Those of a démarche.
///
/// # Errors
/// The database does not answer.
pub async fn of_initiative(src: &impl Reads, initiative: Id<Initiative>) -> Result<Vec<BarometerRow>, StoreError> {
    src.all(&OF_INITIATIVE, args![initiative]).await
}

/// All of them, the latest first.
///
/// # Errors
/// The database does not answer.
pub async fn all(src: &impl Reads) -> Result<Vec<BarometerRow>, StoreError> {
    src.all(&ALL, args![]).await
}
