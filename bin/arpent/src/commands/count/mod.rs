//! `arpent count`: a participatory budget from its Pabulib file, without a database: winners, ties, reasons, other rules,
//! minutes that anyone can check. The count is that of the engine `arpent-participatory-budget`.

mod asked;
mod check;
mod minutes;
mod readable;
mod refusals;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use arpent_core::digest::sha256;
use arpent_participatory_budget::pabulib::{Fault, examine};
use arpent_participatory_budget::{Election, Options, Outcome, count, explain};
use serde_json::json;

use crate::terminal::{complain, say};
use crate::texts::Texts;
use crate::trouble::trouble;

/// A file, what was decided beforehand, and what is wanted.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The election.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    asked: asked::Asked,
    /// Why each loser lost.
    #[arg(long)]
    explain: bool,
    /// Other rules on the same ballots.
    #[arg(long)]
    compare: bool,
    /// Everything as JSON.
    #[arg(long)]
    json: bool,
    /// Where minutes are written.
    #[arg(long, value_name = "FILE")]
    transcript: Option<PathBuf>,
    /// An Ed25519 key that signs them.
    #[arg(long, value_name = "FILE", requires = "transcript")]
    sign_key: Option<PathBuf>,
    /// Minutes to compare with.
    #[arg(long, value_name = "FILE", conflicts_with = "json")]
    check: Option<PathBuf>,
    /// The key that must have signed them.
    #[arg(long, value_name = "KEY", requires = "check")]
    public_key: Option<String>,
}

pub(super) fn run(arguments: &Arguments, t: Texts) -> Result<()> {
    let shown = arguments.file.display().to_string();
    let bytes = fs::read(&arguments.file)
        .map_err(|error| trouble(t.count_unreadable(&shown), error, t.count_unreadable_next()))?;
    let election = read(&bytes, &shown, t)?;
    let options = arguments.asked.options(&election, t)?;
    let refused = |error| trouble(t.count_refused(), refusals::rule(&error, t), t.count_refused_next());
    let outcome = count(&election, &options).map_err(refused)?;
    if let Some(path) = &arguments.transcript {
        minutes::write(path, arguments.sign_key.as_deref(), &election, &options, &outcome, &sha256(&bytes), t)?;
    }
    let losers =
        if arguments.explain { explain::losers(&election, &options, &outcome).map_err(refused)? } else { Vec::new() };
    let beside = if arguments.compare { explain::beside(&election, &options).map_err(refused)? } else { Vec::new() };
    let found = Found { election: &election, options: &options, outcome: &outcome, losers, beside };
    if arguments.json {
        say(&found.json(&sha256(&bytes)).to_string());
    } else {
        say(&readable::text(&found, arguments.explain, t));
        if let Some(path) = &arguments.transcript {
            say(&t.count_written(path.display().to_string()));
        }
        if let Some(minutes) = &arguments.check {
            let told = check::Told { minutes, public_key: arguments.public_key.as_deref() };
            say(&check::check(&told, (&election, &options, &outcome), &bytes, t)?);
        }
    }
    Ok(())
}

/// What the outputs show.
struct Found<'a> {
    election: &'a Election,
    options: &'a Options,
    outcome: &'a Outcome,
    losers: Vec<explain::Loser>,
    beside: Vec<explain::Beside>,
}

impl Found<'_> {
    fn id(&self, place: usize) -> &str {
        &self.election.projects()[place].id
    }

    fn ids(&self, places: impl IntoIterator<Item = usize>) -> Vec<&str> {
        places.into_iter().map(|place| self.id(place)).collect()
    }

    /// Amounts are decimal texts in the currency, fractions are exact.
    fn json(&self, digest: &str) -> serde_json::Value {
        let money = |units: u64| self.election.money(units);
        let minutes =
            arpent_participatory_budget::transcript::transcript(self.election, self.options, self.outcome, digest);
        let loser = |one: &explain::Loser| {
            json!({
                "project": self.id(one.project), "votes": one.votes, "winning_cost": one.winning_cost.map(money),
                "more_votes": one.more_votes, "lost_to": self.ids(one.lost_to.iter().copied()),
            })
        };
        let beside = |one: &explain::Beside| json!({ "rule": one.rule, "winners": self.ids(one.outcome.places()), "cost": money(one.outcome.cost) });
        json!({
            "count": serde_json::from_slice::<serde_json::Value>(&minutes).unwrap_or_default(),
            "effect": arpent_participatory_budget::effects::effect(self.election, self.outcome),
            "losers": self.losers.iter().map(loser).collect::<Vec<_>>(),
            "beside": self.beside.iter().map(beside).collect::<Vec<_>>(),
        })
    }
}

/// Faults worth telling are told; one that forbids counting stops, with those after it.
fn read(bytes: &[u8], shown: &str, t: Texts) -> Result<Election> {
    let (election, faults) = examine(bytes);
    let sentences = |faults: Vec<&Fault>| {
        let mut lines: Vec<String> = faults.iter().take(20).map(|fault| refusals::fault(fault, t)).collect();
        lines.extend(
            (faults.len() > 20).then(|| t.count_more_faults(i64::try_from(faults.len() - 20).unwrap_or(i64::MAX))),
        );
        lines.join("\n  ")
    };
    let Some(election) = election else {
        let refused = faults.iter().filter(|fault| fault.kind.is_refused()).collect();
        return Err(trouble(t.count_faulty(shown), sentences(refused), t.count_faulty_next()));
    };
    if !faults.is_empty() {
        complain(&format!("{}\n  {}", t.count_warned(shown), sentences(faults.iter().collect())));
    }
    Ok(election)
}

/// A file that could not be written.
fn unwritable(path: &Path, why: impl std::fmt::Display, t: Texts) -> anyhow::Error {
    trouble(t.count_unwritable(path.display().to_string()), why, t.count_unwritable_next())
}
