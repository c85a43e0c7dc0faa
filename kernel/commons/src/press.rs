//! The press: documents to print made away from the threads that answer pages, one at a time, within a time, kept a while.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use arpent_core::digest::sha256;
use arpent_pdf::{Document, Limits, PdfError, render};
use arpent_store::StoreError;
use arpent_web::Refusal;
use arpent_web::respond::download;
use axum::body::Bytes;
use axum::response::Response;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::timeout;

use crate::texts::Texts;

/// How long a reader waits for her turn, then for her document.
const PATIENCE: Duration = Duration::from_secs(20);
/// Documents kept in memory, a few hundred kilobytes each: those that are read these days.
const KEPT: usize = 12;

/// One document at a time, whatever the number of readers: what rendering costs is bounded.
static TURN: Semaphore = Semaphore::const_new(1);
static SHELF: Mutex<VecDeque<(String, Bytes)>> = Mutex::new(VecDeque::new());

/// Says stop when nobody waits any more.
struct Waiting(Arc<AtomicBool>);

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// The document as a file of that name. It is kept under the fingerprint of all that it prints: two readers who may not
/// read the same things never share one.
///
/// # Errors
/// Too long, or not ready within twenty seconds.
pub async fn printed(name: &str, document: Document) -> Result<Response, Refusal> {
    let values = serde_json::to_string(&document).map_err(StoreError::from)?;
    let key = sha256(&values);
    let bytes = match on_shelf(&key) {
        Some(bytes) => bytes,
        None => made(key, document).await?,
    };
    Ok(download(name, "application/pdf", bytes))
}

async fn made(key: String, document: Document) -> Result<Bytes, Refusal> {
    let turn = timeout(PATIENCE, TURN.acquire()).await.map_err(|_| late())?.map_err(|_| late())?;
    // Whoever waited behind the same document finds it made.
    if let Some(bytes) = on_shelf(&key) {
        return Ok(bytes);
    }
    let stop = Arc::new(AtomicBool::new(false));
    let _waiting = Waiting(Arc::clone(&stop));
    let work = tokio::task::spawn_blocking(move || pressed(&document, &stop, turn));
    let made = timeout(PATIENCE, work).await.map_err(|_| late())?;
    let bytes = made.map_err(|error| unwritten(&error))?.map_err(|error| refusal(&error))?;
    shelve(key, bytes.clone());
    Ok(bytes)
}

/// The turn ends with the work, even when nobody waits for it any more.
fn pressed(document: &Document, stop: &AtomicBool, turn: SemaphorePermit<'static>) -> Result<Bytes, PdfError> {
    let made = render(document, Limits::default(), &|| stop.load(Ordering::Relaxed));
    drop(turn);
    made.map(Bytes::from)
}

fn refusal(error: &PdfError) -> Refusal {
    match error {
        PdfError::TooLong => Refusal::rule(error.code(), |l| Texts::new(l).print_too_long().into()),
        PdfError::Stopped => late(),
        PdfError::Unwritten(_) => unwritten(error),
    }
}

fn late() -> Refusal {
    Refusal::rule("pdf-late", |l| Texts::new(l).print_late().into())
}

/// A document that this server could not write: our fault, told as such.
pub fn unwritten(error: &impl ToString) -> Refusal {
    Refusal::Store(StoreError::Unreadable { column: "pdf".to_owned(), value: error.to_string() })
}

fn on_shelf(key: &str) -> Option<Bytes> {
    let shelf = SHELF.lock().unwrap_or_else(PoisonError::into_inner);
    shelf.iter().find(|(known, _)| known == key).map(|(_, bytes)| bytes.clone())
}

fn shelve(key: String, bytes: Bytes) {
    let mut shelf = SHELF.lock().unwrap_or_else(PoisonError::into_inner);
    shelf.push_back((key, bytes));
    if shelf.len() > KEPT {
        shelf.pop_front();
    }
}
