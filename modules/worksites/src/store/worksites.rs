//! Worksites.

use arpent_commons::domain::initiative::Initiative;
use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::Timestamp;

use crate::domain::worksite::{Cover, Sheet, Worksite, WorksiteState};

macro_rules! worksite {
    () => {
        "SELECT w.id, w.initiative, w.title, w.organisation, w.lead_name, w.place, w.lat, w.lon, w.work, w.bring, w.access,
         w.insurer, w.contract, w.deliberation, w.deliberated_on, w.safety, w.state, w.reason, w.created_at, w.version,
         o.name AS organisation_name, i.slug, i.title AS of_title, i.title_en AS of_title_en
         FROM worksite w JOIN initiative i ON i.id = w.initiative LEFT JOIN organisation o ON o.id = w.organisation"
    };
}

statements! {
    ADD = "INSERT INTO worksite (id, initiative, title, organisation, lead_name, place, lat, lon, work, bring, access, insurer,
           contract, deliberation, safety, state, reason, created_at, version)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '', '', '', '', 'draft', '', $12, 1)";
    EDIT = "UPDATE worksite SET title = $3, organisation = $4, lead_name = $5, place = $6, lat = $7, lon = $8, work = $9,
            bring = $10, access = $11, version = version + 1 WHERE id = $1 AND version = $2";
    COVER = "UPDATE worksite SET insurer = $2, contract = $3, deliberation = $4, deliberated_on = $5, safety = $6,
             version = version + 1 WHERE id = $1";
    PUBLISH = "UPDATE worksite SET state = 'published', published_at = $2, version = version + 1
               WHERE id = $1 AND state = 'draft'";
    CANCEL = "UPDATE worksite SET state = 'cancelled', reason = $2, version = version + 1
              WHERE id = $1 AND state <> 'cancelled'";
    BY_ID = concat!(worksite!(), " WHERE w.id = $1");
    OF_INITIATIVE = concat!(worksite!(), " WHERE w.initiative = $1 AND (w.state <> 'draft' OR $2 = 1)
        ORDER BY w.created_at DESC, w.id");
    /// With the next shift to come, else the last one that took place.
    PLACED = "SELECT w.id, w.title, w.place, w.lat, w.lon, w.state, n.starts_at, n.ends_at FROM worksite w
        LEFT JOIN worksite_shift n ON n.id = COALESCE(
            (SELECT s.id FROM worksite_shift s WHERE s.worksite = w.id AND s.state = 'planned' AND s.ends_at > $2
             ORDER BY s.starts_at, s.id LIMIT 1),
            (SELECT s.id FROM worksite_shift s WHERE s.worksite = w.id AND s.state = 'planned'
             ORDER BY s.starts_at DESC, s.id LIMIT 1))
        WHERE w.initiative = $1 AND w.state <> 'draft' AND w.lat IS NOT NULL
        ORDER BY w.created_at DESC, w.id LIMIT $3";
}

/// A worksite with what pages say around it.
#[derive(Debug, Clone)]
pub struct WorksiteRow {
    /// The worksite.
    pub worksite: Worksite,
    /// Who leads it, in words.
    pub lead: String,
    /// The address of its démarche.
    pub slug: String,
    /// The title of its démarche.
    pub of: String,
    /// The same in English; may be empty.
    pub of_en: String,
}

fn sheet(row: &Row) -> Result<Sheet, StoreError> {
    let (lat, lon): (Option<f64>, Option<f64>) = (row.get("lat")?, row.get("lon")?);
    Ok(Sheet {
        title: row.get("title")?,
        organisation: row.get("organisation")?,
        lead_name: row.get("lead_name")?,
        place: row.get("place")?,
        point: lat.zip(lon),
        work: row.get("work")?,
        bring: row.get("bring")?,
        access: row.get("access")?,
    })
}

fn cover(row: &Row) -> Result<Cover, StoreError> {
    Ok(Cover {
        insurer: row.get("insurer")?,
        contract: row.get("contract")?,
        deliberation: row.get("deliberation")?,
        deliberated_on: row.get("deliberated_on")?,
        safety: row.get("safety")?,
    })
}

impl FromRow for WorksiteRow {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let worksite = Worksite {
            id: row.get("id")?,
            initiative: row.get("initiative")?,
            sheet: sheet(row)?,
            cover: cover(row)?,
            state: row.parse("state", WorksiteState::parse)?,
            reason: row.get("reason")?,
            created_at: row.get("created_at")?,
            version: row.get("version")?,
        };
        let known: Option<String> = row.get("organisation_name")?;
        Ok(Self {
            lead: known.unwrap_or_else(|| worksite.sheet.lead_name.clone()),
            worksite,
            slug: row.get("slug")?,
            of: row.get("of_title")?,
            of_en: row.get("of_title_en")?,
        })
    }
}

/// A worksite as the map of its démarche shows it.
#[derive(Debug, Clone)]
pub struct PlacedRow {
    /// Its id.
    pub id: Id<Worksite>,
    /// Its title.
    pub title: String,
    /// Where, in words.
    pub place: String,
    /// Latitude and longitude (WGS 84).
    pub point: (f64, f64),
    /// Where it is in its life.
    pub state: WorksiteState,
    /// Begins and ends: the next shift to come, else the last one; none when each was called off.
    pub hours: Option<(Timestamp, Timestamp)>,
}

impl FromRow for PlacedRow {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let start: Option<Timestamp> = row.get("starts_at")?;
        Ok(Self {
            id: row.get("id")?,
            title: row.get("title")?,
            place: row.get("place")?,
            point: (row.get("lat")?, row.get("lon")?),
            state: row.parse("state", WorksiteState::parse)?,
            hours: start.zip(row.get("ends_at")?),
        })
    }
}

pub(crate) async fn add(tx: &Tx, id: Id<Worksite>, of: Id<Initiative>, s: &Sheet) -> Result<(), StoreError> {
    let (lat, lon) = s.point.unzip();
    let row = args![
        id,
        of,
        &s.title,
        s.organisation,
        &s.lead_name,
        &s.place,
        lat,
        lon,
        &s.work,
        &s.bring,
        &s.access,
        tx.author.at
    ];
    tx.run(&ADD, row).await.map(drop)
}

/// Saves unless someone saved first; `false` then.
pub(crate) async fn edit(tx: &Tx, id: Id<Worksite>, version: i64, s: &Sheet) -> Result<bool, StoreError> {
    let (lat, lon) = s.point.unzip();
    let row =
        args![id, version, &s.title, s.organisation, &s.lead_name, &s.place, lat, lon, &s.work, &s.bring, &s.access];
    Ok(tx.run(&EDIT, row).await? > 0)
}

pub(crate) async fn cover_with(tx: &Tx, id: Id<Worksite>, c: &Cover) -> Result<(), StoreError> {
    let row = args![id, &c.insurer, &c.contract, &c.deliberation, c.deliberated_on, &c.safety];
    tx.run(&COVER, row).await.map(drop)
}

/// Publishes a draft; `false` when it is one no more.
pub(crate) async fn publish(tx: &Tx, id: Id<Worksite>) -> Result<bool, StoreError> {
    Ok(tx.run(&PUBLISH, args![id, tx.author.at]).await? > 0)
}

/// Calls it off; `false` when it already was.
pub(crate) async fn cancel(tx: &Tx, id: Id<Worksite>, reason: &str) -> Result<bool, StoreError> {
    Ok(tx.run(&CANCEL, args![id, reason]).await? > 0)
}

/// A worksite.
///
/// # Errors
/// The database does not answer.
pub async fn by_id(src: &impl Reads, id: Id<Worksite>) -> Result<Option<WorksiteRow>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}

/// Worksites of a démarche, the latest first.
///
/// # Errors
/// The database does not answer.
pub async fn of_initiative(src: &impl Reads, id: Id<Initiative>, drafts: bool) -> Result<Vec<WorksiteRow>, StoreError> {
    src.all(&OF_INITIATIVE, args![id, drafts]).await
}

/// The worksites of a démarche that were pointed at and that everyone reads, the latest first.
///
/// # Errors
/// The database does not answer.
pub async fn placed(
    src: &impl Reads,
    id: Id<Initiative>,
    now: Timestamp,
    most: i64,
) -> Result<Vec<PlacedRow>, StoreError> {
    src.all(&PLACED, args![id, now, most]).await
}
