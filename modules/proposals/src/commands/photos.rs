//! Photographs between two screens of the form: kept a day, reachable by whoever holds their unguessable id.

use arpent_commons::domain::initiative::Initiative;
use arpent_core::{Event, Id};
use arpent_store::jobs::NewJob;
use arpent_web::photo::{self, Photo, PhotoProblem};
use arpent_web::{Caller, Refusal};
use jiff::SignedDuration;
use serde_json::json;
use uuid::Uuid;

use crate::jobs::TIDY;
use crate::store::photos;
use crate::texts::Texts;

/// How long a photograph waits for the last screen, and a file for its confirmation.
pub(crate) const WAITS: SignedDuration = SignedDuration::from_hours(24);

/// Cleans a photograph and keeps it until the form is sent.
///
/// # Errors
/// Not a photograph, too large, damaged: said at the field.
pub async fn keep(caller: &Caller, initiative: Id<Initiative>, bytes: Vec<u8>) -> Result<Uuid, Refusal> {
    let photo = clean(bytes).await?;
    let id = caller.id::<Photo>().uuid();
    let tx = caller.begin_public().await?;
    tx.put_file(id, "image/jpeg", Some(photo.size), photo.jpeg).await?;
    photos::add(&tx, id).await?;
    tx.enqueue(tidy_later(caller)).await?;
    tx.commit(Event::new("photo.kept", "file", Id::<Photo>::from_uuid(id)).within(initiative)).await?;
    Ok(id)
}

/// Decoding takes tens of milliseconds: away from the threads that answer.
async fn clean(bytes: Vec<u8>) -> Result<Photo, Refusal> {
    let cleaned = tokio::task::spawn_blocking(move || photo::clean(&bytes)).await;
    cleaned.unwrap_or(Err(PhotoProblem::Damaged)).map_err(|problem| match problem {
        PhotoProblem::TooLarge => Refusal::field("photo", "too-large", |l| Texts::new(l).photo_too_large().into()),
        PhotoProblem::NotAnImage => Refusal::field("photo", "type", |l| Texts::new(l).photo_not_an_image().into()),
        PhotoProblem::Damaged => Refusal::field("photo", "damaged", |l| Texts::new(l).photo_damaged().into()),
    })
}

/// The photograph that waits under this id, as it will be attached.
///
/// # Errors
/// The database does not answer.
pub async fn waiting(caller: &Caller, id: Uuid) -> Result<Option<Photo>, Refusal> {
    let file = photos::pending(&caller.db, id).await?;
    Ok(file.map(|file| Photo { jpeg: file.content, size: file.size_in_pixels.unwrap_or_default() }))
}

/// Forgets it: the contribution holds its own copy, or its author took it away.
///
/// # Errors
/// The database does not answer.
pub async fn forget(caller: &Caller, id: Uuid) -> Result<(), Refusal> {
    let tx = caller.begin_public().await?;
    photos::forget(&tx, id).await?;
    Ok(tx.keep_house("a waiting photograph was used or taken away").await?)
}

/// The job that forgets what nobody came back for; one a day, whoever asks.
pub(crate) fn tidy_later(caller: &Caller) -> NewJob {
    let day = caller.today();
    NewJob {
        id: caller.id::<NewJob>().uuid(),
        kind: TIDY,
        payload: json!({}),
        unique_key: Some(format!("{TIDY}-{day}")),
        run_at: caller.now().checked_add(WAITS * 2).unwrap_or(caller.now()),
    }
}
