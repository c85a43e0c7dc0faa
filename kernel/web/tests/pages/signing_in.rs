use arpent_core::Role;
use arpent_web::Config;
use arpent_web::identity::{self, SESSION_COOKIE, store};
use arpent_web::testkit::{self, House};
use axum::http::StatusCode;
use jiff::SignedDuration;

use crate::{houses, link_received};

const PASSWORD: &str = "quatre mots à la suite";

async fn with_password(house: &House) -> String {
    let (person, email) = house.person("Léa Martin").await;
    let account = store::account_of(&house.app.db, person).await.expect("database").expect("her account");
    let actor = identity::actor_of(&house.app.db, person).await.expect("her rights");
    let caller = house.app.caller(actor, arpent_web::Lang::Fr);
    let outcome = identity::set_password(&caller, (&account, uuid::Uuid::nil()), "", PASSWORD).await;
    outcome.expect("a password");
    email
}

#[tokio::test]
async fn a_link_signs_in_once_and_leads_back() {
    for house in houses().await {
        let mut browser = house.browser();
        let back = [("email", "Lea@Exemple.fr"), ("retour", "/compte?a=1&b=2")];
        browser.submit("/connexion/lien", &back).await.ok().says("Regardez votre boîte aux lettres");
        let link = link_received(&house).await;
        // A program that checks mail opens the link first: nothing is used up.
        house.browser().get(&link).await.ok().says("lea@exemple.fr");
        let page = browser.get(&link).await.ok();
        let entered = browser.post(&link, &[("retour", &page.hidden("retour"))]).await;
        assert_eq!(entered.location(), Some("/compte?a=1&b=2"));
        browser.get("/compte").await.ok().says("lea@exemple.fr");
        let again = house.browser().post(&link, &[]).await.is(StatusCode::CONFLICT);
        again.says("Ce lien a déjà servi");
        house.browser().get(&link).await.is(StatusCode::CONFLICT);
    }
}

#[tokio::test]
async fn a_link_is_good_for_half_an_hour() {
    for house in houses().await {
        house.browser().submit("/connexion/lien", &[("email", "lea@exemple.fr")]).await.ok();
        let link = link_received(&house).await;
        house.pass(SignedDuration::from_mins(31));
        house.browser().post(&link, &[]).await.is(StatusCode::CONFLICT);
    }
}

#[tokio::test]
async fn a_link_never_leads_to_another_site() {
    for house in houses().await {
        let mut browser = house.browser();
        let elsewhere = [("email", "lea@exemple.fr"), ("retour", "//ailleurs.example/")];
        browser.submit("/connexion/lien", &elsewhere).await.ok();
        let link = link_received(&house).await;
        assert!(!link.contains("ailleurs"), "{link}");
        let entered = browser.post(&link, &[("retour", "https://ailleurs.example/")]).await;
        assert_eq!(entered.location(), Some("/"));
    }
}

#[tokio::test]
async fn the_right_password_signs_in_and_a_wrong_one_keeps_what_was_typed() {
    for house in houses().await {
        let email = with_password(&house).await;
        let mut browser = house.browser();
        let wrong = [("email", email.as_str()), ("password", "pas celui-là du tout")];
        let refused = browser.post("/connexion", &wrong).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("L'adresse ou le mot de passe n'est pas le bon");
        assert!(refused.text().contains(&format!("value=\"{email}\"")), "the address typed is kept");
        assert!(!refused.text().contains("pas celui"), "a password never comes back in a page");
        let right = [("email", email.as_str()), ("password", PASSWORD), ("retour", "/compte")];
        browser.submit("/connexion", &right).await.ok().says("Léa Martin");
    }
}

#[tokio::test]
async fn words_sent_after_the_session_ended_are_given_back() {
    for house in houses().await {
        let words = [("name", "Léa, du conseil de quartier de la Morge")];
        let refused = house.browser().post("/compte/nom", &words).await.is(StatusCode::UNAUTHORIZED);
        refused.says("Ce que vous aviez écrit").says("Léa, du conseil de quartier de la Morge");
        let secret = [("present", "quatre mots bien secrets"), ("password", PASSWORD)];
        let refused = house.browser().post("/compte/mot-de-passe", &secret).await.is(StatusCode::UNAUTHORIZED);
        assert!(!refused.text().contains("secrets"), "a password never comes back in a page");
    }
}

#[tokio::test]
async fn an_unknown_address_is_answered_like_a_known_one() {
    for house in houses().await {
        let email = with_password(&house).await;
        let mut answers = Vec::new();
        for address in [email.as_str(), "personne.inconnue@exemple.fr"] {
            let fields = [("email", address), ("password", "ce n'est pas celui-là")];
            let refused = house.browser().post("/connexion", &fields).await.is(StatusCode::UNPROCESSABLE_ENTITY);
            let asked = house.browser().submit("/connexion/lien", &[("email", address)]).await.ok();
            answers.push((refused.words(), asked.words()));
        }
        assert_eq!(answers[0], answers[1]);
    }
}

#[tokio::test]
async fn an_address_that_is_not_one_is_said_at_its_field() {
    for house in houses().await {
        let refused = house.browser().post("/connexion/lien", &[("email", "lea@voiron")]).await;
        let refused = refused.is(StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Cette adresse électronique n'est pas complète");
        assert!(refused.text().contains("href=\"#email\""), "the summary leads to the field");
        assert!(refused.text().contains("aria-invalid=\"true\""), "the field says it is wrong");
        assert!(house.letters().await.is_empty(), "nothing is sent");
    }
}

#[tokio::test]
async fn the_session_cookie_is_kept_from_scripts_and_from_other_sites() {
    let secure = |config: Config| Config { base_url: "https://arpent.test".into(), demo: true, ..config };
    for house in testkit::each_with(&[arpent_web::room()], secure).await {
        let (_, email) = house.person("Zoé").await;
        let answer = house.browser().post("/demo/entrer", &[("email", &email)]).await;
        let cookie = answer.header("set-cookie");
        assert!(cookie.starts_with(&format!("{SESSION_COOKIE}=")), "{cookie}");
        for flag in ["; HttpOnly", "; Secure", "; SameSite=Lax", "; Path=/"] {
            assert!(cookie.contains(flag), "{flag} is missing in {cookie}");
        }
        assert!(!answer.header("strict-transport-security").is_empty());
    }
}

#[tokio::test]
async fn nobody_enters_as_someone_else_outside_the_demonstration() {
    for house in houses().await {
        let (_, email) = house.person("Zoé").await;
        let answer = house.browser().post("/demo/entrer", &[("email", &email)]).await.is(StatusCode::NOT_FOUND);
        assert!(answer.header("set-cookie").is_empty());
    }
}

#[tokio::test]
async fn signing_out_ends_the_session_and_not_only_the_cookie() {
    for house in houses().await {
        let mut browser = house.sign_in_as(Role::Inhabitant).await;
        let mut copy = browser.clone();
        browser.submit("/deconnexion", &[]).await.is(StatusCode::NOT_FOUND);
        assert_eq!(browser.cookie(SESSION_COOKIE), None);
        let refused = copy.get("/compte").await;
        assert_eq!(refused.location(), Some("/connexion?retour=/compte"));
    }
}

#[tokio::test]
async fn a_session_ends_after_thirty_days() {
    for house in houses().await {
        let mut browser = house.sign_in_as(Role::Inhabitant).await;
        house.pass(SignedDuration::from_hours(24 * 29));
        browser.get("/compte").await.ok();
        house.pass(SignedDuration::from_hours(24 * 2));
        assert!(browser.get("/compte").await.status.is_redirection());
    }
}

#[tokio::test]
async fn too_many_passwords_wait_in_the_language_of_the_reader() {
    let strict = |config: Config| Config { limits_loosened: 1, ..config };
    for house in testkit::each_with(&[arpent_web::room()], strict).await {
        let mut browser = house.browser();
        // One address of the network tries one e-mail: the tenth attempt is the last.
        for _ in 0..10 {
            browser.post("/connexion", &[("email", "lea@exemple.fr")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        }
        let waits = browser.post("/connexion", &[("email", "lea@exemple.fr")]).await.is(StatusCode::TOO_MANY_REQUESTS);
        waits.says("Trop d'essais à la suite");
        assert!(waits.header("retry-after").parse::<u64>().expect("seconds") >= 1);
        // The same e-mail from elsewhere waits too, and is told so in English.
        let mut english = house.browser().from_address(9).with("accept-language", "en-GB");
        let waits = english.post("/connexion", &[("email", "LEA@exemple.fr")]).await.is(StatusCode::TOO_MANY_REQUESTS);
        waits.says("Too many attempts in a row");
        // Someone else, from elsewhere, does not.
        english.post("/connexion", &[("email", "zoe@exemple.fr")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    }
}
