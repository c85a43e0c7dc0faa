//! A module touches its own tables: whatever the file, whatever the statement.

use super::tree::{Tree, assert_none, module_of};
use std::collections::BTreeMap;

/// What a statement does to a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Touch {
    Create,
    Write,
    Read,
    Refer,
}

/// The tables that a text of SQL names, with what it does to them; other texts name none, SQL's words being typed in
/// capitals.
fn touches(sql: &str) -> Vec<(Touch, &str)> {
    let words: Vec<&str> =
        sql.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty()).collect();
    let mut found = Vec::new();
    for (place, word) in words.iter().enumerate() {
        let before = place.checked_sub(1).map_or("", |before| words[before]);
        let touch = match (before, *word) {
            ("CREATE" | "VIRTUAL" | "TEMP", "TABLE") => Touch::Create,
            ("DELETE", "FROM") | (_, "INTO" | "UPDATE" | "TABLE") => Touch::Write,
            (_, "FROM" | "JOIN") => Touch::Read,
            (_, "REFERENCES") => Touch::Refer,
            _ => continue,
        };
        let mut names = words[place + 1..].iter().filter(|next| !["IF", "NOT", "EXISTS", "ONLY"].contains(next));
        if let Some(name) = names.next().filter(|name| name.starts_with(|c: char| c.is_ascii_lowercase())) {
            found.push((touch, *name));
        }
    }
    found
}

/// `proposals` owns `proposal`, `proposals` and what begins with `proposal_` or `proposals_`.
fn is_own(module: &str, table: &str) -> bool {
    let name = module.replace('-', "_");
    let stem = name.strip_suffix('s').unwrap_or(&name);
    let rest = table.strip_prefix(stem).map(|rest| rest.strip_prefix('s').unwrap_or(rest));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
}

/// Who creates each table: a module, or the kernel (none).
type Owners<'a> = BTreeMap<String, Option<&'a str>>;

fn created<'a>(file: &'a str, sql: &str) -> Owners<'a> {
    let tables = touches(sql).into_iter().filter(|(touch, _)| *touch == Touch::Create);
    tables.map(|(_, table)| (table.to_owned(), module_of(file))).collect()
}

/// What a text in a room does to tables that are not its own. Reading the kernel's tables, to join with them, and
/// referring to them are left free; writing to them is the business of the kernel's commands.
fn trespasses(file: &str, sql: &str, owners: &Owners<'_>) -> Vec<String> {
    let room = module_of(file);
    let mut faults = Vec::new();
    for (touch, table) in touches(sql) {
        let owner = owners.get(table).copied();
        let fault = match (room, touch, owner) {
            (Some(module), Touch::Create, _) if !is_own(module, table) => "creates, without its own prefix,",
            (_, _, Some(Some(owner))) if room != Some(owner) => "touches another module's table",
            (Some(_), Touch::Write, Some(None)) => "writes to the kernel's table",
            _ => continue,
        };
        faults.push(format!("{file} {fault} {table}"));
    }
    faults
}

fn migrations(tree: &Tree) -> impl Iterator<Item = &str> {
    tree.ending(".sql").filter(|file| file.contains("/migrations/"))
}

#[test]
fn a_module_touches_only_its_own_tables() {
    let tree = Tree::read();
    let owners: Owners<'_> = migrations(&tree).flat_map(|file| created(file, &tree.text(file))).collect();
    assert!(owners.len() > 5, "the migrations create tables");
    let mut faults: Vec<String> =
        migrations(&tree).flat_map(|file| trespasses(file, &tree.text(file), &owners)).collect();
    for (file, source) in tree.sources() {
        faults.extend(source.texts.iter().flat_map(|(_, text)| trespasses(file, text, &owners)));
    }
    assert_none("tables touched from outside their room", &faults);
}

#[test]
fn a_trespass_is_seen() {
    let owners: Owners<'_> =
        [("budget_vote", Some("budget")), ("person", None)].map(|(table, owner)| (table.to_owned(), owner)).into();
    let found = |file: &str, sql: &str| trespasses(file, sql, &owners).len();
    assert_eq!(found("modules/park/src/store.rs", "SELECT a FROM budget_vote"), 1);
    assert_eq!(found("kernel/commons/src/a.rs", "SELECT a FROM x JOIN budget_vote ON 1"), 1);
    assert_eq!(found("modules/park/src/store.rs", "UPDATE person SET a = 1"), 1);
    assert_eq!(found("modules/park/migrations/0001_a.sql", "CREATE TABLE IF NOT EXISTS tree (id ID)"), 1);
    assert_eq!(found("modules/park/migrations/0001_a.sql", "ALTER TABLE budget_vote ADD a"), 1);
}

#[test]
fn a_module_at_home_is_left_alone() {
    let owners: Owners<'_> =
        [("budget_vote", Some("budget")), ("person", None)].map(|(table, owner)| (table.to_owned(), owner)).into();
    let sql = "WITH mine AS (SELECT 1 FROM budget_vote FOR UPDATE) INSERT INTO budget_vote SELECT a FROM mine \
        JOIN person ON 1 ON CONFLICT DO UPDATE SET a = 1";
    assert_eq!(trespasses("modules/budget/src/store.rs", sql, &owners), Vec::<String>::new());
    assert_eq!(trespasses("bin/a.rs", "a sentence from budget_vote", &owners), Vec::<String>::new());
}

#[test]
fn a_prefix_is_a_whole_word() {
    assert!(
        is_own("proposals", "proposal")
            && is_own("proposals", "proposals_vote")
            && is_own("opinion-map", "opinion_map_vote")
    );
    assert!(!is_own("proposals", "proposalist") && !is_own("budget", "person"));
}

/// `0002_engine.sqlite.sql` without `0002_engine.postgres.sql`, or the reverse.
fn unpaired<'a>(files: &[&'a str]) -> Vec<&'a str> {
    let other = |file: &str| match file.strip_suffix(".sqlite.sql") {
        Some(name) => Some(format!("{name}.postgres.sql")),
        None => Some(format!("{}.sqlite.sql", file.strip_suffix(".postgres.sql")?)),
    };
    files.iter().filter(|file| other(file).is_some_and(|other| !files.contains(&other.as_str()))).copied().collect()
}

#[test]
fn a_migration_for_one_engine_has_its_twin() {
    let tree = Tree::read();
    let files: Vec<&str> = migrations(&tree).collect();
    assert_eq!(unpaired(&files), Vec::<&str>::new());
    assert_eq!(unpaired(&["a/1.sqlite.sql", "a/2.sqlite.sql", "a/2.postgres.sql", "a/3.sql"]), ["a/1.sqlite.sql"]);
}

/// Tables that SQLite would let any value into.
fn lax_tables(sql: &str) -> Vec<String> {
    let lines: Vec<&str> = sql.lines().map(|line| line.split("--").next().unwrap_or(line)).collect();
    let sql = lines.join("\n");
    let statements = sql.split(';').filter(|statement| statement.contains("CREATE TABLE"));
    let lax = statements.filter(|statement| !statement.trim_end().ends_with("STRICT"));
    lax.filter_map(|statement| touches(statement).first().map(|(_, table)| (*table).to_owned())).collect()
}

#[test]
fn sqlite_checks_the_type_of_what_it_stores() {
    let tree = Tree::read();
    let mut faults = Vec::new();
    for file in migrations(&tree).filter(|file| !file.contains("postgres")) {
        faults.extend(lax_tables(&tree.text(file)).into_iter().map(|table| format!("{file}: {table}")));
    }
    assert_none("tables that are not STRICT", &faults);
    assert_eq!(lax_tables("CREATE TABLE a (b TEXT); CREATE TABLE c (d TEXT) STRICT;"), ["a"]);
}
