//! Who may not do what; what is held of a person; what both databases understand.

use arpent_core::{Role, Scope};
use axum::http::StatusCode;
use uuid::Uuid;

use crate::town::{MAP, each, rectangle};

#[tokio::test]
async fn those_who_work_elsewhere_do_not_draw_here() {
    for park in each().await {
        let layer = park.layer("Périmètres", "staff").await;
        let place = park.drawn(layer, "Ouest", rectangle(7.70, 7.72)).await;
        let mut elsewhere = park.house.sign_in_on(Role::Facilitator, Scope::Initiative(Uuid::from_u128(7))).await;
        let pages = [
            format!("{MAP}/nouvelle-couche"),
            format!("/couches/{layer}/modifier"),
            format!("/couches/{layer}/ajouter"),
            format!("/couches/{layer}/importer"),
            format!("/couches/{layer}/inventaire"),
            format!("/lieux/{place}/modifier"),
            format!("/lieux/{place}/suite"),
            "/carte/nouvelle-couche".to_owned(),
        ];
        for page in &pages {
            elsewhere.get(page).await.is(StatusCode::FORBIDDEN);
        }
        for act in ["retirer", "trancher"] {
            elsewhere.post(&format!("/lieux/{place}/{act}"), &[("confirmed", "true")]).await.is(StatusCode::FORBIDDEN);
        }
        let typed = [("title", "x"), ("form", "point"), ("points", "48, 7"), ("submission", "k")];
        elsewhere.post(&format!("/couches/{layer}/ajouter"), &typed).await.is(StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn who_may_add_is_what_the_layer_says() {
    for park in each().await {
        let typed = [("title", "Un banc"), ("form", "point"), ("points", "48.58, 7.75"), ("submission", "k")];
        let open = park.layer("Bancs", "everyone").await;
        park.house.browser().submit(&format!("/couches/{open}/ajouter"), &typed).await.ok().says("Un banc");
        let accounts = park.layer("Jardins", "accounts").await;
        let typed = [("title", "Un jardin"), ("form", "point"), ("points", "48.58, 7.75"), ("submission", "l")];
        let add = format!("/couches/{accounts}/ajouter");
        park.house.browser().post(&add, &typed).await.is(StatusCode::UNAUTHORIZED);
        let mut inhabitant = park.house.sign_in_as(Role::Inhabitant).await;
        inhabitant.submit(&add, &typed).await.ok().says("Un jardin");
    }
}

#[tokio::test]
async fn a_person_has_a_copy_of_what_she_saw_then_leaves_it_without_her_name() {
    for park in each().await {
        let layer = park.inventory("accounts").await;
        let (_, email) = park.house.person("Lea").await;
        let mut lea = park.house.sign_in(&email).await;
        let typed = [("title", "Nid"), ("place", "48.58347, 7.74512"), ("submission", "k")];
        lea.post(&format!("/couches/{layer}/observer"), &typed).await.is(StatusCode::SEE_OTHER);
        let mut dpo = park.house.sign_in_as(Role::Dpo).await;
        let copy = dpo.post("/admin/personnes/donnees.json", &[("email", email.as_str())]).await.ok().json();
        let geometry = copy["mapping"]["objects"][0]["geometry"].as_str().expect("her own place").to_owned();
        assert!(geometry.contains("48.58347"), "{geometry}");
        let erase = [("email", email.as_str()), ("confirm", "true")];
        dpo.submit("/admin/personnes/effacer", &erase).await.ok().says("C'est fait");
        park.house.browser().get(MAP).await.ok().says("Nid");
    }
}

#[tokio::test]
async fn every_statement_is_understood_by_both_databases() {
    for park in each().await {
        for statement in arpent_mapping::store::STATEMENTS.iter().copied().flatten() {
            park.house.app.db.prepare(statement).await.unwrap_or_else(|error| panic!("{}: {error}", statement.name));
        }
    }
}
