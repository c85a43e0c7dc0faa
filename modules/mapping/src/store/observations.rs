//! What people saw.

use std::collections::HashSet;

use arpent_commons::domain::initiative::Initiative;
use arpent_core::Id;
use arpent_documents::shapes::Shape;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use super::reports::Ground;
use crate::domain::object::Object;

statements! {
    ADD = "INSERT INTO mapping_observation (object, seen_on, sensitive, details, photo, photo_alt, code, escalated, reason)
           VALUES ($1, $2, $3, $4, $5, $6, $7, 0, '')";
    OF = "SELECT object, seen_on, sensitive, details, photo, photo_alt, code, escalated, decided, decided_at, reason
          FROM mapping_observation WHERE object = $1";
    BY_CODE = "SELECT object, seen_on, sensitive, details, photo, photo_alt, code, escalated, decided, decided_at, reason
               FROM mapping_observation WHERE code = $1";
    DECIDE = "UPDATE mapping_observation SET decided = $2, decided_at = $3, reason = $4, escalated = 0 WHERE object = $1";
    ESCALATE = "UPDATE mapping_observation SET escalated = 1 WHERE object = $1";
    SENSITIVE = "UPDATE mapping_observation SET sensitive = $2 WHERE object = $1";
    HIDE = "INSERT INTO mapping_exact (object, geometry) VALUES ($1, $2)
            ON CONFLICT (object) DO UPDATE SET geometry = excluded.geometry";
    SHOW = "DELETE FROM mapping_exact WHERE object = $1";
    EXACT = "SELECT geometry AS value FROM mapping_exact WHERE object = $1";
    BLURRED = "SELECT v.object AS value FROM mapping_observation v JOIN mapping_object o ON o.id = v.object
               WHERE v.sensitive = 1 AND o.state IN ('published', 'pending')";
    FORGET_PHOTO = "UPDATE mapping_observation SET photo = NULL, photo_alt = '' WHERE object = $1";
    TO_DECIDE = "SELECT o.id, o.title, o.created_at, l.name, l.initiative,
                 (SELECT MIN(r.ground) FROM mapping_report r WHERE r.object = o.id AND r.settled_at IS NULL) AS ground
                 FROM mapping_object o JOIN mapping_layer l ON l.id = o.layer WHERE o.state IN ('published', 'pending') AND (
                 EXISTS (SELECT 1 FROM mapping_observation v WHERE v.object = o.id AND v.escalated = 1 AND o.state = 'pending')
                 OR EXISTS (SELECT 1 FROM mapping_report r WHERE r.object = o.id AND r.settled_at IS NULL))
                 ORDER BY o.created_at, o.id LIMIT $1";
}

/// What someone saw, beside the object that shows it.
#[derive(Debug, Clone)]
pub struct Observation {
    /// What shows it.
    pub object: Id<Object>,
    /// The day.
    pub seen_on: Date,
    /// It is shown in a cell of a grid.
    pub sensitive: bool,
    /// Questions and answers, in order.
    pub details: Vec<(String, String)>,
    /// Its photograph.
    pub photo: Option<Uuid>,
    /// What it shows.
    pub photo_alt: String,
    /// Who holds it follows the observation.
    pub code: String,
    /// A validator is called.
    pub escalated: bool,
    /// `peers` or `validator`.
    pub decided: Option<String>,
    /// When.
    pub decided_at: Option<Timestamp>,
    /// Why.
    pub reason: String,
}

impl FromRow for Observation {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            object: row.get("object")?,
            seen_on: row.get("seen_on")?,
            sensitive: row.get("sensitive")?,
            details: row.parse("details", |text| serde_json::from_str(text).ok())?,
            photo: row.get("photo")?,
            photo_alt: row.get("photo_alt")?,
            code: row.get("code")?,
            escalated: row.get("escalated")?,
            decided: row.get("decided")?,
            decided_at: row.get("decided_at")?,
            reason: row.get("reason")?,
        })
    }
}

pub(crate) async fn add(tx: &Tx, seen: &Observation) -> Result<(), StoreError> {
    let details = serde_json::to_string(&seen.details).unwrap_or_default();
    let row = args![seen.object, seen.seen_on, seen.sensitive, details, seen.photo, &seen.photo_alt, &seen.code];
    tx.run(&ADD, row).await.map(drop)
}

/// The observation that an object shows, when it shows one.
///
/// # Errors
/// The database does not answer.
pub async fn of(src: &impl Reads, object: Id<Object>) -> Result<Option<Observation>, StoreError> {
    src.maybe(&OF, args![object]).await
}

/// The observation of a code.
///
/// # Errors
/// The database does not answer.
pub async fn by_code(src: &impl Reads, code: &str) -> Result<Option<Observation>, StoreError> {
    src.maybe(&BY_CODE, args![code]).await
}

/// Notes by whom it was confirmed or refused.
pub(crate) async fn decide(tx: &Tx, object: Id<Object>, by: &str, reason: &str) -> Result<(), StoreError> {
    tx.run(&DECIDE, args![object, by, tx.author.at, reason]).await.map(drop)
}

/// Calls a validator.
pub(crate) async fn escalate(tx: &Tx, object: Id<Object>) -> Result<(), StoreError> {
    tx.run(&ESCALATE, args![object]).await.map(drop)
}

pub(crate) async fn set_sensitive(tx: &Tx, object: Id<Object>, sensitive: bool) -> Result<(), StoreError> {
    tx.run(&SENSITIVE, args![object, sensitive]).await.map(drop)
}

/// Keeps apart where it really is.
pub(crate) async fn hide(tx: &Tx, object: Id<Object>, exact: &Shape) -> Result<(), StoreError> {
    tx.run(&HIDE, args![object, exact.to_geojson()]).await.map(drop)
}

/// Forgets where it really is: it is shown there again, or nowhere any more.
pub(crate) async fn show(tx: &Tx, object: Id<Object>) -> Result<(), StoreError> {
    tx.run(&SHOW, args![object]).await.map(drop)
}

/// Where it really is; for those who validate.
pub(crate) async fn exact(src: &impl Reads, object: Id<Object>) -> Result<Option<Shape>, StoreError> {
    let text: Option<String> = src.maybe(&EXACT, args![object]).await?;
    Ok(text.as_deref().and_then(Shape::from_geojson))
}

/// Those that are shown in a cell, so that a file says so.
///
/// # Errors
/// The database does not answer.
pub async fn blurred(src: &impl Reads) -> Result<HashSet<Id<Object>>, StoreError> {
    Ok(src.all(&BLURRED, args![]).await?.into_iter().collect())
}

/// Forgets its photograph.
pub(crate) async fn forget_photo(tx: &Tx, seen: &Observation) -> Result<(), StoreError> {
    tx.run(&FORGET_PHOTO, args![seen.object]).await?;
    match seen.photo {
        Some(photo) => tx.remove_file(photo).await,
        None => Ok(()),
    }
}

/// Something that waits for a validator.
#[derive(Debug, Clone)]
pub struct ToDecide {
    /// What.
    pub object: Id<Object>,
    /// Its title.
    pub title: String,
    /// On which layer.
    pub layer: String,
    /// Of which démarche; none for the territory.
    pub initiative: Option<Id<Initiative>>,
    /// What is reported of it; none when peers do not agree or too few came.
    pub ground: Option<Ground>,
    /// Sent at.
    pub at: Timestamp,
}

impl FromRow for ToDecide {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let ground: Option<String> = row.get("ground")?;
        Ok(Self {
            object: row.get("id")?,
            title: row.get("title")?,
            layer: row.get("name")?,
            initiative: row.get("initiative")?,
            ground: ground.as_deref().and_then(Ground::parse),
            at: row.get("created_at")?,
        })
    }
}

/// What waits for a validator, the oldest first: peers do not agree, too few came, something was reported.
///
/// # Errors
/// The database does not answer.
pub async fn to_decide(src: &impl Reads, limit: i64) -> Result<Vec<ToDecide>, StoreError> {
    src.all(&TO_DECIDE, args![limit]).await
}
