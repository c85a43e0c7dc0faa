//! The door of a shift, for its team: who signed up, who came, the sheet to sign, who must be called.

use arpent_commons::pages::frame::Frame;
use arpent_commons::pages::loop_form::Typed;
use arpent_core::Id;
use arpent_core::chance::read_short_code;
use arpent_texts::time;
use arpent_web::respond::{done, page_with};
use arpent_web::{Ctx, Field, FieldProblem, Form, PageError, Refusal, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::place::{Place, shift_href};
use crate::WELCOME;
use crate::commands::volunteers as acts;
use crate::domain::shift::{Shift, ShiftState};
use crate::domain::volunteer::{SignUpState, Volunteer};
use crate::store::shifts::ShiftRow;
use crate::store::volunteers;
use crate::texts::Texts;
use crate::words;

/// Empty lines of the printed sheet, for those who come without signing up.
const EMPTY_LINES: usize = 10;

/// Someone who signed up, as the team reads her.
#[derive(Debug)]
struct Guest {
    position: i64,
    name: String,
    band: &'static str,
    contact: String,
    guardian: String,
    state: &'static str,
    class: &'static str,
    /// The hour she came.
    came: Option<String>,
    /// Her own page.
    href: String,
    /// She holds or awaits a seat.
    lives: bool,
    awaits_consent: bool,
}

impl Guest {
    fn new(t: Texts, one: Volunteer) -> Self {
        let (state, class) = words::seat(t, &one);
        let awaits_consent = one.awaits_consent();
        let all = |parts: [Option<&str>; 2]| parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let guardian = (!one.guardian.name.is_empty()).then_some(one.guardian.name.as_str());
        Self {
            position: one.position,
            band: words::band(t, one.band),
            contact: all([one.email.as_deref(), one.phone.as_deref()]),
            guardian: all([guardian, one.guardian.phone.as_deref()]),
            state,
            class,
            came: one.present_at.map(|at| time(t.lang(), at)),
            href: words::seat_path(&one.code),
            lives: one.state != SignUpState::Cancelled,
            awaits_consent,
            name: if one.name.is_empty() { t.seat_nameless().to_owned() } else { one.name },
        }
    }
}

#[derive(Debug, Template)]
#[template(path = "worksite_desk.html")]
struct Desk {
    shell: Shell,
    frame: Frame,
    t: Texts,
    when: String,
    seats: String,
    minors: String,
    present: String,
    lacking: Option<String>,
    guests: Vec<Guest>,
    form: Form,
    code: Field,
    path: String,
    sheet: String,
    csv: String,
}

/// A shift, for those who welcome people there.
pub(super) async fn welcomed(ctx: &Ctx, id: Id<Shift>) -> Result<(Place, ShiftRow), Refusal> {
    let (place, row) = Place::of_shift(ctx, id).await?;
    ctx.require(WELCOME, place.scope())?;
    Ok((place, row))
}

async fn draw(ctx: &Ctx, id: Id<Shift>, typed: &Typed, problems: &[FieldProblem]) -> Result<Response, PageError> {
    let (mut place, row) = welcomed(ctx, id).await?;
    let t = place.t;
    let mut code = Field::text("code", t.desk_code(), typed.get("code")).hint(t.desk_code_hint()).required();
    let form = Form::refused(problems, ctx.lang, std::iter::once(&mut code));
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let guests: Vec<Guest> =
        volunteers::of_shift(&ctx.db, id).await?.into_iter().map(|one| Guest::new(t, one)).collect();
    let present = guests.iter().filter(|guest| guest.came.is_some()).count();
    let lacking = row.shift.adults_lacking(row.held);
    let when = words::when(t, &row.shift);
    let desk = Desk {
        shell: place.shell(ctx, t.desk_of(&when)),
        frame: place.frame,
        t,
        when,
        seats: words::seats(t, &row.shift, row.held),
        minors: words::minors(t, &row.shift, row.held),
        present: t.desk_present(present),
        lacking: (lacking > 0).then(|| t.adults_lacking(lacking)),
        guests,
        form,
        code,
        path: shift_href(id, "accueil"),
        sheet: shift_href(id, "emargement"),
        csv: shift_href(id, "inscrits.csv"),
    };
    page_with(status, &desk)
}

/// Who signed up, who came.
pub(super) async fn show(ctx: Ctx, Path(id): Path<Id<Shift>>) -> Result<Response, PageError> {
    draw(&ctx, id, &Typed::default(), &[]).await
}

/// Notes by her code that someone came.
pub(super) async fn check_in(ctx: Ctx, Path(id): Path<Id<Shift>>, typed: Typed) -> Result<Response, PageError> {
    welcomed(&ctx, id).await?;
    let unknown = || FieldProblem::new("code", "unknown", |l| Texts::new(l).desk_code_unknown().into());
    let found = match read_short_code(typed.get("code")) {
        Some(code) => volunteers::by_code(&ctx.db, &code).await.map_err(Refusal::from)?,
        None => None,
    };
    let Some(one) = found.filter(|one| one.shift == id) else { return draw(&ctx, id, &typed, &[unknown()]).await };
    acts::welcome(&ctx, &one.code, true).await?;
    Ok(done(&ctx, &shift_href(id, "accueil"), &Texts::new(ctx.lang).seat_present(&one.name)))
}

/// Notes that she came, or takes it back; leads back where the team is.
pub(super) async fn presence(ctx: Ctx, Path(code): Path<String>, typed: Typed) -> Result<Response, PageError> {
    let code = read_short_code(&code).ok_or(Refusal::NotFound)?;
    let present = typed.get("present") == "true";
    let one = acts::welcome(&ctx, &code, present).await?;
    let t = Texts::new(ctx.lang);
    let said = if present { t.seat_present(&one.name) } else { t.seat_absent(&one.name) };
    Ok(done(&ctx, &shift_href(one.shift, "accueil"), &said))
}

#[derive(Debug, Template)]
#[template(path = "worksite_sheet.html")]
struct Sheet {
    shell: Shell,
    frame: Frame,
    t: Texts,
    guests: Vec<Guest>,
    empty: usize,
}

/// The sheet to print and sign (*émargement*).
pub(super) async fn sheet(ctx: Ctx, Path(id): Path<Id<Shift>>) -> Result<Response, PageError> {
    let (mut place, row) = welcomed(&ctx, id).await?;
    let t = place.t;
    let all = volunteers::of_shift(&ctx.db, id).await?;
    let guests = all.into_iter().map(|one| Guest::new(t, one)).filter(|guest| guest.lives).collect();
    let shell = place.shell(&ctx, t.sheet_title(words::when(t, &row.shift)));
    page(&Sheet { shell, frame: place.frame, t, guests, empty: EMPTY_LINES })
}

/// Someone to call.
#[derive(Debug)]
struct Call {
    name: String,
    phone: String,
    tel: String,
    called: bool,
    act: String,
}

#[derive(Debug, Template)]
#[template(path = "worksite_calls.html")]
struct Calls {
    shell: Shell,
    frame: Frame,
    t: Texts,
    when: String,
    reason: String,
    off: bool,
    reached: Vec<Call>,
    /// Those who left no way to reach them.
    silent: usize,
}

/// Those who left a telephone and no address: each is called once.
pub(super) async fn calls(ctx: Ctx, Path(id): Path<Id<Shift>>) -> Result<Response, PageError> {
    let (mut place, row) = welcomed(&ctx, id).await?;
    let t = place.t;
    let mut all = volunteers::of_shift(&ctx.db, id).await?;
    all.retain(|one| one.state != SignUpState::Cancelled && one.email.is_none());
    let silent = all.iter().filter(|one| one.phone.is_none()).count();
    let call = |one: Volunteer| {
        let phone = one.phone?;
        Some(Call {
            name: one.name,
            tel: phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect(),
            phone,
            called: one.called_at.is_some(),
            act: format!("{}/appel", words::seat_path(&one.code)),
        })
    };
    let when = words::when(t, &row.shift);
    page(&Calls {
        shell: place.shell(&ctx, t.calls_title()),
        frame: place.frame,
        t,
        when,
        off: row.shift.state == ShiftState::Cancelled,
        reason: row.shift.reason,
        reached: all.into_iter().filter_map(call).collect(),
        silent,
    })
}

/// Notes that she was called.
pub(super) async fn called(ctx: Ctx, Path(code): Path<String>) -> Result<Response, PageError> {
    let code = read_short_code(&code).ok_or(Refusal::NotFound)?;
    let one = acts::called(&ctx, &code).await?;
    Ok(done(&ctx, &shift_href(one.shift, "appels"), &Texts::new(ctx.lang).call_noted(&one.name)))
}
