//! Column names: checked once, then matched with what the caller looks for.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{Limits, TableError};

/// Trims the names and drops the nameless columns at the end; fails when what is left cannot name the cells.
pub fn check(mut names: Vec<String>, limits: &Limits) -> Result<Vec<String>, TableError> {
    for name in &mut names {
        *name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    names.truncate(names.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1));
    if names.is_empty() {
        return Err(TableError::Empty);
    }
    if names.len() > limits.max_columns {
        return Err(TableError::TooManyColumns { max: limits.max_columns });
    }
    if let Some(column) = names.iter().position(String::is_empty) {
        return Err(TableError::HeaderMissing { column: column + 1 });
    }
    if names.iter().all(|name| name.replace(',', ".").parse::<f64>().is_ok()) {
        return Err(TableError::NoHeader);
    }
    refuse_duplicates(&names)?;
    Ok(names)
}

fn refuse_duplicates(names: &[String]) -> Result<(), TableError> {
    let mut seen = std::collections::HashMap::new();
    for (index, name) in names.iter().enumerate() {
        if let Some(first) = seen.insert(fold(name), index) {
            return Err(TableError::HeaderDuplicate { name: name.clone(), first: first + 1, second: index + 1 });
        }
    }
    Ok(())
}

/// For each target, the column that most likely holds it: by the same name first, then by a name that contains one of
/// the synonyms as whole words. Case, accents and punctuation are ignored; a column serves one target at most, and
/// the caller still lets its user correct the guess.
///
/// Synonyms come from the caller, per language; a target's own name is one of them.
pub fn guess_columns(headers: &[impl AsRef<str>], targets: &[(&str, &[&str])]) -> Vec<Option<usize>> {
    let headers: Vec<String> = headers.iter().map(|header| fold(header.as_ref())).collect();
    let wanted: Vec<Vec<String>> = targets
        .iter()
        .map(|(target, synonyms)| std::iter::once(target).chain(*synonyms).map(|name| fold(name)).collect())
        .collect();
    let mut guess = vec![None; targets.len()];
    for fits in [same as fn(&str, &str) -> bool, contains] {
        for (target, names) in wanted.iter().enumerate() {
            if guess[target].is_none() {
                guess[target] = first_free(&headers, names, &guess, fits);
            }
        }
    }
    guess
}

fn first_free(
    headers: &[String],
    names: &[String],
    taken: &[Option<usize>],
    fits: fn(&str, &str) -> bool,
) -> Option<usize> {
    names.iter().filter(|name| !name.is_empty()).find_map(|name| {
        (0..headers.len()).find(|column| !taken.contains(&Some(*column)) && fits(&headers[*column], name))
    })
}

fn same(header: &str, name: &str) -> bool {
    header == name
}

fn contains(header: &str, name: &str) -> bool {
    format!(" {header} ").contains(&format!(" {name} "))
}

/// Lower case, without accents, words separated by one space.
fn fold(name: &str) -> String {
    let plain: String = name
        .nfkd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .map(|letter| if letter.is_alphanumeric() { letter } else { ' ' })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
