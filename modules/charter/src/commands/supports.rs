//! What signatories are given in return: offered, asked for, dealt with.

use arpent_commons::domain::problems::Problems;
use arpent_commons::domain::text::{REASON, TITLE, optional, required};
use arpent_core::{Event, Id};
use arpent_web::{Caller, FieldProblem, Refusal};
use jiff::civil::Date;

use super::signatures::acts_for;
use super::{get, scope};
use crate::domain::charter::Charter;
use crate::domain::report::{Support, SupportKind};
use crate::domain::signature::Signature;
use crate::store::{signatures, supports};
use crate::texts::Texts;
use crate::{EDIT, SIGN};

/// An offer, as typed.
#[derive(Debug, Clone, Default)]
pub struct Offer {
    /// Code of a kind of support.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// What it is.
    pub text: String,
    /// The day, when there is one.
    pub day: Option<Date>,
}

/// Offers something to signatories.
///
/// # Errors
/// Not allowed, fields to correct.
pub async fn offer(caller: &Caller, charter: Id<Charter>, new: &Offer) -> Result<Id<Support>, Refusal> {
    let charter = get(&caller.db, charter).await?;
    let tx = caller.begin(EDIT, scope(&charter)).await?;
    let mut p = Problems::default();
    let kind = SupportKind::parse(&new.kind);
    p.require(kind.is_some(), || FieldProblem::new("kind", "missing", |l| Texts::new(l).support_kind_missing().into()));
    let support = Support {
        id: caller.id(),
        kind: kind.unwrap_or(SupportKind::Advice),
        title: p.read(required(&new.title, "title", TITLE)),
        text: p.read(required(&new.text, "text", REASON)),
        day: new.day,
    };
    p.done()?;
    supports::add(&tx, charter.id, &support).await?;
    tx.commit(Event::new("charter.support_offered", "charter_support", support.id).within(charter.initiative)).await?;
    Ok(support.id)
}

/// Asks for it, for a signatory; asking twice asks once.
///
/// # Errors
/// Not allowed to act for this signatory, or it does not count.
pub async fn ask(caller: &Caller, id: Id<Support>, signature: Id<Signature>, text: &str) -> Result<(), Refusal> {
    let charter = supports::charter_of(&caller.db, id).await?.ok_or(Refusal::NotFound)?;
    let charter = get(&caller.db, charter).await?;
    let tx = caller.begin(SIGN, scope(&charter)).await?;
    let signature = signatures::by_id(&tx, signature).await?.filter(|one| one.charter == charter.id);
    let signature = signature.filter(Signature::counts).ok_or(Refusal::NotFound)?;
    if !acts_for(&tx, caller, &signature).await? {
        return Err(Refusal::rule("no-mandate", |l| Texts::new(l).report_no_mandate().into()));
    }
    let text = optional(text, "text", REASON).map_err(|problem| Refusal::Invalid(vec![problem]))?;
    if supports::ask(&tx, id, signature.id, &text).await? {
        let event = Event::new("charter.support_asked", "charter_support", id).within(charter.initiative);
        tx.commit(event.with("signature", signature.id)).await?;
    }
    Ok(())
}

/// Notes that a request was dealt with.
///
/// # Errors
/// Not allowed, or no such request waits.
pub async fn done(caller: &Caller, id: Id<Support>, signature: Id<Signature>) -> Result<(), Refusal> {
    let charter = supports::charter_of(&caller.db, id).await?.ok_or(Refusal::NotFound)?;
    let charter = get(&caller.db, charter).await?;
    let tx = caller.begin(EDIT, scope(&charter)).await?;
    if !supports::done(&tx, id, signature).await? {
        return Err(Refusal::NotFound);
    }
    let event = Event::new("charter.support_given", "charter_support", id).within(charter.initiative);
    tx.commit(event.with("signature", signature)).await?;
    Ok(())
}
