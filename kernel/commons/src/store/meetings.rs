//! Meetings and their minutes.

use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};

use crate::domain::initiative::Initiative;
use crate::domain::meetings::{Meeting, MeetingKind, MeetingSheet, MeetingState, Minutes, Taken};

macro_rules! meeting {
    () => {
        "SELECT m.id, m.initiative, m.title, m.kind, m.agenda, m.place, m.area, m.starts_at, m.ends_at, m.capacity, m.guest_seats,
         m.latitude, m.longitude, m.state, m.reason, m.created_at, m.changed_at, m.version, a.name AS area_name, i.slug, i.title AS of_title, i.title_en AS of_title_en,
         (SELECT COUNT(*) FROM meeting_sign_up s WHERE s.meeting = m.id AND s.state = 'confirmed' AND s.invited = 0) AS taken,
         (SELECT COUNT(*) FROM meeting_sign_up s WHERE s.meeting = m.id AND s.state = 'confirmed' AND s.invited = 1) AS guests,
         (SELECT COUNT(*) FROM meeting_sign_up s WHERE s.meeting = m.id AND s.state = 'waiting') AS waiting
         FROM meeting m JOIN initiative i ON i.id = m.initiative LEFT JOIN area a ON a.id = m.area"
    };
}

statements! {
    ADD = "INSERT INTO meeting (id, initiative, title, kind, agenda, place, area, starts_at, ends_at, capacity, guest_seats,
           latitude, longitude, state, reason, created_at, changed_at, version)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'draft', '', $14, $14, 1)";
    EDIT = "UPDATE meeting SET title = $3, kind = $4, agenda = $5, place = $6, area = $7, starts_at = $8, ends_at = $9,
            capacity = $10, guest_seats = $11, latitude = $12, longitude = $13, changed_at = $14, version = version + 1
            WHERE id = $1 AND version = $2";
    BECOME = "UPDATE meeting SET state = $3, reason = $4, changed_at = $5, version = version + 1 WHERE id = $1 AND state = $2";
    BY_ID = concat!(meeting!(), " WHERE m.id = $1");
    OF_INITIATIVE = concat!(meeting!(), " WHERE m.initiative = $1 AND (m.state <> 'draft' OR $2 = 1) ORDER BY m.starts_at, m.id");
    COMING = concat!(meeting!(), " WHERE m.initiative = $1 AND m.state = 'announced' AND m.ends_at > $2
        ORDER BY m.starts_at, m.id LIMIT $3");
    EVERYWHERE = concat!(meeting!(), " WHERE m.state <> 'draft' AND i.state <> 'draft'
        ORDER BY m.starts_at DESC, m.id LIMIT $1");
    PLACED = concat!(meeting!(), " WHERE m.initiative = $1 AND m.state <> 'draft' AND m.latitude IS NOT NULL
        ORDER BY m.starts_at DESC, m.id LIMIT $2");
    ADD_MINUTES = "INSERT INTO meeting_minutes (meeting, version, text, reason, person, role, at)
                   VALUES ($1, $2, $3, $4, $5, $6, $7)";
    MINUTES = "SELECT version, text, reason, role, at FROM meeting_minutes WHERE meeting = $1 ORDER BY version DESC";
}

fn sheet(row: &Row) -> Result<MeetingSheet, StoreError> {
    let latitude: Option<f64> = row.get("latitude")?;
    Ok(MeetingSheet {
        title: row.get("title")?,
        kind: row.parse("kind", MeetingKind::parse)?,
        agenda: row.get("agenda")?,
        place: row.get("place")?,
        area: row.get("area")?,
        start: row.get("starts_at")?,
        end: row.get("ends_at")?,
        seats: row.get("capacity")?,
        guest_seats: row.get("guest_seats")?,
        point: latitude.zip(row.get("longitude")?),
    })
}

/// A meeting with what pages say around it.
#[derive(Debug, Clone)]
pub struct MeetingRow {
    /// The meeting.
    pub meeting: Meeting,
    /// The name of its commune or district.
    pub area: Option<String>,
    /// The address of its démarche.
    pub slug: String,
    /// The title of its démarche.
    pub of: String,
    /// The same in English; may be empty.
    pub of_en: String,
    /// Seats taken, and how many wait.
    pub taken: Taken,
}

impl FromRow for MeetingRow {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let meeting = Meeting {
            id: row.get("id")?,
            initiative: row.get("initiative")?,
            sheet: sheet(row)?,
            state: row.parse("state", MeetingState::parse)?,
            reason: row.get("reason")?,
            created_at: row.get("created_at")?,
            changed_at: row.get("changed_at")?,
            version: row.get("version")?,
        };
        Ok(Self {
            meeting,
            area: row.get("area_name")?,
            slug: row.get("slug")?,
            of: row.get("of_title")?,
            of_en: row.get("of_title_en")?,
            taken: Taken { open: row.get("taken")?, guests: row.get("guests")?, waiting: row.get("waiting")? },
        })
    }
}

impl FromRow for Minutes {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            version: row.get("version")?,
            text: row.get("text")?,
            reason: row.get("reason")?,
            role: row.get("role")?,
            at: row.get("at")?,
        })
    }
}

pub(crate) async fn add(tx: &Tx, meeting: &Meeting) -> Result<(), StoreError> {
    let s = &meeting.sheet;
    let row = args![
        meeting.id,
        meeting.initiative,
        &s.title,
        s.kind.code(),
        &s.agenda,
        &s.place,
        s.area,
        s.start,
        s.end,
        s.seats,
        s.guest_seats,
        s.point.map(|(latitude, _)| latitude),
        s.point.map(|(_, longitude)| longitude),
        meeting.created_at
    ];
    tx.run(&ADD, row).await.map(drop)
}

/// Saves unless someone saved first; `false` then.
pub(crate) async fn edit(tx: &Tx, id: Id<Meeting>, version: i64, s: &MeetingSheet) -> Result<bool, StoreError> {
    let row = args![
        id,
        version,
        &s.title,
        s.kind.code(),
        &s.agenda,
        &s.place,
        s.area,
        s.start,
        s.end,
        s.seats,
        s.guest_seats,
        s.point.map(|(latitude, _)| latitude),
        s.point.map(|(_, longitude)| longitude),
        tx.author.at
    ];
    Ok(tx.run(&EDIT, row).await? > 0)
}

/// Goes from one state to another; `false` when it was not in the first one.
pub(crate) async fn become_state(
    tx: &Tx,
    id: Id<Meeting>,
    (from, to): (MeetingState, MeetingState),
    reason: &str,
) -> Result<bool, StoreError> {
    Ok(tx.run(&BECOME, args![id, from.code(), to.code(), reason, tx.author.at]).await? > 0)
}

/// A meeting.
///
/// # Errors
/// The database does not answer.
pub async fn by_id(src: &impl Reads, id: Id<Meeting>) -> Result<Option<MeetingRow>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}

/// Meetings of a démarche, by day.
///
/// # Errors
/// The database does not answer.
pub async fn of_initiative(src: &impl Reads, id: Id<Initiative>, drafts: bool) -> Result<Vec<MeetingRow>, StoreError> {
    src.all(&OF_INITIATIVE, args![id, drafts]).await
}

/// The next meetings of a démarche.
///
/// # Errors
/// The database does not answer.
pub async fn coming(
    src: &impl Reads,
    id: Id<Initiative>,
    now: jiff::Timestamp,
    most: i64,
) -> Result<Vec<MeetingRow>, StoreError> {
    src.all(&COMING, args![id, now, most]).await
}

/// The meetings of a démarche that were pointed at and that everyone reads, the latest first.
///
/// # Errors
/// The database does not answer.
pub async fn placed(src: &impl Reads, id: Id<Initiative>, most: i64) -> Result<Vec<MeetingRow>, StoreError> {
    src.all(&PLACED, args![id, most]).await
}

/// Meetings of the territory, the furthest in time first.
///
/// # Errors
/// The database does not answer.
pub async fn everywhere(src: &impl Reads, most: i64) -> Result<Vec<MeetingRow>, StoreError> {
    src.all(&EVERYWHERE, args![most]).await
}

pub(crate) async fn add_minutes(tx: &Tx, meeting: Id<Meeting>, minutes: &Minutes) -> Result<(), StoreError> {
    let row =
        args![meeting, minutes.version, &minutes.text, &minutes.reason, tx.author.person, &minutes.role, minutes.at];
    tx.run(&ADD_MINUTES, row).await.map(drop)
}

/// Every version of the minutes, latest first.
///
/// # Errors
/// The database does not answer.
pub async fn minutes(src: &impl Reads, meeting: Id<Meeting>) -> Result<Vec<Minutes>, StoreError> {
    src.all(&MINUTES, args![meeting]).await
}
