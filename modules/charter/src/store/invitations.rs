//! Who signed the version before and is asked to sign the new one.

use arpent_commons::domain::people::Power;
use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::domain::charter::Version;
use crate::domain::signature::Signature;

statements! {
    LIST = "INSERT INTO charter_invitation (version, signature) SELECT $1, s.id FROM charter_signature s
            WHERE s.version = $2 AND s.state = 'signed' AND s.withdrawn_on IS NULL
            ON CONFLICT (version, signature) DO NOTHING",
        postgres: "INSERT INTO charter_invitation (version, signature) SELECT CAST($1 AS UUID), s.id FROM charter_signature s
            WHERE s.version = $2 AND s.state = 'signed' AND s.withdrawn_on IS NULL
            ON CONFLICT (version, signature) DO NOTHING";
    OF_VERSION = "SELECT signature, asked_at FROM charter_invitation WHERE version = $1";
    TO_ASK = "SELECT signature AS value FROM charter_invitation WHERE version = $1 AND asked_at IS NULL
              ORDER BY signature LIMIT $2";
    ASKED = "UPDATE charter_invitation SET asked_at = $3 WHERE version = $1 AND signature = $2 AND asked_at IS NULL";
    /// Those whom someone may answer on a day: her own signatures, and those of organisations that she may sign for; of
    /// versions in force, and not answered by a signature yet.
    OF_HAND = "SELECT DISTINCT k.title AS charter, i.slug, o.name FROM charter_invitation n
        JOIN charter_signature s ON s.id = n.signature JOIN charter_version v ON v.id = n.version
        JOIN charter k ON k.id = v.charter JOIN initiative i ON i.id = k.initiative
        LEFT JOIN organisation o ON o.id = s.organisation
        WHERE v.to_day >= $3 AND i.state = 'open'
        AND NOT EXISTS (SELECT 1 FROM charter_version w WHERE w.charter = v.charter AND w.state = 'published'
                        AND w.number > v.number)
        AND ((s.individual = 1 AND s.person = $1) OR EXISTS (SELECT 1 FROM mandate m WHERE m.organisation = s.organisation
             AND m.person = $1 AND m.power = $2 AND m.from_day <= $3 AND (m.to_day >= $3 OR m.to_day IS NULL)))
        AND NOT EXISTS (SELECT 1 FROM charter_signature a WHERE a.version = v.id AND a.state = 'signed'
                        AND (a.organisation = s.organisation OR (a.individual = 1 AND a.person = s.person)))
        ORDER BY k.title, o.name";
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

/// An invitation that someone may answer.
#[derive(Debug, Clone)]
pub(crate) struct ToAnswer {
    pub charter: String,
    pub slug: String,
    /// The organisation; none for her own signature.
    pub name: Option<String>,
}

impl FromRow for ToAnswer {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { charter: row.get("charter")?, slug: row.get("slug")?, name: row.get("name")? })
    }
}

/// Invitations that someone may answer on a day.
pub(crate) async fn of_hand(src: &impl Reads, person: Id<Person>, day: Date) -> Result<Vec<ToAnswer>, StoreError> {
    src.all(&OF_HAND, args![person, Power::Sign.code(), day]).await
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
