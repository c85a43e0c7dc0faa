//! Saying something: on a phone without an account, twice by mistake, from paper.

use arpent_commons::store::contributions::{self, Filter};
use arpent_core::Role;
use arpent_web::testkit::{Answer, Browser};
use axum::http::StatusCode;
use image::{DynamicImage, ImageFormat};

use crate::town::{PLACE, Town, each, page};

const WORDS: &str = "Un banc à l'ombre, près du vieux pont, pour les gens qui marchent lentement.";

fn form() -> String {
    format!("{PLACE}/contribuer")
}

fn carried<'a>(submission: &'a str, step: &'a str, go: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("submission", submission),
        ("step", step),
        ("go", go),
        ("text", WORDS),
        ("place", "Le vieux pont"),
        ("capacity", "inhabitant"),
        ("email", "lea@exemple.fr"),
    ]
}

async fn begin(browser: &mut Browser) -> String {
    let first = browser.get(&form()).await.ok();
    first.says("Étape 1 sur 4").says("Que voyez-vous, que proposez-vous ?");
    first.hidden("submission")
}

async fn count(town: &Town) -> i64 {
    contributions::count(&town.house.app.db, &Filter::of(town.initiative.id)).await.expect("counted")
}

#[tokio::test]
async fn four_screens_lead_from_words_to_a_reference() {
    for town in each().await {
        let mut phone = town.house.browser();
        let submission = begin(&mut phone).await;
        let second = phone.post(&form(), &carried(&submission, "1", "next")).await.ok();
        second.says("De quel endroit parlez-vous ?").says("Voiron");
        phone.post(&form(), &carried(&submission, "2", "next")).await.ok().says("À quel titre parlez-vous ?");
        let review = phone.post(&form(), &carried(&submission, "3", "next")).await.ok();
        review.says("Relisez, puis envoyez").says(WORDS).says("Le vieux pont");
        let sent = phone.post(&form(), &carried(&submission, "4", "send")).await.is(StatusCode::SEE_OTHER);
        let thanks = phone.follow(sent).await.ok();
        thanks
            .says("Votre contribution est arrivée")
            .says("n° 1")
            .says("mercredi 2 décembre 2026")
            .says("l…@exemple.fr");
        assert_eq!(town.house.letters().await.len(), 1, "one receipt");
    }
}

#[tokio::test]
async fn the_receipt_has_a_slip_to_print_and_a_drawing_to_scan() {
    for town in each().await {
        let said = town.said(WORDS).await;
        let mut browser = town.house.browser();
        for path in ["merci", "talon"] {
            let receipt = browser.get(&format!("/{path}/{}", said.code)).await.ok();
            receipt.says(&said.code).says(&format!("http://arpent.test/suivi/{}", said.code));
            assert!(receipt.text().contains("<svg"), "a QR code on /{path}");
        }
        browser.get("/merci/ABCD-2345").await.is(StatusCode::NOT_FOUND);
        browser.get("/merci/rien").await.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_double_click_and_a_retry_make_one_contribution() {
    for town in each().await {
        let mut browser = town.house.browser();
        let submission = begin(&mut browser).await;
        let first = browser.post(&form(), &carried(&submission, "4", "send")).await;
        let again = browser.post(&form(), &carried(&submission, "4", "send")).await;
        assert_eq!(first.location(), again.location());
        assert_eq!(count(&town).await, 1);
        assert_eq!(town.house.letters().await.len(), 1, "told once");
    }
}

#[tokio::test]
async fn what_was_typed_is_kept_and_what_is_missing_is_said_at_its_field() {
    for town in each().await {
        let mut browser = town.house.browser();
        let submission = begin(&mut browser).await;
        let empty = [("submission", submission.as_str()), ("step", "1"), ("go", "next"), ("title", "Le vieux pont")];
        let refused = browser.post(&form(), &empty).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Écrivez quelque chose ici");
        let html = refused.text();
        assert!(html.contains("value=\"Le vieux pont\""), "the title is kept");
        assert!(html.contains("href=\"#text\"") && html.contains("aria-invalid=\"true\""), "said at the field");
        assert_eq!(refused.hidden("submission"), submission, "the form keeps its key");
    }
}

#[tokio::test]
async fn going_back_checks_nothing_and_loses_nothing() {
    for town in each().await {
        let mut browser = town.house.browser();
        let submission = begin(&mut browser).await;
        let back = browser.post(&form(), &carried(&submission, "3", "back")).await.ok();
        back.says("De quel endroit parlez-vous ?");
        let html = back.text();
        assert!(html.contains("value=\"Le vieux pont\"") && html.contains("name=\"text\""), "answers travel along");
    }
}

#[tokio::test]
async fn sending_with_something_missing_leads_to_the_screen_that_asks_for_it() {
    for town in each().await {
        let mut browser = town.house.browser();
        let submission = begin(&mut browser).await;
        let mut fields = carried(&submission, "4", "send");
        fields.retain(|(name, _)| *name != "capacity");
        let refused = browser.post(&form(), &fields).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Étape 3 sur 4").says("Dites à quel titre vous parlez");
        assert_eq!(count(&town).await, 0);
    }
}

fn picture() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    DynamicImage::new_rgb8(60, 40).write_to(&mut bytes, ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}

async fn with_photo(browser: &mut Browser, submission: &str, bytes: &[u8]) -> Answer {
    browser.upload(&form(), &carried(submission, "3", "next"), ("photo", "pont.png", bytes)).await
}

#[tokio::test]
async fn a_photograph_waits_for_the_review_and_goes_with_the_contribution() {
    for town in each().await {
        let mut browser = town.house.browser();
        let submission = begin(&mut browser).await;
        let review = with_photo(&mut browser, &submission, &picture()).await.ok();
        let waiting = review.hidden("photo_id");
        let shown = browser.get(&format!("{}/photo/{waiting}", form())).await.ok();
        assert_eq!(shown.header("content-type"), "image/jpeg");

        let mut fields = carried(&submission, "4", "send");
        fields.push(("photo_id", &waiting));
        fields.push(("photo_alt", "Le pont"));
        browser.submit(&form(), &fields).await.ok();
        let said = contributions::list(&town.house.app.db, &Filter::of(town.initiative.id)).await.expect("listed");
        let photo = said[0].contribution.photo.expect("a photograph");
        browser.get(&format!("/fichiers/{photo}")).await.ok();
        browser.get(&format!("{}/photo/{waiting}", form())).await.is(StatusCode::NOT_FOUND);
        browser.get(&format!("/contributions/{}", said[0].contribution.id)).await.ok();
    }
}

#[tokio::test]
async fn a_file_that_is_no_photograph_is_refused_at_its_field_and_the_words_stay() {
    for town in each().await {
        let mut browser = town.house.browser();
        let submission = begin(&mut browser).await;
        let refused = with_photo(&mut browser, &submission, b"<script>alert(1)</script>").await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).says("Ce fichier n'est pas une photo");
    }
}

#[tokio::test]
async fn no_other_file_can_be_taken_for_a_waiting_photograph() {
    for town in each().await {
        let mut browser = town.house.browser();
        let submission = begin(&mut browser).await;
        let review = with_photo(&mut browser, &submission, &picture()).await.ok();
        let waiting = review.hidden("photo_id");
        let mut fields = carried(&submission, "4", "send");
        fields.push(("photo_id", &waiting));
        browser.submit(&form(), &fields).await.ok();
        let said = contributions::list(&town.house.app.db, &Filter::of(town.initiative.id)).await.expect("listed");
        let published = said[0].contribution.photo.expect("a photograph");
        browser.get(&format!("{}/photo/{published}", form())).await.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn similar_ones_are_shown_while_typing_and_before_sending() {
    for town in each().await {
        let said = town.said("Il faudrait un banc à l'ombre près du vieux pont").await;
        let mut browser = town.house.browser();
        let typing = format!("{PLACE}/proches?texte=banc+ombre+vieux+pont");
        browser.get(&typing).await.ok().says("Il faudrait un banc");
        let mut live = town.house.browser().with("x-fragment", "proches");
        let fragment = live.get(&format!("{PLACE}/proches?q=un+banc+pr%C3%A8s+du+vieux+pont")).await.ok();
        assert!(fragment.text().trim_start().starts_with("<div id=\"proches\">"), "the element alone");
        let submission = begin(&mut browser).await;
        let review = browser.post(&form(), &carried(&submission, "3", "next")).await.ok();
        review.says("D'autres ont dit quelque chose de proche");
        assert!(review.text().contains(&page(&said)));
    }
}

#[tokio::test]
async fn an_agent_keys_sheet_after_sheet_and_reads_the_code_of_each() {
    for town in each().await {
        let mut agent = town.browser(Role::Agent).await;
        let sheet = format!("{PLACE}/saisie-papier");
        let area = town.area("Moirans").await.to_string();
        let empty = agent.get(&sheet).await.ok();
        let submission = empty.hidden("submission");
        let fields = [
            ("submission", submission.as_str()),
            ("channel", "paper"),
            ("said_on", "2026-10-30"),
            ("area", area.as_str()),
            ("text", "Plus de lumière sur le quai"),
            ("capacity", "user"),
        ];
        let next = agent.submit(&sheet, &fields).await.ok();
        next.says("La feuille est enregistrée sous le n° 1");
        let html = next.text();
        assert!(html.contains(&format!("value=\"{area}\" selected")), "the commune is kept for the next sheet");
        assert_ne!(next.hidden("submission"), submission, "the next sheet is another contribution");
        let said = contributions::list(&town.house.app.db, &Filter::of(town.initiative.id)).await.expect("listed");
        assert_eq!(said[0].contribution.channel.code(), "paper");
        assert_eq!(said[0].contribution.said_on.to_string(), "2026-10-30");
        assert!(said[0].contribution.keyed_by.is_some() && said[0].contribution.person.is_none());
    }
}

#[tokio::test]
async fn a_sheet_dated_tomorrow_is_given_back_as_typed() {
    for town in each().await {
        let mut agent = town.browser(Role::Agent).await;
        let sheet = format!("{PLACE}/saisie-papier");
        let fields = [
            ("submission", "s1"),
            ("channel", "oral"),
            ("said_on", "2026-11-03"),
            ("text", "Des mots dits au marché"),
            ("capacity", "user"),
        ];
        let refused = agent.post(&sheet, &fields).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Cette date n'est pas encore passée").says("Des mots dits au marché");
    }
}

#[tokio::test]
async fn a_closed_form_says_where_to_read_instead() {
    for town in each().await {
        let mut browser = town.house.browser();
        browser.get("/demarches/ailleurs/contribuer").await.is(StatusCode::NOT_FOUND);
        let english = browser.get(&format!("{}?lang=en", form())).await.ok();
        english.says("What do you see, what do you suggest?").says("within 30 days");
    }
}
