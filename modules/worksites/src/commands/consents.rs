//! A guardian consents that a minor comes: by the form her link opens, or on paper.

use arpent_commons::domain::meetings::phone;
use arpent_commons::domain::problems::Problems;
use arpent_commons::domain::text::{SHORT, required};
use arpent_core::Event;
use arpent_store::Tx;
use arpent_web::{Caller, FieldProblem, Refusal};

use super::volunteers::by_code;
use super::{get_shift, welcoming};
use crate::domain::volunteer::{ConsentHow, Guardian, Volunteer};
use crate::store::shifts::ShiftRow;
use crate::store::volunteers;
use crate::texts::Texts;

/// A guardian's consent, as typed.
#[derive(Debug, Clone, Default)]
pub struct NewConsent {
    /// Her name.
    pub guardian: String,
    /// Where to call her during the shift.
    pub phone: String,
    /// She says she holds parental authority, and consents.
    pub consents: bool,
}

/// Whose guardian was given this code, or "not found".
///
/// # Errors
/// [`Refusal::NotFound`].
pub async fn child_of(caller: &Caller, consent_code: &str) -> Result<Volunteer, Refusal> {
    volunteers::by_consent(&caller.db, consent_code).await?.ok_or(Refusal::NotFound)
}

/// Records what a guardian says by the form of her link. Sent twice, it is recorded once.
///
/// # Errors
/// No such code, a seat given back, a shift that is over or called off, fields to correct.
pub async fn give(caller: &Caller, consent_code: &str, new: &NewConsent) -> Result<(), Refusal> {
    let child = child_of(caller, consent_code).await?;
    let row = get_shift(caller, child.shift).await?;
    if !row.accepts(caller.now()) {
        return Err(Refusal::rule("shift-closed", |l| Texts::new(l).sign_up_closed().into()));
    }
    let guardian = read(new, true)?;
    record(caller.begin_public().await?, &row, &child, (ConsentHow::Form, guardian)).await
}

/// Records a form signed on paper, as the team read it.
///
/// # Errors
/// Not allowed, no such code, an adult, fields to correct.
pub async fn note_paper(caller: &Caller, code: &str, guardian: &str, phone: &str) -> Result<Volunteer, Refusal> {
    let child = by_code(caller, code).await?;
    let (tx, row) = welcoming(caller, child.shift).await?;
    let new = NewConsent { guardian: guardian.to_owned(), phone: phone.to_owned(), consents: true };
    record(tx, &row, &child, (ConsentHow::Paper, read(&new, false)?)).await?;
    Ok(child)
}

fn read(new: &NewConsent, phone_owed: bool) -> Result<Guardian, Refusal> {
    let mut p = Problems::default();
    let name = p.read(required(&new.guardian, "guardian", SHORT));
    let phone = p.read(phone(&new.phone, "phone"));
    p.require(!phone_owed || !new.phone.trim().is_empty(), || {
        FieldProblem::new("phone", "missing", |l| Texts::new(l).guardian_phone_missing().into())
    });
    p.require(new.consents, || FieldProblem::new("consents", "missing", |l| Texts::new(l).consents_missing().into()));
    p.done()?;
    Ok(Guardian { name, email: None, phone })
}

async fn record(
    tx: Tx,
    row: &ShiftRow,
    child: &Volunteer,
    (how, guardian): (ConsentHow, Guardian),
) -> Result<(), Refusal> {
    if child.consent.is_none() && !child.awaits_consent() {
        return Err(Refusal::rule("no-consent-needed", |l| Texts::new(l).consent_not_needed().into()));
    }
    if volunteers::consent(&tx, child.id, how, &guardian).await? {
        let event = Event::new("worksite.consented", "worksite_sign_up", child.id).within(row.initiative);
        tx.commit(event.with("how", how.code())).await?;
    }
    Ok(())
}
