//! Writing the sub-charters of a draft.

use arpent_commons::domain::problems::Problems;
use arpent_commons::domain::text::{REASON, SHORT, TITLE, optional, required};
use arpent_core::{Event, Id};
use arpent_web::{Caller, FieldProblem, Refusal};

use super::{draft_of, get, scope};
use crate::EDIT;
use crate::domain::charter::Charter;
use crate::domain::sub::{Item, ItemKind, MINIMUM, MOST, SignatoryKind, SubCharter, parted};
use crate::domain::text::{carried_on, lines};
use crate::store::subs;
use crate::texts::Texts;

/// A sub-charter as typed.
#[derive(Debug, Clone, Default)]
pub struct SubSheet {
    /// Code of a kind of signatory.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// What it asks, in a sentence or two.
    pub intro: String,
    /// Actions to choose at least; empty is [`MINIMUM`].
    pub minimum: String,
    /// People sign it in their own name too.
    pub individuals: bool,
    /// One per line: "what is done | what shows it".
    pub actions: String,
    /// One per line.
    pub prohibitions: String,
}

/// Writes a sub-charter of the draft. A line that only changes its words keeps its id, so that reports find it.
///
/// # Errors
/// Not allowed, nothing being written, fields to correct, no such sub-charter.
pub async fn put(
    caller: &Caller,
    charter: Id<Charter>,
    replaced: Option<Id<SubCharter>>,
    sheet: &SubSheet,
) -> Result<Id<SubCharter>, Refusal> {
    let charter = get(&caller.db, charter).await?;
    let tx = caller.begin(EDIT, scope(&charter)).await?;
    let version = draft_of(&tx, &charter).await?;
    let stored = subs::of_version(&tx, version.id).await?;
    let old = match replaced {
        Some(id) => Some(stored.iter().find(|one| one.id == id).ok_or(Refusal::NotFound)?),
        None => None,
    };
    let sub = read(caller, sheet, old)?;
    // The place of one that is already there does not change.
    let position = i64::try_from(stored.len() + 1).unwrap_or(i64::MAX);
    subs::put(&tx, version.id, position, &sub).await?;
    let event = Event::new("charter.sub_written", "charter_sub", sub.id).within(charter.initiative);
    tx.commit(event.with("version", version.number)).await?;
    Ok(sub.id)
}

fn read(caller: &Caller, sheet: &SubSheet, old: Option<&SubCharter>) -> Result<SubCharter, Refusal> {
    let mut p = Problems::default();
    let kind = SignatoryKind::parse(&sheet.kind);
    p.require(kind.is_some(), || FieldProblem::new("kind", "missing", |l| Texts::new(l).sub_kind_missing().into()));
    let typed = sheet.minimum.trim();
    let minimum = if typed.is_empty() { Some(MINIMUM) } else { typed.parse().ok().filter(|n| (0..=100).contains(n)) };
    p.require(minimum.is_some(), || {
        FieldProblem::new("minimum", "range", |l| Texts::new(l).sub_minimum_problem().into())
    });
    let actions = items(caller, &mut p, ("actions", &sheet.actions), old, ItemKind::Action);
    let prohibitions = items(caller, &mut p, ("prohibitions", &sheet.prohibitions), old, ItemKind::Prohibition);
    let sub = SubCharter {
        id: old.map_or_else(|| caller.id(), |old| old.id),
        kind: kind.unwrap_or(SignatoryKind::Other),
        title: p.read(required(&sheet.title, "title", TITLE)),
        intro: p.read(optional(&sheet.intro, "intro", REASON)),
        minimum: minimum.unwrap_or(MINIMUM),
        individuals: sheet.individuals,
        items: [actions, prohibitions].concat(),
    };
    p.done()?;
    Ok(sub)
}

fn items(
    caller: &Caller,
    p: &mut Problems,
    (field, typed): (&'static str, &str),
    old: Option<&SubCharter>,
    kind: ItemKind,
) -> Vec<Item> {
    let typed: Vec<(String, String)> = lines(typed).iter().map(|line| parted(line)).collect();
    let fits = |line: &(String, String)| line.0.chars().count().max(line.1.chars().count()) <= SHORT * 2;
    p.require(typed.len() <= MOST && typed.iter().all(fits), || {
        FieldProblem::new(field, "too-long", |l| Texts::new(l).sub_lines_problem(MOST, SHORT * 2))
    });
    let before: Vec<&Item> = old.map(|old| old.of(kind).collect()).unwrap_or_default();
    let words: Vec<&str> = before.iter().map(|item| item.text.as_str()).collect();
    let now: Vec<&str> = typed.iter().map(|line| line.0.as_str()).collect();
    let ids = carried_on(&words, &now).into_iter().map(|at| at.map_or_else(|| caller.id(), |at| before[at].id));
    ids.zip(&typed)
        .map(|(id, (text, evidence))| Item { id, kind, text: text.clone(), evidence: evidence.clone() })
        .collect()
}

/// Takes a sub-charter out of the draft; the versions before keep it, and those who signed it.
///
/// # Errors
/// Not allowed, nothing being written, no such sub-charter.
pub async fn remove(caller: &Caller, charter: Id<Charter>, id: Id<SubCharter>) -> Result<(), Refusal> {
    let charter = get(&caller.db, charter).await?;
    let tx = caller.begin(EDIT, scope(&charter)).await?;
    let version = draft_of(&tx, &charter).await?;
    if !subs::remove(&tx, version.id, id).await? {
        return Err(Refusal::NotFound);
    }
    let event = Event::new("charter.sub_removed", "charter_sub", id).within(charter.initiative);
    tx.commit(event.with("version", version.number)).await?;
    Ok(())
}
