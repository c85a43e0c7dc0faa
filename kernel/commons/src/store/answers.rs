//! Answers, and what still waits for one.

use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};

use super::filter::{Listed, joined, listed};
use crate::domain::contribution::{Answer, AnswerStatus, Contribution, Means};
use crate::domain::initiative::Initiative;

statements! {
    ADD = "INSERT INTO answer (id, contribution, initiative, status, reason, person, role, at, cost, by_day, current)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)";
    SUPERSEDE = "UPDATE answer SET current = 0 WHERE contribution = $1 AND current = 1";
    OF = "SELECT id, contribution, status, reason, role, at, cost, by_day, current FROM answer
          WHERE contribution = $1 ORDER BY at DESC, id DESC";
    UNANSWERED = concat!(listed!(), joined!(), " WHERE c.initiative = $1
        AND (w.status IS NULL OR w.status = 'under_study') ORDER BY c.created_at, c.number LIMIT $2");
    COUNT_UNANSWERED = "SELECT COUNT(*) AS value FROM contribution c
        LEFT JOIN answer w ON w.contribution = c.id AND w.current = 1
        WHERE c.initiative = $1 AND (w.status IS NULL OR w.status = 'under_study')";
    STATUSES = "SELECT status, COUNT(*) AS n FROM answer WHERE initiative = $1 AND current = 1 GROUP BY status";
    ERASE = "UPDATE answer SET person = NULL WHERE person = $1";
}

impl FromRow for Answer {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            contribution: row.get("contribution")?,
            status: row.parse("status", AnswerStatus::parse)?,
            reason: row.get("reason")?,
            means: Means::from_row(row)?,
            role: row.get("role")?,
            at: row.get("at")?,
            current: row.get("current")?,
        })
    }
}

impl FromRow for Means {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { cost: row.get("cost")?, by: row.get("by_day")? })
    }
}

struct StatusCount(AnswerStatus, i64);

impl FromRow for StatusCount {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self(row.parse("status", AnswerStatus::parse)?, row.get("n")?))
    }
}

pub(crate) async fn add(
    tx: &Tx,
    initiative: Id<Initiative>,
    answer: &Answer,
    person: Option<Id<Person>>,
) -> Result<(), StoreError> {
    tx.run(&SUPERSEDE, args![answer.contribution]).await?;
    let row = args![
        answer.id,
        answer.contribution,
        initiative,
        answer.status.code(),
        &answer.reason,
        person,
        &answer.role,
        answer.at,
        answer.means.cost,
        answer.means.by
    ];
    tx.run(&ADD, row).await.map(drop)
}

/// The answer signs with a role; the name of who wrote it goes with her.
pub(crate) async fn erase(tx: &Tx, person: Id<Person>) -> Result<u64, StoreError> {
    tx.run(&ERASE, args![person]).await
}

/// Every answer of a contribution, latest first.
///
/// # Errors
/// The database does not answer.
pub async fn answers(src: &impl Reads, contribution: Id<Contribution>) -> Result<Vec<Answer>, StoreError> {
    src.all(&OF, args![contribution]).await
}

/// Contributions without a final answer, hidden and merged ones included, oldest first.
///
/// # Errors
/// The database does not answer.
pub async fn unanswered(src: &impl Reads, initiative: Id<Initiative>, limit: i64) -> Result<Vec<Listed>, StoreError> {
    src.all(&UNANSWERED, args![initiative, limit]).await
}

/// How many contributions have no final answer.
///
/// # Errors
/// The database does not answer.
pub async fn count_unanswered(src: &impl Reads, initiative: Id<Initiative>) -> Result<i64, StoreError> {
    src.one(&COUNT_UNANSWERED, args![initiative]).await
}

/// Answers of a démarche by status.
///
/// # Errors
/// The database does not answer.
pub async fn statuses(src: &impl Reads, initiative: Id<Initiative>) -> Result<Vec<(AnswerStatus, i64)>, StoreError> {
    let counts: Vec<StatusCount> = src.all(&STATUSES, args![initiative]).await?;
    Ok(counts.into_iter().map(|StatusCount(status, n)| (status, n)).collect())
}
