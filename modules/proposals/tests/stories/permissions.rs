//! Who may not do what: the precise scope is checked behind every act.

use arpent_core::{Role, Scope};
use axum::http::StatusCode;
use uuid::Uuid;

use crate::town::{PLACE, each, page};

const WORK: [&str; 6] = ["saisie-papier", "import", "classer", "classer/groupes", "doublons", "confier"];

#[tokio::test]
async fn those_who_work_elsewhere_do_not_work_here() {
    for town in each().await {
        let elsewhere = Scope::Initiative(Uuid::from_u128(7));
        let mut facilitator = town.house.sign_in_on(Role::Facilitator, elsewhere).await;
        for below in WORK {
            facilitator.get(&format!("{PLACE}/{below}")).await.is(StatusCode::FORBIDDEN);
        }
        let on = page(&town.said("Un banc").await);
        for act in ["moderer", "repondre", "confier"] {
            facilitator.get(&format!("{on}/{act}")).await.is(StatusCode::FORBIDDEN);
        }
    }
}

#[tokio::test]
async fn inhabitants_and_visitors_are_not_let_into_the_work() {
    for town in each().await {
        let mut inhabitant = town.house.sign_in_as(Role::Inhabitant).await;
        let mut visitor = town.house.browser();
        for below in WORK {
            inhabitant.get(&format!("{PLACE}/{below}")).await.is(StatusCode::FORBIDDEN);
            let sent = visitor.get(&format!("{PLACE}/{below}")).await.is(StatusCode::SEE_OTHER);
            assert!(sent.location().is_some_and(|to| to.starts_with("/connexion?retour=")), "{below}");
        }
        inhabitant.get("/ma-file").await.is(StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn acts_are_refused_as_their_pages_are() {
    for town in each().await {
        let on = page(&town.said("Un banc").await);
        let mut inhabitant = town.house.sign_in_as(Role::Inhabitant).await;
        let acts = [
            (format!("{on}/moderer"), ("reason", "x")),
            (format!("{on}/repondre"), ("status", "retained")),
            (format!("{on}/soutiens-recueillis"), ("count", "3")),
            (format!("{PLACE}/classer"), ("title", "x")),
            (format!("{PLACE}/fusions"), ("kept", "x")),
            (format!("{PLACE}/confier"), ("unit", "x")),
            (format!("{PLACE}/saisie-papier"), ("text", "x")),
        ];
        for (act, field) in acts {
            inhabitant.post(&act, &[field]).await.is(StatusCode::FORBIDDEN);
        }
        let mut visitor = town.house.browser();
        visitor.post(&format!("{on}/soutenir"), &[("support", "true")]).await.is(StatusCode::UNAUTHORIZED);
        visitor.post(&format!("{on}/commenter"), &[("text", "x")]).await.is(StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn every_statement_is_understood_by_both_databases() {
    for town in each().await {
        for statement in arpent_proposals::store::STATEMENTS.iter().copied().flatten() {
            town.house.app.db.prepare(statement).await.unwrap_or_else(|error| panic!("{}: {error}", statement.name));
        }
    }
}
