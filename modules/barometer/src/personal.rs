//! What this module holds of a person: her invitations, and the sheets she keyed (RGPD, articles 15, 17 and 20). Answers
//! are nobody's: nothing here can find hers.

use arpent_store::{Db, StoreError, Tx};
use arpent_web::{DataSubject, Pending, PersonalData};
use serde_json::{Value as Json, json};

/// Nothing yet but what other parts of this module will hold.
pub(crate) const PERSONAL: PersonalData = PersonalData { export, erase };

fn export<'a>(_db: &'a Db, _subject: &'a DataSubject) -> Pending<'a, Result<Json, StoreError>> {
    Box::pin(async move { Ok(json!({})) })
}

fn erase<'a>(_tx: &'a Tx, _subject: &'a DataSubject) -> Pending<'a, Result<u64, StoreError>> {
    Box::pin(async move { Ok(0) })
}
