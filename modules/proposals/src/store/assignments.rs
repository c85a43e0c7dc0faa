//! Assignments.

use arpent_commons::domain::contribution::Contribution;
use arpent_commons::domain::initiative::Theme;
use arpent_commons::domain::people::Unit;
use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::civil::Date;

use crate::domain::assignment::{Assigned, Assignment};

statements! {
    TO_CONTRIBUTION = "INSERT INTO proposals_assignment (id, contribution, unit, assignee, due_day, note, assigned_by, assigned_at)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (contribution) DO UPDATE SET unit = excluded.unit,
          assignee = excluded.assignee, due_day = excluded.due_day, note = excluded.note,
          assigned_by = excluded.assigned_by, assigned_at = excluded.assigned_at, done_at = NULL";
    TO_THEME = "INSERT INTO proposals_assignment (id, theme, unit, assignee, due_day, note, assigned_by, assigned_at)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (theme) DO UPDATE SET unit = excluded.unit,
          assignee = excluded.assignee, due_day = excluded.due_day, note = excluded.note,
          assigned_by = excluded.assigned_by, assigned_at = excluded.assigned_at, done_at = NULL";
    WORKERS = "SELECT DISTINCT p.id, p.name, u.name AS unit_name FROM membership m JOIN person p ON p.id = m.person
          JOIN unit u ON u.id = m.unit WHERE m.from_day <= $1 AND (m.to_day >= $1 OR m.to_day IS NULL)
          ORDER BY p.name, u.name";
    /// A line of its own comes before the theme's.
    OF = "SELECT a.id, a.unit, u.name AS unit_name, a.assignee, p.name AS assignee_name, a.due_day, a.note, a.assigned_at,
          a.done_at, CASE WHEN a.contribution IS NULL THEN 1 ELSE 0 END AS by_theme
          FROM contribution c JOIN proposals_assignment a ON a.contribution = c.id OR a.theme = c.theme
          LEFT JOIN unit u ON u.id = a.unit LEFT JOIN person p ON p.id = a.assignee
          WHERE c.id = $1 ORDER BY by_theme LIMIT 1";
    OF_THEMES = "SELECT a.theme AS id, COALESCE(u.name, p.name) AS name FROM proposals_assignment a
          JOIN theme t ON t.id = a.theme LEFT JOIN unit u ON u.id = a.unit LEFT JOIN person p ON p.id = a.assignee
          WHERE t.initiative = $1";
    HAND_BACK = "UPDATE proposals_assignment SET done_at = $2, note = $3 WHERE id = $1 AND done_at IS NULL";
    OF_PERSON = "SELECT a.id, a.unit, u.name AS unit_name, a.assignee, p.name AS assignee_name, a.due_day, a.note,
          a.assigned_at, a.done_at, CASE WHEN a.contribution IS NULL THEN 1 ELSE 0 END AS by_theme
          FROM proposals_assignment a LEFT JOIN unit u ON u.id = a.unit LEFT JOIN person p ON p.id = a.assignee
          WHERE a.assignee = $1 ORDER BY a.assigned_at";
    ORPHANS = "DELETE FROM proposals_assignment WHERE assignee = $1 AND unit IS NULL";
    ERASE_ASSIGNEE = "UPDATE proposals_assignment SET assignee = NULL WHERE assignee = $1";
    ERASE_AUTHOR = "UPDATE proposals_assignment SET assigned_by = NULL WHERE assigned_by = $1";
}

impl FromRow for Assignment {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            unit: row.get("unit")?,
            unit_name: row.get("unit_name")?,
            assignee: row.get("assignee")?,
            assignee_name: row.get("assignee_name")?,
            due_day: row.get("due_day")?,
            note: row.get("note")?,
            assigned_at: row.get("assigned_at")?,
            done_at: row.get("done_at")?,
            by_theme: row.get("by_theme")?,
        })
    }
}

/// To whom, for when, with what note.
#[derive(Debug, Clone)]
pub(crate) struct Given {
    pub unit: Option<Id<Unit>>,
    pub assignee: Option<Id<Person>>,
    pub due_day: Option<Date>,
    pub note: String,
}

/// Someone who works in a unit.
#[derive(Debug, Clone)]
pub struct Worker {
    /// The person.
    pub id: Id<Person>,
    /// Her name.
    pub name: String,
    /// Her unit's.
    pub unit_name: String,
}

impl FromRow for Worker {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { id: row.get("id")?, name: row.get("name")?, unit_name: row.get("unit_name")? })
    }
}

struct ThemeHolder(Id<Theme>, String);

impl FromRow for ThemeHolder {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self(row.get("id")?, row.get("name")?))
    }
}

/// Assigns, in place of whoever had it.
pub(crate) async fn put(tx: &Tx, id: Id<Assignment>, what: Assigned, given: &Given) -> Result<(), StoreError> {
    let (statement, record) = match what {
        Assigned::Contribution(contribution) => (&TO_CONTRIBUTION, contribution.uuid()),
        Assigned::Theme(theme) => (&TO_THEME, theme.uuid()),
    };
    let (by, at) = (tx.author.person, tx.author.at);
    let row = args![id, record, given.unit, given.assignee, given.due_day, &given.note, by, at];
    tx.run(statement, row).await.map(drop)
}

/// Those who work in a unit on a day, by name; a person of two units is there twice.
pub(crate) async fn workers(src: &impl Reads, day: Date) -> Result<Vec<Worker>, StoreError> {
    src.all(&WORKERS, args![day]).await
}

/// Who prepares the answer to a contribution, by its own line or its theme's.
pub(crate) async fn of(src: &impl Reads, contribution: Id<Contribution>) -> Result<Option<Assignment>, StoreError> {
    src.maybe(&OF, args![contribution]).await
}

/// Who holds each theme of a démarche.
pub(crate) async fn of_themes<T>(src: &impl Reads, initiative: Id<T>) -> Result<Vec<(Id<Theme>, String)>, StoreError> {
    let holders: Vec<ThemeHolder> = src.all(&OF_THEMES, args![initiative]).await?;
    Ok(holders.into_iter().map(|ThemeHolder(theme, name)| (theme, name)).collect())
}

/// Gives the work back; `false` when it already was.
pub(crate) async fn hand_back(tx: &Tx, id: Id<Assignment>, note: &str) -> Result<bool, StoreError> {
    Ok(tx.run(&HAND_BACK, args![id, tx.author.at, note]).await? > 0)
}

/// What is assigned to a person, for her export.
pub(crate) async fn of_person(src: &impl Reads, person: Id<Person>) -> Result<Vec<Assignment>, StoreError> {
    src.all(&OF_PERSON, args![person]).await
}

/// The unit keeps the work; what was hers alone goes back to the facilitators.
pub(crate) async fn erase(tx: &Tx, person: Id<Person>) -> Result<u64, StoreError> {
    let mut changed = 0;
    for statement in [&ORPHANS, &ERASE_ASSIGNEE, &ERASE_AUTHOR] {
        changed += tx.run(statement, args![person]).await?;
    }
    Ok(changed)
}
