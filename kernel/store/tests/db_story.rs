//! The store's promises, told on both engines.
#![expect(clippy::expect_used, reason = "a story stops at the first thing that fails")]

use std::sync::Arc;

use arpent_core::{Event, Id};
use arpent_store::journal::{Fault, verify};
use arpent_store::search::{Doc, Visibility, find};
use arpent_store::testing::{self, TestDb};
use arpent_store::{Author, Db, Reads, STATEMENTS, Statement, StoreError, args, jobs};
use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;

const NOW: Timestamp = Timestamp::UNIX_EPOCH;
const COUNT: Statement = statement("SELECT COUNT(*) AS value FROM journal");

const fn statement(sql: &'static str) -> Statement {
    Statement { name: "test", sqlite: sql, postgres: sql }
}

fn author() -> Author {
    Author { person: None, role: "system", at: NOW }
}

fn event(n: u128) -> Event {
    Event::new::<()>("test.happened", "test", Id::from_uuid(Uuid::from_u128(n))).with("n", n)
}

async fn databases() -> Vec<TestDb> {
    testing::each(&[arpent_store::MIGRATIONS]).await.expect("a database of each engine")
}

async fn write(db: &Db, n: u128) -> Result<(), StoreError> {
    db.begin(author()).await?.commit(event(n)).await
}

#[tokio::test]
async fn every_statement_is_valid_on_both_engines() {
    for test in databases().await {
        for statement in STATEMENTS.iter().copied().flatten() {
            let prepared = test.db.prepare(statement).await;
            assert!(prepared.is_ok(), "{} on {:?}: {prepared:?}", statement.name, test.db.engine());
        }
    }
}

#[tokio::test]
async fn a_transaction_dropped_leaves_nothing_behind() {
    for test in databases().await {
        write(&test.db, 1).await.expect("kept");
        let tx = test.db.begin(author()).await.expect("begun");
        let job =
            jobs::NewJob { id: Uuid::from_u128(9), kind: "mail", payload: json!({}), unique_key: None, run_at: NOW };
        tx.enqueue(job).await.expect("asked for");
        drop(tx);
        write(&test.db, 2).await.expect("kept");
        assert_eq!(jobs::count(&test.db, "queued").await.expect("read"), 0);
        assert_eq!(test.db.one::<i64>(&COUNT, args![]).await.expect("read"), 2);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn concurrent_writers_are_all_kept_in_one_unbroken_chain() {
    for test in databases().await {
        let db = Arc::new(test.db.clone());
        let writers: Vec<_> = (0..200_u128)
            .map(|n| {
                let db = Arc::clone(&db);
                tokio::spawn(async move {
                    if n % 5 == 0 { drop(db.begin(author()).await) } else { write(&db, n).await.expect("kept") }
                })
            })
            .collect();
        for writer in writers {
            writer.await.expect("no panic");
        }
        let found = verify(&db).await.expect("read");
        assert_eq!((found.lines, found.faults), (160, vec![]));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_writer_who_gives_up_does_not_hold_the_others_back() {
    for test in databases().await {
        let db = test.db.clone();
        let held = db.begin(author()).await.expect("begun");
        let impatient = tokio::spawn({
            let db = db.clone();
            async move { db.begin(author()).await.map(drop) }
        });
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        impatient.abort();
        let kept = tokio::time::timeout(std::time::Duration::from_secs(20), held.commit(event(1))).await;
        kept.expect("acknowledged").expect("kept");
    }
}

async fn tamper(test: &TestDb, sqlite: &'static str, postgres: &'static str) {
    // What someone with the file or the server in hands could do, triggers removed first.
    let unlock = Statement {
        name: "unlock",
        sqlite: "DROP TRIGGER IF EXISTS journal_no_update",
        postgres: "ALTER TABLE journal DISABLE TRIGGER ALL",
    };
    let unlock_delete = Statement {
        name: "unlock",
        sqlite: "DROP TRIGGER IF EXISTS journal_no_delete",
        postgres: "ALTER TABLE journal DISABLE TRIGGER ALL",
    };
    let tx = test.db.begin(author()).await.expect("begun");
    tx.run(&unlock, args![]).await.expect("unlocked");
    tx.run(&unlock_delete, args![]).await.expect("unlocked");
    tx.run(&Statement { name: "tamper", sqlite, postgres }, args![]).await.expect("tampered");
    tx.keep_house("a test tampers").await.expect("kept");
}

async fn faults_after(sql: &'static str) -> Vec<Vec<Fault>> {
    let mut all = Vec::new();
    for test in databases().await {
        for n in 1..=5 {
            write(&test.db, n).await.expect("kept");
        }
        tamper(&test, sql, sql).await;
        all.push(verify(&test.db).await.expect("read").faults);
    }
    all
}

#[tokio::test]
async fn a_changed_line_is_named() {
    for faults in faults_after("UPDATE journal SET role = 'administrator' WHERE seq = 3").await {
        assert_eq!(faults, [Fault::Changed(3)]);
    }
}

#[tokio::test]
async fn a_removed_line_is_named() {
    for faults in faults_after("DELETE FROM journal WHERE seq = 3").await {
        assert_eq!(faults, [Fault::Removed { from: 3, to: 3 }]);
    }
}

#[tokio::test]
async fn an_inserted_line_is_named() {
    let sql =
        "INSERT INTO journal SELECT 6, at, actor, role, kind, subject_kind, subject, initiative, details, previous,
               'forged' FROM journal WHERE seq = 5";
    for faults in faults_after(sql).await {
        assert!(faults.contains(&Fault::Inserted(6)) && faults.contains(&Fault::HeadReplaced), "{faults:?}");
    }
}

#[tokio::test]
async fn a_cut_tail_is_named() {
    for faults in faults_after("DELETE FROM journal WHERE seq > 3").await {
        assert_eq!(faults, [Fault::CutAfter { last: 3, head: 5 }]);
    }
}

#[tokio::test]
async fn the_journal_refuses_to_be_rewritten() {
    for test in databases().await {
        write(&test.db, 1).await.expect("kept");
        for sql in ["UPDATE journal SET role = 'x'", "DELETE FROM journal"] {
            let tx = test.db.begin(author()).await.expect("begun");
            assert!(tx.run(&statement(sql), args![]).await.is_err(), "{sql}");
        }
    }
}

#[tokio::test]
async fn the_same_key_is_one_job_and_a_failure_is_tried_again_later() {
    for test in databases().await {
        for id in [1, 2] {
            let tx = test.db.begin(author()).await.expect("begun");
            let job = jobs::NewJob {
                id: Uuid::from_u128(id),
                kind: "mail",
                payload: json!({"to": "someone"}),
                unique_key: Some("answer-1".into()),
                run_at: NOW,
            };
            tx.enqueue(job).await.expect("asked for");
            tx.commit(event(id)).await.expect("kept");
        }
        let job = jobs::claim(&test.db, NOW).await.expect("read").expect("one job");
        assert!(jobs::claim(&test.db, NOW).await.expect("read").is_none());
        jobs::failed(&test.db, &job, "no route to host", NOW).await.expect("noted");
        assert!(jobs::claim(&test.db, NOW).await.expect("read").is_none());
        let later = NOW + jiff::SignedDuration::from_secs(16);
        let again = jobs::claim(&test.db, later).await.expect("read").expect("again");
        assert_eq!((again.attempts, again.last_error.as_deref()), (2, Some("no route to host")));
        jobs::done(&test.db, again.id, later).await.expect("noted");
        assert_eq!(jobs::count(&test.db, "done").await.expect("read"), 1);
    }
}

#[tokio::test]
async fn french_words_are_found_by_stem_without_accents_and_internal_ones_stay_internal() {
    for test in databases().await {
        let tx = test.db.begin(author()).await.expect("begun");
        for (n, visibility, text) in [
            (1, Visibility::Public, "Des pistes cyclables près des écoles"),
            (2, Visibility::Internal, "L’école est fermée"),
        ] {
            let doc = Doc {
                record: Uuid::from_u128(n),
                kind: "contribution",
                initiative: None,
                visibility,
                title: "Titre",
                text,
                href: "/",
            };
            tx.index(&doc).await.expect("indexed");
        }
        tx.commit(event(1)).await.expect("kept");
        let public = find(&test.db, "ecole", None, false, (10, 0)).await.expect("read");
        let internal = find(&test.db, "écoles", None, true, (10, 0)).await.expect("read");
        assert_eq!((public.total, internal.total), (1, 2));
        let odd = find(&test.db, "\"' OR * ( vélo", None, true, (10, 0)).await.expect("never a syntax error");
        assert_eq!(odd.total, 0);
    }
}

#[tokio::test]
async fn a_backup_taken_while_serving_is_whole() {
    let test = testing::sqlite(&[arpent_store::MIGRATIONS]).await.expect("a file");
    write(&test.db, 1).await.expect("kept");
    let copy = format!("{}.copy", test.address);
    test.db.backup(copy.as_ref()).await.expect("written");
    assert_eq!(Db::check_file(copy.as_ref()).await.expect("readable"), Vec::<String>::new());
    let copied = Db::open(&copy).await.expect("opened");
    assert_eq!(verify(&copied).await.expect("read").lines, 1);
}
