//! Notes of the tables: written down, read again, found by their author, made into contributions that keep their table.
#![expect(clippy::expect_used, reason = "a test that cannot go on panics, which is how a test fails")]

use arpent_commons::commands::meetings;
use arpent_commons::commands::notes::{self, NewNote};
use arpent_commons::domain::meetings::{KEPT, Meeting};
use arpent_commons::domain::people::Capacity;
use arpent_commons::store;
use arpent_core::Id;
use arpent_web::{Caller, DataSubject, Refusal, identity};
use axum::http::StatusCode;

use crate::kit::{Town, rule, towns};
use crate::meetings::announced;

pub fn said(n: usize, table: &str, facilitator: &str) -> NewNote {
    NewNote {
        text: format!("Le montant devrait être en haut de la lettre {n}."),
        capacity: Capacity::User,
        table: table.into(),
        facilitator: facilitator.into(),
        submission: format!("note-form-{n}"),
    }
}

async fn noted(town: &Town, by: &Caller) -> (Id<Meeting>, notes::Noted) {
    let id = announced(town, 0).await;
    town.days(2);
    let noted = notes::note(by, id, &said(1, "3", "Fatou Diarra")).await.expect("noted");
    (id, noted)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_is_found_by_its_author_before_and_after_it_is_a_contribution() {
    for town in towns().await {
        let id = announced(&town, 0).await;
        assert_eq!(rule(notes::note(&town.agent, id, &said(1, "3", "")).await), "meeting-not-begun");
        town.days(2);
        let mut agent = town.browse(&town.agent).await;
        let path = format!("/rencontres/{id}/notes");
        let form = [
            ("text", "Le montant devrait être en haut."),
            ("capacity", "user"),
            ("table", "3"),
            ("facilitator", "Fatou Diarra"),
            ("submission", "n1"),
        ];
        agent.post(&path, &form[1..]).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("Écrivez quelque chose ici");
        agent.submit(&path, &form).await.ok().says("Code à remettre").says("animée par Fatou Diarra");
        agent.submit(&path, &form).await.ok().says("Une note attend d'être relue");
        let note = store::notes::of_meeting(&town.house.app.db, id).await.expect("reads").remove(0).note;
        agent.get(&format!("/rencontres/{id}/talons")).await.ok().says(&note.code).says("Table 3");
        let mut hers = town.house.browser();
        let follow = format!("/suivi/{}", note.code);
        hers.get(&follow).await.ok().says("Le montant devrait être en haut").says("animée par Fatou Diarra");
        hers.get(&format!("/rencontres/{id}")).await.ok().does_not_say("Le montant devrait");

        let mut facilitator = town.browse(&town.facilitator).await;
        facilitator.get("/").await.ok().says("Une note à relire : Atelier des lettres");
        let chosen = [("note", note.id.to_string()), ("act", "propose".to_owned())];
        let chosen: Vec<(&str, &str)> = chosen.iter().map(|(name, value)| (*name, value.as_str())).collect();
        facilitator.submit(&format!("{path}/relire"), &chosen).await.ok().says("Une note est devenue une contribution");
        // Pressed twice, it is one contribution.
        assert_eq!(rule(notes::check(&town.facilitator, id, &[note.id], true).await), "no-note-chosen");
        let row = store::notes::by_code(&town.house.app.db, &note.code).await.expect("reads").expect("there");
        let said = store::contributions::by_code(&town.house.app.db, &note.code).await.expect("reads").expect("there");
        assert_eq!(row.note.contribution, Some(said.contribution.id));
        hers.get(&follow)
            .await
            .ok()
            .says("Vous avez dit")
            .says("Table 3, animée par Fatou Diarra")
            .says("Atelier des lettres");
        hers.get(&format!("/rencontres/{id}")).await.ok().says("Table 3").says("Le montant devrait être en haut");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_is_corrected_until_it_is_read_again_and_two_people_do_not_overwrite_each_other() {
    for town in towns().await {
        let (id, noted) = noted(&town, &town.agent).await;
        let write =
            |text: &'static str, version| notes::correct(&town.agent, noted.id, version, (text, Capacity::User));
        write("Le montant en haut, en gras.", 1).await.expect("corrected");
        let Err(Refusal::Conflict(conflict)) = write("Autre chose.", 1).await else { panic!("overwritten") };
        assert_eq!(conflict.version, 2);
        let mut agent = town.browse(&town.agent).await;
        agent.get(&format!("/notes/{}/corriger", noted.id)).await.ok().says("Le montant en haut, en gras.");
        assert!(matches!(notes::check(&town.agent, id, &[noted.id], true).await, Err(Refusal::Forbidden { .. })));
        assert_eq!(rule(notes::check(&town.facilitator, id, &[], true).await), "no-note-chosen");
        notes::check(&town.facilitator, id, &[noted.id], false).await.expect("kept");
        assert_eq!(rule(write("Encore.", 3).await), "note-checked");
        let mut public = town.house.browser();
        public.get(&format!("/rencontres/{id}")).await.ok().says("Le montant en haut, en gras.");
        public.get(&format!("/suivi/{}", noted.code)).await.ok().says("restent une note de la rencontre");
    }
}

/// A photograph small enough for a test.
pub fn photograph() -> Vec<u8> {
    let mut png = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(12, 8, image::Rgb([240, 240, 230]))
        .write_to(&mut png, image::ImageFormat::Png)
        .expect("an image");
    png.into_inner()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_photograph_of_a_sheet_is_for_the_team_and_goes_three_months_after() {
    for town in towns().await {
        let (id, _) = noted(&town, &town.agent).await;
        let mut agent = town.browse(&town.agent).await;
        let path = format!("/rencontres/{id}/feuille");
        let fields = [("table", "3"), ("facilitator", "Ana Costa")];
        agent
            .upload(&path, &fields, ("photo", "feuille.png", b"no image"))
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("n'est pas une image");
        agent.upload(&path, &fields, ("photo", "feuille.png", &photograph())).await.is(StatusCode::SEE_OTHER);
        let sheet = "alt=\"Feuille : Table 3\"".replace(' ', "");
        let mut shown =
            async |path: String| agent.get(&path).await.ok().text().replace([' ', '\u{a0}', '\u{202f}'], "");
        let notes = format!("/rencontres/{id}/notes");
        assert!(shown(notes.clone()).await.contains(&sheet) && shown(notes.clone()).await.contains("AnaCosta"));
        assert!(!shown(format!("/rencontres/{id}")).await.contains(&sheet), "not on the page everyone reads");
        let photo = store::notes::tables(&town.house.app.db, id).await.expect("reads")[0].photo.expect("a photograph");
        let address = format!("/fichiers/{photo}");
        agent.get(&address).await.ok();
        town.house.browser().get(&address).await.is(StatusCode::NOT_FOUND);
        town.days(KEPT.as_hours() / 24 + 1);
        town.house.work().await;
        let mut agent = town.browse(&town.agent).await;
        agent.get(&address).await.is(StatusCode::NOT_FOUND);
        assert!(!agent.get(&notes).await.ok().text().contains("alt=\"Feuille"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_held_the_pen_and_who_wrote_down_is_handed_over_and_forgotten() {
    for town in towns().await {
        let (id, noted) = noted(&town, &town.agent).await;
        let person = town.agent.actor.person.expect("a person");
        let subject = DataSubject::from(person);
        let held = identity::hand_over(&town.house.app, &town.house.operator(), &subject).await.expect("an export");
        assert!(serde_json::to_string(&held).expect("text").contains(&noted.id.to_string()));
        identity::erase(&town.house.app, &town.house.operator(), &subject).await.expect("erased");
        let left = store::notes::of_meeting(&town.house.app.db, id).await.expect("reads").remove(0);
        assert_eq!((left.facilitator.as_str(), left.note.table.as_str()), ("", "3"));
        assert_eq!((left.note.transcribed.person, left.note.transcribed.role.as_str()), (None, "agent"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_came_out_of_a_meeting_names_it_and_is_named_by_it() {
    for town in towns().await {
        let early = announced(&town, 0).await;
        let option = town.option("Le montant en haut", &[]).await;
        let decision = town.decided(&[option], &[option]).await;
        let mut browser = town.browse(&town.facilitator).await;
        let add = format!("/rencontres/{early}/suites/ajouter");
        let wanted = decision.to_string();
        let outcome = browser.post(&add, &[("record", &wanted)]).await;
        outcome.is(StatusCode::CONFLICT).says("n'a pas commencé");
        town.days(2);
        browser.get(&add).await.ok().says("Décision : ");
        browser
            .post(&add, &[("record", "")])
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("Choisissez dans la liste");
        browser.submit(&add, &[("record", &wanted)]).await.ok().says("Ce qui en est sorti");
        let mut public = town.house.browser();
        public.get(&format!("/rencontres/{early}")).await.ok().says("Ce qui en est sorti").says("Décision");
        public
            .get(&format!("/decisions/{decision}"))
            .await
            .ok()
            .says("Issu de la rencontre")
            .says("Atelier des lettres");
        browser.submit(&format!("/rencontres/{early}/suites/{decision}/retirer"), &[]).await.ok();
        public.get(&format!("/decisions/{decision}")).await.ok().does_not_say("Issu de la rencontre");
        let elsewhere = meetings::get(&town.facilitator, early).await.expect("there").meeting.initiative.uuid();
        browser.post(&add, &[("record", &elsewhere.to_string())]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    }
}
