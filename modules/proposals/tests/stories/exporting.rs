//! Open data: whole, public columns only, safe to open.

use arpent_core::Role;
use arpent_documents::tables::{Limits, read};
use axum::http::StatusCode;

use crate::town::{PLACE, each, page};

#[tokio::test]
async fn every_format_says_the_same_and_nothing_private() {
    for town in each().await {
        for number in 1..=3 {
            town.said(&format!("=SOMME({number}) un banc; à l'ombre")).await;
        }
        let hidden = town.said("Monsieur Untel").await;
        let mut facilitator = town.browser(Role::Facilitator).await;
        let fields = [("decision", "hide"), ("ground", "names_a_person"), ("reason", "Une personne est nommée.")];
        facilitator.submit(&format!("{}/moderer", page(&hidden)), &fields).await.ok();
        let mut browser = town.house.browser();
        for kind in ["csv", "xlsx", "jsonl"] {
            let file = browser.get(&format!("{PLACE}/contributions.{kind}")).await.ok();
            assert!(file.header("content-disposition").contains(&format!("bords-de-morge.{kind}")));
            let table = read(&file.body, &format!("x.{kind}"), &Limits::default()).expect("a table");
            assert_eq!((table.lines.len(), table.problems.len()), (3, 0), "{kind}");
            assert_eq!(table.lines[2].cells[0], "3", "{kind}");
            let words = table.lines.iter().flat_map(|line| &line.cells).any(|cell| cell.contains("Untel"));
            assert!(!words, "{kind} shows what is hidden");
        }
        let csv = browser.get(&format!("{PLACE}/contributions.csv")).await.ok().text();
        assert!(csv.contains("'=SOMME(1)"), "no formula in a spreadsheet");
        let english = browser.get(&format!("{PLACE}/contributions.csv?lang=en")).await.ok().text();
        assert!(english.starts_with("\u{feff}Number;Title;Text"));
    }
}

#[tokio::test]
async fn each_column_is_explained() {
    for town in each().await {
        let page = town.house.browser().get(&format!("{PLACE}/contributions/donnees")).await.ok();
        page.says("answer_reason").says("Pourquoi, dans les mots de la collectivité");
        town.house.browser().get("/demarches/ailleurs/contributions.csv").await.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn an_export_can_be_brought_in_again() {
    for town in each().await {
        town.said("Un banc à l'ombre").await;
        let csv = town.house.browser().get(&format!("{PLACE}/contributions.csv")).await.ok().body;
        let mut facilitator = town.browser(Role::Facilitator).await;
        let sent = facilitator.upload(&format!("{PLACE}/import"), &[], ("file", "export.csv", &csv)).await;
        facilitator.get(sent.location().expect("the next screen")).await.ok().says("Une ligne peut être importée");
    }
}
