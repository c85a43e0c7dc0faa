//! The count: published with its file, explained, counted again, never rewritten.

use arpent_budget::store::counts;
use arpent_core::Role;
use arpent_store::{Statement, args};
use axum::http::StatusCode;

use crate::town::{PLACE, draft, each};

const PROJECTS: [(&str, &str); 3] = [("Dix bancs", "6000"), ("Un ponton", "5000"), ("Un pré", "1000")];

#[tokio::test]
async fn a_count_says_who_won_what_others_lacked_and_how_to_count_again() {
    for town in each().await {
        let shares = arpent_budget::commands::budgets::Draft {
            rule: "equal_shares".into(),
            completion: "greedy".into(),
            ..draft("10 000")
        };
        let (_, codes) = town.voting(&shares, &PROJECTS, 6).await;
        for (code, chosen) in codes.iter().zip([&[1, 3][..], &[1, 3], &[1, 3], &[1], &[2], &[2]]) {
            town.vote(code, chosen).await.ok();
        }
        town.house.browser().get(&format!("{PLACE}/resultats")).await.is(StatusCode::NOT_FOUND);
        town.closed().await;
        let mut facilitator = town.browser(Role::Facilitator).await;
        facilitator
            .get(&format!("{PLACE}/depouiller"))
            .await
            .ok()
            .says("Bulletins en ligne : 6")
            .says("détruit la clé");
        let page = town.count(&mut facilitator, &[]).await;
        page.says("2 projets sont retenus, sur 6 bulletins")
            .says("« Dix bancs »")
            .says("a coûté")
            .says("Il lui a manqué");
        page.says("--rule equal-shares --satisfaction cost --completion greedy --ties votes-cost-id");
        page.says("Les plus soutenus d'abord").says("66,7 %");
        assert!(town.budget().await.secret.is_none(), "the key of the list is destroyed");

        let file = town.house.browser().get(&format!("{PLACE}/resultats/1/bulletins.pb")).await.ok().text();
        assert!(file.contains("num_votes;6\n") && file.contains("001;6000;Dix bancs\n"), "{file}");
        let election = arpent_participatory_budget::pabulib::read(file.as_bytes()).expect("a file anyone reads");
        assert_eq!(election.turnout(), 6);
        let transcript = town.house.browser().get(&format!("{PLACE}/resultats/1/transcription.json")).await.ok().text();
        let count =
            counts::by_number(&town.house.app.db, town.budget().await.id, 1).await.expect("read").expect("there");
        assert!(transcript.contains(&count.sha256), "{transcript}");
        assert_eq!(arpent_core::digest::sha256(&file), count.sha256);
        let told = town.house.browser().get("/api/v1/initiatives/le-parc/budget").await.ok().json();
        assert_eq!(
            (told["count"]["ballots"].as_i64(), told["sha256"].as_str()),
            (Some(6), Some(count.sha256.as_str()))
        );
    }
}

#[tokio::test]
async fn a_count_is_corrected_by_another_with_its_reason_and_stays_readable() {
    for town in each().await {
        let (_, codes) = town.voting(&draft("10 000"), &PROJECTS, 1).await;
        town.vote(&codes[0], &[1]).await.ok();
        town.closed().await;
        let mut facilitator = town.browser(Role::Facilitator).await;
        let act = format!("{PLACE}/depouiller");
        town.count(&mut facilitator, &[]).await;
        town.later();
        facilitator.post(&act, &[]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let second = town.count(&mut facilitator, &[("reason", "Une feuille oubliée.")]).await;
        second.says("Dépouillement n° 2").says("Une feuille oubliée.").says("Dépouillements précédents");
        facilitator.get(&format!("{PLACE}/resultats/1")).await.ok().says("plus récent le corrige");
        for sql in ["UPDATE budget_count SET reason = 'x'", "DELETE FROM budget_count"] {
            let statement: &'static Statement =
                Box::leak(Box::new(Statement { name: "rewrite", sqlite: sql, postgres: sql }));
            let author = arpent_store::Author { person: None, role: "system", at: jiff::Timestamp::UNIX_EPOCH };
            let tx = town.house.app.db.begin(author).await.expect("a transaction");
            assert!(tx.run(statement, args![]).await.is_err(), "{sql}");
        }
    }
}

#[tokio::test]
async fn envelopes_are_not_exceeded() {
    for town in each().await {
        let divided = arpent_budget::commands::budgets::Draft { most: "4".into(), ..draft("Nord ; 6000\nSud ; 1500") };
        let caller = town.house.operator();
        let budget =
            arpent_budget::commands::budgets::save(&caller, town.initiative.id, &divided).await.expect("saved");
        arpent_budget::commands::budgets::publish(&caller, &budget).await.expect("published");
        let envelopes = arpent_budget::store::budgets::envelopes(&town.house.app.db, budget.id).await.expect("read");
        let all = [("Des bancs", 0, "4000"), ("Un ponton", 0, "3000"), ("Un pré", 1, "1500"), ("Un muret", 0, "2000")];
        for (title, envelope, cost) in all {
            let new = arpent_budget::commands::projects::NewProject {
                title: title.into(),
                envelope: Some(envelopes[envelope].id),
                ..Default::default()
            };
            let number = arpent_budget::commands::projects::create(&caller, &budget, &new).await.expect("created");
            let opinion = arpent_budget::commands::projects::Opinion {
                verdict: "admissible".into(),
                cost: cost.into(),
                reason: "Oui.".into(),
                ..Default::default()
            };
            arpent_budget::commands::projects::judge(&caller, &budget, number, &opinion).await.expect("judged");
        }
        let codes = arpent_budget::commands::voters::letters(&caller, &budget, 3).await.expect("codes");
        arpent_budget::commands::budgets::open(&caller, &town.budget().await, PLACE).await.expect("open");
        for (code, chosen) in codes.iter().zip([&[1, 2][..], &[1, 2, 3], &[1, 4]]) {
            town.vote(code, chosen).await.ok();
        }
        town.closed().await;
        let mut facilitator = town.browser(Role::Facilitator).await;
        let page = town.count(&mut facilitator, &[]).await;
        page.says("3 projets sont retenus").says("Ils coûtent 7 500 €").says("--envelope \"Nord=6000\"");
        let won =
            arpent_budget::commands::count::winners(&town.house.app.db, &town.budget().await).await.expect("read");
        assert_eq!(won, [1, 3, 4], "the ponton would exceed its envelope");
    }
}
