//! What this module holds of a person: her invitations, the sheets she keyed, the files she brought in (RGPD, articles 15,
//! 17 and 20). Answers are nobody's: nothing here can find hers.

use arpent_store::{Db, StoreError, Tx};
use arpent_web::{DataSubject, Pending, PersonalData};
use serde_json::{Value as Json, json};

use crate::store::{imports, invitations, sheets, signals};

/// Her invitations, by her address; what she did for others, by her account.
pub(crate) const PERSONAL: PersonalData = PersonalData { export, erase };

fn export<'a>(db: &'a Db, subject: &'a DataSubject) -> Pending<'a, Result<Json, StoreError>> {
    Box::pin(async move {
        let mut invited = Vec::new();
        if let Some(email) = &subject.email {
            for one in invitations::of_email(db, email).await? {
                invited.push(json!({
                    "email": one.email, "name": one.name, "language": one.language, "population": one.population,
                    "stratum": one.stratum, "sent_on": one.sent_on.map(|day| day.to_string()),
                    "reminders": one.reminders, "answered": one.answered,
                }));
            }
        }
        let (mut keyed, mut brought) = (Vec::new(), Vec::new());
        if let Some(person) = subject.person {
            for entry in sheets::of_person(db, person).await? {
                keyed.push(json!({ "sheet": entry.sheet, "at": entry.at.to_string() }));
            }
            for import in imports::of_person(db, person).await? {
                brought.push(json!({ "file_name": import.file_name, "at": import.created_at.to_string() }));
            }
        }
        Ok(json!({ "invitations": invited, "sheets_keyed": keyed, "imports": brought }))
    })
}

/// Her address and her name leave the invitations; what she keyed for others stays, without her.
fn erase<'a>(tx: &'a Tx, subject: &'a DataSubject) -> Pending<'a, Result<u64, StoreError>> {
    Box::pin(async move {
        let mut changed = 0;
        if let Some(email) = &subject.email {
            changed += invitations::forget_email(tx, email).await?;
        }
        if let Some(person) = subject.person {
            changed += sheets::erase(tx, person).await? + imports::erase(tx, person).await?;
            changed += signals::erase(tx, person).await?;
        }
        Ok(changed)
    })
}
