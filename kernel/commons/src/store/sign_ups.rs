//! Who signed up for a meeting, and who came.

use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use arpent_web::DataSubject;
use jiff::Timestamp;

use crate::domain::meetings::{Attendance, Meeting, SignUp, SignUpState};
use crate::domain::people::Capacity;

macro_rules! sign_up {
    () => {
        "SELECT id, meeting, position, name, email, phone, capacity, person, code, language, state, invited,
         present_at, created_at
         FROM meeting_sign_up"
    };
}

statements! {
    // The row of the meeting is the door of its line: whoever holds it is alone in counting seats.
    NEXT = "UPDATE meeting SET last_position = last_position + 1 WHERE id = $1 RETURNING last_position AS value";
    ALONE = "UPDATE meeting SET last_position = last_position WHERE id = $1";
    ADD = "INSERT INTO meeting_sign_up (id, meeting, position, name, email, phone, capacity, person, code, language, submission,
           state, invited, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
    SENT = concat!(sign_up!(), " WHERE submission = $1");
    BY_ID = concat!(sign_up!(), " WHERE id = $1");
    BY_CODE = concat!(sign_up!(), " WHERE code = $1");
    OF_MEETING = concat!(sign_up!(), " WHERE meeting = $1 ORDER BY position");
    FIRST_WAITING = concat!(sign_up!(), " WHERE meeting = $1 AND state = 'waiting' ORDER BY position LIMIT 1");
    SET_STATE = "UPDATE meeting_sign_up SET state = $3 WHERE id = $1 AND state = $2";
    SET_PRESENT = "UPDATE meeting_sign_up SET present_at = $2 WHERE id = $1 AND state <> 'cancelled'";
    PRESENT = "SELECT capacity, COUNT(*) AS n FROM meeting_sign_up WHERE meeting = $1 AND present_at IS NOT NULL
               GROUP BY capacity";
    SET_WALK_IN = "INSERT INTO meeting_walk_in (meeting, capacity, n) VALUES ($1, $2, $3)
                   ON CONFLICT (meeting, capacity) DO UPDATE SET n = excluded.n";
    WALK_INS = "SELECT capacity, n FROM meeting_walk_in WHERE meeting = $1";
    OF_SUBJECT = concat!(sign_up!(), " WHERE person = $1 OR email = $2 ORDER BY created_at");
    ERASE = "UPDATE meeting_sign_up SET name = '', email = NULL, phone = NULL, person = NULL WHERE person = $1 OR email = $2";
    FORGET = "UPDATE meeting_sign_up SET name = '', email = NULL, phone = NULL, person = NULL WHERE id = $1";
    FORGET_ALL = "UPDATE meeting_sign_up SET name = '', email = NULL, phone = NULL, person = NULL WHERE meeting = $1
                  AND (name <> '' OR email IS NOT NULL OR phone IS NOT NULL OR person IS NOT NULL)";
}

impl FromRow for SignUp {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            meeting: row.get("meeting")?,
            position: row.get("position")?,
            name: row.get("name")?,
            email: row.get("email")?,
            phone: row.get("phone")?,
            capacity: row.parse("capacity", Capacity::parse)?,
            person: row.get("person")?,
            code: row.get("code")?,
            language: row.get("language")?,
            state: row.parse("state", SignUpState::parse)?,
            invited: row.get::<i64>("invited")? != 0,
            present_at: row.get("present_at")?,
            created_at: row.get("created_at")?,
        })
    }
}

struct Counted(Capacity, i64);

impl FromRow for Counted {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self(row.parse("capacity", Capacity::parse)?, row.get("n")?))
    }
}

/// Takes the next place in the line of a meeting. Others who come for the same one wait until this write ends.
pub(crate) async fn next_position(tx: &Tx, meeting: Id<Meeting>) -> Result<i64, StoreError> {
    tx.one(&NEXT, args![meeting]).await
}

/// Holds the line of a meeting until this write ends.
pub(crate) async fn hold_line(tx: &Tx, meeting: Id<Meeting>) -> Result<(), StoreError> {
    tx.run(&ALONE, args![meeting]).await.map(drop)
}

pub(crate) async fn add(tx: &Tx, s: &SignUp, submission: &str) -> Result<(), StoreError> {
    let row = args![
        s.id,
        s.meeting,
        s.position,
        &s.name,
        s.email.clone(),
        s.phone.clone(),
        s.capacity.code(),
        s.person,
        &s.code,
        &s.language,
        submission,
        s.state.code(),
        s.invited,
        s.created_at
    ];
    tx.run(&ADD, row).await.map(drop)
}

/// What the same form already gave.
pub(crate) async fn sent(src: &impl Reads, submission: &str) -> Result<Option<SignUp>, StoreError> {
    src.maybe(&SENT, args![submission]).await
}

pub(crate) async fn by_id(src: &impl Reads, id: Id<SignUp>) -> Result<Option<SignUp>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}

/// Whose code it is.
///
/// # Errors
/// The database does not answer.
pub async fn by_code(src: &impl Reads, code: &str) -> Result<Option<SignUp>, StoreError> {
    src.maybe(&BY_CODE, args![code]).await
}

/// Everyone who signed up for a meeting, in the order they came.
///
/// # Errors
/// The database does not answer.
pub async fn of_meeting(src: &impl Reads, meeting: Id<Meeting>) -> Result<Vec<SignUp>, StoreError> {
    src.all(&OF_MEETING, args![meeting]).await
}

pub(crate) async fn first_waiting(src: &impl Reads, meeting: Id<Meeting>) -> Result<Option<SignUp>, StoreError> {
    src.maybe(&FIRST_WAITING, args![meeting]).await
}

/// Goes from one state to another; `false` when it was not in the first one.
pub(crate) async fn become_state(
    tx: &Tx,
    id: Id<SignUp>,
    (from, to): (SignUpState, SignUpState),
) -> Result<bool, StoreError> {
    Ok(tx.run(&SET_STATE, args![id, from.code(), to.code()]).await? > 0)
}

/// Notes that she came, or takes it back; `false` when she had given her seat back.
pub(crate) async fn set_present(tx: &Tx, id: Id<SignUp>, at: Option<Timestamp>) -> Result<bool, StoreError> {
    Ok(tx.run(&SET_PRESENT, args![id, at]).await? > 0)
}

pub(crate) async fn set_walk_in(tx: &Tx, meeting: Id<Meeting>, capacity: Capacity, n: i64) -> Result<(), StoreError> {
    tx.run(&SET_WALK_IN, args![meeting, capacity.code(), n]).await.map(drop)
}

/// Those who came without signing up.
///
/// # Errors
/// The database does not answer.
pub async fn walk_ins(src: &impl Reads, meeting: Id<Meeting>) -> Result<Vec<(Capacity, i64)>, StoreError> {
    let counted: Vec<Counted> = src.all(&WALK_INS, args![meeting]).await?;
    Ok(counted.into_iter().map(|Counted(capacity, n)| (capacity, n)).collect())
}

/// Everyone who came, by capacity.
///
/// # Errors
/// The database does not answer.
pub async fn attendance(src: &impl Reads, meeting: Id<Meeting>) -> Result<Attendance, StoreError> {
    let present: Vec<Counted> = src.all(&PRESENT, args![meeting]).await?;
    let mut counts = walk_ins(src, meeting).await?;
    counts.extend(present.into_iter().map(|Counted(capacity, n)| (capacity, n)));
    Ok(Attendance::of(&counts))
}

pub(crate) async fn of_subject(src: &impl Reads, subject: &DataSubject) -> Result<Vec<SignUp>, StoreError> {
    src.all(&OF_SUBJECT, args![subject.person, subject.email.clone()]).await
}

/// Her seat stays in the count, without her.
pub(crate) async fn erase(tx: &Tx, subject: &DataSubject) -> Result<u64, StoreError> {
    tx.run(&ERASE, args![subject.person, subject.email.clone()]).await
}

pub(crate) async fn forget(tx: &Tx, id: Id<SignUp>) -> Result<(), StoreError> {
    tx.run(&FORGET, args![id]).await.map(drop)
}

/// The meeting is over since long enough: seats stay counted, nobody is named.
pub(crate) async fn forget_all(tx: &Tx, meeting: Id<Meeting>) -> Result<u64, StoreError> {
    tx.run(&FORGET_ALL, args![meeting]).await
}
