//! Bad marks at one place call someone once, in one letter.

use arpent_barometer::domain::signal::SignalKind;
use arpent_barometer::store::signals;
use arpent_core::Role;
use jiff::SignedDuration;
use serde_json::{Value as Json, json};

use crate::tablet::{kept, point, send};
use crate::town::{Town, each};
use crate::wave::WAVE;

/// Letters that left, each a file.
fn letters(town: &Town) -> usize {
    let folder = town.house.app.config.data_dir.join("mail");
    std::fs::read_dir(folder).map_or(0, Iterator::count)
}

/// Half an hour passes, and the places are looked at.
async fn look(town: &Town) {
    town.house.pass(SignedDuration::from_mins(31));
    town.house.work().await;
}

fn marks(from: usize, count: usize, level: &str) -> Vec<Json> {
    let mark = |number| kept(number, &json!({ "use_dechets": ["1"], "sat_dechets": [level] }));
    (from..from + count).map(mark).collect()
}

#[tokio::test]
async fn fifty_bad_marks_in_a_row_raise_one_signal_and_send_one_letter() {
    for town in each().await {
        let wave = town.wave().await;
        let mut facilitator = town.browser(Role::Facilitator).await;
        let elsewhere = town.house.sign_in_on(Role::Facilitator, arpent_core::Scope::Organisation(uuid::Uuid::nil()));
        elsewhere.await;
        let address = point(&town, "kiosk", "Guichet").await;
        let bad = marks(0, 50, "1");
        let mut tablet = town.house.browser();
        for ten in bad.chunks(10) {
            send(&mut tablet, &address, ten).await.ok();
            look(&town).await;
        }
        for _ in 0..20 {
            look(&town).await;
        }
        let all = signals::of_barometer(&town.house.app.db, wave.barometer).await.expect("signals");
        assert_eq!(all.len(), 1, "{all:?}");
        assert_eq!((all[0].kind, all[0].item.as_str()), (SignalKind::BadRun, "dechets"));
        assert_eq!(all[0].place, "Guichet");
        // `point` signed a second facilitator of this démarche in: one letter each, and none for the one of elsewhere.
        assert_eq!(letters(&town), 2);
        let page = facilitator.get("/barometres/nos-services/signaux").await.ok();
        page.says("Collecte des déchets : mauvaises notes à répétition, Guichet").says("10 mauvaises notes sur 10");
        assert_eq!(page.words().matches("à répétition").count(), 1);
        facilitator.get(&format!("{WAVE}/collecte")).await.ok().says("50 réponses complètes");
    }
}

#[tokio::test]
async fn an_ordinary_place_calls_nobody_and_a_look_writes_no_hour_of_an_answer() {
    for town in each().await {
        let wave = town.wave().await;
        let address = point(&town, "kiosk", "Guichet").await;
        let mut tablet = town.house.browser();
        for round in 0..10 {
            let ordinary = [marks(round * 10, 7, "4"), marks(round * 10 + 7, 3, "1")].concat();
            send(&mut tablet, &address, &ordinary).await.ok();
            look(&town).await;
        }
        assert_eq!(town.answers(&wave).await.len(), 100);
        assert!(signals::of_barometer(&town.house.app.db, wave.barometer).await.expect("signals").is_empty());
        assert_eq!(letters(&town), 0);
    }
}
