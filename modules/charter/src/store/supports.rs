//! What signatories are offered, and who asked for it.

use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::Timestamp;

use crate::domain::charter::Charter;
use crate::domain::report::{Support, SupportKind};
use crate::domain::signature::Signature;

statements! {
    ADD = "INSERT INTO charter_support (id, charter, kind, title, text, day, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    OF_CHARTER = "SELECT id, kind, title, text, day FROM charter_support WHERE charter = $1 ORDER BY day, created_at";
    CHARTER_OF = "SELECT charter AS value FROM charter_support WHERE id = $1";
    ASK = "INSERT INTO charter_request (support, signature, text, person, at) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (support, signature) DO NOTHING";
    DONE = "UPDATE charter_request SET done_at = $3 WHERE support = $1 AND signature = $2 AND done_at IS NULL";
    REQUESTS = "SELECT r.support, r.signature, r.text, r.at, r.done_at, u.title, u.kind FROM charter_request r
                JOIN charter_support u ON u.id = r.support WHERE u.charter = $1 ORDER BY r.at";
    RECEIVED = "SELECT r.support, r.signature, r.text, r.at, r.done_at, u.title, u.kind FROM charter_request r
                JOIN charter_support u ON u.id = r.support WHERE r.signature = $1 AND r.done_at IS NOT NULL ORDER BY r.done_at";
    OF_PERSON = "SELECT r.support, r.signature, r.text, r.at, r.done_at, u.title, u.kind FROM charter_request r
                 JOIN charter_support u ON u.id = r.support WHERE r.person = $1 ORDER BY r.at";
    ERASE = "UPDATE charter_request SET person = NULL, text = '' WHERE person = $1";
}

impl FromRow for Support {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            kind: row.parse("kind", SupportKind::parse)?,
            title: row.get("title")?,
            text: row.get("text")?,
            day: row.get("day")?,
        })
    }
}

/// A request.
#[derive(Debug, Clone)]
pub struct Request {
    /// For what.
    pub support: Id<Support>,
    /// What it is called.
    pub title: String,
    /// What kind of support.
    pub kind: SupportKind,
    /// By whom.
    pub signature: Id<Signature>,
    /// In her words.
    pub text: String,
    /// When.
    pub at: Timestamp,
    /// When it was dealt with.
    pub done_at: Option<Timestamp>,
}

impl FromRow for Request {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            support: row.get("support")?,
            title: row.get("title")?,
            kind: row.parse("kind", SupportKind::parse)?,
            signature: row.get("signature")?,
            text: row.get("text")?,
            at: row.get("at")?,
            done_at: row.get("done_at")?,
        })
    }
}

pub(crate) async fn add(tx: &Tx, charter: Id<Charter>, one: &Support) -> Result<(), StoreError> {
    let row = args![one.id, charter, one.kind.code(), &one.title, &one.text, one.day, tx.author.at];
    tx.run(&ADD, row).await.map(drop)
}

/// What a charter offers, the next day first.
///
/// # Errors
/// The database does not answer.
pub async fn of_charter(src: &impl Reads, charter: Id<Charter>) -> Result<Vec<Support>, StoreError> {
    src.all(&OF_CHARTER, args![charter]).await
}

pub(crate) async fn charter_of(src: &impl Reads, id: Id<Support>) -> Result<Option<Id<Charter>>, StoreError> {
    src.maybe(&CHARTER_OF, args![id]).await
}

/// Asks for it; `false` when it was already asked for.
pub(crate) async fn ask(
    tx: &Tx,
    support: Id<Support>,
    signature: Id<Signature>,
    text: &str,
) -> Result<bool, StoreError> {
    Ok(tx.run(&ASK, args![support, signature, text, tx.author.person, tx.author.at]).await? > 0)
}

pub(crate) async fn done(tx: &Tx, support: Id<Support>, signature: Id<Signature>) -> Result<bool, StoreError> {
    Ok(tx.run(&DONE, args![support, signature, tx.author.at]).await? > 0)
}

/// What was asked for in a charter, the oldest first.
///
/// # Errors
/// The database does not answer.
pub async fn requests(src: &impl Reads, charter: Id<Charter>) -> Result<Vec<Request>, StoreError> {
    src.all(&REQUESTS, args![charter]).await
}

/// What a signatory asked for and received, the oldest first.
pub(crate) async fn received(src: &impl Reads, signature: Id<Signature>) -> Result<Vec<Request>, StoreError> {
    src.all(&RECEIVED, args![signature]).await
}

pub(crate) async fn of_person(src: &impl Reads, person: Id<Person>) -> Result<Vec<Request>, StoreError> {
    src.all(&OF_PERSON, args![person]).await
}

/// The request stays to be dealt with; her words and her hand go.
pub(crate) async fn erase(tx: &Tx, person: Id<Person>) -> Result<u64, StoreError> {
    tx.run(&ERASE, args![person]).await
}
