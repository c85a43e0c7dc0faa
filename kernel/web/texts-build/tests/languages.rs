//! The languages of a crate must say the same things, and a build that fails must say where.

use std::{
    fs,
    path::{Path, PathBuf},
};

use arpent_texts_build::{Generated, Problem, compile};

/// A folder of language files, gone at the end of the test.
struct Locales(PathBuf);

impl Locales {
    fn new(test: &str, files: &[(&str, &str)]) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
        let _ = fs::remove_dir_all(&folder);
        for (name, content) in files {
            let path = folder.join(name);
            let written = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&path, content));
            assert!(written.is_ok(), "{}: {written:?}", path.display());
        }
        Self(folder)
    }

    fn compile(&self) -> Result<Generated, Vec<Problem>> {
        compile(&self.0)
    }
}

impl Drop for Locales {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The problems of a French and an English file, as the build prints them, without the folder.
fn problems(test: &str, french: &str, english: &str) -> Vec<String> {
    let locales = Locales::new(test, &[("fr.ftl", french), ("en.ftl", english)]);
    let folder = format!("{}/", locales.0.display());
    let found = locales.compile().err().unwrap_or_default();
    found.iter().map(|problem| problem.to_string().replace(&folder, "")).collect()
}

#[test]
fn a_message_that_one_language_lacks_is_named() {
    assert_eq!(
        problems("missing", "a = A\nb = B\n    .hint = C\n", "a = A\nb = B\nc = C\n"),
        [
            "fr.ftl: `b.hint` is not in `en`; translate it or remove it",
            "en.ftl: `c` is not in `fr`; translate it or remove it",
        ]
    );
}

#[test]
fn variables_that_differ_are_named() {
    assert_eq!(
        problems("variables", "a = { $name }, { $count }\nb = B", "a = { $nom }\nb = { $b }"),
        [
            "en.ftl: `a` uses $count, $name in French and $nom in English",
            "en.ftl: `b` uses no variable in French and $b in English",
        ]
    );
}

#[test]
fn variables_of_a_quoted_message_count() {
    assert_eq!(
        problems("quoted", "a = { b } !\nb = { $x }", "a = A!\nb = { $x }"),
        ["en.ftl: `a` uses $x in French and no variable in English"]
    );
}

#[test]
fn what_is_not_fluent_is_shown_with_its_line() {
    let found = problems("syntax", "a = A\n\nb { B\n", "a = A");
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("fr.ftl:3: not a Fluent message: "), "{found:?}");
}

#[test]
fn references_to_nothing_are_named() {
    assert_eq!(
        problems("unknown", "a = { -town } { b.hint } { DATETIME($d) }", "a = A"),
        [
            "fr.ftl: `a` refers to `-town`, which does not exist",
            "fr.ftl: `a` refers to `b.hint`, which does not exist",
            "fr.ftl: `a` refers to `DATETIME()`, which does not exist",
        ]
    );
}

#[test]
fn a_message_that_quotes_itself_is_refused() {
    let found = problems("cycle", "a = { b }\nb = { a }", "a = A\nb = B");
    assert!(found[0].starts_with("fr.ftl: `a` cannot be resolved"), "{found:?}");
}

#[test]
fn a_message_said_twice_is_refused() {
    let files = [("fr/one.ftl", "a = A"), ("fr/two.ftl", "a = B"), ("en.ftl", "a = A")];
    let found = Locales::new("twice", &files).compile().unwrap_err();
    assert!(matches!(&found[..], [Problem::Repeated { id, .. }] if id == "a"), "{found:?}");
}

#[test]
fn names_that_would_meet_in_rust_are_refused() {
    assert_eq!(
        problems("clash", "a-b = A\na = A\n    .b = B\nnew = N\naB = A", "a-b = A\na = A\n    .b = B\nnew = N\naB = A"),
        [
            "fr.ftl: `aB`: names are written in small letters, with hyphens",
            "fr.ftl: `new`: `new` is a method of every `Texts`; choose a longer name",
            "fr.ftl: `a.b`: has the same Rust name as `a-b`; rename one",
        ]
    );
}

#[test]
fn a_language_without_files_is_named() {
    let found = Locales::new("nothing", &[("fr.ftl", "a = A")]).compile().unwrap_err();
    assert!(found[0].to_string().ends_with("no text in `en`; add en.ftl or en/*.ftl"), "{found:?}");
}

#[test]
fn several_files_make_one_language() {
    let files =
        [("fr.ftl", "a = A"), ("fr/b.ftl", "b = { a } et B"), ("en/a.ftl", "a = A"), ("en/b.ftl", "b = { a } and B")];
    let generated = Locales::new("several", &files).compile().unwrap();
    assert!(generated.code.contains(r#"("b", "A et B", "A and B")"#), "{}", generated.code);
}

/// `BLESS=1 cargo test` writes what is generated, to be reviewed as a difference.
#[test]
fn the_sample_is_what_the_generator_writes() {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample");
    let generated = compile(&sample).unwrap();
    let files = [("texts.rs", generated.code), ("texts.fr.ftl", generated.french), ("texts.en.ftl", generated.english)];
    for (name, content) in files {
        let path = sample.join("generated").join(name);
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, &content).unwrap();
        }
        assert_eq!(content, fs::read_to_string(&path).unwrap(), "{name}");
    }
}
