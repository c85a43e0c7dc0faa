//! Lists typed in a text area, one thing per line, its parts separated by semicolons or tabs: what one pastes from a
//! spreadsheet.

use super::protocol::{Level, MarginCell, Place, Quota, Stratum};
use super::question::Choice;
use super::wording::Wording;

/// A line that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// A part is missing.
    Missing,
    /// A number was expected.
    NotANumber,
    /// The same code was used above.
    Twice,
}

/// Where and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// Why.
    pub reason: Reason,
    /// What it says.
    pub text: String,
}

fn parts(line: &str) -> Vec<&str> {
    line.split([';', '\t']).map(str::trim).collect()
}

fn each<T>(
    typed: &str,
    code: impl Fn(&T) -> String,
    one: impl Fn(&[&str]) -> Result<T, Reason>,
) -> Result<Vec<T>, Fault> {
    let mut read: Vec<T> = Vec::new();
    for (at, line) in typed.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let fault = |reason| Fault { line: at + 1, reason, text: line.trim().to_owned() };
        let thing = one(&parts(line)).map_err(fault)?;
        if read.iter().any(|before| code(before) == code(&thing)) {
            return Err(fault(Reason::Twice));
        }
        read.push(thing);
    }
    Ok(read)
}

fn at<'a>(parts: &[&'a str], place: usize) -> Result<&'a str, Reason> {
    parts.get(place).copied().filter(|part| !part.is_empty()).ok_or(Reason::Missing)
}

fn number<N: std::str::FromStr>(typed: &str) -> Result<N, Reason> {
    let plain: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    plain.replace(',', ".").parse().map_err(|_| Reason::NotANumber)
}

/// Words of a line, one part per language of the questionnaire.
fn wording(parts: &[&str], languages: &[String]) -> Result<Wording, Reason> {
    at(parts, 0)?;
    let said = languages.iter().zip(parts).filter(|(_, words)| !words.is_empty());
    Ok(Wording(said.map(|(language, words)| (language.clone(), (*words).to_owned())).collect()))
}

fn said(wording: &Wording, languages: &[String]) -> String {
    let words = languages.iter().map(|language| wording.0.get(language).map_or("", String::as_str));
    words.collect::<Vec<_>>().join(" ; ").trim_end_matches([' ', ';']).to_owned()
}

fn joined(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

/// `code ; name ; size` by line.
///
/// # Errors
/// The first line that cannot be read.
pub fn strata(typed: &str) -> Result<Vec<Stratum>, Fault> {
    each(
        typed,
        |one: &Stratum| one.code.clone(),
        |parts| {
            let size = number(at(parts, 2)?)?;
            Ok(Stratum { code: at(parts, 0)?.to_owned(), name: at(parts, 1)?.to_owned(), size })
        },
    )
}

/// Strata as they are typed.
pub fn of_strata(strata: &[Stratum]) -> String {
    joined(strata.iter().map(|one| format!("{} ; {} ; {}", one.code, one.name, one.size)))
}

/// `variable ; code ; answers wanted` by line, for a population.
///
/// # Errors
/// The first line that cannot be read.
pub fn quotas(typed: &str, population: &str) -> Result<Vec<Quota>, Fault> {
    each(
        typed,
        |one: &Quota| format!("{} ; {}", one.variable, one.code),
        |parts| {
            let (variable, code) = (at(parts, 0)?.to_owned(), at(parts, 1)?.to_owned());
            Ok(Quota { population: population.to_owned(), variable, code, expected: number(at(parts, 2)?)? })
        },
    )
}

/// Quotas as they are typed.
pub fn of_quotas<'a>(quotas: impl Iterator<Item = &'a Quota>) -> String {
    joined(quotas.map(|one| format!("{} ; {} ; {}", one.variable, one.code, one.expected)))
}

/// `code ; name` by line.
///
/// # Errors
/// The first line that cannot be read.
pub fn places(typed: &str) -> Result<Vec<Place>, Fault> {
    each(
        typed,
        |one: &Place| one.code.clone(),
        |parts| Ok(Place { code: at(parts, 0)?.to_owned(), name: at(parts, 1)?.to_owned() }),
    )
}

/// Places as they are typed.
pub fn of_places(places: &[Place]) -> String {
    joined(places.iter().map(|one| format!("{} ; {}", one.code, one.name)))
}

/// `code ; words in each language` by line.
///
/// # Errors
/// The first line that cannot be read.
pub fn choices(typed: &str, languages: &[String]) -> Result<Vec<Choice>, Fault> {
    each(
        typed,
        |one: &Choice| one.code.clone(),
        |parts| {
            let code = at(parts, 0)?.to_owned();
            Ok(Choice { code, label: wording(&parts[1..], languages)? })
        },
    )
}

/// Choices as they are typed.
pub fn of_choices(choices: &[Choice], languages: &[String]) -> String {
    joined(choices.iter().map(|one| format!("{} ; {}", one.code, said(&one.label, languages))))
}

/// `value ; words in each language` by line.
///
/// # Errors
/// The first line that cannot be read.
pub fn levels(typed: &str, languages: &[String]) -> Result<Vec<Level>, Fault> {
    each(
        typed,
        |one: &Level| one.value.to_string(),
        |parts| {
            let value = number(at(parts, 0)?)?;
            Ok(Level { value, label: wording(&parts[1..], languages)? })
        },
    )
}

/// Levels as they are typed.
pub fn of_levels(levels: &[Level], languages: &[String]) -> String {
    joined(levels.iter().map(|one| format!("{} ; {}", one.value, said(&one.label, languages))))
}

/// `code ; total` by line.
///
/// # Errors
/// The first line that cannot be read.
pub fn cells(typed: &str) -> Result<Vec<MarginCell>, Fault> {
    each(
        typed,
        |one: &MarginCell| one.code.clone(),
        |parts| {
            let total: f64 = number(at(parts, 1)?)?;
            let real = total.is_finite() && total > 0.0;
            if real { Ok(MarginCell { code: at(parts, 0)?.to_owned(), total }) } else { Err(Reason::NotANumber) }
        },
    )
}

/// Cells as they are typed.
pub fn of_cells(cells: &[MarginCell]) -> String {
    joined(cells.iter().map(|one| format!("{} ; {}", one.code, one.total)))
}

/// Words of one line, one part per language; empty when nothing is typed.
pub fn ends(typed: &str, languages: &[String]) -> Wording {
    wording(&parts(typed), languages).unwrap_or_default()
}

/// Words as they are typed on one line.
pub fn of_ends(wording: &Wording, languages: &[String]) -> String {
    said(wording, languages)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn languages() -> Vec<String> {
        vec!["fr".to_owned(), "en".to_owned()]
    }

    #[test]
    fn a_list_typed_comes_back_as_it_was() {
        let typed = "38563 ; Voiron ; 20512\n38239 ; Moirans ; 7852";
        assert_eq!(of_strata(&strata(typed).expect("strata")), typed);
        let typed = "stratum ; 38563 ; 40\nage ; 75+ ; 25";
        assert_eq!(of_quotas(quotas(typed, "usagers").expect("quotas").iter()), typed);
        let typed = "F ; Une femme ; A woman\nH ; Un homme";
        assert_eq!(of_choices(&choices(typed, &languages()).expect("choices"), &languages()), typed);
    }

    #[test]
    fn a_table_pasted_from_a_spreadsheet_is_read() {
        let read = strata("38563\tVoiron\t20 512\r\n\r\n").expect("strata");
        assert_eq!((read.len(), read[0].size), (1, 20_512));
    }

    #[test]
    fn the_line_that_is_wrong_is_named() {
        let told = |typed| strata(typed).map_err(|fault| (fault.line, fault.reason));
        assert_eq!(told("a;A;1\nb;B"), Err((2, Reason::Missing)));
        assert_eq!(told("a;A;1\n\nb;B;beaucoup"), Err((3, Reason::NotANumber)));
        assert_eq!(told("a;A;1\na;B;2"), Err((2, Reason::Twice)));
    }
}
