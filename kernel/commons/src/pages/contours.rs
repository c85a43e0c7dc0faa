//! Contours of communes on the administrator's page: a file looked at, then kept once confirmed, or removed.

use arpent_look::map::{self, Place, Shade, Shape};
use arpent_texts::{date, decimal, list};
use arpent_web::respond::{done, page_with};
use arpent_web::shell::Crumb;
use arpent_web::{Ctx, Field, FieldProblem, PageError, Refusal, Shell};
use askama::Template;
use axum::extract::Multipart;
use axum::http::StatusCode;
use axum::response::Response;

use super::territory;
use crate::commands::places as commands;
use crate::domain::contours::{Aside, Known, LeftAside, Recognised};
use crate::domain::text::SHORT;
use crate::store::contours::Kept;
use crate::store::places::AreaRow;
use crate::texts::Texts;
use arpent_documents::contours::{Fault, write};

/// Where the administrator comes back to.
const ADDRESS: &str = "/admin/territoire#contours";
/// Square metres of a square kilometre.
const SQUARE_KILOMETRE: f64 = 1e6;

/// What the administrator's page says of contours.
#[derive(Debug)]
pub(super) struct Section {
    /// How many communes have theirs.
    pub(super) said: String,
    /// Who lacks one, when others have theirs.
    pub(super) missing: Option<String>,
    /// Where they come from.
    pub(super) sources: Vec<String>,
    /// The form that brings a file.
    pub(super) fields: Vec<Field>,
}

/// Reads what is kept into words.
pub(super) fn section(ctx: &Ctx, areas: &[AreaRow], kept: &[Kept], source: &str) -> Section {
    let t = Texts::new(ctx.lang);
    let has = |area: &AreaRow| kept.iter().any(|kept| kept.area == area.id);
    let missing: Vec<&str> = areas.iter().filter(|area| !has(area)).map(|area| area.name.as_str()).collect();
    let said = if kept.is_empty() {
        t.contours_none_yet().to_owned()
    } else {
        t.contours_some(areas.len() - missing.len(), areas.len())
    };
    let mut sources: Vec<String> = kept.iter().map(|kept| from(ctx, t, kept)).collect();
    sources.sort();
    sources.dedup();
    Section {
        said,
        missing: (!kept.is_empty() && !missing.is_empty()).then(|| t.contours_missing(list(ctx.lang, &missing))),
        sources,
        fields: vec![
            Field::text("file", t.contours_file(), "").kind("file").hint(t.contours_file_hint()).required(),
            Field::text("source", t.contours_source(), source).hint(t.contours_source_hint()).required().max(SHORT),
        ],
    }
}

fn from(ctx: &Ctx, t: Texts, kept: &Kept) -> String {
    let day = arpent_core::clock::paris_date(kept.imported_at);
    t.contours_kept_from(date(ctx.lang, day), &kept.source)
}

/// A surface in square kilometres: `31,75 km²`.
pub fn surface(t: Texts, square_metres: f64) -> String {
    t.surface(decimal(t.lang(), square_metres / SQUARE_KILOMETRE, 2))
}

/// A form with its file; nothing of it is believed.
#[derive(Debug, Default)]
struct Sent {
    name: String,
    file: Vec<u8>,
    source: String,
}

fn unreadable<E>(_: E) -> Refusal {
    Refusal::field("file", "missing", |l| Texts::new(l).contours_file_missing().into())
}

async fn read(mut parts: Multipart) -> Result<Sent, Refusal> {
    let mut sent = Sent::default();
    while let Some(part) = parts.next_field().await.map_err(unreadable)? {
        match part.name().unwrap_or("") {
            "source" => sent.source = part.text().await.map_err(unreadable)?,
            "name" => sent.name = part.text().await.map_err(unreadable)?,
            "file" => {
                part.file_name().unwrap_or("").clone_into(&mut sent.name);
                sent.file = part.bytes().await.map_err(unreadable)?.to_vec();
            }
            "contours" => sent.file = part.bytes().await.map_err(unreadable)?.to_vec(),
            _ => {}
        }
    }
    Ok(sent)
}

#[derive(Debug, Template)]
#[template(path = "contours_check.html")]
struct CheckPage {
    shell: Shell,
    t: Texts,
    file_name: String,
    source: String,
    /// The sound contours of the file, written again: what the next form sends back.
    contours: String,
    known: usize,
    replaced: usize,
    map: String,
    aside: Vec<(String, String)>,
    without: usize,
    without_names: String,
}

/// Looks at a file and says what would be kept of it.
///
/// # Errors
/// Not allowed. A file of which nothing can be used comes back on the form, with why.
pub async fn check(ctx: Ctx, parts: Multipart) -> Result<Response, PageError> {
    let sent = read(parts).await?;
    let looked = async {
        let source = crate::domain::text::required(&sent.source, "source", SHORT).err();
        let file = sent.file.is_empty().then(|| unreadable(()));
        let mut problems: Vec<FieldProblem> = Vec::new();
        let checked = match file {
            Some(refusal) => Err(refusal),
            None => commands::check_contours(&ctx, sent.file.clone()).await,
        };
        match checked {
            Ok(recognised) if source.is_none() => return Ok(recognised),
            Ok(_) => {}
            Err(Refusal::Invalid(found)) => problems.extend(found),
            Err(other) => return Err(other),
        }
        problems.extend(source);
        Err(Refusal::Invalid(problems))
    };
    match looked.await {
        Ok(recognised) => draw_check(&ctx, &sent, recognised).await,
        Err(Refusal::Invalid(problems)) => territory::refused_contours(&ctx, &sent.source, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

async fn draw_check(ctx: &Ctx, sent: &Sent, recognised: Recognised) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let names: Vec<&str> = recognised.without.iter().map(|area| area.name.as_str()).collect();
    let known = &recognised.known;
    let crumbs = vec![Crumb::new(t.administration(), "/admin"), Crumb::new(t.territory_title(), ADDRESS)];
    let page = CheckPage {
        shell: ctx.shell(t.contours_check_title(), crumbs),
        file_name: sent.name.clone(),
        source: sent.source.clone(),
        contours: write(known.iter().map(|k| (k.area.code.as_deref(), k.area.name.as_str(), &k.contour))),
        known: known.len(),
        replaced: known.iter().filter(|known| known.replaces).count(),
        aside: recognised.aside.iter().map(|aside| (ranked(t, aside), why(t, aside))).collect(),
        without: names.len(),
        without_names: list(ctx.lang, &names),
        map: drawn(t, recognised.known).await,
        t,
    };
    page_with(StatusCode::OK, &page)
}

fn ranked(t: Texts, aside: &LeftAside) -> String {
    match (aside.rank, aside.said.as_str()) {
        (rank, "") => t.contours_rank(rank),
        (rank, said) => t.contours_rank_named(rank, said),
    }
}

/// Why a feature is left aside, in words, with what to do.
pub fn why(t: Texts, aside: &LeftAside) -> String {
    let degrees = |number: f64| decimal(t.lang(), number, 4);
    match aside.why {
        Aside::Unknown if aside.said.is_empty() => t.contours_unknown_nameless().into(),
        Aside::Unknown => t.contours_unknown().into(),
        Aside::Twice => t.contours_twice().into(),
        Aside::Unsound(Fault::NotASurface) => t.contour_not_a_surface().into(),
        Aside::Unsound(Fault::Crossing(at)) => t.contour_crossing(degrees(at.latitude), degrees(at.longitude)),
    }
}

/// The communes of the file as their map would draw them, each with its area.
async fn drawn(t: Texts, known: Vec<Known>) -> String {
    let place = move |known: Known| -> (Place, Shape) {
        let place = Place {
            code: known.area.code.unwrap_or_default(),
            name: known.area.name,
            weight: 1.0,
            // The same tone for everyone: nothing is compared.
            shade: Shade::Even,
            label: surface(t, known.contour.square_metres()),
            href: None,
        };
        (place, known.contour.surfaces().concat())
    };
    let draw = move || {
        let places: Vec<(Place, Shape)> = known.into_iter().map(place).collect();
        let words = map::Words { title: t.contours_map(), sentence: "", note: t.contours_map_note() };
        map::contoured(&words, &places)
    };
    // Thousands of points: away from the threads that answer.
    tokio::task::spawn_blocking(draw).await.unwrap_or_default()
}

/// Keeps what was looked at.
///
/// # Errors
/// Not allowed; contours that were changed on the way and are no longer sound.
pub async fn confirm(ctx: Ctx, parts: Multipart) -> Result<Response, PageError> {
    let sent = read(parts).await?;
    match commands::import_contours(&ctx, sent.file, &sent.source).await {
        Ok(kept) => Ok(done(&ctx, ADDRESS, &Texts::new(ctx.lang).contours_kept(kept.known.len()))),
        Err(Refusal::Invalid(problems)) => territory::refused_contours(&ctx, &sent.source, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

/// Removes every contour.
///
/// # Errors
/// Not allowed.
pub async fn remove(ctx: Ctx) -> Result<Response, PageError> {
    let removed = commands::remove_contours(&ctx).await?;
    let removed = i64::try_from(removed).unwrap_or(i64::MAX);
    Ok(done(&ctx, ADDRESS, &Texts::new(ctx.lang).contours_removed(removed)))
}
