//! `arpent survey`: a whole wave from a plan and its tables, without a database: weights, figures with their intervals,
//! changes, gaps, suppression. The figures are those of the engine `arpent-survey`, at full precision in JSON.

mod given;
mod readable;
mod refusals;

use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Result;
use arpent_survey::plan::{self, Report};

use crate::progress;
use crate::terminal::say;
use crate::texts::Texts;
use crate::trouble::trouble;

/// A plan and its tables.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The plan in TOML, or the `reprise.json` of a barometer's wave.
    #[arg(value_name = "FILE", required_unless_present = "schema")]
    plan: Option<PathBuf>,
    /// A table the plan names, and its file.
    #[arg(long = "table", value_name = "TABLE", value_parser = named)]
    tables: Vec<(String, PathBuf)>,
    /// Where the whole report is written, in JSON.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Writes the JSON schema of a plan.
    #[arg(long)]
    schema: bool,
}

fn named(typed: &str) -> Result<(String, PathBuf), String> {
    let (name, file) = typed.split_once('=').ok_or_else(|| "NAME=FILE".to_owned())?;
    Ok((name.to_owned(), PathBuf::from(file)))
}

pub(super) fn run(arguments: &Arguments, t: Texts) -> Result<()> {
    let Some(path) = arguments.plan.as_ref().filter(|_| !arguments.schema) else {
        say(&serde_json::to_string_pretty(&plan::schema())?);
        return Ok(());
    };
    let given = given::read(path, &arguments.tables, t)?;
    let bar = progress::bar(t.survey_running());
    let report = plan::run(&given.plan, &given.tables, &mut |done: usize, all: usize| {
        bar.set_length(u64::try_from(all).unwrap_or(u64::MAX));
        bar.set_position(u64::try_from(done).unwrap_or(u64::MAX));
    });
    bar.finish_and_clear();
    let report = report.map_err(|refusal| {
        trouble(t.survey_refused(), refusals::sentence(&refusal, &given, t), t.survey_refused_next())
    })?;
    if let Some(output) = &arguments.output {
        write(output, &report).map_err(|error| {
            trouble(t.survey_unwritable(output.display().to_string()), error, t.survey_unwritable_next())
        })?;
    }
    say(&readable::text(&given.plan, &report, t));
    if let Some(output) = &arguments.output {
        say(&t.survey_written(output.display().to_string()));
    }
    Ok(())
}

fn write(output: &Path, report: &Report) -> std::io::Result<()> {
    let mut file = File::create(output)?;
    serde_json::to_writer_pretty(&mut file, report)?;
    writeln!(file)
}
