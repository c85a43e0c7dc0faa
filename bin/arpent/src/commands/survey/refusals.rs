//! What the engine refuses, in words: which table, which line of its file, and what to do.

use arpent_survey::Error;
use arpent_survey::plan::Refusal;
use arpent_texts::{decimal, number};

use super::given::Given;
use crate::texts::Texts;

/// The line of a file behind a row of its table.
fn line(given: &Given, table: &str, row: usize) -> i64 {
    let found = given.files.get(table).and_then(|(lines, _)| lines.get(row));
    found.and_then(|line| i64::try_from(*line).ok()).unwrap_or_else(|| i64::try_from(row).unwrap_or(i64::MAX) + 2)
}

/// The refusal as a sentence.
pub(super) fn sentence(refusal: &Refusal, given: &Given, t: Texts) -> String {
    let lang = t.lang();
    match refusal {
        Refusal::Version(version) => t.survey_says_version(*version),
        Refusal::Range { place, value } => t.survey_says_range(place, decimal(lang, *value, 3)),
        Refusal::NamedTwice(name) => t.survey_says_twice(name),
        Refusal::Unknown { place, name } => t.survey_says_unknown(name, place),
        Refusal::MeasureKind { place, measure } => t.survey_says_measure(measure, place),
        Refusal::Volunteers { place, population } => t.survey_says_volunteers(place, population),
        Refusal::Table(table) => t.survey_says_table(table),
        Refusal::Column { table, column } => {
            let columns = given.files.get(table).map(|(_, columns)| columns.join(" · ")).unwrap_or_default();
            t.survey_says_column(column, columns, table)
        }
        Refusal::NotANumber { table, column, row, text } => {
            t.survey_says_not_a_number(column, line(given, table, *row), table, text)
        }
        Refusal::Missing { table, column, row } => t.survey_says_missing(column, line(given, table, *row), table),
        Refusal::Weight { table, column, row, weight } => {
            t.survey_says_weight(column, line(given, table, *row), table, weight.to_string())
        }
        Refusal::EmptyPopulation(population) => t.survey_says_nobody(population),
        Refusal::MarginYear { table, expected, found } => {
            t.survey_says_year(expected.to_string(), found.to_string(), table)
        }
        Refusal::Weighting { population, error, rows } => {
            let table = given.plan.populations.iter().find(|one| one.name == *population).map(|one| one.table.as_str());
            let at = |unit: usize| line(given, table.unwrap_or_default(), rows.get(unit).copied().unwrap_or(unit));
            let said = weighting(error, &at, t);
            t.survey_says_weighting(population, said)
        }
        Refusal::OffScale { table, column, row, value, scale } => {
            t.survey_says_off_scale(column, line(given, table, *row), scale, table, value.to_string())
        }
        Refusal::Scale(scale) => t.survey_says_scale(scale),
        Refusal::Estimation { place, error } => t.survey_says_stopped(place, error.to_string()),
        Refusal::Test { place, error } => t.survey_says_stopped(place, error.to_string()),
        Refusal::Model { place, error } => t.survey_says_stopped(place, error.to_string()),
        Refusal::Areas { place, error } => t.survey_says_stopped(place, error.to_string()),
        Refusal::Disclosure { place, error } => t.survey_says_stopped(place, error.to_string()),
    }
}

/// People, whole where they are.
#[expect(clippy::cast_possible_truncation, reason = "whole and far from the limits of an integer")]
fn people(t: Texts, count: f64) -> String {
    if count.fract() == 0.0 && count.abs() < 1e15 {
        number(t.lang(), count as i64)
    } else {
        decimal(t.lang(), count, 2)
    }
}

fn weighting(error: &Error, at: &impl Fn(usize) -> i64, t: Texts) -> String {
    match error {
        Error::UnequalMargins { first, first_total, second, second_total } => {
            t.survey_says_unequal(first, people(t, *first_total), second, people(t, *second_total))
        }
        Error::EmptyCategory { margin, category, target, merge_with: Some(other) } => {
            t.survey_says_empty_merge(category, margin, other, people(t, *target))
        }
        Error::EmptyCategory { margin, category, target, merge_with: None } => {
            t.survey_says_empty(category, margin, people(t, *target))
        }
        Error::UnexpectedCategory { margin, category, answers } => t.survey_says_unexpected(*answers, category, margin),
        Error::MissingMargin { margin, units, first } => t.survey_says_no_margin(at(*first), margin, *units),
        Error::Weight { unit, weight } => t.survey_says_unit_weight(at(*unit), weight.to_string()),
        Error::NoConvergence { margin, category, .. } => t.survey_says_unsettled(category, margin),
        Error::PopulationTooSmall { sampled, population, .. } => {
            t.survey_says_too_many(people(t, *population), *sampled)
        }
        Error::Trimming { .. } => t.survey_says_trimming().to_owned(),
        other => other.to_string(),
    }
}
