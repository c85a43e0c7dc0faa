//! The map and its list, the same thing twice.

use std::fmt::Write as _;

use arpent_commons::commands::contributions::{Author, NewContribution, submit};
use arpent_commons::domain::contribution::Channel;
use arpent_commons::domain::people::Capacity;
use arpent_core::Role;
use arpent_documents::shapes::{Limits, Shape, read};
use arpent_mapping::commands::imports;
use arpent_web::Upload;
use axum::http::StatusCode;

use crate::town::{MAP, each, point, rectangle};

#[tokio::test]
async fn points_close_together_are_counted_and_the_list_says_each() {
    for park in each().await {
        let layer = park.layer("Arbres", "staff").await;
        for n in 0..30 {
            park.drawn(layer, &format!("Arbre {n:02}"), point(48.58 + f64::from(n) * 1e-6, 7.75)).await;
        }
        park.drawn(layer, "Arbre seul", point(48.60, 7.80)).await;
        let page = park.house.browser().get(MAP).await.ok();
        page.says("31 lieux").says("30 lieux : rapprocher").says("Arbre seul");
        assert!(page.queries() <= 10, "{} queries", page.queries());
        page.says("Un groupe de lieux à ouvrir").says("30 lieux au sud-ouest : rapprocher");
        let closer =
            page.text().split("href=\"").find(|part| part.starts_with("?vue=48.58")).expect("a group").to_owned();
        let closer = closer.split('"').next().expect("an address").to_owned();
        park.house.browser().get(&format!("{MAP}{closer}")).await.ok().does_not_say("Arbre seul : rapprocher");
        let second = park.house.browser().get(&format!("{MAP}?tri=nom&page=2")).await.ok();
        second.says("Arbre seul").does_not_say("Arbre 05");
        park.house.browser().get(&format!("{MAP}?q=seul")).await.ok().says("Un lieu").does_not_say("Arbre 05");
        let none = park.house.browser().get(&format!("{MAP}?forme=zone")).await.ok();
        none.says("Aucun lieu ne répond à ces filtres");
    }
}

#[tokio::test]
async fn layers_of_the_territory_are_on_every_map() {
    for park in each().await {
        let mut administrator = park.house.sign_in_as(Role::Administrator).await;
        let typed = [("name", "Zones inondables"), ("source", "État"), ("who_adds", "staff")];
        administrator.submit("/carte/nouvelle-couche", &typed).await.ok().says("Zones inondables");
        park.house.browser().get(MAP).await.ok().says("Zones inondables");
        park.house.browser().get("/carte").await.ok().says("Carte du territoire").says("Zones inondables");
    }
}

#[tokio::test]
async fn what_leaves_as_a_file_comes_back_the_same() {
    for park in each().await {
        let layer = park.layer("Jardins", "staff").await;
        park.drawn(layer, "Zone", rectangle(7.70, 7.72)).await;
        park.drawn(layer, "=Arbre", point(48.58, 7.75)).await;
        let mut anyone = park.house.browser();
        for (end, name) in [("geojson", "a.geojson"), ("gpx", "a.gpx"), ("csv", "a.csv")] {
            let file = anyone.get(&format!("{MAP}.{end}")).await.ok();
            let items = read(&file.body, name, &Limits::default()).expect("a file of places").items;
            assert_eq!(items.len(), 2, "{end}");
            let tree = items.iter().find(|item| item.title.contains("Arbre")).expect("the tree");
            assert_eq!(tree.shape, Shape::point(48.58, 7.75), "{end}");
        }
        let api = anyone.get("/api/v1/initiatives/parc-ill-bruche/map?forme=zone").await.ok();
        let json = api.json();
        assert_eq!(json["features"].as_array().map(Vec::len), Some(1));
        assert_eq!(json["features"][0]["properties"]["hectares"], 164.12);
        anyone.get("/api/v1/initiatives/ailleurs/map").await.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_contribution_with_a_place_says_in_which_zone_it_lies() {
    for park in each().await {
        let layer = park.layer("Secteurs", "staff").await;
        park.drawn(layer, "Secteur ouest", rectangle(7.70, 7.72)).await;
        let new = NewContribution {
            initiative: park.initiative.id,
            title: String::new(),
            text: "Un banc à l'ombre".to_owned(),
            channel: Channel::Web,
            capacity: Capacity::Inhabitant,
            organisation: None,
            area: None,
            place: String::new(),
            point: Some((48.575, 7.71)),
            photo: None,
            photo_alt: String::new(),
            email: String::new(),
            submission: "bench".to_owned(),
            said_on: None,
            author: Author::Nobody,
        };
        let said = submit(&park.house.operator(), &new).await.expect("accepted");
        let far = NewContribution { point: Some((48.575, 7.75)), submission: "far".to_owned(), ..new };
        let far = submit(&park.house.operator(), &far).await.expect("accepted");
        let mut browser = park.house.browser();
        browser.submit("/suivi", &[("code", said.code.as_str())]).await.ok().says("Ce lieu est dans : Secteur ouest");
        let other = browser.submit("/suivi", &[("code", far.code.as_str())]).await.ok();
        other.does_not_say("Ce lieu est dans");
        let page = browser.get("/demarches/parc-ill-bruche").await.ok();
        page.says("Sur la carte").says("Ouvrir la carte et sa liste");
    }
}

#[tokio::test]
async fn a_file_is_written_page_after_page_whatever_the_number_of_places() {
    for park in each().await {
        let layer = park.layer("Arbres", "staff").await;
        let mut lines = String::from("nom,latitude,longitude\n");
        for n in 0..603 {
            writeln!(lines, "Arbre {n},{:.6},7.75", 48.5 + f64::from(n) * 1e-4).expect("a line");
        }
        let file = Upload { name: "arbres.csv".to_owned(), bytes: lines.into_bytes() };
        let operator = park.house.operator();
        let import = imports::upload(&operator, layer, Some(file)).await.expect("a file");
        assert_eq!(imports::confirm(&operator, import, "wgs84").await.expect("places"), 603);
        park.drawn(layer, "Zone", rectangle(7.70, 7.72)).await;
        let mut anyone = park.house.browser();
        for (end, name) in [("geojson", "a.geojson"), ("gpx", "a.gpx"), ("csv", "a.csv")] {
            let file = anyone.get(&format!("{MAP}.{end}")).await.ok();
            let items = read(&file.body, name, &Limits::default()).expect("a file of places").items;
            assert_eq!(items.len(), 604, "{end}");
        }
        let none = anyone.get(&format!("{MAP}.geojson?q=nulle+part")).await.ok();
        assert_eq!(none.json()["features"].as_array().map(Vec::len), Some(0));
        let none = anyone.get(&format!("{MAP}.gpx?q=nulle+part")).await.ok().text();
        assert!(none.starts_with("<?xml") && none.ends_with("</gpx>\n"), "{none}");
    }
}
