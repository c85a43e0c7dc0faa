//! What to work on first, and what goes with the overall mark, with the doubt there is about their order.

use arpent_texts::{decimal, list};
use arpent_web::{Ctx, PageError, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::open::Opened;
use super::words;
use crate::domain::cube::{Cube, Driver, Priority};
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

#[derive(Debug)]
struct DriverLine {
    rank: String,
    service: String,
    share: String,
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
        lines: cube.priorities.iter().map(|one| priority(&ctx, cube, one)).collect(),
        drivers: drivers.iter().flat_map(|one| &one.lines).map(|one| driver(&ctx, cube, one)).collect(),
        explained: drivers.map(|one| t.drivers_explained(one.n, words::share(ctx.lang, one.r_squared))),
        t,
    })
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
        quadrant: match (one.certain, one.quadrant.as_str()) {
            (false, _) => t.quadrant_unsure(),
            (true, "concentrate") => t.quadrant_concentrate(),
            (true, "keep_up") => t.quadrant_keep_up(),
            (true, "low_priority") => t.quadrant_low(),
            (true, _) => t.quadrant_enough(),
        },
        tied: tied(ctx, cube, &one.tied_with),
    }
}

fn driver(ctx: &Ctx, cube: &Cube, one: &Driver) -> DriverLine {
    let (lang, t) = (ctx.lang, Texts::new(ctx.lang));
    DriverLine {
        rank: t.driver_rank(one.rank_range.0, one.rank, one.rank_range.1),
        service: cube.service(&one.item, lang.code()).to_owned(),
        share: t.driver_share(
            words::share(lang, one.share_range.1),
            words::share(lang, one.share_range.0),
            words::share(lang, one.share),
        ),
        tied: tied(ctx, cube, &one.tied_with),
    }
}
