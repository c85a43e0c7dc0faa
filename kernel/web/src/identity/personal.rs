//! What the identity holds of a person: exported on her request, erased when she asks.

use arpent_store::{Db, StoreError, Tx, journal};
use serde_json::{Value as Json, json};

use super::store;
use crate::app::App;
use crate::module::{DataSubject, Pending};
use crate::refusal::Refusal;

pub(crate) fn export<'a>(db: &'a Db, subject: &'a DataSubject) -> Pending<'a, Result<Json, StoreError>> {
    Box::pin(async move {
        let Some(person) = subject.person else { return Ok(Json::Null) };
        let account = store::account_of(db, person).await?;
        let sessions = store::sessions(db, person).await?;
        let grants = store::grants(db, person).await?;
        let acts = journal::of_actor(db, person.uuid()).await?;
        Ok(json!({
            "name": store::name(db, person).await?,
            "account": account.iter().map(|account| json!({
                "email": account.email,
                "created_at": account.created_at,
                "has_password": account.password_hash.is_some(),
            })).collect::<Vec<_>>(),
            "sessions": sessions.iter().map(|session| json!({
                "device": session.device,
                "created_at": session.created_at,
                "seen_at": session.seen_at,
                "expires_at": session.expires_at,
            })).collect::<Vec<_>>(),
            "roles": grants.iter().map(|stored| json!({
                "role": stored.grant.role.code(),
                "scope": super::scope_kind(stored.grant.scope),
                "from": stored.grant.from,
                "to": stored.grant.to,
            })).collect::<Vec<_>>(),
            "acts": acts.iter().map(|line| json!({
                "at": line.at,
                "role": line.role,
                "kind": line.kind,
                "subject_kind": line.subject_kind,
                "subject": line.subject,
            })).collect::<Vec<_>>(),
        }))
    })
}

pub(crate) fn erase<'a>(tx: &'a Tx, subject: &'a DataSubject) -> Pending<'a, Result<u64, StoreError>> {
    Box::pin(async move {
        match subject.person {
            Some(person) => store::erase_person(tx, person).await,
            None => Ok(0),
        }
    })
}

/// Everything every room holds about a person, by room.
///
/// # Errors
/// The database does not answer.
pub async fn everything(app: &App, subject: &DataSubject) -> Result<serde_json::Map<String, Json>, Refusal> {
    let mut rooms = serde_json::Map::new();
    for room in &app.rooms {
        rooms.insert(room.manifest.name.to_owned(), (room.personal.export)(&app.db, subject).await?);
    }
    Ok(rooms)
}
