//! Bringing in a file: matched, checked, confirmed, once.

use std::sync::Arc;
use std::time::Duration;

use arpent_commons::store::contributions::{self, Filter, Listed, Order};
use arpent_core::Role;
use arpent_documents::tables::{Limits, Reader};
use arpent_proposals::commands::imports::{guess, import};
use arpent_proposals::domain::import::{Progress, Target};
use arpent_web::testkit::{Answer, Browser};
use arpent_web::worker::work;
use axum::http::StatusCode;
use tokio::sync::watch;

use crate::town::{PLACE, Town, each};

const SHEET: &str = "Référence;Réponse;À quel titre;Commune;Dite le;Thème\n\
    1;Un banc à l'ombre;habitante;Voiron;03/10/2026;Repos\n\
    2;Plus de lumière;usager;Moirans;2026-10-04;Sécurité\n\
    3;;habitante;Voiron;05/10/2026;Repos\n\
    4;Un ponton;pilote;Atlantide;45/10/2026;Eau\n\
    5;Une passerelle;agent;38517;06/10/2026;Eau\n";

async fn said(town: &Town) -> Vec<Listed> {
    let filter = Filter { order: Order::Number, limit: 5_000, ..Filter::of(town.initiative.id) };
    contributions::list(&town.house.app.db, &filter).await.expect("listed")
}

async fn upload(browser: &mut Browser, name: &str, bytes: &[u8]) -> Answer {
    browser.upload(&format!("{PLACE}/import"), &[], ("file", name, bytes)).await
}

async fn confirm(town: &Town, browser: &mut Browser, address: &str) -> Answer {
    let act = format!("{address}/confirmer");
    // The job runs beside the page that waits for it, as in the running server.
    let (stop, stopped) = watch::channel(false);
    let worker = tokio::spawn(work(Arc::clone(&town.house.app), stopped));
    let mut answer = browser.submit(&act, &[]).await;
    while answer.words().contains("l'import continue") {
        tokio::time::sleep(Duration::from_millis(50)).await;
        answer = browser.get(address).await;
    }
    stop.send(true).expect("a worker to stop");
    worker.await.expect("a worker that stopped");
    answer
}

#[tokio::test]
async fn a_file_is_read_again_before_anything_is_imported() {
    for town in each().await {
        let mut facilitator = town.browser(Role::Facilitator).await;
        let sent = upload(&mut facilitator, "reponses.csv", SHEET.as_bytes()).await.is(StatusCode::SEE_OTHER);
        let address = sent.location().expect("the next screen").to_owned();
        let check = facilitator.get(&address).await.ok();
        check
            .says("Rien n'est encore importé")
            .says("3 lignes peuvent être importées")
            .says("2 lignes sont à corriger");
        check.says("Il n'y a pas de texte").says("Atlantide").says("pilote").says("45/10/2026");
        assert!(said(&town).await.is_empty(), "nothing before it is confirmed");

        let errors = facilitator.get(&format!("{address}/erreurs.csv")).await.ok().text();
        let first = errors.lines().nth(1).expect("a first line to mend");
        assert!(first.starts_with("4;Réponse;"), "line 4, column Réponse: {first}");
        assert_eq!(errors.lines().count(), 1 + 4, "one line per cell to mend");

        let done = confirm(&town, &mut facilitator, &address).await.ok();
        done.says("Import terminé").says("3 contributions créées").says("2 lignes laissées de côté");
        let all = said(&town).await;
        let shape: Vec<_> = all
            .iter()
            .map(|one| {
                let c = &one.contribution;
                (c.text.as_str(), c.capacity.code(), one.area_name.as_deref(), one.theme_title.as_deref())
            })
            .collect();
        assert_eq!(
            shape,
            [
                ("Un banc à l'ombre", "inhabitant", Some("Voiron"), Some("Repos")),
                ("Plus de lumière", "user", Some("Moirans"), Some("Sécurité")),
                ("Une passerelle", "agent", Some("Tullins"), Some("Eau")),
            ]
        );
        assert_eq!(all[0].contribution.said_on.to_string(), "2026-10-03");
    }
}

#[tokio::test]
async fn the_same_file_twice_creates_nothing_twice() {
    for town in each().await {
        let mut facilitator = town.browser(Role::Facilitator).await;
        for (turn, words) in ["3 contributions créées", "Aucune contribution créée"].into_iter().enumerate() {
            let sent = upload(&mut facilitator, "reponses.csv", SHEET.as_bytes()).await;
            let address = sent.location().expect("the next screen").to_owned();
            let check = facilitator.get(&address).await.ok();
            assert_eq!(check.words().contains("Ce même fichier a déjà été importé"), turn == 1);
            confirm(&town, &mut facilitator, &address).await.ok().says(words);
        }
        assert_eq!(said(&town).await.len(), 3);
        let mended = SHEET.replace("3;;habitante", "3;Une fontaine;habitante");
        let sent = upload(&mut facilitator, "reponses-corrigees.csv", mended.as_bytes()).await;
        let address = sent.location().expect("the next screen").to_owned();
        confirm(&town, &mut facilitator, &address).await.ok().says("Une contribution créée");
    }
}

#[tokio::test]
async fn confirming_twice_imports_once_and_the_file_is_then_forgotten() {
    for town in each().await {
        let mut facilitator = town.browser(Role::Facilitator).await;
        let sent = upload(&mut facilitator, "reponses.csv", SHEET.as_bytes()).await;
        let address = sent.location().expect("the next screen").to_owned();
        confirm(&town, &mut facilitator, &address).await.ok();
        confirm(&town, &mut facilitator, &address).await.ok().says("3 contributions créées");
        assert_eq!(said(&town).await.len(), 3);
        facilitator.get(&format!("{address}/erreurs.csv")).await.is(StatusCode::CONFLICT).says("a été oublié");
    }
}

#[tokio::test]
async fn a_windows_file_keeps_its_accents_and_columns_can_be_corrected() {
    for town in each().await {
        // Windows-1252: é is 0xE9, à 0xE0; columns nobody could guess.
        let bytes = b"a;b\nD\xE9j\xE0 dit;1\nAutre chose;2\n";
        let mut facilitator = town.browser(Role::Facilitator).await;
        let sent = upload(&mut facilitator, "vieux.csv", bytes).await;
        let address = sent.location().expect("the next screen").to_owned();
        facilitator.get(&address).await.ok().says("Déjà dit").says("Aucune ligne ne peut être importée");
        facilitator.post(&format!("{address}/confirmer"), &[]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let fields = [("text", "0"), ("reference", "1"), ("default_capacity", "agent"), ("create_themes", "true")];
        facilitator.submit(&address, &fields).await.ok().says("2 lignes peuvent être importées");
        confirm(&town, &mut facilitator, &address).await.ok().says("2 contributions créées");
        let all = said(&town).await;
        assert_eq!((all[0].contribution.text.as_str(), all[0].contribution.capacity.code()), ("Déjà dit", "agent"));
    }
}

#[tokio::test]
async fn a_file_that_is_no_table_is_named_by_what_it_is() {
    for town in each().await {
        let mut facilitator = town.browser(Role::Facilitator).await;
        let refused = upload(&mut facilitator, "reponses.csv", b"%PDF-1.7 ...").await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).says("C'est un document PDF, pas un tableau");
        let nothing = facilitator.upload(&format!("{PLACE}/import"), &[], ("file", "", b"")).await;
        nothing.is(StatusCode::UNPROCESSABLE_ENTITY).says("Choisissez un fichier");
    }
}

#[tokio::test]
async fn two_lines_of_one_reference_that_differ_are_both_accounted_for() {
    for town in each().await {
        let text = "reference;texte\n7;Un banc\n7;Une fontaine\n7;Un banc\n";
        let mut facilitator = town.browser(Role::Facilitator).await;
        let sent = upload(&mut facilitator, "r.csv", text.as_bytes()).await;
        let check = facilitator.get(sent.location().expect("the next screen")).await.ok();
        check.says("Une ligne peut être importée").says("Une autre ligne porte la même référence");
    }
}

#[tokio::test]
async fn a_file_given_up_or_left_for_a_day_is_forgotten() {
    for town in each().await {
        let mut facilitator = town.browser(Role::Facilitator).await;
        let sent = upload(&mut facilitator, "reponses.csv", SHEET.as_bytes()).await;
        let given_up = sent.location().expect("the next screen").to_owned();
        facilitator.submit(&format!("{given_up}/abandonner"), &[]).await.ok();
        facilitator.get(&given_up).await.ok().says("Fichier oublié sans être importé");

        let sent = upload(&mut facilitator, "reponses.csv", SHEET.as_bytes()).await;
        let left = sent.location().expect("the next screen").to_owned();
        town.house.pass(jiff::SignedDuration::from_hours(49));
        town.house.work().await;
        facilitator.get(&left).await.ok().says("Fichier oublié sans être importé");
        facilitator.post(&format!("{left}/confirmer"), &[]).await.is(StatusCode::CONFLICT);
    }
}

#[tokio::test]
async fn a_long_file_goes_through_in_batches_that_say_how_far_they_are() {
    for town in each().await {
        let line = |n| format!("{{\"reference\":\"r{n}\",\"text\":\"Idée {n}\"}}");
        let lines = (0..1_200).map(line).collect::<Vec<_>>().join("\n");
        let reader = Reader::open(lines.as_bytes(), "idees.jsonl", &Limits::default()).expect("a table");
        let mapping = guess(reader.headers());
        assert_eq!((mapping.column(Target::Text), mapping.column(Target::Reference)), (Some(1), Some(0)));
        let mut seen: Vec<Progress> = Vec::new();
        let caller = town.house.operator();
        let report = import(&caller, town.initiative.id, reader, &mapping, |progress| seen.push(progress)).await;
        assert_eq!(report.expect("imported").progress.created, 1_200);
        assert_eq!(seen.iter().map(|progress| progress.created).collect::<Vec<_>>(), [500, 1_000, 1_200]);
        let reader = Reader::open(lines.as_bytes(), "idees.jsonl", &Limits::default()).expect("a table");
        let again = import(&caller, town.initiative.id, reader, &mapping, |_| ()).await.expect("imported");
        assert_eq!((again.progress.created, again.progress.again), (0, 1_200));
    }
}

/// Real answers, read in place where they are at hand.
const REAL: &str = "../../../shared/data/texts/grand_debat_idees_marquantes.jsonl.gz";

#[tokio::test]
async fn the_real_answers_are_imported_through_the_browser() {
    let Ok(bytes) = std::fs::read(REAL) else {
        eprintln!("the real answers are not at hand ({REAL}): this story is not told");
        return;
    };
    for town in each().await {
        let mut facilitator = town.browser(Role::Facilitator).await;
        let sent = upload(&mut facilitator, "idees.jsonl.gz", &bytes).await.is(StatusCode::SEE_OTHER);
        let address = sent.location().expect("the next screen").to_owned();
        let check = facilitator.get(&address).await.ok();
        check.says("2 149 lignes peuvent être importées").says("Le fichier nomme 19 thèmes");
        confirm(&town, &mut facilitator, &address).await.ok().says("2 149 contributions créées");
        let filter = Filter::of(town.initiative.id);
        assert_eq!(contributions::count(&town.house.app.db, &filter).await.expect("counted"), 2_149);
    }
}
