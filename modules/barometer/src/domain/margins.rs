//! Margins read from a table `variable, modalite, effectif`: known totals that weighted answers must meet.

use std::collections::BTreeMap;

use super::protocol::{MarginCell, MarginTable, Protocol};
use super::question::{Aspect, Choice, Kind, Question};
use super::wording::Wording;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// Which question of profile.
    Variable,
    /// Which choice.
    Category,
    /// How many people.
    Total,
}

impl Column {
    /// Every one, in the order of the usual file.
    pub const ALL: [Self; 3] = [Self::Variable, Self::Category, Self::Total];

    /// Words by which files call it, without accents or capitals.
    const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Variable => &["variable", "critere", "margin", "dimension"],
            Self::Category => &["modalite", "categorie", "category", "code", "level"],
            Self::Total => &["effectif", "total", "population", "count", "n"],
        }
    }

    /// The column of a file that holds it, by its name.
    pub fn find(self, headers: &[String]) -> Option<usize> {
        headers.iter().position(|header| self.names().contains(&&*arpent_commons::domain::initiative::slug(header)))
    }
}

/// Why a line cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The cell is empty.
    Empty,
    /// Not a number of people.
    NotANumber,
    /// A variable's name cannot be the code of a question.
    BadCode,
    /// The same category was counted on another line.
    Twice,
    /// The line has not as many cells as the header, or cannot be read at all.
    Unreadable,
}

/// A line that cannot be used, with the cell to mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineFault {
    /// The line its owner sees, counted from 1 and including the header.
    pub line: u64,
    /// The column.
    pub column: Column,
    /// What is wrong.
    pub reason: Reason,
    /// What the cell holds.
    pub cell: String,
}

/// Margins as read: variable, then category with its total, in the order of the file.
pub type Read = Vec<(String, Vec<MarginCell>)>;

/// Reads lines of cells in the order of [`Column::ALL`].
///
/// # Errors
/// Every line that cannot be used.
pub fn read<'a>(lines: impl Iterator<Item = (u64, [&'a str; 3])>) -> Result<Read, Vec<LineFault>> {
    let (mut read, mut faults) = (Read::new(), Vec::new());
    for (line, cells) in lines {
        match one(cells, &read) {
            Ok((variable, cell)) => match read.iter_mut().find(|(name, _)| *name == variable) {
                Some((_, categories)) => categories.push(cell),
                None => read.push((variable, vec![cell])),
            },
            Err((column, reason)) => {
                let cell = cells[Column::ALL.iter().position(|one| *one == column).unwrap_or(0)].to_owned();
                faults.push(LineFault { line, column, reason, cell });
            }
        }
    }
    if faults.is_empty() { Ok(read) } else { Err(faults) }
}

fn one(cells: [&str; 3], read: &Read) -> Result<(String, MarginCell), (Column, Reason)> {
    let [variable, category, total] = cells.map(str::trim);
    let sound = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
    let empty = Column::ALL.into_iter().zip([variable, category, total]).find(|(_, cell)| cell.is_empty());
    if let Some((column, _)) = empty {
        return Err((column, Reason::Empty));
    }
    if !variable.chars().all(sound) {
        return Err((Column::Variable, Reason::BadCode));
    }
    let known = read.iter().find(|(name, _)| name == variable);
    if known.is_some_and(|(_, cells)| cells.iter().any(|cell| cell.code == category)) {
        return Err((Column::Category, Reason::Twice));
    }
    let total = people(total).ok_or((Column::Total, Reason::NotANumber))?;
    Ok((variable.to_owned(), MarginCell { code: category.to_owned(), total }))
}

/// A number of people, as tables of France write it: spaces between thousands, a comma for decimals (census totals are
/// weighted and have some). Nobody is not a margin: no weight could meet it.
fn people(typed: &str) -> Option<f64> {
    let plain: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let number: f64 = plain.replace(',', ".").parse().ok()?;
    (number.is_finite() && number > 0.0).then_some(number)
}

/// Whose margins, counted by whom, and when.
#[derive(Debug, Clone)]
pub struct Origin {
    /// The population's code.
    pub population: String,
    /// Table and publisher.
    pub source: String,
    /// The year counted.
    pub year: i16,
}

/// Puts margins in a protocol, in place of those of the same variables. A variable that no question asks becomes a
/// question of profile; a choice the question does not offer is added to it. `names` says communes by INSEE code.
pub fn put(protocol: &mut Protocol, read: Read, origin: &Origin, names: &BTreeMap<String, String>) {
    for (variable, cells) in read {
        offer(protocol, &variable, &cells, origin, names);
        protocol.margins.retain(|one| one.population != origin.population || one.variable != variable);
        protocol.margins.push(MarginTable {
            variable,
            population: origin.population.clone(),
            source: origin.source.clone(),
            year: origin.year,
            cells,
        });
    }
}

fn offer(
    protocol: &mut Protocol,
    variable: &str,
    cells: &[MarginCell],
    origin: &Origin,
    names: &BTreeMap<String, String>,
) {
    let choice = |cell: &MarginCell| Choice { code: cell.code.clone(), label: label(&cell.code, names) };
    if let Some(question) = protocol.questions.iter_mut().find(|question| question.code == variable) {
        if let Kind::Choice { choices } | Kind::Choices { choices } = &mut question.kind {
            let absent = |cell: &&MarginCell| !choices.iter().any(|one| one.code == cell.code);
            let added: Vec<Choice> = cells.iter().filter(absent).map(choice).collect();
            choices.extend(added);
        }
        return;
    }
    let question = profile(variable, cells.iter().map(choice).collect(), &origin.population);
    // Free words come last: a profile is asked before them.
    let comments = protocol.questions.iter().rev().take_while(|one| one.aspect == Aspect::Comment).count();
    protocol.questions.insert(protocol.questions.len() - comments, question);
}

fn profile(variable: &str, mut choices: Vec<Choice>, population: &str) -> Question {
    // Communes are looked for by name; the order of other categories is the census's own.
    if choices.iter().all(|choice| is_commune(&choice.code)) {
        choices.sort_by_key(|choice| arpent_commons::domain::initiative::slug(choice.label.say("fr")));
    }
    Question {
        code: variable.to_owned(),
        kind: Kind::Choice { choices },
        aspect: Aspect::Profile,
        service: None,
        asked_to: vec![population.to_owned()],
        wording: Wording::french(sentence(variable)),
        easy: Wording::default(),
        hint: Wording::default(),
        required: false,
        show_if: None,
    }
}

/// INSEE codes of communes: five digits, `2A` and `2B` in Corsica.
fn is_commune(code: &str) -> bool {
    code.len() == 5 && code.chars().enumerate().all(|(at, c)| c.is_ascii_digit() || (at == 1 && matches!(c, 'A' | 'B')))
}

fn label(code: &str, names: &BTreeMap<String, String>) -> Wording {
    Wording::french(names.get(code).cloned().unwrap_or_else(|| sentence(code)))
}

/// `artisan_chef` as words to start from: "Artisan chef".
fn sentence(code: &str) -> String {
    let words = code.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::template;

    fn origin() -> Origin {
        Origin { population: template::USERS.to_owned(), source: "Recensement".to_owned(), year: 2022 }
    }

    #[test]
    fn categories_become_the_choices_of_a_question_nobody_had_asked() {
        let mut protocol = template::protocol(&template::example_services());
        let lines = [(2, ["commune", "38563", "20 512"]), (3, ["commune", "38239", "7852,5"])];
        let names = BTreeMap::from([("38563".to_owned(), "Voiron".to_owned())]);
        put(&mut protocol, read(lines.into_iter()).expect("read"), &origin(), &names);
        let question = protocol.question("commune").expect("a question");
        assert_eq!(question.choices()[1].label.say("fr"), "Voiron");
        assert_eq!(question.asked_to, [template::USERS]);
        assert_eq!(protocol.questions.last().map(|one| one.aspect), Some(Aspect::Comment), "free words stay last");
        assert!((protocol.margins[0].cells[1].total - 7852.5).abs() < 1e-9);
        assert_eq!(protocol.faults(), []);
    }

    #[test]
    fn each_line_that_is_wrong_is_named_with_its_column() {
        let lines = [
            (2, ["sexe", "F", "100"]),
            (3, ["sexe", "F", "100"]),
            (4, ["sexe", "", "100"]),
            (5, ["Sexe", "H", "100"]),
            (6, ["sexe", "H", "beaucoup"]),
            (7, ["sexe", "H", "0"]),
        ];
        let faults = read(lines.into_iter()).expect_err("refused");
        let told: Vec<(u64, Column, Reason)> = faults.iter().map(|one| (one.line, one.column, one.reason)).collect();
        assert_eq!(
            told,
            [
                (3, Column::Category, Reason::Twice),
                (4, Column::Category, Reason::Empty),
                (5, Column::Variable, Reason::BadCode),
                (6, Column::Total, Reason::NotANumber),
                (7, Column::Total, Reason::NotANumber),
            ]
        );
    }

    #[test]
    fn a_second_file_of_the_same_variable_takes_the_place_of_the_first() {
        let mut protocol = template::protocol(&template::example_services());
        for total in ["10", "20"] {
            let lines = [(2, ["sexe", "F", total]), (3, ["sexe", "H", total])];
            put(&mut protocol, read(lines.into_iter()).expect("read"), &origin(), &BTreeMap::new());
        }
        assert_eq!(protocol.margins.len(), 1);
        assert!((protocol.margins[0].cells[0].total - 20.0).abs() < 1e-9);
        assert_eq!(protocol.question("sexe").map(|one| one.choices().len()), Some(2));
    }
}
