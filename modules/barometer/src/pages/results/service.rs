//! One service: what the populations say of it, group by group, and wave after wave.

use arpent_web::respond::done;
use arpent_web::{Ctx, PageError, Refusal, Sent, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::communes::map_href;
use super::figures::{self, Around, Line};
use super::open::Opened;
use super::{shapes, words};
use crate::PROTOCOL_EDIT;
use crate::commands::{followed as commands, scope};
use crate::domain::cube::{Cube, Nature, PopulationNote, Variable};
use crate::domain::question::Aspect;
use crate::store::{cubes, followed};
use crate::texts::Texts;

#[derive(Debug, Template)]
#[template(path = "results_service.html")]
struct ServicePage {
    shell: Shell,
    t: Texts,
    base: String,
    distributions: Vec<String>,
    people: Vec<People>,
    groups: Vec<Groups>,
    history: Vec<String>,
    map: Option<String>,
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
    /// The metric of the démarche that follows it.
    metric: Option<String>,
    /// Its code, where she may have it followed.
    followable: Option<String>,
}

/// What the groups of a variable say.
#[derive(Debug)]
struct Groups {
    name: String,
    figure: String,
    /// Groups without a figure, and why.
    silent: Vec<(String, String)>,
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
    let waves: Vec<&Cube> = before.iter().map(|row| &row.cube).chain([cube]).collect();
    page(&ServicePage {
        shell: opened.shell_below(&ctx, name),
        base: opened.base(),
        distributions: distributions(&ctx, cube, &code),
        people: people(&ctx, &opened, &code).await?,
        groups: groups(&ctx, cube, &code),
        history: history(&ctx, &waves, &code),
        map: cube.communes().map(|_| map_href(&opened.base(), &code)),
        t: Texts::new(ctx.lang),
    })
}

async fn people(ctx: &Ctx, opened: &Opened, code: &str) -> Result<Vec<People>, Refusal> {
    let (lang, t, cube) = (ctx.lang, Texts::new(ctx.lang), opened.cube()?);
    let followed = followed::of_barometer(&ctx.db, opened.barometer.id).await?;
    let edits = !opened.is_unpublished() && ctx.may(PROTOCOL_EDIT, scope(opened.barometer.initiative));
    let asked = [
        (Aspect::Usage, t.measure_usage()),
        (Aspect::Importance, t.measure_importance()),
        (Aspect::Mirror, t.measure_mirror()),
    ];
    let one = |population: &PopulationNote| {
        let reading = cube.reading(&population.code, Aspect::Satisfaction, code)?;
        let also = asked.iter().filter_map(|(aspect, label)| {
            cube.reading(&population.code, *aspect, code)?.shown()?;
            Some((*label, shapes::measure(lang, cube, &population.code, *aspect, code)))
        });
        let metric = followed.iter().find(|one| one.population == population.code && one.item == code);
        let may_follow = edits && metric.is_none() && population.nature != Nature::Flow;
        Some(People {
            metric: metric.map(|one| format!("/indicateurs/{}", one.metric)),
            followable: may_follow.then(|| population.code.clone()),
            said: words::reading(lang, reading),
            label: words::nature(t, population.nature),
            change: cube.change(&population.code, code).map(|change| words::change(lang, change)),
            also: also.collect(),
            name: population.name.say(lang.code()).to_owned(),
        })
    };
    Ok(cube.populations.iter().filter_map(one).collect())
}

/// Has the service followed by a metric of the démarche.
pub(super) async fn follow(
    ctx: Ctx,
    Path((slug, number, code)): Path<(String, i64, String)>,
    sent: Sent,
) -> Result<Response, PageError> {
    let opened = Opened::open(&ctx, &slug, number).await?;
    let metric = commands::follow(&ctx, &opened.barometer, sent.get("population"), &code).await?;
    Ok(done(&ctx, &format!("/indicateurs/{metric}"), Texts::new(ctx.lang).follow_done()))
}

/// What each population answered, one above the other: surveys together, volunteers apart.
fn distributions(ctx: &Ctx, cube: &Cube, code: &str) -> Vec<String> {
    let (lang, t) = (ctx.lang, Texts::new(ctx.lang));
    let figure = |flow: bool| {
        let of = || cube.populations.iter().filter(move |one| (one.nature == Nature::Flow) == flow);
        let line = |population: &PopulationNote| {
            let reading = cube.reading(&population.code, Aspect::Satisfaction, code)?;
            let n = reading.shown()?.n;
            let label = t.population_n(n, population.name.say(lang.code()));
            Some(Line { label, reading: reading.clone(), before: None, verdict: String::new() })
        };
        let lines: Vec<Line> = of().filter_map(line).collect();
        let around = Around {
            title: t.figure_answered().to_owned(),
            unit: t.figure_unit_opinion().to_owned(),
            source: of().next().map(|one| figures::source(lang, cube, one)).unwrap_or_default(),
            head: t.population().to_owned(),
        };
        (!lines.is_empty()).then(|| figures::distributions(lang, cube, &around, &lines))
    };
    [false, true].into_iter().filter_map(figure).collect()
}

/// The users, by each variable they may be told apart by.
fn groups(ctx: &Ctx, cube: &Cube, code: &str) -> Vec<Groups> {
    let Some(users) = cube.users() else { return Vec::new() };
    let (lang, t) = (ctx.lang, Texts::new(ctx.lang));
    let of = |variable: &Variable| {
        let name = variable.name.say(lang.code()).to_owned();
        let by = cube.by(&users.code, Aspect::Satisfaction, code, &variable.code);
        let lines = figures::grouped(lang, variable, by);
        let around = Around {
            title: t.figure_groups(&name),
            unit: t.figure_unit(users.answers.unwrap_or(0)),
            source: figures::source(lang, cube, users),
            head: name.clone(),
        };
        (!lines.is_empty()).then(|| Groups {
            figure: figures::alone(lang, users.nature, &around, &lines),
            silent: figures::silent(lang, &lines),
            name,
        })
    };
    cube.variables.iter().filter_map(of).collect()
}

/// Wave after wave, for each population that judged it in two waves at least.
fn history(ctx: &Ctx, waves: &[&Cube], code: &str) -> Vec<String> {
    let (lang, t) = (ctx.lang, Texts::new(ctx.lang));
    let Some(cube) = waves.last() else { return Vec::new() };
    let figure = |population: &PopulationNote| {
        let name = population.name.say(lang.code());
        let around = Around {
            title: t.figure_history(name),
            unit: t.satisfied_unit().to_owned(),
            source: figures::source(lang, cube, population),
            head: t.wave().to_owned(),
        };
        shapes::history(lang, waves, &around, &population.code, code)
    };
    cube.populations.iter().map(figure).filter(|figure| !figure.is_empty()).collect()
}
