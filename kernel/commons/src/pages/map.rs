//! Where contributions come from: the communes of a démarche on a map, with the counts of the list beside it.

use arpent_core::Id;
use arpent_core::disclosure::SMALL;
use arpent_look::map::{self, Place, Shade, Shape};
use arpent_texts::{collate, date, list, number};
use arpent_web::{Ctx, Refusal};

use super::frame::Frame;
use crate::domain::people::Area;
use crate::store::contours::{self, Outline};
use crate::store::places::{self, AreaRow};

/// Draws the map of a démarche as HTML: communes as they are when each has its contour, else one tile each, so that none
/// is left out. Counts of 1 to 4 are hidden. Empty without communes.
///
/// # Errors
/// The database does not answer.
pub async fn draw(ctx: &Ctx, frame: &Frame) -> Result<String, Refusal> {
    let id = frame.initiative.id;
    let mut areas = places::of_initiative(&ctx.db, id).await?;
    areas.sort_by(|a, b| collate(ctx.lang, &a.name, &b.name));
    if areas.is_empty() {
        return Ok(String::new());
    }
    let counts = places::counts(&ctx.db, id).await?;
    let outlines = contours::outlines(&ctx.db, id).await?;
    let places: Vec<Place> = areas.iter().map(|area| place(ctx, frame, area, &counts)).collect();
    Ok(match shapes(&areas, &outlines) {
        Some(shapes) => contoured(ctx, frame, &places.into_iter().zip(shapes).collect::<Vec<_>>(), &outlines),
        None => schematic(ctx, frame, &places),
    })
}

/// The shape of every area, in the same order; `None` as soon as one has none.
fn shapes(areas: &[AreaRow], outlines: &[Outline]) -> Option<Vec<Shape>> {
    let shape = |area: &AreaRow| outlines.iter().find(|outline| outline.area == area.id).map(|o| o.shape.clone());
    areas.iter().map(shape).collect()
}

fn place(ctx: &Ctx, frame: &Frame, area: &AreaRow, counts: &[(Id<Area>, i64)]) -> Place {
    let n = counts.iter().find(|(id, _)| *id == area.id).map_or(0, |(_, n)| *n);
    let hidden = n > 0 && n < SMALL;
    Place {
        code: area.code.clone().unwrap_or_else(|| area.id.to_string()),
        name: area.name.clone(),
        weight: area.population.map_or(1.0, |p| p as f64),
        shade: match n {
            _ if hidden => Shade::Hidden,
            0 => Shade::Blank,
            n => Shade::Value(n as f64),
        },
        label: if hidden { frame.t.map_hidden().to_owned() } else { number(ctx.lang, n) },
        href: Some(format!("{}?commune={}", frame.href("contributions"), area.id)),
    }
}

fn schematic(ctx: &Ctx, frame: &Frame, places: &[Place]) -> String {
    let t = frame.t;
    let note = t.map_source(date(ctx.lang, ctx.today()));
    map::schematic(&map::Words { title: t.map_title(), sentence: t.map_sentence(), note: &note }, places)
}

fn contoured(ctx: &Ctx, frame: &Frame, places: &[(Place, Shape)], outlines: &[Outline]) -> String {
    let t = frame.t;
    let mut sources: Vec<&str> = outlines.iter().map(|outline| outline.source.as_str()).collect();
    sources.sort_unstable();
    sources.dedup();
    let note = t.map_source_contours(date(ctx.lang, ctx.today()), list(ctx.lang, &sources));
    map::contoured(&map::Words { title: t.map_title(), sentence: t.map_sentence_contours(), note: &note }, places)
}
