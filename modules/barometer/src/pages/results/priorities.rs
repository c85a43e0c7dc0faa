//! What to work on first, and what goes with the overall mark, with the doubt there is about their order.

use arpent_texts::{Lang, decimal, list};
use arpent_web::{Ctx, PageError, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::open::Opened;
use super::words;
use crate::domain::cube::{Cube, Driver, Drivers, Priority};
use crate::texts::Texts;

#[derive(Debug, Template)]
#[template(path = "results_priorities.html")]
struct PrioritiesPage {
    shell: Shell,
    t: Texts,
    base: String,
    lines: Vec<PriorityLine>,
    drivers: Vec<DriverLine>,
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

/// What goes with the mark as it is read.
#[derive(Debug)]
pub(super) struct DriverLine {
    pub(super) rank: String,
    pub(super) service: String,
    pub(super) share: String,
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
        lines: cube.priorities.iter().map(|one| priority(ctx.lang, cube, one)).collect(),
        drivers: drivers.iter().flat_map(|one| &one.lines).map(|one| driver(ctx.lang, cube, one)).collect(),
        explained: drivers.map(|one| explained(ctx.lang, one)),
        t,
    })
}

fn tied(lang: Lang, cube: &Cube, services: &[String]) -> String {
    let names: Vec<&str> = services.iter().map(|code| cube.service(code, lang.code())).collect();
    list(lang, &names)
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
        quadrant: match (one.certain, one.quadrant.as_str()) {
            (false, _) => t.quadrant_unsure(),
            (true, "concentrate") => t.quadrant_concentrate(),
            (true, "keep_up") => t.quadrant_keep_up(),
            (true, "low_priority") => t.quadrant_low(),
            (true, _) => t.quadrant_enough(),
        },
        tied: tied(lang, cube, &one.tied_with),
    }
}

/// How much of the mark goes with all services together.
pub(super) fn explained(lang: Lang, drivers: &Drivers) -> String {
    Texts::new(lang).drivers_explained(drivers.n, words::share(lang, drivers.r_squared))
}

/// What goes with the mark, service by service.
pub(super) fn driver(lang: Lang, cube: &Cube, one: &Driver) -> DriverLine {
    let t = Texts::new(lang);
    DriverLine {
        rank: t.driver_rank(one.rank_range.0, one.rank, one.rank_range.1),
        service: cube.service(&one.item, lang.code()).to_owned(),
        share: t.driver_share(
            words::share(lang, one.share_range.1),
            words::share(lang, one.share_range.0),
            words::share(lang, one.share),
        ),
        tied: tied(lang, cube, &one.tied_with),
    }
}
