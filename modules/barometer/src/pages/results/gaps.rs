//! Users, agents and elected officials judge the same services: where they see differently.

use arpent_texts::{Lang, decimal, list};
use arpent_web::{Ctx, PageError, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::figures::{self, Around, Facing, Side};
use super::open::Opened;
use super::words;
use crate::domain::cube::{Cube, Gap, Gaps};
use crate::texts::Texts;

/// Populations a figure compares with the users, at most: as many shapes as one tells apart.
const FACING: usize = 2;

#[derive(Debug, Template)]
#[template(path = "results_gaps.html")]
struct GapsPage {
    shell: Shell,
    t: Texts,
    base: String,
    figures: Vec<String>,
    parts: Vec<Part>,
}

/// What may be said of one population over all services.
#[derive(Debug)]
struct Part {
    name: String,
    said: Vec<String>,
}

/// The page of gaps.
pub(super) async fn show(ctx: Ctx, Path((slug, number)): Path<(String, i64)>) -> Result<Response, PageError> {
    let opened = Opened::open(&ctx, &slug, number).await?;
    let cube = opened.cube()?;
    let t = Texts::new(ctx.lang);
    let by_service: Vec<&Gaps> = cube.gaps.iter().filter(|gaps| !gaps.lines.is_empty()).collect();
    page(&GapsPage {
        shell: opened.shell_below(&ctx, t.gaps_title()),
        base: opened.base(),
        figures: by_service.chunks(FACING).map(|facing| figure(ctx.lang, cube, facing)).collect(),
        parts: cube.gaps.iter().map(|gaps| part(ctx.lang, cube, gaps)).collect(),
        t,
    })
}

fn say(lang: Lang, cube: &Cube, code: &str) -> String {
    let found = cube.population(code).map(|one| one.name.say(lang.code()).to_owned());
    found.unwrap_or_else(|| code.to_owned())
}

fn part(lang: Lang, cube: &Cube, gaps: &Gaps) -> Part {
    let t = Texts::new(lang);
    let own = say(lang, cube, &gaps.population);
    let whole = gaps.whole.as_ref().map(|gap| verdict(lang, &own, gap, true));
    let agreement = gaps.agreement.map(|rho| t.gap_agreement(decimal(lang, rho, 2)));
    let pooled = gaps.lines.is_empty().then(|| t.gap_pooled().to_owned());
    Part { said: whole.into_iter().chain(agreement).chain(pooled).collect(), name: own }
}

/// The users and up to two populations, service by service, the widest gap first.
fn figure(lang: Lang, cube: &Cube, facing: &[&Gaps]) -> String {
    let t = Texts::new(lang);
    let users = facing.first().map(|gaps| say(lang, cube, &gaps.users)).unwrap_or_default();
    let names: Vec<String> = facing.iter().map(|gaps| say(lang, cube, &gaps.population)).collect();
    let everyone: Vec<&str> = std::iter::once(users.as_str()).chain(names.iter().map(String::as_str)).collect();
    let around = Around {
        title: t.figure_gaps(list(lang, &everyone)),
        unit: t.satisfied_unit().to_owned(),
        source: facing
            .first()
            .and_then(|gaps| cube.population(&gaps.population))
            .map(|one| figures::source(lang, cube, one))
            .unwrap_or_default(),
        head: t.service().to_owned(),
    };
    let widest =
        |item: &str| facing.iter().filter_map(|gaps| of(gaps, item)).map(|gap| gap.points.abs()).fold(0.0, f64::max);
    let mut services: Vec<&str> = cube.services.iter().map(|service| service.code.as_str()).collect();
    services.retain(|item| facing.iter().any(|gaps| of(gaps, item).is_some()));
    services.sort_by(|one, other| widest(other).total_cmp(&widest(one)));
    let row = |item: &str| {
        let found: Vec<Option<&Gap>> = facing.iter().map(|gaps| of(gaps, item)).collect();
        let sides: Vec<Option<Side>> = std::iter::once(found.iter().flatten().next().map(|gap| gap.users))
            .chain(found.iter().map(|gap| gap.map(|gap| gap.own)))
            .collect();
        let said = names.iter().zip(&found).filter_map(|(own, gap)| Some(verdict(lang, own, (*gap)?, false)));
        let label = cube.service(item, lang.code()).to_owned();
        Facing { label, sides, verdict: said.collect::<Vec<_>>().join(". ") }
    };
    let rows: Vec<Facing> = services.into_iter().map(row).collect();
    figures::facing(lang, &around, &everyone, &rows)
}

fn of<'a>(gaps: &'a Gaps, item: &str) -> Option<&'a Gap> {
    gaps.lines.iter().find(|gap| gap.item == item)
}

/// What may be said of a gap; over all services, with its n.
pub(super) fn verdict(lang: Lang, own: &str, gap: &Gap, whole: bool) -> String {
    let t = Texts::new(lang);
    let [low, high] = [gap.interval.0, gap.interval.1].map(|bound| words::signed(lang, bound));
    let by = words::points(lang, gap.points);
    if whole {
        return t.gap_whole(high, low, gap.own.2, own, by);
    }
    match (gap.real, gap.points > 0.0) {
        (true, true) => t.gap_better(high, low, own, by),
        (true, false) => t.gap_worse(high, low, own, by),
        (false, _) => t.gap_same(high, low, own, by),
    }
}
