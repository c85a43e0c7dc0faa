//! The figures of the pages, drawn from readings. A flow is drawn without whiskers, a survey never without.

use arpent_look::chart::{self, Bar, Caption, Compared, Estimate, Sides, Stack, Words};
use arpent_texts::{Lang, percent};

use super::words;
use crate::domain::cube::{Cube, Named, Nature, PopulationNote, Reading, Shown, Variable};
use crate::domain::question::Aspect;
use crate::texts::Texts;

/// What is drawn of a line: its name, its reading, what may be concluded.
pub(super) struct Line {
    pub(super) label: String,
    pub(super) reading: Reading,
    /// The share of the wave before, with what may be said of the change.
    pub(super) before: Option<f64>,
    pub(super) verdict: String,
}

/// What surrounds a figure.
pub(super) struct Around {
    pub(super) title: String,
    pub(super) unit: String,
    pub(super) source: String,
    /// Heads the table's first column.
    pub(super) head: String,
}

/// The services as a population judges them.
pub(super) fn lines(lang: Lang, cube: &Cube, population: &str) -> Vec<Line> {
    let of = |service: &Named| {
        let reading = cube.reading(population, Aspect::Satisfaction, &service.code)?.clone();
        let change = cube.change(population, &service.code);
        Some(Line {
            label: service.name.say(lang.code()).to_owned(),
            reading,
            before: change.map(|change| change.before),
            verdict: change.map(|change| words::change(lang, change)).unwrap_or_default(),
        })
    };
    cube.services.iter().filter_map(of).collect()
}

/// The kind of figure, the wave and the protocol it follows.
pub(super) fn source(lang: Lang, cube: &Cube, population: &PopulationNote) -> String {
    let t = Texts::new(lang);
    let hash = cube.protocol_sha256.get(..12).unwrap_or_default();
    t.figure_source(hash, words::nature(t, population.nature), &cube.wave.title)
}

/// How people answered, the worst first; lines that may not be shown say why in the list below.
pub(super) fn distributions(lang: Lang, cube: &Cube, around: &Around, lines: &[Line]) -> String {
    let t = Texts::new(lang);
    let levels: Vec<&str> = cube.scale.levels.iter().map(|level| level.label.say(lang.code())).collect();
    let shown: Vec<(&Line, &Shown)> =
        lines.iter().filter_map(|line| line.reading.shown().map(|shown| (line, shown))).collect();
    let shares: Vec<Vec<(f64, String)>> = shown
        .iter()
        .map(|(_, shown)| shown.distribution.iter().map(|one| (100.0 * one, percent(lang, *one, 0))).collect())
        .collect();
    let parts: Vec<Vec<(f64, &str)>> =
        shares.iter().map(|row| row.iter().map(|(value, text)| (*value, text.as_str())).collect()).collect();
    let stacks: Vec<Stack<'_>> =
        shown.iter().zip(&parts).map(|((line, _), parts)| Stack { label: &line.label, parts }).collect();
    let sentence = sentence(lang, lines);
    let heads: Vec<&str> = std::iter::once(around.head.as_str()).chain(levels.iter().copied()).collect();
    let words = Words { table: t.figure_table(), source: t.figure_source_word(), heads: &heads };
    chart::levels(&caption(around, &sentence), &words, &levels, satisfied_from(cube), &stacks)
}

/// Place of the first level that counts as satisfied.
fn satisfied_from(cube: &Cube) -> usize {
    let levels = &cube.scale.levels;
    levels.iter().position(|level| level.value == cube.scale.satisfied_from).unwrap_or(levels.len())
}

pub(super) fn caption<'a>(around: &'a Around, sentence: &'a str) -> Caption<'a> {
    Caption { title: &around.title, unit: &around.unit, source: &around.source, sentence }
}

/// The readings in one sentence.
pub(super) fn sentence(lang: Lang, lines: &[Line]) -> String {
    let one = |line: &Line| format!("{} : {}", line.label, words::reading(lang, &line.reading));
    lines.iter().map(one).collect::<Vec<_>>().join(" ; ")
}

/// Shares of satisfied people: bars for volunteers, dots with their interval for a survey.
/// `series` names the open dots, then the full ones.
pub(super) fn shares(lang: Lang, nature: Nature, around: &Around, series: [&str; 2], lines: &[Line]) -> String {
    match nature {
        Nature::Flow => bars(lang, around, lines),
        Nature::Survey | Nature::Quota => intervals(lang, around, series, lines),
    }
}

fn bars(lang: Lang, around: &Around, lines: &[Line]) -> String {
    let t = Texts::new(lang);
    let said: Vec<String> = lines.iter().map(|line| words::reading(lang, &line.reading)).collect();
    let bars: Vec<Bar<'_>> = lines
        .iter()
        .zip(&said)
        .map(|(line, shown)| Bar {
            label: &line.label,
            value: line.reading.shown().map(|shown| 100.0 * shown.value),
            shown,
        })
        .collect();
    let sentence = sentence(lang, lines);
    let heads = [around.head.as_str(), t.satisfied()];
    let words = Words { table: t.figure_table(), source: t.figure_source_word(), heads: &heads };
    chart::bars(&caption(around, &sentence), &words, Some(100.0), &bars)
}

fn intervals(lang: Lang, around: &Around, series: [&str; 2], lines: &[Line]) -> String {
    let t = Texts::new(lang);
    let shown: Vec<(&Line, &Shown)> =
        lines.iter().filter_map(|line| line.reading.shown().map(|shown| (line, shown))).collect();
    let said: Vec<(String, String)> = shown
        .iter()
        .map(|(line, shown)| {
            let before = line.before.map(|before| words::share(lang, before)).unwrap_or_default();
            (before, t.estimate_n(words::estimate(lang, shown), shown.n))
        })
        .collect();
    let rows: Vec<Compared<'_>> = shown
        .iter()
        .zip(&said)
        .map(|((line, shown), (before, after))| Compared {
            label: &line.label,
            before: line.before.map(|value| dot(value, None, before)),
            after: dot(shown.value, shown.interval, after),
            verdict: &line.verdict,
        })
        .collect();
    let sentence = sentence(lang, lines);
    let heads = [around.head.as_str(), series[0], series[1], t.verdict()];
    let words = Words { table: t.figure_table(), source: t.figure_source_word(), heads: &heads };
    let ends = [percent(lang, 0.0, 0), percent(lang, 1.0, 0)];
    chart::intervals(&caption(around, &sentence), &words, (0.0, 100.0), [&ends[0], &ends[1]], series, &rows)
}

pub(super) fn dot(value: f64, interval: Option<(f64, f64)>, shown: &str) -> Estimate<'_> {
    let (low, high) = interval.unwrap_or((value, value));
    Estimate { value: 100.0 * value, low: 100.0 * low, high: 100.0 * high, shown }
}

/// Readings by group of a variable, in the order of its categories.
pub(super) fn grouped<'a>(
    lang: Lang,
    variable: &Variable,
    by: impl Iterator<Item = (&'a str, &'a Reading)>,
) -> Vec<Line> {
    let found: Vec<(&str, &Reading)> = by.collect();
    let line = |group: &Named| {
        let (_, reading) = found.iter().find(|(value, _)| *value == group.code)?;
        let (label, reading) = (group.name.say(lang.code()).to_owned(), (*reading).clone());
        Some(Line { label, reading, before: None, verdict: String::new() })
    };
    variable.groups.iter().filter_map(line).collect()
}

/// What has no figure, and why.
pub(super) fn silent(lang: Lang, lines: &[Line]) -> Vec<(String, String)> {
    let silent = lines.iter().filter(|line| line.reading.shown().is_none());
    silent.map(|line| (line.label.clone(), words::reading(lang, &line.reading))).collect()
}

/// Shares with nothing to compare with; empty where none is published.
pub(super) fn alone(lang: Lang, nature: Nature, around: &Around, lines: &[Line]) -> String {
    if !lines.iter().any(|line| line.reading.shown().is_some()) {
        return String::new();
    }
    if nature == Nature::Flow {
        return bars(lang, around, lines);
    }
    let of = |line: &Line| {
        let shown = line.reading.shown()?;
        let side = (shown.value, shown.interval.unwrap_or((shown.value, shown.value)), shown.n);
        Some(Facing { label: line.label.clone(), sides: vec![Some(side)], verdict: line.verdict.clone() })
    };
    let rows: Vec<_> = lines.iter().filter_map(of).collect();
    facing(lang, around, &[Texts::new(lang).satisfied()], &rows)
}

/// A judgement of a service: its share, its interval, its answers.
pub(super) type Side = (f64, (f64, f64), u64);

/// A service with the judgement of each population, and what may be concluded.
pub(super) struct Facing {
    pub(super) label: String,
    pub(super) sides: Vec<Option<Side>>,
    pub(super) verdict: String,
}

/// The judgements of several populations under one another.
pub(super) fn facing(lang: Lang, around: &Around, series: &[&str], rows: &[Facing]) -> String {
    let t = Texts::new(lang);
    let say = |(value, interval, n): &Side| {
        let shown = Shown {
            value: *value,
            interval: Some(*interval),
            n: *n,
            distribution: Vec::new(),
            dont_know: None,
            fragile: false,
        };
        t.estimate_n(words::estimate(lang, &shown), *n)
    };
    let said: Vec<Vec<String>> = rows
        .iter()
        .map(|row| row.sides.iter().map(|side| side.as_ref().map(say).unwrap_or_default()).collect())
        .collect();
    let estimates: Vec<Vec<Option<Estimate<'_>>>> = rows
        .iter()
        .zip(&said)
        .map(|(row, said)| {
            let side = |(side, said): (&Option<Side>, _)| side.map(|side| dot(side.0, Some(side.1), said));
            row.sides.iter().zip(said.iter().map(String::as_str)).map(side).collect()
        })
        .collect();
    let drawn: Vec<Sides<'_>> = rows
        .iter()
        .zip(&estimates)
        .map(|(row, estimates)| Sides { label: &row.label, estimates, verdict: &row.verdict })
        .collect();
    let line = |(row, said): (&Facing, &Vec<String>)| {
        let sides: Vec<String> = series.iter().zip(said).map(|(name, said)| format!("{name} {said}")).collect();
        format!("{} : {}", row.label, sides.join(", "))
    };
    let sentence = rows.iter().zip(&said).map(line).collect::<Vec<_>>().join(" ; ");
    let heads: Vec<&str> =
        std::iter::once(around.head.as_str()).chain(series.iter().copied()).chain([t.verdict()]).collect();
    let words = Words { table: t.figure_table(), source: t.figure_source_word(), heads: &heads };
    let ends = [percent(lang, 0.0, 0), percent(lang, 1.0, 0)];
    chart::sides(&caption(around, &sentence), &words, (0.0, 100.0), [&ends[0], &ends[1]], series, &drawn)
}
