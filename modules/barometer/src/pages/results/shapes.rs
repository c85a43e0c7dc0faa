//! The other figures: a service wave after wave, importance against satisfaction, what goes with the overall mark.

use arpent_look::chart::{self, Axes, Link, Moment, Ranked, Spot, Words};
use arpent_texts::{Lang, decimal, percent};

use super::figures::{self, Around};
use super::words;
use crate::domain::cube::{Arrow, Cube, Driver, Priority, Reading, Shown};
use crate::domain::question::Aspect;
use crate::texts::Texts;

/// Axes of shares have a tick at each of these, in points.
const STEP: f64 = 10.0;
/// Points of the scale of a history, at least: a narrower one would make waves of nothing.
const LEAST_SPAN: f64 = 40.0;

/// A wave of a series: its name, its figure, what may be said since the wave before.
struct At {
    title: String,
    reading: Reading,
    text: String,
    said: String,
    verdict: String,
    link: Link,
}

/// A service as a population judges it over the waves; empty while only one wave says something of it.
pub(super) fn history(lang: Lang, cubes: &[&Cube], around: &Around, population: &str, service: &str) -> String {
    let t = Texts::new(lang);
    let times: Vec<At> = cubes.iter().filter_map(|cube| at(lang, cube, population, service)).collect();
    if times.iter().filter(|time| time.reading.shown().is_some()).count() < 2 {
        return String::new();
    }
    let moments: Vec<Moment<'_>> = times.iter().map(moment).collect();
    let sentence: Vec<String> =
        times.iter().map(|time| format!("{} : {}. {}", time.title, time.said, time.verdict)).collect();
    let sentence = sentence.join(" ");
    let heads = [around.head.as_str(), t.satisfied(), t.verdict()];
    let words = Words { table: t.figure_table(), source: t.figure_source_word(), heads: &heads };
    let ticks: Vec<(f64, String)> =
        ticks(&moments).into_iter().map(|points| (points, percent(lang, points / 100.0, 0))).collect();
    let ticks: Vec<(f64, &str)> = ticks.iter().map(|(value, text)| (*value, text.as_str())).collect();
    chart::history(&figures::caption(around, &sentence), &words, &ticks, t.history_cut(), &moments)
}

/// Ticks around everything that is drawn, bounds of intervals included.
fn ticks(moments: &[Moment<'_>]) -> Vec<f64> {
    let drawn = || moments.iter().filter_map(|moment| moment.estimate);
    let low = drawn().map(|one| one.low).fold(100.0, f64::min);
    let high = drawn().map(|one| one.high).fold(0.0, f64::max);
    let (mut from, mut to) = ((low / STEP).floor() * STEP, (high / STEP).ceil() * STEP);
    while to - from < LEAST_SPAN {
        // The side with more room first, so that the dots stay in the middle.
        if (low - from <= to - high && from > 0.0) || to >= 100.0 {
            from -= STEP;
        } else {
            to += STEP;
        }
    }
    std::iter::successors(Some(from), |tick| Some(tick + STEP)).take_while(|tick| *tick <= to).collect()
}

fn at(lang: Lang, cube: &Cube, population: &str, service: &str) -> Option<At> {
    let reading = cube.reading(population, Aspect::Satisfaction, service)?.clone();
    let change = cube.change(population, service);
    let why = change.map(|change| words::change(lang, change)).unwrap_or_default();
    let link = match change.map(|change| change.arrow) {
        None => Link::None,
        Some(Arrow::Cut) => Link::Cut,
        Some(_) => Link::Compared,
    };
    Some(At {
        title: cube.wave.title.clone(),
        text: reading.shown().map(|shown| words::share(lang, shown.value)).unwrap_or_default(),
        said: words::reading(lang, &reading),
        verdict: if link == Link::Cut { format!("{} {why}", Texts::new(lang).history_cut()) } else { why },
        reading,
        link,
    })
}

fn moment(time: &At) -> Moment<'_> {
    Moment {
        label: &time.title,
        estimate: time.reading.shown().map(|shown| figures::dot(shown.value, shown.interval, &time.said)),
        text: &time.text,
        said: &time.said,
        link: time.link,
        verdict: &time.verdict,
    }
}

/// A measure of a service, in words with its interval and its answers. What is imagined of users is a mean of percentages.
pub(super) fn measure(lang: Lang, cube: &Cube, population: &str, aspect: Aspect, service: &str) -> String {
    let Some(reading) = cube.reading(population, aspect, service) else { return "–".to_owned() };
    match (reading, aspect) {
        (Reading::Shown(shown), Aspect::Mirror) => {
            let of = |value: f64| value / 100.0;
            let interval = shown.interval.map(|(low, high)| (of(low), of(high)));
            let share = Shown { value: of(shown.value), interval, ..(**shown).clone() };
            words::reading(lang, &Reading::Shown(Box::new(share)))
        }
        _ => words::reading(lang, reading),
    }
}

/// The overall mark of a population: a mean, with its interval and its answers.
pub(super) fn overall(lang: Lang, cube: &Cube, population: &str) -> Option<String> {
    let t = Texts::new(lang);
    let shown = cube.reading(population, Aspect::Overall, "")?.shown()?;
    let mean = decimal(lang, shown.value, 1);
    let mean = match shown.interval {
        Some((low, high)) => t.estimate_with(decimal(lang, high, 1), decimal(lang, low, 1), mean),
        None => mean,
    };
    Some(t.population_overall(t.estimate_n(mean, shown.n)))
}

/// Mean importance against mean satisfaction, the lines crossing at the means of the services.
pub(super) fn matrix(lang: Lang, cube: &Cube, around: &Around, quadrant: impl Fn(&Priority) -> &'static str) -> String {
    let t = Texts::new(lang);
    let of = |one: &Priority| {
        let said = [decimal(lang, one.at.0, 2), decimal(lang, one.at.1, 2), quadrant(one).to_owned()];
        (cube.service(&one.item, lang.code()).to_owned(), said)
    };
    let said: Vec<(String, [String; 3])> = cube.priorities.iter().map(of).collect();
    let cells: Vec<[&str; 3]> = said.iter().map(|(_, cells)| cells.each_ref().map(String::as_str)).collect();
    let spots: Vec<Spot<'_>> = cube
        .priorities
        .iter()
        .zip(&said)
        .zip(&cells)
        .map(|((one, (label, _)), cells)| Spot {
            mark: one.rank,
            label,
            at: one.at,
            ellipse: one.ellipse,
            certain: one.certain,
            cells,
        })
        .collect();
    let count = cube.priorities.len().max(1) as f64;
    let mean = |side: fn(&Priority) -> f64| cube.priorities.iter().map(side).sum::<f64>() / count;
    let axes = Axes {
        across: t.matrix_importance(),
        up: t.matrix_satisfaction(),
        cross: (mean(|one| one.at.0), mean(|one| one.at.1)),
        corners: [t.corner_enough(), t.corner_keep_up(), t.corner_low(), t.corner_concentrate()],
    };
    let sentence: Vec<String> = said.iter().map(|(name, cells)| format!("{name} : {}", cells[2])).collect();
    let sentence = sentence.join(" ; ");
    let heads = [around.head.as_str(), t.matrix_mean_importance(), t.matrix_mean_satisfaction(), t.reading()];
    let words = Words { table: t.figure_table(), source: t.figure_source_word(), heads: &heads };
    let legend = [t.matrix_certain(), t.matrix_uncertain()];
    chart::matrix(&figures::caption(around, &sentence), &words, &axes, legend, &spots)
}

/// Shares of what is explained, those of services that cannot be told apart in grey.
pub(super) fn drivers(lang: Lang, cube: &Cube, around: &Around, note: impl Fn(&Driver) -> String) -> String {
    let t = Texts::new(lang);
    let Some(found) = &cube.drivers else { return String::new() };
    let said: Vec<(&str, String, String)> = found
        .lines
        .iter()
        .map(|one| (cube.service(&one.item, lang.code()), words::driver_share(lang, one), note(one)))
        .collect();
    let rows: Vec<Ranked<'_>> = found
        .lines
        .iter()
        .zip(&said)
        .map(|(one, (label, shown, note))| Ranked {
            label,
            estimate: figures::dot(one.share, Some(one.share_range), shown),
            tied: !one.tied_with.is_empty(),
            note,
        })
        .collect();
    let largest = found.lines.iter().map(|one| 100.0 * one.share_range.1).fold(0.0, f64::max);
    let most = ((largest / STEP).ceil() * STEP).clamp(STEP, 100.0);
    let sentence: Vec<String> = said.iter().map(|(name, shown, note)| format!("{name} : {shown}. {note}")).collect();
    let sentence = sentence.join(" ");
    let heads = [around.head.as_str(), t.driver_part(), t.rank()];
    let words = Words { table: t.figure_table(), source: t.figure_source_word(), heads: &heads };
    let ends = [percent(lang, 0.0, 0), percent(lang, most / 100.0, 0)];
    let legend = [t.driver_apart(), t.driver_tied()];
    chart::ranked(&figures::caption(around, &sentence), &words, most, [&ends[0], &ends[1]], legend, &rows)
}
