//! The same objects, for programs: `/api/v1`.

use arpent_commons::pages::frame::Frame;
use arpent_core::Id;
use arpent_web::limits::Limited;
use arpent_web::public::api::Problem;
use arpent_web::{Access, Ctx, PageError, Routes, Sent};
use axum::Json;
use axum::extract::{Path, Query};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use crate::domain::layer::Layer;
use crate::pages::{Asked, GEOJSON, geojson_of, told};
use crate::store::layers;

#[derive(OpenApi)]
#[openapi(paths(map, observe), tags((name = "maps", description = "What is drawn on the maps of démarches.")))]
struct Described;

/// This module's part of the description of the API.
pub fn openapi() -> utoipa::openapi::OpenApi {
    Described::openapi()
}

/// This module's part of the API.
pub(crate) fn routes() -> Routes {
    Routes::new().get("/api/v1/initiatives/{slug}/map", Access::Public, map).post(
        "/api/v1/layers/{id}/observations",
        Access::Public,
        observe,
    )
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
    let looked = asked.looked(&layers, ctx.today());
    let body = geojson_of(&ctx, layers, looked).await?;
    Ok(([(header::CONTENT_TYPE, GEOJSON)], body).into_response())
}

/// What someone saw, as its form sends it.
#[derive(Debug, ToSchema)]
#[expect(dead_code, reason = "the form is read field by field; this describes it")]
struct SeenThere {
    /// What it is.
    title: String,
    /// Where: latitude, longitude.
    place: String,
    /// The day, `2026-11-02`; today when absent.
    seen_on: Option<String>,
    /// What is said of it.
    text: Option<String>,
    /// `true` to show it in a cell of a grid only.
    sensitive: Option<bool>,
    /// A photograph: JPEG, PNG or WebP.
    #[schema(format = Binary)]
    photo: Option<String>,
    /// What it shows.
    photo_alt: Option<String>,
    /// A key of the caller's own: the same key is the same observation.
    submission: String,
}

/// An observation that was kept.
#[derive(Debug, Serialize, ToSchema)]
struct Told {
    /// The code with which it is followed and taken back.
    code: String,
    /// The page where that is done.
    href: String,
}

/// Tell what one saw, to the inventory of a layer
///
/// The same `submission` is the same observation: retrying after a cut connection is safe, and answers its code again.
/// Questions of the programme are answered by `answer-1` to `answer-8`, in its order.
#[utoipa::path(
    post,
    path = "/api/v1/layers/{id}/observations",
    tag = "maps",
    params(("id" = Uuid, Path, description = "The layer's id.")),
    request_body(content = SeenThere, content_type = "multipart/form-data"),
    responses(
        (status = 201, body = Told),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
        (status = 429, body = Problem, content_type = "application/problem+json"),
    )
)]
async fn observe(ctx: Ctx, Path(id): Path<Id<Layer>>, sent: Sent) -> Result<Response, PageError> {
    ctx.app().limits.count(Limited::Contribute, &ctx.request().from)?;
    let code = told(&ctx, id, sent).await?;
    ctx.app().bell.notify_one();
    let href = format!("/observations/{code}");
    Ok((StatusCode::CREATED, Json(Told { code, href })).into_response())
}
