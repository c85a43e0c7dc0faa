//! Running the charter: what waits, who is invited, what ends; opening, naming, publishing, evaluating.

use std::collections::HashMap;

use arpent_commons::domain::text::{REASON, SHORT, TITLE};
use arpent_commons::pages::frame::Frame;
use arpent_core::Scope;
use arpent_core::clock::paris_date;
use arpent_look::parts::Anchor;
use arpent_texts::{date, date_short};
use arpent_web::respond::done;
use arpent_web::{Ctx, Field, PageError, Refusal, Sent, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::charter;
use super::form::FormPage;
use super::place::Place;
use super::register::not_yet;
use crate::commands::charters as acts;
use crate::commands::publishing::{self, Publication, unanswered};
use crate::domain::charter::{Version, draft};
use crate::domain::signature::{Signature, SignatureState};
use crate::store::invitations::{count, of_version as invited};
use crate::store::signatures::of_version;
use crate::store::supports::requests;
use crate::texts::Texts;
use crate::{EDIT, PUBLISH};

#[derive(Debug, Template)]
#[template(path = "charter_steer.html")]
struct SteerPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    notice: String,
    alert: Option<String>,
    evaluation: Option<(String, String)>,
    tools: Vec<Anchor>,
    /// A version may be opened.
    open_version: Option<String>,
    waiting: Vec<charter::Line>,
    pending: Vec<(String, String, &'static str)>,
    asked: Vec<Asked>,
    invited_count: i64,
    /// Those who did not sign again yet, with when they were asked.
    invited: Vec<(String, String)>,
}

/// A request for support that waits.
#[derive(Debug)]
struct Asked {
    who: String,
    title: String,
    text: String,
    action: String,
    signature: String,
}

/// What there is to do.
pub(super) async fn show(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let mut place = held(&ctx, &slug).await?;
    let t = place.t;
    let waiting = unanswered(&ctx, place.charter.id).await?;
    let (pending, signed) = match place.in_force() {
        Some(version) => (
            of_version(&ctx.db, version.id, SignatureState::Pending).await?,
            of_version(&ctx.db, version.id, SignatureState::Signed).await?,
        ),
        None => (Vec::new(), Vec::new()),
    };
    let (invited_count, invited) = invitations(&ctx, &place, &signed).await?;
    page(&SteerPage {
        shell: place.shell(&ctx, t.steer()),
        notice: place.notice(),
        alert: place.in_force().and_then(|version| alert(&ctx, version)),
        evaluation: place.in_force().and_then(|version| evaluated(&ctx, version)),
        tools: tools(&ctx, &place),
        open_version: draft(&place.versions).is_none().then(|| place.href("versions")),
        waiting: waiting.iter().map(|one| charter::line(&place, one)).collect(),
        pending: pending.iter().map(|one| waits(t, one)).collect(),
        asked: asked(&ctx, &place, &signed).await?,
        invited_count,
        invited,
        frame: place.frame,
        t,
    })
}

async fn held(ctx: &Ctx, slug: &str) -> Result<Place, Refusal> {
    let place = Place::open(ctx, slug).await?;
    ctx.require(EDIT, place.scope())?;
    Ok(place)
}

/// That the end comes, in words.
pub(crate) fn alert(ctx: &Ctx, version: &Version) -> Option<String> {
    let (months, (_, to)) = (version.alert(ctx.today())?, version.period?);
    let t = Texts::new(ctx.lang);
    let day = date(ctx.lang, to);
    Some(if version.is_over(ctx.today()) { t.alert_over(day) } else { t.alert_before(day, months) })
}

fn evaluated(ctx: &Ctx, version: &Version) -> Option<(String, String)> {
    let (on, text) = version.evaluated.clone()?;
    Some((date(ctx.lang, on), text))
}

fn tools(ctx: &Ctx, place: &Place) -> Vec<Anchor> {
    let t = place.t;
    let mut all = vec![(t.rename_title(), place.href("nommer"))];
    if let Some(version) = draft(&place.versions) {
        all.push((t.read_draft(), place.href(&format!("versions/{}", version.number))));
        if ctx.may(PUBLISH, place.scope()) {
            all.push((t.publish_title(), place.href("publier")));
        }
    }
    if place.in_force().is_some() {
        all.push((t.paper_title(), place.href("saisie")));
        all.push((t.supports(), place.href("soutien")));
        all.push((t.evaluation_title(), place.href("evaluation")));
    }
    all.into_iter().map(|(label, href)| Anchor { label: label.to_owned(), href }).collect()
}

/// Who waits for a mandate, and what it takes.
fn waits(t: Texts, one: &Signature) -> (String, String, &'static str) {
    let why = match (one.organisation, one.signer.is_empty()) {
        (None, _) => t.pending_unknown(),
        (Some(_), true) => t.pending_mandate(),
        (Some(_), false) => t.pending_proof(),
    };
    (one.own().unwrap_or_else(|| t.unnamed_person()).to_owned(), format!("/signatures/{}", one.code), why)
}

async fn asked(ctx: &Ctx, place: &Place, signed: &[Signature]) -> Result<Vec<Asked>, Refusal> {
    let all = requests(&ctx.db, place.charter.id).await?;
    let names: HashMap<_, _> = signed.iter().map(|one| (one.id, one.own().unwrap_or_default())).collect();
    let waiting = all.into_iter().filter(|one| one.done_at.is_none());
    Ok(waiting
        .map(|one| Asked {
            who: names.get(&one.signature).map(|name| (*name).to_owned()).unwrap_or_default(),
            action: place.href(&format!("soutien/{}/traiter", one.support)),
            signature: one.signature.to_string(),
            title: one.title,
            text: one.text,
        })
        .collect())
}

async fn invitations(ctx: &Ctx, place: &Place, signed: &[Signature]) -> Result<(i64, Vec<(String, String)>), Refusal> {
    let (t, Some(version)) = (place.t, place.in_force()) else { return Ok((0, Vec::new())) };
    let asked: HashMap<_, _> =
        invited(&ctx.db, version.id).await?.into_iter().map(|one| (one.signature, one.asked_at)).collect();
    let left = not_yet(ctx, place, signed).await?.map(|(_, held)| held).unwrap_or_default();
    let when = |one: &Signature| match asked.get(&one.id) {
        Some(Some(at)) => t.invited_on(date_short(ctx.lang, paris_date(*at))),
        _ => t.invited_not_yet().to_owned(),
    };
    let line = |one: &Signature| (one.own().unwrap_or_else(|| t.unnamed_person()).to_owned(), when(one));
    Ok((count(&ctx.db, version.id).await?, left.iter().map(line).collect()))
}

fn named(t: Texts, (title, intent): (&str, &str)) -> Vec<Field> {
    vec![
        Field::text("title", t.charter_title(), title).required().max(TITLE),
        Field::text("intent", t.charter_intent(), intent)
            .kind("textarea")
            .hint(t.charter_intent_hint())
            .required()
            .max(REASON),
    ]
}

async fn first(ctx: &Ctx, slug: &str, typed: (&str, &str)) -> Result<(Frame, FormPage), Refusal> {
    let frame = Frame::open(ctx, slug).await?;
    ctx.require(EDIT, Scope::Initiative(frame.initiative.id.uuid()))?;
    let t = Texts::new(ctx.lang);
    let mut form = FormPage::first(ctx, frame.clone(), t.open_title(), t.open_send());
    t.open_lead().clone_into(&mut form.lead);
    form.fields = named(t, typed);
    Ok((frame, form))
}

/// A charter for a démarche that has none.
pub(super) async fn begin(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    first(&ctx, &slug, ("", "")).await?.1.draw()
}

/// Opens it.
pub(super) async fn open(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let typed = (sent.get("title"), sent.get("intent"));
    let (frame, form) = first(&ctx, &slug, typed).await?;
    match acts::open(&ctx, frame.initiative.id, typed.0, typed.1).await {
        Ok(_) => Ok(done(&ctx, &frame.href("charte"), Texts::new(ctx.lang).opened())),
        Err(refusal) => form.refused(&ctx, refusal),
    }
}

/// Begins the next version.
pub(super) async fn open_version(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let place = held(&ctx, &slug).await?;
    acts::open_version(&ctx, place.charter.id).await?;
    let number = place.versions.last().map_or(1, |version| version.number + 1);
    Ok(done(&ctx, &place.href(&format!("versions/{number}")), place.t.version_opened()))
}

fn naming_form(ctx: &Ctx, place: Place, typed: (&str, &str)) -> FormPage {
    let (t, back) = (place.t, place.href("conduire"));
    let mut form = FormPage::new(ctx, place, t.rename_title(), t.rename_send()).back(back);
    form.fields = named(t, typed);
    form
}

/// Its title and what it is for.
pub(super) async fn naming(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let place = held(&ctx, &slug).await?;
    let (title, intent) = (place.charter.title.clone(), place.charter.intent.clone());
    naming_form(&ctx, place, (&title, &intent)).draw()
}

/// Saves them.
pub(super) async fn rename(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let place = held(&ctx, &slug).await?;
    let typed = (sent.get("title"), sent.get("intent"));
    match acts::rename(&ctx, place.charter.id, typed.0, typed.1).await {
        Ok(()) => Ok(done(&ctx, &place.href("conduire"), place.t.renamed())),
        Err(refusal) => naming_form(&ctx, place, typed).refused(&ctx, refusal),
    }
}

fn publishing_form(ctx: &Ctx, place: Place, sent: &Sent) -> FormPage {
    let (t, back) = (place.t, place.href("conduire"));
    let mut form = FormPage::new(ctx, place, t.publish_title(), t.publish_send()).back(back);
    t.publish_lead().clone_into(&mut form.lead);
    form.fields = vec![
        Field::text("from", t.publish_from(), sent.get("from")).kind("date").required(),
        Field::text("to", t.publish_to(), sent.get("to")).kind("date").required(),
        Field::text("deliberation", t.publish_deliberation(), sent.get("deliberation"))
            .hint(t.publish_deliberation_hint())
            .required()
            .max(SHORT),
    ];
    form
}

/// The period and the vote.
pub(super) async fn publishing(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let place = Place::open(&ctx, &slug).await?;
    ctx.require(PUBLISH, place.scope())?;
    publishing_form(&ctx, place, &Sent::default()).draw()
}

/// Publishes the version being written.
pub(super) async fn publish(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let place = Place::open(&ctx, &slug).await?;
    let outcome = match (sent.day("from"), sent.day("to")) {
        (Ok(from), Ok(to)) => {
            let wanted = Publication { from, to, deliberation: sent.text("deliberation") };
            publishing::publish(&ctx, place.charter.id, &wanted).await
        }
        (from, to) => Err(Refusal::Invalid([from.err(), to.err()].into_iter().flatten().collect())),
    };
    match outcome {
        Ok(_) => {
            ctx.app().bell.notify_one();
            Ok(done(&ctx, &place.href(""), place.t.published()))
        }
        Err(refusal) => publishing_form(&ctx, place, &sent).refused(&ctx, refusal),
    }
}

fn evaluation_form(ctx: &Ctx, place: Place, (on, text): (String, &str)) -> FormPage {
    let (t, back) = (place.t, place.href("conduire"));
    let mut form = FormPage::new(ctx, place, t.evaluation_title(), t.evaluation_send()).back(back);
    t.evaluation_lead().clone_into(&mut form.lead);
    form.fields = vec![
        Field::text("evaluated_on", t.evaluation_day(), on).kind("date").required(),
        Field::text("evaluation", t.evaluation_text(), text).kind("textarea").required().max(REASON),
    ];
    form
}

/// What the evaluation found.
pub(super) async fn evaluating(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let place = held(&ctx, &slug).await?;
    let held = place.in_force().and_then(|version| version.evaluated.clone());
    let (on, text) = held.unwrap_or_else(|| (ctx.today(), String::new()));
    evaluation_form(&ctx, place, (on.to_string(), &text)).draw()
}

/// Keeps it.
pub(super) async fn evaluate(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let place = held(&ctx, &slug).await?;
    let version = place.in_force().map(|version| version.id).ok_or(Refusal::NotFound)?;
    let outcome = match sent.day("evaluated_on") {
        Ok(on) => acts::evaluate(&ctx, version, on, sent.get("evaluation")).await,
        Err(problem) => Err(Refusal::Invalid(vec![problem])),
    };
    match outcome {
        Ok(()) => Ok(done(&ctx, &place.href("conduire"), place.t.evaluation_saved())),
        Err(refusal) => {
            let typed = (sent.text("evaluated_on"), sent.get("evaluation"));
            evaluation_form(&ctx, place, typed).refused(&ctx, refusal)
        }
    }
}
