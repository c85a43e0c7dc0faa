//! An election as a Pabulib file.

use std::collections::BTreeSet;

use crate::amount::written;
use crate::election::{Choice, Election, Project, VoteType};

const SECTION: &str = "a section's lines are written to memory";

/// The file: META as it was read with its counts brought up to date, then projects, then ballots in their order. Reading it
/// again gives an equal election.
pub fn write(election: &Election) -> String {
    let mut out = String::from("META\n");
    out.push_str(&lines(meta(election)));
    out.push_str("PROJECTS\n");
    out.push_str(&lines(projects(election)));
    out.push_str("VOTES\n");
    out.push_str(&lines(votes(election)));
    out
}

fn lines(rows: Vec<Vec<String>>) -> String {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').flexible(true).from_writer(Vec::new());
    for row in rows {
        debug_assert!(writer.write_record(row).is_ok(), "{SECTION}");
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn meta(election: &Election) -> Vec<Vec<String>> {
    let ours = [
        ("num_projects", election.ids.len().to_string()),
        ("num_votes", election.people.len().to_string()),
        ("budget", election.money(election.budget)),
        ("vote_type", election.vote_type.word().to_owned()),
    ];
    let mut rows = vec![vec!["key".to_owned(), "value".to_owned()]];
    let current = |key: &str| ours.iter().find(|(one, _)| *one == key).map(|(_, value)| value.clone());
    for (key, value) in election.meta() {
        rows.push(vec![key.clone(), current(key).unwrap_or_else(|| value.clone())]);
    }
    let absent = ours.iter().filter(|(key, _)| election.meta_value(key).is_none());
    rows.extend(absent.map(|(key, value)| vec![(*key).to_owned(), value.clone()]));
    rows
}

fn projects(election: &Election) -> Vec<Vec<String>> {
    let all = || election.projects().iter();
    let details: BTreeSet<&String> = all().flat_map(|project| project.details.keys()).collect();
    let named = all().any(|project| !project.name.is_empty());
    let sorted = all().any(|project| !project.categories.is_empty());
    let judged = all().any(|project| project.selected.is_some());
    let optional = [(named, "name"), (sorted, "category"), (judged, "selected")];
    let shown = || optional.iter().filter(|(shown, _)| *shown).map(|(_, name)| *name);
    let heads = ["project_id", "cost"].into_iter().chain(shown()).map(str::to_owned);
    let row = |project: &Project| {
        let cell = |name: &str| match name {
            "name" => project.name.clone(),
            "category" => project.categories.join(","),
            _ => project.selected.map(|selected| u8::from(selected).to_string()).unwrap_or_default(),
        };
        let details = details.iter().map(|key| project.details.get(*key).cloned().unwrap_or_default());
        [project.id.clone(), election.money(project.cost)].into_iter().chain(shown().map(cell)).chain(details).collect()
    };
    std::iter::once(heads.chain(details.iter().map(|key| (*key).clone())).collect()).chain(all().map(row)).collect()
}

fn votes(election: &Election) -> Vec<Vec<String>> {
    let points = election.vote_type.has_points();
    let identified = election.columns().iter().any(|column| column.name == "voter_id");
    let own = (!identified).then_some("voter_id").into_iter();
    let heads = own.chain(election.columns().iter().map(|column| column.name.as_str()));
    let heads = heads.chain(["vote"]).chain(points.then_some("points")).map(str::to_owned).collect();
    let row = |(person, place): (usize, &u32)| {
        let own = (!identified).then(|| (person + 1).to_string()).into_iter();
        let columns = election.columns().iter().map(|column| column.labels[column.codes[person] as usize].clone());
        let [ids, given] = ballot(election, election.ballots.choices(*place as usize));
        own.chain(columns).chain([ids]).chain(points.then_some(given)).collect()
    };
    std::iter::once(heads).chain(election.people.iter().enumerate().map(row)).collect()
}

/// Identifiers, and points.
fn ballot(election: &Election, choices: &[Choice]) -> [String; 2] {
    let mut choices = choices.to_vec();
    if election.vote_type == VoteType::Ordinal {
        choices.sort_by_key(|choice| std::cmp::Reverse(choice.points));
    }
    let ids: Vec<&str> = choices.iter().map(|choice| election.ids.at(choice.project as usize)).collect();
    let points: Vec<String> =
        choices.iter().map(|choice| written(u64::from(choice.points), election.points_decimals)).collect();
    [ids.join(","), points.join(",")]
}
