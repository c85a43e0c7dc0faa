//! Signing up without an account, waiting, coming with children.

use arpent_core::Role;
use arpent_web::Refusal;
use arpent_worksites::commands::volunteers::NewVolunteer;
use arpent_worksites::domain::shift::Held;
use arpent_worksites::domain::volunteer::{Band, SignUpState, Volunteer};
use axum::http::StatusCode;

use crate::town::{published, volunteer};

#[tokio::test]
async fn twenty_two_sign_up_for_twenty_seats_two_wait_in_order_and_the_first_gets_the_seat_given_back() {
    for (town, _, saturday) in published().await {
        let mut all: Vec<Volunteer> = Vec::new();
        for n in 1..=22 {
            all.push(town.sign_up(saturday, &format!("Personne {n}"), &format!("p{n}@exemple.fr")).await);
        }
        assert!(all[..20].iter().all(|one| one.state == SignUpState::Confirmed));
        assert!(all[20..].iter().all(|one| one.state == SignUpState::Waiting));
        let mut visitor = town.house.browser();
        let last = format!("/volontaires/{}", all[21].code);
        visitor.get(&last).await.ok().says("Liste d'attente").says("Une personne attend avant vous");
        let page = format!("/chantiers/{}", town.worksite);
        visitor.get(&page).await.ok().says("Toutes les places (20) sont prises").says("2 personnes attendent");

        let first = format!("/volontaires/{}", all[2].code);
        visitor.submit(&format!("{first}/rendre"), &[]).await.ok().says("Votre place est rendue");
        visitor.get(&format!("/volontaires/{}", all[20].code)).await.ok().says("Place confirmée");
        visitor.get(&last).await.ok().says("Vous êtes la première personne en attente");
        assert_eq!(town.row(saturday).await.held, Held { adults: 20, minors: 0, waiting: 1 });
        let told: Vec<_> =
            town.letters().await.into_iter().filter(|(_, subject)| subject.contains("libérée")).collect();
        assert_eq!(told.iter().map(|(to, _)| to.as_str()).collect::<Vec<_>>(), ["p21@exemple.fr"]);
        visitor.post(&format!("{first}/rendre"), &[]).await.is(StatusCode::CONFLICT).says("déjà été rendue");
    }
}

#[tokio::test]
async fn two_people_at_the_same_instant_get_one_seat_and_one_place_in_the_line() {
    for (town, thursday, _) in published().await {
        for n in 1..=19 {
            town.sign_up(thursday, &format!("Personne {n}"), "").await;
        }
        let (lea, tom) = (volunteer("Léa", "", Band::Adult), volunteer("Tom", "", Band::Adult));
        let (one, other) = tokio::join!(town.try_sign_up(thursday, &lea), town.try_sign_up(thursday, &tom));
        let mut states = [one.expect("accepted").state, other.expect("accepted").state];
        states.sort();
        assert_eq!(states, [SignUpState::Confirmed, SignUpState::Waiting]);
        assert_eq!(town.row(thursday).await.held, Held { adults: 20, minors: 0, waiting: 1 });
    }
}

#[tokio::test]
async fn a_button_pressed_twice_is_one_seat_and_nothing_need_be_left_but_a_name() {
    for (town, thursday, _) in published().await {
        let mut visitor = town.house.browser();
        let form = format!("/seances/{thursday}/inscription");
        let submission = visitor.get(&form).await.ok().says("Pas besoin de compte").hidden("submission");
        let fields = [("name", "Josette"), ("band", "adult"), ("submission", submission.as_str())];
        let page = visitor.submit(&form, &fields).await.ok();
        page.says("Place confirmée").says("Josette");
        let again = visitor.submit(&form, &fields).await.ok();
        assert_eq!((again.path, town.row(thursday).await.held.adults), (page.path, 1));
        let wrong = [("name", ""), ("email", "josette"), ("phone", "demandez Paul"), ("submission", "x")];
        let refused = visitor.post(&form, &wrong).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("18 ans ou plus");
        assert!(refused.text().contains("demandez Paul"), "what was typed is kept");
        assert_eq!(town.row(thursday).await.held.adults, 1);
    }
}

fn code(refused: Result<Volunteer, Refusal>) -> &'static str {
    match refused {
        Err(Refusal::Invalid(problems)) => problems[0].code,
        other => panic!("not refused at a field: {other:?}"),
    }
}

#[tokio::test]
async fn minors_come_as_long_as_there_are_adults_and_keep_their_place_when_one_leaves() {
    for (town, thursday, _) in published().await {
        let child = |n: i64| volunteer(&format!("Enfant {n}"), "", Band::Minor);
        // One leader, three minors for one adult.
        for n in 1..=3 {
            town.try_sign_up(thursday, &child(n)).await.expect("a seat");
        }
        assert_eq!(code(town.try_sign_up(thursday, &child(4)).await), "ratio");
        let mut visitor = town.house.browser();
        let fields = [("name", "Lou"), ("band", "minor"), ("submission", "lou")];
        let form = format!("/seances/{thursday}/inscription");
        let refused = visitor.post(&form, &fields).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("un adulte pour 3 mineurs au plus").says("un adulte vient pour 3 mineurs").says("d'abord");
        let mother = town.sign_up(thursday, "Mère", "").await;
        town.try_sign_up(thursday, &child(4)).await.expect("a seat, an adult having come");

        visitor.submit(&format!("/volontaires/{}/rendre", mother.code), &[]).await.ok();
        let mut team = town.browser(Role::Facilitator).await;
        team.get(&format!("/seances/{thursday}/accueil")).await.ok().says("Il manque un adulte");
        assert_eq!(town.row(thursday).await.held, Held { adults: 0, minors: 4, waiting: 0 });
    }
}

#[tokio::test]
async fn a_minor_who_waits_keeps_her_turn_until_an_adult_lets_her_in() {
    for (town, _, _) in published().await {
        let start = ("2026-11-15T08:00:00Z", "2026-11-15T11:00:00Z");
        let small = town.shift_of(town.worksite, start.0, start.1, 4).await;
        let child = |n: i64| volunteer(&format!("Enfant {n}"), "", Band::Minor);
        for n in 1..=3 {
            town.try_sign_up(small, &child(n)).await.expect("a seat");
        }
        let father = town.sign_up(small, "Père", "").await;
        let waits = town.try_sign_up(small, &child(4)).await.expect("a place in the line, all seats being taken");
        let mut visitor = town.house.browser();
        visitor.submit(&format!("/volontaires/{}/rendre", father.code), &[]).await.ok();
        visitor.get(&format!("/volontaires/{}", waits.code)).await.ok().says("Liste d'attente");
        let aunt = town.sign_up(small, "Tante", "").await;
        assert_eq!(aunt.state, SignUpState::Confirmed, "the only one whom the seat can go to");
        assert_eq!(town.row(small).await.held, Held { adults: 1, minors: 3, waiting: 1 });
    }
}

#[tokio::test]
async fn a_minor_does_not_begin_before_a_guardian_consents_by_the_link_or_on_paper() {
    for (town, thursday, _) in published().await {
        let lou = NewVolunteer { guardian_email: "mere@exemple.fr".to_owned(), ..volunteer("Lou", "", Band::Minor) };
        let lou = town.try_sign_up(thursday, &lou).await.expect("a seat");
        let noe = town.try_sign_up(thursday, &volunteer("Noé", "", Band::Minor)).await.expect("a seat");
        assert_eq!(town.letters().await.iter().map(|(to, _)| to.as_str()).collect::<Vec<_>>(), ["mere@exemple.fr"]);
        let mut visitor = town.house.browser();
        let consent = format!("/accords/{}", lou.consent_code.clone().expect("a code"));
        let seat = visitor.get(&format!("/volontaires/{}", lou.code)).await.ok();
        seat.says("En attente de l'accord d'un responsable").says(&format!("http://arpent.test{consent}"));
        visitor.get(&format!("{consent}/papier")).await.ok().says("Date et signature").says("Planter une haie");

        let mut team = town.browser(Role::Agent).await;
        let desk = format!("/seances/{thursday}/accueil");
        let refused = team.post(&desk, &[("code", &lou.code)]).await.is(StatusCode::CONFLICT);
        refused.says("Il manque l'accord d'un responsable");
        let wrong = visitor.post(&consent, &[("guardian", "Anne")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        wrong.says("Donnez un téléphone").says("Cochez cette case");
        let given = [("guardian", "Anne"), ("phone", "06 12 34 56 78"), ("consents", "true")];
        visitor.submit(&consent, &given).await.ok().says("Votre accord est enregistré");
        visitor.submit(&consent, &given).await.is(StatusCode::OK);
        visitor.get(&format!("/volontaires/{}", lou.code)).await.ok().says("Place confirmée");
        team.submit(&desk, &[("code", &lou.code.to_lowercase())])
            .await
            .ok()
            .says("Lou est là")
            .says("Responsable : Anne");

        let paper = format!("/volontaires/{}/accord", noe.code);
        team.get(&paper).await.ok().says("Accord pour Noé");
        team.submit(&paper, &[("guardian", "Paul")]).await.ok().says("L'accord est noté");
        team.submit(&format!("/volontaires/{}/presence", noe.code), &[("present", "true")])
            .await
            .ok()
            .says("Noé est là");
        team.get(&format!("/seances/{thursday}/emargement")).await.ok().says("Lou").says("Signature");
        team.post(&desk, &[("code", "AAAAAAAA")])
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("Vérifiez les lettres");
    }
}
