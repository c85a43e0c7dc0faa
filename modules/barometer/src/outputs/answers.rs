//! The answers of a population for statistical programs: questions, codes, words, missing codes, weight. Never where nor in
//! which week, nor anything that tells an answer from another.

use arpent_documents::ddi::{Described, Said};
use arpent_documents::spss::{
    Code, Datum, Dictionary, Kind as Column, Measure, NotWritten, SavWriter, Variable, fit_names,
};
use arpent_texts::Lang;
use jiff::civil::DateTime;

use super::{both, figures, said, width};
use crate::domain::answer::Reply;
use crate::domain::protocol::{Frame, Population, Protocol, Scale};
use crate::domain::question::{Kind, Question};
use crate::domain::wave::Mode;
use crate::store::answers::AnswerRow;

/// What a column holds of an answer.
enum Held<'a> {
    /// The number given to a question.
    Number(&'a Question),
    /// The code chosen.
    Chosen(&'a Question),
    /// Whether this choice is among those ticked.
    Ticked(&'a Question, &'a str),
    /// How the answer came.
    Mode,
    /// Its stratum.
    Stratum,
    /// Its weight.
    Weight,
}

type Columns<'a> = Vec<(Held<'a>, Described)>;

fn described(kind: Column, measure: Measure, label: Said) -> Described {
    Described::of(Variable::new("", "", kind, measure), label)
}

fn words(label: Said, values: Vec<(Code, Said)>, measure: Measure) -> Described {
    let texts = values.iter().filter_map(|(code, _)| match code {
        Code::Text(text) => Some(text.as_str()),
        Code::Number(_) => None,
    });
    let kind = if matches!(values.first(), Some((Code::Text(_), _))) {
        Column::Text { bytes: width(texts) }
    } else {
        Column::Number { decimals: 0 }
    };
    let mut column = described(kind, measure, label);
    column.variable.values = values.iter().map(|(code, _)| (code.clone(), String::new())).collect();
    column.values = values.into_iter().map(|(_, words)| words).collect();
    column
}

fn levels(scale: &Scale) -> Vec<(Code, Said)> {
    let all = scale.levels.iter().chain(&scale.does_not_know);
    all.map(|level| (Code::Number(level.value as f64), said(&level.label))).collect()
}

fn yes_no() -> Vec<(Code, Said)> {
    let yes = (Code::Number(1.0), both(|t| t.answer_yes().to_owned()));
    vec![yes, (Code::Number(0.0), both(|t| t.answer_no().to_owned()))]
}

fn numbers(label: Said, (min, max): (i64, i64), ends: [&Said; 2]) -> Described {
    let values = [(min, ends[0]), (max, ends[1])].into_iter().filter(|(_, words)| !words.is_empty());
    let values = values.map(|(n, words)| (Code::Number(n as f64), words.clone())).collect();
    let mut column = words(label, values, Measure::Scale);
    column.range = Some((min as f64, max as f64));
    column
}

/// Columns of a question; words that people wrote are not answers.
fn of_question<'a>(protocol: &Protocol, question: &'a Question) -> Columns<'a> {
    let label = said(&question.wording);
    let mut columns: Columns<'a> = match &question.kind {
        Kind::Scale => {
            let mut column = words(label, levels(&protocol.scale), Measure::Ordinal);
            column.variable.missing = protocol.scale.does_not_know.iter().map(|level| level.value as f64).collect();
            vec![(Held::Number(question), column)]
        }
        Kind::YesNo => vec![(Held::Number(question), words(label, yes_no(), Measure::Nominal))],
        Kind::Number { min, max, low, high } => {
            vec![(Held::Number(question), numbers(label, (*min, *max), [&said(low), &said(high)]))]
        }
        Kind::Percent => vec![(Held::Number(question), numbers(label, (0, 100), [&Vec::new(), &Vec::new()]))],
        Kind::Choice { choices } => {
            let values = choices.iter().map(|one| (Code::Text(one.code.clone()), said(&one.label))).collect();
            vec![(Held::Chosen(question), words(label, values, Measure::Nominal))]
        }
        Kind::Choices { choices } => {
            let ticked = choices.iter().map(|one| (Held::Ticked(question, &one.code), said(&one.label)));
            ticked.map(|(held, label)| (held, words(label, yes_no(), Measure::Nominal))).collect()
        }
        Kind::Text { .. } => Vec::new(),
    };
    let asked = [said(&question.wording), said(&question.easy)].into_iter().filter(|one| !one.is_empty());
    let asked: Vec<Said> = asked.collect();
    for (held, column) in &mut columns {
        column.variable.name = match held {
            Held::Ticked(_, code) => [question.code.as_str(), code].join("_"),
            _ => question.code.clone(),
        };
        column.question.clone_from(&asked);
        let condition = question.show_if.as_ref();
        column.asked_when = condition
            .map(|one| both(|t| t.ddi_asked_when(one.is.join(", "), one.question.as_str())))
            .into_iter()
            .collect();
    }
    columns
}

fn columns<'a>(protocol: &'a Protocol, population: &'a Population, weighted: bool) -> Columns<'a> {
    let mut columns: Columns<'a> =
        protocol.asked(&population.code).flat_map(|question| of_question(protocol, question)).collect();
    let modes = Mode::ALL.iter().map(|mode| {
        let key = format!("result-mode-{}", mode.code());
        (Code::Text(mode.code().to_owned()), both(|t| t.say(&key).unwrap_or_default().to_owned()))
    });
    let mut add = |held, name: &str, mut column: Described| {
        name.clone_into(&mut column.variable.name);
        columns.push((held, column));
    };
    add(Held::Mode, "mode", words(both(|t| t.method_modes().to_owned()), modes.collect(), Measure::Nominal));
    if let Frame::Survey { strata, .. } = &population.frame
        && !strata.is_empty()
    {
        let french = |name: &str| vec![("fr".to_owned(), name.to_owned())];
        let values = strata.iter().map(|one| (Code::Text(one.code.clone()), french(&one.name))).collect();
        add(Held::Stratum, "stratum", words(both(|t| t.variable_stratum().to_owned()), values, Measure::Nominal));
    }
    if weighted {
        let label = both(|t| t.ddi_weight().to_owned());
        let mut weight = described(Column::Number { decimals: 6 }, Measure::Scale, label);
        weight.weights = true;
        add(Held::Weight, "weight", weight);
    }
    let names: Vec<String> = columns.iter().map(|(_, one)| one.variable.name.clone()).collect();
    columns.iter_mut().zip(fit_names(&names)).for_each(|((_, one), name)| one.variable.name = name);
    columns
}

/// Whether the answers of a population are weighted.
pub(super) const fn weighted(population: &Population) -> bool {
    matches!(population.frame, Frame::Survey { .. })
}

/// What the file of a population holds, in every language.
pub(super) fn variables(protocol: &Protocol, population: &Population) -> Vec<Described> {
    columns(protocol, population, weighted(population)).into_iter().map(|(_, column)| column).collect()
}

fn datum<'a>(held: &Held<'_>, row: &'a AnswerRow, weight: Option<f64>) -> Datum<'a> {
    let reply = |question: &Question| row.replies.0.get(&question.code);
    match held {
        Held::Number(question) => match reply(question) {
            Some(Reply::Number(number)) => Datum::Number(*number as f64),
            _ => Datum::Nothing,
        },
        Held::Chosen(question) => match reply(question) {
            Some(Reply::Text(code)) => Datum::Text(code),
            _ => Datum::Nothing,
        },
        Held::Ticked(question, code) => match reply(question) {
            Some(Reply::Many(codes)) => Datum::Number(f64::from(u8::from(codes.iter().any(|one| one == code)))),
            _ => Datum::Nothing,
        },
        Held::Mode => Datum::Text(row.mode.code()),
        Held::Stratum => row.stratum.as_deref().map_or(Datum::Nothing, Datum::Text),
        Held::Weight => weight.map_or(Datum::Nothing, Datum::Number),
    }
}

/// The file of a population: its answers in the order they are given, with as many weights where it is weighted.
///
/// # Errors
/// A code that the format cannot hold.
pub(super) fn sav(
    protocol: &Protocol,
    population: &Population,
    rows: &[&AnswerRow],
    weights: Option<&[f64]>,
    (title, lang, at): (&str, Lang, DateTime),
) -> Result<Vec<u8>, NotWritten> {
    let columns = columns(protocol, population, weights.is_some());
    let (held, columns): (Vec<Held<'_>>, Vec<Described>) = columns.into_iter().unzip();
    let dictionary = Dictionary {
        title: title.to_owned(),
        variables: figures::in_words(&columns, lang),
        weight: columns.iter().position(|column| column.weights),
        cases: None,
    };
    let mut file = SavWriter::new(dictionary, at)?;
    for (place, row) in rows.iter().enumerate() {
        let weight = weights.and_then(|weights| weights.get(place).copied());
        let case: Vec<Datum<'_>> = held.iter().map(|held| datum(held, row, weight)).collect();
        file.case(&case)?;
    }
    Ok(file.finish())
}

/// The name of the file of a population.
pub(super) fn file_name(population: &str) -> String {
    format!("reponses-{population}.sav")
}
