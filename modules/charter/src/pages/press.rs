//! Documents to print: made away from the threads that answer pages, one at a time, within a time.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use arpent_pdf::{Document, Limits, PdfError, render};
use arpent_store::StoreError;
use arpent_web::Refusal;
use arpent_web::respond::download;
use axum::response::Response;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::texts::Texts;

/// How long a reader waits.
const PATIENCE: Duration = Duration::from_secs(20);

/// Whatever the number of readers, what rendering costs is bounded.
static TURN: Semaphore = Semaphore::const_new(1);

/// Says stop when the reader went away.
struct Here(Arc<AtomicBool>);

impl Drop for Here {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// The document as a file.
///
/// # Errors
/// Too long, or too slow.
pub(super) async fn printed(name: &str, document: Document) -> Result<Response, Refusal> {
    let turn = timeout(PATIENCE, TURN.acquire()).await.map_err(|_| late())?.map_err(|_| late())?;
    let gone = Arc::new(AtomicBool::new(false));
    let _here = Here(Arc::clone(&gone));
    let work = tokio::task::spawn_blocking(move || {
        let made = render(&document, Limits::default(), &|| gone.load(Ordering::Relaxed));
        drop(turn);
        made
    });
    let made = timeout(PATIENCE, work).await.map_err(|_| late())?;
    let bytes = made.map_err(|error| unwritten(&error))?.map_err(|error| refusal(&error))?;
    Ok(download(name, "application/pdf", bytes))
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

fn unwritten(error: &impl ToString) -> Refusal {
    Refusal::Store(StoreError::Unreadable { column: "pdf".to_owned(), value: error.to_string() })
}
