//! Reporting on a year.

use arpent_commons::domain::contribution::ModerationGround;
use arpent_commons::domain::text::{REASON, SHORT};
use arpent_commons::permission::CONTRIBUTION_MODERATE;
use arpent_commons::words as common;
use arpent_core::Id;
use arpent_core::chance::secret;
use arpent_store::{StoreError, files};
use arpent_web::limits::Limited;
use arpent_web::respond::done;
use arpent_web::{Choice, Ctx, Field, PageError, Refusal, Sent};
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use uuid::Uuid;

use super::form::FormPage;
use super::signatures::{Opened, open};
use crate::commands::reports::{self as acts, NewReport};
use crate::domain::report::Report;
use crate::domain::sub::ItemKind;
use crate::store::reports::{by_id, of_photo};
use crate::texts::Texts;

async fn own(ctx: &Ctx, code: &str) -> Result<Opened, Refusal> {
    let opened = open(ctx, code).await?;
    if opened.acts && opened.signature.counts() {
        return Ok(opened);
    }
    Err(Refusal::rule("no-mandate", |l| Texts::new(l).report_no_mandate().into()))
}

fn form(ctx: &Ctx, opened: Opened, new: &NewReport) -> FormPage {
    let t = opened.place.t;
    let held = new.item.map(|id| id.to_string()).unwrap_or_default();
    let chosen = opened.chosen(ItemKind::Action).into_iter();
    let actions: Vec<Choice> = chosen.map(|item| Choice::new(item.id.to_string(), &item.text, &held)).collect();
    let back = format!("/signatures/{}", opened.signature.code);
    let mut page = FormPage::new(ctx, opened.place, t.report_title(), t.report_send()).back(back);
    t.report_lead().clone_into(&mut page.lead);
    page.upload = true;
    page.hidden = vec![("submission", new.submission.clone())];
    page.fields = vec![
        Field::choices("item", t.report_item(), actions).kind("radio").required(),
        Field::text("year", t.report_year(), &new.year).kind("number").required(),
        Field::text("text", t.report_text(), &new.text).kind("textarea").required().max(REASON),
        Field::text("place", t.report_place(), &new.place).max(SHORT),
        Field::text("quantity", t.report_quantity(), &new.quantity).hint(t.report_quantity_hint()),
        Field::text("unit", t.report_unit(), &new.unit).max(SHORT),
        Field::text("photo", t.report_photo(), "").kind("file").hint(t.report_photo_hint()),
        Field::text("photo_alt", t.report_photo_alt(), &new.photo_alt).max(SHORT),
    ];
    page
}

/// The form of a year.
pub(super) async fn begin(ctx: Ctx, Path(code): Path<String>) -> Result<Response, PageError> {
    let opened = own(&ctx, &code).await?;
    let new =
        NewReport { year: ctx.today().year().to_string(), submission: secret(&*ctx.chance), ..NewReport::default() };
    form(&ctx, opened, &new).draw()
}

/// Sends it.
pub(super) async fn add(ctx: Ctx, Path(code): Path<String>, mut sent: Sent) -> Result<Response, PageError> {
    let opened = own(&ctx, &code).await?;
    ctx.app().limits.count(Limited::Contribute, &ctx.request().from)?;
    let new = NewReport {
        photo: sent.file.take().map(|file| file.bytes),
        item: sent.choice("item"),
        year: sent.text("year"),
        text: sent.text("text"),
        place: sent.text("place"),
        quantity: sent.text("quantity"),
        unit: sent.text("unit"),
        photo_alt: sent.text("photo_alt"),
        submission: sent.text("submission"),
    };
    match acts::add(&ctx, opened.signature.id, &new).await {
        Ok(_) => Ok(done(&ctx, &format!("/signatures/{code}"), opened.place.t.report_sent())),
        Err(refusal) => form(&ctx, opened, &new).refused(&ctx, refusal),
    }
}

async fn moderated(ctx: &Ctx, (code, id): &(String, Id<Report>)) -> Result<(Opened, Report), Refusal> {
    let opened = open(ctx, code).await?;
    ctx.require(CONTRIBUTION_MODERATE, opened.place.scope())?;
    let report = by_id(&ctx.db, *id).await?.filter(|one| one.signature == opened.signature.id);
    Ok((opened, report.ok_or(Refusal::NotFound)?))
}

fn moderation(ctx: &Ctx, (opened, report): (Opened, Report), sent: &Sent) -> FormPage {
    let (t, back) = (opened.place.t, format!("/signatures/{}", opened.signature.code));
    let hidden = report.hidden.is_some();
    let gesture = if hidden { t.report_show() } else { t.report_hide() };
    let mut page = FormPage::new(ctx, opened.place, t.report_moderate(), gesture).back(back);
    t.report_moderate_lead().clone_into(&mut page.lead);
    page.voice = Some(report.text);
    if !hidden {
        let c = arpent_commons::texts::Texts::new(ctx.lang);
        let grounds = ModerationGround::ALL.iter().filter(|one| **one != ModerationGround::Checked);
        let choice = |one: &ModerationGround| Choice::new(one.code(), common::ground(c, *one), sent.get("ground"));
        let choices = Field::choices("ground", t.report_ground(), grounds.map(choice).collect());
        page.fields.push(choices.kind("radio").required());
    }
    let why = Field::text("why", t.report_why(), sent.get("why")).kind("textarea").hint(t.report_why_hint());
    page.fields.push(why.required().max(REASON));
    page
}

/// A report that should perhaps not be read.
pub(super) async fn moderate(ctx: Ctx, Path(at): Path<(String, Id<Report>)>) -> Result<Response, PageError> {
    moderation(&ctx, moderated(&ctx, &at).await?, &Sent::default()).draw()
}

/// Hides it, or shows it again.
pub(super) async fn judge(ctx: Ctx, Path(at): Path<(String, Id<Report>)>, sent: Sent) -> Result<Response, PageError> {
    let (opened, report) = moderated(&ctx, &at).await?;
    let ground = ModerationGround::parse(sent.get("ground"));
    let outcome = match (&report.hidden, ground) {
        (None, None) => Err(Refusal::field("ground", "missing", |l| Texts::new(l).report_ground_missing().into())),
        (None, ground) => acts::moderate(&ctx, report.id, ground, sent.get("why")).await,
        (Some(_), _) => acts::moderate(&ctx, report.id, None, sent.get("why")).await,
    };
    match outcome {
        Ok(()) => Ok(done(&ctx, &format!("/signatures/{}", at.0), opened.place.t.report_moderated())),
        Err(refusal) => moderation(&ctx, (opened, report), &sent).refused(&ctx, refusal),
    }
}

/// The photograph of a report that the reader may see, and no other file.
pub(super) async fn photo(ctx: Ctx, Path((code, id)): Path<(String, Uuid)>) -> Result<Response, PageError> {
    let report = of_photo(&ctx.db, id).await?.ok_or(Refusal::NotFound)?;
    if report.hidden.is_some() {
        let opened = open(&ctx, &code).await?;
        if opened.signature.id != report.signature || !(opened.moderates || opened.acts) {
            return Err(Refusal::NotFound.into());
        }
    }
    let file = files::get(&ctx.db, id).await.map_err(|error| match error {
        StoreError::Missing => Refusal::NotFound,
        other => other.into(),
    })?;
    let headers =
        [(header::CONTENT_TYPE, file.content_type), (header::CACHE_CONTROL, "private, max-age=3600".to_owned())];
    Ok((StatusCode::OK, headers, file.content).into_response())
}
