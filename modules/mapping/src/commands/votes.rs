//! What peers say of an observation.

use arpent_core::Id;
use arpent_web::{Caller, Refusal};

use super::observations::{judge, own};
use super::{about, object, scope};
use crate::VOTE;
use crate::domain::object::{Object, ObjectState};
use crate::store::{observations, votes};
use crate::texts::Texts;

/// Says that one saw the same, or that it is not so. Saying the other thing later replaces what was said.
///
/// # Errors
/// Not signed in; her own observation; one that is no longer waiting.
pub async fn vote(caller: &Caller, id: Id<Object>, agrees: bool) -> Result<(), Refusal> {
    let person = caller.person()?;
    let (before, layer) = object(caller, id).await?;
    let mut tx = caller.begin(VOTE, scope(layer.initiative)).await?;
    observations::of(&tx, id).await?.ok_or(Refusal::NotFound)?;
    if before.person == Some(person) {
        return Err(own());
    }
    if before.state != ObjectState::Pending {
        return Err(Refusal::rule("decided", |l| Texts::new(l).vote_too_late().into()));
    }
    votes::put(&tx, id, person, agrees).await?;
    if let Some(event) = judge(&tx, id, caller.now()).await? {
        tx.note(event);
    }
    tx.commit(about("observation.voted", "object", id, &layer)).await?;
    Ok(())
}
