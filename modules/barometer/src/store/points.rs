//! Places where people answer: posters, tablets, buttons on other pages.

use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::Timestamp;

use crate::domain::collection::PointKind;
use crate::domain::wave::Wave;

statements! {
    ADD = "INSERT INTO barometer_point (id, wave, kind, population, service, place, title, code, closed, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9)";
    BY_CODE = "SELECT id, wave, kind, population, service, place, title, code, closed FROM barometer_point WHERE code = $1";
    BY_ID = "SELECT id, wave, kind, population, service, place, title, code, closed FROM barometer_point WHERE id = $1";
    OF_WAVE = "SELECT id, wave, kind, population, service, place, title, code, closed FROM barometer_point
               WHERE wave = $1 ORDER BY created_at, title";
    CLOSE = "UPDATE barometer_point SET closed = 1 WHERE id = $1 AND closed = 0";
}

/// A place where people answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Its id.
    pub id: Id<Point>,
    /// Of which wave.
    pub wave: Id<Wave>,
    /// Poster, tablet or button.
    pub kind: PointKind,
    /// Whom it asks.
    pub population: String,
    /// Only about this service.
    pub service: Option<String>,
    /// In this place.
    pub place: Option<String>,
    /// What those who collect call it.
    pub title: String,
    /// The end of its address.
    pub code: String,
    /// Nobody answers there any more.
    pub closed: bool,
}

impl FromRow for Point {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            wave: row.get("wave")?,
            kind: row.parse("kind", PointKind::parse)?,
            population: row.get("population")?,
            service: row.get("service")?,
            place: row.get("place")?,
            title: row.get("title")?,
            code: row.get("code")?,
            closed: row.get("closed")?,
        })
    }
}

pub(crate) async fn add(tx: &Tx, point: &Point, at: Timestamp) -> Result<(), StoreError> {
    let row = args![
        point.id,
        point.wave,
        point.kind.code(),
        &point.population,
        point.service.clone(),
        point.place.clone(),
        &point.title,
        &point.code,
        at
    ];
    tx.run(&ADD, row).await.map(drop)
}

/// By the end of its address.
///
/// # Errors
/// The database does not answer.
pub async fn by_code(src: &impl Reads, code: &str) -> Result<Option<Point>, StoreError> {
    src.maybe(&BY_CODE, args![code]).await
}

/// By its id.
///
/// # Errors
/// The database does not answer.
pub async fn by_id(src: &impl Reads, id: Id<Point>) -> Result<Option<Point>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}

/// Those of a wave, in the order they were made.
///
/// # Errors
/// The database does not answer.
pub async fn of_wave(src: &impl Reads, wave: Id<Wave>) -> Result<Vec<Point>, StoreError> {
    src.all(&OF_WAVE, args![wave]).await
}

/// Closes it; says whether it was open.
pub(crate) async fn close(tx: &Tx, id: Id<Point>) -> Result<bool, StoreError> {
    Ok(tx.run(&CLOSE, args![id]).await? > 0)
}
