//! Layers and places, drawn by typed coordinates: no script, no pointer.

use arpent_core::Role;
use axum::http::StatusCode;
use jiff::civil::date;

use crate::town::{MAP, TYPED, each, rectangle};

#[tokio::test]
async fn a_layer_is_opened_and_a_zone_typed_with_its_area_computed() {
    for park in each().await {
        let mut facilitator = park.browser(Role::Facilitator).await;
        facilitator.get(MAP).await.ok().says("Aucune couche").says("Ouvrir une couche");
        let wrong = facilitator.post(&format!("{MAP}/nouvelle-couche"), &[("name", "Périmètres")]).await;
        wrong.is(StatusCode::UNPROCESSABLE_ENTITY).says("Choisissez qui peut ajouter");
        let layer = [("name", "Périmètres"), ("source", "Délibération de 2013"), ("who_adds", "staff"), ("tone", "1")];
        let opened = facilitator.post(&format!("{MAP}/nouvelle-couche"), &layer).await;
        let address = opened.location().expect("its page").to_owned();
        facilitator.get(&address).await.ok().says("Périmètres").says("Délibération de 2013");

        let form = facilitator.get(&format!("{address}/ajouter")).await.ok();
        let key = form.hidden("submission");
        let typed = [("title", "Ill-Bruche"), ("form", "zone"), ("points", TYPED), ("submission", key.as_str())];
        let added = facilitator.post(&format!("{address}/ajouter"), &typed).await;
        let place = added.location().expect("its page").to_owned();
        facilitator.get(&place).await.ok().says("164,1 ha").says("Source : Délibération de 2013");
        let again = facilitator.post(&format!("{address}/ajouter"), &typed).await;
        assert_eq!(again.location(), Some(place.as_str()), "the same form is the same place");
        facilitator.get(MAP).await.ok().says("Un lieu").says("Ill-Bruche").says("164,1 ha");
    }
}

#[tokio::test]
async fn an_outline_that_crosses_itself_is_refused_with_the_place_and_what_was_typed() {
    for park in each().await {
        let layer = park.layer("Périmètres", "staff").await;
        let mut facilitator = park.browser(Role::Facilitator).await;
        let add = format!("/couches/{layer}/ajouter");
        let bow = "48.57, 7.70\n48.58, 7.72\n48.57, 7.72\n48.58, 7.70";
        let typed = [("title", "Noeud"), ("form", "zone"), ("points", bow), ("submission", "k")];
        let refused = facilitator.post(&add, &typed).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("se croise lui-même près de 48,57500 de latitude et 7,71000 de longitude").says("48.58, 7.72");
        let lambert = [("title", "Gare"), ("form", "point"), ("points", "1050196.09 6841825.12"), ("submission", "l")];
        let refused = facilitator.post(&add, &lambert).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Lambert-93").says("48.581800, 7.750600");
        let nothing = facilitator.post(&add, &[("form", "zone"), ("submission", "m")]).await;
        nothing.is(StatusCode::UNPROCESSABLE_ENTITY).says("Donnez un nom").says("Indiquez où");
    }
}

#[tokio::test]
async fn the_two_rectangles_of_the_dossier_are_added_up_and_their_overlap_counted_once() {
    for park in each().await {
        let layer = park.layer("Secteurs", "staff").await;
        park.drawn(layer, "Ouest", rectangle(7.70, 7.72)).await;
        park.drawn(layer, "Est", rectangle(7.715, 7.735)).await;
        let page = park.house.browser().get(&format!("/couches/{layer}")).await.ok();
        page.says("2 zones valent aujourd'hui ; la somme de leurs surfaces est de 328,2 ha");
        page.says("Ensemble, elles couvrent 287,2 ha").says("(41,0 ha)");
    }
}

#[tokio::test]
async fn perimeters_follow_one_another_and_each_is_seen_at_its_date() {
    for park in each().await {
        let layer = park.layer("Périmètres", "staff").await;
        let first =
            park.drawn_for(layer, "Périmètre de 2013", rectangle(7.70, 7.72), (Some(date(2013, 5, 27)), None)).await;
        let mut facilitator = park.browser(Role::Facilitator).await;
        let follow = format!("/lieux/{first}/suite");
        let before =
            [("title", "2010"), ("from", "2010-01-01"), ("form", "zone"), ("points", TYPED), ("submission", "a")];
        let refused = facilitator.post(&follow, &before).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("après le premier jour du tracé d'avant");
        let wider = "48.57, 7.70\n48.57, 7.74\n48.58, 7.74\n48.58, 7.70";
        let typed = [
            ("title", "Périmètre de 2019"),
            ("from", "2019-01-01"),
            ("form", "zone"),
            ("points", wider),
            ("submission", "b"),
        ];
        let second = facilitator.submit(&follow, &typed).await.ok();
        second.says("Ce qui s'est suivi").says("27 mai 2013").says("164,1 ha").says("328,2 ha");
        let mut anyone = park.house.browser();
        anyone.get(MAP).await.ok().says("Périmètre de 2019").does_not_say("Périmètre de 2013");
        anyone.get(&format!("{MAP}?date=2018-12-31")).await.ok().says("Périmètre de 2013").does_not_say("de 2019");
        anyone.get(&format!("{MAP}?toutes=true")).await.ok().says("de 2013").says("de 2019");
    }
}

#[tokio::test]
async fn two_people_editing_do_not_overwrite_each_other() {
    for park in each().await {
        let layer = park.layer("Périmètres", "staff").await;
        let place = park.drawn(layer, "Ouest", rectangle(7.70, 7.72)).await;
        let mut facilitator = park.browser(Role::Facilitator).await;
        let edit = format!("/lieux/{place}/modifier");
        let form = facilitator.get(&edit).await.ok();
        let version = form.hidden("version");
        form.says("48.57, 7.72");
        let typed = [("title", "Secteur ouest"), ("version", version.as_str())];
        facilitator.submit(&edit, &typed).await.ok().says("Secteur ouest").says("164,1 ha");
        let mut colleague = park.browser(Role::Facilitator).await;
        let late = [
            ("title", "Secteur amont"),
            ("form", "zone"),
            ("points", "48.57, 7.70\n48.57, 7.72\n48.58, 7.72"),
            ("version", version.as_str()),
        ];
        let refused = colleague.post(&edit, &late).await.is(StatusCode::CONFLICT);
        refused.says("Rien n'a été écrasé").says("Retiré : ouest").says("Ajouté : amont").says("48.58, 7.7");
        let words = refused.text();
        assert!(words.contains("<del>") && words.contains("<ins>"), "{words}");
        assert!(words.contains("Coordonnées, un point par ligne</h3>"), "the outline is compared too");
        facilitator.get(&format!("/lieux/{place}")).await.ok().says("Secteur ouest");
        // Read again, then saved: what she writes now replaces.
        let again = refused.hidden("version");
        let read = [("title", "Secteur amont"), ("version", again.as_str())];
        colleague.submit(&edit, &read).await.ok().says("Secteur amont").says("164,1 ha");
    }
}

#[tokio::test]
async fn what_is_taken_off_the_map_can_be_put_back() {
    for park in each().await {
        let layer = park.layer("Jardins", "staff").await;
        let place = park.drawn(layer, "Saint-Gall", rectangle(7.70, 7.72)).await;
        let mut facilitator = park.browser(Role::Facilitator).await;
        facilitator.submit(&format!("/lieux/{place}/retirer"), &[]).await.ok().says("Retirée de la carte");
        park.house.browser().get(&format!("/lieux/{place}")).await.is(StatusCode::NOT_FOUND);
        park.house.browser().get(MAP).await.ok().does_not_say("Saint-Gall");
        facilitator.submit(&format!("/lieux/{place}/remettre"), &[]).await.ok().says("de nouveau sur la carte");
        park.house.browser().get(MAP).await.ok().says("Saint-Gall");
    }
}
