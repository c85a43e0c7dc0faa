//! Notes of the tables: written down, read again, made into contributions that keep their table of origin.

use arpent_core::{Event, Id, chance};
use arpent_store::Tx;
use arpent_web::photo::{self, Photo, PhotoProblem};
use arpent_web::refusal::Conflict;
use arpent_web::{Caller, FieldProblem, Refusal};

use super::contributions::{self, Author, NewContribution};
use super::initiatives::scope;
use super::meetings::{event, get, open, subject};
use super::options::differs;
use crate::domain::initiative::Initiative;
use crate::domain::meetings::Meeting;
use crate::domain::notes::{Note, NoteState, Signed, Table};
use crate::domain::people::Capacity;
use crate::domain::problems::Problems;
use crate::domain::text::{BODY, SHORT, optional, required};
use crate::permission::CONTRIBUTION_KEY;
use crate::store::links::{self, LinkKind};
use crate::store::notes::{self, NoteRow};
use crate::texts::Texts;

/// Longest key of a form.
const LONGEST_KEY: usize = 100;

/// What someone said at a table, as typed by who writes it down.
#[derive(Debug, Clone)]
pub struct NewNote {
    /// Her words.
    pub text: String,
    /// In which capacity she spoke.
    pub capacity: Capacity,
    /// At which table: a number, a name; may be empty.
    pub table: String,
    /// Who held the pen there; empty leaves who was already said.
    pub facilitator: String,
    /// The same key is the same note.
    pub submission: String,
}

/// A note written down.
#[derive(Debug, Clone)]
pub struct Noted {
    /// Its id.
    pub id: Id<Note>,
    /// The code of its stub.
    pub code: String,
    /// It already was: nothing was written.
    pub again: bool,
}

/// Cleans a photograph away from the threads that answer.
///
/// # Errors
/// Not a photograph, too large, damaged: said at the field.
pub async fn clean(bytes: Vec<u8>) -> Result<Photo, Refusal> {
    let cleaned = tokio::task::spawn_blocking(move || photo::clean(&bytes)).await;
    cleaned.unwrap_or(Err(PhotoProblem::Damaged)).map_err(|problem| match problem {
        PhotoProblem::TooLarge => Refusal::field("photo", "too-large", |l| Texts::new(l).photo_too_large().into()),
        PhotoProblem::NotAnImage => Refusal::field("photo", "type", |l| Texts::new(l).photo_not_an_image().into()),
        PhotoProblem::Damaged => Refusal::field("photo", "damaged", |l| Texts::new(l).photo_damaged().into()),
    })
}

/// Opens a write on the notes of a meeting that has begun.
async fn at_tables(caller: &Caller, id: Id<Meeting>) -> Result<(Tx, Meeting), Refusal> {
    let meeting = get(caller, id).await?.meeting;
    let tx = caller.begin(CONTRIBUTION_KEY, scope(meeting.initiative)).await?;
    if meeting.has_begun(caller.now()) {
        return Ok((tx, meeting));
    }
    Err(Refusal::rule("meeting-not-begun", |l| Texts::new(l).meeting_not_begun().into()))
}

/// Says who held the pen at a table, and keeps the photograph of its sheet: it replaces the one before, none leaves it.
///
/// # Errors
/// Not allowed, a meeting that has not begun, fields to correct.
pub async fn describe_table(
    caller: &Caller,
    id: Id<Meeting>,
    (label, facilitator): (&str, &str),
    photo: Option<Photo>,
) -> Result<(), Refusal> {
    let (tx, meeting) = at_tables(caller, id).await?;
    let mut p = Problems::default();
    let label = p.read(required(label, "table", SHORT));
    let facilitator = p.read(optional(facilitator, "facilitator", SHORT));
    p.done()?;
    let mut table = Table { label, facilitator, photo: None };
    if let Some(photo) = photo {
        let file = caller.id::<Photo>().uuid();
        tx.put_file(file, "image/jpeg", Some(photo.size), photo.jpeg).await?;
        table.photo = Some(file);
    }
    let before = notes::table(&tx, id, &table.label).await?.and_then(|table| table.photo);
    notes::put_table(&tx, id, &table).await?;
    if let Some(before) = before.filter(|_| table.photo.is_some()) {
        tx.remove_file(before).await?;
    }
    tx.commit(event("meeting.table_described", &meeting).with("photo", table.photo.is_some())).await?;
    Ok(())
}

/// Writes down what someone said at a table; the code goes on the stub she keeps.
///
/// # Errors
/// Not allowed, a meeting that has not begun, fields to correct.
pub async fn note(caller: &Caller, id: Id<Meeting>, new: &NewNote) -> Result<Noted, Refusal> {
    let (tx, meeting) = at_tables(caller, id).await?;
    if let Some(sent) = notes::sent(&tx, &new.submission).await? {
        return Ok(Noted { id: sent.note.id, code: sent.note.code, again: true });
    }
    let mut p = Problems::default();
    let label = p.read(optional(&new.table, "table", SHORT));
    let facilitator = p.read(optional(&new.facilitator, "facilitator", SHORT));
    let text = p.read(required(&new.text, "text", BODY));
    let key = new.submission.trim();
    p.require(!key.is_empty() && key.len() <= LONGEST_KEY, || {
        FieldProblem::new("submission", "missing", |l| Texts::new(l).form_too_old().into())
    });
    p.done()?;
    let known = notes::table(&tx, id, &label).await?;
    if known.as_ref().is_none_or(|table| !facilitator.is_empty() && table.facilitator != facilitator) {
        notes::put_table(&tx, id, &Table { label: label.clone(), facilitator, photo: None }).await?;
    }
    let by = &tx.author;
    let note = Note {
        id: caller.id(),
        meeting: id,
        table: label,
        text,
        capacity: new.capacity,
        code: chance::short_code(&*caller.chance),
        transcribed: Signed { person: by.person, role: by.role.to_owned(), at: by.at },
        state: NoteState::ToCheck,
        checked: None,
        contribution: None,
        version: 1,
    };
    notes::add(&tx, &note, &new.submission).await?;
    tx.commit(event("meeting.noted", &meeting).with("note", note.id)).await?;
    Ok(Noted { id: note.id, code: note.code, again: false })
}

/// Corrects a note before it is read again: the sheet is the witness.
///
/// # Errors
/// Not allowed, no text, already read again, or [`Refusal::Conflict`].
pub async fn correct(
    caller: &Caller,
    id: Id<Note>,
    version: i64,
    (text, capacity): (&str, Capacity),
) -> Result<Id<Meeting>, Refusal> {
    let stored = notes::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)?.note;
    let (tx, meeting) = at_tables(caller, stored.meeting).await?;
    let text = required(text, "text", BODY).map_err(|problem| Refusal::Invalid(vec![problem]))?;
    if stored.state != NoteState::ToCheck {
        return Err(Refusal::rule("note-checked", |l| Texts::new(l).note_checked_already().into()));
    }
    if !notes::correct(&tx, (id, version), &text, capacity).await? {
        let differences = differs(Texts::note_text, &stored.text, &text).into_iter().collect();
        return Err(Refusal::Conflict(Box::new(Conflict { version: stored.version, differences })));
    }
    tx.commit(event("meeting.note_corrected", &meeting).with("note", id)).await?;
    Ok(meeting.id)
}

/// Reads notes again: each stays a note of the meeting, or becomes a contribution of the démarche, followed by the code of
/// its stub, with an arrow to the meeting. What someone read again before is left as it is. Returns how many were.
///
/// # Errors
/// Not allowed, none chosen, a démarche that is not open when they are to become contributions.
pub async fn check(caller: &Caller, id: Id<Meeting>, chosen: &[Id<Note>], propose: bool) -> Result<usize, Refusal> {
    let (mut tx, meeting) = open(caller, id).await?;
    let initiative = if propose { Some(contributions::listening(&tx, meeting.initiative).await?) } else { None };
    let waiting = |row: &NoteRow| row.note.state == NoteState::ToCheck && chosen.contains(&row.note.id);
    let rows: Vec<NoteRow> = notes::of_meeting(&tx, id).await?.into_iter().filter(waiting).collect();
    if rows.is_empty() {
        return Err(Refusal::rule("no-note-chosen", |l| Texts::new(l).notes_none_chosen().into()));
    }
    for row in &rows {
        match &initiative {
            None => notes::check(&tx, row.note.id, NoteState::Kept, None).await.map(drop)?,
            Some(initiative) => propose_one(&mut tx, caller, &meeting, initiative, &row.note).await?,
        }
    }
    let event = event("meeting.notes_checked", &meeting).with("notes", rows.len());
    tx.commit(event.with("proposed", propose)).await?;
    Ok(rows.len())
}

async fn propose_one(
    tx: &mut Tx,
    caller: &Caller,
    meeting: &Meeting,
    initiative: &Initiative,
    note: &Note,
) -> Result<(), Refusal> {
    let accepted = contributions::accept(tx, caller, initiative, &said(meeting, note), Some(&note.code)).await?;
    notes::check(tx, note.id, NoteState::Proposed, Some(accepted.id)).await?;
    links::put(tx, LinkKind::NotedAt, contributions::subject(accepted.id), subject(meeting.id)).await?;
    tx.note(Event::new("meeting.note_proposed", "contribution", accepted.id).within(meeting.initiative));
    Ok(())
}

fn said(meeting: &Meeting, note: &Note) -> NewContribution {
    let sheet = &meeting.sheet;
    NewContribution {
        initiative: meeting.initiative,
        title: String::new(),
        text: note.text.clone(),
        channel: sheet.kind.channel(),
        capacity: note.capacity,
        organisation: None,
        area: sheet.area,
        place: sheet.place.clone(),
        point: None,
        photo: None,
        photo_alt: String::new(),
        email: String::new(),
        submission: format!("note-{}", note.id),
        said_on: Some(arpent_core::clock::paris_date(sheet.start)),
        author: Author::Nobody,
    }
}
