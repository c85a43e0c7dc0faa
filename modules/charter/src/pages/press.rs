//! Documents to print, as files; why there is none, in the reader's words.

use arpent_pdf::{Document, PdfError, press};
use arpent_store::StoreError;
use arpent_web::Refusal;
use arpent_web::respond::download;
use axum::response::Response;

use crate::texts::Texts;

/// The document as a file.
///
/// # Errors
/// Too long, or too slow.
pub(super) async fn printed(name: &str, document: Document) -> Result<Response, Refusal> {
    let bytes = press::printed(document).await.map_err(|error| refusal(&error))?;
    Ok(download(name, "application/pdf", bytes))
}

fn refusal(error: &PdfError) -> Refusal {
    match error {
        PdfError::TooLong => Refusal::rule(error.code(), |l| Texts::new(l).print_too_long().into()),
        PdfError::Stopped => Refusal::rule("pdf-late", |l| Texts::new(l).print_late().into()),
        PdfError::Unwritten(_) => {
            Refusal::Store(StoreError::Unreadable { column: "pdf".to_owned(), value: error.to_string() })
        }
    }
}
