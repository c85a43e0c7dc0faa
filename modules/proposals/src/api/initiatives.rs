//! Démarches.

use arpent_commons::domain::initiative::{Initiative, InitiativeState, PhaseDates};
use arpent_commons::pages::frame::Frame;
use arpent_commons::store::contributions::ThemeRow;
use arpent_commons::store::{contributions, initiatives};
use arpent_web::public::api::Problem;
use arpent_web::{Ctx, PageError};
use axum::Json;
use axum::extract::Path;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A démarche in a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct InitiativeItem {
    /// Its id.
    id: Uuid,
    /// Its name in addresses.
    slug: String,
    /// Its title in French.
    title: String,
    /// Its title in English; empty when it has none.
    title_en: String,
    /// `open` or `closed`.
    state: &'static str,
    /// How far the authority commits itself: `inform`, `consult`, `concert`, `co_build`, `co_decide`.
    promise_level: &'static str,
    /// Days promised between a contribution and its answer.
    answer_delay_days: i64,
    /// Opened at.
    opened_at: Option<String>,
    /// Closed at.
    closed_at: Option<String>,
}

/// A démarche in full.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct InitiativeFull {
    /// What a list says of it.
    #[serde(flatten)]
    item: InitiativeItem,
    /// What it is for.
    purpose: String,
    /// What the authority promises.
    promise: String,
    /// Who decides.
    who_decides: String,
    /// Who answers.
    who_answers: String,
    /// Its phases, in order.
    phases: Vec<Phase>,
    /// What people speak of.
    themes: Vec<Theme>,
}

/// A phase.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Phase {
    /// Step of the loop: `hear`, `understand`, `design`, `try`, `decide`, `commit`, `measure`.
    step: &'static str,
    /// Its title.
    title: String,
    /// First day.
    start: String,
    /// Last day.
    end: String,
}

/// A theme.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Theme {
    /// Its id.
    id: Uuid,
    /// Its title.
    title: String,
    /// What was said, in a few sentences.
    summary: String,
    /// Published contributions.
    contributions: i64,
}

impl From<&Initiative> for InitiativeItem {
    fn from(initiative: &Initiative) -> Self {
        Self {
            id: initiative.id.uuid(),
            slug: initiative.slug.clone(),
            title: initiative.title.clone(),
            title_en: initiative.title_en.clone(),
            state: initiative.state.code(),
            promise_level: initiative.promise_level.code(),
            answer_delay_days: initiative.answer_delay_days,
            opened_at: initiative.opened_at.map(|at| at.to_string()),
            closed_at: initiative.closed_at.map(|at| at.to_string()),
        }
    }
}

impl From<&PhaseDates> for Phase {
    fn from(phase: &PhaseDates) -> Self {
        Self {
            step: phase.step.code(),
            title: phase.title.clone(),
            start: phase.start.to_string(),
            end: phase.end.to_string(),
        }
    }
}

impl From<ThemeRow> for Theme {
    fn from(theme: ThemeRow) -> Self {
        Self { id: theme.id.uuid(), title: theme.title, summary: theme.summary, contributions: theme.count }
    }
}

/// The démarches, open ones first
#[utoipa::path(get, path = "/api/v1/initiatives", tag = "initiatives", responses((status = 200, body = Vec<InitiativeItem>)))]
pub(crate) async fn list(ctx: Ctx) -> Result<Json<Vec<InitiativeItem>>, PageError> {
    let all = initiatives::list(&ctx.db, false).await?;
    Ok(Json(all.iter().filter(|one| one.state != InitiativeState::Draft).map(InitiativeItem::from).collect()))
}

/// A démarche with its phases and themes
#[utoipa::path(
    get,
    path = "/api/v1/initiatives/{slug}",
    tag = "initiatives",
    params(("slug" = String, Path, description = "Its name in addresses.")),
    responses((status = 200, body = InitiativeFull), (status = 404, body = Problem, content_type = "application/problem+json"))
)]
pub(crate) async fn show(ctx: Ctx, Path(slug): Path<String>) -> Result<Json<InitiativeFull>, PageError> {
    let frame = Frame::open(&ctx, &slug).await?;
    let themes = contributions::themes(&ctx.db, frame.initiative.id).await?;
    Ok(Json(InitiativeFull {
        item: InitiativeItem::from(&frame.initiative),
        purpose: frame.initiative.purpose.clone(),
        promise: frame.initiative.promise.clone(),
        who_decides: frame.initiative.who_decides.clone(),
        who_answers: frame.initiative.who_answers.clone(),
        phases: frame.phases.iter().map(Phase::from).collect(),
        themes: themes.into_iter().map(Theme::from).collect(),
    }))
}
