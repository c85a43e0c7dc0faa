//! What the instance does later: what failed, why, and trying again.

use arpent_core::{Event, Id, Scope};
use arpent_store::jobs::{self, Job};
use arpent_texts::datetime;
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use uuid::Uuid;

use super::{crumbs, figure};
use crate::caller::Caller;
use crate::context::Ctx;
use crate::identity::MANAGE_JOBS;
use crate::public::health::JOB_STATES;
use crate::refusal::Refusal;
use crate::respond::{PageError, done, page};
use crate::routes::{Access, Routes};
use crate::shell::Shell;

/// As many as a person reads; the failed ones come first.
const SHOWN: i64 = 100;

pub(super) fn routes() -> Routes {
    Routes::new().get("/admin/taches", Access::Needs(MANAGE_JOBS), show).post(
        "/admin/taches/{id}/reprendre",
        Access::Needs(MANAGE_JOBS),
        again,
    )
}

/// Tries a failed job again.
///
/// # Errors
/// Not allowed, or it is not a failed one.
pub async fn retry(caller: &Caller, job: Uuid) -> Result<(), Refusal> {
    let tx = caller.begin(MANAGE_JOBS, Scope::Instance).await?;
    if !jobs::again(&tx, job, caller.now()).await? {
        return Err(Refusal::NotFound);
    }
    tx.commit(Event::new("job.retried", "job", Id::<Job>::from_uuid(job))).await?;
    Ok(())
}

#[derive(Template)]
#[template(path = "admin/jobs.html")]
struct JobsPage {
    shell: Shell,
    counts: Vec<Count>,
    jobs: Vec<Line>,
}

struct Count {
    label: String,
    value: String,
}

struct Line {
    id: Uuid,
    kind: String,
    state: String,
    meaning: &'static str,
    failed: bool,
    attempts: String,
    asked: String,
    next: Option<String>,
    error: Option<String>,
}

async fn show(ctx: Ctx) -> Result<Response, PageError> {
    let mut counts = Vec::new();
    for state in JOB_STATES {
        let value = figure(&ctx, jobs::count(&ctx.db, state).await?);
        counts.push(Count { label: state_name(&ctx, state), value });
    }
    let jobs = jobs::latest(&ctx.db, SHOWN).await?;
    let jobs = jobs.into_iter().map(|job| line(&ctx, job)).collect();
    page(&JobsPage { shell: ctx.shell(ctx.t().jobs_title(), crumbs(&ctx)), counts, jobs })
}

fn state_name(ctx: &Ctx, state: &str) -> String {
    ctx.t().say(&format!("job-{state}")).map_or_else(|| state.to_owned(), Into::into)
}

fn line(ctx: &Ctx, job: Job) -> Line {
    let t = ctx.t();
    Line {
        id: job.id,
        kind: t.say(&format!("job-kind-{}", job.kind.replace(['.', '_'], "-"))).map_or(job.kind, Into::into),
        state: state_name(ctx, &job.state),
        meaning: match job.state.as_str() {
            "failed" => "danger",
            "done" => "success",
            _ => "info",
        },
        failed: job.state == "failed",
        attempts: t.job_attempts(job.attempts),
        asked: datetime(ctx.lang, job.created_at),
        next: (job.state == "queued").then(|| datetime(ctx.lang, job.run_at)),
        error: job.last_error,
    }
}

async fn again(ctx: Ctx, Path(job): Path<Uuid>) -> Result<Response, PageError> {
    retry(&ctx, job).await?;
    ctx.app().bell.notify_one();
    Ok(done(&ctx, "/admin/taches", ctx.t().job_retried()))
}
