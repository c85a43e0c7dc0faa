//! Asking for what is held, having it forgotten; what time forgets; who may not.

use arpent_core::{Role, Scope};
use arpent_web::DataSubject;
use arpent_web::identity::personal::everything;
use arpent_worksites::commands::volunteers::NewVolunteer;
use arpent_worksites::domain::volunteer::Band;
use arpent_worksites::store::volunteers;
use axum::http::StatusCode;

use crate::town::{published, volunteer};

#[tokio::test]
async fn a_person_has_her_copy_a_guardian_hers_and_both_may_be_forgotten_without_freeing_a_seat() {
    for (town, thursday, _) in published().await {
        let lea = town.sign_up(thursday, "Léa", "lea@exemple.fr").await;
        let child = NewVolunteer { guardian_email: "lea@exemple.fr".to_owned(), ..volunteer("Lou", "", Band::Minor) };
        town.try_sign_up(thursday, &child).await.expect("a seat");
        let subject = DataSubject { person: None, email: Some("lea@exemple.fr".to_owned()) };
        let copy = everything(&town.house.app, &subject).await.expect("a copy");
        assert_eq!(copy["worksites"]["sign_ups"][0]["name"], "Léa");
        assert_eq!(copy["worksites"]["consents"][0]["email"], "lea@exemple.fr");
        assert!(!copy["worksites"].to_string().contains("Lou"));

        let mut visitor = town.house.browser();
        visitor
            .submit(&format!("/volontaires/{}/oublier", lea.code), &[])
            .await
            .ok()
            .says("sont effacés")
            .does_not_say("Léa");
        let mut dpo = town.house.sign_in_as(Role::Dpo).await;
        dpo.submit("/admin/personnes/effacer", &[("email", "lea@exemple.fr"), ("confirm", "true")]).await.ok();
        let copy = everything(&town.house.app, &subject).await.expect("a copy");
        assert_eq!(copy["worksites"]["consents"].as_array().map(Vec::len), Some(0));
        assert_eq!(town.row(thursday).await.held.taken(), 2);
        let names = volunteers::of_shift(&town.house.app.db, thursday).await.expect("read");
        assert_eq!(names.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["", "Lou"]);
    }
}

#[tokio::test]
async fn ninety_days_after_nobody_is_named_any_more() {
    for (town, thursday, _) in published().await {
        let lea = town.sign_up(thursday, "Léa", "lea@exemple.fr").await;
        town.now("2027-02-01T09:00:00Z");
        town.house.work().await;
        town.house.browser().get(&format!("/volontaires/{}", lea.code)).await.ok().says("Léa");
        town.now("2027-02-11T09:00:00Z");
        town.house.work().await;
        let all = volunteers::of_shift(&town.house.app.db, thursday).await.expect("read");
        assert_eq!((all[0].name.as_str(), &all[0].email), ("", &None));
        assert_eq!(town.row(thursday).await.held.adults, 1);
    }
}

#[tokio::test]
async fn pages_and_acts_are_refused_to_whoever_may_not() {
    for (town, thursday, _) in published().await {
        let lea = town.sign_up(thursday, "Léa", "lea@exemple.fr").await;
        let nowhere = Scope::Initiative(uuid::Uuid::nil());
        let mut other = town.house.sign_in_on(Role::Facilitator, nowhere).await;
        let page = format!("/chantiers/{}", town.worksite);
        for below in ["modifier", "assurance", "annuler", "seances"] {
            other.get(&format!("{page}/{below}")).await.is(StatusCode::FORBIDDEN);
        }
        for below in
            ["modifier", "annuler", "materiel", "bilan", "photos", "accueil", "emargement", "inscrits.csv", "appels"]
        {
            other.get(&format!("/seances/{thursday}/{below}")).await.is(StatusCode::FORBIDDEN);
        }
        other.post(&format!("{page}/publier"), &[]).await.is(StatusCode::FORBIDDEN);
        other
            .post(&format!("/volontaires/{}/presence", lea.code), &[("present", "true")])
            .await
            .is(StatusCode::FORBIDDEN);
        let mut team = town.browser(Role::Agent).await;
        let table = team.get(&format!("/seances/{thursday}/inscrits.csv")).await.ok().text();
        assert!(table.contains("lea@exemple.fr"), "{table}");
        town.house.browser().get("/volontaires/AAAAAAAA").await.is(StatusCode::NOT_FOUND);
        town.house.browser().get("/accords/AAAAAAAA").await.is(StatusCode::NOT_FOUND);
    }
}
