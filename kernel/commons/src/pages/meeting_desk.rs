//! The door and the tables of a meeting, for its team: who signed up, who came, the sheet to sign, what is noted.

use arpent_core::Id;
use arpent_core::chance::read_short_code;
use arpent_documents::qr;
use arpent_texts::time;
use arpent_web::respond::{done, page_with};
use arpent_web::{Ctx, Field, FieldProblem, Form, PageError, Refusal, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::frame::Frame;
use super::loop_form::Typed;
use super::meetings::{below, href, read, seats};
use super::sign_ups::capacities;
use crate::commands::initiatives::scope;
use crate::commands::meetings::{self as meeting_commands, NewNote};
use crate::commands::sign_ups as commands;
use crate::domain::meetings::{Meeting, SignUp, SignUpState};
use crate::domain::people::Capacity;
use crate::domain::text::{BODY, SHORT};
use crate::permission::{CONTRIBUTION_KEY, MEETING_WELCOME};
use crate::store::meetings::{self, MeetingRow, NoteRow};
use crate::store::sign_ups;
use crate::texts::Texts;
use crate::words::{self, follow_path, sign_up_path};

/// Empty lines of the printed sheet, for those who come without signing up.
const EMPTY_LINES: usize = 10;

/// Someone who signed up, as the team reads her.
#[derive(Debug)]
struct Guest {
    position: i64,
    name: String,
    capacity: &'static str,
    contact: String,
    state: &'static str,
    class: &'static str,
    /// The hour she came.
    came: Option<String>,
    /// Where her coming is noted; none once the seat is given back.
    act: Option<String>,
    code: String,
}

impl Guest {
    fn new(t: Texts, seat: SignUp) -> Self {
        let contact = [seat.email.as_deref(), seat.phone.as_deref()].into_iter().flatten().collect::<Vec<_>>();
        Self {
            position: seat.position,
            capacity: words::capacity(t, seat.capacity),
            contact: contact.join(" · "),
            state: words::sign_up_state(t, seat.state),
            class: if seat.state == SignUpState::Waiting { "attention" } else { "" },
            came: seat.present_at.map(|at| time(t.lang(), at)),
            act: (seat.state != SignUpState::Cancelled).then(|| format!("{}/presence", sign_up_path(&seat.code))),
            name: if seat.name.is_empty() { t.seat_nameless().to_owned() } else { seat.name },
            code: seat.code,
        }
    }
}

#[derive(Debug, Template)]
#[template(path = "meeting_desk.html")]
struct Desk {
    shell: Shell,
    frame: Frame,
    t: Texts,
    meeting: Id<Meeting>,
    seats: String,
    guests: Vec<Guest>,
    present: String,
    form: Form,
    code: Field,
    walk_ins: Vec<Field>,
}

/// The meeting, for those who welcome people there.
async fn welcomed(ctx: &Ctx, id: Id<Meeting>) -> Result<MeetingRow, Refusal> {
    let row = read(ctx, id).await?;
    ctx.require(MEETING_WELCOME, scope(row.meeting.initiative))?;
    Ok(row)
}

async fn guests(ctx: &Ctx, t: Texts, id: Id<Meeting>) -> Result<Vec<Guest>, Refusal> {
    Ok(sign_ups::of_meeting(&ctx.db, id).await?.into_iter().map(|seat| Guest::new(t, seat)).collect())
}

async fn draw(ctx: &Ctx, id: Id<Meeting>, typed: &Typed, problems: &[FieldProblem]) -> Result<Response, PageError> {
    let row = welcomed(ctx, id).await?;
    let t = Texts::new(ctx.lang);
    let (frame, shell) = below(ctx, &row, t.desk_title()).await?;
    let counted = sign_ups::walk_ins(&ctx.db, id).await?;
    let count = |one: &Capacity| counted.iter().find(|(capacity, _)| capacity == one).map_or(0, |(_, n)| *n);
    let field = |one: &Capacity| {
        let shown = match typed.get(one.code()) {
            "" => count(one).to_string(),
            typed => typed.to_owned(),
        };
        Field::text(one.code(), words::college(t, *one), shown).kind("number")
    };
    let mut code = Field::text("code", t.desk_code(), typed.get("code")).hint(t.desk_code_hint()).required();
    let mut walk_ins: Vec<Field> = Capacity::ALL.iter().map(field).collect();
    let form = Form::refused(problems, ctx.lang, std::iter::once(&mut code).chain(&mut walk_ins));
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let desk = Desk {
        seats: seats(t, &row),
        present: t.desk_present(sign_ups::attendance(&ctx.db, id).await?.total()),
        guests: guests(ctx, t, id).await?,
        meeting: id,
        shell,
        frame,
        t,
        form,
        code,
        walk_ins,
    };
    page_with(status, &desk)
}

/// Who signed up, who came.
///
/// # Errors
/// Not allowed.
pub async fn desk(ctx: Ctx, Path(id): Path<Id<Meeting>>) -> Result<Response, PageError> {
    draw(&ctx, id, &Typed::default(), &[]).await
}

/// Notes that whoever shows a code came.
///
/// # Errors
/// Not allowed.
pub async fn check_in(ctx: Ctx, Path(id): Path<Id<Meeting>>, typed: Typed) -> Result<Response, PageError> {
    welcomed(&ctx, id).await?;
    let unknown = || FieldProblem::new("code", "unknown", |l| Texts::new(l).desk_code_unknown().into());
    let found = match read_short_code(typed.get("code")) {
        Some(code) => sign_ups::by_code(&ctx.db, &code).await.map_err(Refusal::from)?,
        None => None,
    };
    let Some(seat) = found.filter(|seat| seat.meeting == id) else { return draw(&ctx, id, &typed, &[unknown()]).await };
    commands::welcome(&ctx, &seat.code, true).await?;
    Ok(done(&ctx, &href(id, "accueil"), &Texts::new(ctx.lang).seat_present(&seat.name)))
}

/// Counts those who came without signing up.
///
/// # Errors
/// Not allowed.
pub async fn count_walk_ins(ctx: Ctx, Path(id): Path<Id<Meeting>>, typed: Typed) -> Result<Response, PageError> {
    let mut counts = Vec::new();
    for capacity in Capacity::ALL {
        let raw = typed.get(capacity.code()).trim();
        // What is no number is refused at its field, as one that is too small.
        counts.push((*capacity, if raw.is_empty() { 0 } else { raw.parse().unwrap_or(-1) }));
    }
    match commands::count_walk_ins(&ctx, id, &counts).await {
        Ok(()) => Ok(done(&ctx, &href(id, "accueil"), Texts::new(ctx.lang).desk_counted())),
        Err(Refusal::Invalid(problems)) => draw(&ctx, id, &typed, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

#[derive(Debug, Template)]
#[template(path = "meeting_sheet.html")]
struct Sheet {
    shell: Shell,
    frame: Frame,
    t: Texts,
    when: String,
    guests: Vec<Guest>,
    empty: usize,
}

/// The sheet to print and sign (*émargement*).
///
/// # Errors
/// Not allowed.
pub async fn sheet(ctx: Ctx, Path(id): Path<Id<Meeting>>) -> Result<Response, PageError> {
    let row = welcomed(&ctx, id).await?;
    let t = Texts::new(ctx.lang);
    let (frame, shell) = below(&ctx, &row, &t.sheet_title(&row.meeting.sheet.title)).await?;
    let mut guests = guests(&ctx, t, id).await?;
    guests.retain(|guest| guest.act.is_some());
    page(&Sheet { when: words::when(t, &row.meeting), shell, frame, t, guests, empty: EMPTY_LINES })
}

#[derive(Debug, Template)]
#[template(path = "meeting_notes.html")]
struct NotesPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    meeting: Id<Meeting>,
    begun: bool,
    notes: Vec<NoteRow>,
    form: Form,
    fields: Vec<Field>,
}

async fn noted(ctx: &Ctx, id: Id<Meeting>) -> Result<(MeetingRow, Vec<NoteRow>), Refusal> {
    let row = read(ctx, id).await?;
    ctx.require(CONTRIBUTION_KEY, scope(row.meeting.initiative))?;
    let notes = meetings::notes(&ctx.db, id, true).await?;
    Ok((row, notes))
}

fn note_fields(ctx: &Ctx, t: Texts, typed: &Typed) -> Vec<Field> {
    let field = |name, label| Field::text(name, label, typed.get(name));
    let key = match typed.get("submission") {
        "" => ctx.id::<NewNote>().to_string(),
        sent => sent.to_owned(),
    };
    vec![
        field("text", t.note_text()).kind("textarea").hint(t.note_text_hint()).required().max(BODY),
        Field::choices("capacity", t.note_capacity(), capacities(t, typed.get("capacity"))).kind("select").required(),
        field("table", t.note_table()).hint(t.note_table_hint()).max(SHORT),
        field("facilitator", t.note_facilitator()).max(SHORT),
        Field::text("submission", "", key).kind("hidden"),
    ]
}

async fn notes_page(
    ctx: &Ctx,
    id: Id<Meeting>,
    typed: &Typed,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let (row, notes) = noted(ctx, id).await?;
    let t = Texts::new(ctx.lang);
    let (frame, shell) = below(ctx, &row, t.notes_title()).await?;
    let mut fields = note_fields(ctx, t, typed);
    let form = Form::refused(problems, ctx.lang, &mut fields);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let begun = row.meeting.has_begun(ctx.now());
    page_with(status, &NotesPage { shell, frame, t, meeting: id, begun, notes, form, fields })
}

/// Where one notes what is said at a table. The table and the facilitator of the last note are kept for the next one.
///
/// # Errors
/// Not allowed.
pub async fn notes(ctx: Ctx, Path(id): Path<Id<Meeting>>) -> Result<Response, PageError> {
    let (_, notes) = noted(&ctx, id).await?;
    let last = notes.last().map(|note| (note.table.clone(), note.facilitator.clone())).unwrap_or_default();
    notes_page(&ctx, id, &Typed::of([("table", last.0), ("facilitator", last.1)]), &[]).await
}

/// Notes it.
///
/// # Errors
/// Not allowed, a meeting that has not begun.
pub async fn save_note(ctx: Ctx, Path(id): Path<Id<Meeting>>, typed: Typed) -> Result<Response, PageError> {
    let new = NewNote {
        text: typed.get("text").to_owned(),
        capacity: Capacity::parse(typed.get("capacity")).unwrap_or(Capacity::Inhabitant),
        table: typed.get("table").to_owned(),
        facilitator: typed.get("facilitator").to_owned(),
        submission: typed.get("submission").to_owned(),
    };
    match meeting_commands::note(&ctx, id, &new).await {
        Ok(noted) => {
            let said = Texts::new(ctx.lang).note_kept(&noted.code, noted.number);
            Ok(done(&ctx, &href(id, "notes"), &said))
        }
        Err(Refusal::Invalid(problems)) => notes_page(&ctx, id, &typed, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
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
    let (row, notes) = noted(&ctx, id).await?;
    let t = Texts::new(ctx.lang);
    let (frame, shell) = below(&ctx, &row, t.stubs_title()).await?;
    let stub = |note: NoteRow| {
        let address = ctx.absolute(&follow_path(&note.code));
        Stub {
            title: t.stub_of(note.number, &note.title),
            // A code of eight letters in an address always fits a QR code.
            qr: qr::svg(&address, t.stub_qr()).unwrap_or_default(),
            where_to: t.stub_where(address),
            code: note.code,
        }
    };
    let stubs = notes.into_iter().map(stub).collect();
    page(&StubsPage { shell, frame, t, stubs })
}
