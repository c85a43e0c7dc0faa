//! The file that is counted and published, in the format of Pabulib (Faliszewski et al. 2023).

use std::collections::BTreeMap;

use arpent_core::money;

use super::ballot::Marks;
use super::settings::{BallotKind, Settings};

/// A project of the file.
#[derive(Debug, Clone)]
pub struct Listed {
    /// Its number.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// In cents.
    pub cost: i64,
    /// The name of its envelope; empty when there is one alone.
    pub envelope: String,
}

/// What a file says besides projects and ballots.
#[derive(Debug, Clone)]
pub struct Heading {
    /// What the budget is called.
    pub title: String,
    /// Where.
    pub site: String,
    /// In cents.
    pub amount: i64,
    /// First and last day of the vote.
    pub days: (String, String),
}

/// The identifier of a project: of one length, so that the order of texts is that of numbers.
pub fn id(number: i64) -> String {
    format!("{number:03}")
}

/// What the ballots are called in the file.
pub const fn vote_type(kind: BallotKind) -> &'static str {
    match kind {
        BallotKind::Approval | BallotKind::Knapsack => "approval",
        BallotKind::Points => "cumulative",
        BallotKind::Ranked => "ordinal",
        BallotKind::Grades => "scoring",
    }
}

fn cell(text: &str) -> String {
    let plain = text.replace(['\n', '\r'], " ");
    if plain.contains([';', '"', ',']) { format!("\"{}\"", plain.replace('"', "\"\"")) } else { plain }
}

fn row(cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
    cells.join(";") + "\n"
}

/// The projects a ballot names, in its order of preference, and their points.
fn line(kind: BallotKind, marks: &Marks) -> (String, String) {
    let mut named: Vec<(i64, i64)> = marks.0.iter().map(|(number, value)| (*number, *value)).collect();
    match kind {
        BallotKind::Ranked => named.sort_by_key(|(_, rank)| *rank),
        // The lowest grade and no grade are the same thing.
        BallotKind::Grades => named.retain(|(_, grade)| *grade > 0),
        _ => {}
    }
    let join = |texts: Vec<String>| texts.join(",");
    (join(named.iter().map(|(n, _)| id(*n)).collect()), join(named.iter().map(|(_, v)| v.to_string()).collect()))
}

/// Writes the file: ballots in the order given, which the caller has drawn at random. Ballots keep only the projects that
/// are in the file; one left empty still counts.
pub fn write(heading: &Heading, settings: &Settings, projects: &[Listed], ballots: &[Marks]) -> String {
    let kind = settings.ballot;
    let has_points = matches!(kind, BallotKind::Points | BallotKind::Grades);
    let divided = projects.iter().any(|project| !project.envelope.is_empty());
    let mut text = String::from("META\nkey;value\n");
    let (amount, most) = (money::plain(heading.amount), settings.most.to_string());
    let (count, votes) = (projects.len().to_string(), ballots.len().to_string());
    let mut meta: Vec<(&str, &str)> = vec![
        ("description", &heading.title),
        ("country", "France"),
        ("unit", &heading.site),
        ("num_projects", &count),
        ("num_votes", &votes),
        ("budget", &amount),
        ("currency", "EUR"),
        ("vote_type", vote_type(kind)),
        ("rule", settings.rule.code()),
        ("date_begin", &heading.days.0),
        ("date_end", &heading.days.1),
    ];
    match kind {
        BallotKind::Approval | BallotKind::Ranked => meta.push(("max_length", &most)),
        BallotKind::Knapsack => meta.push(("max_sum_cost", &amount)),
        BallotKind::Points => meta.push(("max_sum_points", &most)),
        BallotKind::Grades => {}
    }
    for (key, value) in meta {
        text += &row(&[key, value]);
    }
    text += if divided { "PROJECTS\nproject_id;cost;name;envelope\n" } else { "PROJECTS\nproject_id;cost;name\n" };
    for one in projects {
        let (id, cost) = (id(one.number), money::plain(one.cost));
        let cells = [id.as_str(), &cost, &one.title, &one.envelope];
        text += &row(if divided { &cells } else { &cells[..3] });
    }
    text += if has_points { "VOTES\nvoter_id;vote;points\n" } else { "VOTES\nvoter_id;vote\n" };
    let counted: BTreeMap<i64, i64> = projects.iter().map(|one| (one.number, one.cost)).collect();
    for (at, marks) in ballots.iter().enumerate() {
        let (named, points) = line(kind, &marks.keep(&counted));
        let cells = [(at + 1).to_string(), named, points];
        // Lists are quoted by nobody in Pabulib's files.
        text += &(if has_points { cells.join(";") } else { cells[..2].join(";") });
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_says_everything_and_names_nobody() {
        let heading = Heading {
            title: "Le parc; \"2026\"".into(),
            site: "Voiron".into(),
            amount: 10_000_050,
            days: ("2026-11-01".into(), "2026-11-15".into()),
        };
        let projects = [
            Listed { number: 2, title: "Un banc".into(), cost: 50_000, envelope: String::new() },
            Listed { number: 12, title: "Un ponton".into(), cost: 120_050, envelope: String::new() },
        ];
        let ballots = [Marks([(2, 1), (7, 1), (12, 1)].into()), Marks::default()];
        let text = write(&heading, &Settings::default(), &projects, &ballots);
        assert!(text.contains("description;\"Le parc; \"\"2026\"\"\"\n") && text.contains("budget;100000.50\n"));
        assert!(text.contains("PROJECTS\nproject_id;cost;name\n002;500;Un banc\n012;1200.50;Un ponton\n"), "{text}");
        assert!(text.ends_with("VOTES\nvoter_id;vote\n1;002,012\n2;\n"), "{text}");
    }

    #[test]
    fn ranks_are_an_order_and_the_lowest_grade_is_silence() {
        let marks = Marks([(1, 2), (2, 1), (3, 0)].into());
        assert_eq!(line(BallotKind::Ranked, &Marks([(1, 2), (2, 1)].into())).0, "002,001");
        assert_eq!(line(BallotKind::Grades, &marks), ("001,002".to_owned(), "2,1".to_owned()));
    }
}
