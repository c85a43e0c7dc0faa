use arpent_core::Role;
use arpent_web::app;
use axum::http::{Method, StatusCode};
use serde_json::json;

use crate::houses;

#[tokio::test]
async fn every_statement_is_valid_on_both_engines() {
    for house in houses().await {
        for statement in app::statements(&house.app.rooms) {
            let prepared = house.app.db.prepare(&statement).await;
            assert!(prepared.is_ok(), "{}: {prepared:?}", statement.name);
        }
    }
}

#[tokio::test]
async fn every_page_carries_a_strict_policy() {
    for house in houses().await {
        for path in ["/connexion", "/inconnue", "/health", arpent_assets::url("app.js")] {
            let answer = house.browser().get(path).await;
            let policy = answer.header("content-security-policy");
            assert!(policy.contains("default-src 'none'"), "{path}: {policy}");
            assert!(policy.contains("require-trusted-types-for 'script'"), "{path}: {policy}");
            assert!(!policy.contains("unsafe"), "{path}: {policy}");
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        }
    }
}

#[tokio::test]
async fn no_page_holds_what_the_policy_would_refuse() {
    for house in houses().await {
        let mut browser = house.sign_in_as(Role::Administrator).await;
        for path in ["/compte", "/admin", "/admin/reglages", "/admin/journal", "/recherche?q=a", "/sources"] {
            let text = browser.get(path).await.ok().text();
            assert!(!text.contains(" style=") && !text.contains("<style") && !text.contains(" onclick"), "{path}");
            assert!(text.matches("<script").all(|_| text.contains("<script type=\"module\" src=\"/assets/")), "{path}");
        }
    }
}

#[tokio::test]
async fn a_form_sent_from_another_site_is_refused_in_words() {
    for house in houses().await {
        let mut browser = house.sign_in_as(Role::Inhabitant).await.with("sec-fetch-site", "cross-site");
        let refused = browser.post("/compte/nom", &[("name", "Pirate")]).await.is(StatusCode::FORBIDDEN);
        refused.says("Cette demande vient d'un autre site");
        let mut back = browser.with("sec-fetch-site", "same-origin");
        back.get("/compte").await.ok().does_not_say("Pirate");
    }
}

#[tokio::test]
async fn a_form_sent_through_a_proxy_that_renames_the_host_is_accepted() {
    for house in houses().await {
        let mut browser = house.sign_in_as(Role::Inhabitant).await;
        browser = browser.with("sec-fetch-site", "cross-site").with("origin", "http://arpent.test");
        browser = browser.with("host", "127.0.0.1:8080");
        browser.submit("/compte/nom", &[("name", "Zoé")]).await.ok().says("Zoé");
    }
}

#[tokio::test]
async fn refusals_are_pages_for_people_and_problems_for_programs() {
    for house in houses().await {
        let mut browser = house.browser();
        let page = browser.get("/inconnue").await.is(StatusCode::NOT_FOUND);
        page.says("Cette page n'existe pas").says("Référence à donner");
        let answer = browser.get("/api/v1/inconnue").await.is(StatusCode::NOT_FOUND);
        assert_eq!(answer.header("content-type"), "application/problem+json");
        let problem = answer.json();
        assert_eq!(problem["type"], "http://arpent.test/api/v1/problems#not-found");
        assert_eq!((&problem["status"], &problem["title"]), (&json!(404), &json!("Cette page n’existe pas")));
        let wrong = browser.call(Method::POST, "/api/v1/openapi.json", &json!({})).await;
        let wrong = wrong.is(StatusCode::METHOD_NOT_ALLOWED);
        assert_eq!(wrong.header("content-type"), "application/problem+json");
    }
}

#[tokio::test]
async fn what_the_framework_refuses_is_said_in_the_language_of_the_reader() {
    for house in houses().await {
        let mut browser = house.sign_in_as(Role::Administrator).await;
        let answer = browser.get("/admin/journal?avant=hier").await.is(StatusCode::BAD_REQUEST);
        answer.says("Nous n'avons pas compris cette demande");
        let mut english = browser.with("accept-language", "en");
        let answer = english.get("/admin/comptes/not-an-id").await.is(StatusCode::BAD_REQUEST);
        answer.says("We did not understand this request");
    }
}

#[tokio::test]
async fn switching_language_keeps_the_page_and_is_remembered() {
    for house in houses().await {
        let mut browser = house.browser();
        let page = browser.get("/recherche?q=crue&kind=decision").await.ok();
        let switch = page.addresses().into_iter().find(|to| to.contains("lang=en")).expect("a switch");
        assert_eq!(switch, "/recherche?q=crue&kind=decision&lang=en");
        browser.get(&switch).await.ok().says("0 results");
        browser.get("/connexion").await.ok().says("Send me a sign-in link");
    }
}

#[tokio::test]
async fn a_message_is_shown_once() {
    for house in houses().await {
        let mut browser = house.sign_in_as(Role::Inhabitant).await;
        browser.submit("/compte/nom", &[("name", "Zoé")]).await.ok().says("Votre nom est enregistré.");
        browser.get("/compte").await.ok().does_not_say("Votre nom est enregistré.");
    }
}

#[tokio::test]
async fn every_route_refuses_whoever_its_declaration_does_not_let_in() {
    use arpent_web::Access;
    for house in houses().await {
        let (mut public, mut inhabitant) = (house.browser(), house.sign_in_as(Role::Inhabitant).await);
        for route in &house.app.table.list {
            let path = route.path.replace("{id}", &uuid::Uuid::nil().to_string());
            let path = path.replace("{person}", &uuid::Uuid::nil().to_string());
            let path = path.replace("{grant}", &uuid::Uuid::nil().to_string());
            let is_post = route.method == Method::POST;
            if route.access != Access::Public {
                let answer = if is_post { public.post(&path, &[]).await } else { public.get(&path).await };
                let refused = answer.status == StatusCode::UNAUTHORIZED
                    || answer.location().is_some_and(|to| to.starts_with("/connexion?retour="));
                assert!(refused, "{} {path} answered {} to the public", route.method, answer.status);
            }
            if let Access::Needs(_) = route.access {
                let answer = if is_post { inhabitant.post(&path, &[]).await } else { inhabitant.get(&path).await };
                answer.is(StatusCode::FORBIDDEN);
            }
        }
    }
}
