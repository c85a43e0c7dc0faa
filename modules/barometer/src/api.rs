//! The same figures and files, for programs: `/api/v1`.

use arpent_web::{Access, Ctx, PageError, Refusal, Routes};
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use utoipa::OpenApi;

use crate::domain::protocol;
use crate::store::{barometers, cubes, waves};

#[derive(OpenApi)]
#[openapi(
    paths(wave),
    tags((name = "barometers", description = "Published results of barometers, suppressed once."))
)]
struct Described;

/// This module's part of the description of the API.
pub fn openapi() -> utoipa::openapi::OpenApi {
    Described::openapi()
}

/// This module's part of the API.
pub(crate) fn routes() -> Routes {
    Routes::new().get("/api/v1/barometers/{slug}/waves/{n}", Access::Public, wave).get(
        "/api/v1/barometers/protocol.schema.json",
        Access::Public,
        schema,
    )
}

/// The published cube of a wave.
#[utoipa::path(
    get,
    path = "/api/v1/barometers/{slug}/waves/{n}",
    tag = "barometers",
    params(("slug" = String, Path, description = "Name of the barometer"), ("n" = i64, Path, description = "Number of the wave")),
    responses(
        (status = 200, description = "The published cube of a wave, already suppressed", content_type = "application/json"),
        (status = 404, description = "No such wave, or not published"),
    )
)]
async fn wave(ctx: Ctx, Path((slug, number)): Path<(String, i64)>) -> Result<Response, PageError> {
    let row = barometers::by_slug(&ctx.db, &slug).await?.ok_or(Refusal::NotFound)?;
    let wave = waves::by_number(&ctx.db, row.id, number).await?.ok_or(Refusal::NotFound)?;
    let kept = cubes::published(&ctx.db, wave.id).await?.ok_or(Refusal::NotFound)?;
    Ok(([(header::CONTENT_TYPE, "application/json")], kept.document).into_response())
}

/// The JSON Schema of protocol files.
async fn schema() -> Response {
    ([(header::CONTENT_TYPE, "application/schema+json")], protocol::schema().to_string()).into_response()
}
