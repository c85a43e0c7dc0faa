//! Meetings: the last seat, the line that waits, the door, the tables, the minutes.
#![expect(clippy::expect_used, reason = "a test that cannot go on panics, which is how a test fails")]

use arpent_commons::commands::meetings;
use arpent_commons::commands::sign_ups::{self, NewSignUp};
use arpent_commons::domain::meetings::{Meeting, MeetingKind, MeetingSheet, SignUp, SignUpState};
use arpent_commons::domain::people::Capacity;
use arpent_commons::store;
use arpent_core::Id;
use arpent_web::{DataSubject, identity};
use axum::http::StatusCode;
use jiff::SignedDuration;

use crate::kit::{Town, rule, towns};

pub fn sheet(town: &Town, seats: i64) -> MeetingSheet {
    let start = town.agent.now().checked_add(SignedDuration::from_hours(48)).expect("a time to come");
    MeetingSheet {
        title: "Atelier des lettres".into(),
        kind: MeetingKind::Workshop,
        agenda: "Lire.\nRéécrire.".into(),
        place: "Salle des fêtes".into(),
        area: None,
        start,
        end: start.checked_add(SignedDuration::from_hours(2)).expect("a time to come"),
        seats,
        guest_seats: 0,
        point: None,
    }
}

pub async fn announced(town: &Town, seats: i64) -> Id<Meeting> {
    let id = meetings::prepare(&town.facilitator, town.initiative, &sheet(town, seats)).await.expect("prepared");
    meetings::announce(&town.facilitator, id).await.expect("announced");
    id
}

pub fn someone(n: usize, email: &str) -> NewSignUp {
    NewSignUp {
        name: format!("Personne {n}"),
        email: email.into(),
        phone: String::new(),
        capacity: Capacity::Inhabitant,
        submission: format!("form-{n}"),
    }
}

pub async fn come(town: &Town, id: Id<Meeting>, n: usize) -> SignUp {
    sign_ups::take(&town.house.operator(), id, &someone(n, &format!("p{n}@exemple.fr"))).await.expect("signed up")
}

pub async fn states(town: &Town, id: Id<Meeting>) -> Vec<SignUpState> {
    let all = store::sign_ups::of_meeting(&town.house.app.db, id).await.expect("reads");
    all.into_iter().map(|one| one.state).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_seat_is_given_to_one_of_two_who_come_at_the_same_instant() {
    for town in towns().await {
        let id = announced(&town, 1).await;
        let (mut first, mut second) = (town.house.browser(), town.house.browser());
        let path = format!("/rencontres/{id}/inscription");
        let keys =
            [first.get(&path).await.ok().hidden("submission"), second.get(&path).await.ok().hidden("submission")];
        let form = |key| [("name", "Camille"), ("capacity", "inhabitant"), ("submission", key)];
        let (one, other) = (form(keys[0].as_str()), form(keys[1].as_str()));
        let (one, other) = tokio::join!(first.post(&path, &one), second.post(&path, &other));
        assert!(one.location().is_some() && other.location().is_some(), "both were answered");
        assert_eq!(states(&town, id).await, [SignUpState::Confirmed, SignUpState::Waiting]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_seats_and_twenty_two_people_leave_two_waiting_in_order() {
    for town in towns().await {
        let id = announced(&town, 20).await;
        let mut codes = Vec::new();
        for n in 1..=22 {
            codes.push(come(&town, id, n).await.code);
        }
        let held = states(&town, id).await;
        assert!(held[..20].iter().all(|state| *state == SignUpState::Confirmed));
        assert_eq!(held[20..], [SignUpState::Waiting, SignUpState::Waiting]);
        let mut browser = town.house.browser();
        browser
            .get(&format!("/rencontres/{id}"))
            .await
            .ok()
            .says("Les 20 places sont prises")
            .says("2 personnes attendent");
        browser.get(&format!("/inscriptions/{}", codes[21])).await.ok().says("Une personne attend avant vous");
        browser.submit(&format!("/inscriptions/{}/rendre", codes[2]), &[]).await.ok().says("Place rendue");
        let held = states(&town, id).await;
        assert_eq!(
            [held[2], held[20], held[21]],
            [SignUpState::Cancelled, SignUpState::Confirmed, SignUpState::Waiting]
        );
        let told = town.house.letters().await;
        let promoted: Vec<_> = told.iter().filter(|one| one.subject.contains("libérée pour vous")).collect();
        assert_eq!(promoted.iter().map(|one| one.to.as_str()).collect::<Vec<_>>(), ["p21@exemple.fr"]);
        assert_eq!(rule(sign_ups::give_back(&town.house.operator(), &codes[2]).await), "given-back");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_sent_twice_takes_one_seat_and_more_seats_go_to_those_who_wait() {
    for town in towns().await {
        let id = announced(&town, 1).await;
        let first = come(&town, id, 1).await;
        assert_eq!(come(&town, id, 1).await.code, first.code);
        come(&town, id, 2).await;
        assert_eq!(states(&town, id).await, [SignUpState::Confirmed, SignUpState::Waiting]);
        let larger = MeetingSheet { seats: 3, place: "Gymnase".into(), ..sheet(&town, 3) };
        let version = meetings::get(&town.facilitator, id).await.expect("there").meeting.version;
        meetings::edit(&town.facilitator, id, version, &larger).await.expect("edited");
        assert_eq!(states(&town, id).await, [SignUpState::Confirmed, SignUpState::Confirmed]);
        let letters = town.house.letters().await;
        let moved = letters.iter().filter(|one| one.subject.starts_with("Changement") && one.text.contains("Gymnase"));
        assert_eq!(moved.count(), 2, "both know of the new place");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_meeting_cancelled_in_one_act_tells_each_one_once() {
    for town in towns().await {
        let id = announced(&town, 2).await;
        for n in 1..=3 {
            come(&town, id, n).await;
        }
        let mut browser = town.browse(&town.facilitator).await;
        let path = format!("/rencontres/{id}/annuler");
        browser.post(&path, &[("reason", " ")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        browser.submit(&path, &[("reason", "La salle est inondée.")]).await.ok().says("La salle est inondée.");
        let letters = town.house.letters().await;
        let told: Vec<_> = letters.iter().filter(|one| one.subject.starts_with("Annulée")).collect();
        assert_eq!(told.len(), 3);
        assert!(told.iter().all(|one| one.text.contains("La salle est inondée.")));
        assert_eq!(rule(meetings::cancel(&town.facilitator, id, "Encore").await), "meeting-state");
        let late = sign_ups::take(&town.house.operator(), id, &someone(9, "")).await;
        assert_eq!(rule(late), "meeting-closed");
        let file = town.house.browser().get(&format!("/rencontres/{id}/rencontre.ics")).await.ok().text();
        assert!(file.contains("STATUS:CANCELLED") && file.contains("DTSTART:2026"), "{file}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn at_the_door_codes_are_typed_and_the_public_reads_no_small_count() {
    for town in towns().await {
        let id = announced(&town, 0).await;
        let mut codes = Vec::new();
        for n in 1..=6 {
            codes.push(come(&town, id, n).await.code);
        }
        town.days(2);
        let mut door = town.browse(&town.agent).await;
        let desk = format!("/rencontres/{id}/accueil");
        for code in &codes {
            door.submit(&desk, &[("code", &code.to_lowercase().replace('-', " "))]).await.ok();
        }
        door.post(&desk, &[("code", "AAAA-AAAA")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        door.submit(&format!("/inscriptions/{}/presence", codes[5]), &[("present", "false")])
            .await
            .ok()
            .says("5 personnes");
        door.submit(&format!("/rencontres/{id}/venus"), &[("elected", "2"), ("agent", "7")])
            .await
            .ok()
            .says("14 personnes");
        door.get(&format!("/rencontres/{id}/emargement")).await.ok().says("Personne 1").says("Signature");
        door.get(&format!("/rencontres/{id}")).await.ok().says("Élues et élus 2");
        let page = town.house.browser().get(&format!("/rencontres/{id}")).await.ok();
        page.says("14 personnes").says("Élues et élus moins de 5").does_not_say("Élues et élus 2");
        town.house.browser().get(&desk).await.does_not_say("Personne 1");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn minutes_are_corrected_by_a_version_and_the_first_stays() {
    for town in towns().await {
        let id = announced(&town, 0).await;
        town.days(2);
        let mut browser = town.browse(&town.facilitator).await;
        let path = format!("/rencontres/{id}/compte-rendu");
        let version = browser.get(&path).await.ok().hidden("version");
        browser.submit(&path, &[("version", &version), ("text", "Douze letres lues.")]).await.ok().says("Douze letres");
        let second = browser.get(&path).await.ok().hidden("version");
        let corrected = [("version", second.as_str()), ("text", "Douze lettres lues."), ("reason", "Une coquille.")];
        browser
            .submit(&path, &corrected)
            .await
            .ok()
            .says("Douze lettres lues.")
            .says("Une coquille.")
            .says("Douze letres");
        let late = meetings::publish_minutes(&town.facilitator, id, 1, "Autre", "Pourquoi").await;
        assert_eq!(rule(late), "minutes-overtaken");
        browser.submit(&format!("/rencontres/{id}/tenue"), &[]).await.ok().says("tenue");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn names_and_addresses_go_on_request_or_three_months_after() {
    for town in towns().await {
        let id = announced(&town, 0).await;
        come(&town, id, 1).await;
        let kept = come(&town, id, 2).await;
        let subject = DataSubject { person: None, email: Some("p1@exemple.fr".into()) };
        let held = identity::hand_over(&town.house.app, &town.house.operator(), &subject).await.expect("an export");
        let held = serde_json::to_string(&held).expect("text");
        assert!(held.contains("Personne 1") && held.contains("Atelier des lettres") && !held.contains("Personne 2"));
        identity::erase(&town.house.app, &town.house.operator(), &subject).await.expect("erased");
        let all = store::sign_ups::of_meeting(&town.house.app.db, id).await.expect("reads");
        assert_eq!((all[0].name.as_str(), all[0].email.as_deref()), ("", None));
        assert_eq!(all[1].name, "Personne 2");
        town.days(80);
        town.house.work().await;
        let seat = town.house.browser().get(&format!("/inscriptions/{}", kept.code)).await.ok();
        seat.says("Personne 2");
        town.days(13);
        town.house.work().await;
        town.house.browser().get(&format!("/inscriptions/{}", kept.code)).await.ok().does_not_say("Personne 2");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_facilitator_prepares_and_announces_and_everyone_reads() {
    for town in towns().await {
        let mut browser = town.browse(&town.facilitator).await;
        let mut public = town.house.browser();
        public.get("/rencontres").await.ok().says("Aucune rencontre n'est annoncée");
        let path = "/demarches/lettres/rencontres/nouvelle";
        let form = [
            ("title", "Café des lettres"),
            ("kind", "public_meeting"),
            ("day", "2026-12-05"),
            ("start", "18h30"),
            ("end", "20:00"),
            ("place", "Café du Nord"),
        ];
        browser.post(path, &form[..3]).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("Écrivez quelque chose ici");
        let sent = browser.post(path, &form).await;
        let page = sent.location().expect("prepared").to_owned();
        public.get(&page).await.is(StatusCode::NOT_FOUND);
        browser.submit(&format!("{page}/annoncer"), &[]).await.ok();
        public.get(&page).await.ok().says("Café du Nord").says("S'inscrire");
        for list in ["/rencontres", "/demarches/lettres/rencontres", "/demarches/lettres", "/"] {
            public.get(list).await.ok().says("Café des lettres");
        }
        for calendar in ["/rencontres.ics", "/demarches/lettres/agenda.ics"] {
            let file = public.get(calendar).await.ok().text();
            assert!(file.contains("DTSTART:20261205T173000Z") && file.contains("LOCATION:Café du Nord"), "{file}");
        }
        let code = public
            .submit(
                &format!("{page}/inscription"),
                &[("name", "Ana"), ("phone", "06 12 34 56 78"), ("submission", "a")],
            )
            .await
            .ok();
        code.says("Place confirmée").says("Ana");
        public.with("accept-language", "en").get("/rencontres").await.ok().says("To come");
    }
}
