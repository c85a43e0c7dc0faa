//! Files of places: nothing before confirmation, faults line by line, conversions offered.

use arpent_core::{Id, Role};
use arpent_mapping::domain::layer::Layer;
use arpent_web::testkit::{Answer, Browser};
use axum::http::StatusCode;

use crate::town::{MAP, Park, each};

const TABLE: &str = "nom;latitude;longitude;type\nTilleul;48,5800;7,7500;arbre\nChêne;;;arbre\nIf;nord;7,7;arbre\n";

async fn upload(browser: &mut Browser, layer: Id<Layer>, name: &str, content: &[u8]) -> Answer {
    browser.upload(&format!("/couches/{layer}/importer"), &[], ("file", name, content)).await
}

async fn looked(park: &Park, content: &str, name: &str) -> (Browser, String, Answer) {
    let layer = park.layer(&format!("Couche de {name}"), "staff").await;
    let mut facilitator = park.browser(Role::Facilitator).await;
    let sent = upload(&mut facilitator, layer, name, content.as_bytes()).await.is(StatusCode::SEE_OTHER);
    let address = sent.location().expect("the next screen").to_owned();
    let check = facilitator.get(&address).await.ok();
    (facilitator, address, check)
}

#[tokio::test]
async fn nothing_is_on_the_map_before_it_is_confirmed_and_each_fault_has_its_line() {
    for park in each().await {
        let (mut facilitator, address, check) = looked(&park, TABLE, "arbres.csv").await;
        check
            .says("Rien n'est encore sur la carte")
            .says("Un lieu peut être importé")
            .says("2 autres ne le peuvent pas");
        check.says("Ligne ou rang").says("3 Chêne Aucune coordonnée").says("4 If Les coordonnées ne sont pas lisibles");
        park.house.browser().get(MAP).await.ok().does_not_say("Tilleul");
        facilitator.submit(&format!("{address}/confirmer"), &[("accepted", "wgs84")]).await.ok().says("Un lieu ajouté");
        park.house.browser().get(MAP).await.ok().says("Tilleul").says("arbre");
        let mut colleague = park.browser(Role::Facilitator).await;
        colleague.post(&format!("{address}/confirmer"), &[("accepted", "wgs84")]).await.is(StatusCode::CONFLICT);
    }
}

#[tokio::test]
async fn the_same_file_imported_twice_adds_nothing() {
    for park in each().await {
        let layer = park.layer("Arbres", "staff").await;
        let mut facilitator = park.browser(Role::Facilitator).await;
        for said in ["Un lieu ajouté", "ils étaient déjà tous sur la carte"] {
            let sent = upload(&mut facilitator, layer, "arbres.csv", TABLE.as_bytes()).await;
            let address = sent.location().expect("the next screen").to_owned();
            facilitator.submit(&format!("{address}/confirmer"), &[("accepted", "wgs84")]).await.ok().says(said);
        }
    }
}

#[tokio::test]
async fn lambert_93_is_detected_offered_and_imported_only_when_accepted() {
    let file = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"nom\":\"Gare\"},\
        \"geometry\":{\"type\":\"Point\",\"coordinates\":[1050196.09,6841825.12]}}]}";
    for park in each().await {
        let (mut facilitator, address, check) = looked(&park, file, "gare.geojson").await;
        check.says("Ces coordonnées sont en Lambert-93").says("48.58180, 7.75060");
        let refused = facilitator.post(&format!("{address}/confirmer"), &[]).await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).says("sans votre accord, rien n'est converti");
        park.house.browser().get(MAP).await.ok().does_not_say("Gare");
        facilitator
            .submit(&format!("{address}/confirmer"), &[("accepted", "lambert93")])
            .await
            .ok()
            .says("Un lieu ajouté");
        let file = park.house.browser().get(&format!("{MAP}.geojson")).await.ok().json();
        let at = &file["features"][0]["geometry"]["coordinates"];
        assert!(
            (at[0].as_f64().expect("east") - 7.7506).abs() < 1e-6
                && (at[1].as_f64().expect("north") - 48.5818).abs() < 1e-6
        );
    }
}

#[tokio::test]
async fn swapped_axes_are_detected_and_put_back_only_when_accepted() {
    let file = "latitude,longitude,nom\n7.75,48.58,Cathédrale\n";
    for park in each().await {
        let (mut facilitator, address, check) = looked(&park, file, "a.csv").await;
        check.says("semblent inversées").says("autour de 7.75000, 48.58000").says("48.58000, 7.75000");
        facilitator
            .post(&format!("{address}/confirmer"), &[("accepted", "wgs84")])
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY);
        facilitator
            .submit(&format!("{address}/confirmer"), &[("accepted", "swapped")])
            .await
            .ok()
            .says("Un lieu ajouté");
    }
}

#[tokio::test]
async fn a_file_too_large_or_of_another_kind_is_refused_by_name_and_nothing_kept() {
    for park in each().await {
        let layer = park.layer("Arbres", "staff").await;
        let mut facilitator = park.browser(Role::Facilitator).await;
        let large = vec![b' '; (16 << 20) + 1];
        let refused = upload(&mut facilitator, layer, "a.geojson", &large).await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).says("Le fichier dépasse 16 Mo");
        let cases = [
            ("a.geojson", "{\"type\":\n", "s'arrête d'en être un à la ligne 2"),
            ("a.json", "{\"type\":\"Topology\"}", "est du JSON, pas du GeoJSON"),
            ("a.gpx", "<html></html>", "n'est pas un GPX"),
            ("a.csv", "a;b\n1;2\n", "Aucune colonne ne s'appelle latitude"),
            ("a.csv", "x,y\n1900000,4200000\n", "WGS 84"),
        ];
        for (name, content, said) in cases {
            let refused = upload(&mut facilitator, layer, name, content.as_bytes()).await;
            refused.is(StatusCode::UNPROCESSABLE_ENTITY).says(said);
        }
        let nothing = upload(&mut facilitator, layer, "", b"").await;
        nothing.is(StatusCode::UNPROCESSABLE_ENTITY).says("Choisissez un fichier");
    }
}

#[tokio::test]
async fn two_hundred_megabytes_are_turned_away_before_they_are_held() {
    for park in each().await {
        let layer = park.layer("Arbres", "staff").await;
        let mut facilitator = park.browser(Role::Facilitator).await;
        // The body is refused while it arrives: what stands here for 200 MB is more than the server ever takes.
        let refused = upload(&mut facilitator, layer, "a.geojson", &vec![b' '; 65 << 20]).await;
        assert!(matches!(refused.status, StatusCode::UNPROCESSABLE_ENTITY | StatusCode::PAYLOAD_TOO_LARGE));
    }
}

#[tokio::test]
async fn a_file_left_for_two_days_is_forgotten() {
    for park in each().await {
        let (mut facilitator, address, _) = looked(&park, TABLE, "arbres.csv").await;
        park.house.pass(jiff::SignedDuration::from_hours(49));
        park.house.work().await;
        facilitator.get(&address).await.ok().says("Le fichier est oublié");
        facilitator.post(&format!("{address}/confirmer"), &[("accepted", "wgs84")]).await.is(StatusCode::CONFLICT);
    }
}
