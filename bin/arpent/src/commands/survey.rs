//! `arpent survey`: a whole wave from a plan and its tables, without a database: weights, figures with their intervals,
//! changes, gaps, suppression. The figures are those of the engine `arpent-survey`, at full precision in JSON.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Result;
use arpent_documents::tables::{Limits, Reader};
use arpent_survey::plan::{self, Figure, Plan, Reading, Report, Table, Tables};

use crate::progress;
use crate::terminal::say;
use crate::texts::Texts;
use crate::trouble::trouble;

/// A plan and its tables.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The plan, in TOML.
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
    let plan = read_plan(path, t)?;
    let mut tables = Tables::new();
    for (name, file) in &arguments.tables {
        tables.insert(name.clone(), read_table(file, t)?);
    }
    let bar = progress::bar(t.survey_running());
    let report = plan::run(&plan, &tables, &mut |done: usize, all: usize| {
        bar.set_length(u64::try_from(all).unwrap_or(u64::MAX));
        bar.set_position(u64::try_from(done).unwrap_or(u64::MAX));
    });
    bar.finish_and_clear();
    let report = report.map_err(|refusal| trouble(t.survey_refused(), refusal, t.survey_refused_next()))?;
    if let Some(output) = &arguments.output {
        let mut file = File::create(output).map_err(|error| unwritable(output, &error, t))?;
        serde_json::to_writer_pretty(&mut file, &report)?;
        writeln!(file)?;
    }
    say(&readable(&report, t));
    Ok(())
}

fn unwritable(path: &Path, error: &std::io::Error, t: Texts) -> anyhow::Error {
    trouble(t.survey_unwritable(path.display().to_string()), error, t.survey_unwritable_next())
}

fn read_plan(path: &Path, t: Texts) -> Result<Plan> {
    let unreadable = |why: String| trouble(t.survey_plan(path.display().to_string()), why, t.survey_plan_next());
    let text = fs::read_to_string(path).map_err(|error| unreadable(error.to_string()))?;
    toml::from_str(&text).map_err(|error| unreadable(error.to_string()))
}

fn read_table(path: &Path, t: Texts) -> Result<Table> {
    let unreadable =
        |why: String| trouble(t.import_unreadable(path.display().to_string()), why, t.import_format_next());
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let file = File::open(path).map_err(|error| unreadable(error.to_string()))?;
    let reader = Reader::open(file, &name, &Limits::default()).map_err(|error| unreadable(error.to_string()))?;
    let header = reader.headers().to_vec();
    let mut rows: Vec<Vec<String>> = Vec::new();
    for line in reader {
        let line = line.map_err(|error| unreadable(format!("{}: {}", error.line, error.reason)))?;
        let mut cells = line.cells;
        cells.resize(header.len(), String::new());
        rows.push(cells);
    }
    Table::from_cells(&header, &rows).ok_or_else(|| unreadable(header.join(" · ")))
}

/// The figures in columns, for a person; the whole report is in the JSON.
fn readable(report: &Report, t: Texts) -> String {
    let mut lines = vec![t.survey_title(&report.plan)];
    for population in &report.populations {
        let used = &population.weighting.used;
        lines.push(t.survey_population(deff(used.deff), used.n_eff.round(), population.n, &population.name));
    }
    lines.push(String::new());
    let table: Vec<[String; 6]> = std::iter::once(header(t)).chain(report.figures.iter().map(row)).collect();
    let width = |column: usize| table.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..6).map(width).collect();
    for row in &table {
        let cell = |(column, text): (usize, &String)| {
            let pad = " ".repeat(widths[column].saturating_sub(text.chars().count()));
            if column < 3 { format!("{text}{pad}") } else { format!("{pad}{text}") }
        };
        lines.push(row.iter().enumerate().map(cell).collect::<Vec<_>>().join("  ").trim_end().to_owned());
    }
    lines.join("\n")
}

fn deff(value: f64) -> f64 {
    (value * 1_000.0).round() / 1_000.0
}

fn header(t: Texts) -> [String; 6] {
    [t.survey_measure(), t.survey_who(), t.survey_item(), t.survey_value(), t.survey_interval(), "n"].map(str::to_owned)
}

fn row(figure: &Figure) -> [String; 6] {
    let [value, interval, n] = match &figure.reading {
        Reading::Hidden(_) => ["*".to_owned(), String::new(), String::new()],
        Reading::Shown(shown) => {
            let interval = shown.interval.map(|i| format!("[{:.4} ; {:.4}]", i.low, i.high)).unwrap_or_default();
            [format!("{:.4}", shown.value), interval, shown.n.to_string()]
        }
    };
    [figure.measure.clone(), figure.population.clone(), figure.item.clone(), value, interval, n]
}
