//! Figures of a page. None can exist without its title, its unit, its source and the table of its values.
//!
//! Labels are text of the page, so they follow the reader's size of letters; only marks are SVG, placed by
//! percentages, so a figure is as good on a phone as on a wide screen.

mod history;
mod matrix;

use askama::Template;

pub use history::{Link, Moment, history};
pub use matrix::{Axes, Spot, matrix};

/// What surrounds the marks of a figure; each part is owed.
#[derive(Debug, Clone)]
pub struct Caption<'a> {
    /// What the figure shows, as a sentence with the finding: "La propreté satisfait moins qu'en 2024".
    pub title: &'a str,
    /// Unit, n and period: "% de réponses satisfaites · n = 812 · mars 2026".
    pub unit: &'a str,
    /// Where the values come from, method included.
    pub source: &'a str,
    /// The values in a sentence, for those who do not see the figure.
    pub sentence: &'a str,
}

/// Words of the language around the figure.
#[derive(Debug, Clone)]
pub struct Words<'a> {
    /// Opens the table: "Voir les chiffres".
    pub table: &'a str,
    /// Precedes the source: "Source :".
    pub source: &'a str,
    /// Heads of the table's columns: what rows are, then each value.
    pub heads: &'a [&'a str],
}

/// A row of a bar figure.
#[derive(Debug, Clone)]
pub struct Bar<'a> {
    /// What is measured.
    pub label: &'a str,
    /// Its length; `None` when it may not be shown.
    pub value: Option<f64>,
    /// The value in words: "61 %", or why it is not shown.
    pub shown: &'a str,
}

/// An estimate with its interval.
#[derive(Debug, Clone, Copy)]
pub struct Estimate<'a> {
    /// The value.
    pub value: f64,
    /// Lower bound of the interval.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
    /// In words: "61 % (57,6 à 64,4)".
    pub shown: &'a str,
}

/// A row of a before and after figure.
#[derive(Debug, Clone)]
pub struct Compared<'a> {
    /// What is measured.
    pub label: &'a str,
    /// The earlier estimate, if there is one.
    pub before: Option<Estimate<'a>>,
    /// The later one.
    pub after: Estimate<'a>,
    /// What may be concluded: "on ne peut pas dire que cela a changé".
    pub verdict: &'a str,
}

/// A row of a stacked figure: parts in the order of the series.
#[derive(Debug, Clone)]
pub struct Stack<'a> {
    /// Who or what is divided.
    pub label: &'a str,
    /// Each part and its words: `(12.0, "12")`.
    pub parts: &'a [(f64, &'a str)],
}

/// A row of a figure with several sides: who judges the same thing, each with the estimate it gives.
#[derive(Debug, Clone)]
pub struct Sides<'a> {
    /// What is judged.
    pub label: &'a str,
    /// In the order of the series; `None` where it may not be shown.
    pub estimates: &'a [Option<Estimate<'a>>],
    /// What may be concluded.
    pub verdict: &'a str,
}

/// A row of a figure of ranks.
#[derive(Debug, Clone)]
pub struct Ranked<'a> {
    /// What is ranked.
    pub label: &'a str,
    /// Its weight.
    pub estimate: Estimate<'a>,
    /// Cannot be told apart from another: drawn in grey.
    pub tied: bool,
    /// Its rank, in words.
    pub note: &'a str,
}

/// The most series a reader tells apart by tone and pattern.
pub const MOST_SERIES: usize = 5;
/// A part smaller than this share (%) carries its number only in the table.
const ROOM_FOR_NUMBER: f64 = 9.0;

/// Shapes of the sides of a figure, in their order.
const SIDES: [&str; 3] = ["dot before", "dot", "square"];
/// Height of one side of a row.
const SIDE_HEIGHT: u8 = 16;

struct Row<'a> {
    label: &'a str,
    shown: String,
    note: &'a str,
    marks: Vec<Mark<'a>>,
}

/// A mark, in percentages of the width of its row.
enum Mark<'a> {
    Bar {
        x: f64,
        width: f64,
        class: &'static str,
    },
    Whisker {
        from: f64,
        to: f64,
        y: u8,
        class: &'static str,
    },
    /// Where one side of a bar begins.
    Edge {
        x: f64,
    },
    Dot {
        x: f64,
        y: u8,
        class: &'static str,
    },
    Square {
        x: f64,
        y: u8,
        class: &'static str,
    },
    Number {
        x: f64,
        text: &'a str,
        class: &'static str,
    },
}

#[derive(Template)]
#[template(path = "figure.html")]
struct Figure<'a> {
    caption: &'a Caption<'a>,
    words: &'a Words<'a>,
    kind: &'static str,
    height: u8,
    legend: Vec<(&'a str, &'static str)>,
    ends: Option<[String; 2]>,
    rows: Vec<Row<'a>>,
    table: Vec<Vec<&'a str>>,
}

/// Horizontal bars; `most` is the end of the scale, the biggest value when absent.
pub fn bars(caption: &Caption, words: &Words, most: Option<f64>, bars: &[Bar]) -> String {
    let biggest = bars.iter().filter_map(|bar| bar.value).fold(0.0, f64::max);
    let scale = Scale { from: 0.0, to: most.unwrap_or(biggest) };
    let row = |bar: &Bar<'_>| scale.mark(bar.value);
    let rows = bars.iter().map(|bar| Row { label: bar.label, shown: bar.shown.to_owned(), note: "", marks: row(bar) });
    let table = bars.iter().map(|bar| vec![bar.label, bar.shown]).collect();
    Figure { caption, words, kind: "bars", height: 16, legend: Vec::new(), ends: None, rows: rows.collect(), table }
        .to_string()
}

/// Dots with their interval, before and after, on a scale written at both ends.
pub fn intervals<'a>(
    caption: &Caption,
    words: &Words,
    scale: (f64, f64),
    ends: [&str; 2],
    series: [&'a str; 2],
    rows: &[Compared<'a>],
) -> String {
    let scale = Scale { from: scale.0, to: scale.1 };
    let row = |row: &Compared<'a>| Row {
        label: row.label,
        shown: row.after.shown.to_owned(),
        note: row.verdict,
        marks: scale.compared(row),
    };
    let before = |row: &Compared<'a>| row.before.map_or("–", |estimate| estimate.shown);
    let table = rows.iter().map(|row| vec![row.label, before(row), row.after.shown, row.verdict]).collect();
    let legend = vec![(series[0], "dot before"), (series[1], "dot")];
    let ends = Some(ends.map(str::to_owned));
    Figure { caption, words, kind: "intervals", height: 36, legend, ends, rows: rows.iter().map(row).collect(), table }
        .to_string()
}

/// One row for each thing judged, with the estimates of up to three sides under one another, told apart by their shape.
pub fn sides<'a>(
    caption: &Caption,
    words: &Words,
    scale: (f64, f64),
    ends: [&str; 2],
    series: &[&'a str],
    rows: &[Sides<'a>],
) -> String {
    let scale = Scale { from: scale.0, to: scale.1 };
    // One side has room for its value in words beside it.
    let beside = |estimates: &[Option<Estimate<'a>>]| match estimates {
        [Some(only)] => only.shown.to_owned(),
        _ => String::new(),
    };
    let row = |row: &Sides<'a>| Row {
        label: row.label,
        shown: beside(row.estimates),
        note: row.verdict,
        marks: scale.sides(row.estimates),
    };
    let shown = |estimate: &Option<Estimate<'a>>| estimate.map_or("–", |estimate| estimate.shown);
    let line = |row: &Sides<'a>| {
        let values = row.estimates.iter().map(shown);
        std::iter::once(row.label).chain(values).chain([row.verdict]).collect()
    };
    let legend = series.iter().zip(SIDES).map(|(name, class)| (*name, class)).collect();
    let (table, rows) = (rows.iter().map(line).collect(), rows.iter().map(row).collect());
    let height = SIDE_HEIGHT * u8::try_from(series.len().min(SIDES.len())).unwrap_or(1);
    let ends = Some(ends.map(str::to_owned));
    Figure { caption, words, kind: "intervals abreast", height, legend, ends, rows, table }.to_string()
}

/// Weights with their interval, what cannot be told apart in grey.
pub fn ranked<'a>(
    caption: &Caption,
    words: &Words,
    most: f64,
    ends: [&str; 2],
    legend: [&'a str; 2],
    rows: &[Ranked<'a>],
) -> String {
    let scale = Scale { from: 0.0, to: most };
    let row = |row: &Ranked<'a>| {
        let (whisker, dot) = if row.tied { ("whisker tied", "dot tied") } else { ("whisker", "dot") };
        let Estimate { value, low, high, shown } = row.estimate;
        let (from, to) = (scale.at(low), scale.at(high));
        let marks = vec![
            Mark::Whisker { from, to, y: 12, class: whisker },
            Mark::Dot { x: scale.at(value), y: 12, class: dot },
        ];
        Row { label: row.label, shown: shown.to_owned(), note: row.note, marks }
    };
    let table = rows.iter().map(|row| vec![row.label, row.estimate.shown, row.note]).collect();
    let legend = vec![(legend[0], "dot"), (legend[1], "dot tied")];
    let ends = Some(ends.map(str::to_owned));
    Figure { caption, words, kind: "intervals", height: 24, legend, ends, rows: rows.iter().map(row).collect(), table }
        .to_string()
}

/// Answers on an ordered scale, the worst first. The levels from `good_from` on are of the other colour, and a line
/// parts the two.
pub fn levels<'a>(
    caption: &Caption,
    words: &Words,
    levels: &[&'a str],
    good_from: usize,
    stacks: &[Stack<'a>],
) -> String {
    let class = |index| level_class(index, levels.len(), good_from);
    let row = |stack: &Stack<'a>| {
        let mut marks = parts(stack, class);
        let edge = marks.iter().filter_map(|mark| match mark {
            Mark::Bar { x, .. } => Some(*x),
            _ => None,
        });
        marks.extend(edge.skip(good_from).take(1).map(|x| Mark::Edge { x }).collect::<Vec<_>>());
        Row { label: stack.label, shown: String::new(), note: "", marks }
    };
    let legend = levels.iter().enumerate().map(|(index, name)| (*name, class(index))).collect();
    let (rows, table) = (stacks.iter().map(row).collect(), stacks.iter().map(line).collect());
    Figure { caption, words, kind: "stacked", height: 28, legend, ends: None, rows, table }.to_string()
}

fn line<'a>(stack: &Stack<'a>) -> Vec<&'a str> {
    std::iter::once(stack.label).chain(stack.parts.iter().map(|part| part.1)).collect()
}

/// Bars divided by series (capacities, answers), each told apart by tone, pattern and number. Series beyond
/// [`MOST_SERIES`] share the last tone.
pub fn stacked<'a>(caption: &Caption, words: &Words, series: &[&'a str], stacks: &[Stack<'a>]) -> String {
    let row = |stack: &Stack<'a>| Row {
        label: stack.label,
        shown: String::new(),
        note: "",
        marks: parts(stack, series_class),
    };
    let legend = series.iter().enumerate().map(|(index, name)| (*name, series_class(index))).collect();
    let (rows, table) = (stacks.iter().map(row).collect(), stacks.iter().map(line).collect());
    Figure { caption, words, kind: "stacked", height: 28, legend, ends: None, rows, table }.to_string()
}

struct Scale {
    from: f64,
    to: f64,
}

impl Scale {
    fn at(&self, value: f64) -> f64 {
        let span = self.to - self.from;
        if span > 0.0 { rounded(((value - self.from) / span * 100.0).clamp(0.0, 100.0)) } else { 0.0 }
    }

    fn mark<'a>(&self, value: Option<f64>) -> Vec<Mark<'a>> {
        let track = Mark::Bar { x: 0.0, width: 100.0, class: "track" };
        let bar = value.map(|value| Mark::Bar { x: 0.0, width: self.at(value), class: "bar" });
        std::iter::once(track).chain(bar).collect()
    }

    fn compared<'a>(&self, row: &Compared<'a>) -> Vec<Mark<'a>> {
        let estimate = |estimate: Estimate<'a>, y, whisker, dot| {
            let (from, to) = (self.at(estimate.low), self.at(estimate.high));
            [Mark::Whisker { from, to, y, class: whisker }, Mark::Dot { x: self.at(estimate.value), y, class: dot }]
        };
        let before = row.before.map(|before| estimate(before, 10, "whisker before", "dot before"));
        before.into_iter().flatten().chain(estimate(row.after, 26, "whisker", "dot")).collect()
    }

    fn sides<'a>(&self, estimates: &[Option<Estimate<'a>>]) -> Vec<Mark<'a>> {
        let values = || estimates.iter().flatten().map(|estimate| self.at(estimate.value));
        let (least, most) = (values().fold(100.0, f64::min), values().fold(0.0, f64::max));
        let mut marks = vec![Mark::Bar { x: least, width: rounded((most - least).max(0.0)), class: "between" }];
        for ((estimate, class), place) in estimates.iter().zip(SIDES).zip(0_u8..) {
            let Some(Estimate { value, low, high, .. }) = *estimate else { continue };
            let (x, y) = (self.at(value), SIDE_HEIGHT * place + SIDE_HEIGHT / 2);
            marks.push(Mark::Whisker { from: self.at(low), to: self.at(high), y, class: "whisker" });
            marks.push(if class == "square" { Mark::Square { x, y, class } } else { Mark::Dot { x, y, class } });
        }
        marks
    }
}

fn parts<'a>(stack: &Stack<'a>, class: impl Fn(usize) -> &'static str) -> Vec<Mark<'a>> {
    let total: f64 = stack.parts.iter().map(|part| part.0).sum();
    let mut marks = Vec::new();
    let mut x = 0.0;
    for (index, (value, text)) in stack.parts.iter().enumerate() {
        let width = if total > 0.0 { rounded(value / total * 100.0) } else { 0.0 };
        marks.push(Mark::Bar { x, width, class: class(index) });
        if width >= ROOM_FOR_NUMBER {
            marks.push(Mark::Number { x: rounded(x + width / 2.0), text, class: class(index) });
        }
        x = rounded(x + width);
    }
    marks
}

/// A hundredth of a percent is finer than a screen shows.
fn rounded(percentage: f64) -> f64 {
    (percentage * 100.0).round() / 100.0
}

fn series_class(index: usize) -> &'static str {
    ["s1", "s2", "s3", "s4", "s5"][index.min(MOST_SERIES - 1)]
}

/// From the worst to the best, with one tone for what stands in the middle of an odd scale.
fn level_class(index: usize, count: usize, good_from: usize) -> &'static str {
    match index {
        _ if count % 2 == 1 && index == count / 2 && index < good_from => "n0",
        0 if good_from > 0 => "n2",
        _ if index + 1 == count => "p2",
        _ if index < good_from => "n1",
        _ => "p1",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CAPTION: Caption = Caption {
        title: "La propreté satisfait",
        unit: "% · n = 812",
        source: "Baromètre, mars 2026",
        sentence: "Propreté : 61 %.",
    };
    const WORDS: Words = Words { table: "Voir les chiffres", source: "Source :", heads: &["Service", "Part"] };

    fn one(value: Option<f64>) -> String {
        bars(&CAPTION, &WORDS, Some(100.0), &[Bar { label: "Propreté <urbaine>", value, shown: "61 %" }])
    }

    #[test]
    fn a_figure_carries_title_unit_source_sentence_and_table() {
        let drawn = one(Some(61.0));
        for part in [CAPTION.title, CAPTION.unit, CAPTION.source, CAPTION.sentence, "<table", "<th scope=\"row\">"] {
            assert!(drawn.contains(part), "{part} is missing");
        }
    }

    #[test]
    fn a_bar_is_as_long_as_its_share_of_the_scale() {
        assert!(one(Some(61.0)).contains("class=\"bar\" x=\"0%\" width=\"61%\""));
        assert!(one(Some(250.0)).contains("class=\"bar\" x=\"0%\" width=\"100%\""));
    }

    #[test]
    fn a_value_that_may_not_be_shown_draws_no_bar() {
        assert!(!one(None).contains("class=\"bar\""));
    }

    #[test]
    fn words_of_people_are_escaped_and_no_style_is_inline() {
        let drawn = one(Some(61.0));
        assert!(!drawn.contains("<urbaine>") && !drawn.contains("style="));
    }

    #[test]
    fn parts_fill_the_width() {
        let stack = Stack { label: "Retenues", parts: &[(3.0, "3"), (1.0, "1")] };
        let drawn = stacked(&CAPTION, &WORDS, &["Usagers", "Agents"], &[stack]);
        assert!(drawn.contains("x=\"0%\" width=\"75%\"") && drawn.contains("x=\"75%\" width=\"25%\""));
    }

    #[test]
    fn before_and_after_keep_their_bounds_and_their_verdict() {
        let estimate = |value, shown| Estimate { value, low: value - 3.0, high: value + 3.0, shown };
        let row = Compared {
            label: "Propreté",
            before: Some(estimate(60.0, "60 %")),
            after: estimate(61.0, "61 %"),
            verdict: "on ne peut pas dire que cela a changé",
        };
        let drawn = intervals(&CAPTION, &WORDS, (0.0, 100.0), ["0 %", "100 %"], ["2024", "2026"], &[row]);
        assert!(drawn.contains("x1=\"58%\" x2=\"64%\"") && drawn.contains("on ne peut pas dire"));
    }

    #[test]
    fn an_ordered_scale_goes_from_one_colour_to_the_other_and_says_where() {
        let four: Vec<&str> = (0..4).map(|index| level_class(index, 4, 2)).collect();
        assert_eq!(four, ["n2", "n1", "p1", "p2"]);
        let five: Vec<&str> = (0..5).map(|index| level_class(index, 5, 3)).collect();
        assert_eq!(five, ["n2", "n1", "n0", "p1", "p2"]);
        let smileys: Vec<&str> = (0..3).map(|index| level_class(index, 3, 2)).collect();
        assert_eq!(smileys, ["n2", "n0", "p2"]);
        let stack = Stack { label: "Piscine", parts: &[(10.0, "10"), (20.0, "20"), (30.0, "30"), (40.0, "40")] };
        let drawn = levels(&CAPTION, &WORDS, &["--", "-", "+", "++"], 2, &[stack]);
        assert!(drawn.contains("<line class=\"edge\" x1=\"30%\""), "the line between the two sides");
    }

    #[test]
    fn each_side_of_a_row_has_its_shape_and_what_is_hidden_has_none() {
        let estimate = |value, shown| Some(Estimate { value, low: value - 2.0, high: value + 2.0, shown });
        let estimates = [estimate(50.0, "50 %"), None, estimate(80.0, "80 %")];
        let row = Sides { label: "Habitat", estimates: &estimates, verdict: "Les élus jugent mieux" };
        let drawn = sides(&CAPTION, &WORDS, (0.0, 100.0), ["0", "100"], &["Usagers", "Agents", "Élus"], &[row]);
        assert!(drawn.contains("x=\"50%\" width=\"30%\""), "what lies between them");
        assert!(drawn.contains("<rect class=\"square\" x=\"80%\"") && drawn.contains("<td>–</td>"));
    }

    #[test]
    fn what_cannot_be_told_apart_is_grey() {
        let estimate = Estimate { value: 20.0, low: 10.0, high: 30.0, shown: "20 %" };
        let row = Ranked { label: "Eau", estimate, tied: true, note: "rang 1 à 3" };
        let drawn = ranked(&CAPTION, &WORDS, 40.0, ["0 %", "40 %"], ["Se distingue", "À égalité"], &[row]);
        assert!(drawn.contains("dot tied\" cx=\"50%\"") && drawn.contains("x1=\"25%\" x2=\"75%\""));
    }
}
