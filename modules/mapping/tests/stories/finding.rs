//! Looking for a place by its name: on this site first, outside only when someone chose so.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;

use arpent_core::Role;
use arpent_web::Config;
use axum::http::StatusCode;

use crate::town::{MAP, each, each_with, point};

#[tokio::test]
async fn a_place_of_a_layer_is_found_by_its_name_and_taken_without_a_script() {
    for park in each().await {
        let gardens = park.layer("Jardins", "everyone").await;
        park.drawn(gardens, "Jardin des Poètes", point(48.5731, 7.7012)).await;
        let mut anyone = park.house.browser();
        let found = anyone.get(&format!("{MAP}?adresse=poetes&forme=point")).await.ok();
        found.says("Un lieu trouvé").says("Jardin des Poètes");
        assert!(found.text().contains("vue=48.5731"), "a link moves the map there");
        assert!(found.queries() <= 15, "{} queries", found.queries());
        anyone.get(&format!("{MAP}?adresse=nulle+part")).await.ok().says("Rien de ce nom");
        // In a form, what was found is a button of the form itself; nothing typed is lost, and nothing is kept yet.
        let form = format!("/couches/{gardens}/ajouter");
        let typed =
            [("title", "Une mare"), ("form", "point"), ("sought", "poetes"), ("seek", "1"), ("submission", "k")];
        let listed = anyone.post(&form, &typed).await.ok();
        listed.says("Un lieu trouvé");
        assert!(listed.text().contains("name=\"take\" value=\"48.57310,7.70120\""), "{}", listed.text());
        let take = [("title", "Une mare"), ("form", "point"), ("take", "48.57310,7.70120"), ("submission", "k")];
        let taken = anyone.post(&form, &take).await.ok();
        assert!(taken.text().contains("48.57310, 7.70120") && taken.text().contains("value=\"Une mare\""));
        anyone.get(MAP).await.ok().says("Un lieu").does_not_say("Une mare");
        // The Enter key presses the first button: without anything sought, the form is sent.
        let enter =
            [("title", "Une mare"), ("form", "point"), ("points", "48.573, 7.701"), ("seek", "1"), ("submission", "k")];
        anyone.submit(&form, &enter).await.ok().says("Une mare").says("Le lieu est sur la carte");
    }
}

#[tokio::test]
async fn whoever_observes_finds_a_place_the_same_way() {
    for park in each().await {
        let gardens = park.layer("Jardins", "staff").await;
        park.drawn(gardens, "Jardin des Poètes", point(48.5731, 7.7012)).await;
        let layer = park.inventory("everyone").await;
        let mut someone = park.house.browser();
        let form = format!("/couches/{layer}/observer");
        let typed = [("title", "Tilleul"), ("sought", "poètes"), ("seek", "1"), ("submission", "k")];
        someone.post(&form, &typed).await.ok().says("Un lieu trouvé");
        let take = [("title", "Tilleul"), ("take", "48.57310,7.70120"), ("submission", "k")];
        let taken = someone.post(&form, &take).await.ok();
        assert!(taken.text().contains("value=\"48.57310, 7.70120\"") && taken.text().contains("value=\"Tilleul\""));
    }
}

/// A geocoder of the house that answers as many times as it is asked.
fn geocoder() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let base = format!("http://{}/", listener.local_addr().expect("an address"));
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.expect("a call");
            let mut asked = [0_u8; 2048];
            let read = stream.read(&mut asked).expect("a question");
            let known = String::from_utf8_lossy(&asked[..read]).contains("q=quai%20des%20bateliers");
            let feature = r#"{"geometry":{"coordinates":[7.7531,48.5802]},"properties":{"label":"Quai <des> Bateliers 67000 Strasbourg","context":"67, Bas-Rhin"}}"#;
            let body = format!("{{\"features\":[{}]}}", if known { feature } else { "" });
            let answer =
                format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}", body.len());
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    base
}

#[tokio::test]
async fn the_server_asks_the_geocoder_and_the_page_calls_nobody() {
    let base = geocoder();
    let housed = |config: Config| Config { geocoder: Some(base.clone()), ..config };
    for park in each_with(housed).await {
        park.layer("Jardins", "staff").await;
        let mut anyone = park.house.browser();
        let found = anyone.get(&format!("{MAP}?adresse=quai+des+bateliers")).await.ok();
        found.says("Un lieu trouvé").says("Quai <des> Bateliers 67000 Strasbourg").says("67, Bas-Rhin");
        assert!(found.text().contains("vue=48.5802") && !found.text().contains("<des>"), "escaped");
        assert!(!found.header("content-security-policy").contains("http"));
        let mut administrator = park.house.sign_in_as(Role::Administrator).await;
        administrator.get("/admin/fonds-de-carte").await.ok().says("géocodeur de la maison");
    }
}

#[tokio::test]
async fn a_geocoder_that_does_not_answer_is_said_and_the_rest_is_shown() {
    let housed = |config: Config| Config { geocoder: Some("http://127.0.0.1:9".to_owned()), ..config };
    for park in each_with(housed).await {
        let gardens = park.layer("Jardins", "staff").await;
        park.drawn(gardens, "Jardin des Poètes", point(48.5731, 7.7012)).await;
        let found = park.house.browser().get(&format!("{MAP}?adresse=poètes")).await.ok();
        found.says("Jardin des Poètes").says("ne répond pas pour l'instant");
    }
}

#[tokio::test]
async fn only_a_host_of_the_internet_is_kept_as_a_geocoder() {
    for park in each().await {
        let mut administrator = park.house.sign_in_as(Role::Administrator).await;
        for address in ["http://data.geopf.fr", "https://127.0.0.1/", "https://a.fr/?x=1", "https://localhost"] {
            let refused = administrator.post("/admin/recherche-d-adresses", &[("geocoder", address)]).await;
            assert!(refused.text().contains(&format!("value=\"{address}\"")), "what was typed stays");
            refused.is(StatusCode::UNPROCESSABLE_ENTITY).says("hôte d'Internet en https");
        }
        let kept =
            administrator.submit("/admin/recherche-d-adresses", &[("geocoder", "https://geo.example/ban/")]).await;
        kept.ok().says("La recherche d'adresses est enregistrée");
        let page = administrator.get("/admin/fonds-de-carte").await.ok();
        assert!(page.text().contains("value=\"https://geo.example/ban\""));
        administrator.submit("/admin/recherche-d-adresses", &[("geocoder", "")]).await.ok();
        let facilitator = park.browser(Role::Facilitator).await.get("/admin/fonds-de-carte").await;
        facilitator.is(StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn the_thirty_first_search_in_a_minute_waits() {
    for park in each_with(|config| Config { limits_loosened: 1, ..config }).await {
        park.layer("Jardins", "staff").await;
        let mut script = park.house.browser();
        for _ in 0..30 {
            script.get(&format!("{MAP}?adresse=a")).await.ok();
        }
        script.get(&format!("{MAP}?adresse=a")).await.is(StatusCode::TOO_MANY_REQUESTS);
        script.get(MAP).await.ok();
    }
}
