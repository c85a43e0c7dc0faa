//! What a shift gave, and what happens when nobody says it.

use arpent_core::Role;
use arpent_web::testkit::Browser;
use axum::http::StatusCode;
use image::{DynamicImage, ImageFormat};

use crate::town::published;

const DEBRIEF: &[(&str, &str)] = &[
    ("version", "0"),
    ("adults", "19"),
    ("minors", "3"),
    ("quantity", "1 700"),
    ("unit", "m² de haie"),
    ("done", "La haie est plantée."),
    ("incident", "Une coupure au doigt."),
];

fn picture() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    DynamicImage::new_rgb8(60, 40).write_to(&mut bytes, ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}

async fn written(team: &mut Browser, form: &str, more: &[(&str, &str)]) -> arpent_web::testkit::Answer {
    let fields = [more, DEBRIEF].concat();
    team.submit(form, &fields).await
}

#[tokio::test]
async fn a_debrief_is_asked_for_within_fifteen_days_then_shown_late_then_told_to_everyone() {
    for (town, thursday, saturday) in published().await {
        town.sign_up(thursday, "Ada", "").await;
        town.sign_up(thursday, "Lin", "").await;
        for n in 1..=22 {
            town.sign_up(saturday, &format!("Personne {n}"), "").await;
        }
        let mut team = town.browser(Role::Facilitator).await;
        let form = format!("/seances/{saturday}/bilan");
        let early = written(&mut team, &form, &[]).await;
        early.is(StatusCode::CONFLICT).says("quand la séance est finie");
        town.now("2026-11-14T12:00:00Z");
        let page = format!("/chantiers/{}", town.worksite);
        team.get(&page).await.ok().says("Bilan à écrire avant le dimanche 29 novembre");
        town.now("2026-11-30T09:00:00Z");
        team.get(&page).await.ok().says("il est en retard");
        team.get("/").await.ok().says("Bilan à écrire : La haie du Muhlbach");
        town.house.browser().get(&page).await.ok().does_not_say("en retard");

        let told = written(&mut team, &form, &[]).await.ok();
        told.says("Le bilan est publié").says("1 700 m² de haie").says("Une coupure au doigt.");
        let public = town.house.browser().get(&page).await.ok();
        public.says("2 personnes inscrites").says("22 personnes inscrites").says("22 personnes sont venues");
        public.says("La haie est plantée.").does_not_say("coupure");
        let overtaken = written(&mut team, &form, &[("adults", "18")]).await.is(StatusCode::CONFLICT);
        overtaken.says("avant vous");
        let unsaid = team.post(&form, &[&[("version", "1")], &DEBRIEF[1..]].concat()).await;
        unsaid.is(StatusCode::UNPROCESSABLE_ENTITY);
        let mended = [("version", "1"), ("adults", "20"), ("reason", "Une personne oubliée.")];
        written(&mut team, &form, &mended).await.ok().says("23 personnes sont venues");
        let shifts = team.get(&format!("{page}/seances")).await.ok();
        shifts.says("le week-end (1) : 22 personnes").says("en semaine (1) : 2 personnes");
    }
}

#[tokio::test]
async fn photographs_are_shown_without_what_the_phone_wrote_in_them_and_no_other_file_is() {
    for (town, _, saturday) in published().await {
        town.now("2026-11-14T12:00:00Z");
        let mut team = town.browser(Role::Facilitator).await;
        let form = format!("/seances/{saturday}/photos");
        let none = team.upload(&form, &[("alt", "La haie")], ("photo", "a.png", b"not a picture")).await;
        none.is(StatusCode::UNPROCESSABLE_ENTITY).says("n'est pas une photographie");
        let sent = team.upload(&form, &[("alt", "La haie")], ("photo", "haie.png", &picture())).await;
        let page = team.follow(sent).await.ok();
        let shown = page.addresses().into_iter().find(|to| to.contains("/photos/")).expect("a photograph");
        let mut visitor = town.house.browser();
        assert_eq!(visitor.get(&shown).await.ok().header("content-type"), "image/jpeg");
        let other = format!("/chantiers/{}/photos/{}", town.worksite, uuid::Uuid::nil());
        visitor.get(&other).await.is(StatusCode::NOT_FOUND);
    }
}
