//! Bringing in answers collected elsewhere.

use arpent_barometer::domain::protocol::{Protocol, Service};
use arpent_barometer::domain::question::{Aspect, Choice, Kind, Question};
use arpent_barometer::domain::template;
use arpent_barometer::domain::wave::Mode;
use arpent_barometer::domain::wording::Wording;
use arpent_core::Role;
use arpent_web::testkit::{Answer, Browser};
use axum::http::StatusCode;

use crate::town::each;
use crate::wave::WAVE;

const SERVICES: [&str; 10] = [
    "dechets",
    "mobilite",
    "eau",
    "piscine",
    "petite_enfance",
    "mediatheque",
    "accueil_siege",
    "action_sociale",
    "habitat",
    "developpement_eco",
];

/// Ten services and the profile of the example files.
fn protocol() -> Protocol {
    let service = |code: &&str| Service {
        code: (*code).to_owned(),
        name: Wording::french(*code),
        unit: None,
        places: Vec::new(),
        threshold: None,
    };
    let services: Vec<Service> = SERVICES.iter().map(service).collect();
    let mut protocol = template::protocol(&services);
    let profile = |code: &str, choices: &[&str]| Question {
        code: code.to_owned(),
        kind: Kind::Choice {
            choices: choices
                .iter()
                .map(|code| Choice { code: (*code).to_owned(), label: Wording::french(*code) })
                .collect(),
        },
        aspect: Aspect::Profile,
        service: None,
        asked_to: vec![template::USERS.to_owned()],
        wording: Wording::french(code),
        easy: Wording::default(),
        hint: Wording::default(),
        required: false,
        show_if: None,
    };
    protocol.questions.push(profile("logement", &["locataire_prive", "locataire_social", "proprietaire"]));
    protocol
}

const FILE: &str = "pid,wave,sexe,age,use_dechets,sat_dechets,mode,w_base,N_h\n\
    1,1,F,18-24,1,4,web,76.8,36877\n\
    2,1,H,75+,1,9,papier,76.8,36877\n\
    3,2,H,75+,1,2,borne,44.4,15090\n\
    4,1,H,75+,1,6,borne,44.4,15090\n\
    5,1,X,75+,0,NA,pigeon,-3,15090\n";

async fn upload(browser: &mut Browser, population: &str, bytes: &[u8]) -> Answer {
    browser.upload(&format!("{WAVE}/import"), &[("population", population)], ("file", "reponses.csv", bytes)).await
}

/// Only the lines of one wave.
const ONE_WAVE: [(&str, &str); 5] =
    [("respondent", "0"), ("weight", "7"), ("mode", "6"), ("filter", "1"), ("filter_value", "1")];

#[tokio::test]
async fn faulty_lines_are_named_and_the_rest_is_imported_only_if_one_says_so() {
    for town in each().await {
        let wave = town.wave_of(&protocol(), false).await;
        let mut facilitator = town.browser(Role::Facilitator).await;
        let sent = upload(&mut facilitator, "usagers", FILE.as_bytes()).await.is(StatusCode::SEE_OTHER);
        let address = sent.location().expect("the next screen").to_owned();
        facilitator.get(&address).await.ok().says("Rien n'est encore importé").says("N_h");
        let check = facilitator.submit(&address, &ONE_WAVE).await.ok();
        check.says("2 réponses peuvent être importées").says("Une ligne d'une autre vague");
        check.says("2 lignes sont à corriger").says("hors de l'échelle").says("pigeon").says("plus grand que zéro");
        let errors = facilitator.get(&format!("{address}/erreurs.csv")).await.ok().text();
        assert!(errors.lines().any(|line| line.starts_with("5;sat_dechets;")), "{errors}");
        assert!(errors.lines().any(|line| line.starts_with("6;w_base;")), "{errors}");

        let confirm = format!("{address}/confirmer");
        facilitator.post(&confirm, &[]).await.is(StatusCode::CONFLICT).says("2 lignes sont à corriger");
        assert!(town.answers(&wave).await.is_empty());
        let done = facilitator.submit(&confirm, &[("without", "true")]).await.ok();
        done.says("2 réponses créées").says("2 lignes laissées de côté");
        let all = town.answers(&wave).await;
        let mut modes: Vec<Mode> = all.iter().map(|answer| answer.mode).collect();
        modes.sort_by_key(|mode| mode.code());
        assert_eq!(modes, [Mode::Paper, Mode::Web]);
        assert!(all.iter().all(|answer| answer.base_weight == Some(76.8)));
        assert!(all.iter().all(|answer| answer.respondent.as_deref().is_some_and(|one| one.len() == 64)));
    }
}

#[tokio::test]
async fn the_same_file_twice_creates_nothing_twice() {
    for town in each().await {
        let wave = town.wave_of(&protocol(), false).await;
        let mut facilitator = town.browser(Role::Facilitator).await;
        // Without a person's identifier, two people may answer alike.
        let file = "sexe;sat_dechets\nF;4\nF;4\nH;1\n";
        for words in ["3 réponses créées", "Aucune réponse créée"] {
            let sent = upload(&mut facilitator, "usagers", file.as_bytes()).await;
            let address = sent.location().expect("the next screen").to_owned();
            facilitator.submit(&format!("{address}/confirmer"), &[]).await.ok().says(words);
        }
        assert_eq!(town.answers(&wave).await.len(), 3);
    }
}

/// Answers as SPSS keeps them: codes, and "does not know" declared missing.
fn of_spss() -> Vec<u8> {
    use arpent_documents::spss::{Code, Datum, Dictionary, Kind, Measure, SavWriter, Variable};
    let mut satisfied = Variable::number("sat_dechets", "Satisfait des déchets", 0);
    satisfied.values = vec![(Code::Number(4.0), "Très satisfait".to_owned()), (Code::Number(9.0), "?".to_owned())];
    satisfied.missing = vec![9.0];
    let sex = Variable::new("sexe", "Sexe", Kind::Text { bytes: 1 }, Measure::Nominal);
    let dictionary = Dictionary { variables: vec![satisfied, sex], ..Dictionary::default() };
    let mut file = SavWriter::new(dictionary, jiff::civil::date(2026, 3, 1).at(8, 0, 0, 0)).expect("a file");
    for case in [[Datum::Number(4.0), Datum::Text("F")], [Datum::Number(9.0), Datum::Nothing]] {
        file.case(&case).expect("a case");
    }
    file.finish()
}

#[tokio::test]
async fn a_file_of_spss_is_imported_by_its_codes() {
    use arpent_barometer::domain::answer::Reply;
    for town in each().await {
        let wave = town.wave_of(&protocol(), false).await;
        let mut facilitator = town.browser(Role::Facilitator).await;
        let file = of_spss();
        let sent =
            facilitator.upload(&format!("{WAVE}/import"), &[("population", "usagers")], ("file", "r.sav", &file)).await;
        let address = sent.location().expect("the next screen").to_owned();
        facilitator.submit(&format!("{address}/confirmer"), &[]).await.ok().says("2 réponses créées");
        let mut said: Vec<Option<Reply>> =
            town.answers(&wave).await.iter().map(|one| one.replies.0.get("sat_dechets").cloned()).collect();
        said.sort_by_key(|one| format!("{one:?}"));
        assert_eq!(said, [Some(Reply::Number(4)), Some(Reply::Number(9))]);
        let at = file.windows(5).position(|run| run == b"UTF-8").expect("its encoding");
        let mut unknown = file.clone();
        unknown[at..at + 5].copy_from_slice(b"X-NUL");
        let refused = facilitator
            .upload(&format!("{WAVE}/import"), &[("population", "usagers")], ("file", "r.sav", &unknown))
            .await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).says("encodage inconnu");
    }
}

#[tokio::test]
async fn a_file_that_is_no_table_is_named_by_what_it_is() {
    for town in each().await {
        town.wave().await;
        let mut facilitator = town.browser(Role::Facilitator).await;
        let refused = upload(&mut facilitator, "usagers", b"%PDF-1.7 ...").await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).says("C'est un document PDF");
        let nobody = upload(&mut facilitator, "martiens", b"a;b\n1;2\n").await;
        nobody.is(StatusCode::UNPROCESSABLE_ENTITY).says("Choisissez dans la liste");
    }
}
