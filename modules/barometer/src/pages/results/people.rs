//! One population, whole or one of its groups: a commune, an age, a place where people are received.

use arpent_web::{Choice, Ctx, Field, PageError, Refusal, Shell, page};
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use serde::Deserialize;

use super::figures::{self, Around, Line};
use super::open::Opened;
use super::{shapes, words};
use crate::domain::cube::{Cube, Named, PopulationNote, Variable};
use crate::domain::question::Aspect;
use crate::texts::Texts;

/// Between a variable and a category, in the address.
const OF: char = '~';

/// The address of a group.
pub(super) fn group_href(base: &str, population: &str, variable: &str, value: &str) -> String {
    format!("{base}/populations/{population}?groupe={variable}{OF}{value}")
}

/// What the address says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    groupe: String,
}

#[derive(Debug, Template)]
#[template(path = "results_population.html")]
struct PopulationPage {
    shell: Shell,
    t: Texts,
    base: String,
    label: &'static str,
    field: Option<Field>,
    name: String,
    distribution: String,
    shares: String,
    silent: Vec<(String, String)>,
    measures: Vec<Measures>,
    heads: Vec<&'static str>,
    overall: Option<String>,
}

/// The other measures of a service, in the order of the heads.
#[derive(Debug)]
struct Measures {
    service: String,
    said: Vec<String>,
}

/// The page of a population.
pub(super) async fn show(
    ctx: Ctx,
    Path((slug, number, code)): Path<(String, i64, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let opened = Opened::open(&ctx, &slug, number).await?;
    let cube = opened.cube()?;
    let population = cube.population(&code).ok_or(Refusal::NotFound)?;
    let (lang, t) = (ctx.lang, Texts::new(ctx.lang));
    let group = group(cube, &asked.groupe);
    let whole = population.name.say(lang.code()).to_owned();
    let name = group.map_or_else(|| whole.clone(), |(_, value)| value.name.say(lang.code()).to_owned());
    let lines = match group {
        Some((variable, value)) => of_group(&ctx, cube, population, variable, value),
        None => figures::lines(lang, cube, &code),
    };
    let around = |title: String, unit: &str| Around {
        title,
        unit: unit.to_owned(),
        source: figures::source(lang, cube, population),
        head: t.service().to_owned(),
    };
    let any = lines.iter().any(|line| line.reading.shown().is_some());
    let series = if group.is_some() { [t.population_whole(), name.as_str()] } else { [t.wave_before(), t.this_wave()] };
    let shares = || {
        figures::shares(lang, population.nature, &around(t.figure_shares(&name), t.satisfied_unit()), series, &lines)
    };
    let (heads, measures) = if group.is_none() { measures(&ctx, cube, &code) } else { (Vec::new(), Vec::new()) };
    page(&PopulationPage {
        shell: opened.shell_below(&ctx, whole),
        base: opened.base(),
        label: words::nature(t, population.nature),
        field: field(&ctx, cube, population, &asked.groupe),
        distribution: if any {
            figures::distributions(lang, cube, &around(t.figure_distribution(&name), t.figure_unit_opinion()), &lines)
        } else {
            String::new()
        },
        shares: if any { shares() } else { String::new() },
        silent: figures::silent(lang, &lines),
        overall: shapes::overall(lang, cube, &code).filter(|_| group.is_none()),
        measures,
        heads,
        name,
        t,
    })
}

/// The group an address names; none where the cube has no such group.
fn group<'a>(cube: &'a Cube, asked: &str) -> Option<(&'a Variable, &'a Named)> {
    let (variable, value) = asked.split_once(OF)?;
    let variable = cube.variable(variable)?;
    Some((variable, variable.groups.iter().find(|group| group.code == value)?))
}

/// The services as a group judges them, beside all those of its population.
fn of_group(ctx: &Ctx, cube: &Cube, population: &PopulationNote, variable: &Variable, value: &Named) -> Vec<Line> {
    let line = |service: &Named| {
        let mut by = cube.by(&population.code, Aspect::Satisfaction, &service.code, &variable.code);
        let (_, reading) = by.find(|(code, _)| *code == value.code)?;
        let all = cube.reading(&population.code, Aspect::Satisfaction, &service.code);
        Some(Line {
            label: service.name.say(ctx.lang.code()).to_owned(),
            reading: reading.clone(),
            before: all.and_then(|all| all.shown()).map(|shown| shown.value),
            verdict: String::new(),
        })
    };
    cube.services.iter().filter_map(line).collect()
}

/// The groups this population has figures for; none where it has no groups.
fn field(ctx: &Ctx, cube: &Cube, population: &PopulationNote, current: &str) -> Option<Field> {
    let (lang, t) = (ctx.lang, Texts::new(ctx.lang));
    let known = |variable: &str, value: &str| {
        cube.cells.iter().any(|cell| {
            let group = cell.group.as_ref();
            cell.population == population.code
                && group.is_some_and(|group| group.variable == variable && group.value == value)
        })
    };
    let mut choices = vec![Choice::new("", t.population_everyone(), current)];
    for variable in &cube.variables {
        let groups = variable.groups.iter().filter(|group| known(&variable.code, &group.code));
        choices.extend(groups.map(|group| {
            let label = format!("{} : {}", variable.name.say(lang.code()), group.name.say(lang.code()));
            Choice::new(format!("{}{OF}{}", variable.code, group.code), label, current)
        }));
    }
    let many = choices.len() > 1;
    many.then(|| Field::choices("groupe", t.population_group(), choices).kind("select").required())
}

/// Use, importance and what is imagined of users, where this population was asked.
fn measures(ctx: &Ctx, cube: &Cube, population: &str) -> (Vec<&'static str>, Vec<Measures>) {
    let t = Texts::new(ctx.lang);
    let asked = [
        (Aspect::Usage, t.measure_usage()),
        (Aspect::Importance, t.measure_importance()),
        (Aspect::Mirror, t.measure_mirror()),
    ];
    let has =
        |aspect: Aspect| cube.services.iter().any(|service| cube.reading(population, aspect, &service.code).is_some());
    let asked: Vec<(Aspect, &'static str)> = asked.into_iter().filter(|(aspect, _)| has(*aspect)).collect();
    let line = |service: &Named| Measures {
        service: service.name.say(ctx.lang.code()).to_owned(),
        said: asked
            .iter()
            .map(|(aspect, _)| shapes::measure(ctx.lang, cube, population, *aspect, &service.code))
            .collect(),
    };
    let lines = if asked.is_empty() { Vec::new() } else { cube.services.iter().map(line).collect() };
    (asked.into_iter().map(|(_, head)| head).collect(), lines)
}
