//! What signatories tell each year, and what they are given in return.

use arpent_commons::domain::people::Power;
use arpent_core::Role;
use arpent_store::jobs;
use arpent_web::testkit::Browser;
use axum::http::StatusCode;
use image::{DynamicImage, ImageFormat};
use jiff::SignedDuration;

use crate::town::{PLACE, Town, fill, published};

/// An organisation that signed, its hand and its page.
pub async fn signatory(town: &Town) -> (Browser, String) {
    let organisation = town.organisation("Vergers des rives").await;
    let (_, mut browser) = town.holder(organisation, &[Power::Sign], None).await;
    let last = fill(town, &mut browser, &[("who", &organisation.to_string())], (6, true)).await;
    let page = browser.submit(&last, &[]).await.ok().path;
    (browser, page)
}

fn picture() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    DynamicImage::new_rgb8(60, 40).write_to(&mut bytes, ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}

#[tokio::test]
async fn a_year_is_told_with_place_quantity_and_photograph_by_who_acts_for_the_signatory() {
    for town in published().await {
        let (mut browser, page) = signatory(&town).await;
        let form = format!("{page}/comptes-rendus");
        let submission = browser.get(&form).await.ok().says("Action 6").hidden("submission");
        let action = town.actions(6).await[5].to_string();
        let fields = [
            ("submission", submission.as_str()),
            ("item", &action),
            ("year", "2026"),
            ("text", "Une haie le long du chemin."),
            ("place", "Chemin des rives"),
            ("quantity", "120,5"),
            ("unit", "mètres"),
            ("photo_alt", "La haie"),
        ];
        let photo = ("photo", "haie.png", &*picture());
        let told = browser.upload(&form, &fields, photo).await;
        let told = browser.follow(told).await.ok();
        told.says("2026").says("Une haie le long du chemin").says("120,5 mètres").says("Chemin des rives");
        browser.upload(&form, &fields, photo).await;
        assert_eq!(browser.get(&page).await.ok().words().matches("Une haie le long").count(), 1, "told once");
        let shown = told.addresses().into_iter().find(|to| to.contains("/photos/")).expect("a photograph");
        let mut visitor = town.house.browser();
        assert_eq!(visitor.get(&shown).await.ok().header("content-type"), "image/jpeg");
        visitor.get(&page).await.ok().says("Une haie le long du chemin");

        let mut facilitator = town.browser(Role::Facilitator).await;
        let moderate = facilitator.get(&page).await.ok().addresses();
        let moderate = moderate.into_iter().find(|to| to.ends_with("/moderer")).expect("a form");
        let why = [("ground", "names_a_person"), ("why", "Un visage s'y reconnaît.")];
        facilitator.submit(&moderate, &why).await.ok().says("Un visage s'y reconnaît");
        visitor.get(&page).await.ok().does_not_say("Une haie le long du chemin");
        visitor.get(&shown).await.is(StatusCode::NOT_FOUND);
        facilitator.get(&shown).await.ok();
    }
}

#[tokio::test]
async fn what_was_not_signed_a_year_to_come_and_a_file_that_is_no_photograph_are_refused_at_their_field() {
    for town in published().await {
        let (mut browser, page) = signatory(&town).await;
        let form = format!("{page}/comptes-rendus");
        let other = town.actions(7).await[6].to_string();
        let wrong =
            [("submission", "a"), ("item", &*other), ("year", "2027"), ("text", "Un texte"), ("quantity", "beaucoup")];
        let refused = browser.post(&form, &wrong).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Choisissez une des actions signées").says("Une année de 2026 à 2026").says("Écrivez un nombre");
        refused.says("Un texte");
        let action = town.actions(1).await[0].to_string();
        let fine = [("submission", "b"), ("item", &*action), ("year", "2026"), ("text", "Un texte")];
        let no_photo = browser.upload(&form, &fine, ("photo", "x.png", b"<script>")).await;
        no_photo.is(StatusCode::UNPROCESSABLE_ENTITY).says("n'est pas une photo");
        let mut stranger = town.browser(Role::Inhabitant).await;
        stranger.get(&form).await.is(StatusCode::CONFLICT).says("par qui a mandat");
        stranger.post(&form, &fine).await.is(StatusCode::CONFLICT);
        town.house.browser().post(&form, &fine).await.is(StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn support_is_offered_asked_for_once_and_dealt_with() {
    for town in published().await {
        let (mut browser, signed) = signatory(&town).await;
        let mut facilitator = town.browser(Role::Facilitator).await;
        let place = format!("{PLACE}/soutien");
        let refused = facilitator.post(&place, &[("title", "Tailler")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Choisissez une nature");
        let offer =
            [("kind", "training"), ("title", "Tailler une haie"), ("text", "Une matinée."), ("day", "2026-12-05")];
        facilitator.submit(&place, &offer).await.ok().says("Tailler une haie").says("samedi 5 décembre 2026");
        let page = browser.get(&place).await.ok();
        let ask = page.addresses().into_iter().find(|to| to.ends_with("/demander")).expect("an act");
        let signature = page.text();
        let (_, after) = signature.split_once("<option value=\"").expect("her signature");
        let signature = after.split('"').next().expect("an id").to_owned();
        let fields = [("signature", signature.as_str()), ("text", "Nous sommes six.")];
        for _ in 0..2 {
            browser.submit(&ask, &fields).await.ok().says("Demandé");
        }
        facilitator.post(&ask, &fields).await.is(StatusCode::CONFLICT);
        let steer = facilitator.get(&format!("{PLACE}/conduire")).await.ok();
        steer.says("Une demande d'appui").says("Vergers des rives").says("Nous sommes six");
        let done = ask.replace("/demander", "/traiter");
        facilitator.submit(&done, &[("signature", &signature)]).await.ok().says("Aucune demande d'appui en attente");
        let received = town.house.browser().get(&signed).await.ok();
        received.says("Le soutien reçu").says("Formation : Tailler une haie, le 2 nov");
    }
}

#[tokio::test]
async fn who_told_nothing_is_reminded_once_in_january() {
    for town in published().await {
        signatory(&town).await;
        town.house.pass(SignedDuration::from_hours(24 * 80));
        town.house.work().await;
        let letters = jobs::latest(&town.house.app.db, 1_000).await.expect("jobs");
        let reminded = letters.iter().filter(|job| {
            job.payload["subject"].as_str().is_some_and(|subject| subject.contains("qu’avez-vous fait en 2026"))
        });
        assert_eq!(reminded.count(), 1);
    }
}
