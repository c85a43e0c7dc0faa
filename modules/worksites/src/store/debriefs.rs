//! What shifts gave, and its photographs.

use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use uuid::Uuid;

use crate::domain::debrief::Debrief;
use crate::domain::shift::Shift;
use crate::domain::worksite::Worksite;

statements! {
    ADD = "INSERT INTO worksite_debrief (shift, version, adults, minors, quantity, unit, done, incident, reason, role, at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    ADD_PHOTO = "INSERT INTO worksite_photo (file, shift, alt, at) VALUES ($1, $2, $3, $4)";
    PHOTOS = "SELECT p.file, p.shift, p.alt FROM worksite_photo p JOIN worksite_shift s ON s.id = p.shift
              WHERE s.worksite = $1 ORDER BY p.at, p.file";
    /// A photograph of a worksite that everyone reads.
    IS_PUBLIC = "SELECT COUNT(*) AS value FROM worksite_photo p JOIN worksite_shift s ON s.id = p.shift
                 JOIN worksite w ON w.id = s.worksite JOIN initiative i ON i.id = w.initiative
                 WHERE p.file = $1 AND w.state <> 'draft' AND i.state <> 'draft'";
}

/// The debrief of a row that holds one, joined.
pub(super) fn of_row(row: &Row, version: i64) -> Result<Debrief, StoreError> {
    Ok(Debrief {
        version,
        adults: row.get("came_adults")?,
        minors: row.get("came_minors")?,
        quantity: row.get("quantity")?,
        unit: row.get("unit")?,
        done: row.get("done")?,
        incident: row.get("incident")?,
        reason: row.get("debrief_reason")?,
        role: row.get("role")?,
        at: row.get("at")?,
    })
}

/// A photograph of what was done.
#[derive(Debug, Clone)]
pub struct Photograph {
    /// The file.
    pub file: Uuid,
    /// The shift it was taken at.
    pub shift: Id<Shift>,
    /// What it shows.
    pub alt: String,
}

impl FromRow for Photograph {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { file: row.get("file")?, shift: row.get("shift")?, alt: row.get("alt")? })
    }
}

pub(crate) async fn add(tx: &Tx, shift: Id<Shift>, d: &Debrief) -> Result<(), StoreError> {
    let row = args![
        shift,
        d.version,
        d.adults,
        d.minors,
        d.quantity,
        &d.unit,
        &d.done,
        &d.incident,
        &d.reason,
        &d.role,
        d.at
    ];
    tx.run(&ADD, row).await.map(drop)
}

pub(crate) async fn add_photo(tx: &Tx, file: Uuid, shift: Id<Shift>, alt: &str) -> Result<(), StoreError> {
    tx.run(&ADD_PHOTO, args![file, shift, alt, tx.author.at]).await.map(drop)
}

/// Photographs of a worksite, in the order they were added.
///
/// # Errors
/// The database does not answer.
pub async fn photos(src: &impl Reads, worksite: Id<Worksite>) -> Result<Vec<Photograph>, StoreError> {
    src.all(&PHOTOS, args![worksite]).await
}

/// It is a photograph of a worksite that everyone may read.
pub(crate) async fn is_public(src: &impl Reads, file: Uuid) -> Result<bool, StoreError> {
    Ok(src.one::<i64>(&IS_PUBLIC, args![file]).await? > 0)
}
