//! Notes of the tables, for the team: written down, with the photograph of the sheet, read again, made into
//! contributions; and the stubs their authors keep.

use arpent_core::Id;
use arpent_core::clock::paris_date;
use arpent_documents::qr;
use arpent_web::respond::{done, page_with};
use arpent_web::sent::Sent;
use arpent_web::{Ctx, Field, FieldProblem, Form, PageError, Refusal, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::frame::Frame;
use super::loop_form::{About, Edit, Typed, frame};
use super::loop_words::{on, signed};
use super::meetings::{below, href, read};
use super::sign_ups::capacities;
use crate::commands::initiatives::scope;
use crate::commands::notes::{self as commands, NewNote};
use crate::domain::contribution::Contribution;
use crate::domain::meetings::Meeting;
use crate::domain::notes::{Note, NoteState, Signed, Table};
use crate::domain::people::Capacity;
use crate::domain::text::{BODY, SHORT, first_words};
use crate::permission::{CONTRIBUTION_KEY, MEETING_RUN};
use crate::store::meetings::{self, MeetingRow};
use crate::store::notes::{self, NoteRow};
use crate::texts::Texts;
use crate::words::{self, follow_path};

/// Letters of the title of a note on its stub.
const TITLE: usize = 70;

/// A note as a page shows it.
#[derive(Debug)]
pub struct NoteLine {
    /// Its id, for what is chosen.
    pub id: Id<Note>,
    /// Her words.
    pub text: String,
    /// In which capacity she spoke.
    pub who: &'static str,
    /// The code of its stub, for the team.
    pub code: String,
    /// It waits to be read again.
    pub waits: bool,
    /// Who wrote it down and who read it again.
    pub signed: String,
    /// The contribution it became: title and page.
    pub became: Option<(String, String)>,
}

/// A table with its notes.
#[derive(Debug)]
pub struct TableOf {
    /// Its name, in words.
    pub name: String,
    /// Who held the pen.
    pub facilitator: Option<String>,
    /// The photograph of its sheet, and what it shows.
    pub photo: Option<(String, String)>,
    /// What was noted there.
    pub notes: Vec<NoteLine>,
}

/// The name of a table, in words.
fn table_name(t: Texts, label: &str) -> String {
    if label.is_empty() { t.table_unnamed().to_owned() } else { t.table_named(label) }
}

/// As whom and when, with the name for the team.
fn by(t: Texts, act: &Signed, name: Option<&str>) -> String {
    let role = if act.role.is_empty() { t.notes_team().to_owned() } else { signed(t, &act.role) };
    let day = on(t, paris_date(act.at));
    match name {
        Some(name) => format!("{name} ({role}), {day}"),
        None => format!("{role}, {day}"),
    }
}

fn history(t: Texts, row: &NoteRow, team: bool) -> String {
    let name = |name: &'_ Option<String>| name.clone().filter(|_| team);
    let mut said = vec![t.note_transcribed(by(t, &row.note.transcribed, name(&row.transcriber).as_deref()))];
    if let Some(checked) = &row.note.checked {
        said.push(t.note_checked(by(t, checked, name(&row.checker).as_deref())));
    }
    said.join(" ")
}

fn line(t: Texts, row: &NoteRow, team: bool) -> NoteLine {
    let note = &row.note;
    let became = note.contribution.zip(row.became.as_ref()).filter(|_| row.published || team);
    NoteLine {
        id: note.id,
        text: note.text.clone(),
        who: words::capacity(t, note.capacity),
        code: note.code.clone(),
        waits: note.state == NoteState::ToCheck,
        signed: history(t, row, team),
        became: became.map(|(id, (number, title))| (t.stub_of(*number, title), format!("/contributions/{id}"))),
    }
}

fn table_of(t: Texts, table: &Table, rows: &[&NoteRow], team: bool) -> TableOf {
    let name = table_name(t, &table.label);
    TableOf {
        facilitator: (!table.facilitator.is_empty()).then(|| t.table_held_by(&table.facilitator)),
        photo: table.photo.filter(|_| team).map(|id| (format!("/fichiers/{id}"), t.table_photo_alt(&name))),
        notes: rows.iter().map(|row| line(t, row, team)).collect(),
        name,
    }
}

/// What was noted, table by table: everything for the team; for everyone what was read again and is not hidden.
///
/// # Errors
/// The database does not answer.
pub async fn tables(ctx: &Ctx, id: Id<Meeting>, team: bool) -> Result<Vec<TableOf>, Refusal> {
    let t = Texts::new(ctx.lang);
    let rows = notes::of_meeting(&ctx.db, id).await?;
    let shown = |row: &&NoteRow| match row.note.state {
        NoteState::ToCheck => team,
        NoteState::Kept => true,
        NoteState::Proposed => team || row.published,
    };
    let mut tables = Vec::new();
    for table in notes::tables(&ctx.db, id).await? {
        let of: Vec<&NoteRow> = rows.iter().filter(|row| row.note.table == table.label).filter(shown).collect();
        if team || !of.is_empty() {
            tables.push(table_of(t, &table, &of, team));
        }
    }
    Ok(tables)
}

/// Where a contribution was noted.
#[derive(Debug)]
pub struct Origin {
    /// At which table, who held the pen.
    pub table: String,
    /// Title and page of the meeting.
    pub meeting: (String, String),
    /// When the meeting took place.
    pub when: String,
    /// Who wrote it down and who read it again.
    pub signed: String,
}

/// The table and the meeting a contribution comes from; none when it was said otherwise.
///
/// # Errors
/// The database does not answer.
pub async fn origin(ctx: &Ctx, id: Id<Contribution>) -> Result<Option<Origin>, Refusal> {
    let Some(row) = notes::of_contribution(&ctx.db, id).await? else { return Ok(None) };
    let Some(met) = meetings::by_id(&ctx.db, row.note.meeting).await? else { return Ok(None) };
    let t = Texts::new(ctx.lang);
    let name = table_name(t, &row.note.table);
    let sheet = &met.meeting.sheet;
    Ok(Some(Origin {
        table: if row.facilitator.is_empty() { name } else { format!("{name}, {}", t.table_held_by(&row.facilitator)) },
        meeting: (sheet.title.clone(), href(met.meeting.id, "")),
        when: words::when(t, &met.meeting),
        signed: history(t, &row, false),
    }))
}

#[derive(Debug, Template)]
#[template(path = "meeting_notes.html")]
struct NotesPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    meeting: Id<Meeting>,
    begun: bool,
    form: Form,
    note: Vec<Field>,
    sheet: Vec<Field>,
    tables: Vec<TableOf>,
    /// How many wait to be read again, and whether this reader may.
    waiting: usize,
    may_check: bool,
    labels: Vec<String>,
}

/// The meeting, for those who write notes down.
async fn noted(ctx: &Ctx, id: Id<Meeting>) -> Result<MeetingRow, Refusal> {
    let row = read(ctx, id).await?;
    ctx.require(CONTRIBUTION_KEY, scope(row.meeting.initiative))?;
    Ok(row)
}

fn note_fields(ctx: &Ctx, t: Texts, typed: &Typed) -> Vec<Field> {
    let field = |name, label| Field::text(name, label, typed.get(name));
    let key = match typed.get("submission") {
        "" => ctx.id::<NewNote>().to_string(),
        sent => sent.to_owned(),
    };
    vec![
        field("table", t.note_table()).hint(t.note_table_hint()).max(SHORT),
        field("facilitator", t.note_facilitator()).hint(t.note_facilitator_hint()).max(SHORT),
        field("text", t.note_text()).kind("textarea").hint(t.note_text_hint()).required().max(BODY),
        Field::choices("capacity", t.note_capacity(), capacities(t, typed.get("capacity"))).kind("select").required(),
        Field::text("submission", "", key).kind("hidden"),
    ]
}

fn sheet_fields(t: Texts, typed: &Typed) -> Vec<Field> {
    // Other ids than those of the note's form, which stands on the same page.
    let field = |name, label, id: &str| Field { id: id.to_owned(), ..Field::text(name, label, typed.get(name)) };
    vec![
        field("table", t.note_table(), "sheet-table").required().max(SHORT),
        field("facilitator", t.note_facilitator(), "sheet-facilitator").max(SHORT),
        field("photo", t.sheet_photo(), "photo").kind("file").hint(t.sheet_photo_hint()),
    ]
}

/// Which of the two forms of the page was sent.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    Note,
    Sheet,
}

async fn draw(
    ctx: &Ctx,
    id: Id<Meeting>,
    (which, typed): (Which, &Typed),
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let row = noted(ctx, id).await?;
    let t = Texts::new(ctx.lang);
    let (frame, shell) = below(ctx, &row, t.notes_title()).await?;
    let empty = Typed::default();
    let mut note = note_fields(ctx, t, if which == Which::Note { typed } else { &empty });
    let mut sheet = sheet_fields(t, if which == Which::Sheet { typed } else { &empty });
    let form = Form::refused(problems, ctx.lang, if which == Which::Note { &mut note } else { &mut sheet });
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let tables = tables(ctx, id, true).await?;
    let known = notes::tables(&ctx.db, id).await?;
    page_with(
        status,
        &NotesPage {
            begun: row.meeting.has_begun(ctx.now()),
            waiting: tables.iter().flat_map(|table| &table.notes).filter(|note| note.waits).count(),
            may_check: ctx.may(MEETING_RUN, scope(row.meeting.initiative)),
            labels: known.into_iter().map(|table| table.label).filter(|label| !label.is_empty()).collect(),
            meeting: id,
            shell,
            frame,
            t,
            form,
            note,
            sheet,
            tables,
        },
    )
}

/// Where one notes what is said at a table. The table and who holds the pen are those of the note before.
///
/// # Errors
/// Not allowed.
pub async fn show(ctx: Ctx, Path(id): Path<Id<Meeting>>) -> Result<Response, PageError> {
    noted(&ctx, id).await?;
    let rows = notes::of_meeting(&ctx.db, id).await?;
    let last = rows.iter().max_by_key(|row| row.note.transcribed.at);
    let last = last.map(|row| (row.note.table.clone(), row.facilitator.clone())).unwrap_or_default();
    draw(&ctx, id, (Which::Note, &Typed::of([("table", last.0), ("facilitator", last.1)])), &[]).await
}

/// Notes it.
///
/// # Errors
/// Not allowed, a meeting that has not begun.
pub async fn save(ctx: Ctx, Path(id): Path<Id<Meeting>>, typed: Typed) -> Result<Response, PageError> {
    let new = NewNote {
        text: typed.get("text").to_owned(),
        capacity: Capacity::parse(typed.get("capacity")).unwrap_or(Capacity::Inhabitant),
        table: typed.get("table").to_owned(),
        facilitator: typed.get("facilitator").to_owned(),
        submission: typed.get("submission").to_owned(),
    };
    match commands::note(&ctx, id, &new).await {
        Ok(noted) => Ok(done(&ctx, &href(id, "notes"), &Texts::new(ctx.lang).note_kept(&noted.code))),
        Err(Refusal::Invalid(problems)) => draw(&ctx, id, (Which::Note, &typed), &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

/// Says who held the pen at a table, and keeps the photograph of its sheet.
///
/// # Errors
/// Not allowed, a meeting that has not begun.
pub async fn save_sheet(ctx: Ctx, Path(id): Path<Id<Meeting>>, mut sent: Sent) -> Result<Response, PageError> {
    noted(&ctx, id).await?;
    let file = sent.file.take().map(|upload| upload.bytes);
    let typed = Typed::of([("table", sent.text("table")), ("facilitator", sent.text("facilitator"))]);
    let kept = async {
        let photo = match file {
            Some(bytes) => Some(commands::clean(bytes).await?),
            None => None,
        };
        commands::describe_table(&ctx, id, (typed.get("table"), typed.get("facilitator")), photo).await
    };
    match kept.await {
        Ok(()) => Ok(done(&ctx, &href(id, "notes"), &Texts::new(ctx.lang).sheet_kept_table(typed.get("table")))),
        Err(Refusal::Invalid(problems)) => draw(&ctx, id, (Which::Sheet, &typed), &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

/// Reads the notes chosen again: they stay notes, or become contributions.
///
/// # Errors
/// Not allowed, none chosen, a démarche that is not open.
pub async fn check(ctx: Ctx, Path(id): Path<Id<Meeting>>, typed: Typed) -> Result<Response, PageError> {
    let propose = typed.get("act") == "propose";
    let checked = commands::check(&ctx, id, &typed.ids("note"), propose).await?;
    let t = Texts::new(ctx.lang);
    let said = if propose { t.notes_proposed(checked) } else { t.notes_stay(checked) };
    Ok(done(&ctx, &href(id, "notes"), &said))
}

async fn edit_form(ctx: &Ctx, id: Id<Note>, typed: Option<&Typed>) -> Result<Edit, Refusal> {
    let row = notes::by_id(&ctx.db, id).await?.ok_or(Refusal::NotFound)?;
    let met = noted(ctx, row.note.meeting).await?;
    let frame = frame(ctx, met.meeting.initiative).await?;
    let t = frame.t;
    let stored = Typed::of([("text", row.note.text.clone()), ("capacity", row.note.capacity.code().to_owned())]);
    let shown = typed.unwrap_or(&stored);
    let about = About {
        title: t.note_correct().to_owned(),
        tab: "rencontres",
        lead: t.note_correct_lead().to_owned(),
        submit: t.note_correct_save(),
        back: href(row.note.meeting, "notes"),
        version: Some(typed.map_or(row.note.version, Typed::version)),
    };
    let fields = vec![
        Field::text("text", t.note_text(), shown.get("text")).kind("textarea").required().max(BODY),
        Field::choices("capacity", t.note_capacity(), capacities(t, shown.get("capacity"))).kind("select").required(),
    ];
    Ok(Edit::new(ctx, frame, about, fields))
}

/// The form of a note not read again yet.
///
/// # Errors
/// Not allowed.
pub async fn edit(ctx: Ctx, Path(id): Path<Id<Note>>) -> Result<Response, PageError> {
    edit_form(&ctx, id, None).await?.page()
}

/// Corrects it.
///
/// # Errors
/// A refusal that no correction of the form would lift.
pub async fn save_edit(ctx: Ctx, Path(id): Path<Id<Note>>, typed: Typed) -> Result<Response, PageError> {
    let form = edit_form(&ctx, id, Some(&typed)).await?;
    let capacity = Capacity::parse(typed.get("capacity")).unwrap_or(Capacity::Inhabitant);
    let corrected = commands::correct(&ctx, id, typed.version(), (typed.get("text"), capacity)).await;
    form.answer(&ctx, corrected.map(|meeting| href(meeting, "notes")), Texts::new(ctx.lang).note_corrected())
}

/// A stub to cut: the code, where it leads.
#[derive(Debug)]
struct Stub {
    title: String,
    code: String,
    where_to: String,
    qr: String,
}

#[derive(Debug, Template)]
#[template(path = "meeting_stubs.html")]
struct StubsPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    stubs: Vec<Stub>,
}

/// The stubs of every note, to print and hand over.
///
/// # Errors
/// Not allowed.
pub async fn stubs(ctx: Ctx, Path(id): Path<Id<Meeting>>) -> Result<Response, PageError> {
    let row = noted(&ctx, id).await?;
    let t = Texts::new(ctx.lang);
    let (frame, shell) = below(&ctx, &row, t.stubs_title()).await?;
    let stub = |row: NoteRow| {
        let address = ctx.absolute(&follow_path(&row.note.code));
        Stub {
            title: format!("{} · {}", table_name(t, &row.note.table), first_words(&row.note.text, TITLE)),
            // A code of eight letters in an address always fits a QR code.
            qr: qr::svg(&address, t.stub_qr()).unwrap_or_default(),
            where_to: t.stub_where(address),
            code: row.note.code,
        }
    };
    let stubs = notes::of_meeting(&ctx.db, id).await?.into_iter().map(stub).collect();
    page(&StubsPage { shell, frame, t, stubs })
}

#[derive(Debug, Template)]
#[template(path = "note_follow.html")]
struct Followed {
    shell: Shell,
    t: Texts,
    text: String,
    code: String,
    meeting: (String, String),
    when: String,
    table: String,
    signed: String,
    /// It stays a note of the meeting.
    stays: bool,
}

/// What the author of a note reads with the code of her stub, before it is a contribution or when it stays a note.
///
/// # Errors
/// The database does not answer.
pub async fn followed(ctx: &Ctx, row: &NoteRow) -> Result<Response, PageError> {
    let met = meetings::by_id(&ctx.db, row.note.meeting).await?.ok_or(Refusal::NotFound)?;
    let t = Texts::new(ctx.lang);
    let name = table_name(t, &row.note.table);
    page(&Followed {
        shell: ctx.shell(t.note_follow_title(), vec![arpent_web::shell::Crumb::new(t.menu_follow(), "/suivi")]),
        text: row.note.text.clone(),
        code: row.note.code.clone(),
        meeting: (met.meeting.sheet.title.clone(), href(met.meeting.id, "")),
        when: words::when(t, &met.meeting),
        table: if row.facilitator.is_empty() { name } else { format!("{name}, {}", t.table_held_by(&row.facilitator)) },
        signed: history(t, row, false),
        stays: row.note.state == NoteState::Kept,
        t,
    })
}
