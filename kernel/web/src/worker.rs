//! Runs the jobs of this process until told to stop.

use std::sync::Arc;
use std::time::Duration;

use arpent_store::{StoreError, jobs};
use tokio::sync::watch;

use crate::app::App;

/// An idle process looks for jobs asked for by others this often.
const IDLE: Duration = Duration::from_secs(2);
/// Housekeeping happens this often.
const TIDY_EVERY: Duration = Duration::from_mins(5);

/// Works until `stop` becomes true; the job under way is finished first.
pub async fn work(app: Arc<App>, mut stop: watch::Receiver<bool>) {
    let mut tidied: Option<tokio::time::Instant> = None;
    while !*stop.borrow() {
        if tidied.is_none_or(|at| at.elapsed() > TIDY_EVERY) {
            tidied = Some(tokio::time::Instant::now());
            app.limits.tidy();
            note(jobs::tidy(&app.db, app.clock.now()).await);
            note(crate::identity::tidy(&app).await);
            // Another process may have changed them.
            note(app.settings.refresh(&app.db).await);
        }
        match run_one(&app).await {
            Ok(true) => {}
            outcome => {
                note(outcome.map(drop));
                tokio::select! {
                    () = app.bell.notified() => {}
                    () = tokio::time::sleep(IDLE) => {}
                    _ = stop.changed() => {}
                }
            }
        }
    }
}

fn note(outcome: Result<(), StoreError>) {
    if let Err(error) = outcome {
        tracing::error!(%error, "the worker could not reach the database");
    }
}

/// Runs the next due job; `false` when there is none.
///
/// # Errors
/// The database does not answer. A job that fails is not an error: it will be tried again.
pub async fn run_one(app: &App) -> Result<bool, StoreError> {
    let Some(job) = jobs::claim(&app.db, app.clock.now()).await? else {
        return Ok(false);
    };
    let handler = app.rooms.iter().flat_map(|room| room.jobs).find(|handler| handler.kind == job.kind);
    let outcome = match handler {
        Some(handler) => (handler.run)(app, &job.payload).await,
        None => Err(format!("no room runs jobs of kind {}", job.kind).into()),
    };
    match outcome {
        Ok(()) => jobs::done(&app.db, job.id, app.clock.now()).await?,
        Err(error) => {
            tracing::warn!(job = %job.id, kind = job.kind, attempts = job.attempts, %error, "a job failed");
            jobs::failed(&app.db, &job, &error.to_string(), app.clock.now()).await?;
        }
    }
    Ok(true)
}

/// Runs everything due, for tests and the demonstration.
///
/// # Errors
/// The database does not answer.
pub async fn run_all(app: &App) -> Result<(), StoreError> {
    while run_one(app).await? {}
    Ok(())
}
