//! Who signed the version before and is asked to sign the new one.

use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::Timestamp;

use crate::domain::charter::Version;
use crate::domain::signature::Signature;

statements! {
    LIST = "INSERT INTO charter_invitation (version, signature) SELECT $1, s.id FROM charter_signature s
            WHERE s.version = $2 AND s.state = 'signed' ON CONFLICT (version, signature) DO NOTHING",
        postgres: "INSERT INTO charter_invitation (version, signature) SELECT CAST($1 AS UUID), s.id FROM charter_signature s
            WHERE s.version = $2 AND s.state = 'signed' ON CONFLICT (version, signature) DO NOTHING";
    OF_VERSION = "SELECT signature, asked_at FROM charter_invitation WHERE version = $1";
    TO_ASK = "SELECT signature AS value FROM charter_invitation WHERE version = $1 AND asked_at IS NULL
              ORDER BY signature LIMIT $2";
    ASKED = "UPDATE charter_invitation SET asked_at = $3 WHERE version = $1 AND signature = $2 AND asked_at IS NULL";
    COUNT = "SELECT COUNT(*) AS value FROM charter_invitation WHERE version = $1";
}

/// An invitation.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// The signature of the version before.
    pub signature: Id<Signature>,
    /// When she was asked.
    pub asked_at: Option<Timestamp>,
}

impl FromRow for Invitation {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { signature: row.get("signature")?, asked_at: row.get("asked_at")? })
    }
}

/// Lists everyone who signed the version before; says how many.
pub(crate) async fn list(tx: &Tx, version: Id<Version>, before: Id<Version>) -> Result<u64, StoreError> {
    tx.run(&LIST, args![version, before]).await
}

/// The invitations to sign a version.
///
/// # Errors
/// The database does not answer.
pub async fn of_version(src: &impl Reads, version: Id<Version>) -> Result<Vec<Invitation>, StoreError> {
    src.all(&OF_VERSION, args![version]).await
}

/// How many are invited to sign a version.
///
/// # Errors
/// The database does not answer.
pub async fn count(src: &impl Reads, version: Id<Version>) -> Result<i64, StoreError> {
    src.one(&COUNT, args![version]).await
}

pub(crate) async fn to_ask(
    src: &impl Reads,
    version: Id<Version>,
    limit: i64,
) -> Result<Vec<Id<Signature>>, StoreError> {
    src.all(&TO_ASK, args![version, limit]).await
}

/// Notes that she was asked; `false` when she already was.
pub(crate) async fn asked(tx: &Tx, version: Id<Version>, signature: Id<Signature>) -> Result<bool, StoreError> {
    Ok(tx.run(&ASKED, args![version, signature, tx.author.at]).await? > 0)
}
