//! What lies under the maps: nothing, a map that everyone knows, or a file that this site serves itself.

use std::fs::{self, File};

use arpent_core::Role;
use arpent_web::testkit::Browser;
use axum::http::StatusCode;
use pmtiles::{Compression, PmTilesWriter, TileCoord, TileType};

use crate::town::{MAP, Park, each, point};

const PAGE: &str = "/admin/fonds-de-carte";
/// A tile over Strasbourg at zoom 14, and the window that shows it.
const TILE: (u8, u32, u32) = (14, 8_544, 5_655);
const VIEW: &str = "48.583,7.75,14";

/// Puts a file in the data folder, as whoever runs the server does.
fn put(park: &Park, name: &str, kind: TileType, image: &[u8]) {
    let folder = park.house.app.config.data_dir.join("fonds-de-carte");
    fs::create_dir_all(&folder).expect("a folder");
    let file = File::create(folder.join(name)).expect("a file");
    let writer = PmTilesWriter::new(kind).min_zoom(14).max_zoom(14).tile_compression(Compression::None);
    let mut writer = writer.create(file).expect("a writer");
    writer.add_tile(TileCoord::new(TILE.0, TILE.1, TILE.2).expect("a tile"), image).expect("a tile");
    writer.finalize().expect("written");
}

async fn choose(administrator: &mut Browser, base: &str, credit: &str) -> arpent_web::testkit::Answer {
    administrator.submit(PAGE, &[("base", base), ("credit", credit)]).await
}

#[tokio::test]
async fn no_page_names_another_host_until_a_base_map_is_chosen_and_then_only_that_one() {
    for park in each().await {
        park.layer("Arbres", "staff").await;
        let before = park.house.browser().get(MAP).await.ok();
        assert!(!before.header("content-security-policy").contains("https://"));
        let mut administrator = park.house.sign_in_as(Role::Administrator).await;
        let wrong = [("base", "other"), ("tiles", "http://tuiles.example/{z}/{x}/{y}.png"), ("credit", "© Exemple")];
        let refused = administrator.post(PAGE, &wrong).await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).says("une adresse en https");
        let typed = [("base", "other"), ("tiles", "https://tuiles.example/{z}/{x}/{y}.png"), ("credit", "© Exemple")];
        administrator.submit(PAGE, &typed).await.ok().says("Le fond de carte est enregistré");
        let after = park.house.browser().get(&format!("{MAP}?vue={VIEW}")).await.ok();
        assert!(after.header("content-security-policy").contains("img-src 'self' data: blob: https://tuiles.example;"));
        assert!(after.text().contains("https://tuiles.example/14/8544/"), "{}", after.text());
        after.says("© Exemple");
        let elsewhere = park.house.browser().get("/demarches").await.ok();
        assert!(!elsewhere.header("content-security-policy").contains("https://"));
    }
}

#[tokio::test]
async fn a_known_map_comes_with_its_credit_and_none_takes_it_away() {
    for park in each().await {
        park.layer("Arbres", "staff").await;
        let mut administrator = park.house.sign_in_as(Role::Administrator).await;
        administrator.get(PAGE).await.ok().says("Plan IGN").says("data.geopf.fr").says("OpenStreetMap");
        choose(&mut administrator, "ign", "").await.ok().says("Le fond de carte est enregistré");
        let map = park.house.browser().get(&format!("{MAP}?vue={VIEW}")).await.ok();
        map.says("© IGN");
        assert!(map.header("content-security-policy").contains("https://data.geopf.fr;"));
        choose(&mut administrator, "", "").await.ok();
        let bare = park.house.browser().get(&format!("{MAP}?vue={VIEW}")).await.ok();
        assert!(!bare.text().contains("<image") && !bare.text().contains("©"));
        administrator.post(PAGE, &[("base", "elsewhere")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test]
async fn a_file_of_the_data_folder_is_served_by_this_site_and_nobody_else_is_asked() {
    for park in each().await {
        let layer = park.layer("Arbres", "staff").await;
        park.drawn(layer, "Arbre", point(48.583, 7.75)).await;
        put(&park, "strasbourg.pmtiles", TileType::Png, b"an image");
        let mut administrator = park.house.sign_in_as(Role::Administrator).await;
        administrator.get(PAGE).await.ok().says("Le fichier strasbourg.pmtiles, servi par ce site");
        let uncredited = administrator.post(PAGE, &[("base", "file:strasbourg.pmtiles")]).await;
        uncredited.is(StatusCode::UNPROCESSABLE_ENTITY).says("Indiquez la mention");
        choose(&mut administrator, "file:strasbourg.pmtiles", "© Ville").await.ok().says("est enregistré");
        let mut anyone = park.house.browser();
        let map = anyone.get(&format!("{MAP}?vue={VIEW}")).await.ok();
        map.says("© Ville");
        assert!(!map.header("content-security-policy").contains("https://"));
        let text = map.text();
        let tile = text.split("href=\"").find(|part| part.starts_with("/tuiles/14/8544/5655?v=")).expect("the tile");
        let image = anyone.get(tile.split('"').next().expect("its address")).await.ok();
        assert_eq!((image.body.as_ref(), image.header("content-type")), (b"an image".as_ref(), "image/png"));
        assert!(image.header("cache-control").contains("immutable"));
        anyone.get("/tuiles/14/1/1").await.is(StatusCode::NO_CONTENT);
        // Closer than the file goes, its images are drawn larger.
        let closer = anyone.get(&format!("{MAP}?vue=48.583,7.75,16")).await.ok().text();
        assert!(closer.contains("/tuiles/14/") && closer.contains("width=\"1024\""), "{closer}");
    }
}

#[tokio::test]
async fn maps_of_others_read_parts_of_the_file_and_of_no_other() {
    for park in each().await {
        put(&park, "strasbourg.pmtiles", TileType::Webp, b"an image");
        put(&park, "secret.pmtiles", TileType::Png, b"another");
        let mut administrator = park.house.sign_in_as(Role::Administrator).await;
        let address = "/fonds-de-carte/strasbourg.pmtiles";
        park.house.browser().get(address).await.is(StatusCode::NOT_FOUND);
        choose(&mut administrator, "file:strasbourg.pmtiles", "© Ville").await.ok();
        let whole = park.house.browser().get(address).await.ok();
        assert_eq!((&whole.body[..7], whole.header("accept-ranges")), (b"PMTiles".as_ref(), "bytes"));
        assert!(whole.header("content-encoding").is_empty());
        let part = park.house.browser().with("range", "bytes=0-126").get(address).await.is(StatusCode::PARTIAL_CONTENT);
        assert_eq!((part.body.len(), part.header("content-length")), (127, "127"));
        assert_eq!(part.header("content-range"), format!("bytes 0-126/{}", whole.body.len()));
        let tag = whole.header("etag").to_owned();
        park.house.browser().with("if-none-match", &tag).get(address).await.is(StatusCode::NOT_MODIFIED);
        let other = park.house.browser().with("range", "bytes=0-9").with("if-range", "\"old\"").get(address).await.ok();
        assert_eq!(other.body.len(), whole.body.len());
        let beyond = park.house.browser().with("range", "bytes=900000-").get(address).await;
        beyond.is(StatusCode::RANGE_NOT_SATISFIABLE);
        for outside in ["secret.pmtiles", "..%2Farpent.db", "arpent.db"] {
            park.house.browser().get(&format!("/fonds-de-carte/{outside}")).await.is(StatusCode::NOT_FOUND);
        }
    }
}

#[tokio::test]
async fn a_file_that_is_no_map_of_images_is_refused_with_what_it_takes() {
    for park in each().await {
        put(&park, "vecteurs.pmtiles", TileType::Mvt, b"lines");
        fs::write(park.house.app.config.data_dir.join("fonds-de-carte/abime.pmtiles"), b"PMTiles?").expect("a file");
        let mut administrator = park.house.sign_in_as(Role::Administrator).await;
        for (name, why) in [
            ("vecteurs.pmtiles", "ne contient pas d'images"),
            ("abime.pmtiles", "n'est pas un PMTiles lisible"),
            ("../arpent.db", "n'est pas un PMTiles lisible"),
            ("absent.pmtiles", "n'est pas un PMTiles lisible"),
        ] {
            let refused = administrator.post(PAGE, &[("base", &format!("file:{name}")), ("credit", "© Ville")]).await;
            refused.is(StatusCode::UNPROCESSABLE_ENTITY).says(why);
        }
    }
}
