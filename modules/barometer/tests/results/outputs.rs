//! What leaves: published figures for statistical programs and archives, protected answers for those who collect, and what
//! repeats every published figure.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};

use arpent_barometer::domain::cube::{Cube, Reading};
use arpent_barometer::domain::question::Aspect;
use arpent_core::Role;
use arpent_core::digest::sha256;
use arpent_documents::spss::Code;
use arpent_documents::tables::{self, Limits, Reader, Table as Read};
use arpent_survey::plan::{Plan, Reading as Figured, Table, Tables, run};
use arpent_web::testkit::Answer;
use axum::http::StatusCode;

use crate::town::{RESULTS, Town};

fn table(bytes: &[u8], name: &str) -> Read {
    tables::read(bytes, name, &Limits::default()).expect("a table")
}

/// Cells of a line by column.
fn by_column(table: &Read, line: usize) -> BTreeMap<&str, &str> {
    table.headers.iter().map(String::as_str).zip(table.lines[line].cells.iter().map(String::as_str)).collect()
}

pub async fn the_published_figures_leave_for_statistical_programs_and_nothing_more(town: &Town) {
    let mut public = town.house.browser();
    let cube: Cube = serde_json::from_slice(&public.get(&format!("{RESULTS}.json")).await.ok().body).expect("a cube");
    let file = public.get(&format!("{RESULTS}.sav")).await.ok().body.clone();
    let read = table(&file, "resultats.sav");
    assert_eq!(read.lines.len(), cube.cells.len(), "one line for each figure");
    for (line, cell) in cube.cells.iter().enumerate() {
        let said = by_column(&read, line);
        assert_eq!((said["population"], said["service"]), (cell.population.as_str(), cell.item.as_str()));
        let modelled = cell.modelled.map(|one| one.value.to_string()).unwrap_or_default();
        assert_eq!(said["modelled"], modelled, "what the map shows leaves too");
        match &cell.reading {
            Reading::Shown(shown) => {
                assert_eq!(said["value"], (shown.value + 0.0).to_string(), "full precision");
                assert_eq!(said["n"], shown.n.to_string());
            }
            Reading::Counted { n } => assert_eq!((said["n"], said["value"]), (n.to_string().as_str(), "")),
            Reading::Withheld { .. } => {
                let figures = ["n", "value", "low", "high", "level_1", "level_4", "dont_know"];
                assert!(figures.iter().all(|column| said[column].is_empty()), "{said:?}");
            }
        }
    }
    assert!(cube.cells.iter().any(|cell| cell.modelled.is_some()), "no modelled commune to compare");
    let reader = Reader::open(file.as_slice(), "resultats.sav", &Limits::default()).expect("a file");
    let words = reader.dictionary().expect("a dictionary");
    let of = |name: &str| words.variables.iter().find(|one| one.name == name).expect("a variable");
    let plain = |words: &str| words.replace(['\u{a0}', '\u{202f}'], " ").replace('’', "'");
    let usage = of("aspect").says(&Code::Text("usage".to_owned())).expect("words");
    assert_eq!(plain(usage), "S'en sont servis");
    assert_eq!(plain(&of("level_4").label), "Part de « Très satisfait ».");
    let page = public.get(&format!("{RESULTS}/donnees")).await.ok();
    page.says("ne sont pas publiées").does_not_say("Emporter");
}

pub async fn the_codebook_says_what_was_asked_in_each_language_and_counts_nobody(town: &Town) {
    let book = town.house.browser().get(&format!("{RESULTS}.xml")).await.ok().text();
    for words in [
        "ddi:codebook:2_5",
        "<catValu>9</catValu>",
        "missing=\"Y\"",
        "xml:lang=\"en\"",
        "name=\"sat_mobilite\"",
        "name=\"perc_mobilite\"",
        "Recensement, 2021",
        "wgt=\"wgt\"",
    ] {
        assert!(book.contains(words), "{words} is not in the codebook");
    }
    assert_eq!(book.matches("<caseQnty>").count(), 1, "only the lines of the published file are counted");
    assert!(!book.contains("catStat"), "no category is counted");
}

/// The files of the protected answers.
async fn taken(town: &Town) -> BTreeMap<String, Vec<u8>> {
    let mut facilitator = town.browser(Role::Facilitator).await;
    facilitator.get(&format!("{RESULTS}/donnees")).await.ok().says("Emporter les réponses protégées");
    let archive: Answer = facilitator.submit(&format!("{RESULTS}/reponses"), &[]).await.ok();
    let mut archive = zip::ZipArchive::new(Cursor::new(archive.body.clone())).expect("an archive");
    let mut files = BTreeMap::new();
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).expect("a file");
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("its content");
        let name = file.name().expect("a name").into_owned();
        files.insert(name, content);
    }
    files
}

pub async fn only_those_who_collect_take_the_answers_and_the_journal_says_so(town: &Town) {
    let address = format!("{RESULTS}/reponses");
    town.house.browser().post(&address, &[]).await.is(StatusCode::UNAUTHORIZED);
    town.agent().await.post(&address, &[]).await.is(StatusCode::FORBIDDEN);
    assert_eq!(town.events("answers.taken").await, 0);
    let files = taken(town).await;
    assert_eq!(town.events("answers.taken").await, 1);
    let users = table(&files["reponses-usagers.sav"], "reponses-usagers.sav");
    let names: BTreeSet<&str> = users.headers.iter().map(String::as_str).collect();
    for kept_back in ["place", "week", "key", "id", "respondent", "pid"] {
        assert!(!names.contains(kept_back), "{kept_back} leaves");
    }
    let weight = users.headers.iter().position(|name| name == "weight").expect("weights");
    let total: f64 = users.lines.iter().map(|line| line.cells[weight].parse::<f64>().expect("a weight")).sum();
    let people: f64 = crate::support::protocol().margins[0].cells.iter().map(|cell| cell.total).sum();
    assert!((total / people - 1.0).abs() < 1e-9, "{total} people instead of {people}");
    assert!(files.contains_key("lisez-moi.txt") && files.contains_key("codebook.xml"));
}

#[derive(serde::Deserialize)]
struct Repeat {
    plan: Plan,
    tables: Vec<Piece>,
    cube_sha256: String,
}

#[derive(serde::Deserialize)]
struct Piece {
    name: String,
    file: String,
    sha256: String,
}

pub async fn what_repeats_the_figures_gives_the_published_ones(town: &Town) {
    let files = taken(town).await;
    let document = town.house.browser().get(&format!("{RESULTS}.json")).await.ok().body.clone();
    let repeat: Repeat = serde_json::from_slice(&files["reprise.json"]).expect("a plan");
    assert_eq!(repeat.cube_sha256, sha256(&document), "of what is published");
    let mut tables = Tables::new();
    for piece in &repeat.tables {
        let content = &files[&piece.file];
        assert_eq!(piece.sha256, sha256(content));
        let read = table(content, &piece.file);
        let rows: Vec<Vec<String>> = read.lines.into_iter().map(|line| line.cells).collect();
        tables.insert(piece.name.clone(), Table::from_cells(&read.headers, &rows).expect("a table"));
    }
    let report = run(&repeat.plan, &tables, &mut ()).expect("a report");
    let cube: Cube = serde_json::from_slice(&document).expect("a cube");
    let mut compared = 0;
    for cell in cube.cells.iter().filter(|cell| cell.group.is_none() && cell.aspect == Aspect::Satisfaction) {
        let of = format!("{}@2", cell.population);
        let figure = report
            .figures
            .iter()
            .find(|one| one.measure == "satisfaction" && one.population == of && one.item == cell.item)
            .expect("the same figure");
        if let (Reading::Shown(shown), Figured::Shown(again)) = (&cell.reading, &figure.reading) {
            assert!((shown.value - again.value).abs() < 1e-12 && shown.n == again.n as u64, "{cell:?}");
            compared += 1;
        }
    }
    assert!(compared >= 20, "{compared} figures compared");
    for change in &cube.changes {
        let lines = report.changes.iter().filter(|one| one.name == change.population).flat_map(|one| &one.lines);
        let again = lines.into_iter().find(|line| line.item == change.item).expect("the same change");
        let near = |one: f64, other: f64| (one - other).abs() < 1e-9;
        assert!(near(change.points, again.points), "{change:?}");
        let q = change.q.zip(again.q).expect("both are tested");
        assert!(near(q.0, q.1), "{change:?}, {q:?}");
    }
    assert_eq!(cube.changes.len(), 10);
}
