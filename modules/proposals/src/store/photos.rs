//! Photographs waiting for the last screen of the form.

use arpent_store::files::StoredFile;
use arpent_store::{Reads, StoreError, Tx, args, files, statements};
use jiff::Timestamp;
use uuid::Uuid;

statements! {
    ADD = "INSERT INTO proposals_pending_photo (file, created_at) VALUES ($1, $2)";
    IS_PENDING = "SELECT COUNT(*) AS value FROM proposals_pending_photo WHERE file = $1";
    REMOVE = "DELETE FROM proposals_pending_photo WHERE file = $1";
    OLD = "SELECT file AS value FROM proposals_pending_photo WHERE created_at < $1";
}

pub(crate) async fn add(tx: &Tx, file: Uuid) -> Result<(), StoreError> {
    tx.run(&ADD, args![file, tx.author.at]).await.map(drop)
}

/// A photograph that waits; nothing for any other file, whose id would otherwise open it.
pub(crate) async fn pending(src: &impl Reads, file: Uuid) -> Result<Option<StoredFile>, StoreError> {
    if src.one::<i64>(&IS_PENDING, args![file]).await? == 0 {
        return Ok(None);
    }
    files::get(src, file).await.map(Some)
}

/// Forgets it: it was sent, or nobody came back for it.
pub(crate) async fn forget(tx: &Tx, file: Uuid) -> Result<(), StoreError> {
    if tx.run(&REMOVE, args![file]).await? > 0 {
        tx.remove_file(file).await?;
    }
    Ok(())
}

/// Those that wait since before an instant.
pub(crate) async fn older_than(src: &impl Reads, at: Timestamp) -> Result<Vec<Uuid>, StoreError> {
    src.all(&OLD, args![at]).await
}
