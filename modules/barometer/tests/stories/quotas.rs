//! Quotas fill under the eyes of those who collect and of those who ask; nobody who answers is turned away.

use arpent_barometer::commands::protocols::begin;
use arpent_barometer::domain::protocol::{Frame, Protocol, Quota, STRATUM, Stratum};
use arpent_core::Role;
use arpent_web::testkit::Browser;

use crate::town::{each, protocol};
use crate::wave::WAVE;

fn with_quotas() -> Protocol {
    let mut protocol = protocol();
    let stratum = |code: &str, name: &str| Stratum { code: code.to_owned(), name: name.to_owned(), size: 10_000 };
    let strata = vec![stratum("38563", "Voiron"), stratum("38239", "Moirans")];
    protocol.populations[0].frame = Frame::Survey { strata, quotas: true, expected: None };
    let quota = |variable: &str, code: &str, expected| Quota {
        population: "usagers".to_owned(),
        variable: variable.to_owned(),
        code: code.to_owned(),
        expected,
    };
    protocol.quotas = vec![quota("age", "75+", 2), quota("age", "18-24", 3), quota(STRATUM, "38563", 4)];
    protocol
}

async fn interview(agent: &mut Browser, age: &str, stratum: &str) {
    let page = agent.get(&format!("{WAVE}/entretien")).await.ok();
    let secret = page.hidden("_k");
    let fields = [
        ("_k", secret.as_str()),
        ("_population", "usagers"),
        ("_mode", "face"),
        ("_stratum", stratum),
        ("imp_dechets", "3"),
        ("age", age),
    ];
    agent.submit(&format!("{WAVE}/entretien"), &fields).await.ok().says("Réponse enregistrée");
}

#[tokio::test]
async fn an_interviewer_is_told_of_a_full_quota_before_she_starts_and_an_answer_beyond_is_kept() {
    for town in each().await {
        let wave = town.wave_of(&with_quotas(), false).await;
        let mut agent = town.browser(Role::Agent).await;
        let first = agent.get(&format!("{WAVE}/entretien")).await.ok();
        first.says("Qui manque encore").says("Il en manque 2").does_not_say("ont assez de réponses");
        assert!(first.queries() <= 12, "{} queries", first.queries());
        for _ in 0..2 {
            interview(&mut agent, "75+", "38563").await;
        }
        let told = agent.get(&format!("{WAVE}/entretien")).await.ok();
        told.says("Ces groupes ont assez de réponses").says("75 ans ou plus : 2 sur 2. Quota atteint");
        interview(&mut agent, "75+", "38239").await;

        let all = town.answers(&wave).await;
        assert_eq!(all.len(), 3, "the third is kept");
        assert_eq!(all.iter().filter(|one| one.stratum.as_deref() == Some("38563")).count(), 2);
        let mut facilitator = town.browser(Role::Facilitator).await;
        let page = facilitator.get(&format!("{WAVE}/collecte")).await.ok();
        page.says("3 sur 2 Quota atteint, une réponse au-delà").says("0 sur 3 Il en manque 3").says("Voiron 2 sur 4");
        page.says("Une réponse au-delà d'un quota est gardée et compte");
        assert!(page.text().contains("id=\"counters\" data-refresh"), "they are kept up to date");
        assert!(page.queries() <= 12, "{} queries", page.queries());
    }
}

#[tokio::test]
async fn quotas_are_settled_with_the_population_and_a_quota_of_nobody_is_a_fault() {
    for town in each().await {
        let caller = town.house.operator();
        let initiative = town.initiative.id;
        begin(&caller, initiative, "Nos services", "nos-services", &with_quotas()).await.expect("begun");
        let mut facilitator = town.browser(Role::Facilitator).await;
        let address = "/barometres/nos-services/preparation/populations/usagers";
        let page = facilitator.get(address).await.ok();
        assert!(page.text().contains("age ; 75+ ; 2"), "{}", page.text());
        let seen = page.hidden("seen");
        let fields = [
            ("seen", seen.as_str()),
            ("wording_fr", "Usagers"),
            ("kind", "users"),
            ("frame", "survey"),
            ("strata", "38563 ; Voiron ; 10000"),
            ("quotas", "true"),
            ("wanted", "age ; 99+ ; 5"),
        ];
        facilitator.submit(address, &fields).await.ok();
        let draft = facilitator.get("/barometres/nos-services/preparation/figer").await.ok();
        draft.says("Le quota « age ; 99+ »");
    }
}
