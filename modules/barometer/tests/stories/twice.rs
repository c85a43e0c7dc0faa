//! A button pressed twice is one act, without scripts too.

use arpent_barometer::commands::protocols::{begin, freeze};
use arpent_barometer::store::{barometers, points, waves};
use arpent_core::Role;
use axum::http::StatusCode;

use crate::town::{each, protocol};
use crate::wave::WAVE;

#[tokio::test]
async fn preparing_opening_and_adding_a_place_twice_is_doing_it_once() {
    for town in each().await {
        let caller = town.house.operator();
        let begun = begin(&caller, town.initiative.id, "Nos services", "nos-services", &protocol()).await;
        let (row, version) = begun.expect("begun");
        freeze(&caller, version, "", &[]).await.expect("frozen");
        let mut facilitator = town.browser(Role::Facilitator).await;
        let wave = [("title", "Automne"), ("opens", "2026-11-02"), ("closes", "2026-11-30")];
        let place = [("kind", "kiosk"), ("population", "usagers"), ("service", ""), ("place", "Accueil")];
        let acts = [
            ("prepared", "/barometres/nos-services/vagues".to_owned(), &wave[..]),
            ("opened", format!("{WAVE}/ouvrir"), &[]),
            ("added", format!("{WAVE}/collecte/points"), &place),
        ];
        for (act, address, fields) in &acts {
            let first = facilitator.post(address, fields).await.is(StatusCode::SEE_OTHER);
            let second = facilitator.post(address, fields).await.is(StatusCode::SEE_OTHER);
            assert_eq!(first.location(), second.location(), "{act}: led where the first press led");
        }
        let db = &town.house.app.db;
        let row = barometers::by_id(db, row.id).await.expect("read").expect("there");
        let all = waves::of_barometer(db, row.id).await.expect("waves");
        assert_eq!(all.len(), 1);
        assert_eq!(points::of_wave(db, all[0].id).await.expect("points").len(), 1);
        // Once the page in between was read, it is another wish: a wave that is open cannot be opened.
        town.house.pass(jiff::SignedDuration::from_secs(10));
        facilitator.post(&format!("{WAVE}/ouvrir"), &[]).await.is(StatusCode::CONFLICT);
    }
}
