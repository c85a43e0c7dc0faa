//! What this module does later.

use arpent_core::Id;
use arpent_web::app::App;
use arpent_web::module::JobError;
use arpent_web::{JobHandler, Pending};
use serde_json::Value as Json;

use crate::commands::letters;
use crate::domain::charter::Version;

/// Kind of the job that invites the signatories of the last version.
pub(crate) const INVITE: &str = "charter.invite";
/// Kind of the job that says that a version ends soon.
pub(crate) const ALERT: &str = "charter.alert";
/// Kind of the job that reminds signatories of the year that ended.
pub(crate) const REMIND: &str = "charter.remind";

/// Every job of this module.
pub(crate) const HANDLERS: &[JobHandler] = &[
    JobHandler { kind: INVITE, run: run_invite },
    JobHandler { kind: ALERT, run: run_alert },
    JobHandler { kind: REMIND, run: run_remind },
];

fn version(payload: &Json) -> Result<Id<Version>, JobError> {
    Ok(payload.get("version").and_then(Json::as_str).unwrap_or("").parse()?)
}

fn run_invite<'a>(app: &'a App, payload: &'a Json) -> Pending<'a, Result<(), JobError>> {
    Box::pin(async move { Ok(letters::invite(app, version(payload)?).await?) })
}

fn run_alert<'a>(app: &'a App, payload: &'a Json) -> Pending<'a, Result<(), JobError>> {
    Box::pin(async move { Ok(letters::alert(app, version(payload)?).await?) })
}

fn run_remind<'a>(app: &'a App, payload: &'a Json) -> Pending<'a, Result<(), JobError>> {
    Box::pin(async move { Ok(letters::remind(app, version(payload)?).await?) })
}
