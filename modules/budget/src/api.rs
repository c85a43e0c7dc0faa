//! The same, for programs: `/api/v1`.

use arpent_commons::pages::frame::Frame;
use arpent_web::{Access, Ctx, PageError, Refusal, Routes};
use axum::extract::Path;
use axum::response::{IntoResponse as _, Response};
use serde_json::json;
use utoipa::OpenApi;

use crate::commands::count::told;
use crate::store::budgets::{self, BudgetState};
use crate::store::{counts, projects};

#[derive(OpenApi)]
#[openapi(paths(budget), tags((name = "budgets", description = "Participatory budgets: rules, projects, counts.")))]
struct Described;

/// This module's part of the description of the API.
pub fn openapi() -> utoipa::openapi::OpenApi {
    Described::openapi()
}

/// This module's part of the API.
pub(crate) fn routes() -> Routes {
    Routes::new().get("/api/v1/initiatives/{slug}/budget", Access::Public, budget)
}

/// The budget of a démarche: its rule, its projects, and the count that stands.
#[utoipa::path(
    get,
    path = "/api/v1/initiatives/{slug}/budget",
    tag = "budgets",
    params(("slug" = String, Path, description = "Name of the démarche")),
    responses(
        (status = 200, description = "Amounts in cents, the rule, projects, the latest count", content_type = "application/json"),
        (status = 404, description = "No such démarche, or no budget in it"),
    )
)]
async fn budget(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let frame = Frame::open(&ctx, &slug).await?;
    let budget = budgets::of_initiative(&ctx.db, frame.initiative.id).await?.ok_or(Refusal::NotFound)?;
    if budget.state == BudgetState::Draft {
        return Err(Refusal::NotFound.into());
    }
    let envelopes = budgets::envelopes(&ctx.db, budget.id).await?;
    let phases = budgets::phases(&ctx.db, budget.id).await?;
    let all = projects::of_budget(&ctx.db, budget.id).await?;
    let count = counts::latest(&ctx.db, budget.id).await?;
    let told = count.as_ref().map(told).transpose()?;
    let body = json!({
        "title": budget.title,
        "state": budget.state.code(),
        "rule": budget.settings,
        "envelopes": envelopes.iter().map(|one| json!({ "name": one.name, "cents": one.amount })).collect::<Vec<_>>(),
        "steps": phases.iter().map(|one| json!({
            "step": one.step.code(), "from": one.start.to_string(), "to": one.end.to_string(),
        })).collect::<Vec<_>>(),
        "projects": all.iter().map(|one| json!({
            "number": one.number, "title": one.title, "place": one.place, "state": one.state.code(),
            "cents": one.cost, "reason": one.reason,
        })).collect::<Vec<_>>(),
        "count": told,
        "sha256": count.map(|count| count.sha256),
    });
    Ok(axum::Json(body).into_response())
}
