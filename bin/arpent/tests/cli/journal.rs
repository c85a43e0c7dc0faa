//! Whoever touches the journal is seen, and the line is named.

use crate::tools::{Folder, Said, tamper};

const OPEN_THE_JOURNAL: [&str; 2] = ["DROP TRIGGER journal_no_update", "DROP TRIGGER journal_no_delete"];

async fn verified_after(statements: &[&'static str]) -> Said {
    let folder = Folder::with_administrator();
    folder.add_account("agente@exemple.fr", "agent");
    tamper(&folder.database(), &[&OPEN_THE_JOURNAL, statements].concat()).await;
    folder.run(&["journal", "verify"])
}

#[tokio::test]
async fn an_untouched_journal_holds() {
    let folder = Folder::with_administrator();
    let said = folder.run(&["journal", "verify"]);
    assert!(said.well && said.text.contains("La chaîne tient"), "{}", said.text);
}

#[tokio::test]
async fn a_changed_line_is_named() {
    let said = verified_after(&["UPDATE journal SET kind = 'role.ended' WHERE seq = 3"]).await;
    assert!(!said.well && said.text.contains("La ligne 3 a été changée"), "{}", said.text);
}

#[tokio::test]
async fn a_removed_line_is_named() {
    let said = verified_after(&["DELETE FROM journal WHERE seq = 2"]).await;
    assert!(!said.well && said.text.contains("La ligne 2 a été retirée"), "{}", said.text);
}

#[tokio::test]
async fn an_inserted_line_is_named() {
    let inserted =
        "INSERT INTO journal (seq, at, actor, role, kind, subject_kind, subject, initiative, details, previous, hash)
        SELECT seq + 1, at, actor, role, kind, subject_kind, subject, initiative, details, previous, hash || '0'
        FROM journal ORDER BY seq DESC LIMIT 1";
    let said = verified_after(&[inserted]).await;
    assert!(!said.well && said.text.contains("ne suit pas la précédente"), "{}", said.text);
}

#[tokio::test]
async fn a_cut_tail_is_seen() {
    let said = verified_after(&["DELETE FROM journal WHERE seq > 4"]).await;
    assert!(!said.well && said.text.contains("La fin a été coupée"), "{}", said.text);
}

#[tokio::test]
async fn a_hash_written_down_earlier_is_found_again_and_a_foreign_one_is_not() {
    let folder = Folder::with_administrator();
    let first = folder.run(&["journal", "verify"]).text;
    let hash = first.split_whitespace().find(|word| word.len() == 64).expect("a hash").to_owned();
    folder.add_account("agente@exemple.fr", "agent");
    assert!(folder.run(&["journal", "verify", "--head", &hash]).well);
    let foreign = "0".repeat(64);
    assert!(!folder.run(&["journal", "verify", "--head", &foreign]).well);
}
