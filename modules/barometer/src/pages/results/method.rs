//! How the figures were made, and what they do not say.

use arpent_texts::{Lang, decimal, number};
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
    limits: [&'static str; 5],
    populations: Vec<PopulationPart>,
}

/// How a population answered.
#[derive(Debug)]
pub(super) struct PopulationPart {
    pub(super) name: String,
    pub(super) label: &'static str,
    pub(super) answers: String,
    pub(super) modes: Vec<(String, String)>,
    pub(super) weights: Vec<String>,
    pub(super) margins: Vec<String>,
    /// By variable.
    pub(super) balance: Vec<(String, Vec<Compared>)>,
}

/// A category of a margin: its share of the answers, of the people, and how much each answer counts for it.
#[derive(Debug)]
pub(super) struct Compared {
    pub(super) name: String,
    pub(super) answers: String,
    pub(super) people: String,
    pub(super) counts: String,
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
        rules: rules(ctx.lang, &cube.rules),
        limits: limits(t),
        populations: populations(ctx.lang, cube),
        t,
    })
}

/// What was settled before looking.
pub(super) fn rules(lang: Lang, rules: &Rules) -> Vec<String> {
    let t = Texts::new(lang);
    vec![
        t.method_rule_suppress(rules.suppress_under),
        t.method_rule_estimate(rules.estimate_from),
        t.method_rule_pool(rules.pool_under),
        t.method_rule_confidence(words::share(lang, rules.confidence)),
        change_rule(lang, rules),
        t.method_rule_trim(decimal(lang, rules.trim_above, 1)),
    ]
}

/// When a change deserves an arrow.
pub(super) fn change_rule(lang: Lang, rules: &Rules) -> String {
    let (points, share) = (decimal(lang, rules.least_change, 0), words::share(lang, rules.false_discovery));
    Texts::new(lang).method_rule_change(points, share)
}

/// How each population answered, and what weighting did.
pub(super) fn populations(lang: Lang, cube: &Cube) -> Vec<PopulationPart> {
    cube.populations.iter().map(|one| population(lang, cube, one)).collect()
}

/// What these figures do not say.
pub(super) fn limits(t: Texts) -> [&'static str; 5] {
    [t.limit_flow(), t.limit_non_response(), t.limit_mode(), t.limit_drivers(), t.limit_elected()]
}

fn population(lang: Lang, cube: &Cube, one: &PopulationNote) -> PopulationPart {
    let t = Texts::new(lang);
    let few = || t.answers_few(cube.rules.suppress_under);
    PopulationPart {
        name: one.name.say(lang.code()).to_owned(),
        label: words::nature(t, one.nature),
        answers: match (one.answers, one.size) {
            (None, _) => few(),
            (Some(n), None) => t.answers_n(n),
            (Some(n), Some(size)) => t.answers_of(n, size),
        },
        modes: one.modes.iter().map(|(mode, n)| (mode_name(t, mode), count(lang, *n))).collect(),
        weights: one.weights.as_ref().map(|weights| weighted(lang, one, weights)).unwrap_or_default(),
        margins: one
            .weights
            .iter()
            .flat_map(|weights| &weights.margins)
            .map(|margin| t.method_margin(&margin.source, named(lang, cube, &margin.variable), margin.year.to_string()))
            .collect(),
        balance: one.weights.as_ref().map(|weights| balance(lang, cube, &weights.balance)).unwrap_or_default(),
    }
}

/// A variable in words.
fn named(lang: Lang, cube: &Cube, code: &str) -> String {
    cube.variable(code).map_or_else(|| code.to_owned(), |variable| variable.name.say(lang.code()).to_owned())
}

/// One table for each variable.
fn balance(lang: Lang, cube: &Cube, lines: &[Balance]) -> Vec<(String, Vec<Compared>)> {
    let parts = lines.chunk_by(|one, other| one.variable == other.variable);
    parts
        .map(|part| {
            (named(lang, cube, &part[0].variable), part.iter().map(|line| compared(lang, cube, line)).collect())
        })
        .collect()
}

fn compared(lang: Lang, cube: &Cube, line: &Balance) -> Compared {
    let t = Texts::new(lang);
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

pub(super) fn count(lang: Lang, n: u64) -> String {
    number(lang, i64::try_from(n).unwrap_or(i64::MAX))
}

fn mode_name(t: Texts, mode: &str) -> String {
    let key = Mode::parse(mode).map_or("other", Mode::code);
    t.say(&format!("result-mode-{key}")).map_or_else(|| mode.to_owned(), Into::into)
}

/// What weighting did, as a councillor reads it.
fn weighted(lang: Lang, one: &PopulationNote, weights: &Weights) -> Vec<String> {
    let t = Texts::new(lang);
    let mut said = Vec::new();
    if !weights.margins.is_empty() {
        said.push(t.weights_margins(weights.margins.len()));
    }
    said.push(t.weights_span(decimal(lang, weights.max, 1), decimal(lang, weights.min, 1)));
    said.push(t.weights_effective(
        decimal(lang, weights.deff, 2),
        decimal(lang, weights.effective, 0),
        count(lang, one.answers.unwrap_or(0)),
    ));
    if let Some((raised, lowered, moved)) = weights.trimmed.filter(|(raised, lowered, _)| raised + lowered > 0) {
        said.push(t.weights_trimmed(raised + lowered, words::share(lang, moved)));
    }
    if !one.lonely_strata.is_empty() {
        said.push(t.weights_lonely(one.lonely_strata.len()));
    }
    said
}
