//! Printing sheets of paper, each with its own code.

use arpent_core::Id;
use arpent_documents::qr;
use arpent_web::respond::{PageError, page_with};
use arpent_web::{Ctx, Field, FieldProblem, Form, Refusal, Sent, Shell, page, redirect};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

use crate::COLLECT;
use crate::commands::sheets as commands;
use crate::domain::collection::public_population;
use crate::pages::asked::{Asked, Voice};
use crate::pages::at_wave::AtWave;
use crate::store::sheets::{self, Sheet};
use crate::texts::Texts;

#[derive(Debug, Template)]
#[template(path = "sheets.html")]
struct SheetsPage {
    shell: Shell,
    t: Texts,
    place: AtWave,
    counts: String,
    form: Form,
    fields: Vec<Field>,
}

async fn draw(
    ctx: &Ctx,
    place: AtWave,
    (population, at, count): (&str, &str, &str),
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let (printed, keyed) = sheets::counts(&ctx.db, place.wave.id).await?;
    let mut fields = vec![
        Field::text("count", t.sheets_count(), count).required(),
        Field::choices("population", t.point_population(), place.populations(ctx, population))
            .kind("select")
            .required(),
        Field::text("place", t.point_place(), at).hint(t.point_place_hint()),
    ];
    let form = Form::refused(problems, ctx.lang, &mut fields);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shell = place.shell(ctx, t.sheets_title());
    page_with(status, &SheetsPage { shell, t, counts: t.sheets_counts(keyed, printed), form, fields, place })
}

/// How many sheets there are, and a form for more.
pub(in crate::pages) async fn begin(
    ctx: Ctx,
    Path((slug, number)): Path<(String, i64)>,
) -> Result<Response, PageError> {
    let place = AtWave::open(&ctx, &slug, number, COLLECT).await?;
    let population = public_population(&place.version.protocol).unwrap_or("").to_owned();
    draw(&ctx, place, (&population, "", "20"), &[]).await
}

/// Prepares sheets, then shows them ready to print.
pub(in crate::pages) async fn create(
    ctx: Ctx,
    Path((slug, number)): Path<(String, i64)>,
    sent: Sent,
) -> Result<Response, PageError> {
    let place = AtWave::open(&ctx, &slug, number, COLLECT).await?;
    let count: i64 = sent.get("count").trim().parse().unwrap_or(0);
    let wanted = (sent.get("population"), sent.get("place"), count);
    match commands::print(&ctx, &place.wave, &place.version.protocol, wanted).await {
        Ok(first) => Ok(redirect(&format!("{}?de={first}&n={count}", place.href("feuilles/imprimer")))),
        Err(Refusal::Invalid(problems)) => {
            draw(&ctx, place, (sent.get("population"), sent.get("place"), sent.get("count")), &problems).await
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// Which sheets to print.
#[derive(Debug, Deserialize)]
pub(in crate::pages) struct Batch {
    de: Id<Sheet>,
    n: i64,
}

/// A sheet as it is printed.
#[derive(Debug)]
struct Printed {
    code: String,
    qr: String,
    at: String,
}

#[derive(Debug, Template)]
#[template(path = "sheets_print.html")]
struct PrintPage {
    shell: Shell,
    t: Texts,
    barometer: String,
    sheets: Vec<Printed>,
    asked: Vec<Asked>,
}

/// Sheets ready to print. All of a batch ask the same population.
pub(in crate::pages) async fn print(
    ctx: Ctx,
    Path((slug, number)): Path<(String, i64)>,
    Query(batch): Query<Batch>,
) -> Result<Response, PageError> {
    let place = AtWave::open(&ctx, &slug, number, COLLECT).await?;
    let all = sheets::from(&ctx.db, place.wave.id, batch.de, batch.n.clamp(1, commands::MOST)).await?;
    let population = all.first().ok_or(Refusal::NotFound)?.population.clone();
    let t = Texts::new(ctx.lang);
    let protocol = &place.version.protocol;
    let voice = Voice { language: ctx.lang.code(), easy: false };
    let printed = |sheet: &Sheet| {
        let address = ctx.absolute(&format!("{}?code={}", place.href("saisie"), sheet.code));
        Printed {
            qr: qr::svg(&address, t.sheet_code()).unwrap_or_default(),
            code: sheet.code.clone(),
            at: sheet.place.clone().unwrap_or_default(),
        }
    };
    page(&PrintPage {
        shell: place.shell(&ctx, t.sheets_print(all.len())),
        t,
        barometer: place.row.title.clone(),
        sheets: all.iter().filter(|sheet| sheet.population == population).map(printed).collect(),
        asked: protocol.asked(&population).map(|one| Asked::of(t, protocol, one, voice, &[])).collect(),
    })
}
