//! What this module does later.

use arpent_store::{Author, StoreError};
use arpent_web::app::App;
use arpent_web::module::JobError;
use arpent_web::{JobHandler, Pending};
use serde_json::Value as Json;

use crate::commands::imports::WAITS;
use crate::commands::observations::judge_due;
use crate::store::imports;

/// Kind of the job that forgets files nobody came back for.
pub(crate) const TIDY: &str = "mapping.tidy";
/// Kind of the job that counts what peers said once the days are over.
pub(crate) const JUDGE: &str = "mapping.judge";

/// Every job of this module.
pub(crate) const HANDLERS: &[JobHandler] =
    &[JobHandler { kind: TIDY, run: run_tidy }, JobHandler { kind: JUDGE, run: run_judge }];

fn run_tidy<'a>(app: &'a App, _: &'a Json) -> Pending<'a, Result<(), JobError>> {
    Box::pin(async move { Ok(tidy(app).await?) })
}

async fn tidy(app: &App) -> Result<(), StoreError> {
    let now = app.clock.now();
    let tx = app.db.begin(Author { person: None, role: "system", at: now }).await?;
    for id in imports::older_than(&tx, now.checked_sub(WAITS).unwrap_or(now)).await? {
        if let Some(import) = imports::by_id(&tx, id).await? {
            imports::forget(&tx, &import).await?;
        }
    }
    tx.keep_house("what nobody came back for is forgotten").await
}

fn run_judge<'a>(app: &'a App, payload: &'a Json) -> Pending<'a, Result<(), JobError>> {
    Box::pin(async move {
        let object = payload.get("object").and_then(Json::as_str).unwrap_or("").parse()?;
        Ok(judge_due(app, object).await?)
    })
}
