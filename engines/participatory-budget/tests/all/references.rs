//! Eight real elections, read in place: the winners of pabutools, of the browser tool of equalshares.net, the official ones.

use std::fs;
use std::path::{Path, PathBuf};

use arpent_participatory_budget::{
    Completion, Election, Options, Outcome, Rule, Satisfaction, Ties, VoteType, count, pabulib,
};
use serde_json::Value;

/// The shared folder beside the workspace, or beside the worktree's main one.
pub fn folder() -> Option<PathBuf> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let given = std::env::var_os("ARPENT_SHARED_DATA").map(PathBuf::from);
    let found = given.into_iter().chain([workspace.join("../shared/data")]).map(|data| data.join("pb"));
    let found = found.into_iter().find(|folder| folder.is_dir());
    if found.is_none() {
        println!(
            "../shared/data/pb is absent: the real elections are not compared (ARPENT_SHARED_DATA names another place)"
        );
    }
    found
}

/// Every election with what is expected of it.
pub fn elections() -> Vec<(String, Election, Value)> {
    let Some(folder) = folder() else { return Vec::new() };
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).expect("a folder").map(|one| one.expect("a file").path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "pb"));
    files.sort();
    let read = |path: PathBuf| {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let election = pabulib::read(&fs::read(&path).expect("reads")).expect("is read");
        let expected = fs::read(path.with_file_name(format!("{name}.expected.json"))).expect("expected");
        (name, election, serde_json::from_slice(&expected).expect("JSON"))
    };
    files.into_iter().map(read).collect()
}

fn rule(word: &str) -> Rule {
    let (rule, satisfaction) = word.rsplit_once('-').unwrap_or((word, ""));
    let satisfaction = match satisfaction {
        "cost" => Satisfaction::Cost,
        "card" => Satisfaction::Cardinality,
        _ => Satisfaction::Points,
    };
    let shares = |completion| Rule::EqualShares { satisfaction, completion };
    match rule {
        "greedy" => Rule::Greedy { satisfaction },
        "mes" => shares(Completion::NONE),
        "mes_u" => shares(Completion::GREEDY),
        "mes_add1" => shares(Completion::add1()),
        "mes_add1u" => shares(Completion::add1u()),
        "phragmen" => Rule::Phragmen,
        other => panic!("the expectations hold a rule unknown here: {other}"),
    }
}

fn ids(election: &Election, outcome: &Outcome) -> Vec<String> {
    outcome.places().map(|place| election.projects()[place].id.clone()).collect()
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().expect("a list").iter().map(|one| one.as_str().expect("a text").to_owned()).collect()
}

#[test]
fn pabutools_winners_in_order() {
    let mut compared = 0;
    for (name, election, expected) in elections() {
        for (word, result) in expected["pabutools"]["results"].as_object().expect("results") {
            let outcome = count(&election, &Options::new(rule(word))).expect("counts");
            let (mut ours, theirs) = (ids(&election, &outcome), texts(&result["winners_in_order"]));
            if word == "phragmen" {
                // The peer sorts its winners.
                ours.sort();
            }
            assert_eq!(ours, theirs, "{name}, {word}");
            assert_eq!(election.money(outcome.cost), result["total_cost"].as_str().expect("a cost"), "{name}, {word}");
            compared += 1;
        }
    }
    println!("{compared} outcomes compared");
    assert!(compared > 30 || folder().is_none(), "{compared} outcomes only");
}

#[test]
fn equalshares_net_winners_in_order() {
    for (name, election, expected) in elections() {
        let Some(results) = expected["equalshares_js"]["results"].as_object() else { continue };
        for (word, result) in results {
            let completion = match word.as_str() {
                "none" => Completion::NONE,
                "add1" => Completion::add1(),
                "add1u" => Completion::add1u(),
                other => panic!("a completion unknown here: {other}"),
            };
            let rule = Rule::EqualShares { satisfaction: Satisfaction::Cost, completion };
            let outcome = count(&election, &Options::new(rule).ties(Ties::VotesCostId)).expect("counts");
            assert_eq!(ids(&election, &outcome), texts(&result["winners_in_order"]), "{name}, {word}");
            let endowment = outcome.endowment.expect("an endowment").to_f64();
            let theirs = result["final_endowment"].as_f64().expect("a number");
            assert!((endowment - theirs).abs() < 1e-6, "{name}, {word}: {endowment} against {theirs}");
        }
    }
}

#[test]
fn the_official_winners_of_assen() {
    for (name, election, expected) in elections() {
        if expected["rule_in_file"] != "equalshares/add1" {
            continue;
        }
        assert_eq!(election.vote_type(), VoteType::Approval);
        let rule = Rule::EqualShares { satisfaction: Satisfaction::Cost, completion: Completion::add1() };
        let mut ours = ids(&election, &count(&election, &Options::new(rule)).expect("counts"));
        ours.sort();
        assert_eq!(ours, texts(&expected["official_selected"]), "{name}");
    }
}
