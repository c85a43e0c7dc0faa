//! A person asks for what is held about her, then has it forgotten: what counts stays counted, without her.

use arpent_commons::domain::people::Power;
use arpent_core::Role;
use axum::http::StatusCode;

use crate::town::{PLACE, fill, published};

#[tokio::test]
async fn an_organisation_stays_signatory_without_the_hand_that_signed_and_a_draft_is_forgotten() {
    for town in published().await {
        let organisation = town.organisation("Atelier vélo").await;
        let (person, mut browser) = town.holder(organisation, &[Power::Sign], None).await;
        let id = organisation.to_string();
        let last = fill(&town, &mut browser, &[("who", &id)], (6, true)).await;
        let page = browser.submit(&last, &[]).await.ok().path;
        let begun = browser.post(&format!("{PLACE}/signer"), &[("who", "other"), ("other_name", "Ailleurs")]).await;
        let begun = begun.location().expect("a step").to_owned();
        let rooms = arpent_web::identity::personal::everything(&town.house.app, &person.into()).await.expect("a copy");
        assert_eq!(rooms["charter"]["signatures"].as_array().map(Vec::len), Some(2));

        let mut dpo = town.house.sign_in_as(Role::Dpo).await;
        let account = arpent_web::identity::store::account_of(&town.house.app.db, person).await.expect("reads");
        let email = account.expect("an account").email;
        dpo.submit("/admin/personnes/effacer", &[("email", &email), ("confirm", "true")]).await.ok().says("C'est fait");
        assert_eq!(town.signed().await, 1);
        town.house.browser().get(&page).await.ok().says("Atelier vélo").says("Tenir un rucher");
        assert!(browser.get(&begun).await.location().is_some_and(|to| to.starts_with("/connexion")));
        let rooms = arpent_web::identity::personal::everything(&town.house.app, &person.into()).await.expect("a copy");
        assert_eq!(rooms["charter"]["signatures"].as_array().map(Vec::len), Some(0));
    }
}

#[tokio::test]
async fn pages_and_acts_are_refused_to_whoever_may_not() {
    for town in published().await {
        let mut reader = town.browser(Role::Inhabitant).await;
        for page in ["ouvrir", "articles", "volets", "conduire", "nommer", "publier", "evaluation", "saisie"] {
            reader.get(&format!("{PLACE}/{page}")).await.is(StatusCode::FORBIDDEN);
        }
        // A role on another démarche opens no door of this one.
        let elsewhere = arpent_core::Scope::Initiative(uuid::Uuid::nil());
        let mut other = town.house.sign_in_on(Role::Facilitator, elsewhere).await;
        for page in ["conduire", "publier", "saisie", "nommer", "evaluation"] {
            other.get(&format!("{PLACE}/{page}")).await.is(StatusCode::FORBIDDEN);
        }
        other.post(&format!("{PLACE}/versions"), &[]).await.is(StatusCode::FORBIDDEN);
        town.house.browser().get("/demarches/ailleurs/charte").await.is(StatusCode::NOT_FOUND);
    }
}
