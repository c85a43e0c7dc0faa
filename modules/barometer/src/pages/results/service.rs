//! One service: what the populations say of it, group by group, and wave after wave.

use arpent_web::{Ctx, PageError, Refusal, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::figures::{self, Around, Line};
use super::open::Opened;
use super::words;
use crate::domain::cube::{Cube, Reading};
use crate::domain::question::Aspect;
use crate::store::cubes;
use crate::texts::Texts;

#[derive(Debug, Template)]
#[template(path = "results_service.html")]
struct ServicePage {
    shell: Shell,
    t: Texts,
    base: String,
    people: Vec<People>,
    groups: Vec<GroupTable>,
    history: Vec<HistoryLine>,
}

/// What a population says of the service.
#[derive(Debug)]
struct People {
    name: String,
    label: &'static str,
    said: String,
    change: Option<String>,
    /// Other measures: their name, their figure.
    also: Vec<(&'static str, String)>,
    figure: String,
}

#[derive(Debug)]
struct GroupTable {
    name: String,
    lines: Vec<(String, String)>,
}

/// A wave of the service's history.
#[derive(Debug)]
struct HistoryLine {
    title: String,
    said: String,
    /// What may be said since the wave before; a cut is marked.
    change: String,
    cut: bool,
}

/// The page of a service.
pub(super) async fn show(
    ctx: Ctx,
    Path((slug, number, code)): Path<(String, i64, String)>,
) -> Result<Response, PageError> {
    let opened = Opened::open(&ctx, &slug, number).await?;
    let cube = opened.cube()?;
    let service = cube.services.iter().find(|one| one.code == code).ok_or(Refusal::NotFound)?;
    let name = service.name.say(ctx.lang.code()).to_owned();
    let before = cubes::before(&ctx.db, opened.barometer.id, number).await?;
    let waves = before.iter().map(|row| &row.cube).chain([cube]);
    page(&ServicePage {
        shell: opened.shell_below(&ctx, name),
        base: opened.base(),
        people: people(&ctx, cube, &code),
        groups: groups(&ctx, cube, &code),
        history: waves.filter_map(|cube| history(&ctx, cube, &code)).collect(),
        t: Texts::new(ctx.lang),
    })
}

fn people(ctx: &Ctx, cube: &Cube, code: &str) -> Vec<People> {
    let (lang, t) = (ctx.lang, Texts::new(ctx.lang));
    let asked = [
        (Aspect::Usage, t.measure_usage()),
        (Aspect::Importance, t.measure_importance()),
        (Aspect::Mirror, t.measure_mirror()),
    ];
    let one = |population: &crate::domain::cube::PopulationNote| {
        let reading = cube.reading(&population.code, Aspect::Satisfaction, code)?;
        let name = population.name.say(lang.code()).to_owned();
        let also = asked.iter().filter_map(|(aspect, label)| {
            let found = cube.reading(&population.code, *aspect, code)?.shown()?;
            Some((*label, if *aspect == Aspect::Mirror { mirror(ctx, found) } else { words::estimate(lang, found) }))
        });
        let line = Line { label: name.clone(), reading: reading.clone(), before: None, verdict: String::new() };
        let around = Around {
            title: t.figure_distribution(&name),
            unit: t.figure_unit(reading.shown().map_or(0, |shown| shown.n)),
            source: figures::source(lang, cube, population),
            head: t.population().to_owned(),
        };
        Some(People {
            said: words::reading(lang, reading),
            label: words::nature(t, population.nature),
            change: cube.change(&population.code, code).map(|change| words::change(lang, change)),
            also: also.collect(),
            figure: reading.shown().map(|_| figures::distributions(lang, cube, &around, &[line])).unwrap_or_default(),
            name,
        })
    };
    cube.populations.iter().filter_map(one).collect()
}

/// A mean of shares that people guess, already in percent.
fn mirror(ctx: &Ctx, found: &crate::domain::cube::Shown) -> String {
    let of = |value: f64| value / 100.0;
    let shares = crate::domain::cube::Shown {
        value: of(found.value),
        interval: found.interval.map(|(low, high)| (of(low), of(high))),
        ..found.clone()
    };
    words::estimate(ctx.lang, &shares)
}

fn groups(ctx: &Ctx, cube: &Cube, code: &str) -> Vec<GroupTable> {
    let Some(users) = cube.users() else { return Vec::new() };
    let lang = ctx.lang.code();
    let table = |variable: &crate::domain::cube::Variable| {
        let name = |value: &str| {
            let found = variable.groups.iter().find(|group| group.code == value);
            found.map_or_else(|| value.to_owned(), |group| group.name.say(lang).to_owned())
        };
        let by = cube.by(&users.code, Aspect::Satisfaction, code, &variable.code);
        let lines = by.map(|(value, reading): (&str, &Reading)| (name(value), words::reading(ctx.lang, reading)));
        GroupTable { name: variable.name.say(lang).to_owned(), lines: lines.collect() }
    };
    cube.variables.iter().map(table).filter(|table| !table.lines.is_empty()).collect()
}

fn history(ctx: &Ctx, cube: &Cube, code: &str) -> Option<HistoryLine> {
    let users = cube.users()?;
    let reading = cube.reading(&users.code, Aspect::Satisfaction, code)?;
    let change = cube.change(&users.code, code);
    Some(HistoryLine {
        title: cube.wave.title.clone(),
        said: words::reading(ctx.lang, reading),
        change: change.map(|change| words::change(ctx.lang, change)).unwrap_or_default(),
        cut: change.is_some_and(|change| change.arrow == crate::domain::cube::Arrow::Cut),
    })
}
