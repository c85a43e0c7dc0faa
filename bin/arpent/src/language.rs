//! The language of the command line: French unless the person asked for another one.

use std::ffi::OsString;

use arpent_texts::Lang;

/// Variables that say which language the person reads, the strongest first.
const VARIABLES: [&str; 4] = ["ARPENT_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];

/// Found before the arguments are read, since their own errors are said in it.
pub(crate) fn of(arguments: &[OsString]) -> Lang {
    asked(arguments).or_else(configured).unwrap_or(Lang::Fr)
}

fn asked(arguments: &[OsString]) -> Option<Lang> {
    let words: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let glued = words.iter().find_map(|word| word.strip_prefix("--lang="));
    let next = || words.iter().position(|word| *word == "--lang").and_then(|at| words.get(at + 1)).copied();
    glued.or_else(next).and_then(Lang::parse)
}

fn configured() -> Option<Lang> {
    let value = VARIABLES.iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))?;
    Lang::parse(value.split(['_', '.', '-', '@']).next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_asked_for_wins() {
        let words = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
        assert_eq!(asked(&words("arpent doctor --lang en")), Some(Lang::En));
        assert_eq!(asked(&words("arpent --lang=fr doctor")), Some(Lang::Fr));
        assert_eq!(asked(&words("arpent doctor")), None);
    }
}
