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
    let cache = [(header::CACHE_CONTROL, "public, max-age=300"), (header::CONTENT_TYPE, "application/json")];
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
    why: &'static str,
    next: &'static str,
}

/// Codes of problems with their status, in the order of the statuses.
const KINDS: [(&str, u16); 14] = [
    ("unreadable", 400),
    ("sign-in", 401),
    ("forbidden", 403),
    ("cross-site", 403),
    ("not-found", 404),
    ("conflict", 409),
    ("gate", 409),
    ("rule", 409),
    ("too-large", 413),
    ("invalid", 422),
    ("too-many", 429),
    ("internal", 500),
    ("too-slow", 503),
    ("not-kept", 507),
];

/// The kinds of problems, in words: those a person reads, unless a program needs others.
pub async fn problems(ctx: Ctx) -> Result<Response, PageError> {
    let t = ctx.t();
    let say = |code: &str, part: &str| {
        let for_programs = t.say(&format!("problems-{code}{part}"));
        for_programs.or_else(|| t.say(&format!("error-{code}{part}"))).unwrap_or_default()
    };
    let kind =
        |(code, status)| Kind { code, status, what: say(code, ""), why: say(code, "-why"), next: say(code, "-next") };
    page(&ProblemsPage {
        shell: ctx.shell(t.problems_title(), vec![]),
        problems: KINDS.into_iter().map(kind).collect(),
    })
}

#[cfg(test)]
mod tests {
    use arpent_texts::Lang;

    use super::KINDS;
    use crate::texts::Texts;

    #[test]
    fn every_kind_of_problem_has_its_words() {
        let t = Texts::new(Lang::Fr);
        for (code, _) in KINDS {
            for part in ["", "-why", "-next"] {
                let said = ["problems", "error"].iter().any(|word| t.say(&format!("{word}-{code}{part}")).is_some());
                assert!(said, "{code}{part}");
            }
        }
    }
}
