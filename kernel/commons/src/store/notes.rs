//! Tables of meetings and what was noted there.

use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::Timestamp;
use uuid::Uuid;

use crate::domain::contribution::Contribution;
use crate::domain::initiative::Initiative;
use crate::domain::meetings::Meeting;
use crate::domain::notes::{Note, NoteState, Signed, Table};
use crate::domain::people::Capacity;

macro_rules! note {
    () => {
        "SELECT n.id, n.meeting, n.table_label, n.text, n.capacity, n.code, n.transcriber, n.transcriber_role, n.noted_at, n.state,
         n.checker, n.checker_role, n.checked_at, n.contribution, n.version, t.facilitator, c.number, c.title,
         c.state AS contribution_state, w.name AS transcriber_name, v.name AS checker_name
         FROM meeting_said n JOIN meeting_table t ON t.meeting = n.meeting AND t.label = n.table_label
         LEFT JOIN contribution c ON c.id = n.contribution LEFT JOIN person w ON w.id = n.transcriber
         LEFT JOIN person v ON v.id = n.checker"
    };
}

statements! {
    PUT_TABLE = "INSERT INTO meeting_table (meeting, label, facilitator, photo) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (meeting, label) DO UPDATE SET facilitator = excluded.facilitator,
                 photo = COALESCE(excluded.photo, meeting_table.photo)";
    TABLE = "SELECT label, facilitator, photo FROM meeting_table WHERE meeting = $1 AND label = $2";
    TABLES = "SELECT label, facilitator, photo FROM meeting_table WHERE meeting = $1 ORDER BY label";
    ADD = "INSERT INTO meeting_said (id, meeting, table_label, text, capacity, code, submission, transcriber, transcriber_role,
           noted_at, state, checker_role, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'to_check', '', 1)";
    CORRECT = "UPDATE meeting_said SET text = $3, capacity = $4, version = version + 1
               WHERE id = $1 AND version = $2 AND state = 'to_check'";
    CHECK = "UPDATE meeting_said SET state = $2, checker = $3, checker_role = $4, checked_at = $5, contribution = $6,
             version = version + 1 WHERE id = $1 AND state = 'to_check'";
    BY_ID = concat!(note!(), " WHERE n.id = $1");
    SENT = concat!(note!(), " WHERE n.submission = $1");
    BY_CODE = concat!(note!(), " WHERE n.code = $1");
    OF_MEETING = concat!(note!(), " WHERE n.meeting = $1 ORDER BY n.table_label, n.noted_at, n.id");
    OF_CONTRIBUTION = concat!(note!(), " WHERE n.contribution = $1");
    WAITING = "SELECT m.id, m.initiative, m.title, COUNT(*) AS n FROM meeting_said n JOIN meeting m ON m.id = n.meeting
               WHERE n.state = 'to_check' GROUP BY m.id, m.initiative, m.title, m.starts_at ORDER BY m.starts_at, m.id";
    NOTED_BY = "SELECT id AS value FROM meeting_said WHERE transcriber = $1 OR checker = $1 ORDER BY id";
    FACILITATED = "SELECT DISTINCT meeting AS value FROM meeting_table
                   WHERE facilitator <> '' AND facilitator = (SELECT name FROM person WHERE id = $1)";
    ERASE_FACILITATOR = "UPDATE meeting_table SET facilitator = ''
                         WHERE facilitator <> '' AND facilitator = (SELECT name FROM person WHERE id = $1)";
    ERASE_TRANSCRIBER = "UPDATE meeting_said SET transcriber = NULL WHERE transcriber = $1";
    ERASE_CHECKER = "UPDATE meeting_said SET checker = NULL WHERE checker = $1";
    PHOTOS = "SELECT photo AS value FROM meeting_table WHERE meeting = $1 AND photo IS NOT NULL";
    FORGET_PHOTOS = "UPDATE meeting_table SET photo = NULL WHERE meeting = $1";
    OF_PHOTO = "SELECT m.initiative AS value FROM meeting_table t JOIN meeting m ON m.id = t.meeting WHERE t.photo = $1";
}

impl FromRow for Table {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { label: row.get("label")?, facilitator: row.get("facilitator")?, photo: row.get("photo")? })
    }
}

/// A note with what pages say around it.
#[derive(Debug, Clone)]
pub struct NoteRow {
    /// The note.
    pub note: Note,
    /// Who held the pen at its table; empty once she was forgotten.
    pub facilitator: String,
    /// Who wrote it down, for the team.
    pub transcriber: Option<String>,
    /// Who read it again, for the team.
    pub checker: Option<String>,
    /// Number and title of the contribution it became.
    pub became: Option<(i64, String)>,
    /// That contribution is published.
    pub published: bool,
}

impl FromRow for NoteRow {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let checked_at: Option<Timestamp> = row.get("checked_at")?;
        let checked = match checked_at {
            Some(at) => Some(Signed { person: row.get("checker")?, role: row.get("checker_role")?, at }),
            None => None,
        };
        let transcribed =
            Signed { person: row.get("transcriber")?, role: row.get("transcriber_role")?, at: row.get("noted_at")? };
        let note = Note {
            id: row.get("id")?,
            meeting: row.get("meeting")?,
            table: row.get("table_label")?,
            text: row.get("text")?,
            capacity: row.parse("capacity", Capacity::parse)?,
            code: row.get("code")?,
            transcribed,
            state: row.parse("state", NoteState::parse)?,
            checked,
            contribution: row.get("contribution")?,
            version: row.get("version")?,
        };
        let (number, title): (Option<i64>, Option<String>) = (row.get("number")?, row.get("title")?);
        let state: Option<String> = row.get("contribution_state")?;
        Ok(Self {
            note,
            facilitator: row.get("facilitator")?,
            transcriber: row.get("transcriber_name")?,
            checker: row.get("checker_name")?,
            became: number.zip(title),
            published: state.as_deref() == Some("published"),
        })
    }
}

/// A meeting whose notes wait to be read again.
#[derive(Debug, Clone)]
pub struct WaitingNotes {
    /// The meeting.
    pub meeting: Id<Meeting>,
    /// Its démarche.
    pub initiative: Id<Initiative>,
    /// Its title.
    pub title: String,
    /// How many.
    pub count: i64,
}

impl FromRow for WaitingNotes {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            meeting: row.get("id")?,
            initiative: row.get("initiative")?,
            title: row.get("title")?,
            count: row.get("n")?,
        })
    }
}

/// Meetings whose notes wait to be read again, the oldest first.
///
/// # Errors
/// The database does not answer.
pub async fn waiting(src: &impl Reads) -> Result<Vec<WaitingNotes>, StoreError> {
    src.all(&WAITING, args![]).await
}

/// Writes who held the pen at a table; a photograph replaces the one before, none leaves it.
pub(crate) async fn put_table(tx: &Tx, meeting: Id<Meeting>, table: &Table) -> Result<(), StoreError> {
    tx.run(&PUT_TABLE, args![meeting, &table.label, &table.facilitator, table.photo]).await.map(drop)
}

pub(crate) async fn table(src: &impl Reads, meeting: Id<Meeting>, label: &str) -> Result<Option<Table>, StoreError> {
    src.maybe(&TABLE, args![meeting, label]).await
}

/// The tables of a meeting, by name.
///
/// # Errors
/// The database does not answer.
pub async fn tables(src: &impl Reads, meeting: Id<Meeting>) -> Result<Vec<Table>, StoreError> {
    src.all(&TABLES, args![meeting]).await
}

pub(crate) async fn add(tx: &Tx, note: &Note, submission: &str) -> Result<(), StoreError> {
    let by = &note.transcribed;
    let row = args![
        note.id,
        note.meeting,
        &note.table,
        &note.text,
        note.capacity.code(),
        &note.code,
        submission,
        by.person,
        &by.role,
        by.at
    ];
    tx.run(&ADD, row).await.map(drop)
}

/// Corrects a note not read again yet; `false` when someone was first.
pub(crate) async fn correct(
    tx: &Tx,
    (id, version): (Id<Note>, i64),
    text: &str,
    capacity: Capacity,
) -> Result<bool, StoreError> {
    Ok(tx.run(&CORRECT, args![id, version, text, capacity.code()]).await? > 0)
}

/// Says what a note becomes, read again by the author of this write; `false` when someone was first.
pub(crate) async fn check(
    tx: &Tx,
    id: Id<Note>,
    state: NoteState,
    contribution: Option<Id<Contribution>>,
) -> Result<bool, StoreError> {
    let by = &tx.author;
    Ok(tx.run(&CHECK, args![id, state.code(), by.person, by.role, by.at, contribution]).await? > 0)
}

/// A note.
///
/// # Errors
/// The database does not answer.
pub async fn by_id(src: &impl Reads, id: Id<Note>) -> Result<Option<NoteRow>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}

/// What the same form already gave.
pub(crate) async fn sent(src: &impl Reads, submission: &str) -> Result<Option<NoteRow>, StoreError> {
    src.maybe(&SENT, args![submission]).await
}

/// The note of a stub.
///
/// # Errors
/// The database does not answer.
pub async fn by_code(src: &impl Reads, code: &str) -> Result<Option<NoteRow>, StoreError> {
    src.maybe(&BY_CODE, args![code]).await
}

/// What was noted at a meeting, by table, in the order it was written down.
///
/// # Errors
/// The database does not answer.
pub async fn of_meeting(src: &impl Reads, meeting: Id<Meeting>) -> Result<Vec<NoteRow>, StoreError> {
    src.all(&OF_MEETING, args![meeting]).await
}

/// The note a contribution came from.
///
/// # Errors
/// The database does not answer.
pub async fn of_contribution(src: &impl Reads, id: Id<Contribution>) -> Result<Option<NoteRow>, StoreError> {
    src.maybe(&OF_CONTRIBUTION, args![id]).await
}

/// Notes this person wrote down or read again, and meetings where someone of her name held the pen.
pub(crate) async fn of_person(src: &impl Reads, person: Id<Person>) -> Result<(Vec<Uuid>, Vec<Uuid>), StoreError> {
    Ok((src.all(&NOTED_BY, args![person]).await?, src.all(&FACILITATED, args![person]).await?))
}

/// What was noted stays, without who wrote it down.
pub(crate) async fn erase(tx: &Tx, person: Id<Person>) -> Result<u64, StoreError> {
    let mut erased = tx.run(&ERASE_FACILITATOR, args![person]).await?;
    erased += tx.run(&ERASE_TRANSCRIBER, args![person]).await?;
    Ok(erased + tx.run(&ERASE_CHECKER, args![person]).await?)
}

/// Takes the photographs of the sheets away: handwriting is a person's too.
pub(crate) async fn forget_photos(tx: &Tx, meeting: Id<Meeting>) -> Result<u64, StoreError> {
    let photos: Vec<Uuid> = tx.all(&PHOTOS, args![meeting]).await?;
    tx.run(&FORGET_PHOTOS, args![meeting]).await?;
    for photo in &photos {
        tx.remove_file(*photo).await?;
    }
    Ok(photos.len() as u64)
}

/// The démarche of the meeting whose sheet a photograph shows.
///
/// # Errors
/// The database does not answer.
pub async fn of_photo(src: &impl Reads, photo: Uuid) -> Result<Option<Id<Initiative>>, StoreError> {
    src.maybe(&OF_PHOTO, args![photo]).await
}
