//! What this module holds of a person: her line of a list of voters, the sheets she keyed (RGPD, articles 15, 17 and 20).
//! Ballots are nobody's: nothing here can find hers.

use arpent_store::{Db, StoreError, Tx};
use arpent_web::{DataSubject, Pending, PersonalData};
use serde_json::{Value as Json, json};

use crate::domain::settings::Access;
use crate::domain::voter::Claim;
use crate::store::budgets::{self, Budget};
use crate::store::{runs, sheets, voters};

/// Her line of the lists made of addresses; what she keyed for others.
pub(crate) const PERSONAL: PersonalData = PersonalData { export, erase };

/// The hash of an address on a list that addresses make.
fn hash(budget: &Budget, email: &str) -> Option<String> {
    let secret = budget.secret.as_deref().filter(|_| budget.settings.access == Access::Email)?;
    Some(Claim::Email(email.to_owned(), String::new()).hash(secret))
}

fn export<'a>(db: &'a Db, subject: &'a DataSubject) -> Pending<'a, Result<Json, StoreError>> {
    Box::pin(async move {
        let (mut lists, mut keyed, mut asked) = (Vec::new(), Vec::new(), Vec::new());
        if let Some(email) = &subject.email {
            for budget in budgets::with_secret(db).await? {
                let Some(hash) = hash(&budget, email) else { continue };
                if let Some(voter) = voters::one(db, budget.id, &hash).await? {
                    lists.push(json!({ "budget": budget.title, "voted": voter.voted, "channel": voter.channel }));
                }
            }
        }
        if let Some(person) = subject.person {
            for sheet in sheets::of_person(db, person).await? {
                keyed.push(json!({ "sheet": sheet.number, "at": sheet.at.to_string() }));
            }
            for run in runs::of_person(db, person).await? {
                asked.push(json!({ "at": run.asked_at.to_string(), "reason": run.reason }));
            }
        }
        Ok(json!({ "voter_lists": lists, "sheets_keyed": keyed, "counts_asked": asked }))
    })
}

/// Whoever has not voted leaves the list. Whoever has stays struck off until the count, or she could vote again: the hash
/// says nothing once the budget's secret is destroyed.
fn erase<'a>(tx: &'a Tx, subject: &'a DataSubject) -> Pending<'a, Result<u64, StoreError>> {
    Box::pin(async move {
        let mut changed = 0;
        if let Some(email) = &subject.email {
            for budget in budgets::with_secret(tx).await? {
                if let Some(hash) = hash(&budget, email) {
                    changed += voters::forget(tx, budget.id, &hash).await?;
                }
            }
        }
        if let Some(person) = subject.person {
            changed += sheets::erase(tx, person).await? + runs::erase(tx, person).await?;
        }
        Ok(changed)
    })
}
