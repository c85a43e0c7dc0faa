//! Projects of the park: their money to the cent, their steps, those who are told.

use std::io::Cursor;

use arpent_core::Role;
use axum::http::StatusCode;

use crate::town::{each, rectangle};

#[tokio::test]
async fn lines_add_up_to_what_was_voted_and_no_more_is_committed_than_that() {
    for park in each().await {
        let layer = park.layer("Projets", "staff").await;
        let mut facilitator = park.browser(Role::Facilitator).await;
        for (title, voted) in [("Pôle potager Saint-Gall", "640 000,50"), ("Vergers du Holtzmatt", "5 500 000")] {
            let place = park.drawn(layer, title, rectangle(7.70, 7.72)).await;
            let write = format!("/projets/{place}/modifier");
            park.house.browser().get(&format!("/projets/{place}")).await.is(StatusCode::NOT_FOUND);
            facilitator.get(&write).await.ok().says("n'a pas encore de fiche");
            facilitator.submit(&write, &[("what", "sheet"), ("owner", "Direction de territoire")]).await.ok();
            let line = |committed: &'static str, spent: &'static str| {
                [
                    ("what", "line"),
                    ("label", "Travaux"),
                    ("voted", voted),
                    ("committed", committed),
                    ("spent", spent),
                    ("deliberation", "2013-214"),
                ]
            };
            let refused = facilitator.post(&write, &line("6 000 000", "0")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
            refused.says("On n'engage pas plus que ce qui est voté");
            assert!(refused.text().contains("value=\"6 000 000\""), "what was typed stays");
            let refused = facilitator.post(&write, &line("100", "200")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
            refused.says("On ne dépense pas plus");
            facilitator.submit(&write, &line("100 000", "50")).await.ok().says("100 000 € engagés, 50 € dépensés");
        }
        let all = park.house.browser().get("/demarches/parc-ill-bruche/projets").await.ok();
        all.says("2 projets ; 6 140 000,50 € votés en tout").says("Pôle potager").says("200 000 €").says("Proposé");
    }
}

#[tokio::test]
async fn who_follows_a_project_is_told_of_each_step_once() {
    for park in each().await {
        let layer = park.layer("Projets", "staff").await;
        let place = park.drawn(layer, "Vergers", rectangle(7.70, 7.72)).await;
        let (sheet, write) = (format!("/projets/{place}"), format!("/projets/{place}/modifier"));
        let mut facilitator = park.browser(Role::Facilitator).await;
        facilitator.submit(&write, &[("what", "sheet"), ("owner", "Espaces verts")]).await.ok();
        let (_, email) = park.house.person("Lea").await;
        let mut lea = park.house.sign_in(&email).await;
        lea.get(&sheet).await.ok().says("Me prévenir à chaque étape");
        lea.submit(&format!("{sheet}/suivre"), &[("follow", "true")]).await.ok().says("Ne plus me prévenir");
        let step = [("what", "step"), ("stage", "works"), ("text", "Les arbres sont plantés."), ("day", "2026-11-02")];
        facilitator.submit(&write, &step).await.ok().says("L'étape est dite");
        let letters = park.house.letters().await;
        let told: Vec<_> = letters.iter().filter(|letter| letter.to == email).collect();
        assert_eq!(told.len(), 1);
        assert!(told[0].text.contains("Les arbres sont plantés.") && told[0].text.contains(&sheet), "{}", told[0].text);
        park.house.browser().get(&sheet).await.ok().says("En travaux").says("Les arbres sont plantés.");
        let tomorrow = [("what", "step"), ("stage", "done"), ("text", "Fini."), ("day", "2026-11-03")];
        facilitator.post(&write, &tomorrow).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test]
async fn photographs_of_before_and_after_are_added_and_taken_away() {
    let mut picture = Cursor::new(Vec::new());
    image::DynamicImage::new_rgb8(40, 30).write_to(&mut picture, image::ImageFormat::Png).expect("a picture");
    for park in each().await {
        let layer = park.layer("Projets", "staff").await;
        let place = park.drawn(layer, "Vergers", rectangle(7.70, 7.72)).await;
        let (sheet, write) = (format!("/projets/{place}"), format!("/projets/{place}/modifier"));
        let mut facilitator = park.browser(Role::Facilitator).await;
        facilitator.submit(&write, &[("what", "sheet"), ("owner", "Espaces verts")]).await.ok();
        let words = [("what", "photo"), ("moment", "before"), ("photo_alt", "Une friche")];
        facilitator.upload(&write, &words, ("photo", "a.png", picture.get_ref())).await.is(StatusCode::SEE_OTHER);
        let refused = facilitator.upload(&write, &words, ("photo", "a.png", b"<html>")).await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).says("n'est pas une photo");
        let page = park.house.browser().get(&sheet).await.ok();
        let photo = page.addresses().into_iter().find(|to| to.contains("/photos/")).expect("the photograph");
        page.says("Avant · Une friche");
        park.house.browser().get(&photo).await.ok();
        facilitator.submit(&format!("{photo}/retirer"), &[]).await.ok().says("La photo est retirée");
        park.house.browser().get(&photo).await.is(StatusCode::NOT_FOUND);
    }
}
