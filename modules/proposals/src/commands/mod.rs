//! One function per thing that can happen: permission, rule, write and event, in one transaction. Pages, API, command
//! line, imports and the demonstration all call these.

pub mod assignments;
pub mod comments;
pub mod imports;
pub mod photos;
pub mod supports;

use std::ops::RangeInclusive;

use arpent_commons::domain::contribution::Contribution;
use arpent_commons::store::contributions;
use arpent_core::{Id, Scope};
use arpent_web::{Caller, Refusal};

/// Length of the key that makes a form sent twice one act.
const KEY: RangeInclusive<usize> = 1..=100;

/// The contribution an act is about, or "not found".
async fn contribution(caller: &Caller, id: Id<Contribution>) -> Result<Contribution, Refusal> {
    contributions::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)
}

/// Acts happen in a démarche: a grant on it is enough.
const fn scope(about: &Contribution) -> Scope {
    Scope::Initiative(about.initiative.uuid())
}
