use arpent_core::{Role, Scope};
use arpent_store::Author;
use arpent_store::search::{Doc, Visibility};
use arpent_web::Config;
use arpent_web::land::Commune;
use arpent_web::testkit::{self, House};
use axum::http::StatusCode;

use crate::houses;

#[tokio::test]
async fn files_are_compressed_kept_for_ever_and_not_sent_twice() {
    for house in houses().await {
        let sheet = arpent_assets::url("app.css");
        let mut browser = house.browser().with("accept-encoding", "gzip, br");
        let answer = browser.get(sheet).await.ok();
        assert_eq!(answer.header("content-encoding"), "br");
        assert!(answer.header("cache-control").contains("immutable"));
        let tag = answer.header("etag").to_owned();
        let mut again = house.browser().with("if-none-match", &tag);
        assert!(again.get(sheet).await.is(StatusCode::NOT_MODIFIED).body.is_empty());
        let plain = house.browser().get(sheet).await.ok();
        assert_eq!(plain.header("content-encoding"), "");
        assert!(plain.body.len() > answer.body.len());
        house.browser().get("/assets/autre.css").await.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn the_land_follows_the_communes_and_its_address_with_them() {
    for house in houses().await {
        let mut browser = house.browser();
        let land = |page: testkit::Answer| {
            page.addresses().into_iter().find(|to| to.starts_with("/territoire.svg")).expect("a band")
        };
        let before = land(browser.get("/connexion").await.ok());
        let empty = browser.get(&before).await.ok();
        assert_eq!(empty.header("content-type"), "image/svg+xml");
        house.app.land.set(vec![Commune { name: "Voiron".into(), weight: 20_000.0 }]);
        let after = land(browser.get("/connexion").await.ok());
        assert_ne!(before, after);
        assert_ne!(browser.get(&after).await.ok().body, empty.body);
    }
}

#[tokio::test]
async fn health_says_whether_the_database_answers() {
    for house in houses().await {
        let answer = house.browser().get("/health").await.ok();
        assert_eq!(answer.json()["database"], "ok");
        house.app.db.close().await;
        let answer = house.browser().get("/health").await.is(StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(answer.json()["database"], "unreachable");
    }
}

#[tokio::test]
async fn counters_are_read_with_the_token_only() {
    for house in houses().await {
        house.browser().get("/metrics").await.is(StatusCode::NOT_FOUND);
        house.browser().with("authorization", "Bearer ").get("/metrics").await.is(StatusCode::NOT_FOUND);
    }
    let open = |config: Config| Config { metrics_token: Some("jeton".into()), ..config };
    for house in testkit::each_with(&[arpent_web::room()], open).await {
        house.browser().with("authorization", "Bearer autre").get("/metrics").await.is(StatusCode::NOT_FOUND);
        house.browser().post("/connexion/lien", &[("email", "lea@exemple.fr")]).await;
        let text = house.browser().with("authorization", "Bearer jeton").get("/metrics").await.ok().text();
        for line in ["arpent_requests_total{class=\"4xx\"} 1", "arpent_jobs{state=\"queued\"} 1"] {
            assert!(text.contains(line), "{line} is missing in {text}");
        }
        let size = text.lines().find_map(|line| line.strip_prefix("arpent_database_bytes ")).expect("a size");
        assert!(size.parse::<u64>().expect("bytes") > 10_000);
    }
}

#[tokio::test]
async fn the_api_is_described_with_its_licence_and_its_problems() {
    for house in houses().await {
        let mut browser = house.browser();
        let api = browser.get("/api/v1/openapi.json").await.ok().json();
        assert_eq!(api["openapi"], "3.1.0");
        assert_eq!(api["info"]["title"], "Arpent");
        assert_eq!(api["info"]["license"]["identifier"], "EUPL-1.2");
        assert!(api["paths"]["/health"]["get"].is_object() && api["components"]["schemas"]["Problem"].is_object());
        let page = browser.get("/api/v1/problems").await.ok();
        for code in ["not-found", "invalid", "too-many"] {
            assert!(page.text().contains(&format!("id=\"{code}\"")), "{code}");
        }
    }
}

async fn index(house: &House, record: u128, visibility: Visibility, (title, kind): (&str, &'static str)) {
    let at = house.operator().now();
    let tx = house.app.db.begin(Author { person: None, role: "system", at }).await.expect("begun");
    let record = uuid::Uuid::from_u128(record);
    let text = "La passerelle est fermée depuis la crue.";
    let doc = Doc { record, kind, initiative: None, visibility, title, text, href: "/suivi/x" };
    tx.index(&doc).await.expect("indexed");
    tx.keep_house("a test makes something findable").await.expect("kept");
}

#[tokio::test]
async fn search_finds_without_accents_what_the_reader_may_see() {
    for house in houses().await {
        index(&house, 1, Visibility::Public, ("Une passerelle <sûre>", "contribution")).await;
        index(&house, 2, Visibility::Internal, ("Note de travail", "contribution")).await;
        index(&house, 3, Visibility::Public, ("Rouvrir en mai", "decision")).await;
        let mut public = house.browser();
        let page = public.get("/recherche?q=fermees+passerelles").await.ok();
        page.says("2 résultats").says("Une passerelle <sûre>").does_not_say("Note de travail");
        assert!(page.queries() <= 10);
        public.get("/recherche?q=passerelle&kind=decision").await.ok().says("1 résultat").says("Rouvrir en mai");
        public.get("/recherche?q=girafe").await.ok().says("0 résultat").says("Rien ne correspond");
        public.get("/recherche").await.ok().does_not_say("résultat");
        house.sign_in_as(Role::Agent).await.get("/recherche?q=passerelle").await.ok().says("Note de travail");
        let on_one = Scope::Initiative(uuid::Uuid::from_u128(5));
        let mut elsewhere = house.sign_in_on(Role::Facilitator, on_one).await;
        elsewhere.get("/recherche?q=passerelle").await.ok().does_not_say("Note de travail");
        house
            .sign_in_as(Role::Inhabitant)
            .await
            .get("/recherche?q=passerelle")
            .await
            .ok()
            .does_not_say("Note de travail");
    }
}

#[tokio::test]
async fn a_search_of_many_results_turns_pages_and_keeps_its_words() {
    for house in houses().await {
        for record in 1..=45 {
            index(&house, record, Visibility::Public, (&format!("Avis {record}"), "contribution")).await;
        }
        let page = house.browser().get("/recherche?q=crue&kind=contribution").await.ok();
        page.says("45 résultats");
        let next = page.addresses().into_iter().find(|to| to.ends_with("page=3")).expect("a last page");
        assert_eq!(next, "/recherche?q=crue&kind=contribution&page=3");
        let last = house.browser().get(&next).await.ok();
        assert_eq!(last.text().matches("href=\"/suivi/x\"").count(), 5);
    }
}

#[tokio::test]
async fn the_pages_about_the_site_say_everything_in_both_languages() {
    let pages =
        ["/accessibilite", "/donnees-personnelles", "/sources", "/code-source", "/connexion", "/connexion/lien"];
    for house in houses().await {
        for path in pages {
            let french = house.browser().get(path).await.ok();
            assert!(french.text().contains("<html lang=\"fr\">"), "{path}");
            let english = house.browser().get(&format!("{path}?lang=en")).await.ok();
            assert!(english.text().contains("<html lang=\"en\">"), "{path}");
            assert_ne!(french.words(), english.words());
        }
        let kept = house.browser().get("/donnees-personnelles").await.ok();
        kept.says("Vos connexions : appareil, ouverture, dernier passage").says("Le journal des actes");
        assert!(!kept.text().contains("<code>"), "every table is described in words");
    }
}

#[tokio::test]
async fn a_demonstration_is_not_for_search_engines() {
    let demo = |config: Config| Config { demo: true, ..config };
    for house in testkit::each_with(&[arpent_web::room()], demo).await {
        assert_eq!(house.browser().get("/robots.txt").await.ok().text(), "User-agent: *\nDisallow: /\n");
    }
}
