//! Meetings, their notes and their minutes.

use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use uuid::Uuid;

use crate::domain::contribution::Contribution;
use crate::domain::initiative::Initiative;
use crate::domain::meetings::{Meeting, MeetingKind, MeetingSheet, MeetingState, Minutes};

macro_rules! meeting {
    () => {
        "SELECT m.id, m.initiative, m.title, m.kind, m.agenda, m.place, m.area, m.starts_at, m.ends_at, m.capacity, m.state,
         m.reason, m.created_at, m.version, a.name AS area_name, i.slug, i.title AS of_title, i.title_en AS of_title_en,
         (SELECT COUNT(*) FROM meeting_sign_up s WHERE s.meeting = m.id AND s.state = 'confirmed') AS taken,
         (SELECT COUNT(*) FROM meeting_sign_up s WHERE s.meeting = m.id AND s.state = 'waiting') AS waiting
         FROM meeting m JOIN initiative i ON i.id = m.initiative LEFT JOIN area a ON a.id = m.area"
    };
}

statements! {
    ADD = "INSERT INTO meeting (id, initiative, title, kind, agenda, place, area, starts_at, ends_at, capacity, state, reason,
           created_at, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'draft', '', $11, 1)";
    EDIT = "UPDATE meeting SET title = $3, kind = $4, agenda = $5, place = $6, area = $7, starts_at = $8, ends_at = $9,
            capacity = $10, version = version + 1 WHERE id = $1 AND version = $2";
    BECOME = "UPDATE meeting SET state = $3, reason = $4, version = version + 1 WHERE id = $1 AND state = $2";
    BY_ID = concat!(meeting!(), " WHERE m.id = $1");
    OF_INITIATIVE = concat!(meeting!(), " WHERE m.initiative = $1 AND (m.state <> 'draft' OR $2 = 1) ORDER BY m.starts_at, m.id");
    COMING = concat!(meeting!(), " WHERE m.initiative = $1 AND m.state = 'announced' AND m.ends_at > $2
        ORDER BY m.starts_at, m.id LIMIT $3");
    EVERYWHERE = concat!(meeting!(), " WHERE m.state <> 'draft' AND i.state <> 'draft'
        ORDER BY m.starts_at DESC, m.id LIMIT $1");
    ADD_NOTE = "INSERT INTO meeting_note (contribution, meeting, table_label, facilitator) VALUES ($1, $2, $3, $4)";
    NOTES = "SELECT c.id, c.number, c.title, c.text, n.table_label, n.facilitator, k.code FROM meeting_note n
             JOIN link l ON l.from_id = n.contribution AND l.kind = 'noted_at' AND l.to_id = n.meeting
             JOIN contribution c ON c.id = n.contribution JOIN contribution_contact k ON k.contribution = c.id
             WHERE n.meeting = $1 AND (c.state = 'published' OR $2 = 1) ORDER BY c.number";
    FACILITATED = "SELECT contribution AS value FROM meeting_note
                   WHERE facilitator <> '' AND facilitator = (SELECT name FROM person WHERE id = $1) ORDER BY contribution";
    ERASE_FACILITATOR = "UPDATE meeting_note SET facilitator = ''
                         WHERE facilitator <> '' AND facilitator = (SELECT name FROM person WHERE id = $1)";
    ADD_MINUTES = "INSERT INTO meeting_minutes (meeting, version, text, reason, person, role, at)
                   VALUES ($1, $2, $3, $4, $5, $6, $7)";
    MINUTES = "SELECT version, text, reason, role, at FROM meeting_minutes WHERE meeting = $1 ORDER BY version DESC";
}

fn sheet(row: &Row) -> Result<MeetingSheet, StoreError> {
    Ok(MeetingSheet {
        title: row.get("title")?,
        kind: row.parse("kind", MeetingKind::parse)?,
        agenda: row.get("agenda")?,
        place: row.get("place")?,
        area: row.get("area")?,
        start: row.get("starts_at")?,
        end: row.get("ends_at")?,
        seats: row.get("capacity")?,
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
    /// Seats taken.
    pub taken: i64,
    /// How many wait.
    pub waiting: i64,
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
            version: row.get("version")?,
        };
        Ok(Self {
            meeting,
            area: row.get("area_name")?,
            slug: row.get("slug")?,
            of: row.get("of_title")?,
            of_en: row.get("of_title_en")?,
            taken: row.get("taken")?,
            waiting: row.get("waiting")?,
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

/// What someone said at a meeting, and where it was noted.
#[derive(Debug, Clone)]
pub struct NoteRow {
    /// The contribution it became.
    pub contribution: Id<Contribution>,
    /// Its number in the démarche.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// Its text.
    pub text: String,
    /// At which table.
    pub table: String,
    /// Who noted it.
    pub facilitator: String,
    /// Its follow code, for the stub.
    pub code: String,
}

impl FromRow for NoteRow {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            contribution: row.get("id")?,
            number: row.get("number")?,
            title: row.get("title")?,
            text: row.get("text")?,
            table: row.get("table_label")?,
            facilitator: row.get("facilitator")?,
            code: row.get("code")?,
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
        meeting.created_at
    ];
    tx.run(&ADD, row).await.map(drop)
}

/// Saves unless someone saved first; `false` then.
pub(crate) async fn edit(tx: &Tx, id: Id<Meeting>, version: i64, s: &MeetingSheet) -> Result<bool, StoreError> {
    let row = args![id, version, &s.title, s.kind.code(), &s.agenda, &s.place, s.area, s.start, s.end, s.seats];
    Ok(tx.run(&EDIT, row).await? > 0)
}

/// Goes from one state to another; `false` when it was not in the first one.
pub(crate) async fn become_state(
    tx: &Tx,
    id: Id<Meeting>,
    (from, to): (MeetingState, MeetingState),
    reason: &str,
) -> Result<bool, StoreError> {
    Ok(tx.run(&BECOME, args![id, from.code(), to.code(), reason]).await? > 0)
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

/// Meetings of the territory, the furthest in time first.
///
/// # Errors
/// The database does not answer.
pub async fn everywhere(src: &impl Reads, most: i64) -> Result<Vec<MeetingRow>, StoreError> {
    src.all(&EVERYWHERE, args![most]).await
}

pub(crate) async fn add_note(
    tx: &Tx,
    meeting: Id<Meeting>,
    contribution: Id<Contribution>,
    (table, facilitator): (&str, &str),
) -> Result<(), StoreError> {
    tx.run(&ADD_NOTE, args![contribution, meeting, table, facilitator]).await.map(drop)
}

/// What was noted at a meeting; what is hidden only for those who moderate.
///
/// # Errors
/// The database does not answer.
pub async fn notes(src: &impl Reads, meeting: Id<Meeting>, hidden: bool) -> Result<Vec<NoteRow>, StoreError> {
    src.all(&NOTES, args![meeting, hidden]).await
}

/// The contributions noted at a table by someone of this person's name.
pub(crate) async fn facilitated(src: &impl Reads, person: Id<Person>) -> Result<Vec<Uuid>, StoreError> {
    src.all(&FACILITATED, args![person]).await
}

/// What was noted stays, without who noted it.
pub(crate) async fn erase_facilitator(tx: &Tx, person: Id<Person>) -> Result<u64, StoreError> {
    tx.run(&ERASE_FACILITATOR, args![person]).await
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
