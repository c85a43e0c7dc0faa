//! The same objects, for programs: `/api/v1`.

use arpent_commons::pages::frame::Frame;
use arpent_documents::shapes;
use arpent_web::public::api::Problem;
use arpent_web::{Access, Ctx, PageError, Routes};
use axum::extract::{Path, Query};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use utoipa::OpenApi;

use crate::pages::{Asked, everything, written};
use crate::store::{layers, observations};

#[derive(OpenApi)]
#[openapi(paths(map), tags((name = "maps", description = "What is drawn on the maps of démarches.")))]
struct Described;

/// This module's part of the description of the API.
pub fn openapi() -> utoipa::openapi::OpenApi {
    Described::openapi()
}

/// This module's part of the API.
pub(crate) fn routes() -> Routes {
    Routes::new().get("/api/v1/initiatives/{slug}/map", Access::Public, map)
}

/// The objects of a map as a GeoJSON FeatureCollection; what is sensitive is in its cell, as everywhere
#[utoipa::path(
    get,
    path = "/api/v1/initiatives/{slug}/map",
    tag = "maps",
    params(
        ("slug" = String, Path, description = "The démarche's name in addresses."),
        ("couche" = Option<String>, Query, description = "Only this layer, by its id."),
        ("forme" = Option<String>, Query, description = "`point`, `line` or `zone`."),
        ("date" = Option<String>, Query, description = "As it was on this day; today when absent."),
        ("toutes" = Option<bool>, Query, description = "Also what no longer holds, or does not yet."),
        ("q" = Option<String>, Query, description = "With these words."),
    ),
    responses(
        (status = 200, description = "RFC 7946", content_type = "application/geo+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
    )
)]
async fn map(ctx: Ctx, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Result<Response, PageError> {
    let frame = Frame::open(&ctx, &slug).await?;
    let layers = layers::of(&ctx.db, Some(frame.initiative.id)).await?;
    let objects = everything(&ctx, &asked.looked(&layers, ctx.today())).await?;
    let blurred = observations::blurred(&ctx.db).await?;
    let body = shapes::geojson(objects.iter().map(|one| written(one, &layers, &blurred)));
    Ok(([(header::CONTENT_TYPE, "application/geo+json")], body).into_response())
}
