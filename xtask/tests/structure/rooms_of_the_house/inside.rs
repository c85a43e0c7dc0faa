//! The inside of a module: the same everywhere, so that one who knows a module knows them all.

use super::source::Source;
use super::tree::{Tree, assert_none, module_of};

/// The rooms of a module, each a file or a folder of `src/`.
const ROOMS: [&str; 5] = ["domain", "store", "commands", "pages", "api"];

/// What the rules of a module may not know: they are pure.
const NOT_IN_DOMAIN: [&str; 8] = ["sqlx", "axum", "askama", "tokio", "arpent_store", "arpent_web", "async", "await"];

fn missing(files: &[&str]) -> Vec<String> {
    let has = |wanted: &str| files.contains(&wanted);
    let any = |start: &str, end: &str| files.iter().any(|file| file.starts_with(start) && file.ends_with(end));
    let mut missing: Vec<String> = ["README.md", "locales/fr.ftl", "locales/en.ftl"]
        .into_iter()
        .filter(|file| !has(file))
        .map(Into::into)
        .collect();
    let folders = [("migrations/", ".sql"), ("templates/", ".html"), ("tests/", ".rs")];
    let absent = folders.into_iter().filter(|(folder, end)| !any(folder, end));
    missing.extend(absent.map(|(folder, end)| format!("{folder}*{end}")));
    let there = |room: &str| has(&format!("src/{room}.rs")) || has(&format!("src/{room}/mod.rs"));
    missing.extend(ROOMS.into_iter().filter(|room| !there(room)).map(|room| format!("src/{room}")));
    missing
}

/// A folder that only reserves a name has no code yet; with its first item it owes everything.
fn has_begun(tree: &Tree, module: &str) -> bool {
    let library = tree.text(&format!("modules/{module}/src/lib.rs"));
    Source::parse(&library).is_ok_and(|source| !source.words.is_empty())
}

#[test]
fn every_module_has_the_same_inside() {
    let tree = Tree::read();
    let mut faults = Vec::new();
    for module in tree.modules().into_iter().filter(|module| has_begun(&tree, module)) {
        let home = format!("modules/{module}/");
        let inside: Vec<&str> = tree.files.iter().filter_map(|file| file.strip_prefix(&home)).collect();
        faults.extend(missing(&inside).into_iter().map(|part| format!("{home}{part}")));
    }
    assert_none("parts that a module owes", &faults);
}

#[test]
fn a_missing_part_is_named() {
    let whole = [
        "README.md",
        "locales/fr.ftl",
        "locales/en.ftl",
        "migrations/0001_a.sql",
        "templates/a.html",
        "tests/pages.rs",
        "src/domain/mod.rs",
        "src/store.rs",
        "src/commands.rs",
        "src/pages/mod.rs",
        "src/api.rs",
    ];
    assert_eq!(missing(&whole), Vec::<String>::new());
    assert_eq!(missing(&whole[..10]), ["src/api"]);
    assert_eq!(missing(&whole[3..]), ["README.md", "locales/fr.ftl", "locales/en.ftl"]);
}

/// The part of a module that a file is in: `domain` for `modules/x/src/domain/vote.rs`.
fn part(file: &str) -> Option<&str> {
    let (_, inside) = file.strip_prefix("modules/")?.split_once("/src/")?;
    inside.split(['/', '.']).next()
}

fn impure(file: &str, source: &Source) -> Vec<String> {
    let forbidden = source.words.iter().filter(|(_, word)| NOT_IN_DOMAIN.contains(&word.as_str()));
    forbidden.map(|(line, word)| format!("{file}:{line}: {word}")).collect()
}

#[test]
fn the_rules_of_a_module_are_pure() {
    let tree = Tree::read();
    let domains = tree.sources().filter(|(file, _)| part(file) == Some("domain"));
    let faults: Vec<String> = domains.flat_map(|(file, source)| impure(file, &source)).collect();
    assert_none("input and output in a domain: move them to store, commands or pages", &faults);
    assert_eq!(impure("a.rs", &Source::parse("use axum::Json; fn pure() {}").unwrap()), ["a.rs:1: axum"]);
}

fn is_sql(text: &str) -> bool {
    let begins = |start: &str| text.trim_start_matches(['"', 'r', '#', ' ', '\n']).starts_with(start);
    ["SELECT ", "INSERT INTO ", "DELETE FROM ", "WITH "].into_iter().any(begins)
        || (begins("UPDATE ") && text.contains(" SET "))
}

fn strays(file: &str, source: &Source) -> Vec<String> {
    let sql = source.texts.iter().filter(|(_, text)| is_sql(text));
    sql.map(|(line, text)| format!("{file}:{line}: {text}")).collect()
}

#[test]
fn sql_lives_in_the_store_of_its_module() {
    let tree = Tree::read();
    let elsewhere = tree.sources().filter(|(file, _)| module_of(file).is_some() && part(file) != Some("store"));
    let faults: Vec<String> = elsewhere.flat_map(|(file, source)| strays(file, &source)).collect();
    assert_none("SQL outside a store", &faults);
    let planted =
        Source::parse(r#"fn a() { run("UPDATE vote SET n = 1"); say("UPDATE"); say("SELECTED x"); }"#).unwrap();
    assert_eq!(strays("a.rs", &planted), [r#"a.rs:1: "UPDATE vote SET n = 1""#]);
}

#[test]
fn a_part_is_known_by_its_file_or_its_folder() {
    assert_eq!(part("modules/budget/src/domain/vote.rs"), Some("domain"));
    assert_eq!(part("modules/budget/src/domain.rs"), Some("domain"));
    assert_eq!(part("modules/budget/tests/domain.rs"), None);
    assert_eq!(part("kernel/core/src/domain.rs"), None);
}
