//! Shifts, with the seats held and what they gave.

use arpent_commons::domain::initiative::Initiative;
use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::Timestamp;

use crate::domain::debrief::Debrief;
use crate::domain::shift::{Held, Shift, ShiftSheet, ShiftState};
use crate::domain::worksite::{Worksite, WorksiteState};
use crate::store::debriefs;

macro_rules! shift {
    () => {
        "SELECT s.id, s.worksite, s.starts_at, s.ends_at, s.capacity, s.leaders, s.minors_per_adult, s.state, s.reason,
         s.created_at, s.version, w.title, w.place, w.lat, w.lon, w.state AS worksite_state, w.version AS worksite_version, w.initiative, i.slug, i.title AS of_title,
         i.title_en AS of_title_en,
         (SELECT COUNT(*) FROM worksite_sign_up u WHERE u.shift = s.id AND u.state = 'confirmed' AND u.band = 'adult') AS adults,
         (SELECT COUNT(*) FROM worksite_sign_up u WHERE u.shift = s.id AND u.state = 'confirmed' AND u.band = 'minor') AS minors,
         (SELECT COUNT(*) FROM worksite_sign_up u WHERE u.shift = s.id AND u.state = 'waiting') AS waiting,
         (SELECT COUNT(*) FROM worksite_sign_up u WHERE u.shift = s.id AND u.state <> 'cancelled' AND u.email IS NULL
          AND u.phone IS NOT NULL AND u.called_at IS NULL) AS to_call,
         d.version AS debrief, d.adults AS came_adults, d.minors AS came_minors, d.quantity, d.unit, d.done, d.incident,
         d.reason AS debrief_reason, d.role, d.at
         FROM worksite_shift s JOIN worksite w ON w.id = s.worksite JOIN initiative i ON i.id = w.initiative
         LEFT JOIN worksite_debrief d ON d.shift = s.id
         AND d.version = (SELECT MAX(version) FROM worksite_debrief m WHERE m.shift = s.id)"
    };
}

statements! {
    ADD = "INSERT INTO worksite_shift (id, worksite, starts_at, ends_at, capacity, leaders, minors_per_adult, state, reason,
           created_at, version) VALUES ($1, $2, $3, $4, $5, $6, $7, 'planned', '', $8, 1)";
    EDIT = "UPDATE worksite_shift SET starts_at = $3, ends_at = $4, capacity = $5, leaders = $6, minors_per_adult = $7,
            version = version + 1 WHERE id = $1 AND version = $2";
    CANCEL = "UPDATE worksite_shift SET state = 'cancelled', reason = $2, version = version + 1
              WHERE id = $1 AND state = 'planned'";
    // The row of the shift is the door of its line: whoever holds it is alone in counting seats.
    NEXT = "UPDATE worksite_shift SET last_position = last_position + 1 WHERE id = $1 RETURNING last_position AS value";
    ALONE = "UPDATE worksite_shift SET last_position = last_position WHERE id = $1";
    BY_ID = concat!(shift!(), " WHERE s.id = $1");
    OF_WORKSITE = concat!(shift!(), " WHERE s.worksite = $1 ORDER BY s.starts_at, s.id");
    OF_INITIATIVE = concat!(shift!(), " WHERE w.initiative = $1 AND (w.state <> 'draft' OR $2 = 1) ORDER BY s.starts_at, s.id");
    COMING = concat!(shift!(), " WHERE w.initiative = $1 AND w.state = 'published' AND s.state = 'planned' AND s.ends_at > $2
        ORDER BY s.starts_at, s.id LIMIT $3");
    EVERYWHERE = concat!(shift!(), " WHERE w.state <> 'draft' AND i.state <> 'draft' ORDER BY s.starts_at DESC, s.id LIMIT $1");
    /// Over, not called off, and nothing said of what they gave.
    SILENT = concat!(shift!(), " WHERE w.state <> 'draft' AND s.state = 'planned' AND s.ends_at <= $1 AND d.version IS NULL
        ORDER BY s.ends_at, s.id");
    /// Called off, to come, with people to call.
    CALLED_OFF = concat!(shift!(), " WHERE s.state = 'cancelled' AND s.ends_at > $1 ORDER BY s.starts_at, s.id");
}

/// A shift with what pages say around it.
#[derive(Debug, Clone)]
pub struct ShiftRow {
    /// The shift.
    pub shift: Shift,
    /// The title of its worksite.
    pub title: String,
    /// Where it is.
    pub place: String,
    /// Latitude and longitude (WGS 84), when it was pointed at.
    pub point: Option<(f64, f64)>,
    /// Where its worksite is in its life.
    pub worksite_state: WorksiteState,
    /// Grows at each change of its worksite.
    pub worksite_version: i64,
    /// Its démarche.
    pub initiative: Id<Initiative>,
    /// The address of its démarche.
    pub slug: String,
    /// The title of its démarche.
    pub of: String,
    /// The same in English; may be empty.
    pub of_en: String,
    /// Seats held.
    pub held: Held,
    /// People with a telephone only, not called yet.
    pub to_call: i64,
    /// What it gave.
    pub debrief: Option<Debrief>,
}

impl ShiftRow {
    /// People may sign up, or give their seat back.
    pub fn accepts(&self, now: Timestamp) -> bool {
        self.worksite_state == WorksiteState::Published
            && self.shift.state == ShiftState::Planned
            && !self.shift.is_past(now)
    }

    /// It took place, and nobody said yet what it gave.
    pub fn owes_debrief(&self, now: Timestamp) -> bool {
        self.worksite_state != WorksiteState::Draft
            && self.shift.state == ShiftState::Planned
            && self.shift.is_past(now)
            && self.debrief.is_none()
    }
}

fn shift(row: &Row) -> Result<Shift, StoreError> {
    Ok(Shift {
        id: row.get("id")?,
        worksite: row.get("worksite")?,
        sheet: ShiftSheet {
            start: row.get("starts_at")?,
            end: row.get("ends_at")?,
            capacity: row.get("capacity")?,
            leaders: row.get("leaders")?,
            minors_per_adult: row.get("minors_per_adult")?,
        },
        state: row.parse("state", ShiftState::parse)?,
        reason: row.get("reason")?,
        created_at: row.get("created_at")?,
        version: row.get("version")?,
    })
}

impl FromRow for ShiftRow {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let told: Option<i64> = row.get("debrief")?;
        let lat: Option<f64> = row.get("lat")?;
        Ok(Self {
            shift: shift(row)?,
            title: row.get("title")?,
            place: row.get("place")?,
            point: lat.zip(row.get("lon")?),
            worksite_state: row.parse("worksite_state", WorksiteState::parse)?,
            worksite_version: row.get("worksite_version")?,
            initiative: row.get("initiative")?,
            slug: row.get("slug")?,
            of: row.get("of_title")?,
            of_en: row.get("of_title_en")?,
            held: Held { adults: row.get("adults")?, minors: row.get("minors")?, waiting: row.get("waiting")? },
            to_call: row.get("to_call")?,
            debrief: match told {
                Some(version) => Some(debriefs::of_row(row, version)?),
                None => None,
            },
        })
    }
}

pub(crate) async fn add(tx: &Tx, id: Id<Shift>, worksite: Id<Worksite>, s: &ShiftSheet) -> Result<(), StoreError> {
    let row = args![id, worksite, s.start, s.end, s.capacity, s.leaders, s.minors_per_adult, tx.author.at];
    tx.run(&ADD, row).await.map(drop)
}

/// Saves unless someone saved first; `false` then.
pub(crate) async fn edit(tx: &Tx, id: Id<Shift>, version: i64, s: &ShiftSheet) -> Result<bool, StoreError> {
    let row = args![id, version, s.start, s.end, s.capacity, s.leaders, s.minors_per_adult];
    Ok(tx.run(&EDIT, row).await? > 0)
}

/// Calls it off; `false` when it already was.
pub(crate) async fn cancel(tx: &Tx, id: Id<Shift>, reason: &str) -> Result<bool, StoreError> {
    Ok(tx.run(&CANCEL, args![id, reason]).await? > 0)
}

/// Takes the next place in the line of a shift. Others who come for the same one wait until this write ends.
pub(crate) async fn next_position(tx: &Tx, id: Id<Shift>) -> Result<i64, StoreError> {
    tx.one(&NEXT, args![id]).await
}

/// Holds the line of a shift until this write ends.
pub(crate) async fn hold(tx: &Tx, id: Id<Shift>) -> Result<(), StoreError> {
    tx.run(&ALONE, args![id]).await.map(drop)
}

/// A shift.
///
/// # Errors
/// The database does not answer.
pub async fn by_id(src: &impl Reads, id: Id<Shift>) -> Result<Option<ShiftRow>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}

/// Shifts of a worksite, by day.
///
/// # Errors
/// The database does not answer.
pub async fn of_worksite(src: &impl Reads, id: Id<Worksite>) -> Result<Vec<ShiftRow>, StoreError> {
    src.all(&OF_WORKSITE, args![id]).await
}

/// Shifts of every worksite of a démarche, by day.
///
/// # Errors
/// The database does not answer.
pub async fn of_initiative(src: &impl Reads, id: Id<Initiative>, drafts: bool) -> Result<Vec<ShiftRow>, StoreError> {
    src.all(&OF_INITIATIVE, args![id, drafts]).await
}

/// The next shifts of a démarche.
///
/// # Errors
/// The database does not answer.
pub async fn coming(
    src: &impl Reads,
    id: Id<Initiative>,
    now: Timestamp,
    most: i64,
) -> Result<Vec<ShiftRow>, StoreError> {
    src.all(&COMING, args![id, now, most]).await
}

/// Shifts of the territory, the furthest in time first.
///
/// # Errors
/// The database does not answer.
pub async fn everywhere(src: &impl Reads, most: i64) -> Result<Vec<ShiftRow>, StoreError> {
    src.all(&EVERYWHERE, args![most]).await
}

/// Shifts that took place and whose debrief is awaited, the oldest first.
///
/// # Errors
/// The database does not answer.
pub async fn silent(src: &impl Reads, now: Timestamp) -> Result<Vec<ShiftRow>, StoreError> {
    src.all(&SILENT, args![now]).await
}

/// Shifts called off whose day has not come.
pub(crate) async fn called_off(src: &impl Reads, now: Timestamp) -> Result<Vec<ShiftRow>, StoreError> {
    src.all(&CALLED_OFF, args![now]).await
}
