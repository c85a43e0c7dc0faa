//! Projects: sheets, money, steps, photographs, followers.

use arpent_commons::domain::initiative::Initiative;
use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use uuid::Uuid;

use crate::domain::object::Object;
use crate::domain::project::{Money, Stage, Step};

statements! {
    PUT = "INSERT INTO mapping_project (object, stage, owner, actions, at) VALUES ($1, 'idea', $2, $3, $4)
           ON CONFLICT (object) DO UPDATE SET owner = excluded.owner, actions = excluded.actions";
    OF = "SELECT object, stage, owner, actions FROM mapping_project WHERE object = $1";
    STAGE = "UPDATE mapping_project SET stage = $2 WHERE object = $1";
    STEP = "INSERT INTO mapping_project_step (id, object, stage, text, day, at) VALUES ($1, $2, $3, $4, $5, $6)";
    STEPS = "SELECT stage, text, day FROM mapping_project_step WHERE object = $1 ORDER BY day, at";
    LINE = "INSERT INTO mapping_budget_line (id, object, label, voted, committed, spent, deliberation)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (id) DO UPDATE SET label = excluded.label, voted = excluded.voted, committed = excluded.committed,
            spent = excluded.spent, deliberation = excluded.deliberation";
    LINES = "SELECT id, object, label, voted, committed, spent, deliberation FROM mapping_budget_line WHERE object = $1
             ORDER BY id";
    LINE_OF = "SELECT id, object, label, voted, committed, spent, deliberation FROM mapping_budget_line WHERE id = $1";
    REMOVE_LINE = "DELETE FROM mapping_budget_line WHERE id = $1";
    PHOTO = "INSERT INTO mapping_project_photo (file, object, moment, alt, at) VALUES ($1, $2, $3, $4, $5)";
    PHOTOS = "SELECT file, object, moment, alt FROM mapping_project_photo WHERE object = $1 ORDER BY at";
    REMOVE_PHOTO = "DELETE FROM mapping_project_photo WHERE file = $1";
    FOLLOW = "INSERT INTO mapping_follower (object, person, at) VALUES ($1, $2, $3) ON CONFLICT (object, person) DO NOTHING";
    LEAVE = "DELETE FROM mapping_follower WHERE object = $1 AND person = $2";
    FOLLOWS = "SELECT COUNT(*) AS value FROM mapping_follower WHERE object = $1 AND person = $2";
    FOLLOWERS = "SELECT person AS value FROM mapping_follower WHERE object = $1 ORDER BY at";
    FOLLOWED = "SELECT object AS value FROM mapping_follower WHERE person = $1 ORDER BY at";
    ERASE = "DELETE FROM mapping_follower WHERE person = $1";
    ALL = "SELECT p.object, o.title, p.stage, p.owner,
           COALESCE((SELECT SUM(b.voted) FROM mapping_budget_line b WHERE b.object = p.object), 0) AS voted,
           COALESCE((SELECT SUM(b.committed) FROM mapping_budget_line b WHERE b.object = p.object), 0) AS committed,
           COALESCE((SELECT SUM(b.spent) FROM mapping_budget_line b WHERE b.object = p.object), 0) AS spent
           FROM mapping_project p JOIN mapping_object o ON o.id = p.object JOIN mapping_layer l ON l.id = o.layer
           WHERE l.initiative = $1 AND o.state = 'published' ORDER BY o.folded, p.object",
        postgres: "SELECT p.object, o.title, p.stage, p.owner,
           CAST(COALESCE((SELECT SUM(b.voted) FROM mapping_budget_line b WHERE b.object = p.object), 0) AS BIGINT) AS voted,
           CAST(COALESCE((SELECT SUM(b.committed) FROM mapping_budget_line b WHERE b.object = p.object), 0) AS BIGINT)
           AS committed,
           CAST(COALESCE((SELECT SUM(b.spent) FROM mapping_budget_line b WHERE b.object = p.object), 0) AS BIGINT) AS spent
           FROM mapping_project p JOIN mapping_object o ON o.id = p.object JOIN mapping_layer l ON l.id = o.layer
           WHERE l.initiative = $1 AND o.state = 'published' ORDER BY o.folded, p.object";
}

/// A project's sheet.
#[derive(Debug, Clone)]
pub struct Project {
    /// Where it is on the map.
    pub object: Id<Object>,
    /// How far it went.
    pub stage: Stage,
    /// Who carries it.
    pub owner: String,
    /// What it carries out of a charter.
    pub actions: String,
}

impl FromRow for Project {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            object: row.get("object")?,
            stage: row.parse("stage", Stage::parse)?,
            owner: row.get("owner")?,
            actions: row.get("actions")?,
        })
    }
}

/// A line of its budget.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its id.
    pub id: Id<Line>,
    /// Of which project.
    pub object: Id<Object>,
    /// What for.
    pub label: String,
    /// How much.
    pub money: Money,
    /// By which decision of the council.
    pub deliberation: String,
}

fn money(row: &Row) -> Result<Money, StoreError> {
    Ok(Money { voted: row.get("voted")?, committed: row.get("committed")?, spent: row.get("spent")? })
}

impl FromRow for Line {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            object: row.get("object")?,
            label: row.get("label")?,
            money: money(row)?,
            deliberation: row.get("deliberation")?,
        })
    }
}

impl FromRow for Step {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { stage: row.parse("stage", Stage::parse)?, text: row.get("text")?, day: row.get("day")? })
    }
}

/// A photograph of before or after.
#[derive(Debug, Clone)]
pub struct Photograph {
    /// Its file.
    pub file: Uuid,
    /// Of which project.
    pub object: Id<Object>,
    /// Taken once the project was there.
    pub after: bool,
    /// What it shows.
    pub alt: String,
}

impl FromRow for Photograph {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let moment: String = row.get("moment")?;
        Ok(Self { file: row.get("file")?, object: row.get("object")?, after: moment == "after", alt: row.get("alt")? })
    }
}

/// A project in a list, with the sum of its lines.
#[derive(Debug, Clone)]
pub struct Listed {
    /// Where it is on the map.
    pub object: Id<Object>,
    /// Its title.
    pub title: String,
    /// How far it went.
    pub stage: Stage,
    /// Who carries it.
    pub owner: String,
    /// The sum of its lines.
    pub money: Money,
}

impl FromRow for Listed {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            object: row.get("object")?,
            title: row.get("title")?,
            stage: row.parse("stage", Stage::parse)?,
            owner: row.get("owner")?,
            money: money(row)?,
        })
    }
}

pub(crate) async fn put(tx: &Tx, object: Id<Object>, owner: &str, actions: &str) -> Result<(), StoreError> {
    tx.run(&PUT, args![object, owner, actions, tx.author.at]).await.map(drop)
}

/// The sheet of an object, when it has one.
///
/// # Errors
/// The database does not answer.
pub async fn of(src: &impl Reads, object: Id<Object>) -> Result<Option<Project>, StoreError> {
    src.maybe(&OF, args![object]).await
}

/// The projects of a démarche, by name.
///
/// # Errors
/// The database does not answer.
pub async fn all(src: &impl Reads, initiative: Id<Initiative>) -> Result<Vec<Listed>, StoreError> {
    src.all(&ALL, args![initiative]).await
}

pub(crate) async fn add_step(tx: &Tx, object: Id<Object>, id: Uuid, step: &Step) -> Result<(), StoreError> {
    tx.run(&STEP, args![id, object, step.stage.code(), &step.text, step.day, tx.author.at]).await?;
    tx.run(&STAGE, args![object, step.stage.code()]).await.map(drop)
}

/// How far a project went, and when.
///
/// # Errors
/// The database does not answer.
pub async fn steps(src: &impl Reads, object: Id<Object>) -> Result<Vec<Step>, StoreError> {
    src.all(&STEPS, args![object]).await
}

pub(crate) async fn put_line(tx: &Tx, line: &Line) -> Result<(), StoreError> {
    let Money { voted, committed, spent } = line.money;
    let row = args![line.id, line.object, &line.label, voted, committed, spent, &line.deliberation];
    tx.run(&LINE, row).await.map(drop)
}

/// The lines of a project's budget.
///
/// # Errors
/// The database does not answer.
pub async fn lines(src: &impl Reads, object: Id<Object>) -> Result<Vec<Line>, StoreError> {
    src.all(&LINES, args![object]).await
}

pub(crate) async fn line(src: &impl Reads, id: Id<Line>) -> Result<Option<Line>, StoreError> {
    src.maybe(&LINE_OF, args![id]).await
}

pub(crate) async fn remove_line(tx: &Tx, id: Id<Line>) -> Result<(), StoreError> {
    tx.run(&REMOVE_LINE, args![id]).await.map(drop)
}

pub(crate) async fn add_photo(tx: &Tx, photo: &Photograph) -> Result<(), StoreError> {
    let moment = if photo.after { "after" } else { "before" };
    tx.run(&PHOTO, args![photo.file, photo.object, moment, &photo.alt, tx.author.at]).await.map(drop)
}

/// The photographs of a project, the oldest first.
///
/// # Errors
/// The database does not answer.
pub async fn photos(src: &impl Reads, object: Id<Object>) -> Result<Vec<Photograph>, StoreError> {
    src.all(&PHOTOS, args![object]).await
}

pub(crate) async fn remove_photo(tx: &Tx, file: Uuid) -> Result<(), StoreError> {
    tx.run(&REMOVE_PHOTO, args![file]).await?;
    tx.remove_file(file).await
}

/// Follows a project, or no longer.
pub(crate) async fn follow(tx: &Tx, object: Id<Object>, person: Id<Person>, wanted: bool) -> Result<bool, StoreError> {
    let changed = if wanted {
        tx.run(&FOLLOW, args![object, person, tx.author.at]).await?
    } else {
        tx.run(&LEAVE, args![object, person]).await?
    };
    Ok(changed > 0)
}

/// Whether a person follows a project.
pub(crate) async fn follows(src: &impl Reads, object: Id<Object>, person: Id<Person>) -> Result<bool, StoreError> {
    Ok(src.one::<i64>(&FOLLOWS, args![object, person]).await? > 0)
}

/// Who is told of its steps.
pub(crate) async fn followers(src: &impl Reads, object: Id<Object>) -> Result<Vec<Id<Person>>, StoreError> {
    src.all(&FOLLOWERS, args![object]).await
}

/// What a person follows, for her export.
pub(crate) async fn followed(src: &impl Reads, person: Id<Person>) -> Result<Vec<Id<Object>>, StoreError> {
    src.all(&FOLLOWED, args![person]).await
}

pub(crate) async fn erase(tx: &Tx, person: Id<Person>) -> Result<u64, StoreError> {
    tx.run(&ERASE, args![person]).await
}
