//! Preparing a worksite, writing its insurance and deliberation sheet, publishing it.

use arpent_commons::domain::initiative::{Initiative, InitiativeState};
use arpent_commons::domain::problems::Problems;
use arpent_commons::domain::text::{REASON, SHORT, TITLE, optional, required};
use arpent_commons::store::initiatives;
use arpent_core::{Id, Role, Unmet};
use arpent_store::Tx;
use arpent_store::search::{Doc, Visibility};
use arpent_web::refusal::Conflict;
use arpent_web::{Caller, FieldProblem, Refusal, Say};

use super::letters::{Told, tell};
use super::{differs, event, get, scope};
use crate::domain::worksite::{Cover, Sheet, Worksite, WorksiteState};
use crate::store::{shifts, worksites};
use crate::texts::Texts;
use crate::{PUBLISH, RUN};

/// Cleans and bounds every field.
fn checked(sheet: &Sheet) -> Result<Sheet, Refusal> {
    let mut p = Problems::default();
    let checked = Sheet {
        title: p.read(required(&sheet.title, "title", TITLE)),
        organisation: sheet.organisation,
        lead_name: p.read(optional(&sheet.lead_name, "lead_name", SHORT)),
        place: p.read(required(&sheet.place, "place", SHORT)),
        point: sheet.point,
        work: p.read(required(&sheet.work, "work", REASON)),
        bring: p.read(optional(&sheet.bring, "bring", REASON)),
        access: p.read(required(&sheet.access, "access", REASON)),
    };
    p.require(checked.organisation.is_some() || !checked.lead_name.is_empty(), || {
        FieldProblem::new("organisation", "missing", |l| Texts::new(l).lead_missing().into())
    });
    p.done()?;
    Ok(checked)
}

/// Prepares a worksite of a démarche that is not closed; only those who run it read it.
///
/// # Errors
/// Not allowed, fields to correct, a closed démarche.
pub async fn prepare(caller: &Caller, of: Id<Initiative>, sheet: &Sheet) -> Result<Id<Worksite>, Refusal> {
    let tx = caller.begin(RUN, scope(of)).await?;
    let initiative = initiatives::by_id(&tx, of).await?.ok_or(Refusal::NotFound)?;
    if initiative.state == InitiativeState::Closed {
        return Err(Refusal::rule("closed", |l| Texts::new(l).initiative_closed().into()));
    }
    let id = caller.id();
    worksites::add(&tx, id, of, &checked(sheet)?).await?;
    tx.commit(event("worksite.prepared", id, of)).await?;
    Ok(id)
}

/// Changes what it says. Those who come to a shift are told once when the place changed.
///
/// # Errors
/// Not allowed, cancelled, fields to correct, or [`Refusal::Conflict`].
pub async fn edit(caller: &Caller, id: Id<Worksite>, version: i64, sheet: &Sheet) -> Result<(), Refusal> {
    let stored = get(caller, id).await?;
    let of = stored.worksite.initiative;
    let tx = caller.begin(RUN, scope(of)).await?;
    standing(&stored.worksite)?;
    let sheet = checked(sheet)?;
    if !worksites::edit(&tx, id, version, &sheet).await? {
        return Err(Refusal::Conflict(Box::new(conflict(&stored.worksite, &sheet))));
    }
    if stored.worksite.state == WorksiteState::Published {
        index(&tx, id, of, &sheet).await?;
        if sheet.place != stored.worksite.sheet.place {
            for row in shifts::of_worksite(&tx, id).await?.iter().filter(|row| row.accepts(caller.now())) {
                tell(&tx, caller, row, Told::Moved).await?;
            }
        }
    }
    tx.commit(event("worksite.edited", id, of).with("version", version + 1)).await?;
    Ok(())
}

fn conflict(stored: &Worksite, typed: &Sheet) -> Conflict {
    let s = &stored.sheet;
    let differences = [
        differs(Texts::worksite_title, &s.title, &typed.title),
        differs(Texts::worksite_place, &s.place, &typed.place),
        differs(Texts::worksite_work, &s.work, &typed.work),
        differs(Texts::worksite_bring, &s.bring, &typed.bring),
        differs(Texts::worksite_access, &s.access, &typed.access),
    ];
    Conflict { version: stored.version, differences: differences.into_iter().flatten().collect() }
}

/// What was called off does not change any more.
pub(super) fn standing(worksite: &Worksite) -> Result<(), Refusal> {
    if worksite.state == WorksiteState::Cancelled {
        return Err(Refusal::rule("cancelled", |l| Texts::new(l).worksite_is_cancelled().into()));
    }
    Ok(())
}

/// Writes the insurance and deliberation sheet: what is known of it, until it is published; all of it afterwards.
///
/// # Errors
/// Not allowed, cancelled, fields too long, a deliberation to come, something emptied of a published worksite.
pub async fn cover(caller: &Caller, id: Id<Worksite>, cover: &Cover) -> Result<(), Refusal> {
    let stored = get(caller, id).await?.worksite;
    let tx = caller.begin(RUN, scope(stored.initiative)).await?;
    standing(&stored)?;
    let mut p = Problems::default();
    let cover = Cover {
        insurer: p.read(optional(&cover.insurer, "insurer", SHORT)),
        contract: p.read(optional(&cover.contract, "contract", SHORT)),
        deliberation: p.read(optional(&cover.deliberation, "deliberation", SHORT)),
        deliberated_on: cover.deliberated_on,
        safety: p.read(optional(&cover.safety, "safety", SHORT)),
    };
    p.require(cover.deliberated_on.is_none_or(|day| day <= caller.today()), || {
        FieldProblem::new("deliberated_on", "future", |l| Texts::new(l).deliberation_to_come().into())
    });
    if stored.state == WorksiteState::Published {
        for field in cover.missing() {
            p.require(false, || FieldProblem::new(field, "missing", move |l| lacks(Texts::new(l), field).to_owned()));
        }
    }
    p.done()?;
    worksites::cover_with(&tx, id, &cover).await?;
    tx.commit(event("worksite.insured", id, stored.initiative).with("missing", cover.missing().len())).await?;
    Ok(())
}

fn lacks(t: Texts, field: &str) -> &'static str {
    t.say(&format!("gate-{}", field.replace('_', "-"))).unwrap_or("")
}

/// Publishes a worksite: everyone reads it and may sign up. Refused while volunteers would not be covered.
///
/// # Errors
/// Not allowed, already published, a démarche that is not open, or [`Refusal::Gate`] with each thing missing.
pub async fn publish(caller: &Caller, id: Id<Worksite>) -> Result<(), Refusal> {
    let of = get(caller, id).await?.worksite.initiative;
    let tx = caller.begin(PUBLISH, scope(of)).await?;
    let stored = worksites::by_id(&tx, id).await?.ok_or(Refusal::NotFound)?.worksite;
    standing(&stored)?;
    let initiative = initiatives::by_id(&tx, of).await?.ok_or(Refusal::NotFound)?;
    if initiative.state != InitiativeState::Open {
        return Err(Refusal::rule("initiative-not-open", |l| Texts::new(l).initiative_not_open().into()));
    }
    gate(caller, &tx, &stored).await?;
    if !worksites::publish(&tx, id).await? {
        return Err(Refusal::rule("published", |l| Texts::new(l).already_published().into()));
    }
    index(&tx, id, of, &stored.sheet).await?;
    tx.commit(event("worksite.published", id, of)).await?;
    Ok(())
}

async fn gate(caller: &Caller, tx: &Tx, stored: &Worksite) -> Result<(), Refusal> {
    let mut unmet = Vec::new();
    let mut ask = |code: &'static str, below: &str, say: Say| {
        let href = format!("/chantiers/{}/{below}", stored.id);
        unmet.push((Unmet { code, count: 1, href, who: Role::Facilitator }, say));
    };
    for field in stored.cover.missing() {
        ask(field, "assurance", Say::new(move |l| lacks(Texts::new(l), field).to_owned()));
    }
    let shifts = shifts::of_worksite(tx, stored.id).await?;
    if !shifts.iter().any(|row| !row.shift.is_past(caller.now())) {
        ask("shift", "seances", Say::new(|l| Texts::new(l).gate_shift().into()));
    }
    if unmet.is_empty() { Ok(()) } else { Err(Refusal::Gate(unmet)) }
}

async fn index(tx: &Tx, id: Id<Worksite>, of: Id<Initiative>, sheet: &Sheet) -> Result<(), Refusal> {
    let (text, href) = (format!("{}\n{}", sheet.work, sheet.place), format!("/chantiers/{id}"));
    let (initiative, visibility) = (Some(of.uuid()), Visibility::Public);
    let doc = Doc {
        record: id.uuid(),
        kind: "worksite",
        initiative,
        visibility,
        title: &sheet.title,
        text: &text,
        href: &href,
    };
    Ok(tx.index(&doc).await?)
}
