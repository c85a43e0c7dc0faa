//! The results of a wave at a glance, and what those who prepare them do there.

use arpent_web::respond::done;
use arpent_web::{Ctx, PageError, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::figures::{self, Around};
use super::open::{Opened, wave};
use super::words;
use crate::commands::results;
use crate::domain::cube::{Cube, PopulationNote};
use crate::texts::Texts;

#[derive(Debug, Template)]
#[template(path = "results_wave.html")]
struct WavePage {
    shell: Shell,
    t: Texts,
    base: String,
    runs: bool,
    unpublished: bool,
    /// Whether the report may leave.
    report: bool,
    sentences: Vec<String>,
    parts: Vec<Part>,
    services: Vec<(String, String)>,
    has_gaps: bool,
    has_priorities: bool,
    has_map: bool,
}

/// What one population says.
#[derive(Debug)]
struct Part {
    code: String,
    name: String,
    label: &'static str,
    distribution: String,
    shares: String,
    /// Services without a figure, and why.
    silent: Vec<(String, String)>,
}

/// The page of a wave.
pub(super) async fn show(ctx: Ctx, Path((slug, number)): Path<(String, i64)>) -> Result<Response, PageError> {
    let opened = Opened::open(&ctx, &slug, number).await?;
    let t = Texts::new(ctx.lang);
    let cube = opened.kept.as_ref().map(|kept| &kept.cube);
    page(&WavePage {
        shell: opened.shell(&ctx, t.results_title(&opened.wave.title)),
        base: opened.base(),
        runs: opened.runs,
        unpublished: opened.is_unpublished(),
        report: cube.is_some() && (opened.runs || !opened.is_unpublished()),
        sentences: cube.map(|cube| words::summary(ctx.lang, cube)).unwrap_or_default(),
        parts: cube.map(|cube| parts(&ctx, cube)).unwrap_or_default(),
        services: cube.map(|cube| named(&ctx, cube)).unwrap_or_default(),
        has_gaps: cube.is_some_and(|cube| !cube.gaps.is_empty()),
        has_priorities: cube.is_some_and(|cube| !cube.priorities.is_empty()),
        has_map: cube.is_some_and(|cube| cube.communes().is_some()),
        t,
    })
}

fn named(ctx: &Ctx, cube: &Cube) -> Vec<(String, String)> {
    cube.services.iter().map(|one| (one.code.clone(), one.name.say(ctx.lang.code()).to_owned())).collect()
}

fn parts(ctx: &Ctx, cube: &Cube) -> Vec<Part> {
    cube.populations.iter().filter_map(|population| part(ctx, cube, population)).collect()
}

fn part(ctx: &Ctx, cube: &Cube, population: &PopulationNote) -> Option<Part> {
    let (lang, t) = (ctx.lang, Texts::new(ctx.lang));
    let lines = figures::lines(lang, cube, &population.code);
    if lines.is_empty() {
        return None;
    }
    let name = population.name.say(lang.code()).to_owned();
    let around = |title: String| Around {
        title,
        unit: t.figure_unit(population.answers.unwrap_or(0)),
        source: figures::source(lang, cube, population),
        head: t.service().to_owned(),
    };
    let series = [t.wave_before(), t.this_wave()];
    let any = lines.iter().any(|line| line.reading.shown().is_some());
    let draw = |figure: &dyn Fn() -> String| if any { figure() } else { String::new() };
    Some(Part {
        distribution: draw(&|| figures::distributions(lang, cube, &around(t.figure_distribution(&name)), &lines)),
        shares: draw(&|| figures::shares(lang, population.nature, &around(t.figure_shares(&name)), series, &lines)),
        silent: figures::silent(lang, &lines),
        label: words::nature(t, population.nature),
        code: population.code.clone(),
        name,
    })
}

/// Reads the answers again.
pub(super) async fn compute(ctx: Ctx, Path((slug, number)): Path<(String, i64)>) -> Result<Response, PageError> {
    let (_, wave) = wave(&ctx, &slug, number).await?;
    let kept = results::compute(&ctx, &wave).await?;
    let to = format!("/barometres/{slug}/vagues/{number}/resultats");
    Ok(done(&ctx, &to, &Texts::new(ctx.lang).results_computed(kept.answers)))
}

/// Publishes them.
pub(super) async fn publish(ctx: Ctx, Path((slug, number)): Path<(String, i64)>) -> Result<Response, PageError> {
    let (_, wave) = wave(&ctx, &slug, number).await?;
    let raised = results::publish(&ctx, &wave).await?;
    let to = format!("/barometres/{slug}/vagues/{number}/resultats");
    Ok(done(&ctx, &to, &Texts::new(ctx.lang).results_published(raised)))
}
