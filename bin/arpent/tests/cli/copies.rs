//! Copies are taken while the site serves, and put back without losing what they replace.

use std::fs;

use crate::tools::{Folder, free_port};

fn accounts(folder: &Folder) -> String {
    folder.run(&["admin", "list"]).text
}

#[test]
fn a_copy_taken_while_serving_brings_back_that_moment() {
    let folder = Folder::with_administrator();
    let mut server = folder.serve(free_port());
    assert!(folder.run(&["backup", "copie.db"]).well);
    folder.add_account("apres@exemple.fr", "agent");
    assert!(server.terminate(), "a graceful end");
    assert!(accounts(&folder).contains("apres@exemple.fr"));

    let said = folder.run(&["restore", "copie.db", "--force"]);
    assert!(said.well, "{}", said.text);
    let listed = accounts(&folder);
    assert!(listed.contains("claire@exemple.fr") && !listed.contains("apres@exemple.fr"), "{listed}");
}

#[test]
fn what_a_restore_replaces_is_kept_beside() {
    let folder = Folder::with_administrator();
    folder.run(&["backup", "copie.db"]);
    folder.add_account("apres@exemple.fr", "agent");
    folder.run(&["restore", "copie.db", "--force"]);
    let names = fs::read_dir(folder.path("data")).expect("reads").map(|entry| entry.expect("an entry").file_name());
    let kept: Vec<String> = names.filter_map(|name| name.into_string().ok()).collect();
    let replaced =
        kept.iter().find(|name| name.contains(".replaced-") && !name.ends_with("-wal") && !name.ends_with("-shm"));
    let replaced = format!("data/{}", replaced.expect("the replaced database"));
    let said = folder.run(&["admin", "list", "--database-url", &replaced]);
    assert!(said.text.contains("apres@exemple.fr"), "{}", said.text);
}

#[test]
fn a_restore_overwrites_nothing_unless_told() {
    let folder = Folder::with_administrator();
    folder.run(&["backup", "copie.db"]);
    let said = folder.run(&["restore", "copie.db"]);
    assert!(!said.well && said.text.contains("--force"), "{}", said.text);
}

#[test]
fn a_restore_waits_for_the_server_to_stop() {
    let folder = Folder::with_administrator();
    folder.run(&["backup", "copie.db"]);
    let _server = folder.serve(free_port());
    let said = folder.run(&["restore", "copie.db", "--force"]);
    assert!(!said.well && said.text.contains("Un autre processus"), "{}", said.text);
}

#[test]
fn a_damaged_copy_replaces_nothing() {
    let folder = Folder::with_administrator();
    folder.run(&["backup", "copie.db"]);
    let mut bytes = fs::read(folder.path("copie.db")).expect("reads");
    bytes.truncate(bytes.len() / 2);
    fs::write(folder.path("moitie.db"), bytes).expect("writes");
    let said = folder.run(&["restore", "moitie.db", "--force"]);
    assert!(!said.well && said.text.contains("rien n’a été remplacé"), "{}", said.text);
    assert!(accounts(&folder).contains("claire@exemple.fr"));
    assert!(!folder.path("data/arpent.db.restoring").exists());
}

#[test]
fn a_copy_never_overwrites_another() {
    let folder = Folder::with_administrator();
    assert!(folder.run(&["backup", "copie.db"]).well);
    let said = folder.run(&["backup", "copie.db"]);
    assert!(!said.well && said.text.contains("existe déjà"), "{}", said.text);
}
