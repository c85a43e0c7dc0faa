//! What to work on first, and what goes with the overall mark, with the doubt there is about their order.

use arpent_texts::{decimal, list};
use arpent_web::{Ctx, PageError, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::figures::{self, Around};
use super::open::Opened;
use super::{shapes, words};
use crate::domain::cube::{Cube, Driver, Priority};
use crate::texts::Texts;

#[derive(Debug, Template)]
#[template(path = "results_priorities.html")]
struct PrioritiesPage {
    shell: Shell,
    t: Texts,
    base: String,
    matrix: String,
    lines: Vec<PriorityLine>,
    drivers: String,
    explained: Option<String>,
}

#[derive(Debug)]
struct PriorityLine {
    rank: String,
    service: String,
    importance: String,
    satisfaction: String,
    rating: String,
    quadrant: &'static str,
    tied: String,
}

/// The page of priorities.
pub(super) async fn show(ctx: Ctx, Path((slug, number)): Path<(String, i64)>) -> Result<Response, PageError> {
    let opened = Opened::open(&ctx, &slug, number).await?;
    let cube = opened.cube()?;
    let t = Texts::new(ctx.lang);
    let drivers = cube.drivers.as_ref();
    page(&PrioritiesPage {
        shell: opened.shell_below(&ctx, t.priorities_title()),
        base: opened.base(),
        matrix: if cube.priorities.is_empty() { String::new() } else { matrix(&ctx, cube) },
        lines: cube.priorities.iter().map(|one| priority(&ctx, cube, one)).collect(),
        drivers: drivers.map(|one| drivers_figure(&ctx, cube, one.n)).unwrap_or_default(),
        explained: drivers.map(|one| t.drivers_explained(one.n, words::share(ctx.lang, one.r_squared))),
        t,
    })
}

/// A figure about the users.
fn around(ctx: &Ctx, cube: &Cube, title: &str, unit: String) -> Around {
    let source = cube.users().map(|users| figures::source(ctx.lang, cube, users)).unwrap_or_default();
    Around { title: title.to_owned(), unit, source, head: Texts::new(ctx.lang).service().to_owned() }
}

fn matrix(ctx: &Ctx, cube: &Cube) -> String {
    let t = Texts::new(ctx.lang);
    let n = cube.users().and_then(|users| users.answers).unwrap_or(0);
    let around = around(ctx, cube, t.matrix_title(), t.matrix_unit(words::share(ctx.lang, cube.rules.confidence), n));
    shapes::matrix(ctx.lang, cube, &around, |one| quadrant(t, one))
}

fn drivers_figure(ctx: &Ctx, cube: &Cube, n: u64) -> String {
    let t = Texts::new(ctx.lang);
    let around = around(ctx, cube, t.drivers_figure(), t.drivers_unit(n));
    shapes::drivers(ctx.lang, cube, &around, |one| driver(ctx, cube, one))
}

fn quadrant(t: Texts, one: &Priority) -> &'static str {
    match (one.certain, one.quadrant.as_str()) {
        (false, _) => t.quadrant_unsure(),
        (true, "concentrate") => t.quadrant_concentrate(),
        (true, "keep_up") => t.quadrant_keep_up(),
        (true, "low_priority") => t.quadrant_low(),
        (true, _) => t.quadrant_enough(),
    }
}

fn tied(ctx: &Ctx, cube: &Cube, services: &[String]) -> String {
    let names: Vec<&str> = services.iter().map(|code| cube.service(code, ctx.lang.code())).collect();
    list(ctx.lang, &names)
}

fn priority(ctx: &Ctx, cube: &Cube, one: &Priority) -> PriorityLine {
    let (lang, t) = (ctx.lang, Texts::new(ctx.lang));
    PriorityLine {
        rank: decimal(lang, one.rank as f64, 0),
        service: cube.service(&one.item, lang.code()).to_owned(),
        importance: words::share(lang, one.importance),
        satisfaction: words::share(lang, one.satisfaction),
        rating: t.rating_with(
            decimal(lang, one.interval.1, 2),
            decimal(lang, one.interval.0, 2),
            decimal(lang, one.rating, 2),
        ),
        quadrant: quadrant(t, one),
        tied: tied(ctx, cube, &one.tied_with),
    }
}

/// The place of a driver, the doubt there is about it, and those it cannot be told apart from.
fn driver(ctx: &Ctx, cube: &Cube, one: &Driver) -> String {
    let t = Texts::new(ctx.lang);
    let rank = t.driver_rank(one.rank_range.0, one.rank, one.rank_range.1);
    match tied(ctx, cube, &one.tied_with) {
        none if none.is_empty() => rank,
        others => t.driver_rank_tied(others, rank),
    }
}
