//! Users, agents and elected officials judge the same services: where they see differently.

use arpent_texts::{Lang, decimal};
use arpent_web::{Ctx, PageError, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::figures::{self, Around};
use super::open::Opened;
use super::words;
use crate::domain::cube::{Cube, Gap, Gaps};
use crate::texts::Texts;

#[derive(Debug, Template)]
#[template(path = "results_gaps.html")]
struct GapsPage {
    shell: Shell,
    t: Texts,
    base: String,
    parts: Vec<Part>,
}

/// The gaps of one population with the users.
#[derive(Debug)]
struct Part {
    name: String,
    figure: String,
    whole: Option<String>,
    agreement: Option<String>,
}

/// The page of gaps.
pub(super) async fn show(ctx: Ctx, Path((slug, number)): Path<(String, i64)>) -> Result<Response, PageError> {
    let opened = Opened::open(&ctx, &slug, number).await?;
    let cube = opened.cube()?;
    let t = Texts::new(ctx.lang);
    page(&GapsPage {
        shell: opened.shell_below(&ctx, t.gaps_title()),
        base: opened.base(),
        parts: cube.gaps.iter().map(|gaps| part(&ctx, cube, gaps)).collect(),
        t,
    })
}

fn part(ctx: &Ctx, cube: &Cube, gaps: &Gaps) -> Part {
    let (lang, t) = (ctx.lang, Texts::new(ctx.lang));
    let say = |code: &str| {
        let found = cube.population(code).map(|one| one.name.say(lang.code()).to_owned());
        found.unwrap_or_else(|| code.to_owned())
    };
    let (own, users) = (say(&gaps.population), say(&gaps.users));
    let source = cube.population(&gaps.population).map(|one| figures::source(lang, cube, one)).unwrap_or_default();
    let around = Around {
        title: t.figure_gaps(&own, &users),
        unit: t.satisfied_unit().to_owned(),
        source,
        head: t.service().to_owned(),
    };
    let row = |gap: &Gap| {
        let label = cube.service(&gap.item, lang.code()).to_owned();
        (label, (gap.users.0, gap.users.1), (gap.own.0, gap.own.1), verdict(lang, &own, gap))
    };
    let rows: Vec<_> = gaps.lines.iter().map(row).collect();
    let figure = if rows.is_empty() { String::new() } else { figures::facing(lang, &around, [&users, &own], &rows) };
    Part { whole: whole(lang, gaps, &own), agreement: agreement(lang, gaps), figure, name: own }
}

/// The gap over all services, in words.
pub(super) fn whole(lang: Lang, gaps: &Gaps, own: &str) -> Option<String> {
    let said = |gap: &Gap| Texts::new(lang).gap_whole(gap.own.2, own, words::points(lang, gap.points));
    gaps.whole.as_ref().map(said)
}

/// Whether both put services in the same order, in words.
pub(super) fn agreement(lang: Lang, gaps: &Gaps) -> Option<String> {
    gaps.agreement.map(|rho| Texts::new(lang).gap_agreement(decimal(lang, rho, 2)))
}

/// What may be said of a gap.
pub(super) fn verdict(lang: Lang, own: &str, gap: &Gap) -> String {
    let t = Texts::new(lang);
    let (low, high) = (words::points(lang, gap.interval.0), words::points(lang, gap.interval.1));
    let by = words::points(lang, gap.points);
    match (gap.real, gap.points > 0.0) {
        (true, true) => t.gap_better(high, low, own, by),
        (true, false) => t.gap_worse(high, low, own, by),
        (false, _) => t.gap_same(high, low, by),
    }
}
