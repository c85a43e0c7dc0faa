//! Sheets of paper and their readings.

use arpent_commons::codes;
use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::Timestamp;

use crate::domain::ballot::Marks;
use crate::domain::project::BudgetMark;
use crate::domain::sheet::Reading;

codes! {
    /// What a sheet is.
    SheetState {
        /// Printed; not counted yet, or never used.
        Printed = "printed",
        /// Counted.
        Counted = "counted",
        /// Spoiled: it says nothing that can be counted.
        Spoiled = "spoiled",
    }
}

statements! {
    LAST = "SELECT COALESCE(MAX(number), 0) AS value FROM budget_sheet WHERE budget = $1";
    ADD = "INSERT INTO budget_sheet (id, budget, number, state, receipt) VALUES ($1, $2, $3, 'printed', $4)";
    BY_RECEIPT = "SELECT id, number, state, marks FROM budget_sheet WHERE budget = $1 AND receipt = $2";
    BY_NUMBER = "SELECT id, number, state, marks FROM budget_sheet WHERE budget = $1 AND number = $2";
    SETTLE = "UPDATE budget_sheet SET state = $2, marks = $3 WHERE id = $1 AND state = 'printed'";
    COUNTED = "SELECT id, number, state, marks FROM budget_sheet WHERE budget = $1 AND state = 'counted' ORDER BY number";
    COUNTS = "SELECT COUNT(*) AS printed, COALESCE(SUM(CASE WHEN s.state = 'counted' THEN 1 ELSE 0 END), 0) AS counted,
              COALESCE(SUM(CASE WHEN s.state = 'spoiled' THEN 1 ELSE 0 END), 0) AS spoiled,
              COALESCE(SUM(CASE WHEN s.state = 'printed' AND EXISTS (SELECT 1 FROM budget_entry e WHERE e.sheet = s.id)
              THEN 1 ELSE 0 END), 0) AS waiting FROM budget_sheet s WHERE s.budget = $1",
        postgres: "SELECT COUNT(*) AS printed,
              CAST(COALESCE(SUM(CASE WHEN s.state = 'counted' THEN 1 ELSE 0 END), 0) AS BIGINT) AS counted,
              CAST(COALESCE(SUM(CASE WHEN s.state = 'spoiled' THEN 1 ELSE 0 END), 0) AS BIGINT) AS spoiled,
              CAST(COALESCE(SUM(CASE WHEN s.state = 'printed' AND EXISTS (SELECT 1 FROM budget_entry e WHERE e.sheet = s.id)
              THEN 1 ELSE 0 END), 0) AS BIGINT) AS waiting FROM budget_sheet s WHERE s.budget = $1";
    KEY = "INSERT INTO budget_entry (sheet, round, marks, keyed_by, at) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (sheet, round) DO NOTHING";
    READINGS = "SELECT round, marks, keyed_by FROM budget_entry WHERE sheet = $1 ORDER BY round";
    WAITING = "SELECT s.number AS value FROM budget_sheet s WHERE s.budget = $1 AND s.state = 'printed'
               AND EXISTS (SELECT 1 FROM budget_entry e WHERE e.sheet = s.id) ORDER BY s.number LIMIT $2";
    OF_PERSON = "SELECT s.number AS number, e.at AS at FROM budget_entry e JOIN budget_sheet s ON s.id = e.sheet
                 WHERE e.keyed_by = $1 ORDER BY e.at";
    ERASE = "UPDATE budget_entry SET keyed_by = NULL WHERE keyed_by = $1";
}

/// A sheet.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Its id.
    pub id: Id<Sheet>,
    /// Printed on it.
    pub number: i64,
    /// What it is.
    pub state: SheetState,
    /// What it says, once settled.
    pub marks: Option<Marks>,
}

fn read_marks(row: &Row) -> Result<Option<Marks>, StoreError> {
    let marks: Option<String> = row.get("marks")?;
    match marks {
        None => Ok(None),
        Some(_) => row.parse("marks", |text| serde_json::from_str(text).ok()).map(Some),
    }
}

impl FromRow for Sheet {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            number: row.get("number")?,
            state: row.parse("state", SheetState::parse)?,
            marks: read_marks(row)?,
        })
    }
}

impl FromRow for Reading {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { round: row.get("round")?, marks: read_marks(row)?, keyed_by: row.get("keyed_by")? })
    }
}

/// How many sheets there are of each kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// All of them.
    pub printed: i64,
    /// Counted.
    pub counted: i64,
    /// Spoiled.
    pub spoiled: i64,
    /// Read, and not settled.
    pub waiting: i64,
}

impl FromRow for Tally {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            printed: row.get("printed")?,
            counted: row.get("counted")?,
            spoiled: row.get("spoiled")?,
            waiting: row.get("waiting")?,
        })
    }
}

/// A sheet that someone keyed, for her export.
#[derive(Debug, Clone)]
pub(crate) struct Keyed {
    pub number: i64,
    pub at: Timestamp,
}

impl FromRow for Keyed {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { number: row.get("number")?, at: row.get("at")? })
    }
}

/// The last number printed; the budget is locked.
pub(crate) async fn last(tx: &Tx, budget: Id<BudgetMark>) -> Result<i64, StoreError> {
    tx.one(&LAST, args![budget]).await
}

pub(crate) async fn add(
    tx: &Tx,
    id: Id<Sheet>,
    budget: Id<BudgetMark>,
    (number, receipt): (i64, &str),
) -> Result<(), StoreError> {
    tx.run(&ADD, args![id, budget, number, receipt]).await.map(drop)
}

/// The sheet of whoever holds its stub.
///
/// # Errors
/// The database does not answer.
pub async fn by_receipt(src: &impl Reads, budget: Id<BudgetMark>, receipt: &str) -> Result<Option<Sheet>, StoreError> {
    src.maybe(&BY_RECEIPT, args![budget, receipt]).await
}

/// A sheet by its number.
///
/// # Errors
/// The database does not answer.
pub async fn by_number(src: &impl Reads, budget: Id<BudgetMark>, number: i64) -> Result<Option<Sheet>, StoreError> {
    src.maybe(&BY_NUMBER, args![budget, number]).await
}

/// Settles what a sheet says; `false` when it was.
pub(crate) async fn settle(tx: &Tx, id: Id<Sheet>, marks: Option<&Marks>) -> Result<bool, StoreError> {
    let state = if marks.is_some() { SheetState::Counted } else { SheetState::Spoiled };
    let text = marks.map(serde_json::to_string).transpose()?;
    Ok(tx.run(&SETTLE, args![id, state.code(), text]).await? > 0)
}

/// Every sheet that counts.
///
/// # Errors
/// The database does not answer.
pub async fn counted(src: &impl Reads, budget: Id<BudgetMark>) -> Result<Vec<Sheet>, StoreError> {
    src.all(&COUNTED, args![budget]).await
}

/// How many sheets there are of each kind.
///
/// # Errors
/// The database does not answer.
pub async fn tally(src: &impl Reads, budget: Id<BudgetMark>) -> Result<Tally, StoreError> {
    src.one(&COUNTS, args![budget]).await
}

/// Keeps a reading; `false` when this round was read already.
pub(crate) async fn key(tx: &Tx, sheet: Id<Sheet>, round: i64, marks: Option<&Marks>) -> Result<bool, StoreError> {
    let text = marks.map(serde_json::to_string).transpose()?;
    Ok(tx.run(&KEY, args![sheet, round, text, tx.author.person, tx.author.at]).await? > 0)
}

/// The readings of a sheet, in order.
///
/// # Errors
/// The database does not answer.
pub async fn readings(src: &impl Reads, sheet: Id<Sheet>) -> Result<Vec<Reading>, StoreError> {
    src.all(&READINGS, args![sheet]).await
}

/// Sheets read and not settled, by number.
///
/// # Errors
/// The database does not answer.
pub async fn waiting(src: &impl Reads, budget: Id<BudgetMark>, limit: i64) -> Result<Vec<i64>, StoreError> {
    src.all(&WAITING, args![budget, limit]).await
}

pub(crate) async fn of_person(src: &impl Reads, person: Id<Person>) -> Result<Vec<Keyed>, StoreError> {
    src.all(&OF_PERSON, args![person]).await
}

pub(crate) async fn erase(tx: &Tx, person: Id<Person>) -> Result<u64, StoreError> {
    tx.run(&ERASE, args![person]).await
}
