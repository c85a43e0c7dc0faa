//! Signing: the minimum and the prohibition, the mandate of the day, the certificate, people in their own name.

use arpent_charter::commands::charters::open_version;
use arpent_charter::commands::subs;
use arpent_charter::domain::sub::ItemKind;
use arpent_commons::domain::people::Power;
use arpent_core::Role;
use axum::http::StatusCode;
use jiff::SignedDuration;
use jiff::civil::date;

use crate::town::{PLACE, TODAY, Town, each, fill, managers, published};

#[tokio::test]
async fn five_actions_then_six_without_the_prohibition_are_refused_and_six_with_it_give_a_certificate() {
    for town in published().await {
        let organisation = town.organisation("Bailleur des rives").await;
        let (_, mut browser) = town.holder(organisation, &[Power::Sign], None).await;
        let id = organisation.to_string();
        let who = [("who", id.as_str())];

        let last = fill(&town, &mut browser, &who, (5, false)).await;
        browser.get(&last).await.ok().says("5 actions sont choisies ; il en faut 6").says("n'est pas accepté");
        let refused = browser.post(&last, &[]).await.is(StatusCode::CONFLICT);
        refused.says("5 actions sont choisies ; il en faut 6").says("Un renoncement demandé n'est pas accepté");

        let last = fill(&town, &mut browser, &who, (6, false)).await;
        let refused = browser.post(&last, &[]).await.is(StatusCode::CONFLICT);
        refused.does_not_say("il en faut").says("Un renoncement demandé n'est pas accepté");
        assert_eq!(town.signed().await, 0);

        let last = fill(&town, &mut browser, &who, (6, true)).await;
        let done = browser.submit(&last, &[]).await.ok();
        done.says("C'est signé").says("Bailleur des rives").says("Tenir un rucher").says("trop serré");
        done.says("n'oblige que celles et ceux qui choisissent de la signer");
        assert_eq!(town.signed().await, 1);
        let code = done.path.clone();
        let certificate = town.house.browser().get(&format!("{code}/certificat.pdf")).await.ok();
        assert_eq!(certificate.header("content-type"), "application/pdf");
        let words = printed(&certificate.body);
        for said in ["Bailleur des rives", "Action 6", "Aucun pesticide", "Prêter nos outils", "http://arpent.test"] {
            assert!(words.contains(said), "the certificate does not say {said}: {words}");
        }
        assert!(!words.contains("Action 7"));
        town.house.browser().get(&format!("{PLACE}/signataires")).await.ok().says("Un signataire").says("Bailleur");
    }
}

/// The words of a document, in order.
pub fn printed(bytes: &[u8]) -> String {
    let document = lopdf::Document::load_mem(bytes).expect("a document");
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    document.extract_text(&pages).expect("words").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn a_mandate_that_ended_yesterday_keeps_the_signature_waiting_and_never_counts_it() {
    for town in published().await {
        let organisation = town.organisation("Amis du parc").await;
        let (_, mut browser) = town.holder(organisation, &[Power::Sign], TODAY.yesterday().ok()).await;
        let id = organisation.to_string();
        let last = fill(&town, &mut browser, &[("who", "other"), ("organisation", &id)], (6, true)).await;
        let kept = browser.submit(&last, &[]).await.ok();
        kept.says("pas encore comptée").says("Faites enregistrer votre mandat").says("Revenez relire et signer");
        assert_eq!(town.signed().await, 0);
        let page = kept.path.clone();
        town.house.browser().get(&page).await.is(StatusCode::NOT_FOUND);
        browser.get(&format!("{page}/certificat.pdf")).await.is(StatusCode::CONFLICT).says("n'est pas encore comptée");
        town.house.browser().get(&format!("{PLACE}/signataires")).await.ok().does_not_say("Amis du parc");
        let mut facilitator = town.browser(Role::Facilitator).await;
        facilitator.get(&format!("{PLACE}/conduire")).await.ok().says("Une signature en attente").says("Amis du parc");
        facilitator.get("/").await.ok().says("une signature attend un mandat");
        facilitator.get("/demarches/parc").await.ok().says("Charte du parc").says("Aucun signataire pour l'instant");

        let (_, mut other) = town.holder(organisation, &[Power::Sign], None).await;
        other.get(&page).await.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_mandate_recorded_afterwards_lets_the_same_hand_sign_without_beginning_again() {
    for town in published().await {
        let organisation = town.organisation("École des rives").await;
        let (person, mut browser) = town.holder(organisation, &[], None).await;
        let id = organisation.to_string();
        let last = fill(&town, &mut browser, &[("who", "other"), ("organisation", &id)], (7, true)).await;
        browser.submit(&last, &[]).await.ok().says("pas encore comptée");
        let mandate = arpent_commons::store::people::NewMandate {
            person,
            organisation,
            power: Power::Sign,
            from: TODAY,
            to: None,
            document: None,
        };
        arpent_commons::commands::people::add_mandate(&town.house.operator(), &mandate).await.expect("a mandate");
        browser.get(&format!("{PLACE}/signer")).await.ok().says("Vous avez commencé une signature");
        // The same button pressed at once is the same act; pressed later, another one.
        town.house.pass(SignedDuration::from_mins(1));
        browser.submit(&last, &[]).await.ok().says("C'est signé");
        town.house.pass(SignedDuration::from_mins(1));
        browser.post(&last, &[]).await.is(StatusCode::CONFLICT).says("C'est déjà signé");
        assert_eq!(town.signed().await, 1);
    }
}

#[tokio::test]
async fn an_organisation_nobody_recorded_waits_and_two_hands_of_one_sign_once() {
    for town in published().await {
        let (_, mut browser) = town.holder(town.organisation("Autre").await, &[], None).await;
        let unknown = [("who", "other"), ("other_name", "Les Jardins neufs")];
        let last = fill(&town, &mut browser, &unknown, (6, true)).await;
        browser.submit(&last, &[]).await.ok().says("pas encore comptée").says("Les Jardins neufs");
        browser.post(&format!("{PLACE}/signer"), &[("who", "other")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let nobody = browser.post(&format!("{PLACE}/signer"), &[]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        nobody.says("Dites qui signe");

        let organisation = town.organisation("Syndicat des rives").await;
        let id = organisation.to_string();
        let (_, mut first) = town.holder(organisation, &[Power::Sign], None).await;
        let (_, mut second) = town.holder(organisation, &[Power::Sign], None).await;
        let ours = fill(&town, &mut first, &[("who", &id)], (6, true)).await;
        let theirs = fill(&town, &mut second, &[("who", &id)], (6, true)).await;
        first.submit(&ours, &[]).await.ok().says("C'est signé");
        second.post(&theirs, &[]).await.is(StatusCode::CONFLICT).says("a déjà signé ce volet");
        second.get(&ours).await.is(StatusCode::NOT_FOUND);
        assert_eq!(town.signed().await, 1);
    }
}

#[tokio::test]
async fn a_signature_is_for_who_has_an_account_and_begins_nowhere_before_publication() {
    for town in each().await {
        let asked = town.house.browser().get(&format!("{PLACE}/signer")).await;
        assert!(asked.location().is_some_and(|to| to.starts_with("/connexion?retour=")));
        let mut reader = town.browser(Role::Inhabitant).await;
        reader.get(&format!("{PLACE}/signer")).await.is(StatusCode::CONFLICT).says("pas de version à signer");
        reader.get(&format!("{PLACE}/signataires")).await.ok().says("rien à signer pour l'instant");
    }
}

/// A sub-charter that people sign in their own name is added, then published.
pub async fn with_residents(town: &Town) -> String {
    let sheet = subs::SubSheet {
        kind: "resident".to_owned(),
        title: "Habitants".to_owned(),
        individuals: true,
        minimum: "1".to_owned(),
        actions: "Laisser un coin d'herbe haute\nPoser un nichoir".to_owned(),
        ..managers()
    };
    let id = subs::put(&town.house.operator(), town.charter, None, &sheet).await.expect("a sub-charter");
    town.publish(date(2025, 1, 1), date(2029, 12, 31)).await;
    id.to_string()
}

/// Someone signs in her own name.
pub async fn resident(town: &Town, sub: &str, name: &str, named: bool) -> String {
    let (_, email) = town.house.person(name).await;
    let mut browser = town.house.sign_in(&email).await;
    let begun = browser.post(&format!("{PLACE}/signer"), &[("who", "self")]).await;
    let at = begun.location().expect("a step").trim_end_matches("/2").to_owned();
    browser.get(&format!("{at}/2")).await.ok().does_not_say("Gestionnaires");
    browser.post(&format!("{at}/2"), &[("sub", sub)]).await.is(StatusCode::SEE_OTHER);
    let menus = arpent_charter::store::subs::of_version(&town.house.app.db, town.last().await.id).await.expect("menus");
    let menu = menus.iter().find(|one| one.id.to_string() == sub).expect("the sub-charter");
    let ids: Vec<(&str, String)> = menu
        .items
        .iter()
        .map(|item| (if item.kind == ItemKind::Action { "actions" } else { "prohibitions" }, item.id.to_string()))
        .collect();
    let fields: Vec<(&str, &str)> = ids.iter().map(|(name, id)| (*name, id.as_str())).collect();
    browser.post(&format!("{at}/3"), &fields).await.is(StatusCode::SEE_OTHER);
    let named = if named { "true" } else { "" };
    browser.post(&format!("{at}/4"), &[("public_name", named), ("commitments", "Arroser le soir")]).await;
    let signed = browser.submit(&format!("{at}/5"), &[]).await.ok();
    signed.says("C'est signé").says(name);
    signed.path
}

#[tokio::test]
async fn people_sign_in_their_own_name_and_are_named_only_if_they_accept() {
    for town in each().await {
        let sub = with_residents(&town).await;
        resident(&town, &sub, "Léa Martin", true).await;
        let hidden = resident(&town, &sub, "Paul Secret", false).await;
        assert_eq!(town.signed().await, 2);
        let mut visitor = town.house.browser();
        let list = visitor.get(&format!("{PLACE}/signataires")).await.ok();
        list.says("2 signataires").says("Léa Martin").says("Et une personne").does_not_say("Secret");
        let page = visitor.get(&hidden).await.ok();
        page.does_not_say("Secret").does_not_say("Arroser");
        let csv = visitor.get(&format!("{PLACE}/signataires.csv")).await.ok().text();
        assert!(csv.contains("Léa Martin") && csv.contains("Poser un nichoir"));
        assert!(!csv.contains("Secret") && !csv.contains(hidden.trim_start_matches("/signatures/")), "{csv}");
        let json = visitor.get("/api/v1/initiatives/parc/charter").await.ok().json();
        assert_eq!(json["signatories_count"], 2);
        assert_eq!(json["signatories"].as_array().map(Vec::len), Some(1));
        assert!(json["notice"].as_str().is_some_and(|notice| notice.contains("n’oblige que")));
        let pdf = printed(&visitor.get(&format!("{PLACE}/charte.pdf")).await.ok().body);
        assert!(pdf.contains("Léa Martin") && pdf.contains("2 signataires") && !pdf.contains("Secret"), "{pdf}");
    }
}

#[tokio::test]
async fn a_signature_begun_on_a_version_that_was_replaced_is_told_so() {
    for town in published().await {
        let organisation = town.organisation("Maraîchers").await;
        let (_, mut browser) = town.holder(organisation, &[Power::Sign], None).await;
        let id = organisation.to_string();
        let last = fill(&town, &mut browser, &[("who", &id)], (6, true)).await;
        open_version(&town.house.operator(), town.charter).await.expect("a version");
        town.publish(date(2026, 11, 1), date(2030, 12, 31)).await;
        browser.post(&last, &[]).await.is(StatusCode::CONFLICT).says("Une nouvelle version a été publiée");
        assert_eq!(town.signed().await, 0);
    }
}
