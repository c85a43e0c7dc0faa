//! What a tablet kept while it had no network: taken together, in no order, each answer once.

use arpent_web::{Caller, Refusal};

use super::answering::{Door, row, still_open};
use crate::domain::answer::Replies;
use crate::domain::collection::{Purpose, key, prune, shuffle};
use crate::domain::protocol::Protocol;
use crate::store::answers;

/// Answers taken together, at most.
pub const MOST: usize = 50;

/// An answer as a tablet kept it.
#[derive(Debug, Clone, PartialEq)]
pub struct Carried {
    /// Drawn on the tablet when the answer began, so that it counts once however often it is sent.
    pub secret: String,
    /// What was answered.
    pub replies: Replies,
    /// Sent to its end; another was left, and does not count.
    pub complete: bool,
}

/// Takes them all, or none. Those already there do not change.
///
/// # Errors
/// The wave is not open any more: the tablet keeps them.
pub async fn take(caller: &Caller, door: &Door, protocol: &Protocol, mut carried: Vec<Carried>) -> Result<(), Refusal> {
    // In the order they were kept they would say who came before whom.
    shuffle(&*caller.chance, &mut carried);
    let tx = caller.begin_public().await?;
    still_open(&tx, door.wave.id).await?;
    for mut one in carried {
        prune(protocol, &mut one.replies);
        let key = key(&door.wave.salt, Purpose::Answer, &one.secret);
        answers::put(&tx, &row(caller, door, key, one.replies, one.complete)).await?;
    }
    Ok(tx.keep_house("an answer is nobody's act: its hour would say whose it is").await?)
}
