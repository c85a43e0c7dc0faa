//! Contributions: read page after page, sent with a key that makes a retry harmless, supported.

use arpent_commons::commands::contributions::{Author, NewContribution, submit as accept};
use arpent_commons::domain::contribution::{Channel, Contribution, ContributionState};
use arpent_commons::domain::people::{Area, Capacity};
use arpent_commons::pages::frame::Frame;
use arpent_commons::store::{contributions, places};
use arpent_commons::words::follow_path;
use arpent_core::Id;
use arpent_core::chance::secret;
use arpent_web::limits::Limited;
use arpent_web::public::api::Problem;
use arpent_web::{Ctx, PageError, Refusal};
use axum::Json;
use axum::extract::{Path, Query};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::commands::supports;
use crate::domain::key::key;
use crate::store::exports::{Exported, after};
use crate::texts::Texts;

/// Contributions of one answer, unless asked otherwise.
const USUAL: i64 = 100;
/// At most.
const MOST: i64 = 1_000;

/// A contribution as anyone may reuse it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ContributionItem {
    /// Its id.
    id: Uuid,
    /// Its number in the démarche.
    number: i64,
    /// Its title.
    title: String,
    /// What was said.
    text: String,
    /// `web`, `paper`, `oral`, `outing`, `kiosk` or `import`.
    channel: &'static str,
    /// `inhabitant`, `user`, `association`, `agent`, `union` or `elected`.
    capacity: &'static str,
    /// In whose name.
    organisation: Option<String>,
    /// Its commune.
    commune: Option<String>,
    /// The commune's INSEE code.
    insee: Option<String>,
    /// The place in words.
    place: String,
    /// WGS 84 latitude and longitude.
    point: Option<[f64; 2]>,
    /// The day it was said.
    said_on: String,
    /// When it was accepted.
    received_at: String,
    /// Its theme.
    theme: Option<String>,
    /// The authority's answer as it stands.
    answer: Option<AnswerItem>,
    /// The number of the contribution it was merged into.
    merged_into: Option<i64>,
    /// Supports.
    supports: i64,
    /// Published comments.
    comments: i64,
    /// Its page.
    address: String,
}

/// An answer.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AnswerItem {
    /// `retained`, `partly_retained`, `set_aside`, `out_of_scope` or `under_study`.
    status: &'static str,
    /// Why.
    reason: String,
    /// What it should cost, in cents.
    cost: Option<i64>,
    /// By which day it should be done.
    by: Option<String>,
    /// When.
    answered_at: Option<String>,
}

/// A page of contributions.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ContributionPage {
    /// The contributions, by number.
    items: Vec<ContributionItem>,
    /// To give as `after` to read the next page; absent on the last one.
    next: Option<i64>,
}

/// Where to go on from.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Cursor {
    /// The `next` of the page before.
    #[serde(default)]
    after: i64,
    /// Contributions wanted, 1000 at most.
    limit: Option<i64>,
}

/// What someone says.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct NewItem {
    /// What is said; 20,000 characters at most.
    text: String,
    /// Its title; made of the first words when absent.
    #[serde(default)]
    title: String,
    /// `inhabitant`, `user`, `association`, `agent`, `union` or `elected`.
    capacity: String,
    /// INSEE code of a commune of the démarche.
    insee: Option<String>,
    /// The place in words.
    #[serde(default)]
    place: String,
    /// WGS 84 latitude and longitude.
    point: Option<[f64; 2]>,
    /// Where to tell its author. Unless it is the caller's own, her receipt holds a code: the answer follows there once
    /// she has confirmed the address.
    #[serde(default)]
    email: String,
}

/// A contribution accepted.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Accepted {
    /// Its id.
    id: Uuid,
    /// Its number in the démarche.
    number: i64,
    /// The follow code: whoever has it reads what became of it.
    code: String,
    /// The page that says what became of it.
    follow: String,
    /// It had already been accepted under this key: nothing was written.
    again: bool,
}

/// Support, or not.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct Wanted {
    /// `true` gives a support, `false` takes it back; asking twice changes nothing.
    support: bool,
}

/// How many support it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SupportCount {
    /// On the site, one per account.
    online: i64,
    /// Counted on paper or by a show of hands.
    gathered: i64,
    /// The caller is one of them.
    mine: bool,
}

fn item(ctx: &Ctx, one: Exported) -> ContributionItem {
    let answered_at = one.answered_at.map(|at| at.to_string());
    let reason = one.reason.unwrap_or_default();
    let (cost, by) = (one.means.cost, one.means.by.map(|day| day.to_string()));
    ContributionItem {
        address: ctx.absolute(&format!("/contributions/{}", one.id)),
        id: one.id.uuid(),
        number: one.number,
        title: one.title,
        text: one.text,
        channel: one.channel.code(),
        capacity: one.capacity.code(),
        organisation: one.organisation,
        commune: one.area,
        insee: one.area_code,
        place: one.place,
        point: one.point.map(<[f64; 2]>::from),
        said_on: one.said_on.to_string(),
        received_at: one.created_at.to_string(),
        theme: one.theme,
        answer: one.status.map(|status| AnswerItem { status: status.code(), reason, cost, by, answered_at }),
        merged_into: one.merged_into,
        supports: one.supports,
        comments: one.comments,
    }
}

/// The public contributions of a démarche, page after page
#[utoipa::path(
    get,
    path = "/api/v1/initiatives/{slug}/contributions",
    tag = "initiatives",
    params(("slug" = String, Path, description = "The démarche's name in addresses."), Cursor),
    responses((status = 200, body = ContributionPage), (status = 404, body = Problem, content_type = "application/problem+json"))
)]
pub(crate) async fn list(
    ctx: Ctx,
    Path(slug): Path<String>,
    Query(cursor): Query<Cursor>,
) -> Result<Json<ContributionPage>, PageError> {
    let frame = Frame::open(&ctx, &slug).await?;
    let limit = cursor.limit.unwrap_or(USUAL).clamp(1, MOST);
    let mut page = after(&ctx.db, frame.initiative.id, cursor.after, limit + 1).await?;
    let more = page.len() > usize::try_from(limit).unwrap_or(usize::MAX);
    page.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let next = page.last().filter(|_| more).map(|last| last.number);
    Ok(Json(ContributionPage { items: page.into_iter().map(|one| item(&ctx, one)).collect(), next }))
}

/// A public contribution with its answer
#[utoipa::path(
    get,
    path = "/api/v1/contributions/{id}",
    tag = "initiatives",
    params(("id" = Uuid, Path, description = "Its id.")),
    responses((status = 200, body = ContributionItem), (status = 404, body = Problem, content_type = "application/problem+json"))
)]
pub(crate) async fn show(ctx: Ctx, Path(id): Path<Id<Contribution>>) -> Result<Json<ContributionItem>, PageError> {
    let contribution = contributions::by_id(&ctx.db, id).await?;
    let published = |one: &Contribution| one.state == ContributionState::Published;
    let contribution = contribution.filter(published).ok_or(Refusal::NotFound)?;
    let before = contribution.number - 1;
    let found = after(&ctx.db, contribution.initiative, before, 1).await?.pop().ok_or(Refusal::NotFound)?;
    Ok(Json(item(&ctx, found)))
}

/// Say something
///
/// The same `Idempotency-Key` is the same contribution: retrying after a cut connection is safe, and answers 200 with
/// what was accepted the first time.
#[utoipa::path(
    post,
    path = "/api/v1/initiatives/{slug}/contributions",
    tag = "initiatives",
    params(
        ("slug" = String, Path, description = "The démarche's name in addresses."),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of the caller's own, unique to what is said."),
    ),
    request_body = NewItem,
    responses(
        (status = 201, body = Accepted),
        (status = 200, body = Accepted, description = "Already accepted under this key."),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
        (status = 429, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn submit(
    ctx: Ctx,
    Path(slug): Path<String>,
    headers: HeaderMap,
    Json(new): Json<NewItem>,
) -> Result<Response, PageError> {
    ctx.app().limits.count(Limited::ApiWrite, &ctx.request().from)?;
    let frame = Frame::open(&ctx, &slug).await?;
    let accepted = accept(&ctx, &contribution(&ctx, &frame, &headers, new).await?).await?;
    ctx.app().bell.notify_one();
    let status = if accepted.again { StatusCode::OK } else { StatusCode::CREATED };
    let body = Accepted {
        id: accepted.id.uuid(),
        number: accepted.number,
        follow: ctx.absolute(&follow_path(&accepted.code)),
        code: accepted.code,
        again: accepted.again,
    };
    Ok((status, Json(body)).into_response())
}

async fn contribution(ctx: &Ctx, frame: &Frame, headers: &HeaderMap, new: NewItem) -> Result<NewContribution, Refusal> {
    let capacity = Capacity::parse(&new.capacity)
        .ok_or_else(|| Refusal::field("capacity", "unknown", |l| Texts::new(l).capacity_missing().into()))?;
    Ok(NewContribution {
        initiative: frame.initiative.id,
        title: new.title,
        text: new.text,
        channel: Channel::Web,
        capacity,
        organisation: None,
        area: area(ctx, frame, new.insee.as_deref()).await?,
        place: new.place,
        point: new.point.map(|[latitude, longitude]| (latitude, longitude)),
        photo: None,
        photo_alt: String::new(),
        email: new.email,
        submission: submission(ctx, frame, headers),
        said_on: None,
        author: Author::Caller,
    })
}

async fn area(ctx: &Ctx, frame: &Frame, insee: Option<&str>) -> Result<Option<Id<Area>>, Refusal> {
    let Some(code) = insee else { return Ok(None) };
    let areas = places::of_initiative(&ctx.db, frame.initiative.id).await?;
    let found = areas.iter().find(|area| area.code.as_deref() == Some(code)).map(|area| area.id);
    found
        .map(Some)
        .ok_or_else(|| Refusal::field("insee", "unknown", |l| Texts::new(l).import_fault_area_unknown().into()))
}

/// Callers choose their keys without knowing each other: the démarche is part of it.
fn submission(ctx: &Ctx, frame: &Frame, headers: &HeaderMap) -> String {
    let chosen = headers.get("idempotency-key").filter(|key| !key.is_empty());
    let Some(chosen) = chosen else { return secret(&*ctx.chance) };
    key([b"api".as_slice(), frame.initiative.id.uuid().as_bytes(), chosen.as_bytes()])
}

/// Support a contribution, or take the support back
#[utoipa::path(
    post,
    path = "/api/v1/contributions/{id}/support",
    tag = "initiatives",
    params(("id" = Uuid, Path, description = "The contribution's id.")),
    request_body = Wanted,
    responses(
        (status = 200, body = SupportCount),
        (status = 401, body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 429, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn support(
    ctx: Ctx,
    Path(id): Path<Id<Contribution>>,
    Json(wanted): Json<Wanted>,
) -> Result<Json<SupportCount>, PageError> {
    ctx.app().limits.count(Limited::Support, &ctx.request().from)?;
    let tally = supports::set(&ctx, id, wanted.support).await?;
    Ok(Json(SupportCount { online: tally.online, gathered: tally.gathered, mine: tally.mine }))
}
