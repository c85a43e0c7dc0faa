//! What came out of a meeting: arrows from any record of its démarche back to it.

use arpent_core::{Id, Subject};
use arpent_store::search::{self, Hit};
use arpent_web::{Caller, Refusal};
use uuid::Uuid;

use super::meetings::{event, open, subject};
use crate::domain::meetings::Meeting;
use crate::store::links::{self, LinkKind};
use crate::texts::Texts;

/// Kinds of records that may come out of a meeting: what search knows of a démarche, but contributions (a note leads to
/// its own) and meetings.
pub const KINDS: &[&str] = &["option", "decision", "commitment", "charter", "project"];

/// Draws an arrow from a record to the meeting it came out of.
///
/// # Errors
/// Not allowed, a meeting that has not begun, a record of another démarche or that nobody finds.
pub async fn add(caller: &Caller, id: Id<Meeting>, record: Uuid) -> Result<Hit, Refusal> {
    let (tx, meeting) = open(caller, id).await?;
    if !meeting.has_begun(caller.now()) {
        return Err(Refusal::rule("meeting-not-begun", |l| Texts::new(l).meeting_not_begun().into()));
    }
    let all = search::of_initiative(&tx, meeting.initiative.uuid(), true).await?;
    let hit = all.into_iter().find(|hit| hit.record == record).ok_or_else(elsewhere)?;
    let kind = KINDS.iter().find(|kind| **kind == hit.kind).ok_or_else(elsewhere)?;
    links::put(&tx, LinkKind::CameFrom, Subject { kind, id: record }, subject(id)).await?;
    tx.commit(event("meeting.output_linked", &meeting).with("record", record)).await?;
    Ok(hit)
}

fn elsewhere() -> Refusal {
    Refusal::field("record", "elsewhere", |l| Texts::new(l).output_elsewhere().into())
}

/// Takes the arrow away: it had been drawn by mistake.
///
/// # Errors
/// Not allowed.
pub async fn remove(caller: &Caller, id: Id<Meeting>, record: Uuid) -> Result<(), Refusal> {
    let (tx, meeting) = open(caller, id).await?;
    links::remove(&tx, LinkKind::CameFrom, record, id.uuid()).await?;
    tx.commit(event("meeting.output_unlinked", &meeting).with("record", record)).await?;
    Ok(())
}
