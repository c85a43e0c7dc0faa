//! The key of this site.

use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::Timestamp;

statements! {
    ADD = "INSERT INTO budget_key (site, seed, public_key, created_at) VALUES (1, $1, $2, $3) ON CONFLICT (site) DO NOTHING";
    FIND = "SELECT seed, public_key, created_at FROM budget_key WHERE site = 1";
}

/// The key that signs transcripts (Ed25519, RFC 8032).
#[derive(Debug, Clone)]
pub struct SiteKey {
    /// Its thirty-two secret bytes, in hexadecimal.
    pub(crate) seed: String,
    /// What anyone verifies with, in hexadecimal.
    pub public_key: String,
    /// Since when.
    pub created_at: Timestamp,
}

impl FromRow for SiteKey {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { seed: row.get("seed")?, public_key: row.get("public_key")?, created_at: row.get("created_at")? })
    }
}

/// Keeps the key, unless there is one.
pub(crate) async fn add(tx: &Tx, seed: &str, public_key: &str) -> Result<(), StoreError> {
    tx.run(&ADD, args![seed, public_key, tx.author.at]).await.map(drop)
}

/// The key, once a count has made it.
///
/// # Errors
/// The database does not answer.
pub async fn find(src: &impl Reads) -> Result<Option<SiteKey>, StoreError> {
    src.maybe(&FIND, args![]).await
}
