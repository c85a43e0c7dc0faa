//! Who signed up for a meeting, with what she left; inviting by name; the sheet to sign.

use arpent_core::Id;
use arpent_texts::time;
use arpent_web::respond::{done, page_with};
use arpent_web::{Ctx, Field, FieldProblem, Form, PageError, Refusal, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::frame::Frame;
use super::loop_form::Typed;
use super::meeting_door::welcomed;
use super::meetings::{below, href, read};
use super::sign_ups::{capacities, typed_seat};
use crate::commands::initiatives::scope;
use crate::commands::sign_ups as commands;
use crate::domain::meetings::{Meeting, SignUp, SignUpState};
use crate::domain::text::SHORT;
use crate::permission::MEETING_RUN;
use crate::store::meetings::MeetingRow;
use crate::store::sign_ups;
use crate::texts::Texts;
use crate::words::{self, sign_up_path};

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
    invited: bool,
    /// The hour she came.
    came: Option<String>,
    page: String,
    /// Her seat was given back.
    gone: bool,
}

impl Guest {
    fn new(t: Texts, seat: SignUp) -> Self {
        let contact = [seat.email.as_deref(), seat.phone.as_deref()].into_iter().flatten().collect::<Vec<_>>();
        Self {
            position: seat.position,
            capacity: words::capacity(t, seat.capacity),
            contact: if contact.is_empty() { t.guests_no_contact().to_owned() } else { contact.join(" · ") },
            state: words::sign_up_state(t, seat.state),
            class: match seat.state {
                SignUpState::Confirmed => "success",
                SignUpState::Waiting => "attention",
                SignUpState::Cancelled => "",
            },
            invited: seat.invited,
            came: seat.present_at.map(|at| time(t.lang(), at)),
            page: sign_up_path(&seat.code),
            gone: seat.state == SignUpState::Cancelled,
            name: if seat.name.is_empty() { t.seat_nameless().to_owned() } else { seat.name },
        }
    }
}

#[derive(Debug, Template)]
#[template(path = "meeting_guests.html")]
struct GuestsPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    meeting: Id<Meeting>,
    seats: String,
    guests: Vec<Guest>,
    form: Form,
    /// The form to invite by name, for those who run the meeting.
    fields: Vec<Field>,
    kept: Option<String>,
}

async fn guests(ctx: &Ctx, t: Texts, id: Id<Meeting>) -> Result<Vec<Guest>, Refusal> {
    Ok(sign_ups::of_meeting(&ctx.db, id).await?.into_iter().map(|seat| Guest::new(t, seat)).collect())
}

/// How full the meeting is, for those who run it.
fn seats(t: Texts, row: &MeetingRow) -> String {
    let (sheet, taken) = (&row.meeting.sheet, row.taken);
    if sheet.seats == 0 {
        return t.guests_unbounded(taken.open + taken.guests);
    }
    let mut said = vec![t.guests_seats(sheet.seats, taken.open + taken.guests)];
    if sheet.guest_seats > 0 {
        said.push(t.guests_kept(sheet.guest_seats, taken.guests));
    }
    if taken.waiting > 0 {
        said.push(t.guests_waiting(taken.waiting));
    }
    said.join(" ")
}

fn fields(ctx: &Ctx, t: Texts, typed: &Typed) -> Vec<Field> {
    let field = |name, label| Field::text(name, label, typed.get(name));
    let key = match typed.get("submission") {
        "" => ctx.id::<SignUp>().to_string(),
        sent => sent.to_owned(),
    };
    vec![
        field("name", t.sign_up_name()).required().max(SHORT),
        field("email", t.sign_up_email()).kind("email").hint(t.invite_email_hint()),
        field("phone", t.sign_up_phone()).kind("tel"),
        Field::choices("capacity", t.invite_capacity(), capacities(t, typed.get("capacity"))).kind("select").required(),
        Field::text("submission", "", key).kind("hidden"),
    ]
}

async fn draw(ctx: &Ctx, id: Id<Meeting>, typed: &Typed, problems: &[FieldProblem]) -> Result<Response, PageError> {
    let row = welcomed(ctx, id).await?;
    let t = Texts::new(ctx.lang);
    let (frame, shell) = below(ctx, &row, t.guests_title()).await?;
    let invites = ctx.may(MEETING_RUN, scope(row.meeting.initiative)) && row.meeting.accepts(ctx.now());
    let free = row.meeting.free_for_guests(row.taken);
    let mut fields = if invites && free != Some(0) { fields(ctx, t, typed) } else { vec![] };
    let form = Form::refused(problems, ctx.lang, &mut fields);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let kept = invites.then(|| match free {
        None => t.invite_lead_unbounded().to_owned(),
        Some(0) if row.meeting.sheet.guest_seats == 0 => t.invite_no_seat_kept().to_owned(),
        Some(free) => t.invite_lead(free),
    });
    let guests = guests(ctx, t, id).await?;
    page_with(status, &GuestsPage { seats: seats(t, &row), guests, meeting: id, shell, frame, t, form, fields, kept })
}

/// Who signed up, what each left, and the form to invite.
///
/// # Errors
/// Not allowed.
pub async fn show(ctx: Ctx, Path(id): Path<Id<Meeting>>) -> Result<Response, PageError> {
    draw(&ctx, id, &Typed::default(), &[]).await
}

/// Invites someone by name.
///
/// # Errors
/// Not allowed, no seat kept any more.
pub async fn invite(ctx: Ctx, Path(id): Path<Id<Meeting>>, typed: Typed) -> Result<Response, PageError> {
    read(&ctx, id).await?;
    match commands::invite(&ctx, id, &typed_seat(&typed)).await {
        Ok(seat) => {
            let t = Texts::new(ctx.lang);
            let said = if seat.email.is_some() {
                t.invite_written(&seat.name)
            } else {
                t.invite_noted(&seat.code, &seat.name)
            };
            Ok(done(&ctx, &href(id, "inscrits"), &said))
        }
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
    guests.retain(|guest| !guest.gone);
    let when = format!("{} · {}", words::when(t, &row.meeting), row.meeting.sheet.place);
    page(&Sheet { when, shell, frame, t, guests, empty: EMPTY_LINES })
}
