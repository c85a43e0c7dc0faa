//! The cube for statistical programs: one line for each published figure, with its codes, their words and its interval.

use arpent_documents::ddi::{Described, Said};
use arpent_documents::spss::{Code, Datum, Dictionary, Kind, Measure, NotWritten, SavWriter, Variable};
use arpent_texts::Lang;
use jiff::civil::DateTime;

use super::{both, of, said, width};
use crate::domain::cube::{Cell, Cube, Nature, Reading, Withheld};
use crate::domain::question::Aspect;
use crate::texts::Texts;

/// Decimals shown of a share.
const DECIMALS: u8 = 4;

/// Code of an aspect in files.
pub(crate) const fn aspect(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Usage => "usage",
        Aspect::Satisfaction => "satisfaction",
        Aspect::Importance => "importance",
        Aspect::Mirror => "mirror",
        _ => "overall",
    }
}

/// Code of a kind of figure in files.
pub(crate) const fn nature(nature: Nature) -> &'static str {
    match nature {
        Nature::Flow => "flow",
        Nature::Survey => "survey",
        Nature::Quota => "quota",
    }
}

/// Code of what may be read of a figure, and the answers behind it where they may be told.
pub(crate) const fn state(reading: &Reading) -> (&'static str, Option<u64>) {
    match reading {
        Reading::Shown(shown) => ("shown", Some(shown.n)),
        Reading::Counted { n } => ("counted", Some(*n)),
        Reading::Withheld { why: Withheld::TooFew } => ("too_few", None),
        Reading::Withheld { why: Withheld::Protects } => ("protects", None),
        Reading::Withheld { why: Withheld::Pooled } => ("pooled", None),
    }
}

/// A column of codes with their words.
fn codes(name: &str, meaning: fn(Texts) -> &'static str, values: Vec<(String, Said)>) -> Described {
    let bytes = width(values.iter().map(|(code, _)| code.as_str()));
    let mut variable = Variable::new(name, "", Kind::Text { bytes }, Measure::Nominal);
    variable.values = values.iter().map(|(code, _)| (Code::Text(code.clone()), String::new())).collect();
    let values = values.into_iter().map(|(_, words)| words).collect();
    Described { values, ..Described::of(variable, both(|t| meaning(t).to_owned())) }
}

fn number(name: &str, label: Said, decimals: u8) -> Described {
    Described::of(Variable::number(name, "", decimals), label)
}

/// A message that needs no variable.
type Message = fn(Texts) -> &'static str;

fn fixed<const N: usize>(codes: [(&str, Message); N]) -> Vec<(String, Said)> {
    codes.map(|(code, say)| (code.to_owned(), both(|t| say(t).to_owned()))).to_vec()
}

/// The columns, in every language.
pub(crate) fn columns(cube: &Cube) -> Vec<Described> {
    let populations = cube.populations.iter().map(|one| (one.code.clone(), said(&one.name))).collect();
    let services = cube.services.iter().map(|one| (one.code.clone(), said(&one.name))).collect();
    let variables = cube.variables.iter().map(|one| (one.code.clone(), said(&one.name))).collect();
    let mut columns = vec![
        number("wave", both(|t| t.data_wave().to_owned()), 0),
        codes("population", Texts::data_population, populations),
        codes(
            "nature",
            Texts::data_nature,
            fixed([("flow", Texts::nature_flow), ("survey", Texts::nature_survey), ("quota", Texts::nature_quota)]),
        ),
        codes(
            "aspect",
            Texts::data_aspect,
            fixed([
                ("satisfaction", Texts::satisfied),
                ("usage", Texts::measure_usage),
                ("importance", Texts::measure_importance),
                ("mirror", Texts::measure_mirror),
                ("overall", Texts::aspect_overall),
            ]),
        ),
        codes("service", Texts::data_service, services),
        codes("variable", Texts::data_variable, variables),
        codes("group", Texts::data_group, groups(cube)),
        codes(
            "state",
            Texts::data_state,
            fixed([
                ("shown", Texts::state_shown),
                ("counted", Texts::state_counted),
                ("too_few", Texts::withheld_few),
                ("protects", Texts::withheld_protects),
                ("pooled", Texts::withheld_pooled),
            ]),
        ),
        number("n", both(|t| t.data_n().to_owned()), 0),
        number("value", both(|t| t.data_value().to_owned()), DECIMALS),
        number("low", both(|t| t.data_low().to_owned()), DECIMALS),
        number("high", both(|t| t.data_high().to_owned()), DECIMALS),
    ];
    let levels = cube.scale.levels.iter().zip(1..).map(|(level, rank)| {
        let words = |t: Texts| t.data_level(level.label.say(t.lang().code()));
        number(&format!("level_{rank}"), both(words), DECIMALS)
    });
    columns.extend(levels);
    columns.extend([
        number("dont_know", both(|t| t.data_dont_know().to_owned()), DECIMALS),
        number("modelled", both(|t| t.data_modelled().to_owned()), DECIMALS),
        number("modelled_low", both(|t| t.data_modelled_low().to_owned()), DECIMALS),
        number("modelled_high", both(|t| t.data_modelled_high().to_owned()), DECIMALS),
    ]);
    columns
}

/// Categories of all variables; one that two variables name differently has the words of both.
fn groups(cube: &Cube) -> Vec<(String, Said)> {
    let mut all: Vec<(String, Said)> = Vec::new();
    for group in cube.variables.iter().flat_map(|one| &one.groups) {
        let words = said(&group.name);
        match all.iter_mut().find(|(code, _)| *code == group.code) {
            None => all.push((group.code.clone(), words)),
            Some((_, known)) => merge(known, words),
        }
    }
    all
}

fn merge(known: &mut Said, words: Said) {
    for (language, text) in words {
        match known.iter_mut().find(|(other, _)| *other == language) {
            Some((_, before)) if *before != text => *before = [before.as_str(), text.as_str()].join(" / "),
            Some(_) => {}
            None => known.push((language, text)),
        }
    }
}

/// Variables with their words in one language, as a file of SPSS holds them.
pub(super) fn in_words(columns: &[Described], lang: Lang) -> Vec<Variable> {
    let one = |column: &Described| {
        let mut variable = column.variable.clone();
        of(&column.label, lang).clone_into(&mut variable.label);
        for ((_, label), words) in variable.values.iter_mut().zip(&column.values) {
            of(words, lang).clone_into(label);
        }
        variable
    };
    columns.iter().map(one).collect()
}

/// The file, in one language.
///
/// # Errors
/// A code that the format cannot hold.
pub(crate) fn sav(cube: &Cube, lang: Lang, at: DateTime) -> Result<Vec<u8>, NotWritten> {
    let variables = in_words(&columns(cube), lang);
    let dictionary = Dictionary { title: cube.wave.title.clone(), variables, weight: None, cases: None };
    let mut file = SavWriter::new(dictionary, at)?;
    for cell in &cube.cells {
        file.case(&line(cube, cell))?;
    }
    Ok(file.finish())
}

fn line<'a>(cube: &'a Cube, cell: &'a Cell) -> Vec<Datum<'a>> {
    let number = |value: Option<f64>| value.filter(|one| one.is_finite()).map_or(Datum::Nothing, Datum::Number);
    let text = |value: Option<&'a String>| value.map_or(Datum::Nothing, |one| Datum::Text(one.as_str()));
    let (state, n) = state(&cell.reading);
    let shown = cell.reading.shown();
    let interval = shown.and_then(|shown| shown.interval);
    let kind = cube.population(&cell.population).map_or("", |one| nature(one.nature));
    let mut line = vec![
        number(Some(cube.wave.number as f64)),
        Datum::Text(&cell.population),
        Datum::Text(kind),
        Datum::Text(aspect(cell.aspect)),
        Datum::Text(&cell.item),
        text(cell.group.as_ref().map(|group| &group.variable)),
        text(cell.group.as_ref().map(|group| &group.value)),
        Datum::Text(state),
        number(n.map(|n| n as f64)),
        number(shown.map(|shown| shown.value)),
        number(interval.map(|(low, _)| low)),
        number(interval.map(|(_, high)| high)),
    ];
    let share = |rank: usize| shown.and_then(|shown| shown.distribution.get(rank).copied());
    line.extend((0..cube.scale.levels.len()).map(|rank| number(share(rank))));
    line.extend([
        number(shown.and_then(|shown| shown.dont_know)),
        number(cell.modelled.map(|one| one.value)),
        number(cell.modelled.map(|one| one.interval.0)),
        number(cell.modelled.map(|one| one.interval.1)),
    ]);
    line
}
