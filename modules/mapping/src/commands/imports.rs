//! Files of places: looked at, then brought in once confirmed, or forgotten.

use arpent_core::Id;
use arpent_core::digest::sha256;
use arpent_documents::shapes::{Frame, Limits, Reading, ShapesError, read};
use arpent_store::files;
use arpent_store::jobs::NewJob;
use arpent_web::{Caller, Refusal, Upload};
use jiff::SignedDuration;
use serde_json::json;

use super::objects::{NewObject, Words, read as checked};
use super::{about, layer, scope};
use crate::IMPORT;
use crate::domain::layer::Layer;
use crate::domain::object::KIND;
use crate::jobs::TIDY;
use crate::store::imports::{self, Import};
use crate::store::objects;
use crate::texts::Texts;
use arpent_commons::domain::text::{REASON, SHORT, TITLE};

/// How long a file waits for its confirmation.
pub(crate) const WAITS: SignedDuration = SignedDuration::from_hours(24);
/// Bytes of a megabyte, as people count them.
const MEGABYTE: usize = 1 << 20;

/// Keeps a file to look at it; nothing of it is on the map.
///
/// # Errors
/// Not allowed; no file; a file of which nothing can be used, with why.
pub async fn upload(caller: &Caller, layer_id: Id<Layer>, file: Option<Upload>) -> Result<Id<Import>, Refusal> {
    let layer = layer(caller, layer_id).await?;
    caller.require(IMPORT, scope(layer.initiative))?;
    if layer.inventory {
        return Err(Refusal::rule("inventory", |l| Texts::new(l).layer_is_inventory().into()));
    }
    let Some(file) = file.filter(|file| !file.bytes.is_empty()) else {
        return Err(Refusal::field("file", "missing", |l| Texts::new(l).import_file_missing().into()));
    };
    let name = file.name.chars().take(SHORT).collect::<String>();
    let bytes = looked_at(file.bytes, name.clone()).await?.1;
    let tx = caller.begin(IMPORT, scope(layer.initiative)).await?;
    let import = Import {
        id: caller.id(),
        layer: layer.id,
        file: Some(caller.id::<Upload>().uuid()),
        file_name: name,
        state: "pending".to_owned(),
        created: 0,
        person: caller.actor.person,
        created_at: caller.now(),
    };
    tx.put_file(import.file.unwrap_or_default(), "application/octet-stream", None, bytes).await?;
    imports::add(&tx, &import).await?;
    tx.enqueue(tidy_later(caller)).await?;
    tx.commit(about("map_import.uploaded", "import", import.id, &layer)).await?;
    Ok(import.id)
}

/// Reads away from the threads that answer.
async fn looked_at(bytes: Vec<u8>, name: String) -> Result<(Reading, Vec<u8>), Refusal> {
    let read = move || read(&bytes, &name, &Limits::default()).map(|reading| (reading, bytes));
    tokio::task::spawn_blocking(read).await.map_err(|_| Refusal::NotFound)?.map_err(|error| unusable(&error))
}

/// An import and its layer, for whoever may bring files into it.
///
/// # Errors
/// Not allowed, or no such import.
pub async fn opened(caller: &Caller, id: Id<Import>) -> Result<(Import, Layer), Refusal> {
    let import = imports::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)?;
    let layer = layer(caller, import.layer).await?;
    caller.require(IMPORT, scope(layer.initiative))?;
    Ok((import, layer))
}

/// What a file that waits would bring; none once it was imported or forgotten.
///
/// # Errors
/// The database does not answer.
pub async fn looked(caller: &Caller, import: &Import) -> Result<Option<Reading>, Refusal> {
    let Some(file) = import.file else { return Ok(None) };
    let content = files::get(&caller.db, file).await?.content;
    Ok(Some(looked_at(content, import.file_name.clone()).await?.0))
}

/// Brings in the sound places of a file. `accepted` is the frame whose conversion was accepted: `wgs84` when there was
/// nothing to convert.
///
/// # Errors
/// Not allowed; already done or forgotten; a conversion that nobody accepted.
pub async fn confirm(caller: &Caller, id: Id<Import>, accepted: &str) -> Result<i64, Refusal> {
    let (import, layer) = opened(caller, id).await?;
    let Some(reading) = looked(caller, &import).await? else {
        return Err(Refusal::rule("import-over", |l| Texts::new(l).import_over().into()));
    };
    if reading.frame != Frame::Wgs84 && accepted != reading.frame.code() {
        return Err(Refusal::field("accepted", "conversion", |l| Texts::new(l).import_conversion_needed().into()));
    }
    let tx = caller.begin(IMPORT, scope(layer.initiative)).await?;
    let mut created = 0;
    for new in places(&reading, &layer) {
        let object = checked(caller, &layer, &new)?;
        created += i64::from(objects::add(&tx, &object, &new.submission).await?);
    }
    if !imports::done(&tx, &import, created).await? {
        return Err(Refusal::rule("import-over", |l| Texts::new(l).import_over().into()));
    }
    tx.commit(about("map_import.confirmed", "import", id, &layer).with("created", created)).await?;
    Ok(created)
}

/// The sound places of a file as objects. The same place of the same layer, imported twice, is one object.
fn places(reading: &Reading, layer: &Layer) -> Vec<NewObject> {
    let cut = |said: &str, most: usize| said.chars().take(most).collect::<String>();
    let sound = reading.items.iter().filter_map(|item| Some((item, item.shape.clone().ok()?)));
    let new = sound.map(|(item, shape)| {
        let title =
            if item.title.trim().is_empty() { format!("{} {}", layer.name, item.number) } else { item.title.clone() };
        let days = [item.from, item.to].map(|day| day.map_or_else(String::new, |day| day.to_string()));
        let key = format!("{}\n{}\n{}\n{}", layer.id, title, days.join("\n"), shape.to_geojson());
        NewObject {
            words: Words {
                title: cut(&title, TITLE),
                text: cut(&item.text, REASON),
                kind: cut(&item.kind, KIND),
                source: cut(&item.source, SHORT),
                from: item.from,
                to: item.to.filter(|to| item.from.is_none_or(|from| from <= *to)),
            },
            shape,
            submission: sha256(key.as_bytes()),
        }
    });
    new.collect()
}

/// Forgets a file without importing it.
///
/// # Errors
/// Not allowed.
pub async fn give_up(caller: &Caller, id: Id<Import>) -> Result<Id<Layer>, Refusal> {
    let (import, layer) = opened(caller, id).await?;
    let tx = caller.begin(IMPORT, scope(layer.initiative)).await?;
    imports::forget(&tx, &import).await?;
    tx.commit(about("map_import.forgotten", "import", id, &layer)).await?;
    Ok(layer.id)
}

/// The job that forgets files nobody came back for and calls validators; one a day, whoever asks.
pub(crate) fn tidy_later(caller: &Caller) -> NewJob {
    NewJob {
        id: caller.id::<NewJob>().uuid(),
        kind: TIDY,
        payload: json!({}),
        unique_key: Some(format!("{TIDY}-{}", caller.today())),
        run_at: caller.now().checked_add(WAITS * 2).unwrap_or(caller.now()),
    }
}

fn unusable(error: &ShapesError) -> Refusal {
    let (code, error) = (error.code(), error.clone());
    Refusal::field("file", code, move |lang| {
        let t = Texts::new(lang);
        match &error {
            ShapesError::TooLarge { most } => t.import_too_large(most / MEGABYTE),
            ShapesError::TooMany { most } => t.import_too_many(*most),
            ShapesError::TooManyPoints { most } => t.import_too_many_points(*most),
            ShapesError::NotJson { line } => t.import_not_json(*line),
            ShapesError::NotGeoJson => t.import_not_geojson().to_owned(),
            ShapesError::NotGpx => t.import_not_gpx().to_owned(),
            ShapesError::NoCoordinates => t.import_no_coordinates().to_owned(),
            ShapesError::Empty => t.import_empty().to_owned(),
            ShapesError::Outside(_) => t.import_outside().to_owned(),
            ShapesError::Table(_) => t.import_not_a_table().to_owned(),
        }
    })
}
