//! The same for programs.

use std::path::Path;

use arpent_core::Role;
use axum::http::{Method, StatusCode};
use serde_json::json;

use crate::town::{each, page};

const API: &str = "/api/v1/initiatives/bords-de-morge/contributions";

#[tokio::test]
async fn a_program_says_something_and_a_retry_is_harmless() {
    for town in each().await {
        let mut program = town.house.browser().with("idempotency-key", "borne-12-0001");
        let said = json!({"text": "Un banc à l'ombre", "capacity": "user", "insee": "38563"});
        let first = program.call(Method::POST, API, &said).await.is(StatusCode::CREATED).json();
        let again = program.call(Method::POST, API, &said).await.is(StatusCode::OK).json();
        assert_eq!((first["id"].clone(), again["again"].clone()), (again["id"].clone(), json!(true)));
        let one = program.get(&format!("/api/v1/contributions/{}", first["id"].as_str().expect("an id"))).await;
        let one = one.ok().json();
        assert_eq!((one["commune"].clone(), one["answer"].clone()), (json!("Voiron"), json!(null)));
    }
}

#[tokio::test]
async fn a_refusal_is_a_problem_that_names_its_fields() {
    for town in each().await {
        let mut program = town.house.browser();
        let refused = program.call(Method::POST, API, &json!({"text": " ", "capacity": "user"})).await;
        let refused = refused.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(refused.header("content-type"), "application/problem+json");
        assert_eq!(refused.json()["errors"][0]["field"], "text");
        let capacity = program.call(Method::POST, API, &json!({"text": "a", "capacity": "pilote"})).await;
        assert_eq!(capacity.is(StatusCode::UNPROCESSABLE_ENTITY).json()["errors"][0]["field"], "capacity");
        let insee = json!({"text": "a", "capacity": "user", "insee": "75056"});
        let insee = program.call(Method::POST, API, &insee).await.is(StatusCode::UNPROCESSABLE_ENTITY).json();
        assert_eq!(insee["errors"][0]["field"], "insee");
        program.get("/api/v1/initiatives/ailleurs").await.is(StatusCode::NOT_FOUND);
        let broken = program.call(Method::POST, API, &json!({"text": 3})).await;
        assert_eq!(broken.header("content-type"), "application/problem+json");
    }
}

#[tokio::test]
async fn a_list_is_followed_by_its_cursor_to_the_end() {
    for town in each().await {
        for number in 1..=5 {
            town.said(&format!("Idée {number}")).await;
        }
        let mut program = town.house.browser();
        let (mut numbers, mut after) = (Vec::new(), 0);
        loop {
            let page = program.get(&format!("{API}?limit=2&after={after}")).await.ok().json();
            numbers.extend(page["items"].as_array().expect("items").iter().filter_map(|item| item["number"].as_i64()));
            match page["next"].as_i64() {
                Some(next) => after = next,
                None => break,
            }
        }
        assert_eq!(numbers, [1, 2, 3, 4, 5]);
    }
}

#[tokio::test]
async fn a_session_supports_and_nobody_else() {
    for town in each().await {
        let said = town.said("Un banc").await;
        let act = format!("/api/v1{}/support", page(&said));
        let mut visitor = town.house.browser();
        visitor.call(Method::POST, &act, &json!({"support": true})).await.is(StatusCode::UNAUTHORIZED);
        let mut reader = town.house.sign_in_as(Role::Inhabitant).await;
        for _ in 0..2 {
            let count = reader.call(Method::POST, &act, &json!({"support": true})).await.ok().json();
            assert_eq!(count, json!({"online": 1, "gathered": 0, "mine": true}));
        }
    }
}

#[tokio::test]
async fn initiatives_are_listed_with_their_promise_and_themes() {
    for town in each().await {
        let mut program = town.house.browser();
        let all = program.get("/api/v1/initiatives").await.ok().json();
        assert_eq!(all[0]["slug"], "bords-de-morge");
        let one = program.get("/api/v1/initiatives/bords-de-morge").await.ok().json();
        assert_eq!((one["answer_delay_days"].clone(), one["phases"][0]["step"].clone()), (json!(30), json!("hear")));
    }
}

/// `ARPENT_BLESS=1` writes it again; the change is then read in the diff.
#[test]
fn the_description_of_the_api_is_the_one_that_was_agreed() {
    let described = arpent_proposals::api::openapi();
    assert!(described.to_json().expect("JSON").contains("\"openapi\":\"3.1"), "OpenAPI 3.1");
    let mut said = described.to_pretty_json().expect("JSON");
    said.push('\n');
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/openapi.json");
    if std::env::var_os("ARPENT_BLESS").is_some() {
        std::fs::write(&file, &said).expect("written");
    }
    let agreed = std::fs::read_to_string(&file).expect("tests/openapi.json");
    assert!(said == agreed, "the API changed: run with ARPENT_BLESS=1 and read the difference");
}
