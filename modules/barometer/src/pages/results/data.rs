//! The cube as files and for programs: one line for each figure, the document itself, byte for byte, and what its columns
//! mean. Answers are not published; those who collect take them away with what repeats the figures.

use arpent_documents::Cell as Cased;
use arpent_documents::csv_out::{CsvOptions, CsvWriter};
use arpent_documents::ddi;
use arpent_documents::xlsx_out::{Column as Head, XlsxWriter};
use arpent_store::StoreError;
use arpent_web::respond::{CSV, JSON, download};
use arpent_web::{Ctx, PageError, Refusal, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::open::{Opened, wave};
use crate::COLLECT;
use crate::commands::{dossier, scope};
use crate::domain::cube::{Cell, Cube};
use crate::outputs::codebook;
use crate::outputs::figures::{self, aspect, nature, state};
use crate::store::cubes::{self, CubeRow};
use crate::store::protocols;
use crate::texts::Texts;

/// Columns of the files, by code.
const COLUMNS: [&str; 17] = [
    "wave",
    "population",
    "nature",
    "aspect",
    "service",
    "variable",
    "group",
    "state",
    "n",
    "value",
    "low",
    "high",
    "distribution",
    "dont_know",
    "modelled",
    "modelled_low",
    "modelled_high",
];
/// Width of a column of a workbook, in characters.
const WIDTH: u16 = 16;

/// The cube that may leave: the published one, or the latest for those who publish it.
pub(super) async fn leaving(ctx: &Ctx, slug: &str, number: i64) -> Result<CubeRow, Refusal> {
    let (_, wave) = wave(ctx, slug, number).await?;
    if let Some(kept) = cubes::published(&ctx.db, wave.id).await? {
        return Ok(kept);
    }
    let opened = Opened::open(ctx, slug, number).await?;
    opened.kept.filter(|kept| opened.runs && !kept.document.is_empty()).ok_or(Refusal::NotFound)
}

/// A figure as cells.
fn line<'a>(cube: &'a Cube, cell: &'a Cell) -> Vec<Cased<'a>> {
    let group = cell.group.as_ref();
    let kind = cube.population(&cell.population).map_or("", |one| nature(one.nature));
    let (state, n) = state(&cell.reading);
    let shown = cell.reading.shown();
    let interval = shown.and_then(|shown| shown.interval);
    let distribution: Vec<String> =
        shown.map(|shown| shown.distribution.iter().map(|share| format!("{share:.6}")).collect()).unwrap_or_default();
    vec![
        Cased::Integer(cube.wave.number),
        cell.population.as_str().into(),
        kind.into(),
        aspect(cell.aspect).into(),
        cell.item.as_str().into(),
        group.map(|group| group.variable.as_str()).into(),
        group.map(|group| group.value.as_str()).into(),
        state.into(),
        n.and_then(|n| i64::try_from(n).ok()).into(),
        shown.map(|shown| shown.value).into(),
        interval.map(|(low, _)| low).into(),
        interval.map(|(_, high)| high).into(),
        distribution.join(" ").into(),
        shown.and_then(|shown| shown.dont_know).into(),
        cell.modelled.map(|one| one.value).into(),
        cell.modelled.map(|one| one.interval.0).into(),
        cell.modelled.map(|one| one.interval.1).into(),
    ]
}

fn unwritten(error: &impl ToString) -> Refusal {
    Refusal::Store(StoreError::Unreadable { column: "cube".to_owned(), value: error.to_string() })
}

/// For a spreadsheet.
pub(super) async fn csv(ctx: Ctx, Path((slug, number)): Path<(String, i64)>) -> Result<Response, PageError> {
    let kept = leaving(&ctx, &slug, number).await?;
    let body = written(&kept.cube).map_err(|error| unwritten(&error))?;
    Ok(download(&format!("{slug}-{number}.csv"), CSV, body))
}

fn written(cube: &Cube) -> std::io::Result<Vec<u8>> {
    let mut csv = CsvWriter::new(Vec::new(), CsvOptions::open_data())?;
    csv.headers(&COLUMNS)?;
    cube.cells.iter().try_for_each(|cell| csv.line(&line(cube, cell)))?;
    csv.finish()
}

/// For a spreadsheet that wants types.
pub(super) async fn xlsx(ctx: Ctx, Path((slug, number)): Path<(String, i64)>) -> Result<Response, PageError> {
    let kept = leaving(&ctx, &slug, number).await?;
    let heads: Vec<Head<'_>> = COLUMNS.iter().map(|name| Head { name, width: WIDTH }).collect();
    let sheet = Texts::new(ctx.lang).results_sheet();
    let mut xlsx = XlsxWriter::new(sheet, &heads).map_err(|error| unwritten(&error))?;
    for cell in &kept.cube.cells {
        xlsx.line(&line(&kept.cube, cell)).map_err(|error| unwritten(&error))?;
    }
    let mut body = Vec::new();
    xlsx.finish(&mut body).map_err(|error| unwritten(&error))?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(download(&format!("{slug}-{number}.xlsx"), kind, body))
}

/// The cube itself.
pub(super) async fn json(ctx: Ctx, Path((slug, number)): Path<(String, i64)>) -> Result<Response, PageError> {
    let kept = leaving(&ctx, &slug, number).await?;
    Ok(download(&format!("{slug}-{number}.json"), JSON, kept.document))
}

/// The figures for statistical programs, in the reader's language.
pub(super) async fn sav(ctx: Ctx, Path((slug, number)): Path<(String, i64)>) -> Result<Response, PageError> {
    let kept = leaving(&ctx, &slug, number).await?;
    let at = kept.computed_at.to_zoned(jiff::tz::TimeZone::UTC).datetime();
    let body = figures::sav(&kept.cube, ctx.lang, at).map_err(|error| unwritten(&error))?;
    Ok(download(&format!("{slug}-{number}.sav"), "application/x-spss-sav", body))
}

/// What the files mean, for archives.
pub(super) async fn codebook(ctx: Ctx, Path((slug, number)): Path<(String, i64)>) -> Result<Response, PageError> {
    let kept = leaving(&ctx, &slug, number).await?;
    let (row, wave) = wave(&ctx, &slug, number).await?;
    let version = protocols::by_id(&ctx.db, wave.protocol).await?.ok_or(Refusal::NotFound)?;
    let site = ctx.app().settings.current();
    let described = codebook::of(&kept.cube, &version.protocol, &site.name, &row.title);
    let body = ddi::write(&described).map_err(|error| unwritten(&error))?;
    Ok(download(&format!("{slug}-{number}-ddi.xml"), "application/xml; charset=utf-8", body))
}

/// The answers themselves, for those who collect them; the journal says who took them.
pub(super) async fn answers(ctx: Ctx, Path((slug, number)): Path<(String, i64)>) -> Result<Response, PageError> {
    let (_, wave) = wave(&ctx, &slug, number).await?;
    let site = ctx.app().settings.current();
    let body = dossier::take(&ctx, &wave, &site.name, ctx.lang).await?;
    Ok(download(&format!("{slug}-{number}-reponses.zip"), "application/zip", body))
}

#[derive(Debug, Template)]
#[template(path = "results_data.html")]
struct DataPage {
    shell: Shell,
    t: Texts,
    base: String,
    columns: Vec<(&'static str, &'static str)>,
    /// May take the answers away.
    takes: bool,
}

/// What each column means.
pub(super) async fn dictionary(ctx: Ctx, Path((slug, number)): Path<(String, i64)>) -> Result<Response, PageError> {
    let opened = Opened::open(&ctx, &slug, number).await?;
    let t = Texts::new(ctx.lang);
    let meaning = |code: &&'static str| (*code, t.say(&format!("data-{}", code.replace('_', "-"))).unwrap_or(""));
    page(&DataPage {
        shell: opened.shell_below(&ctx, t.data_title()),
        base: opened.base(),
        takes: opened.kept.is_some() && ctx.may(COLLECT, scope(opened.barometer.initiative)),
        columns: COLUMNS.iter().map(meaning).collect(),
        t,
    })
}
