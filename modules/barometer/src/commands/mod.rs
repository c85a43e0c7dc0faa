//! One function per thing that can happen: permission, then rule, then write and event in one transaction.

pub mod alerts;
pub mod answering;
pub mod dossier;
pub mod followed;
pub mod imports;
pub mod invitations;
pub mod points;
pub mod protocols;
pub mod results;
pub mod sheets;
pub mod signals;
pub mod tablet;
pub mod waves;

use arpent_commons::domain::initiative::Initiative;
use arpent_core::{Id, Scope};
use arpent_web::{Caller, Refusal};

use crate::domain::wave::Barometer;
use crate::store::barometers::{self, BarometerRow};

/// Where the permissions of a barometer are asked: on its démarche.
pub fn scope(initiative: Id<Initiative>) -> Scope {
    Scope::Initiative(initiative.uuid())
}

/// A barometer that must be there.
///
/// # Errors
/// [`Refusal::NotFound`].
pub async fn barometer(caller: &Caller, id: Id<Barometer>) -> Result<BarometerRow, Refusal> {
    barometers::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)
}
