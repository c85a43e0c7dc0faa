//! Projects and what was said of them.

use arpent_commons::domain::contribution::Contribution;
use arpent_commons::domain::initiative::Initiative;
use arpent_commons::domain::people::Unit;
use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::domain::point::Point;
use crate::domain::project::{BudgetMark, Project, ProjectState};

macro_rules! listed {
    () => {
        "SELECT p.id, p.budget, p.number, p.title, p.text, p.place, p.envelope, p.state, p.cost, p.delay, p.reason,
         p.merged_into, p.unit, u.name AS unit_name, p.due_day, p.voted_on, p.created_at, p.version, p.latitude, p.longitude
         FROM budget_project p LEFT JOIN unit u ON u.id = p.unit"
    };
}

statements! {
    NEXT = "SELECT COALESCE(MAX(number), 0) + 1 AS value FROM budget_project WHERE budget = $1";
    ADD = "INSERT INTO budget_project (id, budget, number, title, text, place, envelope, state, delay, reason, voted_on,
           created_at, version, latitude, longitude)
           VALUES ($1, $2, $3, $4, $5, $6, $7, 'study', '', '', 0, $8, 1, $9, $10)";
    EDIT = "UPDATE budget_project SET title = $3, text = $4, place = $5, latitude = $6, longitude = $7,
            version = version + 1 WHERE id = $1 AND version = $2";
    OF_BUDGET = concat!(listed!(), " WHERE p.budget = $1 ORDER BY p.number");
    PLACED = concat!(listed!(), " JOIN budget b ON b.id = p.budget WHERE b.initiative = $1 AND b.state <> 'draft'
               AND p.latitude IS NOT NULL ORDER BY p.number DESC LIMIT $2");
    BY_NUMBER = concat!(listed!(), " WHERE p.budget = $1 AND p.number = $2");
    ASSIGN = "UPDATE budget_project SET unit = $2, due_day = $3, version = version + 1 WHERE id = $1";
    JUDGE = "UPDATE budget_project SET state = $2, cost = COALESCE($3, cost), delay = $4, reason = $5, merged_into = $6,
             version = version + 1 WHERE id = $1";
    ADD_VERDICT = "INSERT INTO budget_verdict (id, project, verdict, cost, reason, person, role, at)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    VERDICTS = "SELECT verdict, cost, reason, role, at FROM budget_verdict WHERE project = $1 ORDER BY at, id";
    FREEZE = "UPDATE budget_project SET voted_on = 1 WHERE budget = $1 AND state = 'admissible'";
    SOURCES = "SELECT c.id, c.number, c.title FROM contribution c
               JOIN link l ON l.to_id = c.id AND l.kind = 'rests_on' WHERE l.from_id = $1 AND c.state = 'published'
               ORDER BY c.number";
    OF_CONTRIBUTION = concat!(listed!(), " JOIN link l ON l.from_id = p.id AND l.kind = 'rests_on'
               WHERE l.to_id = $1 ORDER BY p.number");
    CARRIED = "SELECT l.to_id AS value FROM link l JOIN budget_project p ON p.id = l.from_id
               WHERE p.budget = $1 AND l.kind = 'rests_on'";
    WAITING = "SELECT COUNT(*) AS n, COALESCE(SUM(CASE WHEN p.due_day < $2 THEN 1 ELSE 0 END), 0) AS late,
               MIN(i.slug) AS slug FROM budget_project p JOIN budget b ON b.id = p.budget
               JOIN initiative i ON i.id = b.initiative
               WHERE p.state = 'study' AND b.state IN ('draft', 'published') AND p.unit IN (SELECT m.unit FROM membership m
               WHERE m.person = $1 AND m.unit IS NOT NULL AND m.from_day <= $2 AND (m.to_day >= $2 OR m.to_day IS NULL))",
        postgres: "SELECT COUNT(*) AS n, CAST(COALESCE(SUM(CASE WHEN p.due_day < $2 THEN 1 ELSE 0 END), 0) AS BIGINT) AS late,
               MIN(i.slug) AS slug FROM budget_project p JOIN budget b ON b.id = p.budget
               JOIN initiative i ON i.id = b.initiative
               WHERE p.state = 'study' AND b.state IN ('draft', 'published') AND p.unit IN (SELECT m.unit FROM membership m
               WHERE m.person = $1 AND m.unit IS NOT NULL AND m.from_day <= $2 AND (m.to_day >= $2 OR m.to_day IS NULL))";
}

impl FromRow for Project {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            budget: row.get("budget")?,
            number: row.get("number")?,
            title: row.get("title")?,
            text: row.get("text")?,
            place: row.get("place")?,
            envelope: row.get("envelope")?,
            state: row.parse("state", ProjectState::parse)?,
            cost: row.get("cost")?,
            delay: row.get("delay")?,
            reason: row.get("reason")?,
            merged_into: row.get("merged_into")?,
            unit: row.get("unit")?,
            unit_name: row.get("unit_name")?,
            due_day: row.get("due_day")?,
            voted_on: row.get("voted_on")?,
            created_at: row.get("created_at")?,
            version: row.get("version")?,
            point: point(row)?,
        })
    }
}

fn point(row: &Row) -> Result<Option<Point>, StoreError> {
    let (latitude, longitude): (Option<i64>, Option<i64>) = (row.get("latitude")?, row.get("longitude")?);
    Ok(latitude.zip(longitude).map(|(latitude, longitude)| Point { latitude, longitude }))
}

/// A verdict, kept for ever.
#[derive(Debug, Clone)]
pub struct Said {
    /// What was said.
    pub state: ProjectState,
    /// In cents.
    pub cost: Option<i64>,
    /// Why.
    pub reason: String,
    /// As whom.
    pub role: String,
    /// When.
    pub at: Timestamp,
}

impl FromRow for Said {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            state: row.parse("verdict", ProjectState::parse)?,
            cost: row.get("cost")?,
            reason: row.get("reason")?,
            role: row.get("role")?,
            at: row.get("at")?,
        })
    }
}

/// An idea a project comes from.
#[derive(Debug, Clone)]
pub struct Source {
    /// The contribution.
    pub id: Id<Contribution>,
    /// Its number.
    pub number: i64,
    /// Its title.
    pub title: String,
}

impl FromRow for Source {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { id: row.get("id")?, number: row.get("number")?, title: row.get("title")? })
    }
}

/// What waits for the services of someone.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// Projects to study.
    pub count: i64,
    /// Those whose day is past.
    pub late: i64,
    /// A démarche that holds some.
    pub slug: Option<String>,
}

impl FromRow for Waiting {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { count: row.get("n")?, late: row.get("late")?, slug: row.get("slug")? })
    }
}

/// The number of the next project; the budget is locked.
pub(crate) async fn next_number(tx: &Tx, budget: Id<BudgetMark>) -> Result<i64, StoreError> {
    tx.one(&NEXT, args![budget]).await
}

pub(crate) async fn add(tx: &Tx, project: &Project) -> Result<(), StoreError> {
    let row = args![
        project.id,
        project.budget,
        project.number,
        &project.title,
        &project.text,
        &project.place,
        project.envelope,
        project.created_at,
        project.point.map(|point| point.latitude),
        project.point.map(|point| point.longitude)
    ];
    tx.run(&ADD, row).await.map(drop)
}

/// Changes what a project is; `false` when someone did since it was read.
pub(crate) async fn edit(tx: &Tx, project: &Project) -> Result<bool, StoreError> {
    let Project { id, version, title, text, place, point, .. } = project;
    let (north, east) = (point.map(|point| point.latitude), point.map(|point| point.longitude));
    Ok(tx.run(&EDIT, args![*id, *version, title, text, place, north, east]).await? > 0)
}

/// Every project of a budget, by number.
///
/// # Errors
/// The database does not answer.
pub async fn of_budget(src: &impl Reads, budget: Id<BudgetMark>) -> Result<Vec<Project>, StoreError> {
    src.all(&OF_BUDGET, args![budget]).await
}

/// The projects of a démarche that were pointed at, once everyone reads its budget: the last numbers first.
///
/// # Errors
/// The database does not answer.
pub async fn placed(src: &impl Reads, of: Id<Initiative>, most: i64) -> Result<Vec<Project>, StoreError> {
    src.all(&PLACED, args![of, most]).await
}

/// A project by its number.
///
/// # Errors
/// The database does not answer.
pub async fn by_number(src: &impl Reads, budget: Id<BudgetMark>, number: i64) -> Result<Option<Project>, StoreError> {
    src.maybe(&BY_NUMBER, args![budget, number]).await
}

pub(crate) async fn assign(
    tx: &Tx,
    id: Id<Project>,
    unit: Option<Id<Unit>>,
    due: Option<Date>,
) -> Result<(), StoreError> {
    tx.run(&ASSIGN, args![id, unit, due]).await.map(drop)
}

/// What a verdict writes on the project.
#[derive(Debug)]
pub(crate) struct Judged<'a> {
    pub project: Id<Project>,
    pub state: ProjectState,
    pub cost: Option<i64>,
    pub delay: &'a str,
    pub reason: &'a str,
    pub merged_into: Option<Id<Project>>,
}

/// Writes a verdict on the project and in its history.
pub(crate) async fn judge<T>(tx: &Tx, id: Id<T>, judged: &Judged<'_>) -> Result<(), StoreError> {
    let state = judged.state.code();
    let row = args![judged.project, state, judged.cost, judged.delay, judged.reason, judged.merged_into];
    tx.run(&JUDGE, row).await?;
    let author: Option<Id<Person>> = tx.author.person;
    let row = args![id, judged.project, state, judged.cost, judged.reason, author, tx.author.role, tx.author.at];
    tx.run(&ADD_VERDICT, row).await.map(drop)
}

/// Every verdict of a project, in order.
///
/// # Errors
/// The database does not answer.
pub async fn verdicts(src: &impl Reads, id: Id<Project>) -> Result<Vec<Said>, StoreError> {
    src.all(&VERDICTS, args![id]).await
}

/// Admissible projects are on the ballot from now on.
pub(crate) async fn freeze(tx: &Tx, budget: Id<BudgetMark>) -> Result<u64, StoreError> {
    tx.run(&FREEZE, args![budget]).await
}

/// The ideas a project comes from.
///
/// # Errors
/// The database does not answer.
pub async fn sources(src: &impl Reads, id: Id<Project>) -> Result<Vec<Source>, StoreError> {
    src.all(&SOURCES, args![id]).await
}

/// The projects that come from an idea.
///
/// # Errors
/// The database does not answer.
pub async fn of_contribution(src: &impl Reads, id: Id<Contribution>) -> Result<Vec<Project>, StoreError> {
    src.all(&OF_CONTRIBUTION, args![id]).await
}

/// The ideas that a project of this budget already carries.
///
/// # Errors
/// The database does not answer.
pub async fn carried(src: &impl Reads, budget: Id<BudgetMark>) -> Result<Vec<Id<Contribution>>, StoreError> {
    src.all(&CARRIED, args![budget]).await
}

/// What waits for the services of someone.
///
/// # Errors
/// The database does not answer.
pub async fn waiting(src: &impl Reads, person: Id<Person>, today: Date) -> Result<Waiting, StoreError> {
    src.one(&WAITING, args![person, today]).await
}
