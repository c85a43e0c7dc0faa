//! Budgets, their steps and their envelopes.

use arpent_commons::codes;
use arpent_commons::domain::initiative::Initiative;
use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};

use crate::domain::phase::{Phase, Step};
use crate::domain::project::{BudgetMark, Envelope};
use crate::domain::settings::Settings;

codes! {
    /// Where a budget is.
    BudgetState {
        /// Being prepared.
        Draft = "draft",
        /// Everyone reads it; nobody votes yet.
        Published = "published",
        /// The ballot is open.
        Voting = "voting",
        /// The ballot is over, nothing is counted yet.
        Closed = "closed",
        /// Counted.
        Counted = "counted",
    }
}

statements! {
    ADD = "INSERT INTO budget (id, initiative, title, text, criteria, settings, state, secret, created_at, version)
           VALUES ($1, $2, $3, $4, $5, $6, 'draft', $7, $8, 1)";
    EDIT = "UPDATE budget SET title = $3, text = $4, criteria = $5, settings = $6, version = version + 1
            WHERE id = $1 AND version = $2 AND state IN ('draft', 'published')";
    OF_INITIATIVE = "SELECT id, initiative, title, text, criteria, settings, state, secret, version FROM budget
                     WHERE initiative = $1";
    BY_ID = "SELECT id, initiative, title, text, criteria, settings, state, secret, version FROM budget WHERE id = $1";
    WITH_SECRET = "SELECT id, initiative, title, text, criteria, settings, state, secret, version FROM budget
                   WHERE secret IS NOT NULL ORDER BY id";
    /// Everything that must not happen twice at once waits for this row.
    LOCK = "UPDATE budget SET version = version WHERE id = $1";
    MOVE = "UPDATE budget SET state = $3 WHERE id = $1 AND state = $2";
    DESTROY_SECRET = "UPDATE budget SET secret = NULL WHERE id = $1";
    PUT_PHASE = "INSERT INTO budget_phase (budget, step, start_day, end_day) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (budget, step) DO UPDATE SET start_day = excluded.start_day, end_day = excluded.end_day";
    PHASES = "SELECT step, start_day, end_day FROM budget_phase WHERE budget = $1 ORDER BY start_day, end_day";
    PUT_ENVELOPE = "INSERT INTO budget_envelope (id, budget, position, name, amount) VALUES ($1, $2, $3, $4, $5)
                    ON CONFLICT (budget, name) DO UPDATE SET position = excluded.position, amount = excluded.amount";
    DROP_ENVELOPE = "DELETE FROM budget_envelope WHERE id = $1
                     AND NOT EXISTS (SELECT 1 FROM budget_project p WHERE p.envelope = budget_envelope.id)";
    ENVELOPES = "SELECT id, name, amount FROM budget_envelope WHERE budget = $1 ORDER BY position, name";
}

/// A budget.
#[derive(Debug, Clone)]
pub struct Budget {
    /// Its id.
    pub id: Id<BudgetMark>,
    /// Of which démarche.
    pub initiative: Id<Initiative>,
    /// Its title.
    pub title: String,
    /// What it is for.
    pub text: String,
    /// What a project must respect, one sentence a line.
    pub criteria: String,
    /// How one votes and how votes are counted.
    pub settings: Settings,
    /// Where it is.
    pub state: BudgetState,
    /// What makes the hashes of its voter list, until the first count.
    pub secret: Option<String>,
    /// Grows at each change.
    pub version: i64,
}

impl FromRow for Budget {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            initiative: row.get("initiative")?,
            title: row.get("title")?,
            text: row.get("text")?,
            criteria: row.get("criteria")?,
            settings: row.parse("settings", |text| serde_json::from_str(text).ok())?,
            state: row.parse("state", BudgetState::parse)?,
            secret: row.get("secret")?,
            version: row.get("version")?,
        })
    }
}

impl FromRow for Phase {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { step: row.parse("step", Step::parse)?, start: row.get("start_day")?, end: row.get("end_day")? })
    }
}

impl FromRow for Envelope {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { id: row.get("id")?, name: row.get("name")?, amount: row.get("amount")? })
    }
}

pub(crate) async fn add(tx: &Tx, budget: &Budget) -> Result<(), StoreError> {
    let settings = serde_json::to_string(&budget.settings)?;
    let row = args![
        budget.id,
        budget.initiative,
        &budget.title,
        &budget.text,
        &budget.criteria,
        settings,
        budget.secret.clone(),
        tx.author.at
    ];
    tx.run(&ADD, row).await.map(drop)
}

/// Changes it; `false` when someone did before, or when the ballot has opened.
pub(crate) async fn edit(tx: &Tx, budget: &Budget) -> Result<bool, StoreError> {
    let settings = serde_json::to_string(&budget.settings)?;
    let row = args![budget.id, budget.version, &budget.title, &budget.text, &budget.criteria, settings];
    Ok(tx.run(&EDIT, row).await? > 0)
}

/// The budget of a démarche.
///
/// # Errors
/// The database does not answer.
pub async fn of_initiative(src: &impl Reads, initiative: Id<Initiative>) -> Result<Option<Budget>, StoreError> {
    src.maybe(&OF_INITIATIVE, args![initiative]).await
}

/// A budget.
///
/// # Errors
/// The database does not answer.
pub async fn by_id(src: &impl Reads, id: Id<BudgetMark>) -> Result<Option<Budget>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}

/// The budgets whose lists of voters can still be asked for a name.
///
/// # Errors
/// The database does not answer.
pub async fn with_secret(src: &impl Reads) -> Result<Vec<Budget>, StoreError> {
    src.all(&WITH_SECRET, args![]).await
}

/// Waits for its turn, then reads the budget as it is: one ballot, one number, one count at a time.
pub(crate) async fn lock(tx: &Tx, id: Id<BudgetMark>) -> Result<Budget, StoreError> {
    tx.run(&LOCK, args![id]).await?;
    tx.one(&BY_ID, args![id]).await
}

/// Goes from one state to the next; `false` when it was in another.
pub(crate) async fn go(tx: &Tx, id: Id<BudgetMark>, from: BudgetState, to: BudgetState) -> Result<bool, StoreError> {
    Ok(tx.run(&MOVE, args![id, from.code(), to.code()]).await? > 0)
}

/// From now on nobody can test whether a name is on the list.
pub(crate) async fn destroy_secret(tx: &Tx, id: Id<BudgetMark>) -> Result<(), StoreError> {
    tx.run(&DESTROY_SECRET, args![id]).await.map(drop)
}

pub(crate) async fn put_phase(tx: &Tx, budget: Id<BudgetMark>, phase: &Phase) -> Result<(), StoreError> {
    tx.run(&PUT_PHASE, args![budget, phase.step.code(), phase.start, phase.end]).await.map(drop)
}

/// Its steps, in order.
///
/// # Errors
/// The database does not answer.
pub async fn phases(src: &impl Reads, budget: Id<BudgetMark>) -> Result<Vec<Phase>, StoreError> {
    src.all(&PHASES, args![budget]).await
}

/// Keeps an envelope under its name.
pub(crate) async fn put_envelope(
    tx: &Tx,
    budget: Id<BudgetMark>,
    position: i64,
    envelope: &Envelope,
) -> Result<(), StoreError> {
    let row = args![envelope.id, budget, position, &envelope.name, envelope.amount];
    tx.run(&PUT_ENVELOPE, row).await.map(drop)
}

/// Takes an envelope away; `false` when projects are in it.
pub(crate) async fn drop_envelope(tx: &Tx, id: Id<Envelope>) -> Result<bool, StoreError> {
    Ok(tx.run(&DROP_ENVELOPE, args![id]).await? > 0)
}

/// Its envelopes, in order.
///
/// # Errors
/// The database does not answer.
pub async fn envelopes(src: &impl Reads, budget: Id<BudgetMark>) -> Result<Vec<Envelope>, StoreError> {
    src.all(&ENVELOPES, args![budget]).await
}
