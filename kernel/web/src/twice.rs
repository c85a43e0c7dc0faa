//! A button pressed twice is one act. Without scripts nothing greys a button out: the browser drops the first answer and
//! sends the form again. The second sending waits for the first and is led where it led.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use arpent_core::digest::sha256_of;
use arpent_store::carry_count;
use axum::extract::{Request, State};
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use jiff::{SignedDuration, Timestamp};
use tracing::Instrument as _;
use uuid::Uuid;

use crate::app::App;
use crate::context::Ctx;
use crate::typed;

/// Two identical sendings closer than this come from one intention; whoever repeats herself reads the page in between.
const WINDOW: SignedDuration = SignedDuration::from_secs(5);
/// Sessions remembered before those whose act is old are let go.
const REMEMBERED: usize = 256;

/// The last act of each session, in the memory of this process only.
#[derive(Debug, Default)]
pub struct Twice(Mutex<HashMap<Uuid, Arc<Slot>>>);

/// Held while an act runs, so that its double waits.
type Slot = tokio::sync::Mutex<Option<Act>>;

/// An act that led somewhere. A form to correct is no act: sending it again is answered anew.
#[derive(Debug)]
struct Act {
    form: String,
    at: Timestamp,
    leads: HeaderMap,
}

impl Twice {
    fn slot(&self, session: Uuid, now: Timestamp) -> Arc<Slot> {
        let mut slots = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if slots.len() >= REMEMBERED {
            // One that is held is at work.
            slots.retain(|_, slot| {
                slot.try_lock().map_or(true, |act| act.as_ref().is_some_and(|act| act.is_fresh(now)))
            });
        }
        Arc::clone(slots.entry(session).or_default())
    }
}

impl Act {
    fn is_fresh(&self, now: Timestamp) -> bool {
        now.duration_since(self.at) < WINDOW
    }

    fn of(response: &Response, form: String, at: Timestamp) -> Option<Self> {
        let leads = response.headers().iter().filter(|(name, _)| matches!(**name, LOCATION | SET_COOKIE));
        let leads = leads.map(|(name, value)| (name.clone(), value.clone()));
        (response.status() == StatusCode::SEE_OTHER).then(|| Self { form, at, leads: leads.collect() })
    }
}

/// Lets a form through once. Forms sent without an account carry their own key; programs send theirs (`Idempotency-Key`).
pub(crate) async fn once(State(app): State<Arc<App>>, ctx: Ctx, request: Request, next: Next) -> Response {
    let session = ctx.request().signed_in.as_ref().map(|signed_in| signed_in.session);
    let (Some(session), true) = (session, typed::is_short_form(&request)) else { return next.run(request).await };
    let (request, sent) = typed::buffer(request).await;
    let form = sha256_of([request.uri().path().as_bytes(), b"\0", &sent]);
    let slot = app.twice.slot(session, ctx.now());
    let act = async move {
        let mut last = slot.lock().await;
        if let Some(act) = last.as_ref().filter(|act| act.form == form && act.is_fresh(ctx.now())) {
            return (StatusCode::SEE_OTHER, act.leads.clone()).into_response();
        }
        let response = next.run(request).await;
        *last = Act::of(&response, form, ctx.now());
        response
    };
    // An act that was begun is finished, even when its browser has dropped it for the second press.
    let running = tokio::spawn(carry_count(act).in_current_span());
    running.await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}
