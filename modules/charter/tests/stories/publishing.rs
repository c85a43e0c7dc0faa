//! A new version never inherits signatures: who signed the last one is invited, once; alerts and reminders come in time.

use std::collections::BTreeSet;

use arpent_charter::commands::charters::{evaluate, open_version};
use arpent_charter::commands::paper::{Sheet, key};
use arpent_charter::domain::signature::SignatureState;
use arpent_charter::store;
use arpent_commons::domain::people::Power;
use arpent_core::{Role, Scope};
use axum::http::StatusCode;
use jiff::SignedDuration;
use jiff::civil::date;

use crate::town::{PLACE, Town, each, fill, published};

/// A sheet for an organisation, complete.
pub async fn sheet(town: &Town, name: &str) -> Sheet {
    let menu = town.menu().await;
    let kept = menu.items.iter().skip(9).map(|item| item.id);
    Sheet {
        sub: Some(menu.id),
        organisation: Some(town.organisation(name).await),
        signer: "La présidente".to_owned(),
        email: format!("{}@exemple.fr", name.replace(' ', "-").to_lowercase()),
        proof: "Bureau du 3 mars".to_owned(),
        items: kept.collect(),
        submission: name.to_owned(),
        ..Sheet::default()
    }
}

#[tokio::test]
async fn a_hundred_and_seventeen_signatories_are_invited_once_and_the_counter_begins_at_zero() {
    for town in published().await {
        let caller = town.house.operator();
        for number in 1..=117 {
            let signed = key(&caller, town.charter, &sheet(&town, &format!("Jardin {number:03}")).await).await;
            assert_eq!(signed.expect("signed").state, SignatureState::Signed);
        }
        assert_eq!(town.signed().await, 117);
        let register = format!("{PLACE}/signataires");
        let mut reader = town.house.browser();
        let first = reader.get(&register).await.ok();
        first.says("117 noms dans cette liste").says("Jardin 001").says("Jardin 020").does_not_say("Jardin 021");
        assert!(first.addresses().iter().any(|to| to.ends_with("?page=6")), "{:?}", first.addresses());
        reader.get(&format!("{register}?page=6")).await.ok().says("Jardin 117").does_not_say("Jardin 100");
        reader.get(&format!("{register}?q=JARDIN+117")).await.ok().says("Un nom dans cette liste").says("Jardin 117");
        open_version(&caller, town.charter).await.expect("a version");
        let new = town.publish(date(2025, 1, 1), date(2029, 12, 31)).await;
        assert_eq!(town.signed().await, 0, "no signature passes from one version to the next");
        let listed = store::invitations::count(&town.house.app.db, new).await.expect("counted");
        assert_eq!(listed, 117);

        let page = town.house.browser().get(&format!("{PLACE}/signataires")).await.ok();
        page.says("Aucun signataire pour l'instant").says("117 signataires de la version d'avant");
        page.says("Personne n'a encore signé cette version");
        let before = format!("{PLACE}/signataires?liste=avant");
        let first = town.house.browser().get(&before).await.ok();
        assert_eq!(first.words().matches("Signataire de la version précédente").count(), 20, "a page at a time");
        let page = town.house.browser().get(&format!("{before}&par=200")).await.ok();
        assert_eq!(page.words().matches("Signataire de la version précédente").count(), 117);

        town.house.work().await;
        let told: BTreeSet<String> = letters(&town).await.into_iter().collect();
        assert_eq!(told.len(), 117);
        invite_again(&town).await;
        assert_eq!(letters(&town).await.len(), 117, "told once, whatever is run again");
        let mut facilitator = town.browser(Role::Facilitator).await;
        let steer = facilitator.get(&format!("{PLACE}/conduire")).await.ok();
        steer.says("117 signataires de la version précédente invités").says("Invitation envoyée le 2 nov");
    }
}

/// Addresses to which an invitation left or waits.
async fn letters(town: &Town) -> Vec<String> {
    let jobs = arpent_store::jobs::latest(&town.house.app.db, 1_000).await.expect("jobs");
    let letters = jobs.into_iter().filter(|job| job.kind == arpent_web::mail::KIND);
    let to = |job: arpent_store::jobs::Job| job.payload["to"].as_str().map(ToOwned::to_owned);
    letters.filter_map(to).filter(|to| to.starts_with("jardin-")).collect()
}

/// The job of the invitations runs a second time.
async fn invite_again(town: &Town) {
    let version = town.last().await.id;
    let handler = arpent_charter::module().room.jobs.iter().find(|job| job.kind == "charter.invite").expect("a job");
    (handler.run)(&town.house.app, &serde_json::json!({ "version": version })).await.expect("runs");
}

#[tokio::test]
async fn a_sheet_without_its_mandate_waits_and_the_same_one_twice_is_refused() {
    for town in published().await {
        let caller = town.house.operator();
        let whole = sheet(&town, "Paysagistes").await;
        let without = Sheet { proof: String::new(), submission: "first".to_owned(), ..whole.clone() };
        assert_eq!(key(&caller, town.charter, &without).await.expect("kept").state, SignatureState::Pending);
        key(&caller, town.charter, &whole).await.expect("signed");
        for again in [whole.clone(), Sheet { submission: "another".to_owned(), ..whole.clone() }] {
            let refused = key(&caller, town.charter, &again).await.expect_err("refused");
            assert!(format!("{refused:?}").contains("signed-already"), "{refused:?}");
        }
        let few = Sheet { items: whole.items[..3].to_vec(), submission: "few".to_owned(), ..whole.clone() };
        assert!(
            matches!(key(&caller, town.charter, &few).await, Err(arpent_web::Refusal::Gate(unmet)) if unmet.len() == 2)
        );
        let tomorrow = Sheet { signed_on: Some(date(2026, 11, 3)), ..whole };
        assert!(matches!(key(&caller, town.charter, &tomorrow).await, Err(arpent_web::Refusal::Invalid(_))));
        assert_eq!(town.signed().await, 1);
        let mut facilitator = town.browser(Role::Facilitator).await;
        let first = facilitator.get(&format!("{PLACE}/saisie")).await.ok();
        first.says("Gestionnaires");
        let menu = town.menu().await.id.to_string();
        facilitator.get(&format!("{PLACE}/saisie?volet={menu}")).await.ok().says("Pièce qui donne le mandat");
        let blank = [("sub", menu.as_str()), ("keyed", "true")];
        facilitator.post(&format!("{PLACE}/saisie"), &blank).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test]
async fn nothing_is_published_before_its_conditions_hold_and_nothing_published_changes() {
    for town in each().await {
        let mut facilitator = town.browser(Role::Facilitator).await;
        let act = format!("{PLACE}/publier");
        let backwards = [("from", "2029-01-01"), ("to", "2025-01-01"), ("deliberation", "19 mai")];
        facilitator.post(&act, &backwards).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("vient après le premier");
        let sub = {
            let menus = store::subs::of_version(&town.house.app.db, town.draft().await.id).await.expect("menus");
            menus[0].id
        };
        let article = town.article(&town.draft().await).await;
        let remove = |what: &str, id: String| format!("{PLACE}/{what}/{id}/retirer");
        facilitator.submit(&remove("volets", sub.to_string()), &[]).await.ok();
        facilitator.submit(&remove("articles", article.id.to_string()), &[]).await.ok();
        let fine = [("from", "2025-01-01"), ("to", "2029-12-31"), ("deliberation", "19 mai")];
        let shut = facilitator.post(&act, &fine).await.is(StatusCode::CONFLICT);
        shut.says("Aucun article n'est écrit").says("Aucun volet n'est écrit");

        let written = [("title", "Les haies"), ("text", "Un paragraphe."), ("orientation", "La nature")];
        facilitator.submit(&format!("{PLACE}/articles"), &written).await.ok().says("L'article est enregistré");
        let short = [("title", "Court"), ("kind", "owner"), ("minimum", "6"), ("actions", "Une seule")];
        facilitator.submit(&format!("{PLACE}/volets"), &short).await.ok();
        facilitator.post(&act, &fine).await.is(StatusCode::CONFLICT).says("plus d'actions qu'il n'en propose");
        let menus = store::subs::of_version(&town.house.app.db, town.draft().await.id).await.expect("menus");
        let fewer = [("title", "Court"), ("kind", "owner"), ("minimum", "1"), ("actions", "Une seule")];
        facilitator.submit(&format!("{PLACE}/volets/{}", menus[0].id), &fewer).await.ok();
        facilitator.submit(&act, &fine).await.ok().says("La version est publiée").says("19 mai");

        let article = town.article(&town.last().await).await;
        facilitator.get(&format!("{PLACE}/articles/{}", article.id)).await.is(StatusCode::NOT_FOUND);
        let later = [("from", "2026-01-01"), ("to", "2029-12-31"), ("deliberation", "19 mai")];
        facilitator.post(&act, &later).await.is(StatusCode::CONFLICT).says("ce qui est publié ne change plus");
        let mut reader = town.browser(Role::Inhabitant).await;
        reader.post(&act, &fine).await.is(StatusCode::FORBIDDEN);
        reader.get(&format!("{PLACE}/conduire")).await.is(StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn its_end_is_said_twelve_then_six_months_before_until_it_is_evaluated() {
    for town in each().await {
        town.publish(date(2026, 1, 1), date(2027, 12, 31)).await;
        let (person, email) = town.house.person("Nora").await;
        town.house.give(person, Role::Facilitator, Scope::Initiative(town.initiative.id.uuid())).await;
        let mut facilitator = town.house.sign_in(&email).await;
        let steer = format!("{PLACE}/conduire");
        facilitator.get(&steer).await.ok().does_not_say("Fin proche");
        town.house.pass(SignedDuration::from_hours(24 * 62));
        let mut facilitator = town.house.sign_in(&email).await;
        facilitator.get(&steer).await.ok().says("prend fin le vendredi 31 décembre 2027").says("Moins de 12 mois");
        facilitator.get("/").await.ok().says("Charte du parc : Cette version prend fin");
        town.house.work().await;
        assert_eq!(alerts(&town, &email).await, 1);
        town.house.pass(SignedDuration::from_hours(24 * 181));
        town.house.work().await;
        let mut facilitator = town.house.sign_in(&email).await;
        facilitator.get(&steer).await.ok().says("Moins de 6 mois");
        assert_eq!(alerts(&town, &email).await, 2, "once more, and once only");
        let version = town.last().await.id;
        evaluate(&town.house.operator(), version, None, "Trois réunions, douze haies.").await.expect("written");
        facilitator.get(&steer).await.ok().does_not_say("Fin proche").says("Trois réunions");
    }
}

async fn alerts(town: &Town, email: &str) -> usize {
    let jobs = arpent_store::jobs::latest(&town.house.app.db, 1_000).await.expect("jobs");
    let alert = |job: &&arpent_store::jobs::Job| {
        job.payload["to"] == email && job.payload["subject"].as_str().is_some_and(|s| s.contains("évaluation"))
    };
    jobs.iter().filter(alert).count()
}

#[tokio::test]
async fn an_association_changes_the_next_version_and_signs_it_with_a_reservation_and_two_commitments() {
    for town in published().await {
        let caller = town.house.operator();
        for _ in 0..2 {
            open_version(&caller, town.charter).await.expect("a version");
            town.publish(date(2026, 1, 1), date(2030, 12, 31)).await;
        }
        let version = town.last().await;
        assert_eq!(version.number, 3);
        let organisation = town.organisation("Amis des haies").await;
        let (_, mut association) = town.holder(organisation, &[Power::Speak, Power::Sign], None).await;
        let read = association.get(PLACE).await.ok();
        read.says("Version 3").says("Proposer d'autres mots");
        let paragraph = town.article(&version).await.paragraphs[0].id;
        let form = format!("{PLACE}/versions/3/paragraphes/{paragraph}");
        let submission = association.get(&form).await.ok().hidden("submission");
        let id = organisation.to_string();
        let fields = [
            ("submission", submission.as_str()),
            ("proposed", "Les haies sont taillées en hiver seulement."),
            ("why", "Les oiseaux nichent du printemps à l'été."),
            ("capacity", "association"),
            ("organisation", &id),
        ];
        let sent = association.submit(&form, &fields).await.ok();
        sent.says("Votre proposition est arrivée").says("Amis des haies").says("En attente de réponse");
        let suggestion = sent.path.clone();
        let again = association.submit(&form, &fields).await.ok();
        assert_eq!(again.path, suggestion, "the same form is one proposal");

        let mut facilitator = town.browser(Role::Facilitator).await;
        facilitator
            .submit(&format!("{PLACE}/versions"), &[])
            .await
            .ok()
            .says("Une nouvelle version est en préparation");
        let fine = [("from", "2026-11-01"), ("to", "2031-12-31"), ("deliberation", "3 novembre")];
        let shut = facilitator.post(&format!("{PLACE}/publier"), &fine).await.is(StatusCode::CONFLICT);
        shut.says("Une proposition n'a pas de réponse");
        let answer = format!("{suggestion}/repondre");
        facilitator.post(&answer, &[("status", "retained")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let early = facilitator.post(&format!("{suggestion}/reprendre"), &[]).await.is(StatusCode::CONFLICT);
        early.says("Seule une proposition retenue");
        let kept = [("status", "retained"), ("reason", "Le calendrier devient plus simple.")];
        facilitator.submit(&answer, &kept).await.ok().says("Le calendrier devient plus simple");
        let taken = facilitator.submit(&format!("{suggestion}/reprendre"), &[("words", "theirs")]).await.ok();
        taken.says("Reprise dans la version 4");
        facilitator.submit(&format!("{PLACE}/publier"), &fine).await.ok().says("La version est publiée");

        let four = association.get(&format!("{PLACE}/versions/4")).await.ok();
        four.says("taillées en hiver seulement")
            .says("Proposition n° 1, Amis des haies")
            .says("Reprise dans la version 4");
        let compared = association.get(&format!("{PLACE}/comparer?de=3&a=4")).await.ok();
        compared.says("hors de la saison des nids").says("Ajouté : hiver").says("Gestionnaires");
        let last = fill(&town, &mut association, &[("who", &id)], (6, true)).await;
        let signed = association.submit(&last, &[]).await.ok();
        signed.says("trop serré").says("Tenir un rucher").says("Prêter nos outils").says("Version 4");
        let code = sent_code(&sent.words());
        let traced = town.house.browser().get(&format!("/suivi/{code}")).await.ok();
        traced.says("Vos mots sont entrés dans la charte : article « Les haies », version 4");
    }
}

/// The follow code of a notice.
fn sent_code(words: &str) -> String {
    let (_, after) = words.split_once("Votre code de suivi : ").expect("a code");
    after.chars().take(9).collect()
}
