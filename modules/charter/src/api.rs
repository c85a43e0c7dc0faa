//! The charter, for programs: `/api/v1`.

use arpent_commons::pages::frame::Frame;
use arpent_web::public::api::Problem;
use arpent_web::{Access, Ctx, PageError, Refusal, Routes};
use axum::Json;
use axum::extract::Path;
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::domain::charter::{Version, in_force};
use crate::domain::signature::SignatureState;
use crate::domain::sub::{Item, ItemKind};
use crate::store::{articles, charters, signatures, subs};
use crate::texts::Texts;

#[derive(OpenApi)]
#[openapi(paths(show), tags((name = "charter", description = "Charters: their text and who signed them.")))]
struct Described;

/// This module's part of the description of the API.
pub(crate) fn openapi() -> utoipa::openapi::OpenApi {
    Described::openapi()
}

/// This module's part of the API.
pub(crate) fn routes() -> Routes {
    Routes::new().get("/api/v1/initiatives/{slug}/charter", Access::Public, show)
}

/// A charter, as everyone signs it today.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CharterFull {
    /// Its title.
    title: String,
    /// What it is for.
    intent: String,
    /// That it is voluntary, and binds to nothing beyond what was voted.
    notice: String,
    /// Its versions, the first one first.
    versions: Vec<VersionItem>,
    /// Number of the version in force; the articles, menus and signatories are its own.
    in_force: Option<i64>,
    /// Its articles.
    articles: Vec<ArticleItem>,
    /// Its sub-charters.
    sub_charters: Vec<SubItem>,
    /// How many signed it, people who are not named included.
    signatories_count: i64,
    /// Those who may be named.
    signatories: Vec<SignatoryItem>,
}

/// A version.
#[derive(Debug, Serialize, ToSchema)]
struct VersionItem {
    /// From 1.
    number: i64,
    /// `draft` or `published`.
    state: &'static str,
    /// First day.
    from: Option<String>,
    /// Last day.
    to: Option<String>,
    /// The vote of the council.
    deliberation: String,
}

/// An article.
#[derive(Debug, Serialize, ToSchema)]
struct ArticleItem {
    /// The same from version to version.
    id: Uuid,
    /// The orientation it belongs to.
    orientation: String,
    /// Its title.
    title: String,
    /// Its paragraphs: id, then words.
    paragraphs: Vec<ParagraphItem>,
}

/// A paragraph, or a line of a menu.
#[derive(Debug, Serialize, ToSchema)]
struct ParagraphItem {
    /// The same from version to version.
    id: Uuid,
    /// Its words.
    text: String,
}

/// A sub-charter.
#[derive(Debug, Serialize, ToSchema)]
struct SubItem {
    /// The same from version to version.
    id: Uuid,
    /// `owner`, `designer`, `manager`, `association`, `firm`, `school`, `resident`, `other`.
    kind: &'static str,
    /// Its title.
    title: String,
    /// Actions to choose at least.
    minimum: i64,
    /// People sign it in their own name too.
    individuals: bool,
    /// Actions to choose from.
    actions: Vec<ParagraphItem>,
    /// Prohibitions to accept.
    prohibitions: Vec<ParagraphItem>,
}

/// A signatory.
#[derive(Debug, Serialize, ToSchema)]
struct SignatoryItem {
    /// Its name.
    name: String,
    /// Its sub-charter.
    sub_charter: Option<Uuid>,
    /// The day it signed.
    signed_on: Option<String>,
    /// Its page.
    address: String,
}

impl From<&Version> for VersionItem {
    fn from(version: &Version) -> Self {
        Self {
            number: version.number,
            state: version.state.code(),
            from: version.period.map(|(from, _)| from.to_string()),
            to: version.period.map(|(_, to)| to.to_string()),
            deliberation: version.deliberation.clone(),
        }
    }
}

impl From<&Item> for ParagraphItem {
    fn from(item: &Item) -> Self {
        Self { id: item.id.uuid(), text: item.text.clone() }
    }
}

/// The charter of a démarche
#[utoipa::path(
    get,
    path = "/api/v1/initiatives/{slug}/charter",
    tag = "charter",
    params(("slug" = String, Path, description = "The démarche's name in addresses.")),
    responses((status = 200, body = CharterFull), (status = 404, body = Problem, content_type = "application/problem+json"))
)]
pub(crate) async fn show(ctx: Ctx, Path(slug): Path<String>) -> Result<Json<CharterFull>, PageError> {
    let frame = Frame::open(&ctx, &slug).await?;
    let charter = charters::of_initiative(&ctx.db, frame.initiative.id).await?.ok_or(Refusal::NotFound)?;
    let versions = charters::versions(&ctx.db, charter.id).await?;
    let t = Texts::new(ctx.lang);
    let mut full = CharterFull {
        title: charter.title,
        intent: charter.intent,
        notice: t.notice_draft().to_owned(),
        versions: versions.iter().map(VersionItem::from).collect(),
        in_force: None,
        articles: Vec::new(),
        sub_charters: Vec::new(),
        signatories_count: 0,
        signatories: Vec::new(),
    };
    if let Some(version) = in_force(&versions) {
        full.in_force = Some(version.number);
        full.notice = t.notice_voted(&version.deliberation);
        fill(&ctx, &mut full, version).await?;
    }
    Ok(Json(full))
}

async fn fill(ctx: &Ctx, full: &mut CharterFull, version: &Version) -> Result<(), Refusal> {
    for article in articles::of_version(&ctx.db, version.id).await? {
        let paragraphs = article.paragraphs.iter();
        full.articles.push(ArticleItem {
            id: article.id.uuid(),
            paragraphs: paragraphs.map(|one| ParagraphItem { id: one.id.uuid(), text: one.text.clone() }).collect(),
            orientation: article.orientation,
            title: article.title,
        });
    }
    for sub in subs::of_version(&ctx.db, version.id).await? {
        full.sub_charters.push(SubItem {
            id: sub.id.uuid(),
            kind: sub.kind.code(),
            minimum: sub.minimum,
            individuals: sub.individuals,
            actions: sub.of(ItemKind::Action).map(ParagraphItem::from).collect(),
            prohibitions: sub.of(ItemKind::Prohibition).map(ParagraphItem::from).collect(),
            title: sub.title,
        });
    }
    full.signatories_count = signatures::count(&ctx.db, version.id).await?;
    for one in signatures::of_version(&ctx.db, version.id, SignatureState::Signed).await? {
        let Some(name) = one.public() else { continue };
        full.signatories.push(SignatoryItem {
            name: name.to_owned(),
            sub_charter: one.sub.map(arpent_core::Id::uuid),
            signed_on: one.signed_on.map(|day| day.to_string()),
            address: ctx.absolute(&format!("/signatures/{}", one.code)),
        });
    }
    Ok(())
}
