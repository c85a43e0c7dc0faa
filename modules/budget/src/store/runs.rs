//! Counts under way: the one asked for last of each budget.

use arpent_commons::codes;
use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::Timestamp;

use crate::domain::project::BudgetMark;

codes! {
    /// Where a count asked for is.
    RunState {
        /// Waiting or under way.
        Running = "running",
        /// Published.
        Done = "done",
        /// Stopped, with the reason.
        Failed = "failed",
    }
}

statements! {
    PUT = "INSERT INTO budget_run (budget, id, state, step, reason, problem, person, asked_at)
           VALUES ($1, $2, 'running', 0, $3, '', $4, $5)
           ON CONFLICT (budget) DO UPDATE SET id = excluded.id, state = 'running', step = 0, reason = excluded.reason,
           problem = '', person = excluded.person, asked_at = excluded.asked_at";
    OF_BUDGET = "SELECT budget, id, state, step, reason, problem, person, asked_at FROM budget_run WHERE budget = $1";
    STEP = "UPDATE budget_run SET step = $2 WHERE id = $1 AND state = 'running'";
    END = "UPDATE budget_run SET state = $2, problem = $3 WHERE id = $1 AND state = 'running'";
    ERASE = "UPDATE budget_run SET person = NULL WHERE person = $1";
    OF_PERSON = "SELECT budget, id, state, step, reason, problem, person, asked_at FROM budget_run WHERE person = $1
                 ORDER BY asked_at";
}

/// A count asked for.
#[derive(Debug, Clone)]
pub struct Run {
    /// Its id.
    pub id: Id<Run>,
    /// Of which budget.
    pub budget: Id<BudgetMark>,
    /// Where it is.
    pub state: RunState,
    /// The step under way, from 1; 0 as long as it waits.
    pub step: i64,
    /// The reason typed.
    pub reason: String,
    /// Code of what stopped it; empty otherwise.
    pub problem: String,
    /// Who asked.
    pub person: Option<Id<Person>>,
    /// When.
    pub asked_at: Timestamp,
}

impl FromRow for Run {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            budget: row.get("budget")?,
            state: row.parse("state", RunState::parse)?,
            step: row.get("step")?,
            reason: row.get("reason")?,
            problem: row.get("problem")?,
            person: row.get("person")?,
            asked_at: row.get("asked_at")?,
        })
    }
}

/// Writes down that a count is asked for; the budget is locked.
pub(crate) async fn put(tx: &Tx, run: &Run) -> Result<(), StoreError> {
    tx.run(&PUT, args![run.budget, run.id, &run.reason, run.person, run.asked_at]).await.map(drop)
}

/// The count asked for last.
///
/// # Errors
/// The database does not answer.
pub async fn of_budget(src: &impl Reads, budget: Id<BudgetMark>) -> Result<Option<Run>, StoreError> {
    src.maybe(&OF_BUDGET, args![budget]).await
}

/// Says how far it is.
pub(crate) async fn step(tx: &Tx, run: Id<Run>, step: i64) -> Result<(), StoreError> {
    tx.run(&STEP, args![run, step]).await.map(drop)
}

/// Says how it ended.
pub(crate) async fn end(tx: &Tx, run: Id<Run>, state: RunState, problem: &str) -> Result<(), StoreError> {
    tx.run(&END, args![run, state.code(), problem]).await.map(drop)
}

/// The counts that someone asked for, for her export.
pub(crate) async fn of_person(src: &impl Reads, person: Id<Person>) -> Result<Vec<Run>, StoreError> {
    src.all(&OF_PERSON, args![person]).await
}

pub(crate) async fn erase(tx: &Tx, person: Id<Person>) -> Result<u64, StoreError> {
    tx.run(&ERASE, args![person]).await
}
