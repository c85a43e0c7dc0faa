//! What becomes of the projects that won.

use arpent_commons::domain::commitments::Commitment;
use arpent_commons::domain::people::Unit;
use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::civil::Date;

use crate::domain::project::{BudgetMark, Project};
use crate::domain::works::{Line, LineKind, Stage};

statements! {
    ADD_STAGE = "INSERT INTO budget_stage (id, project, stage, day, text, unit, person, role, at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    ADD_LINE = "INSERT INTO budget_line (id, project, kind, amount, day, reference, person, role, at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    STAGES = "SELECT s.project, s.stage, s.day, s.text, u.name AS unit_name FROM budget_stage s
              JOIN budget_project p ON p.id = s.project LEFT JOIN unit u ON u.id = s.unit
              WHERE p.budget = $1 ORDER BY s.day, s.at, s.id";
    LINES = "SELECT l.project, l.kind, l.amount, l.day, l.reference FROM budget_line l
             JOIN budget_project p ON p.id = l.project WHERE p.budget = $1 ORDER BY l.day, l.at, l.id";
    COMMITMENTS = "SELECT c.id, c.text, c.due_day FROM commitment c JOIN link l ON l.from_id = c.id AND l.kind = 'addresses'
                   WHERE l.to_id = $1 ORDER BY c.due_day, c.id";
}

/// A step of the works.
#[derive(Debug, Clone)]
pub struct Reached {
    /// Of which project.
    pub project: Id<Project>,
    /// How far.
    pub stage: Stage,
    /// On which day.
    pub day: Date,
    /// What happened.
    pub text: String,
    /// Who leads it.
    pub unit_name: Option<String>,
}

impl FromRow for Reached {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            project: row.get("project")?,
            stage: row.parse("stage", Stage::parse)?,
            day: row.get("day")?,
            text: row.get("text")?,
            unit_name: row.get("unit_name")?,
        })
    }
}

struct Of(Id<Project>, Line);

impl FromRow for Of {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let line = Line {
            kind: row.parse("kind", LineKind::parse)?,
            amount: row.get("amount")?,
            day: row.get("day")?,
            reference: row.get("reference")?,
        };
        Ok(Self(row.get("project")?, line))
    }
}

/// A commitment that addresses a project.
#[derive(Debug, Clone)]
pub struct Promised {
    /// Its id.
    pub id: Id<Commitment>,
    /// Its words.
    pub text: String,
    /// For when.
    pub due: Date,
}

impl FromRow for Promised {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { id: row.get("id")?, text: row.get("text")?, due: row.get("due_day")? })
    }
}

pub(crate) async fn add_stage<T>(
    tx: &Tx,
    id: Id<T>,
    project: Id<Project>,
    (stage, day, text, unit): (Stage, Date, &str, Option<Id<Unit>>),
) -> Result<(), StoreError> {
    let author = tx.author;
    let row = args![id, project, stage.code(), day, text, unit, author.person, author.role, author.at];
    tx.run(&ADD_STAGE, row).await.map(drop)
}

pub(crate) async fn add_line<T>(tx: &Tx, id: Id<T>, project: Id<Project>, line: &Line) -> Result<(), StoreError> {
    let author = tx.author;
    let row = args![
        id,
        project,
        line.kind.code(),
        line.amount,
        line.day,
        &line.reference,
        author.person,
        author.role,
        author.at
    ];
    tx.run(&ADD_LINE, row).await.map(drop)
}

/// Every step reached by the projects of a budget, in order.
///
/// # Errors
/// The database does not answer.
pub async fn stages(src: &impl Reads, budget: Id<BudgetMark>) -> Result<Vec<Reached>, StoreError> {
    src.all(&STAGES, args![budget]).await
}

/// Every amount of the projects of a budget, in order.
///
/// # Errors
/// The database does not answer.
pub async fn lines(src: &impl Reads, budget: Id<BudgetMark>) -> Result<Vec<(Id<Project>, Line)>, StoreError> {
    let all: Vec<Of> = src.all(&LINES, args![budget]).await?;
    Ok(all.into_iter().map(|Of(project, line)| (project, line)).collect())
}

/// The commitments that address a project.
///
/// # Errors
/// The database does not answer.
pub async fn commitments(src: &impl Reads, project: Id<Project>) -> Result<Vec<Promised>, StoreError> {
    src.all(&COMMITMENTS, args![project]).await
}
