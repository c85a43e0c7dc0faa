//! Options and what they rest on.

use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use uuid::Uuid;

use crate::domain::contribution::Contribution;
use crate::domain::initiative::{Initiative, Theme};
use crate::domain::options::{OptionSheet, PolicyOption, lines};

macro_rules! option {
    () => {
        "SELECT o.id, o.initiative, o.title, o.description, o.cost, o.cost_euros, o.delay, o.delay_days, o.staff,
         o.advantages, o.limits, o.created_at, o.version FROM option o"
    };
}

statements! {
    ADD = "INSERT INTO option (id, initiative, title, description, cost, cost_euros, delay, delay_days, staff, advantages,
           limits, created_at, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)";
    EDIT = "UPDATE option SET title = $3, description = $4, cost = $5, cost_euros = $6, delay = $7, delay_days = $8,
            staff = $9, advantages = $10, limits = $11, version = version + 1 WHERE id = $1 AND version = $2";
    BY_ID = concat!(option!(), " WHERE o.id = $1");
    OF_INITIATIVE = concat!(option!(), " WHERE o.initiative = $1 ORDER BY o.created_at, o.id");
    OF_DECISION = "SELECT o.id, o.initiative, o.title, o.description, o.cost, o.cost_euros, o.delay, o.delay_days, o.staff,
        o.advantages, o.limits, o.created_at, o.version, EXISTS (SELECT 1 FROM link c
            WHERE c.from_id = $1 AND c.kind = 'chooses' AND c.to_id = o.id) AS chosen
        FROM option o JOIN link l ON l.to_id = o.id AND l.kind = 'examines' WHERE l.from_id = $1
        ORDER BY o.created_at, o.id";
    CHOSEN = "SELECT DISTINCT l.to_id AS value FROM link l JOIN decision d ON d.id = l.from_id
        WHERE d.initiative = $1 AND d.state = 'published' AND l.kind = 'chooses'
        AND NOT EXISTS (SELECT 1 FROM decision n WHERE n.replaces = d.id AND n.state = 'published')";
    DECISIONS_OF = "SELECT d.id, d.title, EXISTS (SELECT 1 FROM link c WHERE c.from_id = d.id AND c.kind = 'chooses'
            AND c.to_id = $1) AS chosen FROM decision d JOIN link l ON l.from_id = d.id AND l.kind = 'examines'
        WHERE l.to_id = $1 AND d.state = 'published'
        AND NOT EXISTS (SELECT 1 FROM decision n WHERE n.replaces = d.id AND n.state = 'published') ORDER BY d.published_at";
    DECIDED = "SELECT COUNT(*) AS value FROM link l JOIN decision d ON d.id = l.from_id
               WHERE l.to_id = $1 AND l.kind = 'examines' AND d.state = 'published'";
    RESTS_ON_CONTRIBUTIONS = "SELECT c.id, c.number, c.title, c.theme FROM contribution c
        JOIN link l ON l.to_id = c.id AND l.kind = 'rests_on' WHERE l.from_id = $1 AND c.state = 'published'
        ORDER BY c.number LIMIT $2";
    RESTS_ON_THEMES = "SELECT t.id, t.title FROM theme t JOIN link l ON l.to_id = t.id AND l.kind = 'rests_on'
        WHERE l.from_id = $1 ORDER BY t.title";
    COUNTS = "SELECT l.from_id AS id, l.to_kind AS kind, COUNT(*) AS n FROM link l JOIN option o ON o.id = l.from_id
        WHERE o.initiative = $1 AND l.kind = 'rests_on' GROUP BY l.from_id, l.to_kind";
    CANDIDATES = "SELECT c.id, c.number, c.title, c.theme FROM contribution c
        WHERE c.initiative = $1 AND c.state = 'published' AND c.merged_into IS NULL
        AND (c.theme = $2 OR $2 IS NULL) ORDER BY c.number LIMIT $3 OFFSET $4";
    COUNT_CANDIDATES = "SELECT COUNT(*) AS value FROM contribution c
        WHERE c.initiative = $1 AND c.state = 'published' AND c.merged_into IS NULL AND (c.theme = $2 OR $2 IS NULL)";
    BELONGS = "SELECT (SELECT COUNT(*) FROM contribution WHERE id = $1 AND initiative = $2)
        + (SELECT COUNT(*) FROM theme WHERE id = $1 AND initiative = $2) AS value";
}

impl FromRow for PolicyOption {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            initiative: row.get("initiative")?,
            sheet: OptionSheet {
                title: row.get("title")?,
                description: row.get("description")?,
                cost: row.get("cost")?,
                cost_euros: row.get("cost_euros")?,
                delay: row.get("delay")?,
                delay_days: row.get("delay_days")?,
                staff: row.get("staff")?,
                advantages: lines(&row.get::<String>("advantages")?),
                limits: lines(&row.get::<String>("limits")?),
            },
            created_at: row.get("created_at")?,
            version: row.get("version")?,
        })
    }
}

/// An option as a decision saw it.
#[derive(Debug, Clone)]
pub struct Examined {
    /// The option.
    pub option: PolicyOption,
    /// It was chosen.
    pub chosen: bool,
}

impl FromRow for Examined {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { option: PolicyOption::from_row(row)?, chosen: row.get("chosen")? })
    }
}

/// A contribution as a list of references shows it.
#[derive(Debug, Clone)]
pub struct Reference {
    /// The contribution.
    pub id: Id<Contribution>,
    /// Its number in the démarche.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// Its theme.
    pub theme: Option<Id<Theme>>,
}

impl FromRow for Reference {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { id: row.get("id")?, number: row.get("number")?, title: row.get("title")?, theme: row.get("theme")? })
    }
}

/// A theme an option rests on.
#[derive(Debug, Clone)]
pub struct ThemeReference {
    /// The theme.
    pub id: Id<Theme>,
    /// Its title.
    pub title: String,
}

impl FromRow for ThemeReference {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { id: row.get("id")?, title: row.get("title")? })
    }
}

/// A decision that examined an option.
#[derive(Debug, Clone)]
pub struct ExaminedBy {
    /// The decision.
    pub id: Uuid,
    /// Its title.
    pub title: String,
    /// It chose the option.
    pub chosen: bool,
}

impl FromRow for ExaminedBy {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { id: row.get("id")?, title: row.get("title")?, chosen: row.get("chosen")? })
    }
}

/// How many contributions and themes an option rests on.
#[derive(Debug, Clone)]
pub struct Support {
    /// The option.
    pub option: Uuid,
    /// `contribution` or `theme`.
    pub kind: String,
    /// How many.
    pub n: i64,
}

impl FromRow for Support {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { option: row.get("id")?, kind: row.get("kind")?, n: row.get("n")? })
    }
}

pub(crate) async fn add(tx: &Tx, o: &PolicyOption) -> Result<(), StoreError> {
    let s = &o.sheet;
    let row = args![
        o.id,
        o.initiative,
        &s.title,
        &s.description,
        &s.cost,
        s.cost_euros,
        &s.delay,
        s.delay_days,
        &s.staff,
        s.advantages.join("\n"),
        s.limits.join("\n"),
        o.created_at
    ];
    tx.run(&ADD, row).await.map(drop)
}

/// Saves unless someone saved first; `false` then.
pub(crate) async fn edit(tx: &Tx, id: Id<PolicyOption>, version: i64, s: &OptionSheet) -> Result<bool, StoreError> {
    let row = args![
        id,
        version,
        &s.title,
        &s.description,
        &s.cost,
        s.cost_euros,
        &s.delay,
        s.delay_days,
        &s.staff,
        s.advantages.join("\n"),
        s.limits.join("\n")
    ];
    Ok(tx.run(&EDIT, row).await? > 0)
}

/// Whether a published decision examined it: it no longer changes then.
pub(crate) async fn decided(src: &impl Reads, id: Id<PolicyOption>) -> Result<bool, StoreError> {
    Ok(src.one::<i64>(&DECIDED, args![id]).await? > 0)
}

/// Whether a contribution or a theme is one of the démarche's.
pub(crate) async fn belongs(src: &impl Reads, record: Uuid, initiative: Id<Initiative>) -> Result<bool, StoreError> {
    Ok(src.one::<i64>(&BELONGS, args![record, initiative]).await? > 0)
}

/// An option.
///
/// # Errors
/// The database does not answer.
pub async fn by_id(src: &impl Reads, id: Id<PolicyOption>) -> Result<Option<PolicyOption>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}

/// Options of a démarche, in the order they were written.
///
/// # Errors
/// The database does not answer.
pub async fn of_initiative(src: &impl Reads, id: Id<Initiative>) -> Result<Vec<PolicyOption>, StoreError> {
    src.all(&OF_INITIATIVE, args![id]).await
}

/// Options that a published decision of a démarche chose.
///
/// # Errors
/// The database does not answer.
pub async fn chosen(src: &impl Reads, id: Id<Initiative>) -> Result<Vec<Id<PolicyOption>>, StoreError> {
    src.all(&CHOSEN, args![id]).await
}

/// Published decisions that examined an option.
///
/// # Errors
/// The database does not answer.
pub async fn examined_by(src: &impl Reads, id: Id<PolicyOption>) -> Result<Vec<ExaminedBy>, StoreError> {
    src.all(&DECISIONS_OF, args![id]).await
}

/// Options a decision examined, those chosen marked.
///
/// # Errors
/// The database does not answer.
pub async fn of_decision<T>(src: &impl Reads, decision: Id<T>) -> Result<Vec<Examined>, StoreError> {
    src.all(&OF_DECISION, args![decision]).await
}

/// Published contributions an option rests on directly, at most `limit`.
///
/// # Errors
/// The database does not answer.
pub async fn contributions(src: &impl Reads, id: Id<PolicyOption>, limit: i64) -> Result<Vec<Reference>, StoreError> {
    src.all(&RESTS_ON_CONTRIBUTIONS, args![id, limit]).await
}

/// Themes an option rests on.
///
/// # Errors
/// The database does not answer.
pub async fn themes(src: &impl Reads, id: Id<PolicyOption>) -> Result<Vec<ThemeReference>, StoreError> {
    src.all(&RESTS_ON_THEMES, args![id]).await
}

/// How many contributions and themes each option of a démarche rests on.
///
/// # Errors
/// The database does not answer.
pub async fn supports(src: &impl Reads, id: Id<Initiative>) -> Result<Vec<Support>, StoreError> {
    src.all(&COUNTS, args![id]).await
}

/// Published contributions an option could rest on, of a theme or of all, one page at a time; and how many there are.
///
/// # Errors
/// The database does not answer.
pub async fn candidates(
    src: &impl Reads,
    initiative: Id<Initiative>,
    theme: Option<Id<Theme>>,
    (limit, offset): (i64, i64),
) -> Result<(Vec<Reference>, i64), StoreError> {
    let total = src.one(&COUNT_CANDIDATES, args![initiative, theme]).await?;
    Ok((src.all(&CANDIDATES, args![initiative, theme, limit, offset]).await?, total))
}
