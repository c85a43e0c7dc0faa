//! The stock, and what is never lent twice.

use arpent_core::{Id, Role};
use arpent_web::Refusal;
use arpent_worksites::commands::materials::{NewItem, book, keep};
use arpent_worksites::commands::shifts;
use arpent_worksites::domain::stock::Item;
use arpent_worksites::store::stock;
use axum::http::StatusCode;

use crate::town::{Town, hours, published};

async fn barrows(town: &Town) -> Id<Item> {
    let new = NewItem { name: "Brouettes".to_owned(), quantity: 12, kept: "Dépôt des rives".to_owned() };
    keep(&town.house.operator(), None, &new).await.expect("an item")
}

#[tokio::test]
async fn twelve_wheelbarrows_are_not_lent_twice_the_same_half_day_and_who_has_them_is_said() {
    for (town, _, saturday) in published().await {
        let item = barrows(&town).await.to_string();
        let same = town.other("La mare", "2026-11-14T09:00:00Z", "2026-11-14T11:00:00Z").await;
        let after = town.other("Le verger", "2026-11-14T13:00:00Z", "2026-11-14T16:00:00Z").await;
        let mut team = town.browser(Role::Facilitator).await;
        let booking = |shift| format!("/seances/{shift}/materiel");
        let asked = [("item", item.as_str()), ("quantity", "10")];
        team.submit(&booking(saturday), &asked)
            .await
            .ok()
            .says("C'est réservé")
            .says("10 × Brouettes")
            .says("Dépôt des rives");
        let refused = team.post(&booking(same), &[("item", &item), ("quantity", "12")]).await;
        let refused = refused.is(StatusCode::UNPROCESSABLE_ENTITY);
        refused
            .says("samedi 14 novembre 2026 au matin")
            .says("il en reste 2 sur 12")
            .says("10 pour « La haie du Muhlbach »");
        team.submit(&booking(after), &[("item", &item), ("quantity", "12")]).await.ok().says("12 × Brouettes");
        team.submit(&booking(same), &[("item", &item), ("quantity", "2")]).await.ok().says("2 × Brouettes");
        team.submit(&booking(saturday), &[("item", &item), ("quantity", "0")]).await.ok().says("C'est rendu");
        team.submit(&booking(same), &[("item", &item), ("quantity", "12")]).await.ok().says("12 × Brouettes");

        let mut keeper = town.house.sign_in_as(Role::Agent).await;
        keeper.get("/materiel").await.ok().says("12 en tout").says("La mare").says("Le verger");
        let fewer = [("name", "Brouettes"), ("quantity", "11"), ("kept", "Dépôt")];
        let refused = keeper.post(&format!("/materiel/{item}"), &fewer).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("12 sont réservés");
        let twice = [("name", "Brouettes"), ("quantity", "3"), ("kept", "Ailleurs")];
        keeper.post("/materiel/nouveau", &twice).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("déjà dans la liste");
        assert_eq!(keeper.get("/materiel.csv").await.ok().text().lines().count(), 3);
    }
}

#[tokio::test]
async fn two_worksites_that_ask_at_the_same_instant_do_not_both_get_them() {
    for (town, _, saturday) in published().await {
        let item = barrows(&town).await;
        let same = town.other("La mare", "2026-11-14T09:00:00Z", "2026-11-14T11:00:00Z").await;
        let caller = town.house.operator();
        let (one, other) = tokio::join!(book(&caller, saturday, item, 12), book(&caller, same, item, 12));
        assert_eq!([one, other].iter().filter(|outcome| outcome.is_ok()).count(), 1);
        let lent = stock::to_come(&town.house.app.db, caller.clock.today()).await.expect("read");
        assert_eq!(lent.iter().map(|one| one.quantity).sum::<i64>(), 12);
    }
}

#[tokio::test]
async fn a_shift_that_moves_takes_its_materials_with_it_or_does_not_move() {
    for (town, thursday, saturday) in published().await {
        let item = barrows(&town).await;
        let caller = town.house.operator();
        book(&caller, thursday, item, 8).await.expect("booked");
        book(&caller, saturday, item, 8).await.expect("booked");
        let version = town.row(thursday).await.shift.version;
        let onto = hours("2026-11-14T08:00:00Z", "2026-11-14T10:00:00Z", 20);
        let Err(Refusal::Invalid(problems)) = shifts::edit(&caller, thursday, version, &onto).await else {
            panic!("eight of twelve are lent that morning")
        };
        assert_eq!((problems[0].field, problems[0].code), ("day", "lent"));
        let whole_day = hours("2026-11-13T08:00:00Z", "2026-11-13T16:00:00Z", 20);
        shifts::edit(&caller, thursday, version, &whole_day).await.expect("moved");
        let had = stock::of_shift(&town.house.app.db, thursday).await.expect("read");
        assert_eq!(had.iter().map(|one| (one.day.day(), one.quantity)).collect::<Vec<_>>(), [(13, 8), (13, 8)]);
    }
}
