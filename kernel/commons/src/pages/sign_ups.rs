//! Signing up for a meeting, and the page of one's seat: see it, give it back, be forgotten; for the team, note that she
//! came.

use arpent_core::chance::read_short_code;
use arpent_core::{Id, Scope};
use arpent_documents::qr;
use arpent_web::limits::Limited;
use arpent_web::respond::{done, page_with};
use arpent_web::{Choice, Ctx, Field, FieldProblem, Form, PageError, Refusal, Shell, redirect};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::frame::Frame;
use super::loop_form::Typed;
use super::meetings::{Line, below, href, read};
use super::trace::private;
use crate::commands::initiatives::scope;
use crate::commands::sign_ups::{self as commands, NewSignUp};
use crate::domain::meetings::{Meeting, SignUp, SignUpState};
use crate::domain::people::Capacity;
use crate::domain::text::SHORT;
use crate::permission::MEETING_WELCOME;
use crate::store::sign_ups;
use crate::texts::Texts;
use crate::words::{self, sign_up_path};

#[derive(Debug, Template)]
#[template(path = "sign_up.html")]
struct Ask {
    shell: Shell,
    frame: Frame,
    t: Texts,
    line: Line,
    accepts: bool,
    form: Form,
    fields: Vec<Field>,
    back: String,
}

/// The choices of a capacity, inhabitants first and chosen unless she said otherwise.
pub(super) fn capacities(t: Texts, typed: &str) -> Vec<Choice> {
    let current = if typed.is_empty() { Capacity::Inhabitant.code() } else { typed };
    Capacity::ALL.iter().map(|one| Choice::new(one.code(), words::capacity(t, *one), current)).collect()
}

fn fields(ctx: &Ctx, t: Texts, typed: &Typed) -> Vec<Field> {
    let field = |name, label| Field::text(name, label, typed.get(name));
    let key = match typed.get("submission") {
        "" => ctx.id::<SignUp>().to_string(),
        sent => sent.to_owned(),
    };
    vec![
        field("name", t.sign_up_name()).hint(t.sign_up_name_hint()).required().max(SHORT).autocomplete("name"),
        field("email", t.sign_up_email()).kind("email").hint(t.sign_up_email_hint()).autocomplete("email"),
        field("phone", t.sign_up_phone()).kind("tel").hint(t.sign_up_phone_hint()).autocomplete("tel"),
        Field::choices("capacity", t.sign_up_capacity(), capacities(t, typed.get("capacity")))
            .kind("select")
            .required(),
        Field::text("submission", "", key).kind("hidden"),
    ]
}

async fn ask(ctx: &Ctx, id: Id<Meeting>, typed: &Typed, problems: &[FieldProblem]) -> Result<Response, PageError> {
    let row = read(ctx, id).await?;
    let t = Texts::new(ctx.lang);
    let (frame, shell) = below(ctx, &row, t.sign_up_title()).await?;
    let mut fields = fields(ctx, t, typed);
    let form = Form::refused(problems, ctx.lang, &mut fields);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let accepts = row.meeting.accepts(ctx.now());
    let line = Line::new(ctx, &row);
    page_with(status, &Ask { shell, frame, t, line, accepts, form, fields, back: href(id, "") })
}

/// The form.
///
/// # Errors
/// Not found.
pub async fn new(ctx: Ctx, Path(id): Path<Id<Meeting>>) -> Result<Response, PageError> {
    ask(&ctx, id, &Typed::default(), &[]).await
}

/// Who wishes to come, as typed.
pub(super) fn typed_seat(typed: &Typed) -> NewSignUp {
    NewSignUp {
        name: typed.get("name").to_owned(),
        email: typed.get("email").to_owned(),
        phone: typed.get("phone").to_owned(),
        capacity: Capacity::parse(typed.get("capacity")).unwrap_or(Capacity::Inhabitant),
        submission: typed.get("submission").to_owned(),
    }
}

/// Signs up, and leads to the page of the seat.
///
/// # Errors
/// Too many attempts, a meeting that takes no one.
pub async fn take(ctx: Ctx, Path(id): Path<Id<Meeting>>, typed: Typed) -> Result<Response, PageError> {
    ctx.app().limits.count(Limited::Contribute, &ctx.request().from)?;
    read(&ctx, id).await?;
    match commands::take(&ctx, id, &typed_seat(&typed)).await {
        Ok(taken) => {
            let t = Texts::new(ctx.lang);
            let said = if taken.state == SignUpState::Waiting { t.sign_up_waits() } else { t.sign_up_taken() };
            Ok(done(&ctx, &sign_up_path(&taken.code), said))
        }
        Err(Refusal::Invalid(problems)) => ask(&ctx, id, &typed, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

#[derive(Debug, Template)]
#[template(path = "sign_up_seat.html")]
struct SeatPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    line: Line,
    seat: SignUp,
    state: &'static str,
    class: &'static str,
    /// How many are before her in the waiting line.
    before: Option<i64>,
    where_to: String,
    qr: String,
    reason: String,
    may_give_back: bool,
    may_forget: bool,
    welcomes: bool,
}

/// Whose code was typed. Codes are tried at the pace the limits allow, except by those who welcome people at a door.
async fn open(ctx: &Ctx, typed: &str) -> Result<SignUp, Refusal> {
    if !ctx.may(MEETING_WELCOME, Scope::Anywhere) {
        ctx.app().limits.count(Limited::FollowCode, &ctx.request().from)?;
    }
    let code = read_short_code(typed).ok_or(Refusal::NotFound)?;
    commands::by_code(ctx, &code).await
}

/// The page of a seat.
///
/// # Errors
/// Too many attempts, no such code.
pub async fn seat(ctx: Ctx, Path(typed): Path<String>) -> Result<Response, PageError> {
    let seat = open(&ctx, &typed).await?;
    if seat.code != typed {
        return Ok(redirect(&sign_up_path(&seat.code)));
    }
    let row = read(&ctx, seat.meeting).await?;
    let t = Texts::new(ctx.lang);
    let (frame, shell) = below(&ctx, &row, t.seat_title()).await?;
    let address = ctx.absolute(&sign_up_path(&seat.code));
    let meeting = &row.meeting;
    let shown = SeatPage {
        line: Line::new(&ctx, &row),
        state: words::sign_up_state(t, seat.state),
        class: meaning(seat.state),
        before: before(&ctx, &seat).await?,
        // A code of eight letters in an address always fits a QR code.
        qr: qr::svg(&address, t.seat_qr()).unwrap_or_default(),
        where_to: t.seat_where(address),
        reason: meeting.reason.clone(),
        may_give_back: meeting.accepts(ctx.now()) && seat.state != SignUpState::Cancelled,
        may_forget: !seat.name.is_empty(),
        welcomes: ctx.may(MEETING_WELCOME, scope(meeting.initiative)) && seat.state != SignUpState::Cancelled,
        shell,
        frame,
        t,
        seat,
    };
    let mut response = page_with(StatusCode::OK, &shown)?;
    private(&mut response);
    Ok(response)
}

const fn meaning(state: SignUpState) -> &'static str {
    match state {
        SignUpState::Confirmed => "success",
        SignUpState::Waiting => "attention",
        SignUpState::Cancelled => "",
    }
}

async fn before(ctx: &Ctx, seat: &SignUp) -> Result<Option<i64>, Refusal> {
    if seat.state != SignUpState::Waiting {
        return Ok(None);
    }
    let all = sign_ups::of_meeting(&ctx.db, seat.meeting).await?;
    let before = all.iter().filter(|one| one.state == SignUpState::Waiting && one.position < seat.position);
    Ok(Some(i64::try_from(before.count()).unwrap_or(i64::MAX)))
}

/// Gives the seat back.
///
/// # Errors
/// As the command says.
pub async fn give_back(ctx: Ctx, Path(typed): Path<String>) -> Result<Response, PageError> {
    let code = open(&ctx, &typed).await?.code;
    commands::give_back(&ctx, &code).await?;
    Ok(done(&ctx, &sign_up_path(&code), Texts::new(ctx.lang).seat_given_back()))
}

/// Forgets what was left with it.
///
/// # Errors
/// No such code.
pub async fn forget(ctx: Ctx, Path(typed): Path<String>) -> Result<Response, PageError> {
    let code = open(&ctx, &typed).await?.code;
    commands::forget(&ctx, &code).await?;
    Ok(done(&ctx, &sign_up_path(&code), Texts::new(ctx.lang).seat_forgotten()))
}

/// Notes that she came, or takes it back; leads back where the team is.
///
/// # Errors
/// Not allowed, a seat given back.
pub async fn presence(ctx: Ctx, Path(code): Path<String>, typed: Typed) -> Result<Response, PageError> {
    let code = read_short_code(&code).ok_or(Refusal::NotFound)?;
    let present = typed.get("present") == "true";
    let seat = commands::welcome(&ctx, &code, present).await?;
    let t = Texts::new(ctx.lang);
    let said = if present { t.seat_present(&seat.name) } else { t.seat_absent(&seat.name) };
    Ok(done(&ctx, &href(seat.meeting, "accueil"), &said))
}
