//! Projects: what the authority does at a place, with what money, and who is told.

use arpent_commons::domain::problems::Problems;
use arpent_commons::domain::text::{self, REASON, SHORT, TITLE};
use arpent_core::{Id, money};
use arpent_store::Tx;
use arpent_texts::date;
use arpent_web::identity::store as accounts;
use arpent_web::mail::Letter;
use arpent_web::photo::Photo;
use arpent_web::{Caller, FieldProblem, Refusal};
use jiff::civil::Date;
use uuid::Uuid;

use super::{about, object, scope};
use crate::domain::layer::Layer;
use crate::domain::object::Object;
use crate::domain::project::{Money, Stage, Step};
use crate::store::observations;
use crate::store::projects::{self, Line, Photograph};
use crate::texts::Texts;
use crate::{EDIT, FOLLOW};

/// Most lines of a budget on one sheet.
const MOST_LINES: usize = 60;

async fn opened(caller: &Caller, id: Id<Object>) -> Result<(Object, Layer, Tx), Refusal> {
    let (place, layer) = object(caller, id).await?;
    let tx = caller.begin(EDIT, scope(layer.initiative)).await?;
    projects::of(&tx, id).await?.ok_or(Refusal::NotFound)?;
    Ok((place, layer, tx))
}

/// Opens the sheet of a place, or changes who carries it and what it carries out.
///
/// # Errors
/// Not allowed; an owner missing; a place that someone observed.
pub async fn write(caller: &Caller, id: Id<Object>, owner: &str, actions: &str) -> Result<(), Refusal> {
    let (_, layer) = object(caller, id).await?;
    let tx = caller.begin(EDIT, scope(layer.initiative)).await?;
    if observations::of(&tx, id).await?.is_some() {
        return Err(Refusal::rule("observed", |l| Texts::new(l).project_not_observed().into()));
    }
    let mut problems = Problems::default();
    let owner = problems.read(text::required(owner, "owner", SHORT));
    let actions = problems.read(text::optional(actions, "actions", REASON));
    problems.done()?;
    projects::put(&tx, id, &owner, &actions).await?;
    tx.commit(about("project.written", "object", id, &layer)).await?;
    Ok(())
}

/// Says how far a project went; those who follow it are told by a letter each.
///
/// # Errors
/// Not allowed; no stage, nothing said, a day to come.
pub async fn step(caller: &Caller, id: Id<Object>, stage: &str, said: &str, day: Option<Date>) -> Result<(), Refusal> {
    let (place, layer, tx) = opened(caller, id).await?;
    let mut problems = Problems::default();
    let said = problems.read(text::required(said, "text", REASON));
    let stage = Stage::parse(stage);
    problems
        .require(stage.is_some(), || FieldProblem::new("stage", "missing", |l| Texts::new(l).stage_problem().into()));
    let day = day.unwrap_or_else(|| caller.today());
    problems.require(day <= caller.today(), || {
        FieldProblem::new("day", "future", |l| Texts::new(l).seen_on_problem().into())
    });
    problems.done()?;
    let step = Step { stage: stage.unwrap_or(Stage::Idea), text: said, day };
    let key = caller.id::<Step>().uuid();
    projects::add_step(&tx, id, key, &step).await?;
    for person in projects::followers(&tx, id).await? {
        if let Some(account) = accounts::account_of(&tx, person).await? {
            tx.enqueue(
                letter(caller, &place, &step, account.email).job(caller, Some(format!("project-{key}-{person}"))),
            )
            .await?;
        }
    }
    tx.commit(about("project.stepped", "object", id, &layer).with("stage", step.stage.code())).await?;
    Ok(())
}

fn letter(caller: &Caller, place: &Object, step: &Step, to: String) -> Letter {
    let t = Texts::new(caller.lang);
    let stage = t.say(&format!("stage-{}", step.stage.code())).unwrap_or("");
    let link = caller.absolute(&format!("/projets/{}", place.id));
    Letter {
        to,
        subject: t.mail_step_subject(place.title.as_str()),
        text: t.mail_step_text(date(caller.lang, step.day), link, step.text.as_str(), stage, place.title.as_str()),
    }
}

/// A line of a budget, as typed.
#[derive(Debug, Clone, Default)]
pub struct TypedLine {
    /// What for.
    pub label: String,
    /// What was voted.
    pub voted: String,
    /// What is committed.
    pub committed: String,
    /// What is spent.
    pub spent: String,
    /// By which decision of the council.
    pub deliberation: String,
}

/// Writes a line of a budget; `line` is the one it replaces.
///
/// # Errors
/// Not allowed; amounts that cannot be read; more committed than voted, more spent than committed; no decision.
pub async fn put_line(
    caller: &Caller,
    id: Id<Object>,
    line: Option<Id<Line>>,
    typed: &TypedLine,
) -> Result<(), Refusal> {
    let (_, layer, tx) = opened(caller, id).await?;
    let written = projects::lines(&tx, id).await?;
    if line.is_some_and(|line| written.iter().all(|one| one.id != line)) {
        return Err(Refusal::NotFound);
    }
    if line.is_none() && written.len() >= MOST_LINES {
        return Err(Refusal::rule("too-many-lines", |l| Texts::new(l).lines_too_many(MOST_LINES)));
    }
    let line = read(caller, id, line, typed)?;
    projects::put_line(&tx, &line).await?;
    tx.commit(about("project.line_written", "object", id, &layer).with("line", line.id)).await?;
    Ok(())
}

fn read(caller: &Caller, object: Id<Object>, line: Option<Id<Line>>, typed: &TypedLine) -> Result<Line, Refusal> {
    let mut problems = Problems::default();
    let label = problems.read(text::required(&typed.label, "label", TITLE));
    let deliberation = problems.read(text::required(&typed.deliberation, "deliberation", SHORT));
    let amount = |field, typed: &str| {
        let amount = if typed.trim().is_empty() { Some(0) } else { money::parse(typed) };
        amount.ok_or_else(|| FieldProblem::new(field, "format", |l| Texts::new(l).amount_problem().into()))
    };
    let money = Money {
        voted: problems.read(amount("voted", &typed.voted)),
        committed: problems.read(amount("committed", &typed.committed)),
        spent: problems.read(amount("spent", &typed.spent)),
    };
    problems.require(money.committed <= money.voted, || {
        FieldProblem::new("committed", "more", |l| Texts::new(l).committed_problem().into())
    });
    problems.require(money.spent <= money.committed, || {
        FieldProblem::new("spent", "more", |l| Texts::new(l).spent_problem().into())
    });
    problems.done()?;
    Ok(Line { id: line.unwrap_or_else(|| caller.id()), object, label, money, deliberation })
}

/// Takes a line of a budget away.
///
/// # Errors
/// Not allowed.
pub async fn remove_line(caller: &Caller, line: Id<Line>) -> Result<Id<Object>, Refusal> {
    let id = projects::line(&caller.db, line).await?.ok_or(Refusal::NotFound)?.object;
    let (_, layer, tx) = opened(caller, id).await?;
    projects::remove_line(&tx, line).await?;
    tx.commit(about("project.line_removed", "object", id, &layer).with("line", line)).await?;
    Ok(id)
}

/// Adds a photograph of before or after, cleaned.
///
/// # Errors
/// Not allowed; nothing said of what it shows.
pub async fn add_photo(caller: &Caller, id: Id<Object>, photo: Photo, after: bool, alt: &str) -> Result<(), Refusal> {
    let (_, layer, tx) = opened(caller, id).await?;
    let alt = text::required(alt, "photo_alt", SHORT).map_err(|problem| Refusal::Invalid(vec![problem]))?;
    let file = caller.id::<Photo>().uuid();
    tx.put_file(file, "image/jpeg", Some(photo.size), photo.jpeg).await?;
    projects::add_photo(&tx, &Photograph { file, object: id, after, alt }).await?;
    tx.commit(about("project.photo_added", "object", id, &layer)).await?;
    Ok(())
}

/// Takes a photograph away.
///
/// # Errors
/// Not allowed; not one of this project's.
pub async fn remove_photo(caller: &Caller, id: Id<Object>, file: Uuid) -> Result<(), Refusal> {
    let (_, layer, tx) = opened(caller, id).await?;
    if projects::photos(&tx, id).await?.iter().all(|photo| photo.file != file) {
        return Err(Refusal::NotFound);
    }
    projects::remove_photo(&tx, file).await?;
    tx.commit(about("project.photo_removed", "object", id, &layer)).await?;
    Ok(())
}

/// Follows a project, or no longer; asking twice for the same changes nothing.
///
/// # Errors
/// Not signed in; no such project.
pub async fn follow(caller: &Caller, id: Id<Object>, wanted: bool) -> Result<(), Refusal> {
    let person = caller.person()?;
    let (_, layer) = object(caller, id).await?;
    let tx = caller.begin(FOLLOW, scope(layer.initiative)).await?;
    projects::of(&tx, id).await?.ok_or(Refusal::NotFound)?;
    if projects::follow(&tx, id, person, wanted).await? {
        tx.commit(about("project.followed", "object", id, &layer).with("follows", wanted)).await?;
    }
    Ok(())
}
