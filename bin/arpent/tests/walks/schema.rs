//! Every statement is valid on both engines; every table is declared by the room that owns it.

use std::collections::BTreeSet;

use arpent::composition;
use arpent_core::manifest::Table;
use arpent_store::testing::each;
use arpent_store::{Reads as _, args, statements};
use arpent_web::app::{migrations, statements as all_statements};

statements! {
    TABLES = "SELECT name AS value FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'", postgres:
             "SELECT CAST(table_name AS TEXT) AS value FROM information_schema.tables WHERE table_schema = current_schema()";
}

/// SQLite's shadow tables of the full-text index, and the histories of the schemas.
fn is_machinery(table: &str) -> bool {
    table.starts_with("search_index_") || table.starts_with("migration_")
}

fn declared() -> Vec<Table> {
    let rooms = composition::rooms();
    let of_rooms = rooms.iter().flat_map(|room| room.manifest.tables.iter().copied());
    arpent_store::MANIFEST.tables.iter().copied().chain(of_rooms).collect()
}

#[tokio::test]
async fn every_statement_is_valid_on_every_engine() {
    let rooms = composition::rooms();
    let statements = all_statements(&rooms);
    assert!(statements.len() > 100, "only {} statements", statements.len());
    for test in each(&migrations(&rooms)).await.expect("a database") {
        for statement in &statements {
            let prepared = test.db.prepare(statement).await;
            assert!(prepared.is_ok(), "{} on {:?}: {prepared:?}", statement.name, test.db.engine());
        }
    }
}

#[tokio::test]
async fn every_table_is_declared_and_every_declared_table_exists() {
    let declared: BTreeSet<String> = declared().iter().map(|table| table.name.to_owned()).collect();
    for test in each(&migrations(&composition::rooms())).await.expect("a database") {
        let mut present: BTreeSet<String> =
            test.db.all::<String>(&TABLES, args![]).await.expect("reads").into_iter().collect();
        present.retain(|table| !is_machinery(table));
        // A virtual table for SQLite, an index for PostgreSQL.
        present.insert("search_index".to_owned());
        assert_eq!(present, declared, "{:?}", test.db.engine());
    }
}

#[test]
fn no_table_is_declared_twice() {
    let declared = declared();
    let names: BTreeSet<&str> = declared.iter().map(|table| table.name).collect();
    assert_eq!(names.len(), declared.len());
}

#[test]
fn a_room_counts_the_steps_of_its_own_schema() {
    let schemas = composition::schemas();
    let names: BTreeSet<&str> = schemas.iter().map(|schema| schema.migrations.room).collect();
    assert_eq!(names.len(), schemas.len(), "two rooms share a history");
    assert_eq!(schemas.len(), composition::rooms().len() + 1);
}
