//! The end of a démarche, and the answers handed over on paper.

use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::Timestamp;

use crate::domain::contribution::{AnswerStatus, Contribution, Means};
use crate::domain::initiative::Initiative;

macro_rules! on_paper {
    () => {
        "SELECT c.id, c.number, c.title, c.text, k.code, k.told_on_paper_at, w.status, w.reason, w.role, w.at, w.cost, w.by_day
         FROM contribution c JOIN contribution_contact k ON k.contribution = c.id
         JOIN answer w ON w.contribution = c.id AND w.current = 1 AND w.status <> 'under_study'
         WHERE c.initiative = $1 AND k.confirmed_at IS NULL AND (k.told_on_paper_at IS NULL OR $2 = 1)"
    };
}

statements! {
    ADD = "INSERT INTO closing (initiative, no_decision_reason, person, role, at) VALUES ($1, $2, $3, $4, $5)";
    OF = "SELECT no_decision_reason, role, at FROM closing WHERE initiative = $1";
    TO_TELL = "WITH firsts AS (SELECT MIN(c.number) AS number FROM contribution c
                   JOIN contribution_contact k ON k.contribution = c.id
                   WHERE c.initiative = $1 AND k.confirmed_at IS NOT NULL GROUP BY k.email)
               SELECT c.id, c.number, c.title, k.code, k.email, k.language FROM contribution c
               JOIN firsts f ON f.number = c.number JOIN contribution_contact k ON k.contribution = c.id
               WHERE c.initiative = $1 AND c.number > $2 ORDER BY c.number LIMIT $3";
    ON_PAPER = concat!(on_paper!(), " ORDER BY c.number LIMIT $3 OFFSET $4");
    COUNT_ON_PAPER = "SELECT COUNT(*) AS value FROM contribution c JOIN contribution_contact k ON k.contribution = c.id
        JOIN answer w ON w.contribution = c.id AND w.current = 1 AND w.status <> 'under_study'
        WHERE c.initiative = $1 AND k.confirmed_at IS NULL AND (k.told_on_paper_at IS NULL OR $2 = 1)";
}

/// How a démarche was closed.
#[derive(Debug, Clone)]
pub struct Closing {
    /// Why no decision was taken; empty when one was.
    pub no_decision_reason: String,
    /// As whom.
    pub role: String,
    /// When.
    pub at: Timestamp,
}

impl FromRow for Closing {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { no_decision_reason: row.get("no_decision_reason")?, role: row.get("role")?, at: row.get("at")? })
    }
}

/// Someone to write to at the end.
#[derive(Debug, Clone)]
pub struct ToTell {
    /// What she said first.
    pub id: Id<Contribution>,
    /// Its number.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// Her follow code.
    pub code: String,
    /// Her address.
    pub email: String,
    /// The language she wrote from.
    pub language: String,
}

impl FromRow for ToTell {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            number: row.get("number")?,
            title: row.get("title")?,
            code: row.get("code")?,
            email: row.get("email")?,
            language: row.get("language")?,
        })
    }
}

/// A slip to print: what she said, her code, her answer.
#[derive(Debug, Clone)]
pub struct Slip {
    /// What she said.
    pub id: Id<Contribution>,
    /// Its number.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// In her words.
    pub text: String,
    /// Her follow code.
    pub code: String,
    /// When it was handed over.
    pub told_on_paper_at: Option<Timestamp>,
    /// The answer.
    pub status: AnswerStatus,
    /// Why.
    pub reason: String,
    /// What it takes.
    pub means: Means,
    /// As whom it was given.
    pub role: String,
    /// When.
    pub at: Timestamp,
}

impl FromRow for Slip {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            number: row.get("number")?,
            title: row.get("title")?,
            text: row.get("text")?,
            code: row.get("code")?,
            told_on_paper_at: row.get("told_on_paper_at")?,
            status: row.parse("status", AnswerStatus::parse)?,
            reason: row.get("reason")?,
            means: Means::from_row(row)?,
            role: row.get("role")?,
            at: row.get("at")?,
        })
    }
}

pub(crate) async fn add(tx: &Tx, id: Id<Initiative>, no_decision_reason: &str) -> Result<(), StoreError> {
    let row = args![id, no_decision_reason, tx.author.person, tx.author.role, tx.author.at];
    tx.run(&ADD, row).await.map(drop)
}

/// Authors who left an address shown to be theirs, each once however often she spoke, by pages so that memory stays flat.
pub(crate) async fn to_tell(
    src: &impl Reads,
    id: Id<Initiative>,
    after: i64,
    limit: i64,
) -> Result<Vec<ToTell>, StoreError> {
    src.all(&TO_TELL, args![id, after, limit]).await
}

/// How a démarche was closed, if it was.
///
/// # Errors
/// The database does not answer.
pub async fn of(src: &impl Reads, id: Id<Initiative>) -> Result<Option<Closing>, StoreError> {
    src.maybe(&OF, args![id]).await
}

/// Answers to hand over on paper, and how many there are; those already handed over too when asked.
///
/// # Errors
/// The database does not answer.
pub async fn on_paper(
    src: &impl Reads,
    id: Id<Initiative>,
    handed_over_too: bool,
    (limit, offset): (i64, i64),
) -> Result<(Vec<Slip>, i64), StoreError> {
    let total = src.one(&COUNT_ON_PAPER, args![id, handed_over_too]).await?;
    Ok((src.all(&ON_PAPER, args![id, handed_over_too, limit, offset]).await?, total))
}
