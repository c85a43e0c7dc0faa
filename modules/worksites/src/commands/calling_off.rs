//! Calling off a shift or a whole worksite in one act: each address is told once, materials are free again.

use arpent_commons::domain::text::{REASON, required};
use arpent_core::Id;
use arpent_web::{Caller, Refusal};

use super::letters::call_off;
use super::worksites::standing;
use super::{event, get, held, open_shift, scope, shift_event};
use crate::RUN;
use crate::domain::shift::{Shift, ShiftState};
use crate::domain::worksite::Worksite;
use crate::store::shifts::ShiftRow;
use crate::store::{shifts, stock, worksites};
use crate::texts::Texts;

fn reason_of(typed: &str) -> Result<String, Refusal> {
    required(typed, "reason", REASON).map_err(|problem| Refusal::Invalid(vec![problem]))
}

/// Calls off one shift, with a reason.
///
/// # Errors
/// Not allowed, no reason, already called off, already over.
pub async fn shift(caller: &Caller, id: Id<Shift>, reason: &str) -> Result<(), Refusal> {
    let (tx, row) = open_shift(caller, id).await?;
    let reason = reason_of(reason)?;
    if row.shift.is_past(caller.now()) || !shifts::cancel(&tx, id, &reason).await? {
        return Err(Refusal::rule("shift-over", |l| Texts::new(l).shift_over().into()));
    }
    let freed = stock::release_all(&tx, id).await?;
    let told = call_off(&tx, caller, std::slice::from_ref(&row), &reason).await?;
    let event = shift_event("worksite.shift_cancelled", &row).with("told", told);
    tx.commit(event.with("freed", freed)).await?;
    Ok(())
}

/// Calls off a worksite and each of its shifts to come, with a reason. What was already done stays told.
///
/// # Errors
/// Not allowed, no reason, already called off.
pub async fn worksite(caller: &Caller, id: Id<Worksite>, reason: &str) -> Result<(), Refusal> {
    let stored = get(caller, id).await?.worksite;
    let tx = caller.begin(RUN, scope(stored.initiative)).await?;
    let reason = reason_of(reason)?;
    standing(&stored)?;
    if !worksites::cancel(&tx, id, &reason).await? {
        return Err(Refusal::rule("cancelled", |l| Texts::new(l).worksite_is_cancelled().into()));
    }
    let coming = |row: &ShiftRow| row.shift.state == ShiftState::Planned && !row.shift.is_past(caller.now());
    let mut lost = Vec::new();
    for row in shifts::of_worksite(&tx, id).await?.into_iter().filter(coming) {
        let row = held(&tx, row.shift.id).await?;
        shifts::cancel(&tx, row.shift.id, &reason).await?;
        stock::release_all(&tx, row.shift.id).await?;
        lost.push(row);
    }
    let told = call_off(&tx, caller, &lost, &reason).await?;
    tx.unindex(id.uuid()).await?;
    let event = event("worksite.cancelled", id, stored.initiative).with("told", told);
    tx.commit(event.with("shifts", lost.len())).await?;
    Ok(())
}
