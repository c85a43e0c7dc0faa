//! A tablet that had no network for a day: what it kept arrives once, whole, and says nothing of whom.

use arpent_barometer::commands::waves::close;
use arpent_barometer::domain::answer::Reply;
use arpent_barometer::domain::wave::Mode;
use arpent_barometer::store::answers::counts;
use arpent_barometer::store::points;
use arpent_commons::store::contributions::{self, Filter};
use arpent_core::Role;
use arpent_web::testkit::{Answer, Browser};
use axum::http::{Method, StatusCode};
use serde_json::{Value as Json, json};

use crate::town::{Town, each, each_limited};
use crate::wave::WAVE;

/// A point of the open wave; its address.
pub async fn point(town: &Town, kind: &str, place: &str) -> String {
    let mut facilitator = town.browser(Role::Facilitator).await;
    let fields = [("kind", kind), ("population", "usagers"), ("service", ""), ("place", place)];
    facilitator.submit(&format!("{WAVE}/collecte/points"), &fields).await.ok();
    let row = arpent_barometer::store::barometers::by_slug(&town.house.app.db, "nos-services").await;
    let row = row.expect("read").expect("there");
    let wave = arpent_barometer::store::waves::by_number(&town.house.app.db, row.id, 1).await;
    let all = points::of_wave(&town.house.app.db, wave.expect("read").expect("there").id).await.expect("points");
    let of = |point: &&points::Point| point.kind.code() == kind && point.place.as_deref() == Some(place);
    format!("/b/{}", all.iter().find(of).expect("a point").code)
}

/// An answer as a tablet sends it.
pub fn kept(number: usize, replies: &Json) -> Json {
    json!({ "key": format!("{number:064x}"), "complete": true, "replies": replies })
}

/// Sends what a tablet kept.
pub async fn send(browser: &mut Browser, address: &str, answers: &[Json]) -> Answer {
    browser.call(Method::POST, &format!("{address}/lot"), &json!({ "answers": answers })).await
}

#[tokio::test]
async fn the_first_page_of_a_tablet_holds_the_whole_questionnaire() {
    for town in each().await {
        town.wave().await;
        let tablet = point(&town, "kiosk", "Accueil").await;
        let page = town.house.browser().get(&tablet).await.ok();
        page.says("Commencer").says("Transports et mobilité : en êtes-vous satisfait ?").says("Votre âge");
        assert!(page.text().contains("data-if=\"use_mobilite\" data-is=\"1\""), "conditions come with the questions");
        let poster = point(&town, "poster", "Rue").await;
        town.house.browser().get(&poster).await.ok().does_not_say("Votre âge");
    }
}

#[tokio::test]
async fn a_day_without_a_network_arrives_once_however_often_it_is_sent() {
    for town in each().await {
        let wave = town.wave().await;
        let address = point(&town, "kiosk", "Accueil").await;
        let mut tablet = town.house.browser();
        let day: Vec<Json> = (0..30)
            .map(|number| kept(number, &json!({ "use_dechets": ["1"], "sat_dechets": ["3"], "imp_dechets": ["?"] })))
            .collect();
        for _ in 0..3 {
            let taken = send(&mut tablet, &address, &day).await.ok().json();
            assert_eq!(taken["kept"].as_array().map(Vec::len), Some(30));
        }
        let all = town.answers(&wave).await;
        assert_eq!(all.len(), 30);
        assert!(all.iter().all(|one| one.mode == Mode::Kiosk && one.place.as_deref() == Some("Accueil")));
        assert!(all.iter().all(|one| one.week.to_string() == "2026-11-02" && one.id.uuid().get_version_num() == 4));
        assert!(all.iter().all(|one| one.replies.0.len() == 2), "not knowing leaves no trace");

        // The screens of the same questionnaire, without scripts, take the same key for the same answer.
        let key = "0".repeat(64);
        tablet
            .post(&address, &[("_k", key.as_str()), ("_step", "5"), ("_go", "send")])
            .await
            .ok()
            .says("Elle compte une fois");
        assert_eq!(town.answers(&wave).await.len(), 30);
    }
}

#[tokio::test]
async fn an_answer_left_does_not_count_and_what_its_owner_no_longer_asks_for_is_forgotten() {
    for town in each().await {
        let wave = town.wave().await;
        let address = point(&town, "kiosk", "Accueil").await;
        let left = json!({ "key": "a".repeat(64), "complete": false, "replies": { "use_dechets": ["1"] } });
        let unused = kept(7, &json!({ "use_dechets": ["0"], "sat_dechets": ["1"] }));
        send(&mut town.house.browser(), &address, &[left, unused]).await.ok();
        let all = town.answers(&wave).await;
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].replies.0.get("use_dechets"), Some(&Reply::Number(0)));
        assert_eq!(all[0].replies.0.get("sat_dechets"), None);
        let counts = counts(&town.house.app.db, wave.id).await.expect("counts");
        assert_eq!(counts.iter().map(|one| (one.complete, one.n)).collect::<Vec<_>>(), [(false, 1), (true, 1)]);
    }
}

#[tokio::test]
async fn an_answer_outside_its_scale_is_refused_whole_and_named_and_the_others_are_kept() {
    for town in each().await {
        let wave = town.wave().await;
        let address = point(&town, "kiosk", "Accueil").await;
        let batch = [
            kept(1, &json!({ "imp_dechets": ["4"] })),
            kept(2, &json!({ "imp_dechets": ["7"], "imp_mobilite": ["2"] })),
            kept(3, &json!({ "invented": ["1"] })),
            json!({ "key": "short", "complete": true, "replies": {} }),
        ];
        let taken = send(&mut town.house.browser(), &address, &batch).await.ok().json();
        assert_eq!(taken["kept"].as_array().map(Vec::len), Some(1));
        assert_eq!(taken["refused"][0]["questions"], json!(["imp_dechets"]));
        assert_eq!(taken["refused"][1]["questions"], json!(["invented"]));
        assert_eq!(taken["refused"][2]["key"], "short");
        assert_eq!(town.answers(&wave).await.len(), 1);
    }
}

#[tokio::test]
async fn words_kept_on_a_tablet_become_one_contribution_to_follow() {
    for town in each().await {
        let wave = town.wave().await;
        let address = point(&town, "kiosk", "Accueil").await;
        let said = [kept(5, &json!({ "verbatim": ["Trop d'attente le lundi matin."] }))];
        let first = send(&mut town.house.browser(), &address, &said).await.ok().json();
        let again = send(&mut town.house.browser(), &address, &said).await.ok().json();
        assert_eq!(first, again, "the same code, and one contribution");
        assert_eq!(first["kept"][0]["codes"].as_array().map(Vec::len), Some(1));
        let filter = Filter { limit: 10, ..Filter::of(town.initiative.id) };
        assert_eq!(contributions::list(&town.house.app.db, &filter).await.expect("listed").len(), 1);
        let kept = serde_json::to_string(&town.answers(&wave).await[0].replies).expect("JSON");
        assert!(!kept.contains("lundi"), "the words are not in the answer: {kept}");
    }
}

#[tokio::test]
async fn a_closed_wave_takes_nothing_more_and_only_a_tablet_sends_batches() {
    for town in each().await {
        let wave = town.wave().await;
        let (address, poster) = (point(&town, "kiosk", "Accueil").await, point(&town, "poster", "Rue").await);
        let one = [kept(1, &json!({ "imp_dechets": ["4"] }))];
        let mut tablet = town.house.browser();
        send(&mut tablet, &poster, &one).await.is(StatusCode::NOT_FOUND);
        tablet.call(Method::POST, &format!("{address}/lot"), &json!(["?"])).await.is(StatusCode::BAD_REQUEST);
        let many: Vec<Json> = (0..51).map(|number| kept(number, &json!({}))).collect();
        send(&mut tablet, &address, &many).await.is(StatusCode::BAD_REQUEST);
        close(&town.house.operator(), wave.id).await.expect("closed");
        send(&mut tablet, &address, &one).await.is(StatusCode::CONFLICT);
        assert!(town.answers(&wave).await.is_empty());
    }
}

#[tokio::test]
async fn one_address_answers_as_a_town_hall_does_and_no_faster() {
    for town in each_limited().await {
        let wave = town.wave().await;
        let address = point(&town, "kiosk", "Accueil").await;
        let batch = |from: usize| (from..from + 50).map(|one| kept(one, &json!({ "imp_dechets": ["4"] }))).collect();
        let batches: [Vec<Json>; 3] = [batch(0), batch(50), batch(100)];
        let mut tablet = town.house.browser();
        for day in &batches[..2] {
            send(&mut tablet, &address, day).await.ok();
        }
        let refused = send(&mut tablet, &address, &batches[2]).await.is(StatusCode::TOO_MANY_REQUESTS);
        assert!(!refused.header("retry-after").is_empty(), "it says when to come back");
        send(&mut tablet.clone().from_address(9), &address, &batches[2]).await.ok();
        assert_eq!(town.answers(&wave).await.len(), 150, "nothing was lost");
    }
}
