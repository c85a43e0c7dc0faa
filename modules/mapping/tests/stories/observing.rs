//! Inventories: what people see, what peers say, what nobody may see.

use std::io::Cursor;

use arpent_core::{Id, Role};
use arpent_mapping::domain::layer::Layer;
use arpent_web::testkit::{Answer, Browser};
use axum::http::StatusCode;
use jiff::SignedDuration;

use crate::town::{MAP, Park, each};

/// Where the nest is.
const NEST: (&str, &str) = ("48.58347", "7.74512");

fn photograph() -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image::DynamicImage::new_rgb8(40, 30).write_to(&mut bytes, image::ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}

/// What someone saw: the address of its page, the code of its author.
async fn seen(browser: &mut Browser, layer: Id<Layer>, title: &str, key: &str) -> (String, String) {
    let place = format!("{}, {}", NEST.0, NEST.1);
    let typed = [("title", title), ("place", place.as_str()), ("submission", key), ("answer-1", "140")];
    let sent = browser.upload(&format!("/couches/{layer}/observer"), &typed, ("photo", "a.png", &photograph())).await;
    let follow = sent.is(StatusCode::SEE_OTHER).location().expect("its page").to_owned();
    let page = browser.get(&follow).await.ok();
    let place = page.addresses().into_iter().find(|to| to.starts_with("/lieux/")).expect("its place");
    (place, follow)
}

async fn voices(park: &Park, place: &str, agrees: &str, count: usize) -> Answer {
    let mut last = None;
    for _ in 0..count {
        let mut peer = park.house.sign_in_as(Role::Inhabitant).await;
        last = Some(peer.submit(&format!("{place}/avis"), &[("agrees", agrees)]).await);
    }
    last.expect("one voice at least").ok()
}

#[tokio::test]
async fn an_observation_waits_then_five_that_agree_confirm_it_after_two_days() {
    for park in each().await {
        let layer = park.inventory("everyone").await;
        let mut someone = park.house.browser();
        let form = someone.get(&format!("/couches/{layer}/observer")).await.ok();
        form.says("Tour (cm)").says("moyen");
        assert!(form.header("permissions-policy").contains("geolocation=(self)"));
        let (place, follow) = seen(&mut someone, layer, "Tilleul", "k1").await;
        someone.get(&follow).await.ok().says("Gardez ce code").says("À confirmer");
        someone.get(&place).await.ok().says("À confirmer").says("Tour (cm) 140").says("connectez-vous");
        voices(&park, &place, "true", 5).await.says("5 l'ont vu aussi").says("À confirmer");
        park.house.pass(SignedDuration::from_hours(49));
        park.house.work().await;
        someone.get(&place).await.ok().says("Tranchée par ses pairs").does_not_say("À confirmer");
    }
}

#[tokio::test]
async fn a_voice_against_or_fifteen_days_call_the_team_which_decides_with_a_reason() {
    for park in each().await {
        let layer = park.inventory("everyone").await;
        let mut someone = park.house.browser();
        let (disputed, follow) = seen(&mut someone, layer, "Tilleul", "k1").await;
        let (forgotten, _) = seen(&mut someone, layer, "Frêne", "k2").await;
        voices(&park, &disputed, "false", 1).await;
        voices(&park, &disputed, "true", 10).await;
        let mut facilitator = park.browser(Role::Facilitator).await;
        facilitator.get("/inventaires/a-trancher").await.ok().says("Tilleul").does_not_say("Frêne");
        park.house.pass(SignedDuration::from_hours(15 * 24 + 1));
        park.house.work().await;
        facilitator.get("/inventaires/a-trancher").await.ok().says("Frêne");
        let decide = format!("{disputed}/trancher");
        let refused = facilitator.post(&decide, &[("confirmed", "false")]).await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY);
        facilitator.submit(&decide, &[("confirmed", "false"), ("reason", "C'est un marronnier.")]).await.ok();
        facilitator.submit(&format!("{forgotten}/trancher"), &[("confirmed", "true")]).await.ok().says("Rien n'attend");
        someone.get(&disputed).await.is(StatusCode::NOT_FOUND);
        someone.get(&follow).await.ok().says("Écartée").says("C'est un marronnier.");
        someone.get(&forgotten).await.ok().says("Tranchée par l'équipe");
    }
}

#[tokio::test]
async fn nobody_confirms_her_own_observation() {
    for park in each().await {
        let layer = park.inventory("accounts").await;
        park.house.browser().get(&format!("/couches/{layer}/observer")).await.is(StatusCode::SEE_OTHER);
        let mut author = park.house.sign_in_as(Role::Inhabitant).await;
        let (place, _) = seen(&mut author, layer, "Tilleul", "k1").await;
        let refused = author.post(&format!("{place}/avis"), &[("agrees", "true")]).await;
        refused.is(StatusCode::CONFLICT).says("On ne confirme pas ce qu'on a observé soi-même");
    }
}

#[tokio::test]
async fn the_place_of_a_nest_is_nowhere_but_before_those_who_validate() {
    for park in each().await {
        let layer = park.inventory("everyone").await;
        let mut someone = park.house.browser();
        let (place, follow) = seen(&mut someone, layer, "Nid de milan royal", "k1").await;
        let mut inhabitant = park.house.sign_in_as(Role::Inhabitant).await;
        let api = "/api/v1/initiatives/parc-ill-bruche/map";
        let layer_page = format!("/couches/{layer}");
        let exports = [format!("{MAP}.geojson"), format!("{MAP}.gpx"), format!("{MAP}.csv")];
        let pages = [MAP, "/carte", api, place.as_str(), layer_page.as_str()].map(str::to_owned);
        for address in pages.iter().chain(&exports) {
            let shown = inhabitant.get(address).await.ok().text();
            for precise in [NEST.0, NEST.1, "48,5834", "7,7451"] {
                assert!(!shown.contains(&precise[..precise.len() - 1]), "{address} shows {precise}");
            }
        }
        let file = inhabitant.get(api).await.ok().json();
        assert_eq!(file["features"][0]["properties"]["precision"], "cell");
        inhabitant.get(&place).await.ok().says("le centre d'un carreau");
        inhabitant.get(&format!("{place}/photo")).await.is(StatusCode::NOT_FOUND);
        let mut facilitator = park.browser(Role::Facilitator).await;
        facilitator.get(&place).await.ok().says("vous voyez le lieu exact : 48.58347, 7.74512");
        facilitator.get(&format!("{place}/photo")).await.ok();
        someone.get(&follow).await.ok().says("48.58347, 7.74512").says("au centre d'un carreau seulement");
        facilitator.submit(&format!("{place}/sensible"), &[("sensitive", "false")]).await.ok();
        inhabitant.get(&place).await.ok().says("48.58347, 7.74512");
        facilitator.submit(&format!("{place}/sensible"), &[("sensitive", "true")]).await.ok();
        inhabitant.get(&place).await.ok().does_not_say("48.58347");
    }
}

#[tokio::test]
async fn what_was_typed_stays_when_something_is_wrong() {
    for park in each().await {
        let layer = park.inventory("everyone").await;
        let typed = [
            ("title", "Tilleul"),
            ("place", "quelque part"),
            ("seen_on", "2027-01-01"),
            ("answer-1", "gros"),
            ("submission", "k"),
        ];
        let refused = park.house.browser().post(&format!("/couches/{layer}/observer"), &typed).await;
        let refused = refused.is(StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Ligne 1 : il faut deux nombres").says("Ce jour n'est pas encore passé").says("« Tour (cm) »");
        assert!(refused.text().contains("value=\"quelque part\"") && refused.text().contains("value=\"gros\""));
    }
}

#[tokio::test]
async fn a_form_sent_twice_is_one_observation_and_its_code_takes_it_back() {
    for park in each().await {
        let layer = park.inventory("everyone").await;
        let mut someone = park.house.browser();
        let (place, follow) = seen(&mut someone, layer, "Tilleul", "k1").await;
        assert_eq!(seen(&mut someone, layer, "Tilleul", "k1").await, (place.clone(), follow.clone()));
        someone.get(&format!("{place}/photo")).await.ok();
        someone.submit(&format!("{follow}/retirer"), &[]).await.ok().says("est retirée, avec sa photo");
        someone.get(&place).await.is(StatusCode::NOT_FOUND);
        someone.get(&format!("{place}/photo")).await.is(StatusCode::NOT_FOUND);
        someone.get("/observations/AAAA-AAAA").await.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_report_waits_for_the_team_which_keeps_or_takes_away() {
    for park in each().await {
        let layer = park.inventory("everyone").await;
        let mut someone = park.house.browser();
        let (place, _) = seen(&mut someone, layer, "Tilleul", "k1").await;
        let report = format!("{place}/signaler");
        let refused = someone.post(&report, &[("submission", "r1")]).await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).says("Choisissez ce qui ne va pas");
        let gone = [("ground", "gone"), ("text", "Abattu en mars"), ("submission", "r1")];
        someone.submit(&report, &gone).await.ok().says("Votre signalement est envoyé").does_not_say("Abattu en mars");
        let mut facilitator = park.browser(Role::Facilitator).await;
        facilitator.get("/inventaires/a-trancher").await.ok().says("Cela n'est plus là");
        facilitator.get(&place).await.ok().says("Abattu en mars");
        let taken = [("confirmed", "false"), ("reason", "Abattu en mars 2026.")];
        facilitator.submit(&format!("{place}/trancher"), &taken).await.ok().says("Rien n'attend");
        someone.get(&place).await.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_phone_that_sends_what_it_kept_is_answered_once_and_told_what_is_wrong() {
    for park in each().await {
        let layer = park.inventory("everyone").await;
        let mut phone = park.house.browser();
        let send = format!("/api/v1/layers/{layer}/observations");
        let typed = [("title", "Tilleul"), ("place", "48.58, 7.75"), ("submission", "kept on the phone")];
        let first = phone.upload(&send, &typed, ("photo", "a.png", &photograph())).await.is(StatusCode::CREATED);
        let code = first.json()["code"].as_str().expect("a code").to_owned();
        assert_eq!(first.json()["href"], format!("/observations/{code}"));
        // The answer was lost on the way: the phone asks again, with the same key.
        let again = phone.upload(&send, &typed, ("photo", "a.png", &photograph())).await.is(StatusCode::CREATED);
        assert_eq!(again.json()["code"], code.as_str());
        phone.get(MAP).await.ok().says("Un lieu");
        let wrong = [("title", ""), ("place", "ici"), ("seen_on", "2030-01-01"), ("submission", "another")];
        let refused = phone.post(&send, &wrong).await.is(StatusCode::UNPROCESSABLE_ENTITY).json();
        let fields: Vec<&str> =
            refused["errors"].as_array().expect("errors").iter().filter_map(|e| e["field"].as_str()).collect();
        assert_eq!(fields, ["title", "place", "seen_on"]);
        let closed = park.inventory("accounts").await;
        let closed = format!("/api/v1/layers/{closed}/observations");
        phone.post(&closed, &typed).await.is(StatusCode::UNAUTHORIZED);
        let page = phone.get(&format!("/couches/{layer}/observer")).await.ok();
        page.says("Mes observations gardées sur cet appareil");
        assert!(page.text().contains(&format!("data-send=\"{send}\"")));
    }
}
