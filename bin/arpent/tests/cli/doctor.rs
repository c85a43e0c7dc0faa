//! The doctor says what is wrong and how to mend it.

use std::fs;

use crate::tools::{Folder, tamper};

#[test]
fn finds_a_healthy_folder_ready_to_serve() {
    let said = Folder::with_administrator().run(&["doctor"]);
    assert!(said.well, "{}", said.text);
    assert!(said.text.contains("Le site peut servir"), "{}", said.text);
    assert!(!said.text.contains('✗'), "{}", said.text);
}

#[test]
fn says_who_is_missing_and_how_to_add_her() {
    let folder = Folder::new();
    folder.run(&["migrate"]);
    let said = folder.run(&["doctor"]);
    assert!(!said.well);
    assert!(said.text.contains("arpent admin create-account"), "{}", said.text);
}

#[test]
fn creates_nothing_where_there_was_nothing() {
    let folder = Folder::new();
    let said = folder.run(&["doctor"]);
    assert!(!said.well);
    assert!(said.text.contains("arpent serve"), "{}", said.text);
    assert!(!folder.path("data").exists());
}

#[test]
fn names_a_file_that_is_no_database() {
    let folder = Folder::new();
    fs::create_dir(folder.path("data")).expect("creates");
    fs::write(folder.database(), b"bonjour ".repeat(4_000)).expect("writes");
    let said = folder.run(&["doctor"]);
    assert!(!said.well);
    assert!(said.text.contains("arpent restore"), "{}", said.text);
}

#[test]
fn names_a_database_of_a_later_version() {
    let folder = Folder::with_administrator();
    let later = "INSERT INTO migration_web (version, description, success, checksum, execution_time)
                 VALUES (99, 'to come', TRUE, x'00', 0)";
    tokio(tamper(&folder.database(), &[later]));
    let said = folder.run(&["doctor"]);
    assert!(!said.well);
    assert!(said.text.contains("plus récente"), "{}", said.text);
}

#[test]
fn sees_that_the_journal_was_touched() {
    let folder = Folder::with_administrator();
    let touched = ["DROP TRIGGER journal_no_update", "UPDATE journal SET role = 'dpo' WHERE seq = 2"];
    tokio(tamper(&folder.database(), &touched));
    let said = folder.run(&["doctor"]);
    assert!(!said.well);
    assert!(said.text.contains("arpent journal verify"), "{}", said.text);
}

#[test]
fn warns_of_an_address_in_clear_and_of_a_silent_relay() {
    let folder = Folder::with_administrator();
    let options = ["--base-url", "http://participation.exemple.fr", "--smtp-url", "smtp://boite:mot2passe@127.0.0.1:1"];
    let said = folder.run(&[&["doctor"], &options[..]].concat());
    assert!(!said.well);
    assert!(said.text.contains("pas chiffrée") && said.text.contains("ne répond pas"), "{}", said.text);
    assert!(!said.text.contains("mot2passe"), "a secret was said: {}", said.text);
}

fn tokio(future: impl Future<Output = ()>) {
    tokio::runtime::Runtime::new().expect("a runtime").block_on(future);
}
