//! A survey computed from its plan, without a database: the figures of the documentation's example, and every refusal in words.

use std::fs;
use std::path::PathBuf;

use crate::tools::{Folder, Said};

fn shared(file: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../engines/survey/tests/data").join(file)
}

/// The plan that the documentation shows.
fn documented() -> String {
    let page = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/survey.md")).expect("the page");
    let plan = page.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("its example");
    plan.to_owned()
}

fn prepared() -> Folder {
    let folder = Folder::new();
    fs::write(folder.path("plan.toml"), documented()).expect("writes");
    fs::copy(shared("barometre_usagers.csv"), folder.path("reponses.csv")).expect("copies");
    fs::copy(shared("barometre_marges.csv"), folder.path("marges.csv")).expect("copies");
    folder
}

fn survey(folder: &Folder, more: &[&str]) -> Said {
    let usual = ["survey", "plan.toml", "--table", "answers=reponses.csv", "--table", "census=marges.csv"];
    folder.run(&[&usual[..], more].concat())
}

/// Rewrites a file by line and column.
fn change(folder: &Folder, file: &str, edit: impl Fn(usize, &mut Vec<String>, &[String])) {
    let text = fs::read_to_string(folder.path(file)).expect("reads");
    let mut rows = text.lines().map(|line| line.split(',').map(|cell| cell.trim_matches('"').to_owned()).collect());
    let header: Vec<String> = rows.next().expect("a header");
    let mut out = vec![header.join(",")];
    for (place, mut row) in rows.enumerate() {
        edit(place + 2, &mut row, &header);
        if !row.is_empty() {
            out.push(row.join(","));
        }
    }
    fs::write(folder.path(file), out.join("\n")).expect("writes");
}

fn column(header: &[String], name: &str) -> usize {
    header.iter().position(|one| one == name).expect("a column")
}

fn set<'a>(at: usize, name: &'a str, value: &'a str) -> impl Fn(usize, &mut Vec<String>, &[String]) + 'a {
    move |line, row, header| {
        if line == at {
            value.clone_into(&mut row[column(header, name)]);
        }
    }
}

#[test]
fn the_example_of_the_documentation_gives_the_known_figures() {
    let folder = prepared();
    let said = survey(&folder, &["--output", "rapport.json"]);
    assert!(said.well, "{}", said.text);
    for words in [
        "wave 1 : 1 500 réponses, qui renseignent autant que 1 112 tirées au hasard (effet des poids 1,349)",
        "une réponse représente de",
        "+10,5  0,0001  en progrès",
        "-8,3  0,0095  en recul",
        "on ne peut pas dire que cela a changé",
        "Rapport complet écrit dans rapport.json",
    ] {
        assert!(said.text.contains(words), "{words} is not in:\n{}", said.text);
    }
    let report = fs::read_to_string(folder.path("rapport.json")).expect("the report");
    let report: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    let n_eff = report["populations"][0]["weighting"]["used"]["n_eff"].as_f64().expect("a number");
    assert!((n_eff - 1_112.163).abs() < 1e-2, "{n_eff}");
    let english = survey(&folder, &["--lang", "en"]);
    assert!(english.text.contains("no detectable change"), "{}", english.text);
}

#[test]
fn the_schema_of_a_plan_is_given() {
    let said = Folder::new().run(&["survey", "--schema"]);
    let schema: serde_json::Value = serde_json::from_str(said.text.trim()).expect("JSON");
    assert_eq!(schema["title"], "Plan");
}

/// What is refused, once the tables were changed so.
fn refused(edit: impl Fn(&Folder), words: &[&str]) {
    let folder = prepared();
    edit(&folder);
    let said = survey(&folder, &["--output", "rapport.json"]);
    assert!(!said.well, "{}", said.text);
    for words in words {
        assert!(said.text.contains(words), "{words} is not in:\n{}", said.text);
    }
    assert!(!folder.path("rapport.json").exists(), "nothing is written");
    let english = survey(&folder, &["--lang", "en"]);
    assert!(!english.text.contains("réponse"), "{}", english.text);
}

#[test]
fn margins_that_do_not_add_up_are_named_with_their_totals() {
    refused(
        |folder| change(folder, "marges.csv", set(2, "effectif", "1")),
        &["ne décrivent pas la même population", "sexe"],
    );
}

#[test]
fn an_empty_category_is_named_with_the_merge_that_is_proposed() {
    let without = |_: usize, row: &mut Vec<String>, header: &[String]| {
        if row[column(header, "commune")] == "38564" && row[column(header, "wave")] == "1" {
            row.clear();
        }
    };
    refused(|folder| change(folder, "reponses.csv", without), &["« 38564 »", "aucune réponse", "Regroupez-la avec"]);
}

#[test]
fn an_answer_without_a_margin_is_named_by_its_line() {
    refused(
        |folder| change(folder, "reponses.csv", set(7, "age", "NA")),
        &["Marge « age »", "une réponse ne dit rien", "à la ligne 7"],
    );
}

#[test]
fn weights_of_zero_or_less_are_named_by_their_line() {
    for weight in ["0", "-3"] {
        refused(
            |folder| change(folder, "reponses.csv", set(9, "w_base", weight)),
            &["ligne 9", "colonne « w_base »", "plus grand que zéro"],
        );
    }
}

#[test]
fn an_answer_outside_its_scale_is_named_by_its_line() {
    refused(
        |folder| change(folder, "reponses.csv", set(5, "sat_eau", "6")),
        &["ligne 5", "colonne « sat_eau »", "6 n’est pas sur l’échelle « four »"],
    );
}

#[test]
fn a_column_or_a_table_that_is_not_there_is_said_with_those_that_are() {
    let plan = |from: &'static str, to: &'static str| {
        move |folder: &Folder| {
            fs::write(folder.path("plan.toml"), documented().replace(from, to)).expect("writes");
        }
    };
    refused(plan("\"w_base\"", "\"poids\""), &["pas de colonne « poids »", "w_base"]);
    refused(plan("table = \"census\"", "table = \"insee\""), &["La table « insee » manque", "--table insee="]);
    refused(plan("scale = \"four\"", "scale = \"five\""), &["« five »", "que le plan ne définit pas"]);
    refused(plan("version = 1", "version = 7"), &["version 7"]);
}

#[test]
fn a_survey_reads_the_files_of_spss() {
    use arpent_documents::spss::{Datum, Dictionary, SavWriter, Variable};
    let folder = Folder::new();
    let variables = vec![Variable::number("sat_eau", "Satisfait de l'eau", 0), Variable::number("poids", "Poids", 2)];
    let dictionary = Dictionary { variables, ..Dictionary::default() };
    let mut file = SavWriter::new(dictionary, jiff::civil::date(2026, 3, 1).at(8, 0, 0, 0)).expect("a file");
    for (answer, weight) in [(4.0, 1.0), (1.0, 3.0)].into_iter().cycle().take(40) {
        file.case(&[Datum::Number(answer), Datum::Number(weight)]).expect("a case");
    }
    fs::write(folder.path("reponses.sav"), file.finish()).expect("writes");
    let plan = "version = 1\nname = \"SPSS\"\n[scales.quatre]\ncodes = [1, 2, 3, 4]\n[[populations]]\nname = \"usagers\"\n\
                table = \"r\"\nweight = \"poids\"\n[[measures]]\nname = \"satisfaction\"\n\
                reading = { kind = \"scale\", scale = \"quatre\" }\nitems = [\"eau\"]\ncolumns = { usagers = \"sat_{item}\" }\n";
    fs::write(folder.path("plan.toml"), plan).expect("writes");
    let said = folder.run(&["survey", "plan.toml", "--table", "r=reponses.sav"]);
    assert!(said.well && said.text.contains("25,0 %"), "{}", said.text);
}

/// The example as a barometer hands it out: plan and fingerprints in one file, tables beside it.
fn handed_out(folder: &Folder) {
    let plan: toml::Value = toml::from_str(&documented()).expect("a plan");
    let piece = |name: &str, file: &str| {
        let sha256 = arpent_core::digest::sha256(fs::read(folder.path(file)).expect("reads"));
        serde_json::json!({ "name": name, "file": file, "sha256": sha256 })
    };
    let tables = [piece("answers", "reponses.csv"), piece("census", "marges.csv")];
    let repeat = serde_json::json!({ "format": 1, "cube_sha256": "", "plan": plan, "tables": tables });
    fs::write(folder.path("reprise.json"), repeat.to_string()).expect("writes");
}

#[test]
fn what_a_barometer_hands_out_gives_the_same_figures() {
    let folder = prepared();
    handed_out(&folder);
    let again = folder.run(&["survey", "reprise.json"]);
    assert!(again.well, "{}", again.text);
    assert_eq!(again.text, survey(&folder, &[]).text);
}

#[test]
fn a_table_that_changed_since_is_refused() {
    let folder = prepared();
    handed_out(&folder);
    change(&folder, "marges.csv", set(2, "effectif", "1"));
    let said = folder.run(&["survey", "reprise.json"]);
    assert!(!said.well && said.text.contains("son empreinte est différente"), "{}", said.text);
    let away = fs::read_to_string(folder.path("reprise.json")).expect("reads").replace("marges.csv", "../marges.csv");
    fs::write(folder.path("reprise.json"), away).expect("writes");
    assert!(!folder.run(&["survey", "reprise.json"]).well, "nothing is read outside the folder");
}
