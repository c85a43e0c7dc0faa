//! What this module does later.

use arpent_core::Id;
use arpent_store::Author;
use arpent_store::jobs::NewJob;
use arpent_web::app::App;
use arpent_web::module::JobError;
use arpent_web::{Caller, JobHandler, Pending};
use serde_json::{Value as Json, json};

use crate::domain::shift::Shift;
use crate::store::{shifts, volunteers};

/// Kind of the job that erases who signed up for a shift that is over.
const FORGET: &str = "worksite.forget";

/// Every job of this module.
pub(crate) const HANDLERS: &[JobHandler] = &[JobHandler { kind: FORGET, run: forget }];

/// Asks for it at the time announced; a shift that moves asks again.
pub(crate) fn forget_later(caller: &Caller, shift: &Shift) -> NewJob {
    let run_at = shift.forgets_at();
    NewJob {
        id: caller.id::<NewJob>().uuid(),
        kind: FORGET,
        payload: json!({ "shift": shift.id }),
        unique_key: Some(format!("{FORGET}-{}-{run_at}", shift.id)),
        run_at,
    }
}

fn forget<'a>(app: &'a App, payload: &'a Json) -> Pending<'a, Result<(), JobError>> {
    Box::pin(async move {
        let id: Id<Shift> = payload.get("shift").and_then(Json::as_str).unwrap_or("").parse()?;
        let now = app.clock.now();
        let Some(row) = shifts::by_id(&app.db, id).await? else { return Ok(()) };
        // It was moved since: the job of its new day will come.
        if now < row.shift.forgets_at() {
            return Ok(());
        }
        let tx = app.db.begin(Author { person: None, role: "system", at: now }).await?;
        let forgotten = volunteers::forget_all(&tx, id).await?;
        if forgotten > 0 {
            let event = arpent_core::Event::new("worksite.forgotten", "worksite_shift", id).within(row.initiative);
            tx.commit(event.with("sign_ups", forgotten)).await?;
        }
        Ok(())
    })
}
