//! Opening a charter, naming it, writing a new version, saying what its evaluation found.

use arpent_commons::domain::initiative::Initiative;
use arpent_commons::domain::problems::Problems;
use arpent_commons::domain::text::{REASON, TITLE, required};
use arpent_core::{Event, Id, Scope};
use arpent_store::Tx;
use arpent_web::{Caller, FieldProblem, Refusal};
use jiff::civil::Date;

use super::{already, get, index, scope};
use crate::EDIT;
use crate::domain::charter::{Charter, Version, draft, in_force};
use crate::store::{articles, charters, subs};
use crate::texts::Texts;

/// Opens the charter of a démarche, with a first version to write.
///
/// # Errors
/// Not allowed, fields to correct, or a démarche that has one.
pub async fn open(
    caller: &Caller,
    initiative: Id<Initiative>,
    title: &str,
    intent: &str,
) -> Result<Id<Charter>, Refusal> {
    let tx = caller.begin(EDIT, Scope::Initiative(initiative.uuid())).await?;
    let (title, intent) = named(title, intent)?;
    let charter = Charter { id: caller.id(), initiative, title, intent };
    let exists = already("charter-exists", |t: Texts| t.charter_exists());
    charters::add(&tx, &charter).await.map_err(exists)?;
    charters::add_version(&tx, caller.id(), charter.id, 1).await?;
    index(&tx, &charter).await?;
    tx.commit(Event::new("charter.opened", "charter", charter.id).within(initiative)).await?;
    Ok(charter.id)
}

fn named(title: &str, intent: &str) -> Result<(String, String), Refusal> {
    let mut p = Problems::default();
    let named = (p.read(required(title, "title", TITLE)), p.read(required(intent, "intent", REASON)));
    p.done()?;
    Ok(named)
}

/// Changes its title and what it is for.
///
/// # Errors
/// Not allowed, fields to correct.
pub async fn rename(caller: &Caller, id: Id<Charter>, title: &str, intent: &str) -> Result<(), Refusal> {
    let charter = get(&caller.db, id).await?;
    let tx = caller.begin(EDIT, scope(&charter)).await?;
    let (title, intent) = named(title, intent)?;
    charters::edit(&tx, id, &title, &intent).await?;
    index(&tx, &Charter { title, intent, ..charter.clone() }).await?;
    tx.commit(Event::new("charter.edited", "charter", id).within(charter.initiative)).await?;
    Ok(())
}

/// Begins the next version from the words of the last one. No signature follows it.
///
/// # Errors
/// Not allowed, or a version is already being written.
pub async fn open_version(caller: &Caller, id: Id<Charter>) -> Result<Id<Version>, Refusal> {
    let charter = get(&caller.db, id).await?;
    let tx = caller.begin(EDIT, scope(&charter)).await?;
    let versions = charters::versions(&tx, id).await?;
    if draft(&versions).is_some() {
        return Err(Refusal::rule("draft-exists", |l| Texts::new(l).draft_exists().into()));
    }
    let last = in_force(&versions).ok_or(Refusal::NotFound)?;
    let new: Id<Version> = caller.id();
    let exists = already("draft-exists", |t: Texts| t.draft_exists());
    charters::add_version(&tx, new, id, last.number + 1).await.map_err(exists)?;
    copy(&tx, last.id, new).await?;
    let event = Event::new("charter.version_opened", "charter_version", new).within(charter.initiative);
    tx.commit(event.with("number", last.number + 1)).await?;
    Ok(new)
}

/// Articles, paragraphs and menus keep their ids: what was said of them still finds them.
async fn copy(tx: &Tx, from: Id<Version>, to: Id<Version>) -> Result<(), Refusal> {
    for mut article in articles::of_version(tx, from).await? {
        article.revision = 1;
        articles::add(tx, to, &article).await?;
    }
    for (position, sub) in (1_i64..).zip(&subs::of_version(tx, from).await?) {
        subs::put(tx, to, position, sub).await?;
    }
    Ok(())
}

/// Says what the evaluation of a version found: its alert falls silent.
///
/// # Errors
/// Not allowed, a draft, a day to come, nothing said.
pub async fn evaluate(caller: &Caller, id: Id<Version>, on: Option<Date>, text: &str) -> Result<(), Refusal> {
    let version = charters::version(&caller.db, id).await?.ok_or(Refusal::NotFound)?;
    let charter = get(&caller.db, version.charter).await?;
    let tx = caller.begin(EDIT, scope(&charter)).await?;
    let mut p = Problems::default();
    let text = p.read(required(text, "evaluation", REASON));
    let on = on.unwrap_or_else(|| caller.today());
    p.require(on <= caller.today(), || {
        FieldProblem::new("evaluated_on", "future", |l| Texts::new(l).day_to_come().into())
    });
    p.done()?;
    if !charters::evaluate(&tx, id, on, &text).await? {
        return Err(Refusal::NotFound);
    }
    tx.commit(Event::new("charter.evaluated", "charter_version", id).within(charter.initiative)).await?;
    Ok(())
}
