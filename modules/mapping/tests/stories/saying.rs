//! Saying something of a place: what others' forms borrow from maps.

use arpent_commons::commands::contributions::{Author, NewContribution, Submitted, submit_with};
use arpent_commons::domain::contribution::{Channel, ContributionState, ModerationGround};
use arpent_commons::domain::people::Capacity;
use arpent_commons::maps::Asked;
use arpent_core::Role;
use arpent_documents::shapes::Shape;
use arpent_web::Caller;

use crate::town::{MAP, Park, TYPED, each, rectangle};

/// Someone says something of a zone she drew.
async fn said(park: &Park, caller: &Caller, text: &str, shape: Shape) -> Submitted {
    let at = shape.anchor();
    let new = NewContribution {
        initiative: park.initiative.id,
        title: String::new(),
        text: text.to_owned(),
        channel: Channel::Web,
        capacity: Capacity::Inhabitant,
        organisation: None,
        area: None,
        place: String::new(),
        point: Some((at.latitude, at.longitude)),
        photo: None,
        photo_alt: String::new(),
        email: String::new(),
        submission: text.to_owned(),
        said_on: None,
        author: Author::Caller,
    };
    let lent = arpent_mapping::maps().0.expect("maps");
    let of = park.initiative.id;
    let kept = submit_with(caller, &new, move |tx, submitted| {
        Box::pin(async move { (lent.keep)(tx, (of, submitted.id), &shape).await })
    });
    kept.await.expect("accepted")
}

#[tokio::test]
async fn what_is_said_of_a_zone_is_drawn_on_the_map_and_listed_under_it_until_it_is_hidden() {
    for park in each().await {
        let operator = park.house.operator();
        let first = said(&park, &operator, "Une plage de galets pour les enfants", rectangle(7.70, 7.72)).await;
        // Sent twice, it is drawn once.
        assert!(said(&park, &operator, "Une plage de galets pour les enfants", rectangle(7.70, 7.72)).await.again);
        let mut anyone = park.house.browser();
        let near = format!("{MAP}?vue=48.575,7.71,13");
        let page = anyone.get(&near).await.ok();
        page.says("Une contribution dessinée ici")
            .says("Une plage de galets")
            .says("Dire quelque chose de cet endroit");
        assert!(page.text().contains(&format!("/contributions/{}", first.id)));
        assert!(page.text().contains("/demarches/parc-ill-bruche/contribuer?vue=48.57500,7.71000,13"));
        assert!(page.queries() <= 10, "{} queries", page.queries());
        anyone.get(&format!("{MAP}?vue=47.0,5.0,13")).await.ok().does_not_say("Une plage de galets");
        let reason = "Elle nomme un voisin.";
        let ground = ModerationGround::NamesAPerson;
        let moderated = arpent_commons::commands::contributions::moderate(
            &operator,
            first.id,
            ContributionState::Hidden,
            ground,
            reason,
        );
        moderated.await.expect("hidden");
        anyone.get(&near).await.ok().does_not_say("Une plage de galets");
    }
}

#[tokio::test]
async fn what_someone_drew_is_in_her_copy_and_stays_without_her_name() {
    for park in each().await {
        let (person, email) = park.house.person("Lise").await;
        let actor = arpent_web::identity::actor_of(&park.house.app.db, person).await.expect("an actor");
        let lise = park.house.app.caller(actor, arpent_web::Lang::Fr);
        said(&park, &lise, "Un sentier le long de l'eau", rectangle(7.70, 7.72)).await;
        let mut dpo = park.house.sign_in_as(Role::Dpo).await;
        let copy = dpo.post("/admin/personnes/donnees.json", &[("email", email.as_str())]).await.ok().json();
        let geometry = copy["mapping"]["said"][0]["geometry"].as_str().expect("what she drew").to_owned();
        assert!(geometry.contains("7.72"), "{geometry}");
        let erase = [("email", email.as_str()), ("confirm", "true")];
        dpo.submit("/admin/personnes/effacer", &erase).await.ok().says("C'est fait");
        park.house.browser().get(MAP).await.ok().says("Un sentier le long de l'eau");
    }
}

#[tokio::test]
async fn the_question_reads_points_lines_and_zones_and_says_what_is_wrong_with_them() {
    let read = arpent_mapping::maps().0.expect("maps").read;
    let asked = |form: &str, points: &str| Asked { form: form.into(), points: points.into(), ..Asked::default() };
    assert_eq!(read(&asked("zone", " \n")).expect("nothing"), None);
    assert_eq!(read(&asked("zone", TYPED)).expect("a zone"), Some(rectangle(7.70, 7.72)));
    assert!(matches!(read(&asked("line", "48.57, 7.70\n48.58, 7.72")).expect("a line"), Some(Shape::Line(_))));
    assert!(matches!(read(&asked("", "48.57, 7.70")).expect("a point"), Some(Shape::Point(_))));
    let tie = read(&asked("zone", "48.57, 7.70\n48.58, 7.72\n48.57, 7.72\n48.58, 7.70")).expect_err("a bow tie");
    assert_eq!(tie.field, "points");
    assert!(tie.text.text(arpent_web::Lang::Fr).contains("48,575"), "{:?}", tie.text);
    assert_eq!(read(&asked("point", "1051000, 6841000")).expect_err("metres").code, "format");
}
