//! The box.

use arpent_core::Id;
use arpent_store::{Engine, FromRow, Reads, Row, StoreError, Tx, args, statements};

use crate::domain::ballot::Marks;
use crate::domain::groups::{Age, Said};
use crate::domain::project::BudgetMark;

statements! {
    // The number that SQLite gives a row is drawn: in order, it would say who voted before whom.
    PUT = "INSERT INTO budget_ballot (rowid, id, budget, marks, receipt, age, zone)
           VALUES (random() & 9223372036854775807, $1, $2, $3, $4, $5, $6)",
        postgres: "INSERT INTO budget_ballot (id, budget, marks, receipt, age, zone) VALUES ($1, $2, $3, $4, $5, $6)";
    CHANGE = "UPDATE budget_ballot SET marks = $3 WHERE budget = $1 AND receipt = $2";
    BY_RECEIPT = "SELECT id, marks, age, zone FROM budget_ballot WHERE budget = $1 AND receipt = $2";
    ALL = "SELECT id, marks, age, zone FROM budget_ballot WHERE budget = $1 ORDER BY id";
    SAID = "SELECT id, marks, age, zone FROM budget_ballot WHERE budget = $1 AND (age IS NOT NULL OR zone IS NOT NULL)
            ORDER BY id";
    SAY = "UPDATE budget_ballot SET age = $2, zone = $3 WHERE id = $1";
    COUNT = "SELECT COUNT(*) AS value FROM budget_ballot WHERE budget = $1";
    // See voters: only PostgreSQL needs it.
    MIX = "UPDATE budget_ballot SET marks = marks WHERE budget = $1 AND id = $2 AND $3 IS NOT NULL",
        postgres: "WITH taken AS (DELETE FROM budget_ballot WHERE budget = $1 AND (id = $2 OR id IN
           (SELECT (SELECT b.id FROM budget_ballot b WHERE b.budget = $1 AND b.id >= CAST(p.value AS UUID)
           ORDER BY b.id LIMIT 1) FROM json_array_elements_text(CAST($3 AS JSON)) p)) RETURNING *)
           INSERT INTO budget_ballot SELECT * FROM taken ORDER BY id";
}

/// A ballot of the box.
#[derive(Debug, Clone, PartialEq)]
pub struct Ballot {
    /// Drawn at random.
    pub id: Id<Ballot>,
    /// What it says.
    pub marks: Marks,
    /// What its voter said of herself.
    pub said: Said,
}

impl FromRow for Ballot {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let age: Option<String> = row.get("age")?;
        Ok(Self {
            id: row.get("id")?,
            marks: row.parse("marks", |text| serde_json::from_str(text).ok())?,
            said: Said { age: age.as_deref().and_then(Age::parse), zone: row.get("zone")? },
        })
    }
}

/// Puts a ballot in the box.
pub(crate) async fn put(tx: &Tx, budget: Id<BudgetMark>, ballot: &Ballot, receipt: &str) -> Result<(), StoreError> {
    let marks = serde_json::to_string(&ballot.marks)?;
    let Said { age, zone } = &ballot.said;
    tx.run(&PUT, args![ballot.id, budget, marks, receipt, age.map(Age::code), zone.clone()]).await.map(drop)
}

/// Every ballot whose voter said something of herself.
pub(crate) async fn said(src: &impl Reads, budget: Id<BudgetMark>) -> Result<Vec<Ballot>, StoreError> {
    src.all(&SAID, args![budget]).await
}

/// Replaces what the voter of a ballot said of herself.
pub(crate) async fn say(tx: &Tx, ballot: Id<Ballot>, said: &Said) -> Result<(), StoreError> {
    tx.run(&SAY, args![ballot, said.age.map(Age::code), said.zone.clone()]).await.map(drop)
}

/// Hides which ballot came last among others: `drawn` is a JSON array of random ids, each standing for the first one
/// after it.
pub(crate) async fn mix(tx: &Tx, budget: Id<BudgetMark>, new: Id<Ballot>, drawn: &str) -> Result<(), StoreError> {
    if tx.engine() == Engine::Postgres {
        tx.run(&MIX, args![budget, new, drawn]).await?;
    }
    Ok(())
}

/// Replaces what a ballot says; `false` when no ballot has this receipt.
pub(crate) async fn change(tx: &Tx, budget: Id<BudgetMark>, receipt: &str, marks: &Marks) -> Result<bool, StoreError> {
    Ok(tx.run(&CHANGE, args![budget, receipt, serde_json::to_string(marks)?]).await? > 0)
}

/// The ballot of whoever holds its receipt.
///
/// # Errors
/// The database does not answer.
pub async fn by_receipt(src: &impl Reads, budget: Id<BudgetMark>, receipt: &str) -> Result<Option<Ballot>, StoreError> {
    src.maybe(&BY_RECEIPT, args![budget, receipt]).await
}

/// Every ballot, in the order of random ids.
///
/// # Errors
/// The database does not answer.
pub async fn all(src: &impl Reads, budget: Id<BudgetMark>) -> Result<Vec<Ballot>, StoreError> {
    src.all(&ALL, args![budget]).await
}

/// How many there are.
///
/// # Errors
/// The database does not answer.
pub async fn count(src: &impl Reads, budget: Id<BudgetMark>) -> Result<i64, StoreError> {
    src.one(&COUNT, args![budget]).await
}
