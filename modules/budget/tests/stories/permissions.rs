//! Who may not do what: the precise scope is checked behind every act.

use arpent_core::{Role, Scope};
use axum::http::StatusCode;
use uuid::Uuid;

use crate::town::{PLACE, draft, each};

const WORK: [&str; 8] = [
    "preparer",
    "nouveau-projet",
    "instruction",
    "electeurs",
    "emargement",
    "saisie",
    "depouiller",
    "projets/1/modifier",
];

#[tokio::test]
async fn those_who_work_elsewhere_do_not_work_here() {
    for town in each().await {
        town.voting(&draft("5000"), &[("Dix bancs", "4000"), ("Un ponton", "3000")], 1).await;
        let mut facilitator = town.house.sign_in_on(Role::Facilitator, Scope::Initiative(Uuid::from_u128(7))).await;
        let mut visitor = town.house.browser();
        for below in WORK {
            facilitator.get(&format!("{PLACE}/{below}")).await.is(StatusCode::FORBIDDEN);
            visitor.get(&format!("{PLACE}/{below}")).await.is(StatusCode::SEE_OTHER);
        }
        for act in [
            "publier",
            "ouvrir",
            "fermer",
            "emargement",
            "saisie",
            "depouiller",
            "projets/1/retirer",
            "projets/1/modifier",
        ] {
            facilitator
                .post(&format!("{PLACE}/{act}"), &[("code", "x"), ("number", "1")])
                .await
                .is(StatusCode::FORBIDDEN);
            visitor.post(&format!("{PLACE}/{act}"), &[]).await.is(StatusCode::UNAUTHORIZED);
        }
    }
}

#[tokio::test]
async fn a_draft_is_for_those_who_prepare_it() {
    for town in each().await {
        arpent_budget::commands::budgets::save(&town.house.operator(), town.initiative.id, &draft("5000"))
            .await
            .expect("saved");
        town.house.browser().get(PLACE).await.is(StatusCode::NOT_FOUND);
        town.house.browser().get("/api/v1/initiatives/le-parc/budget").await.is(StatusCode::NOT_FOUND);
        town.browser(Role::Facilitator).await.get(PLACE).await.ok().says("Publier le budget");
    }
}

#[tokio::test]
async fn every_statement_is_understood_by_both_databases() {
    for town in each().await {
        for statement in arpent_budget::store::STATEMENTS.iter().copied().flatten() {
            town.house.app.db.prepare(statement).await.unwrap_or_else(|error| panic!("{}: {error}", statement.name));
        }
    }
}

#[tokio::test]
async fn a_page_sends_ten_statements_at_most() {
    for town in each().await {
        let (_, codes) = town.voting(&draft("5000"), &[("Dix bancs", "4000"), ("Un ponton", "3000")], 1).await;
        let mut browser = town.house.browser();
        for below in ["", "/projets/1", "/voter", "/realisation"] {
            let page = browser.get(&format!("{PLACE}{below}")).await.ok();
            assert!(page.queries() <= 10, "{below}: {} statements", page.queries());
        }
        let ballot = browser.post(&format!("{PLACE}/voter"), &[("code", &codes[0]), ("age", "true")]).await.ok();
        assert!(ballot.queries() <= 10, "the ballot: {} statements", ballot.queries());
    }
}
