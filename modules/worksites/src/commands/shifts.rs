//! Adding and changing the shifts of a worksite.

use arpent_commons::domain::problems::Problems;
use arpent_core::Id;
use arpent_store::Tx;
use arpent_web::refusal::Conflict;
use arpent_web::{Caller, FieldProblem, Refusal};

use super::letters::{Told, tell};
use super::volunteers::promote;
use super::worksites::standing;
use super::{differs, get, materials, open_shift, scope, shift_event};
use crate::RUN;
use crate::domain::shift::{MOST_MINORS, MOST_SEATS, Shift, ShiftSheet, ShiftState};
use crate::domain::worksite::{Worksite, WorksiteState};
use crate::jobs::forget_later;
use crate::store::shifts::{self, ShiftRow};
use crate::store::worksites;
use crate::texts::Texts;

fn checked(caller: &Caller, sheet: &ShiftSheet) -> Result<(), Refusal> {
    let mut p = Problems::default();
    let range = |field, most: i64, least: i64| {
        move || FieldProblem::new(field, "range", move |l| Texts::new(l).range_problem(least, most))
    };
    p.require(sheet.start < sheet.end, || {
        FieldProblem::new("end", "period", |l| Texts::new(l).shift_end_problem().into())
    });
    p.require(sheet.end > caller.now(), || {
        FieldProblem::new("day", "past", |l| Texts::new(l).shift_past_problem().into())
    });
    p.require((1..=MOST_SEATS).contains(&sheet.capacity), range("capacity", MOST_SEATS, 1));
    p.require((0..=MOST_SEATS).contains(&sheet.leaders), range("leaders", MOST_SEATS, 0));
    p.require((0..=MOST_MINORS).contains(&sheet.minors_per_adult), range("minors_per_adult", MOST_MINORS, 0));
    p.done()
}

/// Adds a shift to a worksite that was not called off.
///
/// # Errors
/// Not allowed, cancelled, fields to correct.
pub async fn add(caller: &Caller, of: Id<Worksite>, sheet: &ShiftSheet) -> Result<Id<Shift>, Refusal> {
    let initiative = get(caller, of).await?.worksite.initiative;
    let tx = caller.begin(RUN, scope(initiative)).await?;
    standing(&worksites::by_id(&tx, of).await?.ok_or(Refusal::NotFound)?.worksite)?;
    checked(caller, sheet)?;
    let id = caller.id();
    shifts::add(&tx, id, of, sheet).await?;
    let row = shifts::by_id(&tx, id).await?.ok_or(Refusal::NotFound)?;
    tx.enqueue(forget_later(caller, &row.shift)).await?;
    tx.commit(shift_event("worksite.shift_added", &row)).await?;
    Ok(id)
}

/// Changes a shift to come. Those who come are told once when its time changed; its materials follow it, or it does not
/// move; seats added go to those who wait.
///
/// # Errors
/// Not allowed, over or called off, fields to correct, fewer seats than people who hold one, materials that others have
/// at that time, or [`Refusal::Conflict`].
pub async fn edit(caller: &Caller, id: Id<Shift>, version: i64, sheet: &ShiftSheet) -> Result<(), Refusal> {
    let (mut tx, stored) = open_shift(caller, id).await?;
    if stored.shift.state != ShiftState::Planned || stored.shift.is_past(caller.now()) {
        return Err(Refusal::rule("shift-over", |l| Texts::new(l).shift_over().into()));
    }
    checked(caller, sheet)?;
    holds(&stored, sheet)?;
    if !shifts::edit(&tx, id, version, sheet).await? {
        return Err(Refusal::Conflict(Box::new(conflict(&stored.shift, sheet))));
    }
    let row = shifts::by_id(&tx, id).await?.ok_or(Refusal::NotFound)?;
    tx.enqueue(forget_later(caller, &row.shift)).await?;
    if sheet.moves(&stored.shift.sheet) {
        materials::follow(&tx, &row).await?;
        if row.worksite_state == WorksiteState::Published {
            tell(&tx, caller, &row, Told::Moved).await?;
        }
    }
    settle(&mut tx, caller, &row).await?;
    tx.commit(shift_event("worksite.shift_edited", &row).with("version", version + 1)).await?;
    Ok(())
}

async fn settle(tx: &mut Tx, caller: &Caller, row: &ShiftRow) -> Result<(), Refusal> {
    promote(tx, caller, row, None).await.map(drop)
}

/// Nobody loses a seat because it is counted anew.
fn holds(stored: &ShiftRow, sheet: &ShiftSheet) -> Result<(), Refusal> {
    let (taken, minors) = (stored.held.taken(), stored.held.minors);
    let mut p = Problems::default();
    p.require(sheet.capacity >= taken, || {
        FieldProblem::new("capacity", "taken", move |l| Texts::new(l).capacity_taken(taken))
    });
    p.require(minors == 0 || sheet.minors_per_adult > 0, || {
        FieldProblem::new("minors_per_adult", "taken", move |l| Texts::new(l).minors_come(minors))
    });
    p.done()
}

fn conflict(stored: &Shift, typed: &ShiftSheet) -> Conflict {
    let s = &stored.sheet;
    let differences = [
        differs(Texts::shift_start, &s.start.to_string(), &typed.start.to_string()),
        differs(Texts::shift_end, &s.end.to_string(), &typed.end.to_string()),
        differs(Texts::shift_capacity, &s.capacity.to_string(), &typed.capacity.to_string()),
        differs(Texts::shift_leaders, &s.leaders.to_string(), &typed.leaders.to_string()),
        differs(Texts::shift_ratio, &s.minors_per_adult.to_string(), &typed.minors_per_adult.to_string()),
    ];
    Conflict { version: stored.version, differences: differences.into_iter().flatten().collect() }
}
