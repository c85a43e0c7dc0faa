//! *Que devient ma contribution ?*

use arpent_commons::commands::experiments::NewResult;
use arpent_commons::commands::{answers, closing, commitments, contributions, experiments, options, themes};
use arpent_commons::domain::commitments::ReportState;
use arpent_commons::domain::contribution::{AnswerStatus, ContributionState, ModerationGround, NewAnswer};
use arpent_commons::domain::people::Capacity;
use arpent_core::Subject;
use arpent_core::verdict::Sample;
use axum::http::StatusCode;
use jiff::ToSpan as _;

use crate::kit::towns;

/// The words come in this order.
fn in_order(page: &str, expected: &[&str]) {
    let mut at = 0;
    for words in expected {
        let found = page[at..].find(words);
        at += found.unwrap_or_else(|| panic!("« {words} » is missing or out of order in:\n{page}")) + words.len();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_thread_goes_from_her_words_to_the_measure() {
    for town in towns().await {
        let (said, code) = town.say_to("La lettre de l’eau est illisible.", Capacity::User, "a@exemple.fr").await;
        let theme = themes::create(&town.facilitator, town.initiative, "Lettres", "").await.expect("a theme");
        town.days(1);
        contributions::classify(&town.facilitator, &[said], Some(theme)).await.expect("classified");
        answers::give(&town.agent, &[said], &NewAnswer::new(AnswerStatus::UnderStudy, "Nous regardons."), &[])
            .await
            .expect("studied");
        town.days(1);
        let metric = town.share("Compréhension").await;
        let before = town.measure(metric, "Avant", Sample::proportion(68, 126)).await;
        let option = town.option("Réécrire les lettres", &[said]).await;
        town.tried(metric, option, Sample::proportion(98, 124)).await;
        let decision = town.decided(&[option], &[option]).await;
        town.days(1);
        let mut new = town.commitment_sheet(decision);
        (new.metric, new.before) = (Some(metric), Some(before));
        let commitment = town.committed(&new).await;
        town.days(1);
        let about = [Subject::new("decision", decision)];
        answers::give(&town.agent, &[said], &NewAnswer::new(AnswerStatus::Retained, "Nous la réécrivons."), &about)
            .await
            .expect("answered");
        town.days(20);
        commitments::report(&town.manager, commitment, ReportState::Done, "Fait.", "").await.expect("reported");
        town.days(30);
        town.measure(metric, "Après", Sample::proportion(101, 130)).await;
        commitments::learn(&town.facilitator, town.initiative, Some(commitment), "Le progrès est net.")
            .await
            .expect("kept");
        town.days(1);
        let ending = closing::Ending { words: "Merci à toutes et tous.".into(), ..Default::default() };
        closing::close(&town.facilitator, town.initiative, &ending).await.expect("closed");
        let page = town.house.browser().get(&format!("/suivi/{code}")).await.ok();
        in_order(
            &page.words(),
            &[
                "Votre réponse : Retenue",
                "Vous avez dit",
                "La lettre de l'eau est illisible.",
                "Lettres",
                "Réponse : À l'étude",
                "Une option en est née",
                "Elle s'appuie sur ce que vous avez dit.",
                "Essayé",
                "Entre 71 % et 85 %, au-dessus du seuil de 65 % : atteint",
                "Décidé",
                "Nous réécrivons les douze lettres.",
                "Une organisation s'est engagée",
                "C'est fait, d'après le compte rendu du",
                "Réponse : Retenue",
                "Nous la réécrivons.",
                "Mesuré à nouveau : c'est mieux",
                "L'écart est compris entre +12 points et +34 points",
                "Ce que l'on en retient",
                "Le progrès est net.",
                "La démarche est close",
                "Merci à toutes et tous.",
                "Réexamen de la décision",
                "À venir · samedi 15 mai 2027",
            ],
        );
        assert_eq!(page.header("x-robots-tag"), "noindex, nofollow");
        assert!(page.text().contains("<meta name=\"referrer\" content=\"no-referrer\">"));
        assert!(page.text().contains("<meta name=\"robots\" content=\"noindex\">"));
        assert!(page.queries() <= 22, "{} statements", page.queries());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_still_open_says_when() {
    for town in towns().await {
        let (said, code) = town.say("Le guichet ferme trop tôt.", Capacity::User).await;
        let mut browser = town.house.browser();
        let page = browser.get(&format!("/suivi/{code}")).await.ok();
        page.says("Votre réponse est promise avant le mercredi 2 décembre 2026");
        let metric = town.share("Compréhension").await;
        let option = town.option("Ouvrir le jeudi soir", &[said]).await;
        let trial = town.experiment(metric, Some(option)).await;
        browser.get(&format!("/suivi/{code}")).await.ok().does_not_say("Essai");
        experiments::authorise(&town.elected, trial).await.expect("authorised");
        browser.get(&format!("/suivi/{code}")).await.ok().says("Essai à venir");
        town.days(3);
        let page = browser.get(&format!("/suivi/{code}")).await.ok();
        page.says("Essai en cours").says("jusqu'au vendredi 13 novembre 2026");
        town.days(60);
        let page = browser.get(&format!("/suivi/{code}")).await.ok();
        page.says("Réponse motivée, en retard").says("Le directeur de l'accueil");
        let result =
            NewResult { sample: Sample::proportion(40, 60), text: "Trop court.".into(), reason: String::new() };
        experiments::enter_result(&town.facilitator, trial, &result).await.expect("a result");
        browser.get(&format!("/suivi/{code}")).await.ok().says("trop peu pour conclure");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_merged_contribution_follows_the_one_that_is_kept() {
    for town in towns().await {
        let (kept, _) = town.say("La lettre de l’eau est illisible.", Capacity::User).await;
        let (merged, code) = town.say("On ne comprend rien à la lettre de l’eau.", Capacity::Inhabitant).await;
        contributions::merge(&town.facilitator, kept, merged, "Même demande.").await.expect("merged");
        let option = town.option("Réécrire les lettres", &[kept]).await;
        town.decided(&[option], &[option]).await;
        answers::give(&town.agent, &[merged], &NewAnswer::new(AnswerStatus::Retained, "Vous aviez raison."), &[])
            .await
            .expect("answered");
        let page = town.house.browser().get(&format!("/suivi/{code}")).await.ok();
        page.says("Rapprochée de la contribution n° 1").says("On ne comprend rien à la lettre de l'eau.");
        page.says("Une option en est née").says("Décidé").says("Vous aviez raison.");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hidden_contribution_says_why_to_its_author() {
    for town in towns().await {
        let (said, code) = town.say("Monsieur Untel est un incapable.", Capacity::User).await;
        contributions::moderate(
            &town.facilitator,
            said,
            ContributionState::Hidden,
            ModerationGround::NamesAPerson,
            "Dites-nous le fait, sans le nom.",
        )
        .await
        .expect("hidden");
        let page = town.house.browser().get(&format!("/suivi/{code}")).await.ok();
        page.says("Masquée aux autres lecteurs").says("Une personne y est nommée").says("sans le nom");
        page.says("Monsieur Untel");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_option_of_the_theme_is_told_when_none_names_the_contribution() {
    for town in towns().await {
        let (said, code) = town.say("Le hall est bruyant.", Capacity::User).await;
        let theme = themes::create(&town.facilitator, town.initiative, "Accueil", "").await.expect("a theme");
        contributions::classify(&town.facilitator, &[said], Some(theme)).await.expect("classified");
        let option = town.option("Un pré-accueil", &[]).await;
        options::rest_on(&town.facilitator, option, &[options::theme(&theme)], &[]).await.expect("rooted");
        let mut browser = town.house.browser();
        browser.get(&format!("/suivi/{code}")).await.ok().says("Elle s'appuie sur le thème");
        town.option("Des rideaux", &[said]).await;
        let page = browser.get(&format!("/suivi/{code}")).await.ok();
        page.says("Des rideaux").does_not_say("Un pré-accueil");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_read_as_people_write_it() {
    for town in towns().await {
        let (_, code) = town.say("La lettre est illisible.", Capacity::User).await;
        let mut browser = town.house.browser();
        browser.get("/suivi").await.ok().says("Tapez le code de votre reçu");
        let typed = format!(" {} ", code.to_lowercase().replace('-', " "));
        browser.submit("/suivi", &[("code", &*typed)]).await.ok().says("Vous avez dit");
        browser.visit(&format!("/suivi/{}", code.replace('-', ""))).await.ok().says("Vous avez dit");
        let wrong = browser.post("/suivi", &[("code", "ABCD-01")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        wrong.says("huit lettres et chiffres");
        assert!(wrong.text().contains("value=\"ABCD-01\""), "what was typed is kept");
        browser.get("/suivi/ZZZZ-2222").await.is(StatusCode::UNPROCESSABLE_ENTITY).says("Aucune contribution");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn guessing_codes_is_slowed_down() {
    let rooms = [arpent_web::room(), arpent_commons::room()];
    let tight = |config| arpent_web::Config { limits_loosened: 1, ..config };
    for house in arpent_web::testkit::each_with(&rooms, tight).await {
        let mut browser = house.browser().from_address(9);
        let mut last = StatusCode::OK;
        for _ in 0..25 {
            last = browser.get("/suivi/ZZZZ-2222").await.status;
        }
        assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_thread_keeps_to_the_commitments_that_move_what_was_tried_for_her() {
    for town in towns().await {
        let (said, code) = town.say("La lettre est illisible.", Capacity::User).await;
        let option = town.option("Réécrire", &[said]).await;
        let (tried, other) = (town.share("Compréhension").await, town.share("Rappels tenus").await);
        town.tried(tried, option, Sample::proportion(98, 124)).await;
        let decision = town.decided(&[option], &[option]).await;
        let mut new = town.commitment_sheet(decision);
        new.metric = Some(tried);
        town.committed(&new).await;
        (new.metric, new.text) = (Some(other), "Chaque message est rappelé.".into());
        town.committed(&new).await;
        let page = town.house.browser().get(&format!("/suivi/{code}")).await.ok();
        page.says("Les douze lettres sont réécrites").does_not_say("Chaque message est rappelé");
        page.says("Un autre engagement exécute cette décision");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_withdrawn_commitment_stays_in_the_thread_with_its_reason() {
    for town in towns().await {
        let (said, code) = town.say("La lettre est illisible.", Capacity::User).await;
        let option = town.option("Réécrire", &[said]).await;
        let decision = town.decided(&[option], &[option]).await;
        let commitment = town.committed(&town.commitment_sheet(decision)).await;
        let mut browser = town.house.browser();
        let due = town.today().checked_add(60.days()).expect("a day");
        browser.get(&format!("/suivi/{code}")).await.ok().says("À faire").says("échéance");
        assert!(due > town.today());
        commitments::withdraw(&town.manager, commitment, "Notre équipe n’est pas remplacée.").await.expect("withdrawn");
        let page = browser.get(&format!("/suivi/{code}")).await.ok();
        page.says("Engagement retiré").says("Notre équipe n'est pas remplacée.").does_not_say("À faire");
    }
}
