//! The report in columns, for a person; the whole of it is in the JSON.

use arpent_survey::multiplicity::Arrow;
use arpent_survey::plan::{
    ChangeReport, Figure, GapLine, GapReport, MeasureReading, Plan, PopulationReport, Reading, Report,
};
use arpent_texts::{decimal, number, percent};

use crate::texts::Texts;

/// Under which a gap is said to be real: the rate of false discoveries that changes use unless the plan says otherwise.
const REAL: f64 = 0.05;

/// The report.
pub(super) fn text(plan: &Plan, report: &Report, t: Texts) -> String {
    let mut parts = vec![t.survey_title(&report.plan)];
    parts.extend(report.populations.iter().map(|one| population(one, t)));
    parts.push(figures(plan, report, t));
    parts.extend(report.changes.iter().map(|one| changes(plan, one, t)));
    parts.extend(report.gaps.iter().map(|one| gaps(plan, one, t)));
    let more = !(report.breakdowns.is_empty()
        && report.priorities.is_empty()
        && report.drivers.is_empty()
        && report.tests.is_empty()
        && report.areas.is_empty()
        && report.tables.is_empty()
        && report.selections.is_empty());
    parts.extend(more.then(|| t.survey_more().to_owned()));
    parts.join("\n\n")
}

fn population(one: &PopulationReport, t: Texts) -> String {
    let lang = t.lang();
    let used = &one.weighting.used;
    let count = |n: usize| number(lang, i64::try_from(n).unwrap_or(i64::MAX));
    let mut said =
        vec![t.survey_population(decimal(lang, used.deff, 3), decimal(lang, used.n_eff, 0), count(one.n), &one.name)];
    said.extend(
        one.weighting
            .rounds
            .map(|rounds| t.survey_raked(decimal(lang, used.max, 1), decimal(lang, used.min, 1), rounds)),
    );
    said.extend((!one.lonely_strata.is_empty()).then(|| t.survey_lonely(one.lonely_strata.join(", "))));
    said.join("\n")
}

/// How a measure's values are written.
fn is_share(plan: &Plan, measure: &str) -> bool {
    let found = plan.measures.iter().find(|one| one.name == measure);
    found.is_some_and(|one| matches!(one.reading, MeasureReading::Scale { .. } | MeasureReading::Share { .. }))
}

fn value(share: bool, value: f64, t: Texts) -> String {
    if share { percent(t.lang(), value, 1) } else { decimal(t.lang(), value, 2) }
}

fn between(share: bool, low: f64, high: f64, t: Texts) -> String {
    t.survey_between(value(share, high, t), value(share, low, t))
}

fn figures(plan: &Plan, report: &Report, t: Texts) -> String {
    let row = |figure: &Figure| {
        let share = is_share(plan, &figure.measure);
        let [shown, interval, n] = match &figure.reading {
            Reading::Hidden(_) => ["*".to_owned(), String::new(), String::new()],
            Reading::Shown(shown) => {
                let interval = shown.interval.map(|one| between(share, one.low, one.high, t)).unwrap_or_default();
                [value(share, shown.value, t), interval, shown.n.to_string()]
            }
        };
        vec![figure.measure.clone(), figure.population.clone(), figure.item.clone(), shown, interval, n]
    };
    let heads = [t.survey_measure(), t.survey_who(), t.survey_item(), t.survey_value(), t.survey_interval(), "n"];
    let mut out = table(&heads, 3, report.figures.iter().map(row));
    if report.figures.iter().any(|figure| matches!(figure.reading, Reading::Hidden(_))) {
        out.push('\n');
        out.push_str(&t.survey_hidden(report.minimum_count));
    }
    out
}

fn points(value: f64, t: Texts) -> String {
    let sign = if value > 0.0 { "+" } else { "" };
    format!("{sign}{}", decimal(t.lang(), value, 1))
}

fn changes(plan: &Plan, report: &ChangeReport, t: Texts) -> String {
    let heads = [
        t.survey_measure(),
        t.survey_item(),
        t.survey_before(),
        t.survey_after(),
        t.survey_points(),
        t.survey_q(),
        t.survey_verdict(),
    ];
    let rows = report.lines.iter().map(|line| {
        let share = is_share(plan, &line.measure);
        let said = match line.verdict.arrow {
            Arrow::Up => t.survey_up(),
            Arrow::Down => t.survey_down(),
            Arrow::NoDetectableChange => t.survey_still(),
            Arrow::Cut => t.survey_cut(),
        };
        vec![
            line.measure.clone(),
            line.item.clone(),
            value(share, line.before, t),
            value(share, line.after, t),
            points(line.points, t),
            line.q.map(|q| decimal(t.lang(), q, 4)).unwrap_or_default(),
            said.to_owned(),
        ]
    });
    [t.survey_changes(&report.name), table(&heads, 2, rows)].join("\n")
}

fn gaps(plan: &Plan, report: &GapReport, t: Texts) -> String {
    let measure = plan.gaps.iter().find(|one| one.name == report.name).map(|one| one.measure.as_str());
    let share = is_share(plan, measure.unwrap_or_default());
    let heads =
        [t.survey_item(), t.survey_first(), t.survey_second(), t.survey_points(), t.survey_q(), t.survey_verdict()];
    let row = |line: &GapLine| {
        let apart = !(line.interval.low <= 0.0 && line.interval.high >= 0.0);
        let real = line.q.or(line.p).is_some_and(|q| q < REAL) && apart;
        let item = if line.item.is_empty() { t.survey_whole() } else { line.item.as_str() };
        vec![
            item.to_owned(),
            value(share, line.first.0, t),
            value(share, line.second.0, t),
            points(if share { 100.0 * line.gap } else { line.gap }, t),
            line.q.map(|q| decimal(t.lang(), q, 4)).unwrap_or_default(),
            if real { t.survey_apart() } else { t.survey_not_apart() }.to_owned(),
        ]
    };
    let rows = report.lines.iter().chain(&report.pooled).map(row);
    [t.survey_gaps(&report.name), table(&heads, 1, rows)].join("\n")
}

/// Columns: the first ones are words, the others figures; the last one of a sentence is left as it comes.
fn table(heads: &[&str], words: usize, rows: impl Iterator<Item = Vec<String>>) -> String {
    let all: Vec<Vec<String>> =
        std::iter::once(heads.iter().map(|head| (*head).to_owned()).collect()).chain(rows).collect();
    let width = |column: usize| all.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..heads.len()).map(width).collect();
    let line = |row: &Vec<String>| {
        let cell = |(column, text): (usize, &String)| {
            let pad = " ".repeat(widths[column].saturating_sub(text.chars().count()));
            let sentence = column + 1 == heads.len() && heads.last() != Some(&"n");
            if column < words || sentence { format!("{text}{pad}") } else { format!("{pad}{text}") }
        };
        row.iter().enumerate().map(cell).collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    all.iter().map(line).collect::<Vec<_>>().join("\n")
}
