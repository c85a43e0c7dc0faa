//! Démarches, their scope and phases.

use std::collections::HashMap;

use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use uuid::Uuid;

pub use super::places::of_initiative as areas;
use crate::domain::initiative::{Initiative, InitiativeState, PhaseDates, PromiseLevel, ScopeQuestion, Step};

statements! {
    ADD = "INSERT INTO initiative (id, slug, title, title_en, purpose, purpose_en, sponsor, promise_level, promise,
           who_decides, who_answers, answer_delay_days, state, next_day, next_text, closing_text, created_at, version)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'draft', $13, $14, '', $15, 1)";
    EDIT = "UPDATE initiative SET title = $3, title_en = $4, purpose = $5, purpose_en = $6, sponsor = $7,
            promise_level = $8, promise = $9, who_decides = $10, who_answers = $11, answer_delay_days = $12,
            next_day = $13, next_text = $14, version = version + 1 WHERE id = $1 AND version = $2";
    OPEN = "UPDATE initiative SET state = 'open', opened_at = $2, version = version + 1 WHERE id = $1 AND state = 'draft'";
    CLOSE = "UPDATE initiative SET state = 'closed', closed_at = $2, closing_text = $3, version = version + 1
             WHERE id = $1 AND state = 'open'";
    BY_SLUG = "SELECT id, slug, title, title_en, purpose, purpose_en, sponsor, promise_level, promise, who_decides, who_answers,
               answer_delay_days, state, next_day, next_text, closing_text, opened_at, closed_at, version
               FROM initiative WHERE slug = $1";
    BY_ID = "SELECT id, slug, title, title_en, purpose, purpose_en, sponsor, promise_level, promise, who_decides, who_answers,
             answer_delay_days, state, next_day, next_text, closing_text, opened_at, closed_at, version
             FROM initiative WHERE id = $1";
    LIST = "SELECT id, slug, title, title_en, purpose, purpose_en, sponsor, promise_level, promise, who_decides, who_answers,
            answer_delay_days, state, next_day, next_text, closing_text, opened_at, closed_at, version
            FROM initiative WHERE state <> 'draft' OR $1 = 1
            ORDER BY CASE state WHEN 'open' THEN 0 WHEN 'draft' THEN 1 ELSE 2 END, opened_at DESC";
    PHASES = "SELECT step, title, text, start_day, end_day FROM phase WHERE initiative = $1 ORDER BY start_day, end_day";
    CLEAR_PHASES = "DELETE FROM phase WHERE initiative = $1";
    ADD_PHASE = "INSERT INTO phase (id, initiative, step, title, text, start_day, end_day)
                 VALUES ($1, $2, $3, $4, $5, $6, $7)";
    SCOPE = "SELECT open, question, reason FROM scope_question WHERE initiative = $1 ORDER BY open DESC, position";
    CLEAR_SCOPE = "DELETE FROM scope_question WHERE initiative = $1";
    ADD_SCOPE = "INSERT INTO scope_question (id, initiative, open, question, reason, position)
                 VALUES ($1, $2, $3, $4, $5, $6)";
    SWITCH_ON = "INSERT INTO component (initiative, module) VALUES ($1, $2) ON CONFLICT (initiative, module) DO NOTHING";
    HAS_COMPONENT = "SELECT COUNT(*) AS value FROM component WHERE initiative = $1 AND module = $2";
    SET_TEMPLATE = "UPDATE initiative SET template = $2 WHERE id = $1";
    TEMPLATE = "SELECT template AS value FROM initiative WHERE id = $1";
    ALL_PHASES = "SELECT initiative, step, title, text, start_day, end_day FROM phase ORDER BY start_day, end_day";
    NUMBERS = "SELECT i.id, i.last_number AS said,
               (SELECT COUNT(*) FROM answer a WHERE a.initiative = i.id AND a.current = 1
                AND a.status <> 'under_study') AS answered,
               (SELECT COUNT(*) FROM option o WHERE o.initiative = i.id) AS options,
               (SELECT COUNT(DISTINCT root) FROM decision d WHERE d.initiative = i.id AND d.state = 'published') AS decisions,
               (SELECT COUNT(*) FROM commitment c WHERE c.initiative = i.id) AS commitments FROM initiative i";
}

impl FromRow for Initiative {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            slug: row.get("slug")?,
            title: row.get("title")?,
            title_en: row.get("title_en")?,
            purpose: row.get("purpose")?,
            purpose_en: row.get("purpose_en")?,
            sponsor: row.get("sponsor")?,
            promise_level: row.parse("promise_level", PromiseLevel::parse)?,
            promise: row.get("promise")?,
            who_decides: row.get("who_decides")?,
            who_answers: row.get("who_answers")?,
            answer_delay_days: row.get("answer_delay_days")?,
            state: row.parse("state", InitiativeState::parse)?,
            next_day: row.get("next_day")?,
            next_text: row.get("next_text")?,
            closing_text: row.get("closing_text")?,
            opened_at: row.get("opened_at")?,
            closed_at: row.get("closed_at")?,
            version: row.get("version")?,
        })
    }
}

impl FromRow for PhaseDates {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            step: row.parse("step", Step::parse)?,
            title: row.get("title")?,
            text: row.get("text")?,
            start: row.get("start_day")?,
            end: row.get("end_day")?,
        })
    }
}

impl FromRow for ScopeQuestion {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { open: row.get("open")?, question: row.get("question")?, reason: row.get("reason")? })
    }
}

/// A démarche in numbers: what was said, answered, and what came of it.
#[derive(Debug, Clone, Copy)]
pub struct Numbers {
    /// The démarche.
    pub id: Id<Initiative>,
    /// Contributions received.
    pub said: i64,
    /// Contributions with a final answer.
    pub answered: i64,
    /// Options written.
    pub options: i64,
    /// Decisions published.
    pub decisions: i64,
    /// Commitments taken.
    pub commitments: i64,
}

impl FromRow for Numbers {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            said: row.get("said")?,
            answered: row.get("answered")?,
            options: row.get("options")?,
            decisions: row.get("decisions")?,
            commitments: row.get("commitments")?,
        })
    }
}

pub(crate) async fn add(tx: &Tx, i: &Initiative) -> Result<(), StoreError> {
    let row = args![
        i.id,
        &i.slug,
        &i.title,
        &i.title_en,
        &i.purpose,
        &i.purpose_en,
        &i.sponsor,
        i.promise_level.code(),
        &i.promise,
        &i.who_decides,
        &i.who_answers,
        i.answer_delay_days,
        i.next_day,
        &i.next_text,
        tx.author.at
    ];
    tx.run(&ADD, row).await.map(drop)
}

/// Saves unless someone saved first; `false` then.
pub(crate) async fn edit(tx: &Tx, i: &Initiative) -> Result<bool, StoreError> {
    let row = args![
        i.id,
        i.version,
        &i.title,
        &i.title_en,
        &i.purpose,
        &i.purpose_en,
        &i.sponsor,
        i.promise_level.code(),
        &i.promise,
        &i.who_decides,
        &i.who_answers,
        i.answer_delay_days,
        i.next_day,
        &i.next_text
    ];
    Ok(tx.run(&EDIT, row).await? > 0)
}

pub(crate) async fn open(tx: &Tx, id: Id<Initiative>) -> Result<bool, StoreError> {
    Ok(tx.run(&OPEN, args![id, tx.author.at]).await? > 0)
}

/// Closes an open démarche; `false` when it is not open.
pub(crate) async fn close(tx: &Tx, id: Id<Initiative>, words: &str) -> Result<bool, StoreError> {
    Ok(tx.run(&CLOSE, args![id, tx.author.at, words]).await? > 0)
}

pub(crate) async fn set_phases(tx: &Tx, id: Id<Initiative>, phases: &[(Uuid, PhaseDates)]) -> Result<(), StoreError> {
    tx.run(&CLEAR_PHASES, args![id]).await?;
    for (phase, p) in phases {
        tx.run(&ADD_PHASE, args![*phase, id, p.step.code(), &p.title, &p.text, p.start, p.end]).await?;
    }
    Ok(())
}

pub(crate) async fn set_scope(tx: &Tx, id: Id<Initiative>, scope: &[(Uuid, ScopeQuestion)]) -> Result<(), StoreError> {
    tx.run(&CLEAR_SCOPE, args![id]).await?;
    for (position, (question, q)) in (0_i64..).zip(scope) {
        tx.run(&ADD_SCOPE, args![*question, id, q.open, &q.question, &q.reason, position]).await?;
    }
    Ok(())
}

pub(crate) async fn set_template(tx: &Tx, id: Id<Initiative>, code: &str) -> Result<(), StoreError> {
    tx.run(&SET_TEMPLATE, args![id, code]).await.map(drop)
}

/// The code of the template that a démarche began from; empty when it began from none.
///
/// # Errors
/// The database does not answer, or no such démarche.
pub async fn template(src: &impl Reads, id: Id<Initiative>) -> Result<String, StoreError> {
    src.one(&TEMPLATE, args![id]).await
}

pub(crate) async fn switch_on(tx: &Tx, id: Id<Initiative>, module: &str) -> Result<(), StoreError> {
    tx.run(&SWITCH_ON, args![id, module]).await.map(drop)
}

/// A démarche by its name in addresses.
///
/// # Errors
/// The database does not answer.
pub async fn by_slug(src: &impl Reads, slug: &str) -> Result<Option<Initiative>, StoreError> {
    src.maybe(&BY_SLUG, args![slug]).await
}

/// A démarche by its id.
///
/// # Errors
/// The database does not answer.
pub async fn by_id(src: &impl Reads, id: Id<Initiative>) -> Result<Option<Initiative>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}

/// Démarches: open ones first, the latest opened first.
///
/// # Errors
/// The database does not answer.
pub async fn list(src: &impl Reads, with_drafts: bool) -> Result<Vec<Initiative>, StoreError> {
    src.all(&LIST, args![with_drafts]).await
}

/// Phases in order of dates.
///
/// # Errors
/// The database does not answer.
pub async fn phases(src: &impl Reads, id: Id<Initiative>) -> Result<Vec<PhaseDates>, StoreError> {
    src.all(&PHASES, args![id]).await
}

struct PhaseOf(Id<Initiative>, PhaseDates);

impl FromRow for PhaseOf {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self(row.get("initiative")?, PhaseDates::from_row(row)?))
    }
}

/// The phases of every démarche, for lists.
///
/// # Errors
/// The database does not answer.
pub async fn all_phases(src: &impl Reads) -> Result<HashMap<Id<Initiative>, Vec<PhaseDates>>, StoreError> {
    let mut by_initiative: HashMap<Id<Initiative>, Vec<PhaseDates>> = HashMap::new();
    for PhaseOf(initiative, phase) in src.all(&ALL_PHASES, args![]).await? {
        by_initiative.entry(initiative).or_default().push(phase);
    }
    Ok(by_initiative)
}

/// The scope sheet, open questions first.
///
/// # Errors
/// The database does not answer.
pub async fn scope(src: &impl Reads, id: Id<Initiative>) -> Result<Vec<ScopeQuestion>, StoreError> {
    src.all(&SCOPE, args![id]).await
}

/// Whether a module is switched on in a démarche.
///
/// # Errors
/// The database does not answer.
pub async fn has_component(src: &impl Reads, id: Id<Initiative>, module: &str) -> Result<bool, StoreError> {
    Ok(src.one::<i64>(&HAS_COMPONENT, args![id, module]).await? > 0)
}

/// Received and answered, for every démarche.
///
/// # Errors
/// The database does not answer.
pub async fn numbers(src: &impl Reads) -> Result<Vec<Numbers>, StoreError> {
    src.all(&NUMBERS, args![]).await
}
