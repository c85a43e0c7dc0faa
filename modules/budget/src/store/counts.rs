//! Counts, never rewritten.

use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::Timestamp;

use crate::domain::project::BudgetMark;

statements! {
    ADD = "INSERT INTO budget_count (id, budget, number, input, sha256, outcome, transcript, reason, person, role, at, signature)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    LAST = "SELECT COALESCE(MAX(number), 0) AS value FROM budget_count WHERE budget = $1";
    LATEST = "SELECT id, budget, number, sha256, outcome, reason, role, at, signature FROM budget_count WHERE budget = $1
              ORDER BY number DESC LIMIT 1";
    BY_NUMBER = "SELECT id, budget, number, sha256, outcome, reason, role, at, signature FROM budget_count
                 WHERE budget = $1 AND number = $2";
    INPUT = "SELECT input AS value FROM budget_count WHERE id = $1";
    TRANSCRIPT = "SELECT transcript AS value FROM budget_count WHERE id = $1";
}

/// A count, without its files.
#[derive(Debug, Clone)]
pub struct Count {
    /// Its id.
    pub id: Id<Count>,
    /// Of which budget.
    pub budget: Id<BudgetMark>,
    /// The first, then those that correct it.
    pub number: i64,
    /// SHA-256 of the file that was counted.
    pub sha256: String,
    /// What the page shows, as JSON.
    pub outcome: String,
    /// Why it was made, or why strikes and sheets do not add up.
    pub reason: String,
    /// The signature of its transcript, as JSON; empty for one made before the site had a key.
    pub signature: String,
    /// As whom.
    pub role: String,
    /// When.
    pub at: Timestamp,
}

impl FromRow for Count {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            budget: row.get("budget")?,
            number: row.get("number")?,
            sha256: row.get("sha256")?,
            outcome: row.get("outcome")?,
            reason: row.get("reason")?,
            signature: row.get("signature")?,
            role: row.get("role")?,
            at: row.get("at")?,
        })
    }
}

/// Keeps a count with its files.
pub(crate) async fn add(tx: &Tx, count: &Count, input: &str, transcript: &str) -> Result<(), StoreError> {
    let row = args![
        count.id,
        count.budget,
        count.number,
        input,
        &count.sha256,
        &count.outcome,
        transcript,
        &count.reason,
        tx.author.person,
        tx.author.role,
        count.at,
        &count.signature
    ];
    tx.run(&ADD, row).await.map(drop)
}

/// The number of the last one, zero without any.
pub(crate) async fn last(src: &impl Reads, budget: Id<BudgetMark>) -> Result<i64, StoreError> {
    src.one(&LAST, args![budget]).await
}

/// The count that stands.
///
/// # Errors
/// The database does not answer.
pub async fn latest(src: &impl Reads, budget: Id<BudgetMark>) -> Result<Option<Count>, StoreError> {
    src.maybe(&LATEST, args![budget]).await
}

/// A count by its number.
///
/// # Errors
/// The database does not answer.
pub async fn by_number(src: &impl Reads, budget: Id<BudgetMark>, number: i64) -> Result<Option<Count>, StoreError> {
    src.maybe(&BY_NUMBER, args![budget, number]).await
}

/// The file that was counted.
///
/// # Errors
/// The database does not answer.
pub async fn input(src: &impl Reads, id: Id<Count>) -> Result<String, StoreError> {
    src.one(&INPUT, args![id]).await
}

/// Its transcript.
///
/// # Errors
/// The database does not answer.
pub async fn transcript(src: &impl Reads, id: Id<Count>) -> Result<String, StoreError> {
    src.one(&TRANSCRIPT, args![id]).await
}
