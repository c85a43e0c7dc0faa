//! What this module holds of a person: her copy of it, and its erasure (RGPD, articles 15, 17 and 20).

use arpent_store::{Db, StoreError, Tx};
use arpent_web::{DataSubject, Pending, PersonalData};
use serde_json::{Value as Json, json};

use crate::store::{reports, signatures, suggestions, supports};

/// Her suggestions, signatures, reports and requests.
pub(crate) const PERSONAL: PersonalData = PersonalData { export, erase };

fn export<'a>(db: &'a Db, subject: &'a DataSubject) -> Pending<'a, Result<Json, StoreError>> {
    Box::pin(async move {
        let suggested: Vec<Json> = suggestions::of_subject(db, subject)
            .await?
            .into_iter()
            .map(|s| json!({ "contribution": s.contribution, "proposed": s.proposed, "why": s.why }))
            .collect();
        let signed: Vec<Json> = signatures::of_subject(db, subject)
            .await?
            .into_iter()
            .map(|s| {
                json!({
                    "code": s.code, "version": s.version_number, "organisation": s.organisation_name.or(Some(s.other_name)),
                    "signer": s.signer, "email": s.email, "named": s.public_name, "commitments": s.commitments,
                    "reservations": s.reservations, "state": s.state.code(),
                    "signed_on": s.signed_on.map(|day| day.to_string()),
                    "withdrawn_on": s.withdrawn.as_ref().map(|(day, _)| day.to_string()),
                    "withdrawn_why": s.withdrawn.map(|(_, why)| why),
                })
            })
            .collect();
        let Some(person) = subject.person else { return Ok(json!({ "suggestions": suggested, "signatures": signed })) };
        let reported: Vec<Json> = reports::of_person(db, person)
            .await?
            .into_iter()
            .map(|r| json!({ "action": r.action, "year": r.year, "text": r.text, "at": r.at.to_string() }))
            .collect();
        let asked: Vec<Json> = supports::of_person(db, person)
            .await?
            .into_iter()
            .map(|r| json!({ "support": r.title, "text": r.text, "at": r.at.to_string() }))
            .collect();
        Ok(json!({ "suggestions": suggested, "signatures": signed, "reports": reported, "requests": asked }))
    })
}

/// What an organisation signed stays, without the hand that signed; what she signed for herself stays counted, without
/// name or words. Her suggestions go without her name with the contributions that say them.
fn erase<'a>(tx: &'a Tx, subject: &'a DataSubject) -> Pending<'a, Result<u64, StoreError>> {
    Box::pin(async move {
        let signed = signatures::erase(tx, subject).await?;
        let Some(person) = subject.person else { return Ok(signed) };
        Ok(signed + reports::erase(tx, person).await? + supports::erase(tx, person).await?)
    })
}
