//! One function per thing that can happen: permission, rule, write and event, in one transaction. Pages, command line and
//! the demonstration all call these.

pub mod calling_off;
pub mod consents;
pub mod debriefs;
pub mod letters;
pub mod materials;
pub mod shifts;
pub mod volunteers;
pub mod worksites;

use arpent_commons::domain::initiative::Initiative;
use arpent_core::{Event, Id, Scope};
use arpent_store::Tx;
use arpent_web::refusal::Difference;
use arpent_web::{Caller, FieldProblem, Refusal, Say};

use crate::domain::shift::Shift;
use crate::domain::worksite::Worksite;
use crate::store::shifts::ShiftRow;
use crate::store::worksites::WorksiteRow;
use crate::store::{shifts as shift_rows, worksites as worksite_rows};
use crate::texts::Texts;
use crate::{RUN, WELCOME};

/// Longest key of a form.
const LONGEST_KEY: usize = 100;

/// Acts happen in a démarche: a grant on it is enough.
pub const fn scope(initiative: Id<Initiative>) -> Scope {
    Scope::Initiative(initiative.uuid())
}

/// The worksite with what surrounds it, or "not found".
///
/// # Errors
/// [`Refusal::NotFound`].
pub async fn get(caller: &Caller, id: Id<Worksite>) -> Result<WorksiteRow, Refusal> {
    worksite_rows::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)
}

/// The shift with what surrounds it, or "not found".
///
/// # Errors
/// [`Refusal::NotFound`].
pub async fn get_shift(caller: &Caller, id: Id<Shift>) -> Result<ShiftRow, Refusal> {
    shift_rows::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)
}

/// Opens a write on a shift, its line held so that seats are counted once.
async fn open_shift(caller: &Caller, id: Id<Shift>) -> Result<(Tx, ShiftRow), Refusal> {
    let initiative = get_shift(caller, id).await?.initiative;
    let tx = caller.begin(RUN, scope(initiative)).await?;
    let row = held(&tx, id).await?;
    Ok((tx, row))
}

/// The shift as it is once its line is held.
async fn held(tx: &Tx, id: Id<Shift>) -> Result<ShiftRow, Refusal> {
    shift_rows::hold(tx, id).await?;
    shift_rows::by_id(tx, id).await?.ok_or(Refusal::NotFound)
}

async fn welcoming(caller: &Caller, id: Id<Shift>) -> Result<(Tx, ShiftRow), Refusal> {
    let row = get_shift(caller, id).await?;
    Ok((caller.begin(WELCOME, scope(row.initiative)).await?, row))
}

fn event(kind: &'static str, id: Id<Worksite>, initiative: Id<Initiative>) -> Event {
    Event::new(kind, "worksite", id).within(initiative)
}

fn shift_event(kind: &'static str, row: &ShiftRow) -> Event {
    Event::new(kind, "worksite_shift", row.shift.id).within(row.initiative)
}

/// A field two people wrote differently.
fn differs(label: fn(Texts) -> &'static str, stored: &str, typed: &str) -> Option<Difference> {
    (stored != typed).then(|| Difference {
        label: Say::new(move |lang| label(Texts::new(lang)).into()),
        stored: stored.to_owned(),
        typed: typed.to_owned(),
    })
}

fn too_old() -> FieldProblem {
    FieldProblem::new("submission", "missing", |l| Texts::new(l).form_too_old().into())
}
