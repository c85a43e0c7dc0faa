//! Its pages, as the people in them use them.

use arpent_commons::commands::{commitments, contributions, decisions, themes};
use arpent_commons::domain::commitments::ReportState;
use arpent_commons::domain::contribution::{AnswerStatus, ContributionState, ModerationGround, NewAnswer};
use arpent_commons::domain::decisions::{ConsultationKind, Dissent};
use arpent_commons::domain::people::{Capacity, OrganisationKind, Power};
use arpent_commons::store;
use arpent_core::verdict::Sample;
use axum::http::StatusCode;
use jiff::SignedDuration;

use crate::kit::{Town, id_of, towns};

const OPTION: &[(&str, &str)] = &[
    ("title", "Réécrire les douze lettres"),
    ("description", "Dire en première ligne ce qu’il faut faire."),
    ("cost", "9 500 euros"),
    ("cost_euros", "9 500"),
    ("delay", "Quatre mois"),
    ("delay_days", "120"),
    ("staff", "Aucun poste"),
    ("advantages", "Agit sur la cause.\nUtile à tous."),
    ("limits", "À relire chaque année."),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_facilitator_writes_an_option_and_roots_it_in_what_was_said() {
    for town in towns().await {
        let theme = themes::create(&town.facilitator, town.initiative, "Lettres", "").await.expect("a theme");
        let (said, _) = town.say("La lettre de l’eau est illisible.", Capacity::Inhabitant).await;
        let (other, _) = town.say("Le hall est bruyant.", Capacity::User).await;
        let mut browser = town.browse(&town.facilitator).await;
        browser.get("/demarches/lettres/options").await.ok().says("Les options viendront ici");
        browser.get("/demarches/lettres/options/nouvelle").await.ok().says("Ce que l'on ferait");
        let refused = browser.post("/demarches/lettres/options/nouvelle", &[("cost_euros", "beaucoup")]).await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).says("Écrivez un nombre entier");
        let sent = browser.post("/demarches/lettres/options/nouvelle", OPTION).await;
        let path = sent.location().expect("created").to_owned();
        browser.get(&path).await.ok().says("Utile à tous.").says("Rien n'est encore relié");
        let pressed_twice = browser.post("/demarches/lettres/options/nouvelle", OPTION).await;
        assert_eq!(pressed_twice.location(), Some(&*path), "a button pressed twice is one act");
        town.house.pass(SignedDuration::from_secs(30));
        let again = browser.post("/demarches/lettres/options/nouvelle", OPTION).await;
        again.is(StatusCode::UNPROCESSABLE_ENTITY).says("Il en existe déjà un avec ce titre");
        let roots = format!("{path}/appuis");
        browser.get(&roots).await.ok().says("n° 1").says("2 contributions");
        let (theme, said, other) = (theme.to_string(), said.to_string(), other.to_string());
        let ticked = [("shown", &*theme), ("themes", &*theme), ("shown", &*said), ("said", &*said), ("shown", &*other)];
        browser.submit(&roots, &ticked).await.ok();
        let page = browser.get(&path).await.ok();
        page.says("n° 1").does_not_say("n° 2");
        page.says("Lettres");
        let untick = [("shown", &*said), ("shown", &*other)];
        browser.submit(&roots, &untick).await.ok();
        browser.get(&path).await.ok().does_not_say("n° 1").says("Lettres");
        let list = browser.get("/demarches/lettres/options").await.ok();
        list.says("S'appuie sur 1 thème").says("9 500 euros");
        assert!(list.queries() <= 12, "{} statements", list.queries());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_second_to_save_sees_the_difference_and_keeps_her_text() {
    for town in towns().await {
        let id = town.option("Réécrire", &[]).await;
        let path = format!("/options/{id}/modifier");
        let (mut first, mut second) = (town.browse(&town.facilitator).await, town.browse(&town.agent).await);
        let version = second.get(&path).await.ok().hidden("version");
        let of = |title: &'static str| {
            let mut fields: Vec<(&str, &str)> = OPTION.iter().copied().filter(|(name, _)| *name != "title").collect();
            fields.push(("title", title));
            fields
        };
        let mut saved = of("Réécrire les lettres");
        saved.push(("version", &version));
        first.submit(&path, &saved).await.ok().says("L'option est enregistrée");
        let mut late = of("Refaire les lettres");
        late.push(("version", &version));
        let page = second.post(&path, &late).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        page.says("Rien n'a été écrasé").says("Réécrire").says("Refaire");
        let html = page.text();
        assert!(html.contains("<del>") && html.contains("<ins>"), "the difference is shown word by word");
        assert!(html.contains("value=\"Refaire les lettres\""), "what she typed is still there");
        let seen = page.hidden("version");
        let mut knowing = of("Refaire les lettres");
        knowing.push(("version", &seen));
        second.submit(&path, &knowing).await.ok().says("Refaire les lettres");
    }
}

async fn experiment_fields(town: &Town) -> Vec<(&'static str, String)> {
    let metric = town.share("Compréhension").await;
    let sheet = town.experiment_sheet(metric, None);
    vec![
        ("title", "La lettre réécrite".into()),
        ("hypothesis", "Plus de 65 personnes sur 100 répondront juste.".into()),
        ("metric", metric.to_string()),
        ("aim", "up".into()),
        ("threshold", "65".into()),
        ("min_n", "100".into()),
        ("start_day", sheet.start.to_string()),
        ("end_day", sheet.end.to_string()),
        ("place", "Accueil".into()),
    ]
}

fn borrowed<'a>(fields: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    fields.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_experiment_goes_from_its_threshold_to_its_verdict_in_the_browser() {
    for town in towns().await {
        let fields = experiment_fields(&town).await;
        let mut facilitator = town.browse(&town.facilitator).await;
        facilitator.get("/demarches/lettres/essais/nouveau").await.ok().says("Seuil à atteindre");
        let sent = facilitator.post("/demarches/lettres/essais/nouveau", &borrowed(&fields)).await;
        let path = sent.location().expect("created").to_owned();
        town.house.browser().get(&path).await.is(StatusCode::NOT_FOUND);
        facilitator.get(&format!("{path}/modifier")).await.ok();
        let mut elected = town.browse(&town.elected).await;
        elected.get(&path).await.ok().says("au moins 65 %").says("Autoriser l'essai");
        elected.submit(&format!("{path}/autoriser"), &[]).await.ok().says("Plus rien n'en changera");
        let mut frozen = borrowed(&fields);
        frozen.push(("version", "2"));
        let refused = facilitator.post(&format!("{path}/modifier"), &frozen).await.is(StatusCode::CONFLICT);
        refused.says("figés");
        town.days(15);
        let page = facilitator.get(&format!("{path}/resultat")).await.ok();
        page.says("Dont, répondant au critère");
        let result = [("n", "124"), ("successes", "98"), ("text", "Les erreurs portent sur la date.")];
        facilitator.submit(&format!("{path}/resultat"), &result).await.ok();
        let read = town.house.browser().get(&path).await.ok();
        read.says("Entre 71 % et 85 %, au-dessus du seuil de 65 % : atteint");
        read.says("n = 124");
        read.says("équipe d'animation");
        assert!(read.text().contains("class=\"chart intervals\""));
        let id = id_of(&path);
        facilitator.get("/demarches/lettres/options").await.ok().says("atteint");
        assert!(!id.is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_metric_keeps_its_corrected_values_with_their_reason() {
    for town in towns().await {
        let mut browser = town.browse(&town.facilitator).await;
        browser.get("/demarches/lettres/indicateurs/nouveau").await.ok();
        let metric = [
            ("title", "Attente moyenne"),
            ("kind", "mean"),
            ("unit", "min"),
            ("aim", "down"),
            ("margin", "1,5"),
            ("method", "Tickets horodatés."),
        ];
        let sent = browser.post("/demarches/lettres/indicateurs/nouveau", &metric).await;
        let path = sent.location().expect("created").to_owned();
        let enter = format!("{path}/mesures/nouvelle");
        browser.get(&enter).await.ok().says("Écart type");
        let wrong = [("label", "Avant"), ("n", "96"), ("mean", "dix-sept"), ("sd", "11,2")];
        browser.post(&enter, &wrong).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("Écrivez un nombre");
        let measure = [
            ("label", "Avant"),
            ("period_start", "2026-10-20"),
            ("period_end", "2026-10-30"),
            ("n", "96"),
            ("mean", "17,4"),
            ("sd", "11,2"),
            ("source", "Tickets de l’accueil"),
        ];
        browser.submit(&enter, &measure).await.ok().says("17,4 min").says("Tickets de l'accueil");
        let page = browser.get(&path).await.ok();
        let correct = page.addresses().into_iter().find(|a| a.ends_with("/corriger")).expect("a link to correct");
        browser.get(&correct).await.ok();
        let correction = [("n", "96"), ("mean", "16,9"), ("sd", "11,2"), ("reason", "Un ticket lu à l’envers.")];
        let after = browser.submit(&correct, &correction).await.ok();
        after.says("16,9 min").says("17,4 min").says("corrigée depuis").says("Un ticket lu à l'envers.");
        browser.get(&format!("{path}/modifier")).await.ok();
        let reworded = [("version", "1"), ("title", "Attente moyenne à l’accueil"), ("method", "Tickets horodatés.")];
        browser.submit(&format!("{path}/modifier"), &reworded).await.ok().says("Attente moyenne à l'accueil");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_elected_official_decides_on_one_sheet() {
    for town in towns().await {
        let administrator = town.house.operator();
        let union = arpent_commons::commands::people::add_organisation(
            &administrator,
            OrganisationKind::Union,
            "Syndicat des territoriaux",
            None,
        );
        let union = union.await.expect("a union").to_string();
        let mut texts = Vec::new();
        for n in 0..7 {
            texts.push(town.say(&format!("La lettre {n} est illisible."), Capacity::Inhabitant).await.0);
        }
        texts.push(town.say("Nous recevons les mêmes questions.", Capacity::Agent).await.0);
        let option = town.option("Réécrire", &texts).await;
        let other = town.option("Acheter des bornes", &[]).await;
        let metric = town.share("Compréhension").await;
        town.tried(metric, option, Sample::proportion(98, 124)).await;
        let mut manager = town.browse(&town.manager).await;
        manager
            .get("/demarches/lettres/consultations/nouvelle")
            .await
            .ok()
            .says("Voix pour : Syndicat des territoriaux");
        let day = town.today().to_string();
        let consultation = [
            ("kind", "opinion"),
            ("body", "Comité social territorial"),
            ("subject", "Réorganisation"),
            ("sent_day", &*day),
            ("met_day", &*day),
            ("opinion", "favourable"),
            ("text", "Avis favorable sous réserve."),
            ("voter", &*union),
            ("in_favour", "4"),
            ("against", "2"),
            ("abstained", ""),
        ];
        let sent = manager.post("/demarches/lettres/consultations/nouvelle", &consultation).await;
        let heard = sent.location().expect("recorded").to_owned();
        manager.get(&heard).await.ok().says("Avis favorable").says("avis partagé");
        let mut elected = town.browse(&town.elected).await;
        elected.get("/demarches/lettres/decisions/nouvelle").await.ok().says("Réécrire").says("Agglomération");
        let (option, other) = (option.to_string(), other.to_string());
        let (authority, review) = (town.authority.to_string(), "2027-10-01");
        let decision = [
            ("title", "Réécrire les lettres"),
            ("question", "Que faisons-nous ?"),
            ("examined", &*option),
            ("examined", &*other),
            ("chosen", &*option),
            ("choice", "Nous réécrivons les douze lettres."),
            ("reasons", "La lettre réécrite a fait ses preuves."),
            ("consultations", id_of(&heard)),
            ("organisation", &*authority),
            ("cost", "9 500 euros"),
            ("cost_euros", "9500"),
            ("review_day", review),
            ("dissent_person", ""),
            ("dissent_organisation", &*union),
            ("dissent", "Nous restons opposés."),
        ];
        let sent = elected.post("/demarches/lettres/decisions/nouvelle", &decision).await;
        let path = sent.location().expect("drafted").to_owned();
        town.house.browser().get(&path).await.is(StatusCode::NOT_FOUND);
        elected.get(&format!("{path}/modifier")).await.ok().says("Nous restons opposés");
        elected.get(&path).await.ok().says("Brouillon");
        elected.submit(&format!("{path}/publier"), &[]).await.ok().says("La décision est publiée");
        let sheet = town.house.browser().get(&path).await.ok();
        for words in [
            "Que faisons-nous ?",
            "Nous réécrivons les douze lettres.",
            "Option choisie",
            "Acheter des bornes",
            "Entre 71 % et 85 %, au-dessus du seuil de 65 % : atteint",
            "Nous restons opposés.",
            "Syndicat des territoriaux",
            "4 pour, 2 contre",
            "Marianne Desroziers",
            "9 500 euros",
        ] {
            sheet.says(words);
        }
        sheet.says("Habitantes et habitants masqué").says("Agentes et agents masqué").says("Ensemble 8");
        let file = town.house.browser().get(&format!("{path}/voix.csv")).await.ok();
        assert!(file.header("content-type").starts_with("text/csv"));
        let csv = file.text();
        assert!(csv.contains("inhabitant;") && csv.contains("masqué"), "{csv}");
        assert!(!csv.contains(";7") && !csv.contains(";1\n"), "small counts are hidden in the file too: {csv}");
        town.house.browser().get(&format!("{path}/voix")).await.ok().says("n° 1").says("n° 8");
        elected.get(&format!("{path}/corriger")).await.ok();
        let opened = elected.post(&format!("{path}/corriger"), &[("reason", "Le coût était celui de deux ans.")]).await;
        let new = opened.location().expect("opened").trim_end_matches("/modifier").to_owned();
        elected.submit(&format!("{new}/publier"), &[]).await.ok();
        let old = town.house.browser().get(&path).await.ok();
        old.says("Une version corrigée remplace cette décision").says("Version 2").says("Le coût était celui");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn small_counts_stay_hidden_however_the_voices_are_split() {
    for town in towns().await {
        let mut said = Vec::new();
        for n in 0..9 {
            said.push(town.say(&format!("Parole d’habitante {n}"), Capacity::Inhabitant).await.0);
        }
        for n in 0..6 {
            said.push(town.say(&format!("Parole d’usager {n}"), Capacity::User).await.0);
        }
        said.push(town.say("Parole d’élu", Capacity::Elected).await.0);
        let theme = themes::create(&town.facilitator, town.initiative, "Paroles", "").await.expect("a theme");
        contributions::classify(&town.facilitator, &said, Some(theme)).await.expect("classified");
        let hidden = said[0];
        contributions::moderate(
            &town.facilitator,
            hidden,
            ContributionState::Hidden,
            ModerationGround::OffTopic,
            "Hors sujet.",
        )
        .await
        .expect("hidden");
        let option = town.option("Écouter", &said[..2]).await;
        let root = arpent_commons::commands::options::theme(&theme);
        arpent_commons::commands::options::rest_on(&town.facilitator, option, &[root], &[]).await.expect("rooted");
        let decision = town.decided(&[option], &[option]).await;
        let sheet = town.house.browser().get(&format!("/decisions/{decision}")).await.ok();
        sheet.says("Élues et élus masqué").says("Usagères et usagers masqué");
        // Each voice once, though two arrows lead to some; the hidden one is not shown.
        sheet.says("Habitantes et habitants 8").says("Ensemble 15");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_commits_reports_and_the_measure_answers() {
    for town in towns().await {
        let option = town.option("Réécrire", &[]).await;
        let decision = town.decided(&[option], &[option]).await;
        let metric = town.share("Compréhension").await;
        let before = town.measure(metric, "Avant", Sample::proportion(68, 126)).await;
        let mut manager = town.browse(&town.manager).await;
        let path = format!("/decisions/{decision}/engagements/nouveau");
        manager.get(&path).await.ok().says("Agglomération").says("Mesure de départ");
        let (authority, metric_id, before) = (town.authority.to_string(), metric.to_string(), before.to_string());
        let mut new = vec![
            ("organisation", &*authority),
            ("text", "Les douze lettres sont réécrites."),
            ("due_day", "2026-12-31"),
            ("metric", &*metric_id),
            ("expected_change", "De 54 % à 70 %"),
            ("expected_value", "70"),
            ("before", &*before),
        ];
        let sent = manager.post(&path, &new).await;
        let commitment = sent.location().expect("taken").to_owned();
        new.retain(|(name, _)| *name != "due_day");
        manager.post(&path, &new).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("Écrivez quelque chose ici");
        let page = town.house.browser().get(&commitment).await.ok();
        page.says("La seconde mesure n'est pas encore prise").says("valeur attendue : 70 %").says("Gilles Morestin");
        manager.get(&format!("{commitment}/comptes-rendus/nouveau")).await.ok();
        let report = [("state", "done"), ("text", "Les douze sont en service."), ("proof", "Le recueil")];
        manager.submit(&format!("{commitment}/comptes-rendus/nouveau"), &report).await.ok().says("Compte rendu : fait");
        town.days(60);
        town.measure(metric, "Après", Sample::proportion(101, 130)).await;
        let page = town.house.browser().get(&commitment).await.ok();
        page.says("L'écart est compris entre +12 points et +34 points : c'est mieux");
        page.says("n = 126").says("n = 130").says("Accueil de la maison des services");
        let list = town.house.browser().get("/demarches/lettres/engagements").await.ok();
        list.says("c'est mieux").says("Compréhension");
        let all = town.house.browser().get("/engagements?etat=done").await.ok();
        all.says("1 engagement").says("Les douze lettres sont réécrites.");
        town.house.browser().get("/engagements?etat=overdue").await.ok().says("Aucun engagement ne correspond");
        // Sessions end after thirty days.
        let mut manager = town.browse(&town.manager).await;
        manager.get(&format!("{commitment}/mesures")).await.ok();
        let mut facilitator = town.browse(&town.facilitator).await;
        facilitator
            .submit("/demarches/lettres/enseignements", &[("text", "On retient que les lettres comptent.")])
            .await
            .ok()
            .says("On retient que les lettres comptent.");
        manager.get(&format!("{commitment}/retrait")).await.ok();
        let gone = manager.submit(&format!("{commitment}/retrait"), &[("reason", "Plus d’équipe.")]).await.ok();
        gone.says("Retiré").says("Plus d'équipe.");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_lists_who_still_waits_then_prints_the_answers() {
    for town in towns().await {
        let (said, code) = town.say("La lettre de l’eau est illisible.", Capacity::User).await;
        let mut facilitator = town.browse(&town.facilitator).await;
        let page = facilitator.get("/demarches/lettres/cloture").await.ok();
        page.says("Une contribution n'a pas encore sa réponse définitive").says("n° 1");
        let refused = facilitator.post("/demarches/lettres/cloture", &[("words", "Merci à toutes et tous.")]).await;
        let refused = refused.is(StatusCode::CONFLICT);
        refused.says("Aucune décision n'est publiée").says("Merci à toutes et tous.");
        town.house.browser().get("/demarches/lettres/cloture").await.is(StatusCode::SEE_OTHER);
        arpent_commons::commands::answers::give(
            &town.agent,
            &[said],
            &NewAnswer::new(AnswerStatus::Retained, "Nous la réécrivons."),
            &[],
        )
        .await
        .expect("answered");
        let paper = facilitator.get("/demarches/lettres/reponses-papier").await.ok();
        paper.says(&code).says("Nous la réécrivons.").says("Remise à la personne");
        let id = said.to_string();
        facilitator
            .submit("/demarches/lettres/reponses-papier", &[("handed", &*id)])
            .await
            .ok()
            .says("Une réponse est notée comme remise");
        facilitator.get("/demarches/lettres/reponses-papier?toutes=1").await.ok().says("Remise le");
        let fields = [("words", "Merci."), ("no_decision_reason", "Les crédits n’ont pas été votés.")];
        facilitator.submit("/demarches/lettres/cloture", &fields).await.ok();
        facilitator
            .get("/demarches/lettres/cloture")
            .await
            .ok()
            .says("La démarche est close")
            .says("n'ont pas été votés");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn readers_without_a_role_see_no_act_and_reach_none() {
    for town in towns().await {
        let option = town.option("Réécrire", &[]).await;
        let decision = town.decided(&[option], &[option]).await;
        let commitment = town.committed(&town.commitment_sheet(decision)).await;
        commitments::report(&town.manager, commitment, ReportState::InProgress, "Cela avance.", "")
            .await
            .expect("said");
        let mut inhabitant = town.house.sign_in_as(arpent_core::Role::Inhabitant).await;
        for path in [
            format!("/options/{option}/modifier"),
            format!("/options/{option}/appuis"),
            "/demarches/lettres/decisions/nouvelle".to_owned(),
            format!("/decisions/{decision}/engagements/nouveau"),
            format!("/engagements/{commitment}/retrait"),
            "/demarches/lettres/reponses-papier".to_owned(),
            "/demarches/lettres/cloture".to_owned(),
        ] {
            inhabitant.get(&path).await.is(StatusCode::FORBIDDEN);
        }
        for path in [
            "/demarches/lettres/options".to_owned(),
            format!("/options/{option}"),
            format!("/decisions/{decision}"),
            format!("/engagements/{commitment}"),
            "/demarches/lettres/engagements".to_owned(),
        ] {
            let page = inhabitant.get(&path).await.ok();
            assert!(!page.text().contains("/modifier\"") && !page.text().contains("/nouve"), "{path} offers an act");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_is_said_in_english_too() {
    for town in towns().await {
        let option = town.option("Réécrire", &[]).await;
        let metric = town.share("Compréhension").await;
        let trial = town.tried(metric, option, Sample::proportion(98, 124)).await;
        let heard = town.consulted(ConsultationKind::Opinion).await;
        let mut sheet = town.decision_sheet(&[option], &[option]);
        sheet.dissent = vec![Dissent { person: None, organisation: Some(town.authority), text: "Non.".into() }];
        sheet.consultations = vec![heard];
        let decision = decisions::draft(&town.elected, town.initiative, &sheet).await.expect("a draft");
        decisions::publish(&town.elected, decision).await.expect("published");
        let commitment = town.committed(&town.commitment_sheet(decision)).await;
        town.mandate(&town.manager, Power::Decide, town.today(), None).await;
        let (_, code) = town.say("La lettre est illisible.", Capacity::User).await;
        let mut elected = town.browse(&town.elected).await;
        for (path, words) in [
            ("/demarches/lettres/options".to_owned(), "Options compared"),
            (format!("/options/{option}"), "Rests on"),
            (format!("/essais/{trial}"), "above the threshold of 65%: met"),
            (format!("/consultations/{heard}"), "Favourable opinion"),
            (format!("/decisions/{decision}"), "The voices it rests on"),
            (format!("/decisions/{decision}/voix"), "Each contribution"),
            (format!("/engagements/{commitment}"), "Commitment taken"),
            ("/engagements".to_owned(), "Who committed to what"),
            ("/demarches/lettres/engagements".to_owned(), "Metrics"),
            (format!("/indicateurs/{metric}"), "No measure yet"),
            ("/demarches/lettres/cloture".to_owned(), "It is not possible yet"),
            ("/demarches/lettres/reponses-papier".to_owned(), "Nothing to hand over"),
            ("/suivi".to_owned(), "Type the code of your receipt"),
            (format!("/suivi/{code}"), "You said"),
        ] {
            elected.get(&format!("{path}?lang=en")).await.ok().says(words);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_decided_is_found_by_searching() {
    for town in towns().await {
        let option = town.option("Réécrire", &[]).await;
        let decision = town.decided(&[option], &[option]).await;
        town.committed(&town.commitment_sheet(decision)).await;
        let found = arpent_store::search::find(&town.agent.db, "lettres reecrites", None, false, (20, 0)).await;
        let kinds: Vec<String> = found.expect("found").hits.into_iter().map(|hit| hit.kind).collect();
        assert!(kinds.contains(&"commitment".to_owned()), "{kinds:?}");
        let found = arpent_store::search::find(&town.agent.db, "preuves", Some("decision"), false, (20, 0)).await;
        assert_eq!(found.expect("found").hits[0].record, decision.uuid());
        let rows = store::decisions::latest(&town.agent.db, 5).await.expect("latest");
        assert_eq!(rows.len(), 1);
    }
}
