use arpent_core::{Role, Scope};
use arpent_store::journal;
use arpent_web::identity::store;
use axum::http::StatusCode;

use crate::houses;

#[tokio::test]
async fn sessions_are_listed_with_their_device_and_closed_by_their_owner() {
    for house in houses().await {
        let (_, email) = house.person("Léa").await;
        let (mut phone, mut office) = (house.sign_in(&email).await, house.sign_in(&email).await);
        let page = phone.get("/compte").await.ok();
        page.says("Firefox, Linux Celui-ci").says("Fermer toutes les autres connexions");
        let close = page.addresses().into_iter().find(|to| to.ends_with("/fermer")).expect("a session to close");
        phone.submit(&close, &[]).await.ok().says("La connexion est fermée.");
        assert!(office.get("/compte").await.status.is_redirection(), "the other session has ended");
        phone.get("/compte").await.ok();
    }
}

#[tokio::test]
async fn nobody_closes_the_session_of_another() {
    for house in houses().await {
        let (person, email) = house.person("Léa").await;
        let mut hers = house.sign_in(&email).await;
        let session = store::sessions(&house.app.db, person).await.expect("database")[0].id;
        let mut other = house.sign_in_as(Role::Administrator).await;
        other.post(&format!("/compte/sessions/{session}/fermer"), &[]).await.is(StatusCode::NOT_FOUND);
        hers.get("/compte").await.ok();
    }
}

#[tokio::test]
async fn changing_the_password_closes_the_other_sessions() {
    for house in houses().await {
        let (_, email) = house.person("Léa").await;
        let (mut phone, mut office) = (house.sign_in(&email).await, house.sign_in(&email).await);
        let short = phone.post("/compte/mot-de-passe", &[("password", "court")]).await;
        short.is(StatusCode::UNPROCESSABLE_ENTITY).says("au moins 12 caractères");
        let chosen = [("password", "quatre mots à la suite")];
        phone.submit("/compte/mot-de-passe", &chosen).await.ok().says("Votre mot de passe est enregistré");
        assert!(office.get("/compte").await.status.is_redirection());
        let wrong = [("present", "autre chose"), ("password", "quatre autres mots encore")];
        let refused = phone.post("/compte/mot-de-passe", &wrong).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Ce n'est pas votre mot de passe actuel");
    }
}

#[tokio::test]
async fn a_name_is_changed_and_an_empty_one_refused_at_its_field() {
    for house in houses().await {
        let mut browser = house.sign_in_as(Role::Inhabitant).await;
        browser.submit("/compte/nom", &[("name", "Zoé B.")]).await.ok().says("Zoé B.");
        let refused = browser.post("/compte/nom", &[("name", "  ")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("id=\"name-error\""), "said at the field");
    }
}

#[tokio::test]
async fn roles_are_shown_with_their_scope_and_period() {
    for house in houses().await {
        let scope = Scope::Initiative(uuid::Uuid::from_u128(7));
        let mut browser = house.sign_in_on(Role::Facilitator, scope).await;
        browser.get("/compte").await.ok().says("facilitatrice ou facilitateur").says("Dans une démarche");
    }
}

#[tokio::test]
async fn what_is_held_can_be_taken_away() {
    for house in houses().await {
        let (_, email) = house.person("Léa").await;
        let mut browser = house.sign_in(&email).await;
        let answer = browser.get("/compte/mes-donnees.json").await.ok();
        assert!(answer.header("content-disposition").starts_with("attachment"));
        let data = answer.json();
        assert_eq!(data["data"]["web"]["name"], "Léa");
        assert_eq!(data["data"]["web"]["account"][0]["email"], email.as_str());
        assert_eq!(data["data"]["web"]["sessions"].as_array().map(Vec::len), Some(1));
    }
}

#[tokio::test]
async fn erasing_asks_first_then_leaves_only_a_journal_that_holds() {
    for house in houses().await {
        let (person, email) = house.person("Léa").await;
        let mut browser = house.sign_in(&email).await;
        browser.post("/connexion/lien", &[("email", &email)]).await;
        let asked = browser.post("/compte/effacer", &[]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        asked.says("Cochez la case");
        browser.get("/compte").await.ok();
        let gone = browser.post("/compte/effacer", &[("confirm", "true")]).await;
        assert_eq!(gone.location(), Some("/"));
        assert!(browser.get("/compte").await.status.is_redirection(), "her session is gone");
        let db = &house.app.db;
        assert!(store::account_by_email(db, &email).await.expect("database").is_none());
        assert_eq!(store::name(db, person).await.expect("database").as_deref(), Some(""));
        let verified = journal::verify(db).await.expect("database");
        assert!(verified.lines > 0 && verified.faults.is_empty(), "{verified:?}");
        // What stays of her is an id: neither her address nor her name.
        let lines = journal::before(db, i64::MAX, None, 100).await.expect("lines");
        assert!(lines.iter().all(|line| !line.details.contains(&email) && !line.details.contains("Léa")));
    }
}
