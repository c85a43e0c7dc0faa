//! A participatory budget counted from its file, without a database: the documentation's example, minutes, every refusal in words.

use std::fs;

use crate::tools::{Folder, Said};

/// The file that the documentation shows.
fn documented() -> String {
    let page = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/count.md")).expect("the page");
    let file = page.split("```text\n").find(|part| part.starts_with("META")).and_then(|rest| rest.split("```").next());
    file.expect("its example").to_owned()
}

fn prepared(edit: impl Fn(String) -> String) -> Folder {
    let folder = Folder::new();
    fs::write(folder.path("budget.pb"), edit(documented())).expect("writes");
    folder
}

fn count(folder: &Folder, more: &[&str]) -> Said {
    folder.run(&[&["count", "budget.pb"][..], more].concat())
}

fn holds(said: &Said, words: &[&str]) {
    for words in words {
        assert!(said.text.contains(words), "{words} is not in:\n{}", said.text);
    }
}

#[test]
fn the_example_of_the_documentation_is_counted_and_explained() {
    let folder = prepared(|file| file);
    let said = count(&folder, &["--explain", "--compare"]);
    assert!(said.well, "{}", said.text);
    holds(
        &said,
        &[
            "Budget 60 000 ; 4 projets ; 8 bulletins.",
            "parts égales (un projet vaut ce qu’il coûte)",
            "Un verger partagé (a1) : 24 000, 4 voix",
            "voient aboutir au moins un de leurs choix : 6 sur 8 (75,0 %)",
            "ce qu’il leur aurait fallu",
            "la règle séquentielle de Phragmén",
        ],
    );
    let english = count(&folder, &["--lang", "en", "--rule", "greedy"]);
    holds(&english, &["the projects with most votes", "8 ballots"]);
}

#[test]
fn every_result_is_in_the_json() {
    let said = count(&prepared(|file| file), &["--json", "--explain", "--compare", "--ties", "votes-cost-id"]);
    let json: serde_json::Value = serde_json::from_str(said.text.trim()).expect("JSON");
    assert_eq!(json["count"]["budget"], "60000");
    assert_eq!(json["count"]["ties"], "votes-cost-id");
    assert_eq!(json["effect"]["people"], 8);
    assert_eq!(json["beside"].as_array().expect("rules").len(), 9);
    let winners = json["count"]["winners"].as_array().expect("winners").len();
    assert_eq!(winners + json["losers"].as_array().expect("losers").len(), 4);
}

#[test]
fn minutes_are_the_same_each_time_and_signed() {
    let folder = prepared(|file| file);
    // RFC 8410's example of a private key.
    let key = "302e020100300506032b657004220420d4ee72dbf913584ad5b6d8f1f769f8ad3afe7c28cbf1d4fbe097a88f44755842";
    let bytes: Vec<u8> =
        (0..key.len()).step_by(2).map(|at| u8::from_str_radix(&key[at..at + 2], 16).expect("hexadecimal")).collect();
    fs::write(folder.path("key.der"), bytes).expect("writes");
    let signed = |name: &str| {
        let said = count(&folder, &["--transcript", name, "--sign-key", "key.der"]);
        assert!(said.well, "{}", said.text);
        let sig = fs::read_to_string(folder.path(&format!("{name}.sig"))).expect("a signature");
        (fs::read(folder.path(name)).expect("minutes"), sig)
    };
    let (first, second) = (signed("first.json"), signed("second.json"));
    assert_eq!(first, second);
    let signature: serde_json::Value = serde_json::from_str(&first.1).expect("JSON");
    assert_eq!(signature["public_key"], "19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1");
    let refused = count(&folder, &["--transcript", "third.json", "--sign-key", "budget.pb"]);
    assert!(!refused.well && !folder.path("third.json").exists());
    holds(&refused, &["La clef budget.pb ne peut pas signer", "openssl genpkey"]);
}

#[test]
fn minutes_are_compared_with_a_count_made_elsewhere_and_their_signature_verified() {
    let folder = prepared(|file| file);
    let key = "302e020100300506032b657004220420d4ee72dbf913584ad5b6d8f1f769f8ad3afe7c28cbf1d4fbe097a88f44755842";
    let public = "19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1";
    let bytes: Vec<u8> =
        (0..key.len()).step_by(2).map(|at| u8::from_str_radix(&key[at..at + 2], 16).expect("hexadecimal")).collect();
    fs::write(folder.path("key.der"), bytes).expect("writes");
    assert!(count(&folder, &["--transcript", "m.json", "--sign-key", "key.der"]).well);
    let checked = count(&folder, &["--check", "m.json", "--public-key", public]);
    assert!(checked.well, "{}", checked.text);
    holds(&checked, &["dit exactement ce que ce dépouillement a donné", "Sa signature est bonne", public]);

    let other_rule = count(&folder, &["--rule", "greedy", "--check", "m.json"]);
    assert!(!other_rule.well);
    holds(&other_rule, &["ne dit pas ce que ce dépouillement a donné", "rule"]);
    let other_key = count(&folder, &["--check", "m.json", "--public-key", &"0".repeat(64)]);
    assert!(!other_key.well);
    holds(&other_key, &["signé par une autre clef"]);
    let signature = fs::read_to_string(folder.path("m.json.sig")).expect("a signature");
    let forged = signature.replace("\"signature\":\"", "\"signature\":\"00");
    fs::write(folder.path("m.json.sig"), forged).expect("writes");
    let forged = count(&folder, &["--check", "m.json"]);
    assert!(!forged.well);
    holds(&forged, &["La signature n’est pas celle de ce procès-verbal"]);
    fs::remove_file(folder.path("m.json.sig")).expect("removed");
    let unsigned = count(&folder, &["--check", "m.json"]);
    assert!(unsigned.well, "{}", unsigned.text);
    holds(&unsigned, &["Aucune signature"]);
}

/// What is refused, once the file was changed so.
fn refused(edit: impl Fn(String) -> String, more: &[&str], words: &[&str]) {
    let folder = prepared(edit);
    let said = count(&folder, &[&["--transcript", "minutes.json"][..], more].concat());
    assert!(!said.well, "{}", said.text);
    holds(&said, words);
    assert!(!folder.path("minutes.json").exists(), "nothing is written");
    let english = count(&folder, &[&["--lang", "en"][..], more].concat());
    assert!(!english.well && !english.text.contains("ligne"), "{}", english.text);
}

#[test]
fn faults_of_a_file_are_named_by_line_and_cell_all_at_once() {
    let edit = |file: String| file.replace("a2;30000", "a2;-30000").replace("4;a2", "4;a9");
    refused(
        edit,
        &[],
        &["ligne 8, colonne 2 : « -30000 » est négatif", "ligne 16, colonne 2 : le projet « a9 » n’existe pas"],
    );
    refused(|file| file.replace("a4;9000", "a1;9000"), &[], &["le projet « a1 » est déjà donné à la ligne 7"]);
    refused(|file| file.replace("budget;60000\n", ""), &[], &["META ne donne pas « budget »"]);
    let without = |file: String| file.split("VOTES").next().unwrap_or_default().to_owned();
    refused(without, &[], &["la section VOTES manque"]);
}

#[test]
fn what_a_rule_cannot_count_is_said() {
    refused(|file| file, &["--rule", "majority-judgment"], &["demande des points, des rangs ou des notes"]);
    refused(|file| file, &["--ties", "absent.txt"], &["L’ordre des égalités absent.txt ne peut pas être lu"]);
    refused(|file| file, &["--envelope", "culture=100"], &["L’enveloppe « culture » ne nomme aucun projet"]);
    refused(|file| file, &["--increment", "0"], &["le pas ne peut pas être nul"]);
    refused(|file| file, &["--increment", "0.001"], &["trop précis"]);
}

#[test]
fn what_does_not_forbid_counting_is_told() {
    let folder = prepared(|file| file.replace("budget;", "num_votes;9\nbudget;").replace("4;a2", "4;a2,a2"));
    let said = count(&folder, &["--envelope", "nature=20000", "--rule", "greedy"]);
    assert!(said.well, "{}", said.text);
    holds(
        &said,
        &["META annonce num_votes = 9, le fichier en contient 8", "est choisi deux fois", "Des bancs à l’ombre"],
    );
    assert!(!said.text.contains("Un verger"), "{}", said.text);
}
