//! What this module holds of a person: her copy of it, and its erasure (RGPD, articles 15, 17 and 20).

use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_store::{Db, StoreError, Tx};
use arpent_web::{DataSubject, Pending, PersonalData};
use serde_json::{Value as Json, json};

use crate::store::{imports, objects, observations, projects, reports, said, votes};

/// What she drew, saw, said of what others saw, reported and imported.
pub(crate) const PERSONAL: PersonalData = PersonalData { export, erase };

fn export<'a>(db: &'a Db, subject: &'a DataSubject) -> Pending<'a, Result<Json, StoreError>> {
    Box::pin(async move {
        let Some(person) = subject.person else { return Ok(Json::Null) };
        Ok(json!({
            "objects": drawn(db, person).await?,
            "said": said::of_person(db, person).await?.iter().map(|(contribution, shape)| json!({
                "contribution": contribution, "geometry": shape.to_geojson(),
            })).collect::<Vec<_>>(),
            "follows": projects::followed(db, person).await?,
            "votes": votes::of_person(db, person).await?.iter().map(|vote| json!({
                "object": vote.object, "agrees": vote.agrees, "at": vote.at.to_string(),
            })).collect::<Vec<_>>(),
            "reports": reports::of_person(db, person).await?.iter().map(|report| json!({
                "object": report.object, "ground": report.ground.code(), "text": report.text, "at": report.at.to_string(),
            })).collect::<Vec<_>>(),
            "imports": imports::of_person(db, person).await?.iter().map(|import| json!({
                "file_name": import.file_name, "created": import.created, "at": import.created_at.to_string(),
            })).collect::<Vec<_>>(),
        }))
    })
}

/// Her own places are given to her as she gave them, not blurred.
async fn drawn(db: &Db, person: Id<Person>) -> Result<Vec<Json>, StoreError> {
    let mut drawn = Vec::new();
    for object in objects::of_person(db, person).await? {
        let seen = observations::of(db, object.id).await?;
        let exact = observations::exact(db, object.id).await?.unwrap_or(object.shape);
        drawn.push(json!({
            "id": object.id, "title": object.title, "text": object.text, "state": object.state.code(),
            "geometry": exact.to_geojson(), "at": object.created_at.to_string(),
            "seen_on": seen.as_ref().map(|seen| seen.seen_on.to_string()),
            "details": seen.as_ref().map(|seen| seen.details.clone()), "code": seen.map(|seen| seen.code),
        }));
    }
    Ok(drawn)
}

/// What is on the map stays without her name, and what she drew stays with what she said, which the commons keep without
/// it; what she said of others' observations goes.
fn erase<'a>(tx: &'a Tx, subject: &'a DataSubject) -> Pending<'a, Result<u64, StoreError>> {
    Box::pin(async move {
        let Some(person) = subject.person else { return Ok(0) };
        Ok(objects::erase(tx, person).await?
            + votes::erase(tx, person).await?
            + reports::erase(tx, person).await?
            + projects::erase(tx, person).await?
            + imports::erase(tx, person).await?)
    })
}
