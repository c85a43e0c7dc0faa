//! The description of the API, and the page its problems point to.

use askama::Template;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use crate::context::Ctx;
use crate::respond::{PageError, page};
use crate::shell::Shell;

/// What every refused call answers (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// Address of the explanation of this kind of problem.
    pub r#type: String,
    /// What happened, in the language asked for.
    pub title: String,
    /// HTTP status.
    pub status: u16,
    /// Why.
    pub detail: String,
    /// What to do next.
    pub next: String,
    /// Address of the call.
    pub instance: String,
    /// To give when asking for help.
    pub request_id: String,
    /// Fields to correct.
    pub errors: Vec<ProblemField>,
}

/// One field to correct.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProblemField {
    /// Its name in the body.
    pub field: String,
    /// A stable code.
    pub code: String,
    /// What, why and what next.
    pub detail: String,
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Arpent",
        version = env!("CARGO_PKG_VERSION"),
        description = "What pages show and do, for programs. Errors are RFC 9457 problems; lists are followed by cursors.",
        license(name = "EUPL-1.2", identifier = "EUPL-1.2")
    ),
    paths(described_health),
    components(schemas(Problem, ProblemField))
)]
struct Described;

/// Whether the service answers
///
/// 200 when the database answers, 503 otherwise.
#[utoipa::path(get, path = "/health", tag = "service", responses((status = 200), (status = 503)))]
#[expect(dead_code, reason = "read by the description only; the handler is `health::health`")]
fn described_health() {}

/// This room's part of the description, and its frame.
pub(crate) fn described() -> utoipa::openapi::OpenApi {
    Described::openapi()
}

/// The description of the whole API, composed from every room.
pub async fn openapi(ctx: Ctx) -> Result<Response, PageError> {
    let mut whole = described();
    for room in &ctx.app().rooms {
        whole.merge((room.openapi)());
    }
    let json = whole.to_json().map_err(arpent_store::StoreError::from)?;
    let cache = [
        (header::CACHE_CONTROL, "public, max-age=300"),
        (header::CONTENT_TYPE, "application/json"),
    ];
    Ok((cache, json).into_response())
}

#[derive(Template)]
#[template(path = "public/problems.html")]
struct ProblemsPage {
    shell: Shell,
    problems: Vec<Kind>,
}

/// One kind of problem.
struct Kind {
    code: &'static str,
    status: u16,
    what: &'static str,
    why: String,
    next: &'static str,
}

/// The kinds of problems, in words.
pub async fn problems(ctx: Ctx) -> Result<Response, PageError> {
    let t = ctx.t();
    let kind = |code, status, what, why: &str, next| Kind {
        code,
        status,
        what,
        why: why.to_owned(),
        next,
    };
    let problems = vec![
        kind(
            "unreadable",
            400,
            t.error_unreadable(),
            t.error_unreadable_why(),
            t.error_unreadable_next(),
        ),
        kind(
            "sign-in",
            401,
            t.error_sign_in(),
            t.error_sign_in_why(),
            t.error_sign_in_next(),
        ),
        kind(
            "forbidden",
            403,
            t.error_forbidden(),
            t.error_forbidden_why(),
            t.error_forbidden_next(),
        ),
        kind(
            "cross-site",
            403,
            t.error_cross_site(),
            t.error_cross_site_why(),
            t.error_cross_site_next(),
        ),
        kind(
            "not-found",
            404,
            t.error_not_found(),
            t.error_not_found_why(),
            t.error_not_found_next(),
        ),
        kind(
            "conflict",
            409,
            t.error_conflict(),
            t.error_conflict_why(),
            t.error_conflict_next(),
        ),
        kind("gate", 409, t.error_gate(), t.error_gate_why(), t.error_gate_next()),
        kind(
            "rule",
            409,
            t.error_rule(),
            t.problems_rule_why(),
            t.problems_rule_next(),
        ),
        kind(
            "too-large",
            413,
            t.error_too_large(),
            t.error_too_large_why(),
            t.error_too_large_next(),
        ),
        kind(
            "invalid",
            422,
            t.error_invalid(),
            t.error_invalid_why(),
            t.problems_invalid_next(),
        ),
        kind(
            "too-many",
            429,
            t.error_too_many(),
            &t.error_too_many_why(60),
            t.problems_too_many_next(),
        ),
        kind(
            "internal",
            500,
            t.error_internal(),
            t.error_internal_why(),
            t.error_internal_next(),
        ),
        kind(
            "too-slow",
            503,
            t.error_too_slow(),
            t.error_too_slow_why(),
            t.error_too_slow_next(),
        ),
    ];
    page(&ProblemsPage {
        shell: ctx.shell(t.problems_title(), vec![]),
        problems,
    })
}
