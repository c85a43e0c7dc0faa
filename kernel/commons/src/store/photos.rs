//! Who may see a photograph: whoever may read its contribution.

use arpent_store::{Reads, StoreError, args, statements};
use uuid::Uuid;

statements! {
    PUBLISHED = "SELECT COUNT(*) AS value FROM contribution WHERE photo = $1 AND state = 'published'";
}

/// Its contribution is published.
///
/// # Errors
/// The database does not answer.
pub async fn is_published(src: &impl Reads, photo: Uuid) -> Result<bool, StoreError> {
    Ok(src.one::<i64>(&PUBLISHED, args![photo]).await? > 0)
}
