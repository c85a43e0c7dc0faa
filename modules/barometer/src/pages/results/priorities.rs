//! What to work on first, and what goes with the overall mark, with the doubt there is about their order.

use arpent_texts::{Lang, decimal, list};
use arpent_web::{Ctx, PageError, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::figures::{self, Around};
use super::open::Opened;
use super::{shapes, words};
use crate::domain::cube::{Cube, Driver, Drivers, Priority};
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

/// A priority as it is read.
#[derive(Debug)]
pub(super) struct PriorityLine {
    pub(super) rank: String,
    pub(super) service: String,
    pub(super) importance: String,
    pub(super) satisfaction: String,
    pub(super) rating: String,
    pub(super) quadrant: &'static str,
    pub(super) tied: String,
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
        matrix: if cube.priorities.is_empty() { String::new() } else { matrix(ctx.lang, cube) },
        lines: cube.priorities.iter().map(|one| priority(ctx.lang, cube, one)).collect(),
        drivers: drivers.map(|one| drivers_figure(ctx.lang, cube, one.n)).unwrap_or_default(),
        explained: drivers.map(|one| explained(ctx.lang, one)),
        t,
    })
}

/// A figure about the users.
fn around(lang: Lang, cube: &Cube, title: &str, unit: String) -> Around {
    let source = cube.users().map(|users| figures::source(lang, cube, users)).unwrap_or_default();
    Around { title: title.to_owned(), unit, source, head: Texts::new(lang).service().to_owned() }
}

fn matrix(lang: Lang, cube: &Cube) -> String {
    let t = Texts::new(lang);
    let n = cube.users().and_then(|users| users.answers).unwrap_or(0);
    let around = around(lang, cube, t.matrix_title(), t.matrix_unit(words::share(lang, cube.rules.confidence), n));
    shapes::matrix(lang, cube, &around, |one| quadrant(t, one))
}

fn drivers_figure(lang: Lang, cube: &Cube, n: u64) -> String {
    let t = Texts::new(lang);
    let around = around(lang, cube, t.drivers_figure(), t.drivers_unit(n));
    shapes::drivers(lang, cube, &around, |one| driver(lang, cube, one))
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

fn tied(lang: Lang, cube: &Cube, services: &[String]) -> String {
    let names: Vec<&str> = services.iter().map(|code| cube.service(code, lang.code())).collect();
    list(lang, &names)
}

/// How much of the mark goes with all services together.
pub(super) fn explained(lang: Lang, drivers: &Drivers) -> String {
    Texts::new(lang).drivers_explained(drivers.n, words::share(lang, drivers.r_squared))
}

/// A priority in words.
pub(super) fn priority(lang: Lang, cube: &Cube, one: &Priority) -> PriorityLine {
    let t = Texts::new(lang);
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
        tied: tied(lang, cube, &one.tied_with),
    }
}

/// The place of a driver, the doubt there is about it, and those it cannot be told apart from.
pub(super) fn driver(lang: Lang, cube: &Cube, one: &Driver) -> String {
    let t = Texts::new(lang);
    let rank = t.driver_rank(one.rank_range.0, one.rank, one.rank_range.1);
    match tied(lang, cube, &one.tied_with) {
        none if none.is_empty() => rank,
        others => t.driver_rank_tied(others, rank),
    }
}
