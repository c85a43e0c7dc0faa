//! What this room does later.

use arpent_core::{Event, Id};
use arpent_store::Author;
use arpent_store::jobs::NewJob;
use arpent_web::app::App;
use arpent_web::module::JobError;
use arpent_web::{Caller, JobHandler, Pending};
use serde_json::{Value as Json, json};

use crate::domain::meetings::Meeting;
use crate::store::{meetings, notes, sign_ups};

/// Kind of the job that erases who signed up for a meeting that is over.
const FORGET: &str = "meeting.forget";

/// Every job of this room.
pub(crate) const HANDLERS: &[JobHandler] = &[JobHandler { kind: FORGET, run: forget }];

/// Asks for it at the time announced; a meeting that moves asks again.
pub(crate) fn forget_later(caller: &Caller, meeting: &Meeting) -> NewJob {
    let run_at = meeting.forgets_at();
    NewJob {
        id: caller.id::<NewJob>().uuid(),
        kind: FORGET,
        payload: json!({ "meeting": meeting.id }),
        unique_key: Some(format!("{FORGET}-{}-{run_at}", meeting.id)),
        run_at,
    }
}

fn forget<'a>(app: &'a App, payload: &'a Json) -> Pending<'a, Result<(), JobError>> {
    Box::pin(async move {
        let id: Id<Meeting> = payload.get("meeting").and_then(Json::as_str).unwrap_or("").parse()?;
        let now = app.clock.now();
        let Some(row) = meetings::by_id(&app.db, id).await? else { return Ok(()) };
        // It was moved since: the job of its new day will come.
        if now < row.meeting.forgets_at() {
            return Ok(());
        }
        let tx = app.db.begin(Author { person: None, role: "system", at: now }).await?;
        let forgotten = sign_ups::forget_all(&tx, id).await?;
        let photos = notes::forget_photos(&tx, id).await?;
        if forgotten + photos > 0 {
            let event = Event::new("meeting.forgotten", "meeting", id).within(row.meeting.initiative);
            tx.commit(event.with("sign_ups", forgotten).with("photos", photos)).await?;
        }
        Ok(())
    })
}
