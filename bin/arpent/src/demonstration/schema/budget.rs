//! The table `[budget]` of a démarche, and the files of `budget/` it brings in.

use anyhow::{Context as _, Result};
use serde::Deserialize;

use super::Offset;

const PROJECTS: &str = include_str!("../../../../../demo/budget/ecole-a-pied.toml");
const BALLOTS: &str = include_str!("../../../../../demo/budget/bulletins.csv");

/// A participatory budget, and who holds it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    /// Who settles it, opens and closes its ballot, counts.
    pub by: String,
    /// Who says whether projects can be done, and follows the works.
    pub studied_by: String,
    /// The two people who hold the booth and key its sheets.
    pub readers: [String; 2],
    /// The day projects are studied and the budget published.
    pub prepared_day: Offset,
    /// The day everyone votes.
    pub vote_day: Offset,
    /// The day the box is opened.
    pub counted_day: Offset,
    /// The last day of the works that are told.
    pub followed_day: Offset,
}

/// What `budget/ecole-a-pied.toml` says, as the forms of the budget are typed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BudgetFile {
    /// Its title.
    pub title: String,
    /// What it is for.
    pub text: String,
    /// What a project must respect, one sentence a line.
    pub criteria: String,
    /// In euros.
    pub amount: String,
    /// What one does on the ballot: a code.
    pub ballot: String,
    /// How many projects one chooses.
    pub most: String,
    /// How winners are found: a code.
    pub rule: String,
    /// What becomes of the rest: a code.
    pub completion: String,
    /// Who comes first among equals: a code.
    pub ties: String,
    /// From which age.
    pub min_age: String,
    /// Zones that the ballot offers.
    pub zones: Vec<String>,
    /// First and last day of the five steps.
    pub days: [[Offset; 2]; 5],
    /// Projects, by their number.
    pub project: Vec<BudgetProject>,
    /// What became of winners.
    pub works: Vec<BudgetWorks>,
    /// What they cost.
    pub line: Vec<BudgetLine>,
}

/// A project and the verdict it was given.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BudgetProject {
    /// Its title.
    pub title: String,
    /// What it is.
    pub text: String,
    /// Where.
    pub place: String,
    /// Latitude and longitude; empty for what is in several places.
    #[serde(default)]
    pub point: String,
    /// The service that studied it.
    pub unit: String,
    /// In euros.
    pub cost: String,
    /// When it could be done.
    pub delay: String,
    /// Why it can be done, or not.
    pub reason: String,
    /// The contributions it comes from.
    pub sources: Vec<String>,
}

/// A step reached by a winner.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BudgetWorks {
    /// Its number.
    pub project: i64,
    /// When.
    pub day: Offset,
    /// A code.
    pub stage: String,
    /// The service that leads it.
    pub unit: String,
    /// What happened.
    pub text: String,
}

/// An amount of a winner.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BudgetLine {
    /// Its number.
    pub project: i64,
    /// When.
    pub day: Offset,
    /// A code.
    pub kind: String,
    /// In euros.
    pub amount: String,
    /// Of the deliberation, the order, the invoice.
    pub reference: String,
}

/// A line of `budget/bulletins.csv`.
#[derive(Debug)]
pub struct BudgetBallot<'a> {
    /// At a booth rather than on line.
    pub paper: bool,
    /// Bracket of ages, empty when it was not said.
    pub age: &'a str,
    /// Zone, empty when it was not said.
    pub zone: &'a str,
    /// Numbers of projects, `nul` for a spoiled sheet.
    pub projects: &'a str,
}

/// The budget, its projects and its works.
///
/// # Errors
/// The file is not what the README says.
pub fn budget() -> Result<BudgetFile> {
    toml::from_str(PROJECTS).context("budget/ecole-a-pied.toml")
}

/// Every ballot, in the order of the file.
///
/// # Errors
/// The file is not what the README says.
pub fn ballots() -> Result<Vec<BudgetBallot<'static>>> {
    BALLOTS.lines().skip(1).map(|line| ballot(line).with_context(|| format!("budget/bulletins.csv: {line}"))).collect()
}

fn ballot(line: &'static str) -> Option<BudgetBallot<'static>> {
    let mut cells = line.split(';');
    let paper = match cells.next()? {
        "papier" => true,
        "en ligne" => false,
        _ => return None,
    };
    Some(BudgetBallot { paper, age: cells.next()?, zone: cells.next()?, projects: cells.next()? })
}
