//! Names that SPSS accepts.

use std::collections::HashSet;

/// Words of its language.
const RESERVED: [&str; 13] = ["ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH"];
/// Bytes of a name.
const LONGEST: usize = 64;

/// A name that SPSS accepts for each of these: letters, figures, `_` and `.`, a letter first, 64 bytes at most, no two alike
/// whatever their case. Accents stay.
pub fn fit_names(names: &[impl AsRef<str>]) -> Vec<String> {
    let mut taken = HashSet::new();
    names.iter().map(|name| unique(&fit(name.as_ref()), &mut taken)).collect()
}

fn fit(name: &str) -> String {
    let kept: String = name.chars().map(|c| if c.is_alphanumeric() || c == '.' { c } else { '_' }).collect();
    let kept = kept.trim_end_matches(['.', '_']);
    let begins = kept.chars().next().is_some_and(char::is_alphabetic);
    let reserved = RESERVED.contains(&kept.to_ascii_uppercase().as_str());
    let named = if begins && !reserved { kept.to_owned() } else { format!("v_{kept}") };
    cut(&named, LONGEST).trim_end_matches(['.', '_']).to_owned()
}

fn unique(name: &str, taken: &mut HashSet<String>) -> String {
    let free = |candidate: &String, taken: &HashSet<String>| !taken.contains(&candidate.to_lowercase());
    let numbered = (2..).map(|n: u32| {
        let end = format!("_{n}");
        format!("{}{end}", cut(name, LONGEST - end.len()))
    });
    let found = std::iter::once(name.to_owned()).chain(numbered).find(|one| free(one, taken)).unwrap_or_default();
    taken.insert(found.to_lowercase());
    found
}

/// The first bytes of a text, no letter being cut.
pub fn cut(text: &str, bytes: usize) -> &str {
    let mut end = text.len().min(bytes);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_acceptable_and_told_apart() {
        let names = ["sat_petite enfance", "Sat_petite-enfance", "2e avis", "by", "âge", "", &"é".repeat(40)];
        let fitted = fit_names(&names);
        assert_eq!(fitted[..5], ["sat_petite_enfance", "Sat_petite_enfance_2", "v_2e_avis", "v_by", "âge"]);
        assert_eq!(fitted[5], "v");
        assert_eq!(fitted[6].len(), 64);
    }
}
