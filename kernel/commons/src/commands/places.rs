//! Contours of communes, from a file: looked at, then kept, or removed.

use arpent_core::{Event, Id, Scope};
use arpent_documents::contours::{self as files, Contour, ContoursError, Limits, Misplaced};
use arpent_look::map::{Shape, lighter};
use arpent_web::{Caller, Refusal};
use uuid::Uuid;

use crate::domain::contours::{Aside, Recognised, recognise};
use crate::domain::people::Area;
use crate::domain::text::{SHORT, required};
use crate::permission::TERRITORY_EDIT;
use crate::store::contours::{self, Whole};
use crate::store::places;
use crate::texts::Texts;

/// Metres of the grid on which outlines are drawn: less than a pixel of a map of one commune.
const OUTLINE: f64 = 10.0;
/// Bytes of a megabyte, as people count them.
const MEGABYTE: usize = 1 << 20;

/// Looks at a file of contours: which communes are recognised, which features are not. Nothing is kept.
///
/// # Errors
/// Not allowed; a file of which nothing can be used, said at the field `file`.
pub async fn check_contours(caller: &Caller, file: Vec<u8>) -> Result<Recognised, Refusal> {
    caller.require(TERRITORY_EDIT, Scope::Instance)?;
    let areas = places::areas(&caller.db).await?;
    if areas.is_empty() {
        return Err(Refusal::field("file", "contours-no-communes", |l| Texts::new(l).contours_no_communes().into()));
    }
    let drawn: Vec<Id<Area>> = contours::kept(&caller.db).await?.into_iter().map(|kept| kept.area).collect();
    let recognised = away(move || {
        let features = files::read(&file, &Limits::default()).map_err(|error| unreadable(&error))?;
        Ok(recognise(features, &areas, &drawn))
    });
    let recognised = recognised.await?;
    if recognised.known.is_empty() && recognised.aside.iter().all(|aside| aside.why == Aside::Unknown) {
        return Err(Refusal::field("file", "contours-none-known", |l| Texts::new(l).contours_none_known().into()));
    }
    Ok(recognised)
}

/// Keeps the contours of a file; those of communes it does not hold stay as they are. Says what was done of it.
///
/// # Errors
/// As for [`check_contours`]; a source missing.
pub async fn import_contours(caller: &Caller, file: Vec<u8>, source: &str) -> Result<Recognised, Refusal> {
    let source = required(source, "source", SHORT).map_err(|problem| Refusal::Invalid(vec![problem]))?;
    let recognised = check_contours(caller, file).await?;
    let brought: Vec<(Id<Area>, Contour)> =
        recognised.known.iter().map(|known| (known.area.id, known.contour.clone())).collect();
    let stay: Vec<(Id<Area>, Contour)> = contours::whole(&caller.db)
        .await?
        .into_iter()
        .map(|Whole { area, contour }| (area, contour))
        .filter(|(area, _)| brought.iter().all(|(other, _)| other != area))
        .collect();
    let new = brought.len();
    // Borders are made lighter all together, outside the transaction: it takes a moment.
    let drawn = away(move || Ok(outlines(brought.into_iter().chain(stay).collect()))).await?;
    let tx = caller.begin(TERRITORY_EDIT, Scope::Instance).await?;
    for (rank, (area, contour, outline)) in drawn.iter().enumerate() {
        if rank < new {
            contours::put(&tx, *area, contour, outline, &source).await?;
        } else {
            contours::redraw(&tx, *area, outline).await?;
        }
    }
    tx.commit(of_territory("contours.imported").with("areas", new)).await?;
    Ok(recognised)
}

/// Removes every contour: maps are schematic again. Says how many there were.
///
/// # Errors
/// Not allowed.
pub async fn remove_contours(caller: &Caller) -> Result<u64, Refusal> {
    let tx = caller.begin(TERRITORY_EDIT, Scope::Instance).await?;
    let removed = contours::remove(&tx).await?;
    tx.commit(of_territory("contours.removed").with("areas", removed)).await?;
    Ok(removed)
}

fn of_territory(kind: &'static str) -> Event {
    Event::new::<Area>(kind, "area", Id::from_uuid(Uuid::nil()))
}

fn outlines(contours: Vec<(Id<Area>, Contour)>) -> Vec<(Id<Area>, Contour, Shape)> {
    let shapes: Vec<Shape> = contours.iter().map(|(_, contour)| contour.surfaces().concat()).collect();
    let light = lighter(&shapes, OUTLINE);
    contours.into_iter().zip(light).map(|((area, contour), outline)| (area, contour, outline)).collect()
}

/// Computes away from the threads that answer.
async fn away<T: Send + 'static>(work: impl FnOnce() -> Result<T, Refusal> + Send + 'static) -> Result<T, Refusal> {
    tokio::task::spawn_blocking(work).await.unwrap_or(Err(Refusal::NotFound))
}

/// Why a file cannot be used, in words.
fn unreadable(error: &ContoursError) -> Refusal {
    let (code, error) = (error.code(), *error);
    Refusal::field("file", code, move |lang| {
        let t = Texts::new(lang);
        let whole = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        match error {
            ContoursError::TooLarge { most } => t.contours_too_large(whole(most / MEGABYTE)),
            ContoursError::TooManyPoints { most } => t.contours_too_many_points(whole(most)),
            ContoursError::NotJson { line } => t.contours_not_json(whole(line)),
            ContoursError::NotACollection => t.contours_not_a_collection().into(),
            ContoursError::Empty => t.contours_empty().into(),
            ContoursError::Misplaced(Misplaced::Lambert93) => t.contours_lambert_93().into(),
            ContoursError::Misplaced(Misplaced::Outside(at)) => {
                t.contours_outside(shown(at.latitude), shown(at.longitude))
            }
            ContoursError::Misplaced(Misplaced::Swapped(at)) => {
                t.contours_swapped(shown(at.latitude), shown(at.longitude))
            }
        }
    })
}

/// A coordinate as the file writes it.
fn shown(number: f64) -> String {
    let text = format!("{number:.4}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
