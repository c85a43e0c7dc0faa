//! How the figures were made, and what they do not say.

use arpent_texts::{decimal, number};
use arpent_web::{Ctx, PageError, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::open::Opened;
use super::words;
use crate::domain::cube::{Balance, Cube, PopulationNote, Weights};
use crate::domain::protocol::Rules;
use crate::domain::wave::Mode;
use crate::texts::Texts;

#[derive(Debug, Template)]
#[template(path = "results_method.html")]
struct MethodPage {
    shell: Shell,
    t: Texts,
    base: String,
    sha256: String,
    cube_sha256: String,
    rules: Vec<String>,
    populations: Vec<PopulationPart>,
}

#[derive(Debug)]
struct PopulationPart {
    name: String,
    label: &'static str,
    answers: String,
    modes: Vec<(String, String)>,
    weights: Vec<String>,
    margins: Vec<String>,
    /// By variable.
    balance: Vec<(String, Vec<Compared>)>,
}

/// A category of a margin: its share of the answers, of the people, and how much each answer counts for it.
#[derive(Debug)]
struct Compared {
    name: String,
    answers: String,
    people: String,
    counts: String,
}

/// The page of the method.
pub(super) async fn show(ctx: Ctx, Path((slug, wave)): Path<(String, i64)>) -> Result<Response, PageError> {
    let opened = Opened::open(&ctx, &slug, wave).await?;
    let cube = opened.cube()?;
    let t = Texts::new(ctx.lang);
    page(&MethodPage {
        shell: opened.shell_below(&ctx, t.method_title()),
        base: opened.base(),
        sha256: cube.protocol_sha256.clone(),
        cube_sha256: opened.kept.as_ref().map(|kept| kept.sha256.clone()).unwrap_or_default(),
        rules: rules(&ctx, &cube.rules),
        populations: cube.populations.iter().map(|one| population(&ctx, cube, one)).collect(),
        t,
    })
}

fn rules(ctx: &Ctx, rules: &Rules) -> Vec<String> {
    let (lang, t) = (ctx.lang, Texts::new(ctx.lang));
    vec![
        t.method_rule_suppress(rules.suppress_under),
        t.method_rule_estimate(rules.estimate_from),
        t.method_rule_pool(rules.pool_under),
        t.method_rule_confidence(words::share(lang, rules.confidence)),
        t.method_rule_change(decimal(lang, rules.least_change, 0), words::share(lang, rules.false_discovery)),
        t.method_rule_trim(decimal(lang, rules.trim_above, 1)),
    ]
}

fn population(ctx: &Ctx, cube: &Cube, one: &PopulationNote) -> PopulationPart {
    let (lang, t) = (ctx.lang, Texts::new(ctx.lang));
    let few = || t.answers_few(cube.rules.suppress_under);
    PopulationPart {
        name: one.name.say(lang.code()).to_owned(),
        label: words::nature(t, one.nature),
        answers: match (one.answers, one.size) {
            (None, _) => few(),
            (Some(n), None) => t.answers_n(n),
            (Some(n), Some(size)) => t.answers_of(n, size),
        },
        modes: one.modes.iter().map(|(mode, n)| (mode_name(t, mode), count(ctx, *n))).collect(),
        weights: one.weights.as_ref().map(|weights| weighted(ctx, one, weights)).unwrap_or_default(),
        margins: one
            .weights
            .iter()
            .flat_map(|weights| &weights.margins)
            .map(|margin| t.method_margin(&margin.source, named(ctx, cube, &margin.variable), margin.year.to_string()))
            .collect(),
        balance: one.weights.as_ref().map(|weights| balance(ctx, cube, &weights.balance)).unwrap_or_default(),
    }
}

/// A variable in words.
fn named(ctx: &Ctx, cube: &Cube, code: &str) -> String {
    cube.variable(code).map_or_else(|| code.to_owned(), |variable| variable.name.say(ctx.lang.code()).to_owned())
}

/// One table for each variable.
fn balance(ctx: &Ctx, cube: &Cube, lines: &[Balance]) -> Vec<(String, Vec<Compared>)> {
    let parts = lines.chunk_by(|one, other| one.variable == other.variable);
    parts
        .map(|part| (named(ctx, cube, &part[0].variable), part.iter().map(|line| compared(ctx, cube, line)).collect()))
        .collect()
}

fn compared(ctx: &Ctx, cube: &Cube, line: &Balance) -> Compared {
    let (lang, t) = (ctx.lang, Texts::new(ctx.lang));
    let groups = cube.variable(&line.variable).map(|variable| variable.groups.as_slice()).unwrap_or_default();
    let value = groups
        .iter()
        .find(|group| group.code == line.value)
        .map_or(line.value.as_str(), |group| group.name.say(lang.code()));
    Compared {
        name: value.to_owned(),
        answers: words::share(lang, line.answers),
        people: words::share(lang, line.people),
        counts: t.balance_counts(decimal(lang, line.people / line.answers, 1)),
    }
}

fn count(ctx: &Ctx, n: u64) -> String {
    number(ctx.lang, i64::try_from(n).unwrap_or(i64::MAX))
}

fn mode_name(t: Texts, mode: &str) -> String {
    let key = Mode::parse(mode).map_or("other", Mode::code);
    t.say(&format!("result-mode-{key}")).map_or_else(|| mode.to_owned(), Into::into)
}

/// What weighting did, as a councillor reads it.
fn weighted(ctx: &Ctx, one: &PopulationNote, weights: &Weights) -> Vec<String> {
    let (lang, t) = (ctx.lang, Texts::new(ctx.lang));
    let mut said = Vec::new();
    if !weights.margins.is_empty() {
        said.push(t.weights_margins(weights.margins.len()));
    }
    said.push(t.weights_span(decimal(lang, weights.max, 1), decimal(lang, weights.min, 1)));
    said.push(t.weights_effective(
        decimal(lang, weights.deff, 2),
        decimal(lang, weights.effective, 0),
        count(ctx, one.answers.unwrap_or(0)),
    ));
    if let Some((raised, lowered, moved)) = weights.trimmed.filter(|(raised, lowered, _)| raised + lowered > 0) {
        said.push(t.weights_trimmed(raised + lowered, words::share(lang, moved)));
    }
    if !one.lonely_strata.is_empty() {
        said.push(t.weights_lonely(one.lonely_strata.len()));
    }
    said
}
