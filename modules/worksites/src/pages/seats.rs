//! Someone's seat: see it, give it back, be forgotten.

use arpent_commons::pages::frame::Frame;
use arpent_commons::pages::trace::private;
use arpent_core::Scope;
use arpent_core::chance::read_short_code;
use arpent_documents::qr;
use arpent_web::limits::Limited;
use arpent_web::respond::{done, page_with};
use arpent_web::{Ctx, PageError, Refusal, Shell, redirect};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::lines::Line;
use super::place::Place;
use crate::commands::volunteers as acts;
use crate::domain::shift::ShiftState;
use crate::domain::volunteer::{SignUpState, Volunteer};
use crate::store::volunteers;
use crate::texts::Texts;
use crate::{WELCOME, words};

#[derive(Debug, Template)]
#[template(path = "worksite_seat.html")]
struct SeatPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    line: Line,
    seat: Volunteer,
    state: &'static str,
    class: &'static str,
    /// How many are before her in the waiting line.
    before: Option<i64>,
    bring: String,
    safety: String,
    reason: String,
    /// The guardian's form: its address, written out, and its code as a drawing.
    consent: Option<(String, String, String)>,
    where_to: String,
    qr: String,
    may_give_back: bool,
    may_forget: bool,
    welcomes: bool,
}

/// Reads a code. Codes are tried at the pace the limits allow, except by those who welcome people.
pub(super) fn code(ctx: &Ctx, typed: &str) -> Result<String, Refusal> {
    if !ctx.may(WELCOME, Scope::Anywhere) {
        ctx.app().limits.count(Limited::FollowCode, &ctx.request().from)?;
    }
    read_short_code(typed).ok_or(Refusal::NotFound)
}

/// The page of a seat.
pub(super) async fn show(ctx: Ctx, Path(typed): Path<String>) -> Result<Response, PageError> {
    let seat = acts::by_code(&ctx, &code(&ctx, &typed)?).await?;
    if seat.code != typed {
        return Ok(redirect(&words::seat_path(&seat.code)));
    }
    let (mut place, row) = Place::of_shift(&ctx, seat.shift).await?;
    let (t, scope) = (place.t, place.scope());
    let address = ctx.absolute(&words::seat_path(&seat.code));
    let (state, class) = words::seat(t, &seat);
    let lives = seat.state != SignUpState::Cancelled;
    let consent = seat.consent_code.as_deref().filter(|_| seat.awaits_consent() && row.accepts(ctx.now()));
    let shell = place.shell(&ctx, t.seat_title());
    let worksite = place.row.worksite;
    let drawn = SeatPage {
        shell,
        frame: place.frame,
        t,
        line: Line::new(&ctx, &row),
        state,
        class,
        before: before(&ctx, &seat).await?,
        bring: worksite.sheet.bring,
        safety: worksite.cover.safety,
        reason: row.shift.reason.clone(),
        consent: consent.map(|code| guardian(&ctx, t, code)),
        // A code of eight letters in an address always fits a QR code.
        qr: qr::svg(&address, t.seat_qr()).unwrap_or_default(),
        where_to: t.seat_where(address),
        may_give_back: row.accepts(ctx.now()) && lives,
        may_forget: !seat.name.is_empty(),
        welcomes: ctx.may(WELCOME, scope) && lives && row.shift.state == ShiftState::Planned,
        seat,
    };
    let mut response = page_with(StatusCode::OK, &drawn)?;
    private(&mut response);
    Ok(response)
}

fn guardian(ctx: &Ctx, t: Texts, code: &str) -> (String, String, String) {
    let path = words::consent_path(code);
    let address = ctx.absolute(&path);
    let drawn = qr::svg(&address, t.consent_qr()).unwrap_or_default();
    (path, address, drawn)
}

async fn before(ctx: &Ctx, seat: &Volunteer) -> Result<Option<i64>, Refusal> {
    if seat.state != SignUpState::Waiting {
        return Ok(None);
    }
    let all = volunteers::waiting(&ctx.db, seat.shift).await?;
    let before = all.iter().filter(|one| one.position < seat.position);
    Ok(Some(i64::try_from(before.count()).unwrap_or(i64::MAX)))
}

/// Gives the seat back.
pub(super) async fn give_back(ctx: Ctx, Path(typed): Path<String>) -> Result<Response, PageError> {
    let code = code(&ctx, &typed)?;
    acts::give_back(&ctx, &code).await?;
    Ok(done(&ctx, &words::seat_path(&code), Texts::new(ctx.lang).seat_given_back()))
}

/// Forgets what was left with it.
pub(super) async fn forget(ctx: Ctx, Path(typed): Path<String>) -> Result<Response, PageError> {
    let code = code(&ctx, &typed)?;
    acts::forget(&ctx, &code).await?;
    Ok(done(&ctx, &words::seat_path(&code), Texts::new(ctx.lang).seat_forgotten()))
}
