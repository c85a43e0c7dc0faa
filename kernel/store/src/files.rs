//! Files people attach, kept in the database: they are accepted, backed up and erased with the record they belong to.

use arpent_core::digest::sha256;
use jiff::Timestamp;
use uuid::Uuid;

use crate::db::Reads;
use crate::error::StoreError;
use crate::tx::Tx;
use crate::value::{FromRow, Row};
use crate::{args, statements};

statements! {
    PUT = "INSERT INTO file (id, sha256, content_type, size, width, height, content, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    GET = "SELECT id, sha256, content_type, width, height, content, created_at FROM file WHERE id = $1";
    REMOVE = "DELETE FROM file WHERE id = $1";
}

/// A file already checked and cleaned by the caller.
#[derive(Debug, Clone)]
pub struct StoredFile {
    /// Its id.
    pub id: Uuid,
    /// SHA-256 of the content, also its entity tag.
    pub sha256: String,
    /// Type found in the content, never the one claimed.
    pub content_type: String,
    /// Pixels, for an image.
    pub size_in_pixels: Option<(i64, i64)>,
    /// The bytes.
    pub content: Vec<u8>,
    /// Accepted at.
    pub created_at: Timestamp,
}

impl FromRow for StoredFile {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let width: Option<i64> = row.get("width")?;
        Ok(Self {
            id: row.get("id")?,
            sha256: row.get("sha256")?,
            content_type: row.get("content_type")?,
            size_in_pixels: width.zip(row.get("height")?),
            content: row.get("content")?,
            created_at: row.get("created_at")?,
        })
    }
}

impl Tx {
    /// Keeps a file.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn put_file(
        &self,
        id: Uuid,
        content_type: &str,
        size_in_pixels: Option<(i64, i64)>,
        content: Vec<u8>,
    ) -> Result<(), StoreError> {
        let sha256 = sha256(&content);
        let size = i64::try_from(content.len()).unwrap_or(i64::MAX);
        let (width, height) = (size_in_pixels.map(|s| s.0), size_in_pixels.map(|s| s.1));
        self.run(&PUT, args![id, sha256, content_type, size, width, height, content, self.author.at]).await?;
        Ok(())
    }

    /// Forgets a file.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn remove_file(&self, id: Uuid) -> Result<(), StoreError> {
        self.run(&REMOVE, args![id]).await?;
        Ok(())
    }
}

/// A file by its id.
///
/// # Errors
/// [`StoreError::Missing`] when there is none.
pub async fn get(src: &impl Reads, id: Uuid) -> Result<StoredFile, StoreError> {
    src.one(&GET, args![id]).await
}
