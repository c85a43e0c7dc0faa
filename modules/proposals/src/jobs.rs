//! What this module does later.

use arpent_store::{Author, Db, StoreError};
use arpent_web::app::App;
use arpent_web::module::JobError;
use arpent_web::{JobHandler, Lang, Pending, identity};
use jiff::Timestamp;
use serde_json::Value as Json;

use crate::commands::imports::resume;
use crate::commands::photos::WAITS;
use crate::store::imports::ImportState;
use crate::store::{imports, photos};

/// Kind of the job that imports a confirmed file.
pub(crate) const IMPORT: &str = "proposals.import";
/// Kind of the job that forgets files and photographs nobody came back for.
pub(crate) const TIDY: &str = "proposals.tidy";

/// Every job of this module.
pub(crate) const HANDLERS: &[JobHandler] =
    &[JobHandler { kind: IMPORT, run: run_import }, JobHandler { kind: TIDY, run: run_tidy }];

fn run_import<'a>(app: &'a App, payload: &'a Json) -> Pending<'a, Result<(), JobError>> {
    Box::pin(async move {
        let read = |key: &str| payload.get(key).and_then(Json::as_str).unwrap_or("");
        let Some(import) = imports::by_id(&app.db, read("import").parse()?).await? else { return Ok(()) };
        let Some(person) = import.person else { return Ok(()) };
        if !matches!(import.state, ImportState::Running | ImportState::Failed) {
            return Ok(());
        }
        // Whoever confirmed may have lost the right since: the job acts as she may act now.
        let actor = identity::actor_of(&app.db, person).await?;
        resume(&app.caller(actor, Lang::parse(read("lang")).unwrap_or_default()), &import).await?;
        Ok(())
    })
}

fn run_tidy<'a>(app: &'a App, _: &'a Json) -> Pending<'a, Result<(), JobError>> {
    Box::pin(async move { Ok(tidy(&app.db, app.clock.now()).await?) })
}

async fn tidy(db: &Db, now: Timestamp) -> Result<(), StoreError> {
    let before = now.checked_sub(WAITS).unwrap_or(now);
    let tx = db.begin(Author { person: None, role: "system", at: now }).await?;
    for file in photos::older_than(&tx, before).await? {
        photos::forget(&tx, file).await?;
    }
    for id in imports::older_than(&tx, before).await? {
        if let Some(import) = imports::by_id(&tx, id).await? {
            imports::forget(&tx, &import).await?;
        }
    }
    tx.keep_house("what nobody came back for is forgotten").await
}
