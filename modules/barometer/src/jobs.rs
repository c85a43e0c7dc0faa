//! What this module does later.

use arpent_core::{Event, Id};
use arpent_store::{Author, StoreError};
use arpent_web::app::App;
use arpent_web::module::JobError;
use arpent_web::{JobHandler, Pending};
use jiff::SignedDuration;
use serde_json::Value as Json;

use crate::commands::alerts;
use crate::commands::invitations::{Round, send};
use crate::domain::import::Done;
use crate::domain::wave::Wave;
use crate::store::imports::{self, ImportState};
use crate::store::invitations;

/// Kind of the job that sends letters.
pub(crate) const SEND: &str = "barometer.invite";
/// Kind of the job that forgets the addresses of a wave that is over.
pub(crate) const FORGET: &str = "barometer.forget";
/// Kind of the job that forgets files nobody came back for.
pub(crate) const TIDY: &str = "barometer.tidy";
/// Kind of the job that looks at the places of an open wave.
pub(crate) const WATCH: &str = "barometer.watch";

/// A file that waits is forgotten after so long.
pub(crate) const WAITS: SignedDuration = SignedDuration::from_hours(24);

/// Every job of this module.
pub(crate) const HANDLERS: &[JobHandler] = &[
    JobHandler { kind: SEND, run: run_send },
    JobHandler { kind: FORGET, run: run_forget },
    JobHandler { kind: TIDY, run: run_tidy },
    JobHandler { kind: WATCH, run: run_watch },
];

fn read_wave(payload: &Json) -> Result<Id<Wave>, JobError> {
    Ok(payload.get("wave").and_then(Json::as_str).unwrap_or("").parse()?)
}

fn run_send<'a>(app: &'a App, payload: &'a Json) -> Pending<'a, Result<(), JobError>> {
    Box::pin(async move {
        let reminder = payload.get("round").and_then(Json::as_str) == Some(Round::Reminder.code());
        send(app, read_wave(payload)?, if reminder { Round::Reminder } else { Round::First }).await
    })
}

fn run_forget<'a>(app: &'a App, payload: &'a Json) -> Pending<'a, Result<(), JobError>> {
    Box::pin(async move {
        let wave = read_wave(payload)?;
        let tx = app.db.begin(machine(app)).await?;
        let forgotten = invitations::forget(&tx, wave).await?;
        tx.commit(Event::new("invitations.forgotten", "wave", wave).with("invitations", forgotten)).await?;
        Ok(())
    })
}

fn run_watch<'a>(app: &'a App, payload: &'a Json) -> Pending<'a, Result<(), JobError>> {
    Box::pin(async move { Ok(alerts::watch(app, read_wave(payload)?).await?) })
}

fn run_tidy<'a>(app: &'a App, _: &'a Json) -> Pending<'a, Result<(), JobError>> {
    Box::pin(async move { Ok(tidy(app).await?) })
}

async fn tidy(app: &App) -> Result<(), StoreError> {
    let now = app.clock.now();
    let tx = app.db.begin(machine(app)).await?;
    for import in imports::older_than(&tx, now.checked_sub(WAITS).unwrap_or(now)).await? {
        imports::end(&tx, &import, ImportState::Forgotten, Done::default()).await?;
    }
    tx.keep_house("files nobody came back for are forgotten").await
}

fn machine(app: &App) -> Author {
    Author { person: None, role: "system", at: app.clock.now() }
}
