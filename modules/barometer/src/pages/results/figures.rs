//! The figures of the pages, drawn from readings. A flow is drawn without whiskers, a survey never without.

use arpent_look::chart::{self, Bar, Caption, Compared, Estimate, Stack, Words};
use arpent_texts::{Lang, percent};

use super::words;
use crate::domain::cube::{Cube, Nature, PopulationNote, Reading, Shown};
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
    let of = |service: &crate::domain::cube::Named| {
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
    chart::stacked(&caption(around, &sentence), &words, &levels, &stacks)
}

fn caption<'a>(around: &'a Around, sentence: &'a str) -> Caption<'a> {
    Caption { title: &around.title, unit: &around.unit, source: &around.source, sentence }
}

/// The readings in one sentence.
pub(super) fn sentence(lang: Lang, lines: &[Line]) -> String {
    let one = |line: &Line| format!("{} : {}", line.label, words::reading(lang, &line.reading));
    lines.iter().map(one).collect::<Vec<_>>().join(" ; ")
}

/// Shares of satisfied people: bars for volunteers, dots with their interval for a survey.
pub(super) fn shares(lang: Lang, nature: Nature, around: &Around, lines: &[Line]) -> String {
    match nature {
        Nature::Flow => bars(lang, around, lines),
        Nature::Survey | Nature::Quota => intervals(lang, around, lines),
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

fn intervals(lang: Lang, around: &Around, lines: &[Line]) -> String {
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
    let heads = [around.head.as_str(), t.wave_before(), t.satisfied(), t.verdict()];
    let words = Words { table: t.figure_table(), source: t.figure_source_word(), heads: &heads };
    let ends = [percent(lang, 0.0, 0), percent(lang, 1.0, 0)];
    let series = [t.wave_before(), t.this_wave()];
    chart::intervals(&caption(around, &sentence), &words, (0.0, 100.0), [&ends[0], &ends[1]], series, &rows)
}

fn dot(value: f64, interval: Option<(f64, f64)>, shown: &str) -> Estimate<'_> {
    let (low, high) = interval.unwrap_or((value, value));
    Estimate { value: 100.0 * value, low: 100.0 * low, high: 100.0 * high, shown }
}

/// A side of a gap: its share, and its interval.
pub(super) type Side = (f64, (f64, f64));

/// Two judgements of the same service, one above the other: the first is the open dot.
pub(super) fn facing(lang: Lang, around: &Around, series: [&str; 2], rows: &[(String, Side, Side, String)]) -> String {
    let t = Texts::new(lang);
    let say = |(value, (low, high)): &Side| {
        let shown = Shown {
            value: *value,
            interval: Some((*low, *high)),
            n: 0,
            distribution: Vec::new(),
            dont_know: None,
            fragile: false,
        };
        words::estimate(lang, &shown)
    };
    let said: Vec<[String; 2]> = rows.iter().map(|(_, first, second, _)| [say(first), say(second)]).collect();
    let compared: Vec<Compared<'_>> = rows
        .iter()
        .zip(&said)
        .map(|((label, first, second, verdict), [one, other])| Compared {
            label,
            before: Some(dot(first.0, Some(first.1), one)),
            after: dot(second.0, Some(second.1), other),
            verdict,
        })
        .collect();
    let lines: Vec<String> = rows
        .iter()
        .zip(&said)
        .map(|((label, ..), [one, other])| format!("{label} : {} {one}, {} {other}", series[0], series[1]))
        .collect();
    let sentence = lines.join(" ; ");
    let heads = [around.head.as_str(), series[0], series[1], t.verdict()];
    let words = Words { table: t.figure_table(), source: t.figure_source_word(), heads: &heads };
    let ends = [percent(lang, 0.0, 0), percent(lang, 1.0, 0)];
    chart::intervals(&caption(around, &sentence), &words, (0.0, 100.0), [&ends[0], &ends[1]], series, &compared)
}
