//! Answering the questionnaire: one service a screen, kept at each step, without learning who.
//!
//! What ties the screens together is a secret that the device holds: in a hidden field, and in a cookie of this address
//! alone so that one may come back. A tablet has no cookie: whoever comes next begins anew.

mod comments;
mod door;
mod screen;
mod tablet;

use arpent_core::chance::secret;
use arpent_web::limits::Limited;
use arpent_web::respond::PageError;
use arpent_web::{Ctx, Refusal, Sent};
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;

use super::replies::Typed;
use crate::commands::answering::{self, Door, Kept};
use crate::domain::answer::Replies;
use crate::domain::collection::{Invite, Screen};
use crate::domain::wave::Mode;
use comments::Comments;
pub(super) use comments::{relay, words};
use door::{Entry, Opened};
use screen::{Look, Session};
pub(super) use tablet::take;

/// The secret's name, in a cookie and in the form.
const SECRET: &str = "_k";
/// A device may come back for so long, in seconds.
const COMES_BACK: u32 = 30 * 86_400;

/// The first page of a questionnaire.
pub(super) async fn begin(ctx: Ctx, Path(code): Path<String>, headers: HeaderMap) -> Result<Response, PageError> {
    let opened = door::open(&ctx, &code).await?;
    welcome(&ctx, opened, &format!("/b/{code}"), &headers).await
}

/// The first page of a personal link.
pub(super) async fn begin_invited(
    ctx: Ctx,
    Path((code, secrets)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let (opened, invite) = door::invited(&ctx, &code, &secrets).await?;
    let action = format!("/b/{code}/{secrets}");
    match (opened.entry, invite) {
        (Entry::Open(door), Some(invite)) => {
            let session = Session::new(opened.place, *door, &action, invite.pass.clone(), Look::of(&ctx));
            welcome_open(&ctx, session).await
        }
        (entry, _) => welcome(&ctx, Opened { place: opened.place, entry }, &action, &headers).await,
    }
}

async fn welcome(ctx: &Ctx, opened: Opened, action: &str, headers: &HeaderMap) -> Result<Response, PageError> {
    let Opened { place, entry } = opened;
    let door = match entry {
        Entry::Open(door) => *door,
        other => return screen::not_open(ctx, &place, &other, StatusCode::OK),
    };
    let kiosk = door.mode == Mode::Kiosk;
    let held = cookie(headers).filter(|_| !kiosk);
    let fresh = held.is_none();
    let secret = held.unwrap_or_else(|| secret(&*ctx.chance));
    let session = Session::new(place, door, action, secret.clone(), Look::of(ctx));
    let mut response = welcome_open(ctx, session).await?;
    if fresh && !kiosk {
        remember(ctx, &mut response, action, &secret);
    }
    Ok(response)
}

/// What was answered before decides what the first page offers.
async fn welcome_open(ctx: &Ctx, session: Session) -> Result<Response, PageError> {
    let held = answering::held(ctx, &session.place.wave, &session.secret).await?;
    match held {
        Some(answer) if answer.complete => screen::thanks(ctx, &session, &[], true),
        Some(answer) => screen::welcome(ctx, &session, Some(session.resumes_at(&answer.replies))),
        None => screen::welcome(ctx, &session, None),
    }
}

fn remember(ctx: &Ctx, response: &mut Response, action: &str, secret: &str) {
    let secure = if ctx.base_url.starts_with("https://") { "; Secure" } else { "" };
    let cookie = format!("{SECRET}={secret}; Path={action}; HttpOnly; SameSite=Lax; Max-Age={COMES_BACK}{secure}");
    if let Ok(value) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}

fn cookie(headers: &HeaderMap) -> Option<String> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = all.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == SECRET).and_then(|(_, value)| read_secret(value))
}

fn read_secret(text: &str) -> Option<String> {
    let whole = text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    whole.then(|| text.to_owned())
}

/// One screen sent.
pub(super) async fn go_on(
    ctx: Ctx,
    Path(code): Path<String>,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, PageError> {
    ctx.app().limits.count(Limited::AnswerScreen, &ctx.request().from)?;
    let opened = door::open(&ctx, &code).await?;
    let action = format!("/b/{code}");
    let Opened { place, entry } = opened;
    let door = match entry {
        Entry::Open(door) => *door,
        other => return screen::not_open(&ctx, &place, &other, StatusCode::CONFLICT),
    };
    if sent.get("_go") == "fresh" {
        return fresh(&ctx, &Session::new(place, door, &action, secret(&*ctx.chance), Look::of(&ctx)));
    }
    let held = read_secret(sent.get(SECRET)).or_else(|| cookie(&headers));
    let secret = held.unwrap_or_else(|| secret(&*ctx.chance));
    let session = Session::new(place, door, &action, secret, Look::read(&ctx, &sent));
    step(&ctx, session, None, &sent).await
}

/// Someone else answers on the same device.
fn fresh(ctx: &Ctx, session: &Session) -> Result<Response, PageError> {
    let mut response = screen::welcome(ctx, session, None)?;
    if session.door.mode != Mode::Kiosk {
        remember(ctx, &mut response, &session.action, &session.secret);
    }
    Ok(response)
}

/// One screen sent from a personal link.
pub(super) async fn go_on_invited(
    ctx: Ctx,
    Path((code, secrets)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, PageError> {
    ctx.app().limits.count(Limited::AnswerScreen, &ctx.request().from)?;
    let (opened, invite) = door::invited(&ctx, &code, &secrets).await?;
    let Opened { place, entry } = opened;
    match (entry, invite) {
        (Entry::Open(door), Some(invite)) => {
            let action = format!("/b/{code}/{secrets}");
            let session = Session::new(place, *door, &action, invite.pass.clone(), Look::read(&ctx, &sent));
            step(&ctx, session, Some(&invite), &sent).await
        }
        (other, _) => screen::not_open(&ctx, &place, &other, StatusCode::CONFLICT),
    }
}

/// Reads a screen, keeps it, and draws the one that follows.
async fn step(ctx: &Ctx, session: Session, invite: Option<&Invite>, sent: &Sent) -> Result<Response, PageError> {
    let held = answering::held(ctx, &session.place.wave, &session.secret).await?;
    if held.as_ref().is_some_and(|answer| answer.complete) {
        return screen::thanks(ctx, &session, &comments::codes(ctx, &session, sent).await?, true);
    }
    let mut replies = held.map(|answer| answer.replies).unwrap_or_default();
    let at = session.clamp(sent.choice("_step").unwrap_or(0));
    let go = if sent.get("_to").is_empty() { sent.get("_go") } else { "look" };
    if go == "begin" {
        return screen::ask(ctx, &session, at, &replies, &Typed::default(), StatusCode::OK);
    }
    let protocol = session.protocol().clone();
    let shown: Vec<String> = sent.every("_seen");
    let population = session.door.population.clone();
    let asked = session.screens[at].questions(&protocol, &population).filter(|one| shown.contains(&one.code));
    let typed = Typed::read(session.look.t, &protocol, asked, sent, &mut replies);
    let leaves = go == "back" || go == "look";
    if !typed.is_right() && !leaves {
        return screen::ask(ctx, &session, at, &replies, &typed, StatusCode::UNPROCESSABLE_ENTITY);
    }
    if go == "send" && session.screens[at] == Screen::End {
        return end(ctx, &session, invite, replies, sent).await;
    }
    // Nothing is written for someone who only read the questions.
    if !replies.0.is_empty() {
        keep(ctx, &session, invite, replies.clone(), false).await?;
    }
    if go == "look" {
        return screen::ask(ctx, &session, at, &replies, &typed, StatusCode::OK);
    }
    let more = session.called_for(at, &replies).any(|question| !shown.contains(&question.code));
    let next = match go {
        "back" => session.before(at, &replies),
        _ if more => at,
        _ => session.after(at, &replies),
    };
    screen::ask(ctx, &session, next, &replies, &Typed::default(), StatusCode::OK)
}

async fn keep(
    ctx: &Ctx,
    session: &Session,
    invite: Option<&Invite>,
    replies: Replies,
    complete: bool,
) -> Result<Kept, Refusal> {
    let (door, protocol): (&Door, _) = (&session.door, session.protocol());
    match invite {
        Some(invite) => answering::keep_invited(ctx, door, protocol, invite, replies, complete).await,
        None => answering::keep(ctx, door, protocol, &session.secret, replies, complete).await,
    }
}

/// The end: the answer is whole, and the words become contributions of the démarche.
async fn end(
    ctx: &Ctx,
    session: &Session,
    invite: Option<&Invite>,
    replies: Replies,
    sent: &Sent,
) -> Result<Response, PageError> {
    let said: Comments = comments::read(session, sent);
    ctx.app().limits.count(Limited::Answer, &ctx.request().from)?;
    match keep(ctx, session, invite, replies, true).await {
        Ok(_) => {}
        Err(Refusal::Rule { .. }) => {
            return screen::not_open(ctx, &session.place, &Entry::Closed, StatusCode::CONFLICT);
        }
        Err(refusal) => return Err(refusal.into()),
    }
    let codes = comments::submit(ctx, session, &said).await?;
    screen::thanks(ctx, session, &codes, false)
}
