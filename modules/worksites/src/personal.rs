//! What this module holds of a person: her copy of it, and its erasure (RGPD, articles 15, 17 and 20).

use arpent_store::{Db, StoreError, Tx};
use arpent_web::{DataSubject, Pending, PersonalData};
use serde_json::{Value as Json, json};

use crate::store::{shifts, volunteers};

/// Where she signed up, and the children she consented for.
pub(crate) const PERSONAL: PersonalData = PersonalData { export, erase };

fn export<'a>(db: &'a Db, subject: &'a DataSubject) -> Pending<'a, Result<Json, StoreError>> {
    Box::pin(async move {
        let mut seats = Vec::new();
        let mut consents = Vec::new();
        for one in volunteers::of_subject(db, subject).await? {
            let row = shifts::by_id(db, one.shift).await?;
            let start = row.as_ref().map(|row| row.shift.sheet.start.to_string());
            let title = row.map(|row| row.title);
            let hers = (one.person.is_some() && one.person == subject.person)
                || (one.email.is_some() && one.email == subject.email);
            if hers {
                seats.push(json!({
                    "worksite": title, "start": start, "name": one.name, "email": one.email, "phone": one.phone,
                    "age": one.band.code(), "code": one.code, "state": one.state.code(),
                    "came_at": one.present_at.map(|at| at.to_string()), "signed_up_at": one.created_at.to_string(),
                }));
            } else {
                // The child's own words are not the guardian's: what she said of herself, and for which shift.
                consents.push(json!({
                    "worksite": title, "start": start, "guardian": one.guardian.name, "email": one.guardian.email,
                    "phone": one.guardian.phone, "consented_at": one.consent.map(|(_, at)| at.to_string()),
                }));
            }
        }
        Ok(json!({ "sign_ups": seats, "consents": consents }))
    })
}

fn erase<'a>(tx: &'a Tx, subject: &'a DataSubject) -> Pending<'a, Result<u64, StoreError>> {
    Box::pin(async move { volunteers::erase(tx, subject).await })
}
