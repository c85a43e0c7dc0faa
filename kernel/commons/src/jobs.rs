//! What this room does later.

use arpent_core::{Event, Id};
use arpent_store::Author;
use arpent_store::jobs::NewJob;
use arpent_web::app::App;
use arpent_web::module::JobError;
use arpent_web::{Caller, JobHandler, Pending};
use jiff::Timestamp;
use serde_json::{Value as Json, json};

use crate::commands::addresses;
use crate::domain::confirmation::KEPT_FOR;
use crate::domain::contribution::Contribution;
use crate::domain::meetings::Meeting;
use crate::store::{meetings, notes, sign_ups};

/// Kind of the job that erases who signed up for a meeting that is over.
const FORGET: &str = "meeting.forget";

/// Kind of the job that forgets an address nobody confirmed.
const UNCONFIRMED: &str = "address.forget";

/// Every job of this room.
pub(crate) const HANDLERS: &[JobHandler] =
    &[JobHandler { kind: FORGET, run: forget }, JobHandler { kind: UNCONFIRMED, run: forget_unconfirmed }];

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

/// Asks for it when an address is left that may be someone else's.
pub(crate) fn forget_unconfirmed_later(caller: &Caller, said: Id<Contribution>) -> NewJob {
    NewJob {
        id: caller.id::<NewJob>().uuid(),
        kind: UNCONFIRMED,
        payload: json!({ "contribution": said }),
        unique_key: Some(format!("{UNCONFIRMED}-{said}")),
        run_at: caller.now().checked_add(KEPT_FOR).unwrap_or(Timestamp::MAX),
    }
}

fn forget_unconfirmed<'a>(app: &'a App, payload: &'a Json) -> Pending<'a, Result<(), JobError>> {
    Box::pin(async move {
        let said: Id<Contribution> = payload.get("contribution").and_then(Json::as_str).unwrap_or("").parse()?;
        let tx = app.db.begin(Author { person: None, role: "system", at: app.clock.now() }).await?;
        Ok(addresses::forget_unconfirmed(tx, said).await?)
    })
}
