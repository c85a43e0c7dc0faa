//! That someone answered, held in memory until enough others did: the database never learns it beside an answer.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use arpent_core::permission::Policy;
use arpent_core::{Event, Id};
use arpent_store::Author;
use arpent_web::{Caller, Refusal};

use crate::domain::collection::shuffle;
use crate::domain::wave::Wave;
use crate::store::{answers, invitations, invitations::Invitation};

/// Marks are written together, at least so many at a time.
pub const TOGETHER: usize = 5;

/// What one application of the process holds: tests run several, on databases whose ids are the same.
struct House {
    policy: Arc<Policy>,
    waves: BTreeMap<Id<Wave>, Vec<Id<Invitation>>>,
}

static HELD: Mutex<Vec<House>> = Mutex::new(Vec::new());

fn with<T>(policy: &Arc<Policy>, act: impl FnOnce(&mut BTreeMap<Id<Wave>, Vec<Id<Invitation>>>) -> T) -> T {
    let mut houses = HELD.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(house) = houses.iter_mut().find(|house| Arc::ptr_eq(&house.policy, policy)) {
        return act(&mut house.waves);
    }
    let mut house = House { policy: Arc::clone(policy), waves: BTreeMap::new() };
    let answer = act(&mut house.waves);
    houses.push(house);
    answer
}

/// Whether someone has answered and it is not written yet.
pub(crate) fn holds(policy: &Arc<Policy>, wave: Id<Wave>, one: Id<Invitation>) -> bool {
    with(policy, |waves| waves.get(&wave).is_some_and(|held| held.contains(&one)))
}

/// Notes that someone answered; writes all that is held when there is enough of it.
pub(crate) async fn note(caller: &Caller, wave: Id<Wave>, one: Id<Invitation>) -> Result<(), Refusal> {
    let enough = with(&caller.policy, |waves| {
        let held = waves.entry(wave).or_default();
        if !held.contains(&one) {
            held.push(one);
        }
        held.len() >= TOGETHER
    });
    if enough { write(caller, wave).await } else { Ok(()) }
}

/// Writes the marks held for a wave, in an order drawn at random, then writes its complete answers again so that neither
/// keeps the trace of when. Called when enough are held, when the wave closes, and when the server stops.
///
/// # Errors
/// The database does not answer: the marks stay in memory.
pub async fn write(caller: &Caller, wave: Id<Wave>) -> Result<(), Refusal> {
    let mut taken = with(&caller.policy, |waves| waves.remove(&wave).unwrap_or_default());
    if taken.is_empty() {
        return Ok(());
    }
    shuffle(&*caller.chance, &mut taken);
    if let Err(refusal) = store(caller, wave, &taken).await {
        with(&caller.policy, |waves| waves.entry(wave).or_default().extend(taken));
        return Err(refusal);
    }
    settle(caller, wave).await
}

async fn store(caller: &Caller, wave: Id<Wave>, taken: &[Id<Invitation>]) -> Result<(), Refusal> {
    let tx = caller.db.begin(machine(caller)).await?;
    invitations::mark(&tx, wave, taken).await?;
    let event = Event::new("invitation.marked", "wave", wave).with("invitations", taken.len());
    Ok(tx.commit(event).await?)
}

/// Writes the complete answers of a wave again, in no order.
pub(crate) async fn settle(caller: &Caller, wave: Id<Wave>) -> Result<(), Refusal> {
    let tx = caller.db.begin(machine(caller)).await?;
    answers::settle(&tx, wave).await?;
    Ok(tx.keep_house("answers keep no trace of their order").await?)
}

/// Writes everything held: the server stops.
///
/// # Errors
/// The database does not answer.
pub async fn write_all(caller: &Caller) -> Result<(), Refusal> {
    let waves: Vec<Id<Wave>> = with(&caller.policy, |waves| waves.keys().copied().collect());
    for wave in waves {
        write(caller, wave).await?;
    }
    Ok(())
}

fn machine(caller: &Caller) -> Author {
    Author { person: None, role: "system", at: caller.now() }
}
