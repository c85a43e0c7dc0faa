//! Contours of areas.

use arpent_core::Id;
use arpent_documents::contours::Contour;
use arpent_look::map::Shape;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::Timestamp;

use crate::domain::initiative::Initiative;
use crate::domain::people::Area;

statements! {
    PUT = "INSERT INTO area_contour (area, contour, outline, square_metres, source, imported_at)
           VALUES ($1, $2, $3, $4, $5, $6)
           ON CONFLICT (area) DO UPDATE SET contour = excluded.contour, outline = excluded.outline,
           square_metres = excluded.square_metres, source = excluded.source, imported_at = excluded.imported_at";
    REDRAW = "UPDATE area_contour SET outline = $2 WHERE area = $1";
    REMOVE = "DELETE FROM area_contour";
    WHOLE = "SELECT area, contour FROM area_contour ORDER BY area";
    KEPT = "SELECT area, square_metres, source, imported_at FROM area_contour ORDER BY area";
    OUTLINES = "SELECT c.area, c.outline, c.source FROM area_contour c
                WHERE EXISTS (SELECT 1 FROM initiative_area i WHERE i.initiative = $1 AND i.area = c.area)
                OR NOT EXISTS (SELECT 1 FROM initiative_area i WHERE i.initiative = $1)";
}

/// What is known of a contour, without its points.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Whose it is.
    pub area: Id<Area>,
    /// Its area, computed.
    pub square_metres: f64,
    /// Where the file came from, in the words of who brought it.
    pub source: String,
    /// When it was brought.
    pub imported_at: Timestamp,
}

impl FromRow for Kept {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            area: row.get("area")?,
            square_metres: row.get("square_metres")?,
            source: row.get("source")?,
            imported_at: row.get("imported_at")?,
        })
    }
}

/// What maps are drawn from.
#[derive(Debug, Clone)]
pub struct Outline {
    /// Whose it is.
    pub area: Id<Area>,
    /// Its lines, with few points.
    pub shape: Shape,
    /// Where they come from.
    pub source: String,
}

impl FromRow for Outline {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let shape = row.parse("outline", |text| serde_json::from_str(text).ok())?;
        Ok(Self { area: row.get("area")?, shape, source: row.get("source")? })
    }
}

/// A contour with all its points.
#[derive(Debug, Clone)]
pub struct Whole {
    /// Whose it is.
    pub area: Id<Area>,
    /// As it was imported.
    pub contour: Contour,
}

impl FromRow for Whole {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { area: row.get("area")?, contour: row.parse("contour", Contour::from_geojson)? })
    }
}

fn written(outline: &Shape) -> String {
    serde_json::to_string(outline).unwrap_or_default()
}

pub(crate) async fn put(
    tx: &Tx,
    area: Id<Area>,
    contour: &Contour,
    outline: &Shape,
    source: &str,
) -> Result<(), StoreError> {
    let row = args![area, contour.to_geojson(), written(outline), contour.square_metres(), source, tx.author.at];
    tx.run(&PUT, row).await.map(drop)
}

/// Keeps another outline of a contour that stays.
pub(crate) async fn redraw(tx: &Tx, area: Id<Area>, outline: &Shape) -> Result<(), StoreError> {
    tx.run(&REDRAW, args![area, written(outline)]).await.map(drop)
}

/// Removes every contour; how many there were.
pub(crate) async fn remove(tx: &Tx) -> Result<u64, StoreError> {
    tx.run(&REMOVE, args![]).await
}

/// Every contour with all its points.
///
/// # Errors
/// The database does not answer.
pub async fn whole(src: &impl Reads) -> Result<Vec<Whole>, StoreError> {
    src.all(&WHOLE, args![]).await
}

/// Which areas have a contour, its area and its source.
///
/// # Errors
/// The database does not answer.
pub async fn kept(src: &impl Reads) -> Result<Vec<Kept>, StoreError> {
    src.all(&KEPT, args![]).await
}

/// Outlines of the areas of a démarche; of the whole territory when it chose none.
///
/// # Errors
/// The database does not answer.
pub async fn outlines(src: &impl Reads, initiative: Id<Initiative>) -> Result<Vec<Outline>, StoreError> {
    src.all(&OUTLINES, args![initiative]).await
}
