//! A killed process loses nothing it said was kept.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use arpent_core::{Chance as _, SeededChance};
use arpent_store::{Db, Reads as _, args, journal, statements};
use serde_json::{Value as Json, json};
use uuid::Uuid;

use crate::initiative::{SLUG, open_initiative};
use crate::tools::{Folder, agent, free_port};

/// Times the server is killed.
const KILLS: u64 = 4;
/// People who contribute at once.
const VOICES: u64 = 6;

statements! {
    CONTRIBUTIONS = "SELECT id AS value FROM contribution";
    ACCEPTED = "SELECT COUNT(*) AS value FROM journal WHERE kind = 'contribution.accepted'";
    INDEXED = "SELECT COUNT(*) AS value FROM search_doc WHERE kind = 'contribution'";
}

#[test]
fn every_acknowledged_contribution_outlives_kill_9() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let folder = Folder::new();
    folder.run(&["migrate"]);
    runtime.block_on(open_initiative(&folder));
    let chance = SeededChance::new(9);
    let mut acknowledged = Vec::new();
    for kill in 0..KILLS {
        acknowledged.extend(contribute_until_killed(&folder, kill, &chance));
    }
    let said = folder.run(&["journal", "verify"]);
    assert!(said.well, "{}", said.text);
    assert!(acknowledged.len() > 50, "only {} contributions were acknowledged", acknowledged.len());
    runtime.block_on(compare(&folder, &acknowledged));
}

fn contribute_until_killed(folder: &Folder, kill: u64, chance: &SeededChance) -> Vec<Uuid> {
    let mut server = folder.serve(free_port());
    let stop = Arc::new(AtomicBool::new(false));
    let voices: Vec<JoinHandle<Vec<Uuid>>> =
        (0..VOICES).map(|voice| speak(server.address.clone(), kill * VOICES + voice, Arc::clone(&stop))).collect();
    let mut byte = [0_u8];
    chance.fill(&mut byte);
    std::thread::sleep(Duration::from_millis(500 + u64::from(byte[0]) * 4));
    server.kill();
    stop.store(true, Ordering::Relaxed);
    voices.into_iter().flat_map(|voice| voice.join().expect("a voice")).collect()
}

/// Contributes one thing after another, and remembers what the server said it kept.
fn speak(address: String, voice: u64, stop: Arc<AtomicBool>) -> JoinHandle<Vec<Uuid>> {
    std::thread::spawn(move || {
        let (agent, url) = (agent(), format!("{address}/api/v1/initiatives/{SLUG}/contributions"));
        let mut kept = Vec::new();
        for number in 0.. {
            if stop.load(Ordering::Relaxed) {
                break;
            }
            let body = json!({ "text": format!("Banc {number} de la rue {voice}"), "capacity": "inhabitant" });
            let sent = agent
                .post(&url)
                .header("content-type", "application/json")
                .header("idempotency-key", format!("voice-{voice}-{number}"))
                .send(body.to_string());
            let Ok(mut response) = sent else { break };
            let Ok(text) = response.body_mut().read_to_string() else { break };
            assert!(response.status().is_success(), "{}: {text}", response.status());
            let answer: Json = serde_json::from_str(&text).expect("JSON");
            kept.push(answer["id"].as_str().and_then(|id| id.parse().ok()).expect("an id"));
        }
        kept
    })
}

async fn compare(folder: &Folder, acknowledged: &[Uuid]) {
    let db = Db::open(&folder.database().display().to_string()).await.expect("opens");
    let present: HashSet<Uuid> = db.all::<Uuid>(&CONTRIBUTIONS, args![]).await.expect("reads").into_iter().collect();
    let lost: Vec<_> = acknowledged.iter().filter(|id| !present.contains(id)).collect();
    assert!(lost.is_empty(), "{} of {} are lost: {lost:?}", lost.len(), acknowledged.len());
    let rows = i64::try_from(present.len()).expect("a count");
    let journalled: i64 = db.one(&ACCEPTED, args![]).await.expect("reads");
    let indexed: i64 = db.one(&INDEXED, args![]).await.expect("reads");
    assert_eq!((journalled, indexed), (rows, rows), "rows, journal and search say the same");
    assert!(journal::verify(&db).await.expect("reads").faults.is_empty());
}
