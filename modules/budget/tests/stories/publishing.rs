//! Publishing a count: as a job that is never two, signed, told group by group; a stub opens its sheet.

use arpent_budget::commands::ballots::cast;
use arpent_budget::commands::budgets::Draft;
use arpent_budget::domain::ballot::Marks;
use arpent_budget::domain::groups::{Age, Said};
use arpent_budget::domain::voter::Claim;
use arpent_budget::store::ballots;
use arpent_core::{Actor, Role};
use arpent_web::Lang;
use axum::http::StatusCode;
use ring::signature::{ED25519, UnparsedPublicKey};

use crate::town::{PLACE, Town, draft, each, receipt};

const PROJECTS: [(&str, &str); 3] = [("Dix bancs", "6000"), ("Un ponton", "5000"), ("Un pré", "1000")];

#[tokio::test]
async fn a_count_is_never_two_at_once_and_says_what_stopped_it() {
    for town in each().await {
        let (budget, codes) = town.voting(&draft("10 000"), &PROJECTS, 2).await;
        arpent_budget::commands::sheets::print(&town.house.operator(), &budget, 1).await.expect("printed");
        town.vote(&codes[0], &[1]).await.ok();
        town.closed().await;
        let act = format!("{PLACE}/depouiller");
        let (mut one, mut two) = (town.browser(Role::Facilitator).await, town.browser(Role::ElectedOfficial).await);
        one.submit(&act, &[]).await.ok().says("Le dépouillement va commencer").does_not_say("Dépouiller et publier");
        two.post(&act, &[]).await.is(StatusCode::CONFLICT).says("déjà en cours");

        // A sheet is keyed between the asking and the counting: nothing is published.
        let mut agent = town.browser(Role::Agent).await;
        agent.submit(&format!("{PLACE}/saisie"), &[("number", "1"), ("m_1", "1")]).await.ok();
        town.house.work().await;
        let stopped = one.get(&act).await.ok();
        stopped.says("attendent encore leur deuxième lecture").says("Dépouiller et publier");
        one.get(&format!("{PLACE}/resultats")).await.is(StatusCode::NOT_FOUND);

        let keying = format!("{PLACE}/saisie");
        one.submit(&keying, &[("number", "1"), ("spoiled", "true")]).await.ok().says("diffèrent");
        let mut third = town.browser(Role::Agent).await;
        third.submit(&keying, &[("number", "1"), ("spoiled", "true")]).await.ok().says("est comptée");
        town.later();
        town.count(&mut one, &[("reason", "Une feuille glissée sans émarger.")]).await.says("sur un bulletin");
        one.get(&format!("{PLACE}/resultats/2")).await.is(StatusCode::NOT_FOUND);
    }
}

fn bytes(hexadecimal: &str) -> Vec<u8> {
    let pairs = (0..hexadecimal.len()).step_by(2);
    pairs.map(|at| u8::from_str_radix(&hexadecimal[at..at + 2], 16).expect("hexadecimal")).collect()
}

#[tokio::test]
async fn every_transcript_is_signed_by_the_one_key_of_the_site() {
    for town in each().await {
        let (_, codes) = town.voting(&draft("10 000"), &PROJECTS, 1).await;
        town.vote(&codes[0], &[1]).await.ok();
        town.closed().await;
        let mut reader = town.house.browser();
        reader.get("/budgets/cle-publique.json").await.is(StatusCode::NOT_FOUND);
        let mut facilitator = town.browser(Role::Facilitator).await;
        town.count(&mut facilitator, &[]).await;
        town.later();
        let page = town.count(&mut facilitator, &[("reason", "Pour relire.")]).await;
        let key = reader.get("/budgets/cle-publique.json").await.ok().json()["public_key"]
            .as_str()
            .expect("a key")
            .to_owned();
        page.says(&key).says("--check transcription.json --public-key");
        for number in [1, 2] {
            let base = format!("{PLACE}/resultats/{number}/transcription.json");
            let transcript = reader.get(&base).await.ok().text();
            let told = reader.get(&format!("{base}.sig")).await.ok().json();
            assert_eq!(told["public_key"], key.as_str());
            let signature = bytes(told["signature"].as_str().expect("a signature"));
            let verifier = UnparsedPublicKey::new(&ED25519, bytes(&key));
            verifier.verify(transcript.as_bytes(), &signature).expect("signed by the site");
            assert!(verifier.verify(transcript.replace("001", "002").as_bytes(), &signature).is_err());
        }
    }
}

/// So many people of an age and a zone choose one project.
async fn choose(
    town: &Town,
    codes: &mut impl Iterator<Item = String>,
    people: usize,
    (age, zone, project): (Age, &str, i64),
) {
    let caller = town.house.app.caller(Actor::public(), Lang::Fr);
    let budget = town.budget().await;
    for code in codes.take(people) {
        let said = Said { age: Some(age), zone: Some(zone.to_owned()) };
        cast(&caller, &budget, &Claim::Letter(code), (&Marks([(project, 1)].into()), &said, ""))
            .await
            .expect("a ballot");
    }
}

#[tokio::test]
async fn groups_are_told_from_five_people_and_never_published_with_ballots() {
    for town in each().await {
        let asks = Draft { ages: true, zones: "Nord\n Sud \n".into(), ..draft("6 000") };
        let (budget, codes) = town.voting(&asks, &PROJECTS, 21).await;
        let mut codes = codes.into_iter();
        choose(&town, &mut codes, 10, (Age::Under18, "Nord", 1)).await;
        choose(&town, &mut codes, 6, (Age::From60, "Sud", 2)).await;
        choose(&town, &mut codes, 2, (Age::From75, "Sud", 2)).await;
        // A zone that the budget does not name is not kept.
        choose(&town, &mut codes, 2, (Age::From60, "Ailleurs", 2)).await;
        let code = codes.next().expect("one is left");
        let mut phone = town.house.browser();
        let who = [("code", code.as_str()), ("age", "true"), ("said_age", "under_18"), ("m_1", "1")];
        let review = phone.post(&format!("{PLACE}/bulletin"), &who).await.ok();
        review.says("Vous avez dit : Moins de 18 ans");
        let sent = [&who[..], &[("_go", "send")]].concat();
        phone.submit(&format!("{PLACE}/bulletin"), &sent).await.ok().says("dans l'urne");

        town.closed().await;
        let kept = ballots::all(&town.house.app.db, budget.id).await.expect("read");
        let of = |said: &Said| kept.iter().filter(|ballot| ballot.said == *said).count();
        let said = |age, zone: Option<&str>| Said { age, zone: zone.map(str::to_owned) };
        assert_eq!(of(&said(Some(Age::Under18), Some("Nord"))), 10);
        assert_eq!(of(&said(Some(Age::From60), Some("Sud"))), 6);
        // Two of an age, two of another without a zone, one alone: nothing is left of what would single them out.
        assert_eq!(of(&Said::default()), 5);

        let mut facilitator = town.browser(Role::Facilitator).await;
        let page = town.count(&mut facilitator, &[]).await;
        page.says("Ce que le résultat fait pour chacun")
            .says("Selon l'âge")
            .says("60 à 74 ans")
            .says("Selon le quartier");
        page.says("Moins de 18 ans, n = 10").says("Nord, n = 10").says("0,0 %").does_not_say("75 ans et plus");
        let file = town.house.browser().get(&format!("{PLACE}/resultats/1/bulletins.pb")).await.ok().text();
        assert!(!file.contains("Nord") && !file.contains("under_18") && !file.contains("zone"), "{file}");
    }
}

#[tokio::test]
async fn a_stub_opens_its_sheet_as_it_was_read() {
    for town in each().await {
        town.voting(&draft("10 000"), &PROJECTS, 1).await;
        let mut facilitator = town.browser(Role::Facilitator).await;
        let printed = facilitator.submit(&format!("{PLACE}/feuilles"), &[("count", "2")]).await.ok();
        printed.says("Talon de la feuille n° 1");
        let code = receipt(&printed);
        let mut voter = town.house.browser();
        let stub = format!("{PLACE}/recu/{code}");
        voter.submit(&format!("{PLACE}/recu"), &[("receipt", &code)]).await.ok().says("Elle n'est pas encore lue");
        let (mut one, mut two) = (town.browser(Role::Agent).await, town.browser(Role::Agent).await);
        let read = [("number", "1"), ("m_1", "1")];
        one.submit(&format!("{PLACE}/saisie"), &read).await.ok();
        voter.get(&stub).await.ok().says("Elle est lue une fois").does_not_say("Dix bancs");
        two.submit(&format!("{PLACE}/saisie"), &read).await.ok();
        voter.get(&stub).await.ok().says("et comptée").says("Dix bancs").does_not_say("Un ponton");
        voter.post(&stub, &[("m_2", "1")]).await.is(StatusCode::CONFLICT).says("ne se change pas");
        // Printed again, the page is the same; the next sheet has another code.
        let again = facilitator.get(&format!("{PLACE}/feuilles/imprimer?de=1&n=2")).await.ok();
        assert_eq!(receipt(&again), code);
        let other = facilitator.get(&format!("{PLACE}/feuilles/imprimer?de=2&n=1")).await.ok();
        assert_ne!(receipt(&other), code);
    }
}
