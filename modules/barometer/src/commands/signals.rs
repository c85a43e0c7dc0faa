//! Saying what becomes of a signal: a challenge of the démarche, or nothing, with a reason.

use arpent_commons::commands::contributions::{Author, NewContribution, submit};
use arpent_commons::domain::contribution::Channel;
use arpent_commons::domain::people::Capacity;
use arpent_commons::domain::text::{self, REASON};
use arpent_core::{Event, Id};
use arpent_web::{Caller, Refusal};

use super::{barometer, scope};
use crate::HANDLE;
use crate::domain::signal::{Signal, SignalState};
use crate::store::barometers::BarometerRow;
use crate::store::signals::{self, SignalRow};
use crate::texts::Texts;

async fn waiting(caller: &Caller, id: Id<Signal>) -> Result<(SignalRow, BarometerRow), Refusal> {
    let signal = signals::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)?;
    let row = barometer(caller, signal.barometer).await?;
    caller.require(HANDLE, scope(row.initiative))?;
    if signal.state == SignalState::Raised { Ok((signal, row)) } else { Err(settled()) }
}

fn settled() -> Refusal {
    Refusal::rule("signal-settled", |l| Texts::new(l).signal_settled().into())
}

/// Sets a signal aside.
///
/// # Errors
/// Not allowed, settled meanwhile, no reason.
pub async fn dismiss(caller: &Caller, id: Id<Signal>, reason: &str) -> Result<(), Refusal> {
    let (signal, row) = waiting(caller, id).await?;
    let reason = text::required(reason, "reason", REASON).map_err(|problem| Refusal::Invalid(vec![problem]))?;
    let tx = caller.begin(HANDLE, scope(row.initiative)).await?;
    let by = (caller.actor.person, caller.now());
    if !signals::settle(&tx, signal.id, (SignalState::Dismissed, &reason), None, by).await? {
        return Err(settled());
    }
    tx.commit(Event::new("signal.dismissed", "signal", id).within(row.initiative)).await?;
    Ok(())
}

/// Makes a challenge of a signal: a contribution of the démarche, with the evidence in its words, that options,
/// decisions and commitments may then rest on.
///
/// # Errors
/// Not allowed, settled meanwhile, no words, or the démarche takes no contribution any more.
pub async fn challenge(caller: &Caller, id: Id<Signal>, words: &str) -> Result<(), Refusal> {
    let (signal, row) = waiting(caller, id).await?;
    let words = text::required(words, "words", REASON).map_err(|problem| Refusal::Invalid(vec![problem]))?;
    let said = NewContribution {
        initiative: row.initiative,
        title: String::new(),
        text: words.clone(),
        channel: Channel::Web,
        capacity: Capacity::Agent,
        organisation: None,
        area: None,
        place: String::new(),
        point: None,
        photo: None,
        photo_alt: String::new(),
        email: String::new(),
        // A second press finds the same contribution.
        submission: format!("barometer signal {id}"),
        said_on: None,
        author: Author::Caller,
    };
    let submitted = submit(caller, &said).await?;
    let tx = caller.begin(HANDLE, scope(row.initiative)).await?;
    let by = (caller.actor.person, caller.now());
    if !signals::settle(&tx, signal.id, (SignalState::Challenge, &words), Some(submitted.id), by).await? {
        return Err(settled());
    }
    tx.commit(Event::new("signal.challenge", "signal", id).within(row.initiative)).await?;
    Ok(())
}
