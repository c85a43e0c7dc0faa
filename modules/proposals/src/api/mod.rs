//! The same commands and queries, for programs: `/api/v1`.

mod contributions;
mod initiatives;

use arpent_web::{Access, Routes};
use utoipa::OpenApi;

use crate::SUPPORT;

#[derive(OpenApi)]
#[openapi(
    paths(
        initiatives::list,
        initiatives::show,
        contributions::list,
        contributions::show,
        contributions::submit,
        contributions::support,
    ),
    tags((name = "initiatives", description = "Démarches and what people say in them."))
)]
struct Described;

/// This module's part of the description of the API.
pub fn openapi() -> utoipa::openapi::OpenApi {
    Described::openapi()
}

/// This module's part of the API.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/api/v1/initiatives", Access::Public, initiatives::list)
        .get("/api/v1/initiatives/{slug}", Access::Public, initiatives::show)
        .get("/api/v1/initiatives/{slug}/contributions", Access::Public, contributions::list)
        .post("/api/v1/initiatives/{slug}/contributions", Access::Public, contributions::submit)
        .get("/api/v1/contributions/{id}", Access::Public, contributions::show)
        .post("/api/v1/contributions/{id}/support", Access::Needs(SUPPORT), contributions::support)
}
