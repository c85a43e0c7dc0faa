//! What this module does later.

use arpent_web::app::App;
use arpent_web::module::JobError;
use arpent_web::{JobHandler, Pending};
use serde_json::Value as Json;

use crate::commands::runs::work;

/// Kind of the job that counts.
pub(crate) const COUNT_JOB: &str = "budget.count";

/// Every job of this module.
pub(crate) const HANDLERS: &[JobHandler] = &[JobHandler { kind: COUNT_JOB, run: run_count }];

fn run_count<'a>(app: &'a App, payload: &'a Json) -> Pending<'a, Result<(), JobError>> {
    Box::pin(async move {
        let read = |key: &str| payload.get(key).and_then(Json::as_str).unwrap_or("");
        Ok(work(app, read("budget").parse()?, read("run").parse()?).await?)
    })
}
