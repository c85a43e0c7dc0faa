//! From one gesture to a wave that is open: the protocol written, frozen, followed, then changed with a visible break.

use arpent_barometer::domain::protocol::{Frame, Protocol, Stratum};
use arpent_barometer::store::{barometers, protocols};
use arpent_core::{Role, Scope};
use arpent_web::testkit::{Answer, Browser};
use axum::http::StatusCode;
use jiff::SignedDuration;
use uuid::Uuid;

use crate::town::{PLACE, Town, each, protocol};

/// The pages of the barometer that stories begin.
const AT: &str = "/barometres/nos-services";

async fn begin(town: &Town) -> Browser {
    let mut browser = town.browser(Role::Facilitator).await;
    let fields = [("title", "Nos services"), ("services", "Déchets\nMobilité")];
    browser.submit(&format!("{PLACE}/barometre"), &fields).await.ok().says("2 services");
    browser
}

async fn stored(town: &Town) -> Protocol {
    let db = &town.house.app.db;
    let row = barometers::by_slug(db, "nos-services").await.expect("read").expect("a barometer");
    protocols::of_barometer(db, row.id).await.expect("versions").remove(0).protocol
}

/// Sends back a form as it is drawn, with these answers in place of its own.
async fn save(browser: &mut Browser, page: &Answer, at: &str, fields: &[(&str, &str)]) -> Answer {
    let seen = page.hidden("seen");
    let mut sent = vec![("seen", seen.as_str())];
    sent.extend(fields);
    browser.submit(at, &sent).await
}

async fn freeze(browser: &mut Browser, fields: &[(&str, &str)]) -> Answer {
    let page = browser.get(&format!("{AT}/preparation/figer")).await.ok();
    let version = page.hidden("version");
    let mut sent = vec![("version", version.as_str())];
    sent.extend(fields);
    browser.submit(&format!("{AT}/preparation/figer"), &sent).await
}

#[tokio::test]
async fn one_gesture_then_frozen_then_open() {
    for town in each().await {
        let mut browser = town.browser(Role::Facilitator).await;
        browser.get(PLACE).await.ok().says("Ouvrir un baromètre");
        let form = browser.get(&format!("{PLACE}/barometre")).await.ok();
        form.says("Déchets");
        assert!(form.text().contains("Baromètre · Les services publics"), "a title to start from");
        let mut browser = begin(&town).await;
        let draft = browser.get(&format!("{AT}/preparation")).await.ok();
        draft.says("Rien n'empêche de figer");
        assert!(draft.queries() <= 10, "{} queries", draft.queries());
        town.house.browser().get(AT).await.ok().says("Ce baromètre se prépare");

        freeze(&mut browser, &[]).await.ok().says("La version 1 est figée");
        browser.get(&format!("{AT}/preparation")).await.is(StatusCode::CONFLICT).says("figé");
        let days = [("title", "automne"), ("opens", "2026-11-02"), ("closes", "2026-11-15")];
        browser.submit(&format!("{AT}/vagues"), &days).await.ok().says("Personne ne répond avant que vous l'ouvriez");
        town.house.browser().get(&format!("{AT}/vagues/1")).await.is(StatusCode::NOT_FOUND);
        let opened = browser.submit(&format!("{AT}/vagues/1/ouvrir"), &[]).await.ok();
        opened.says("Aucune réponse pour l'instant").says("Clore la vague");

        let mut visitor = town.house.browser();
        let public = visitor.get(AT).await.ok();
        public.says("version 1").says("Ouverte").says("SHA-256").does_not_say("Préparer une vague");
        assert!(public.queries() <= 10, "{} queries", public.queries());
        visitor.get(&format!("{AT}/protocole/1")).await.ok().says("en êtes-vous satisfait").says("Très satisfait");
        let wave = visitor.get(&format!("{AT}/vagues/1")).await.ok();
        wave.says("Répondre au baromètre").does_not_say("Réponses reçues");
        let document = visitor.get(&format!("{AT}/protocole/1/document.json")).await.ok().text();
        assert_eq!(Protocol::from_file(document.as_bytes()), Ok(stored(&town).await));

        browser.submit(&format!("{AT}/vagues/1/fermer"), &[]).await.ok().says("La vague est close");
        browser.post(&format!("{AT}/vagues/1/ouvrir"), &[]).await.is(StatusCode::CONFLICT);
    }
}

const WORDS: [(&str, &str); 6] = [
    ("wording_en", "Waste?"),
    ("kind", "scale"),
    ("asked_to", "usagers"),
    ("service", "dechets"),
    ("aspect", "satisfaction"),
    ("show_if", ""),
];

#[tokio::test]
async fn the_second_editor_is_shown_the_difference_and_nothing_is_overwritten() {
    for town in each().await {
        let mut first = begin(&town).await;
        let mut second = town.browser(Role::Facilitator).await;
        let at = format!("{AT}/preparation/questions/sat_dechets");
        let (hers, his) = (first.get(&at).await.ok(), second.get(&at).await.ok());
        let elsewhere = format!("{AT}/preparation/questions/sat_mobilite");
        let other = second.get(&elsewhere).await.ok();
        let with = |words| [&[("wording_fr", words)], &WORDS[..]].concat();

        save(&mut first, &hers, &at, &with("Déchets : en êtes-vous content ?")).await.ok().says("enregistré");
        let refused = save(&mut second, &his, &at, &with("La collecte vous convient-elle ?")).await;
        let refused = refused.is(StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Rien n'a été écrasé").says("content").says("convient-elle");
        assert!(refused.text().contains("La collecte vous convient-elle ?"), "what was typed is still in its field");
        assert_eq!(stored(&town).await.questions[1].wording.say("fr"), "Déchets : en êtes-vous content ?");

        save(&mut second, &other, &elsewhere, &with("Mobilité : contents ?")).await.ok().says("enregistré");
        save(&mut second, &refused, &at, &with("La collecte vous convient-elle ?")).await.ok().says("enregistré");
        assert_eq!(stored(&town).await.questions[1].wording.say("fr"), "La collecte vous convient-elle ?");
    }
}

#[tokio::test]
async fn what_was_typed_is_kept_beside_what_is_wrong_with_it() {
    for town in each().await {
        let mut browser = begin(&town).await;
        let at = format!("{AT}/preparation/populations/usagers");
        let page = browser.get(&at).await.ok();
        let survey = |strata| [("wording_fr", "Usagers"), ("kind", "users"), ("frame", "survey"), ("strata", strata)];
        let refused = save(&mut browser, &page, &at, &survey("38563 ; Voiron ; 20512\n38239 ; Moirans")).await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).says("Ligne 2").says("38239 ; Moirans");
        let fields = [&survey("38563 ; Voiron ; 20512\n38239 ; Moirans ; 7852")[..], &[("expected", "1200")]].concat();
        save(&mut browser, &page, &at, &fields).await.ok().says("1 200 réponses attendues");

        let planned = browser.get(&format!("{AT}/preparation/precision?usage=50&plan=1")).await.ok();
        // 1.96 √(0.25 / 1200 · (1 − 1200/28364)) = 2.77 points; half of the answers to a service.
        planned.says("± 2,8 points").says("± 3,9 points").says("Moirans").says("Agents");
        browser.get(&format!("{AT}/preparation/precision?usage=0")).await.ok().says("de 1 à 100");
    }
}

#[tokio::test]
async fn margins_are_read_from_a_table_or_refused_line_by_line() {
    for town in each().await {
        let mut browser = begin(&town).await;
        let at = format!("{AT}/preparation/table-de-marges");
        let told = [("population", "usagers"), ("source", "INSEE, recensement"), ("year", "2013")];
        let table = "\"variable\",\"modalite\",\"effectif\"\n\"commune\",\"38563\",20512\n\"commune\",\"38239\",7852\n";
        let silent = browser.upload(&at, &[("population", "usagers")], ("file", "marges.csv", table.as_bytes())).await;
        silent.is(StatusCode::UNPROCESSABLE_ENTITY).says("l'année comptée");
        let wrong = "variable,modalite,effectif\ncommune,38563,20512\ncommune,38239,beaucoup\n";
        let refused = browser.upload(&at, &told, ("file", "marges.csv", wrong.as_bytes())).await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).says("beaucoup").says("Une ligne est à corriger");
        assert!(stored(&town).await.margins.is_empty());

        let sent = browser.upload(&at, &told, ("file", "marges.csv", table.as_bytes())).await;
        let list = browser.follow(sent).await.ok();
        list.says("Une marge est dans le brouillon").says("28 364 personnes").says("compte l'année 2013");
        let question = stored(&town).await.question("commune").cloned().expect("a question");
        assert_eq!(question.choices()[0].label.say("fr"), "Moirans");
    }
}

#[tokio::test]
async fn a_file_is_taken_whole_or_refused_where_it_is_wrong() {
    for town in each().await {
        let mut browser = begin(&town).await;
        let at = format!("{AT}/preparation/fichier");
        let before = stored(&town).await;
        let wrong = protocol().to_file().replace("\"suppress_under\": 5", "\"suppress_under\": true");
        let refused = browser.upload(&at, &[], ("file", "protocole.json", wrong.as_bytes())).await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).says("rules.suppress_under");
        assert_eq!(stored(&town).await, before);

        let sent = browser.upload(&at, &[], ("file", "protocole.json", protocol().to_file().as_bytes())).await;
        browser.follow(sent).await.ok().says("Le brouillon est remplacé");
        let taken = browser.get(&format!("{AT}/preparation/fichier.json")).await.ok().text();
        assert_eq!(Protocol::from_file(taken.as_bytes()), Ok(protocol()));
        let schema = browser.get("/api/v1/barometers/protocol.schema.json").await.ok().json();
        assert!(schema["properties"]["questions"].is_object(), "{schema}");
    }
}

#[tokio::test]
async fn another_version_says_what_changes_and_where_series_break() {
    for town in each().await {
        let mut browser = begin(&town).await;
        freeze(&mut browser, &[]).await.ok();
        browser.submit(&format!("{AT}/versions"), &[]).await.ok().says("Version 2");
        let at = format!("{AT}/preparation/questions/sat_dechets");
        let page = browser.get(&at).await.ok();
        let fields = [&[("wording_fr", "Déchets : en êtes-vous content ?")], &WORDS[..]].concat();
        save(&mut browser, &page, &at, &fields).await.ok();

        let confirm = browser.get(&format!("{AT}/preparation/figer")).await.ok();
        confirm.says("Question reformulée (Français)").says("Questions dont la série repart");
        let refused = freeze(&mut browser, &[("broken", "sat_dechets")]).await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).says("cette phrase sera affichée");
        let note = "La question sur les déchets est plus simple.";
        freeze(&mut browser, &[("broken", "sat_dechets"), ("note", note)]).await.ok();
        town.house.browser().get(AT).await.ok().says("Où les séries repartent").says(note);
        town.house.browser().get(&format!("{AT}/protocole/2")).await.ok().says("Question reformulée");
    }
}

#[tokio::test]
async fn faults_are_said_with_the_page_that_mends_them() {
    for town in each().await {
        let mut browser = begin(&town).await;
        let list = browser.get(&format!("{AT}/preparation/questions")).await.ok();
        let version = list.hidden("version");
        let remove = format!("{AT}/preparation/questions/use_dechets/retirer");
        browser.submit(&remove, &[("version", &version)]).await.ok().says("retiré du brouillon");
        town.house.pass(SignedDuration::from_secs(30));
        browser.post(&remove, &[("version", &version)]).await.is(StatusCode::CONFLICT);
        let draft = browser.get(&format!("{AT}/preparation")).await.ok();
        draft.says("Un point reste à corriger").says("use_dechets");
        assert!(draft.addresses().contains(&format!("{AT}/preparation/questions/sat_dechets")));
        browser.get(&format!("{AT}/preparation/figer")).await.ok().does_not_say("Figer la version 1");
        freeze_anyway(&mut browser).await;
    }
}

/// The button is not drawn; whoever sends the form all the same is refused.
async fn freeze_anyway(browser: &mut Browser) {
    let version = browser.get(&format!("{AT}/preparation/fichier")).await.ok().hidden("version");
    let sent = browser.post(&format!("{AT}/preparation/figer"), &[("version", &version)]).await;
    sent.is(StatusCode::CONFLICT).says("reste à corriger");
}

#[tokio::test]
async fn every_part_is_drawn_in_both_languages_on_a_phone_and_on_paper() {
    for town in each().await {
        let mut browser = begin(&town).await;
        let parts = [
            "populations",
            "populations/agents",
            "services",
            "services/dechets",
            "langues",
            "echelle",
            "questions",
            "questions/globale_0_10",
            "marges",
            "regles",
            "apercu",
            "apercu?papier=true&population=agents&facile=true",
            "precision",
            "fichier",
            "figer",
            "table-de-marges",
        ];
        for part in parts {
            let sign = if part.contains('?') { '&' } else { '?' };
            for lang in ["fr", "en"] {
                let page = browser.visit(&format!("{AT}/preparation/{part}{sign}lang={lang}")).await.ok();
                assert!(page.queries() <= 10, "{part}: {} queries", page.queries());
            }
        }
        browser.get(&format!("{AT}/preparation/magie")).await.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn those_who_collect_watch_each_stratum_come() {
    for town in each().await {
        let mut protocol = protocol();
        let stratum = |name: &str, size| Stratum { code: name.to_lowercase(), name: name.to_owned(), size };
        let strata = vec![stratum("Voiron", 20_000), stratum("Moirans", 10_000)];
        protocol.populations[0].frame = Frame::Survey { strata, quotas: true, expected: Some(600) };
        let (row, wave) = town.open_wave(&protocol).await;
        let at = format!("/barometres/{}/vagues/{}", row.slug, wave.number);
        let mut facilitator = town.browser(Role::Facilitator).await;
        let counters = facilitator.get(&at).await.ok();
        counters.says("0 réponses complètes").says("Voiron").says("400").says("Moirans").says("200");
        assert!(counters.queries() <= 10, "{} queries", counters.queries());
        town.house.browser().get(&at).await.ok().says("Répondre au baromètre").does_not_say("Moirans");
        facilitator.get(PLACE).await.ok().says("Répondre : automne 2026");
    }
}

#[tokio::test]
async fn those_who_do_not_run_it_do_not_write_it() {
    for town in each().await {
        begin(&town).await;
        let mut elsewhere = town.house.sign_in_on(Role::Facilitator, Scope::Initiative(Uuid::from_u128(7))).await;
        let mut inhabitant = town.house.sign_in_as(Role::Inhabitant).await;
        for below in ["preparation", "preparation/questions", "preparation/figer", "vagues"] {
            elsewhere.get(&format!("{AT}/{below}")).await.is(StatusCode::FORBIDDEN);
            inhabitant.get(&format!("{AT}/{below}")).await.is(StatusCode::FORBIDDEN);
        }
        elsewhere.post(&format!("{PLACE}/barometre"), &[("title", "x")]).await.is(StatusCode::FORBIDDEN);
        elsewhere.post(&format!("{AT}/versions"), &[]).await.is(StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn every_statement_is_understood_by_both_databases() {
    for town in each().await {
        for statement in arpent_barometer::store::STATEMENTS.iter().copied().flatten() {
            town.house.app.db.prepare(statement).await.unwrap_or_else(|error| panic!("{}: {error}", statement.name));
        }
    }
}
