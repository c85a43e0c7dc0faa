//! What signatories are given in return.

use arpent_commons::domain::text::{REASON, TITLE};
use arpent_commons::pages::frame::Frame;
use arpent_core::Id;
use arpent_texts::date;
use arpent_web::respond::{done as acted, page_with};
use arpent_web::{Choice, Ctx, Field, FieldProblem, Form, PageError, Refusal, Sent, Shell};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::place::Place;
use super::words;
use crate::EDIT;
use crate::commands::supports::{self as acts, Offer};
use crate::domain::report::{Support, SupportKind};
use crate::domain::signature::Signature;
use crate::store::signatures::{of_organisation, of_person};
use crate::store::supports::{Request, of_charter, requests};
use crate::texts::Texts;

#[derive(Debug, Template)]
#[template(path = "charter_supports.html")]
struct SupportsPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    notice: String,
    form: Form,
    offers: Vec<Line>,
    /// Signatures that the reader acts for: with them she may ask.
    mine: Vec<(String, String)>,
    /// For those who run the charter.
    fields: Vec<Field>,
    action: String,
}

/// An offer, in words ready to be read.
#[derive(Debug)]
struct Line {
    title: String,
    kind: &'static str,
    text: String,
    when: Option<String>,
    ask: String,
    /// Already asked for, for one of the reader's signatures.
    asked: bool,
}

/// Signatures of the version in force that the reader acts for.
async fn mine(ctx: &Ctx, place: &Place) -> Result<Vec<Signature>, Refusal> {
    let (Some(person), Some(version)) = (ctx.actor.person, place.in_force()) else { return Ok(Vec::new()) };
    let mut mine = of_person(&ctx.db, person, place.charter.id).await?;
    mine.retain(|one| one.individual && one.counts() && one.version == version.id);
    for (organisation, _) in crate::commands::signatures::signs_for(ctx).await? {
        mine.extend(of_organisation(&ctx.db, version.id, organisation).await?);
    }
    Ok(mine)
}

/// What is offered.
pub(super) async fn show(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    draw(&ctx, &slug, &Sent::default(), &[]).await
}

async fn draw(ctx: &Ctx, slug: &str, sent: &Sent, problems: &[FieldProblem]) -> Result<Response, PageError> {
    let mut place = Place::open(ctx, slug).await?;
    let t = place.t;
    let mine = mine(ctx, &place).await?;
    let asked = requests(&ctx.db, place.charter.id).await?;
    let offers = of_charter(&ctx.db, place.charter.id).await?;
    let mut fields = if ctx.may(EDIT, place.scope()) { fields(t, sent) } else { Vec::new() };
    let form = Form::refused(problems, ctx.lang, &mut fields);
    let shown = SupportsPage {
        shell: place.shell(ctx, t.supports()),
        notice: place.notice(),
        form,
        offers: offers.into_iter().map(|one| line(ctx, &place, one, &mine, &asked)).collect(),
        mine: mine.iter().map(|one| (one.id.to_string(), one.own().unwrap_or_default().to_owned())).collect(),
        fields,
        action: place.href("soutien"),
        frame: place.frame,
        t,
    };
    page_with(if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &shown)
}

fn line(ctx: &Ctx, place: &Place, one: Support, mine: &[Signature], asked: &[Request]) -> Line {
    let of_mine = |request: &&Request| mine.iter().any(|signature| signature.id == request.signature);
    Line {
        kind: words::support(place.t, one.kind),
        when: one.day.map(|day| date(ctx.lang, day)),
        ask: place.href(&format!("soutien/{}/demander", one.id)),
        asked: asked.iter().filter(of_mine).any(|request| request.support == one.id),
        title: one.title,
        text: one.text,
    }
}

fn fields(t: Texts, sent: &Sent) -> Vec<Field> {
    let held = sent.get("kind");
    let kinds = SupportKind::ALL.iter().map(|one| Choice::new(one.code(), words::support(t, *one), held)).collect();
    vec![
        Field::choices("kind", t.support_kind(), kinds).kind("radio").required(),
        Field::text("title", t.support_title(), sent.get("title")).required().max(TITLE),
        Field::text("text", t.support_text(), sent.get("text")).kind("textarea").required().max(REASON),
        Field::text("day", t.support_day(), sent.get("day")).kind("date"),
    ]
}

/// Offers something more.
pub(super) async fn offer(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let place = Place::open(&ctx, &slug).await?;
    let outcome = match sent.day("day") {
        Ok(day) => {
            let new = Offer { kind: sent.text("kind"), title: sent.text("title"), text: sent.text("text"), day };
            acts::offer(&ctx, place.charter.id, &new).await
        }
        Err(problem) => Err(Refusal::Invalid(vec![problem])),
    };
    match outcome {
        Ok(_) => Ok(acted(&ctx, &place.href("soutien"), place.t.support_offered())),
        Err(Refusal::Invalid(problems)) => draw(&ctx, &slug, &sent, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

/// Asks for one.
pub(super) async fn ask(
    ctx: Ctx,
    Path((slug, id)): Path<(String, Id<Support>)>,
    sent: Sent,
) -> Result<Response, PageError> {
    let place = Place::open(&ctx, &slug).await?;
    let signature = sent.choice("signature").ok_or(Refusal::NotFound)?;
    acts::ask(&ctx, id, signature, sent.get("text")).await?;
    Ok(acted(&ctx, &place.href("soutien"), place.t.support_asked()))
}

/// Notes that a request was dealt with.
pub(super) async fn done(
    ctx: Ctx,
    Path((slug, id)): Path<(String, Id<Support>)>,
    sent: Sent,
) -> Result<Response, PageError> {
    let place = Place::open(&ctx, &slug).await?;
    let signature = sent.choice("signature").ok_or(Refusal::NotFound)?;
    acts::done(&ctx, id, signature).await?;
    Ok(acted(&ctx, &place.href("conduire"), place.t.support_done()))
}
