//! The same figure time after time, with the doubt there is about each, and where the series is cut.

use askama::Template;

use super::{Caption, Estimate, Words, rounded};

/// Part of the height, in percent, above the top of the scale: the numbers of the highest dots need room.
const ABOVE: f64 = 12.0;
/// Part of the height given to the scale.
const SPAN: f64 = 84.0;

/// What leads from the time before to this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// The first time, or nothing before to compare with.
    None,
    /// The two may be compared.
    Compared,
    /// They may not: a line cuts the figure instead of joining them.
    Cut,
}

/// A time the figure was measured.
#[derive(Debug, Clone)]
pub struct Moment<'a> {
    /// Its name: "Vague 2".
    pub label: &'a str,
    /// What was measured; `None` where it may not be shown. Where both bounds are the value, no interval is drawn.
    pub estimate: Option<Estimate<'a>>,
    /// The number above its dot: "61 %".
    pub text: &'a str,
    /// The estimate in words, or why it is not there.
    pub said: &'a str,
    /// What leads to it.
    pub link: Link,
    /// What may be concluded since the time before.
    pub verdict: &'a str,
}

struct Spot<'a> {
    x: f64,
    y: f64,
    low: f64,
    high: f64,
    text: &'a str,
}

#[derive(Template)]
#[template(path = "history.html")]
struct History<'a> {
    caption: &'a Caption<'a>,
    words: &'a Words<'a>,
    kind: &'static str,
    legend: Vec<(&'a str, &'static str)>,
    ticks: Vec<(f64, &'a str)>,
    cuts: Vec<f64>,
    links: Vec<[f64; 4]>,
    spots: Vec<Spot<'a>>,
    names: Vec<&'a str>,
    table: Vec<Vec<&'a str>>,
}

/// A line over times, each dot with its interval. `ticks` are values of the scale with their words, from the smallest to the
/// largest; `cut` is the legend of what cuts the series.
pub fn history<'a>(
    caption: &Caption,
    words: &Words,
    ticks: &[(f64, &'a str)],
    cut: &'a str,
    moments: &[Moment<'a>],
) -> String {
    let (from, to) = (ticks.first().map_or(0.0, |tick| tick.0), ticks.last().map_or(1.0, |tick| tick.0));
    let up = |value: f64| rounded(ABOVE + SPAN * (1.0 - ((value - from) / (to - from)).clamp(0.0, 1.0)));
    let across = |place: usize| rounded((place as f64 + 0.5) / moments.len() as f64 * 100.0);
    let spot = |(place, moment): (usize, &Moment<'a>)| {
        let Estimate { value, low, high, .. } = moment.estimate?;
        Some(Spot { x: across(place), y: up(value), low: up(low), high: up(high), text: moment.text })
    };
    let cuts: Vec<f64> = (0..moments.len())
        .filter(|place| moments[*place].link == Link::Cut)
        .map(|place| rounded(place as f64 / moments.len() as f64 * 100.0))
        .collect();
    let joined = moments.windows(2).enumerate().filter_map(|(place, pair)| {
        let ends = pair[0].estimate.zip(pair[1].estimate).filter(|_| pair[1].link == Link::Compared)?;
        Some([across(place), up(ends.0.value), across(place + 1), up(ends.1.value)])
    });
    History {
        caption,
        words,
        kind: "history",
        legend: if cuts.is_empty() { Vec::new() } else { vec![(cut, "cut line")] },
        ticks: ticks.iter().map(|(value, text)| (up(*value), *text)).collect(),
        links: joined.collect(),
        spots: moments.iter().enumerate().filter_map(spot).collect(),
        names: moments.iter().map(|moment| moment.label).collect(),
        table: moments.iter().map(|moment| vec![moment.label, moment.said, moment.verdict]).collect(),
        cuts,
    }
    .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(link: Link, estimate: Option<Estimate<'_>>) -> String {
        let caption = Caption { title: "Piscines", unit: "%", source: "Baromètre", sentence: "61 % puis 64 %" };
        let words = Words { table: "Voir les chiffres", source: "Source :", heads: &["Vague", "Part", "Lecture"] };
        let first = Estimate { value: 50.0, low: 45.0, high: 55.0, shown: "50 %" };
        let before = Moment {
            label: "Vague 1",
            estimate: Some(first),
            text: "50 %",
            said: "50 % (45 à 55)",
            link: Link::None,
            verdict: "",
        };
        let after =
            Moment { label: "Vague 2", estimate, text: "64 %", said: "64 %", link, verdict: "La question a changé" };
        history(&caption, &words, &[(0.0, "0 %"), (100.0, "100 %")], "Rupture de série", &[before, after])
    }

    const SECOND: Estimate<'_> = Estimate { value: 75.0, low: 70.0, high: 80.0, shown: "75 %" };

    #[test]
    fn comparable_times_are_joined_and_each_dot_keeps_its_interval() {
        let drawn = drawn(Link::Compared, Some(SECOND));
        assert!(drawn.contains("<line class=\"line\" x1=\"25%\" y1=\"54%\" x2=\"75%\" y2=\"33%\""), "{drawn}");
        assert_eq!(drawn.matches("class=\"whisker\"").count(), 2);
        assert!(!drawn.contains("cut line"));
    }

    #[test]
    fn a_cut_series_is_not_joined_and_says_why() {
        let drawn = drawn(Link::Cut, Some(SECOND));
        assert!(!drawn.contains("<line class=\"line\""));
        assert!(drawn.contains("<line class=\"cut line\" x1=\"50%\"") && drawn.contains("Rupture de série"));
        assert!(drawn.contains("La question a changé"));
    }

    #[test]
    fn what_may_not_be_shown_has_no_dot() {
        assert_eq!(drawn(Link::Compared, None).matches("<circle").count(), 1);
    }
}
