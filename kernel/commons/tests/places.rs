//! Contours of communes, from the file an administrator brings to the map everyone sees, on both databases.
#![expect(clippy::expect_used, reason = "a test that cannot go on panics, which is how a test fails")]

use arpent_commons::commands::contributions::{Author, NewContribution, submit};
use arpent_commons::commands::initiatives::{self, Draft};
use arpent_commons::commands::people::{NewArea, put_areas};
use arpent_commons::commands::places::{import_contours, remove_contours};
use arpent_commons::domain::contribution::Channel;
use arpent_commons::domain::initiative::{PhaseDates, ScopeQuestion, Step};
use arpent_commons::domain::people::Capacity;
use arpent_commons::store::{contours, places};
use arpent_core::{Id, Role};
use arpent_documents::contours::{Contour, Limits, read, write};
use arpent_web::Refusal;
use arpent_web::testkit::{self, Answer, Browser, House};
use axum::http::StatusCode;
use jiff::civil::date;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

const PAGE: &str = "/admin/territoire";
const UPLOAD: &str = "/admin/territoire/contours";
const CONFIRM: &str = "/admin/territoire/contours/confirmer";
const REMOVE: &str = "/admin/territoire/contours/retirer";
const MAP: &str = "/demarches/lettres";

fn area(code: Option<&str>, name: &str) -> NewArea {
    NewArea { kind: "commune", code: code.map(Into::into), name: name.into(), population: Some(9_000), source: None }
}

/// A territory of two communes, and a démarche open in it.
async fn houses() -> Vec<House> {
    let houses = testkit::each(&[arpent_web::room(), arpent_commons::room()]).await;
    for house in &houses {
        let administrator = house.caller_as(Role::Administrator).await;
        let areas = [area(Some("38061"), "La Buisse"), area(Some("38565"), "Voreppe")];
        put_areas(&administrator, &areas).await.expect("areas");
        open_initiative(house).await;
    }
    houses
}

async fn open_initiative(house: &House) {
    let facilitator = house.caller_as(Role::Facilitator).await;
    let draft = Draft {
        title: "Des lettres claires".into(),
        purpose: "Réécrire les lettres.".into(),
        sponsor: "La vice-présidente".into(),
        promise_level: "consult".into(),
        promise: "Une réponse motivée à chacun.".into(),
        who_decides: "Le conseil".into(),
        who_answers: "Le directeur".into(),
        answer_delay_days: "30".into(),
        ..Draft::default()
    };
    let id = initiatives::prepare_as(&facilitator, &draft, "lettres").await.expect("a démarche").id;
    let phase = PhaseDates {
        step: Step::Hear,
        title: "Écouter".into(),
        text: String::new(),
        start: date(2026, 11, 2),
        end: date(2027, 6, 30),
    };
    initiatives::set_phases(&facilitator, id, &[phase]).await.expect("phases");
    let question = ScopeQuestion { open: true, question: "Quoi ?".into(), reason: String::new() };
    initiatives::set_scope(&facilitator, id, &[question]).await.expect("a scope");
    initiatives::open(&facilitator, id).await.expect("open");
}

async fn say(house: &House, commune: &str, times: usize) {
    let agent = house.caller_as(Role::Agent).await;
    let initiative = arpent_commons::store::initiatives::by_slug(&house.app.db, "lettres").await.expect("reads");
    let areas = places::areas(&house.app.db).await.expect("areas");
    for time in 0..times {
        let new = NewContribution {
            initiative: initiative.as_ref().expect("the démarche").id,
            title: String::new(),
            text: format!("Une parole, la {time}e de {commune}."),
            channel: Channel::Paper,
            capacity: Capacity::Inhabitant,
            organisation: None,
            area: areas.iter().find(|area| area.name == commune).map(|area| area.id),
            place: String::new(),
            point: None,
            photo: None,
            photo_alt: String::new(),
            email: String::new(),
            submission: format!("{commune}-{time}"),
            said_on: None,
            author: Author::Nobody,
        };
        submit(&agent, &new).await.expect("accepted");
    }
}

fn feature(properties: &str, ring: &str) -> String {
    format!(r#"{{"type":"Feature","properties":{properties},"geometry":{{"type":"Polygon","coordinates":[{ring}]}}}}"#)
}

fn file(features: &[String]) -> String {
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
}

const WEST: &str = "[[5.5,45.3],[5.6,45.3],[5.6,45.4],[5.5,45.4],[5.5,45.3]]";
const EAST: &str = "[[5.6,45.3],[5.7,45.3],[5.7,45.4],[5.6,45.4],[5.6,45.3]]";

fn both() -> String {
    file(&[feature(r#"{"insee":"38565"}"#, WEST), feature(r#"{"nom":"la buisse"}"#, EAST)])
}

async fn send(browser: &mut Browser, content: &str) -> Answer {
    let file = ("file", "communes.geojson", content.as_bytes());
    browser.upload(UPLOAD, &[("source", "IGN, Admin Express 2026")], file).await
}

/// What the form of the page that was looked at sends back.
fn held(page: &Answer) -> String {
    let text = page.text();
    let start = text.split("<textarea name=\"contours\" hidden>").nth(1).expect("the contours are in the form");
    let written = start.split("</textarea>").next().unwrap_or_default();
    written.replace("&#34;", "\"").replace("&quot;", "\"").replace("&#38;", "&").replace("&amp;", "&")
}

async fn confirm(browser: &mut Browser, page: &Answer) -> Answer {
    let content = held(page);
    let sent =
        browser.upload(CONFIRM, &[("source", "IGN, Admin Express 2026")], ("contours", "", content.as_bytes())).await;
    browser.follow(sent).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_looked_at_kept_once_confirmed_and_drawn_on_the_map() {
    for house in houses().await {
        say(&house, "Voreppe", 7).await;
        say(&house, "La Buisse", 2).await;
        let mut browser = house.sign_in_as(Role::Administrator).await;
        browser.get(PAGE).await.ok().says("Aucune commune n'a encore de contour.");
        house.browser().get(MAP).await.ok().says("Chaque case est une commune");

        let looked = send(&mut browser, &both()).await.ok();
        looked.says("Rien n'est encore gardé de communes.geojson").says("2 communes sont reconnues").says("87,09 km²");
        assert!(contours::kept(&house.app.db).await.expect("reads").is_empty(), "nothing is kept before confirmation");

        confirm(&mut browser, &looked).await.ok().says("2 contours sont gardés");
        let page = browser.get(PAGE).await.ok();
        page.says("2 communes sur 2 ont leur contour")
            .says("IGN, Admin Express 2026 (fichier apporté le lundi 2 novembre 2026)");
        page.says("87,09 km²");
        let map = house.browser().get(MAP).await.ok();
        map.says("Contours : IGN, Admin Express 2026").says("Voreppe 7").says("La Buisse moins de 5");
        map.does_not_say("Chaque case est une commune");
        assert_eq!(map.text().matches("<path class=\"tile").count(), 2);
        let addresses = map.addresses();
        let filtered = addresses.iter().filter(|href| href.starts_with("/demarches/lettres/contributions?commune="));
        assert_eq!(filtered.count(), 4, "a commune leads to what was said there, on the map and in its list");
        assert!(map.queries() <= 12, "{} statements", map.queries());
        let again = send(&mut browser, &both()).await.ok();
        again.says("2 d'entre elles ont déjà un contour, qui sera remplacé");
        house.browser().get("/").await.ok();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_map_stays_schematic_as_long_as_a_commune_lacks_its_contour() {
    for house in houses().await {
        let mut browser = house.sign_in_as(Role::Administrator).await;
        let band = house.app.land.tag();
        let one = file(&[feature(r#"{"insee":"38565"}"#, WEST)]);
        let looked = send(&mut browser, &one).await.ok();
        looked.says("Une commune restera sans contour").says("La Buisse");
        confirm(&mut browser, &looked).await.ok();
        browser.get(PAGE).await.ok().says("Une commune sur 2 a son contour. Il manque : La Buisse.");
        house.browser().get(MAP).await.ok().says("Chaque case est une commune");
        let other = send(&mut browser, &file(&[feature(r#"{"code":"38061"}"#, EAST)])).await.ok();
        confirm(&mut browser, &other).await.ok().says("Un contour est gardé");
        house.browser().get(MAP).await.ok().says("Contours : IGN");

        browser.submit(REMOVE, &[]).await.ok().says("2 contours sont retirés");
        house.browser().get(MAP).await.ok().says("Chaque case est une commune");
        assert_eq!(house.app.land.tag(), band, "the band of the home page is drawn from the same communes");
        arpent_commons::prepare(&house.app).await.expect("prepares");
    }
}

/// What is sent, and what the administrator reads.
fn wrong() -> Vec<(String, &'static str)> {
    let metres = "[[902000,6476000],[903000,6476000],[903000,6477000],[902000,6476000]]";
    let turned = "[[45.3,5.5],[45.3,5.6],[45.4,5.6],[45.3,5.5]]";
    let far = "[[1900000,4200000],[1900001,4200000],[1900001,4200001],[1900000,4200000]]";
    let one = |ring: &str| file(&[feature(r#"{"code":"38565"}"#, ring)]);
    vec![
        ("PK\u{3}\u{4}".into(), "n'est pas du GeoJSON : la lecture s'arrête à la ligne 1"),
        (r#"{"type":"Point","coordinates":[5.5,45.3]}"#.into(), "pas une collection d'objets"),
        (file(&[]), "ne contient aucun objet"),
        (one(metres), "en mètres, en Lambert-93"),
        (one(turned), "La latitude est écrite avant la longitude"),
        (one(far), "ne sont pas des degrés de longitude et de latitude"),
        (file(&[feature(r#"{"code":"73001","nom":"Ailleurs"}"#, WEST)]), "Aucune commune de ce fichier"),
        (String::new(), "Choisissez un fichier."),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn each_wrong_file_is_told_by_name_and_its_source_is_not_typed_again() {
    for house in houses().await {
        let mut browser = house.sign_in_as(Role::Administrator).await;
        for (content, words) in wrong() {
            let refused = send(&mut browser, &content).await.is(StatusCode::UNPROCESSABLE_ENTITY);
            refused.says(words);
            assert!(refused.text().contains("value=\"IGN, Admin Express 2026\""), "{words}");
        }
        let bare = browser.upload(UPLOAD, &[("source", " ")], ("file", "c.geojson", both().as_bytes())).await;
        bare.is(StatusCode::UNPROCESSABLE_ENTITY).says("Écrivez quelque chose ici");
        let mut english = browser.clone().with("accept-language", "en");
        for (content, _) in wrong() {
            let refused = send(&mut english, &content).await.is(StatusCode::UNPROCESSABLE_ENTITY);
            refused.does_not_say("fichier");
        }
        let large = format!("{}{}", both(), " ".repeat(Limits::default().max_bytes));
        send(&mut browser, &large).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("dépasse 16 Mo");
        assert!(contours::kept(&house.app.db).await.expect("reads").is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_unsound_commune_is_named_with_the_place_and_the_others_can_be_kept() {
    for house in houses().await {
        let mut browser = house.sign_in_as(Role::Administrator).await;
        let tie = "[[5.5,45.3],[5.6,45.4],[5.6,45.3],[5.5,45.4],[5.5,45.3]]";
        let features = [
            feature(r#"{"code":"38565","nom":"Voreppe"}"#, tie),
            feature(r#"{"code":"38061","nom":"La Buisse"}"#, EAST),
            feature(r#"{"code":"38061","nom":"La Buisse"}"#, WEST),
            feature(r#"{"code":"38999","nom":"<Ailleurs>"}"#, WEST),
            feature("{}", WEST),
        ];
        let looked = send(&mut browser, &file(&features)).await.ok();
        looked.says("Objet n° 1, Voreppe (38565)").says("se coupe lui-même près du point 45,35");
        looked.says("Objet n° 3").says("déjà décrite plus haut").says("Objet n° 4, <Ailleurs> (38999)");
        looked.says("Objet n° 5").says("Aucune propriété ne dit quelle commune c'est");
        assert!(!looked.text().contains("<Ailleurs>"), "names of the file are escaped");
        confirm(&mut browser, &looked).await.ok().says("Un contour est gardé");

        let alone = send(&mut browser, &file(&[feature(r#"{"code":"38565"}"#, tie)])).await.ok();
        alone.says("Aucune commune n'est reconnue avec un contour sain");
        assert!(!alone.text().contains(CONFIRM), "there is nothing to confirm");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_changed_on_its_way_is_checked_again() {
    for house in houses().await {
        let mut browser = house.sign_in_as(Role::Administrator).await;
        let turned = held(&send(&mut browser, &both()).await.ok()).replace("5.5,45.3", "45.3,405.5");
        let sent = browser.upload(CONFIRM, &[("source", "IGN")], ("contours", "", turned.as_bytes())).await;
        sent.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(contours::kept(&house.app.db).await.expect("reads").is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_administrator_brings_contours() {
    for house in houses().await {
        let facilitator = house.caller_as(Role::Facilitator).await;
        let refused = import_contours(&facilitator, both().into_bytes(), "IGN").await;
        assert!(matches!(refused, Err(Refusal::Forbidden { .. })), "{refused:?}");
        assert!(matches!(remove_contours(&facilitator).await, Err(Refusal::Forbidden { .. })));
        let mut browser = house.sign_in_as(Role::Facilitator).await;
        send(&mut browser, &both()).await.is(StatusCode::FORBIDDEN);
    }
}

/// Two communes of the territory as any sound file may draw them.
fn contour(west: f64) -> impl Strategy<Value = Contour> {
    prop::collection::vec(0.2..1.0_f64, 3..60).prop_map(move |lengths| {
        let count = lengths.len() as f64;
        let at = |(rank, length): (usize, &f64)| {
            let (sin, cos) = (rank as f64 / count * std::f64::consts::TAU).sin_cos();
            [west + cos * length * 0.04, 45.3 + sin * length * 0.04]
        };
        Contour::new(&[vec![lengths.iter().enumerate().map(at).collect()]]).expect("a star is sound")
    })
}

#[test]
fn a_file_of_contours_survives_its_import_whole() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    for house in runtime.block_on(houses()) {
        let administrator = runtime.block_on(house.caller_as(Role::Administrator));
        let mut runner = TestRunner::new(Config { cases: 12, failure_persistence: None, ..Config::default() });
        let survives = |(one, two): (Contour, Contour)| {
            let text = write([(Some("38565"), "Voreppe", &one), (None, "La Buisse", &two)]);
            let report = runtime.block_on(import_contours(&administrator, text.clone().into_bytes(), "IGN"));
            prop_assert_eq!(report.expect("imported").known.len(), 2);
            let areas = runtime.block_on(places::areas(&house.app.db)).expect("areas");
            let whole = runtime.block_on(contours::whole(&house.app.db)).expect("contours");
            let kept = runtime.block_on(contours::kept(&house.app.db)).expect("contours");
            for feature in read(text.as_bytes(), &Limits::default()).expect("read") {
                let name = feature.name.expect("a name");
                let id: Id<_> = areas.iter().find(|area| area.name == name).expect("the area").id;
                let (sent, whole) = (feature.contour.expect("sound"), whole.iter().find(|whole| whole.area == id));
                prop_assert_eq!(&sent, &whole.expect("kept").contour);
                let kept = kept.iter().find(|kept| kept.area == id).expect("kept");
                prop_assert!((kept.square_metres / sent.square_metres() - 1.0).abs() < 1e-9);
            }
            Ok(())
        };
        runner.run(&(contour(5.5), contour(5.7)), survives).expect("every file survives");
    }
}
