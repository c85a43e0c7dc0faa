//! What this module holds of a person: her copy of it, and its erasure (RGPD, articles 15, 17 and 20).

use arpent_store::{Db, StoreError, Tx};
use arpent_web::{DataSubject, Pending, PersonalData};
use serde_json::{Value as Json, json};

use crate::store::{assignments, comments, imports, supports};

/// Her comments, supports, assignments and imports.
pub(crate) const PERSONAL: PersonalData = PersonalData { export, erase };

fn export<'a>(db: &'a Db, subject: &'a DataSubject) -> Pending<'a, Result<Json, StoreError>> {
    Box::pin(async move {
        let Some(person) = subject.person else { return Ok(Json::Null) };
        let comments: Vec<Json> = comments::of_person(db, person)
            .await?
            .into_iter()
            .map(|c| {
                json!({
                    "contribution": c.contribution, "alignment": c.alignment.code(), "text": c.text,
                    "state": c.state.code(), "at": c.created_at.to_string(),
                })
            })
            .collect();
        let supports: Vec<Json> = supports::of_person(db, person)
            .await?
            .into_iter()
            .map(|s| {
                json!({
                    "contribution": s.contribution, "title": s.title, "at": s.at.to_string(),
                })
            })
            .collect();
        let assignments: Vec<Json> = assignments::of_person(db, person)
            .await?
            .into_iter()
            .map(|a| {
                json!({
                    "unit": a.unit_name, "due_day": a.due_day.map(|day| day.to_string()), "note": a.note,
                    "at": a.assigned_at.to_string(), "done_at": a.done_at.map(|at| at.to_string()),
                })
            })
            .collect();
        let imports: Vec<Json> = imports::of_person(db, person)
            .await?
            .into_iter()
            .map(|i| {
                json!({
                    "file_name": i.file_name, "created": i.progress.created, "at": i.created_at.to_string(),
                })
            })
            .collect();
        Ok(json!({ "comments": comments, "supports": supports, "assignments": assignments, "imports": imports }))
    })
}

/// Comments keep their words, which others answered; everything else that names her goes.
fn erase<'a>(tx: &'a Tx, subject: &'a DataSubject) -> Pending<'a, Result<u64, StoreError>> {
    Box::pin(async move {
        let Some(person) = subject.person else { return Ok(0) };
        Ok(comments::erase(tx, person).await?
            + supports::erase(tx, person).await?
            + assignments::erase(tx, person).await?
            + imports::erase(tx, person).await?)
    })
}
