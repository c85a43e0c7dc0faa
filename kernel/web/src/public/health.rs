//! The state of the service, for what watches it.

use std::fmt::Write as _;

use arpent_store::{Reads as _, args, jobs, statements};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use ring::digest;
use serde_json::json;

use crate::context::Ctx;
use crate::refusal::Refusal;
use crate::respond::PageError;

statements! {
    ALIVE = "SELECT 1 AS value";
    SIZE = "SELECT page_count * page_size AS value FROM pragma_page_count(), pragma_page_size()",
        postgres: "SELECT pg_database_size(current_database()) AS value";
}

/// States of a job, in the order of its life.
pub(crate) const JOB_STATES: [&str; 4] = ["queued", "running", "failed", "done"];

/// Says whether the database answers. A balancer takes this process out when it does not.
pub async fn health(ctx: Ctx) -> Response {
    let alive = ctx.db.one::<i64>(&ALIVE, args![]).await;
    let (status, word) =
        if alive.is_ok() { (StatusCode::OK, "ok") } else { (StatusCode::SERVICE_UNAVAILABLE, "unreachable") };
    let body = json!({"status": word, "database": word, "version": env!("CARGO_PKG_VERSION")});
    (status, [(header::CONTENT_TYPE, "application/json")], body.to_string()).into_response()
}

/// Counters for Prometheus, for whoever holds the token of the configuration.
pub async fn metrics(ctx: Ctx, headers: HeaderMap) -> Result<Response, PageError> {
    // Whoever has no token learns nothing, not even that there is something to read.
    if !is_collector(&ctx, &headers) {
        return Err(Refusal::NotFound.into());
    }
    let mut text = ctx.app().metrics.text();
    text.push_str("# HELP arpent_jobs Jobs by state.\n# TYPE arpent_jobs gauge\n");
    for state in JOB_STATES {
        let count = jobs::count(&ctx.db, state).await?;
        let _ = writeln!(text, "arpent_jobs{{state=\"{state}\"}} {count}");
    }
    let size: i64 = ctx.db.one(&SIZE, args![]).await?;
    let _ = write!(
        text,
        "# HELP arpent_database_bytes Size of the database.\n# TYPE arpent_database_bytes gauge\narpent_database_bytes {size}\n"
    );
    Ok(([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response())
}

fn is_collector(ctx: &Ctx, headers: &HeaderMap) -> bool {
    let given = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "));
    let hash = |token: &str| digest::digest(&digest::SHA256, token.as_bytes());
    // Hashes are compared, so that the time taken says nothing of the token.
    match (&ctx.app().config.metrics_token, given) {
        (Some(token), Some(given)) => hash(token).as_ref() == hash(given).as_ref(),
        _ => false,
    }
}
