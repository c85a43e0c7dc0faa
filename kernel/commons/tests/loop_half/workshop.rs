//! A whole workshop: forty seats of which five for guests, the door without a network, six tables, twelve notes that become
//! contributions; and its day in the calendars of those who come.
#![expect(clippy::expect_used, reason = "a test that cannot go on panics, which is how a test fails")]

use arpent_commons::commands::meetings;
use arpent_commons::commands::notes;
use arpent_commons::commands::sign_ups::{self, Arrival, NotKept};
use arpent_commons::domain::meetings::{Meeting, MeetingSheet, SignUpState};
use arpent_commons::store;
use arpent_core::Id;
use arpent_web::Refusal;
use axum::http::{Method, StatusCode};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use crate::kit::{Town, rule, towns};
use crate::meetings::{announced, come, sheet, someone, states};
use crate::tables::said;

async fn workshop(town: &Town, seats: i64, guest_seats: i64) -> Id<Meeting> {
    let sheet = MeetingSheet { guest_seats, point: Some((45.3642, 5.5901)), ..sheet(town, seats) };
    let id = meetings::prepare(&town.facilitator, town.initiative, &sheet).await.expect("prepared");
    meetings::announce(&town.facilitator, id).await.expect("announced");
    id
}

#[tokio::test(flavor = "multi_thread")]
async fn forty_seats_of_which_five_are_given_by_name() {
    for town in towns().await {
        let id = workshop(&town, 40, 5).await;
        for n in 1..=37 {
            come(&town, id, n).await;
        }
        let held = states(&town, id).await;
        assert!(held[..35].iter().all(|state| *state == SignUpState::Confirmed));
        assert_eq!(held[35..], [SignUpState::Waiting, SignUpState::Waiting]);
        let mut browser = town.browse(&town.facilitator).await;
        let path = format!("/rencontres/{id}/inviter");
        browser.post(&path, &[("name", " "), ("submission", "i0")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        for n in 1..=5 {
            let (name, key) = (format!("Invitée {n}"), format!("i{n}"));
            let form = [("name", name.as_str()), ("email", "invitee@exemple.fr"), ("submission", &key)];
            browser.submit(&path, &form).await.ok().says("a sa place");
        }
        browser
            .get(&format!("/rencontres/{id}/inscrits"))
            .await
            .ok()
            .says("40 places prises sur 40")
            .says("données : 5");
        let late = sign_ups::invite(&town.facilitator, id, &someone(99, "")).await;
        assert_eq!(rule(late), "guest-seats");
        let letters = town.house.letters().await;
        assert_eq!(letters.iter().filter(|one| one.subject.starts_with("Vous êtes invitée")).count(), 5);
        let refused = sign_ups::invite(&town.agent, id, &someone(98, "")).await;
        assert!(matches!(refused, Err(Refusal::Forbidden { .. })));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guest_who_does_not_come_leaves_her_seat_to_the_team_and_fewer_kept_seats_go_to_those_who_wait() {
    for town in towns().await {
        let id = workshop(&town, 2, 1).await;
        come(&town, id, 1).await;
        come(&town, id, 2).await;
        let guest = sign_ups::invite(&town.facilitator, id, &someone(3, "g@exemple.fr")).await.expect("invited");
        sign_ups::give_back(&town.house.operator(), &guest.code).await.expect("given back");
        let expected = [SignUpState::Confirmed, SignUpState::Waiting, SignUpState::Cancelled];
        assert_eq!(states(&town, id).await, expected);
        let version = meetings::get(&town.facilitator, id).await.expect("there").meeting.version;
        let open = MeetingSheet { point: Some((45.3642, 5.5901)), ..sheet(&town, 2) };
        meetings::edit(&town.facilitator, id, version, &open).await.expect("edited");
        assert_eq!(states(&town, id).await[1], SignUpState::Confirmed);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_kept_seat_is_given_once_when_two_invite_at_the_same_instant() {
    for town in towns().await {
        let id = workshop(&town, 3, 1).await;
        let (one, other) = (someone(1, ""), someone(2, ""));
        let (one, other) = tokio::join!(
            sign_ups::invite(&town.facilitator, id, &one),
            sign_ups::invite(&town.facilitator, id, &other)
        );
        assert_eq!([one.is_ok(), other.is_ok()].iter().filter(|ok| **ok).count(), 1);
        assert_eq!(states(&town, id).await, [SignUpState::Confirmed]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn comings_noted_without_a_network_count_once_and_the_first_hour_stands() {
    for town in towns().await {
        let id = announced(&town, 0).await;
        let (ana, bilal) = (come(&town, id, 1).await, come(&town, id, 2).await);
        let gone = come(&town, id, 3).await;
        sign_ups::give_back(&town.house.operator(), &gone.code).await.expect("given back");
        town.days(2);
        let mut door = town.browse(&town.agent).await;
        let path = format!("/rencontres/{id}/presences");
        let now = town.agent.now().as_millisecond();
        let body = json!({"arrivals": [
            {"key": ana.code, "present": true, "at": now - 60_000},
            {"key": bilal.code, "present": true, "at": now + 9_000_000_i64},
            {"key": gone.code, "present": true, "at": now},
            {"key": "AAAA-AAAA", "present": true, "at": now},
        ]});
        for _ in 0..2 {
            let fates = door.call(Method::POST, &path, &body).await.ok().json();
            let kept: Vec<bool> =
                fates["fates"].as_array().expect("fates").iter().map(|fate| fate["kept"] == true).collect();
            assert_eq!(kept, [true, true, false, false], "{fates}");
            assert!(fates["fates"][2]["why"].as_str().expect("why").contains("sans s’inscrire"), "{fates}");
        }
        let all = store::sign_ups::of_meeting(&town.house.app.db, id).await.expect("reads");
        let at = |n: usize| all[n].present_at.map(Timestamp::as_millisecond);
        assert_eq!((at(0), at(1), at(2)), (Some(now - 60_000), Some(now), None));
        let later = Arrival { code: ana.code.clone(), present: false, at: town.agent.now() };
        assert_eq!(sign_ups::welcome_all(&town.agent, id, &[later]).await.expect("noted"), [Ok(())]);
        door.get(&format!("/rencontres/{id}/accueil")).await.ok().says("Une personne est là");
        let other = announced(&town, 0).await;
        let stray = Arrival { code: ana.code, present: true, at: town.agent.now() };
        assert_eq!(sign_ups::welcome_all(&town.agent, other, &[stray]).await.expect("told"), [Err(NotKept::Unknown)]);
        let sent = town.house.browser().call(Method::POST, &path, &body).await;
        assert_ne!(sent.status, StatusCode::OK, "only the team");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_door_says_neither_addresses_nor_numbers() {
    for town in towns().await {
        let id = announced(&town, 0).await;
        come(&town, id, 1).await;
        let mut door = town.browse(&town.agent).await;
        let page = door.get(&format!("/rencontres/{id}/accueil")).await.ok().text();
        assert!(page.contains("Personne 1") && !page.contains("p1@exemple.fr"));
        assert!(!page.contains("data-holds"), "two days before, a phone holds nothing");
        door.get(&format!("/rencontres/{id}/inscrits")).await.ok().says("p1@exemple.fr");
        town.days(1);
        assert!(door.get(&format!("/rencontres/{id}/accueil")).await.ok().text().contains("data-holds"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn six_tables_fourteen_notes_and_twelve_contributions_that_keep_their_table() {
    for town in towns().await {
        let id = announced(&town, 40).await;
        town.days(2);
        for n in 0..14_usize {
            let (table, facilitator) = ((n % 6 + 1).to_string(), format!("Animatrice {}", n % 6 + 1));
            notes::note(&town.agent, id, &said(n, &table, &facilitator)).await.expect("noted");
        }
        let all = store::notes::of_meeting(&town.house.app.db, id).await.expect("reads");
        let ids: Vec<_> = all.iter().map(|row| row.note.id).collect();
        assert_eq!(notes::check(&town.facilitator, id, &ids[..12], true).await.expect("proposed"), 12);
        assert_eq!(notes::check(&town.facilitator, id, &ids[12..], false).await.expect("kept"), 2);
        meetings::publish_minutes(&town.facilitator, id, 0, "Six tables, quatorze paroles.", "")
            .await
            .expect("published");
        for row in &all[..12] {
            let code = &row.note.code;
            let became = store::contributions::by_code(&town.house.app.db, code).await.expect("reads").expect("there");
            let origin = store::notes::of_contribution(&town.house.app.db, became.contribution.id).await;
            let origin = origin.expect("reads").expect("a table");
            assert_eq!((origin.note.table, origin.facilitator), (row.note.table.clone(), row.facilitator.clone()));
            assert_eq!(origin.note.checked.expect("read again").role, "facilitator");
        }
        let page = town.house.browser().get(&format!("/rencontres/{id}")).await.ok();
        page.says("14 paroles notées")
            .says("Table 6")
            .says("animée par Animatrice 6")
            .says("Six tables, quatorze paroles.");
        assert_eq!(page.text().matches("/contributions/").count(), 12);
    }
}

/// Reads a calendar as RFC 5545 writes it: lines, folds, properties of each component. Panics on what it forbids.
fn strictly(text: &str) -> Vec<Vec<(String, String)>> {
    assert!(text.ends_with("\r\n"), "3.1: every line ends with CRLF");
    let mut lines: Vec<String> = Vec::new();
    for line in text.trim_end_matches("\r\n").split("\r\n") {
        assert!(line.len() <= 75, "3.1: {} octets in {line}", line.len());
        assert!(!line.contains(['\n', '\r']) && !line.chars().any(|c| c.is_control() && c != '\t'), "3.1: {line:?}");
        match line.strip_prefix([' ', '\t']) {
            Some(rest) => lines.last_mut().expect("a line to go on").push_str(rest),
            None => lines.push(line.to_owned()),
        }
    }
    let (mut stack, mut events) = (Vec::new(), Vec::new());
    for line in lines {
        let (head, value) = line.split_once(':').expect("3.1: a name and a value");
        let name = head.split(';').next().expect("a name").to_owned();
        assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'), "3.1: {name}");
        match name.as_str() {
            "BEGIN" => stack.push((value.to_owned(), Vec::new())),
            "END" => {
                let (component, properties) = stack.pop().expect("3.4: begun");
                assert_eq!(component, value);
                if component == "VEVENT" {
                    events.push(properties);
                }
            }
            _ => stack.last_mut().expect("3.4: in a component").1.push((name, value.to_owned())),
        }
    }
    assert!(stack.is_empty(), "3.4: everything begun is ended");
    events
}

fn once<'a>(event: &'a [(String, String)], name: &str) -> &'a str {
    let all: Vec<_> = event.iter().filter(|(key, _)| key == name).collect();
    assert_eq!(all.len(), 1, "3.6.1: {name} once in {event:?}");
    &all[0].1
}

#[tokio::test(flavor = "multi_thread")]
async fn a_meeting_keeps_its_identity_in_every_calendar_and_is_struck_out_when_cancelled() {
    for town in towns().await {
        let place = "Salle des fêtes ; rue du Pré, à côté de l’école \\ entrée nord, au fond de la cour à gauche";
        let titled = MeetingSheet { place: place.into(), point: Some((45.3642, 5.5901)), ..sheet(&town, 0) };
        let id = meetings::prepare(&town.facilitator, town.initiative, &titled).await.expect("prepared");
        meetings::announce(&town.facilitator, id).await.expect("announced");
        let mut public = town.house.browser();
        let addresses = [
            format!("/rencontres/{id}/rencontre.ics"),
            "/demarches/lettres/agenda.ics".into(),
            "/rencontres.ics".into(),
        ];
        let mut seen = Vec::new();
        town.house.pass(SignedDuration::from_hours(1));
        for turn in 0..2 {
            for address in &addresses {
                let file = public.get(address).await.ok().text();
                let events = strictly(&file);
                let event = events
                    .iter()
                    .find(|event| once(event, "UID").starts_with(&id.to_string()))
                    .unwrap_or_else(|| panic!("{address}: {file}"));
                assert_eq!(once(event, "GEO"), "45.364200;5.590100");
                assert!(
                    once(event, "LOCATION").contains("fêtes \\; rue du Pré\\, à côté")
                        && once(event, "LOCATION").contains("\\\\ entrée")
                );
                assert_eq!(once(event, "STATUS"), if turn == 0 { "CONFIRMED" } else { "CANCELLED" });
                assert!(once(event, "DTEND") > once(event, "DTSTART") && once(event, "DTSTART").ends_with('Z'));
                let revision: i64 = once(event, "SEQUENCE").parse().expect("a number");
                seen.push((turn, once(event, "UID").to_owned(), revision, once(event, "DTSTAMP").to_owned()));
            }
            if turn == 0 {
                meetings::cancel(&town.facilitator, id, "La salle est inondée.").await.expect("cancelled");
            }
        }
        let (before, after) = seen.split_at(3);
        assert!(before.iter().all(|one| *one == before[0]) && after.iter().all(|one| *one == after[0]), "{seen:?}");
        assert_eq!(before[0].1, after[0].1, "the same thing");
        assert!(after[0].2 > before[0].2 && after[0].3 > before[0].3, "said again: {seen:?}");
    }
}
