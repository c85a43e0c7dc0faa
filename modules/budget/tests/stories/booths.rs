//! Paper: the same list, numbered sheets, two readings.

use arpent_budget::commands::sheets::{Brought, Left, bring_in};
use arpent_core::Role;
use axum::http::StatusCode;

use crate::town::{PLACE, draft, each};

const PROJECTS: [(&str, &str); 3] = [("Dix bancs", "4000"), ("Un ponton", "3000"), ("Une fontaine", "3500")];

#[tokio::test]
async fn whoever_voted_on_line_is_not_given_a_sheet_and_the_reverse() {
    for town in each().await {
        let (_, codes) = town.voting(&draft("10 000"), &PROJECTS, 2).await;
        let mut booth = town.browser(Role::Agent).await;
        let act = format!("{PLACE}/emargement");
        town.vote(&codes[0], &[1]).await.ok();
        booth.post(&act, &[("code", &codes[0])]).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("a déjà voté");
        booth.submit(&act, &[("code", &codes[1])]).await.ok().says("Donnez une feuille");
        town.later();
        booth.post(&act, &[("code", &codes[1])]).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("a déjà voté");
        booth.post(&act, &[("code", "ABCD-2345")]).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("n'est pas le bon");
        town.vote(&codes[1], &[1]).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("a déjà voté");
    }
}

#[tokio::test]
async fn a_sheet_is_read_by_two_people_and_a_third_one_settles() {
    for town in each().await {
        let (_, codes) = town.voting(&draft("10 000"), &PROJECTS, 2).await;
        let mut facilitator = town.browser(Role::Facilitator).await;
        let printed = facilitator.submit(&format!("{PLACE}/feuilles"), &[("count", "3")]).await.ok();
        printed.says("Feuille n° 1").says("Feuille n° 3").says("Une fontaine");
        let (mut one, mut two) = (town.browser(Role::Agent).await, town.browser(Role::Agent).await);
        for code in &codes {
            one.submit(&format!("{PLACE}/emargement"), &[("code", code)]).await.ok();
        }
        let keying = format!("{PLACE}/saisie");
        let read = [("number", "1"), ("m_1", "1"), ("m_2", "1")];
        one.submit(&keying, &read).await.ok().says("attend la lecture d'une autre personne");
        town.later();
        one.post(&keying, &read).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("Vous avez déjà saisi cette feuille");
        two.get(&format!("{keying}?number=1")).await.ok().says("C'est la deuxième lecture");
        two.submit(&keying, &read).await.ok().says("La feuille n° 1 est comptée");
        facilitator
            .post(&keying, &read)
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("déjà lue deux fois et comptée");
        one.post(&keying, &[("number", "9"), ("m_1", "1")])
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("Aucune feuille");

        one.submit(&keying, &[("number", "2"), ("m_1", "1")]).await.ok();
        two.submit(&keying, &[("number", "2"), ("m_3", "1")]).await.ok().says("diffèrent");
        two.post(&keying, &[("number", "2"), ("m_1", "1")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        town.closed().await;
        facilitator.post(&format!("{PLACE}/depouiller"), &[]).await.is(StatusCode::CONFLICT).says("Une feuille attend");
        let differs = facilitator.get(&format!("{keying}?number=2")).await.ok();
        differs
            .says("Les deux lectures diffèrent")
            .says("Dix bancs")
            .says("Une fontaine")
            .does_not_say("2. Un ponton Choisi");
        facilitator.submit(&keying, &[("number", "2"), ("m_3", "1")]).await.ok().says("est comptée");
        let results = town.count(&mut facilitator, &[]).await;
        results.says("Bulletins de papier comptés : 2").does_not_say("émargements");
    }
}

#[tokio::test]
async fn a_sheet_against_the_rule_is_spoiled_and_a_gap_asks_for_a_reason() {
    for town in each().await {
        let settled = arpent_budget::commands::budgets::Draft { most: "1".into(), ..draft("10 000") };
        let (_, codes) = town.voting(&settled, &PROJECTS, 1).await;
        let mut facilitator = town.browser(Role::Facilitator).await;
        facilitator.submit(&format!("{PLACE}/feuilles"), &[("count", "2")]).await.ok();
        town.vote(&codes[0], &[2]).await.ok();
        let mut one = town.browser(Role::Agent).await;
        let keying = format!("{PLACE}/saisie");
        one.submit(&keying, &[("number", "1"), ("m_1", "1"), ("m_2", "1")]).await.ok();
        facilitator.submit(&keying, &[("number", "1"), ("spoiled", "true")]).await.ok().says("est comptée");
        town.closed().await;
        let count = format!("{PLACE}/depouiller");
        let gap = facilitator.post(&count, &[]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        gap.says("Feuilles lues : 1. Émargements sur papier : 0");
        let results = town.count(&mut facilitator, &[("reason", "Une feuille glissée sans émarger.")]).await;
        results.says("sur un bulletin").says("nuls, non comptés : 1").says("Une feuille glissée sans émarger.");
    }
}

#[tokio::test]
async fn a_file_of_sheets_is_read_twice_by_two_people_and_names_what_it_leaves_out() {
    for town in each().await {
        let (budget, _) = town.voting(&draft("10 000"), &PROJECTS, 1).await;
        let operator = town.house.operator();
        arpent_budget::commands::sheets::print(&operator, &budget, 4).await.expect("printed");
        let (one, two) = (town.house.caller_as(Role::Agent).await, town.house.caller_as(Role::Agent).await);
        let first = "feuille;projets\n1;1 2\n2;3\n3;nul\n3;1\n9;1\n4;x\n";
        let brought = bring_in(&one, &budget, ("a.csv", first.as_bytes())).await.expect("read");
        let left = vec![(5, Left::Twice), (6, Left::Unknown), (7, Left::Unreadable)];
        assert_eq!(brought, Brought { waiting: 3, left, ..Brought::default() });
        let again = bring_in(&one, &budget, ("a.csv", b"feuille;projets\n1;1 2\n2;3\n")).await.expect("read");
        assert_eq!(again.left, [(2, Left::Again), (3, Left::Again)]);
        let second = "feuille;projets\n1;2 1\n2;1\n3;nul\n";
        let settled = bring_in(&two, &budget, ("b.csv", second.as_bytes())).await.expect("read");
        assert_eq!(settled, Brought { settled: 2, differing: vec![2], ..Brought::default() });
    }
}
