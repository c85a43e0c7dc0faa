//! `arpent import`: what people said elsewhere, answers to a barometer, a charter, or the communes of the territory and
//! their contours, from a file.

mod answers;
mod charter;
mod communes;
mod contours;
mod contributions;

use std::fs::{self, File};
use std::io::{self, BufRead as _, IsTerminal as _};
use std::path::{Path, PathBuf};

use anyhow::Result;
use arpent_documents::tables::{Limits, Reader, TableError};

use crate::instance::Instance;
use crate::options::Options;
use crate::texts::Texts;
use crate::trouble::trouble;

/// What to bring in.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// CSV, XLSX, ODS, SPSS or JSON lines, compressed or not.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The démarche the words belong to.
    #[arg(long, value_name = "SLUG", required_unless_present_any = ["communes", "contours", "barometer"])]
    initiative: Option<String>,
    /// The file lists communes, not words.
    #[arg(long, conflicts_with = "initiative")]
    communes: bool,
    /// The file holds contours of communes.
    #[arg(long, conflicts_with_all = ["initiative", "communes"])]
    contours: bool,
    /// The file holds the charter of this démarche, in TOML.
    #[arg(long, conflicts_with_all = ["communes", "contours", "barometer"], requires = "initiative")]
    charter: bool,
    /// Where the contours come from; the name of the file otherwise.
    #[arg(long, value_name = "TEXT", requires = "contours")]
    source: Option<String>,
    #[command(flatten)]
    answers: Answers,
    #[command(flatten)]
    columns: Columns,
    /// Does not create the themes the file names.
    #[arg(long)]
    known_themes: bool,
    /// Imports without asking.
    #[arg(long)]
    yes: bool,
}

/// Answers to a wave of a barometer.
#[derive(Debug, clap::Args)]
struct Answers {
    /// The file holds answers to this barometer.
    #[arg(long, value_name = "SLUG", conflicts_with_all = ["initiative", "communes", "contours"], requires_all = ["wave", "population"])]
    barometer: Option<String>,
    /// Number of the wave.
    #[arg(long, value_name = "N", requires = "barometer")]
    wave: Option<i64>,
    /// Whose answers they are.
    #[arg(long, value_name = "CODE", requires = "barometer")]
    population: Option<String>,
    /// Only the lines of which this column says so.
    #[arg(long, value_name = "COLUMN=VALUE", value_parser = pair, requires = "barometer")]
    only: Option<(String, String)>,
    /// Who answers, from wave to wave.
    #[arg(long, value_name = "COLUMN", requires = "barometer")]
    respondent: Option<String>,
    /// Her stratum.
    #[arg(long, value_name = "COLUMN", requires = "barometer")]
    stratum: Option<String>,
    /// Her weight before margins.
    #[arg(long, value_name = "COLUMN", requires = "barometer")]
    weight: Option<String>,
    /// Leaves the lines to mend aside.
    #[arg(long, requires = "barometer")]
    without_faulty: bool,
}

fn pair(typed: &str) -> Result<(String, String), String> {
    let (column, value) = typed.split_once('=').ok_or_else(|| "COLUMN=VALUE".to_owned())?;
    Ok((column.to_owned(), value.to_owned()))
}

/// Names of columns, for those whose headers do not say it.
#[derive(Debug, clap::Args)]
struct Columns {
    /// What was said.
    #[arg(long, value_name = "COLUMN")]
    text: Option<String>,
    /// Its title.
    #[arg(long, value_name = "COLUMN")]
    title: Option<String>,
    /// Its theme.
    #[arg(long, value_name = "COLUMN")]
    theme: Option<String>,
    /// In which capacity.
    #[arg(long, value_name = "COLUMN")]
    capacity: Option<String>,
    /// The commune.
    #[arg(long, value_name = "COLUMN")]
    area: Option<String>,
    /// The place.
    #[arg(long, value_name = "COLUMN")]
    place: Option<String>,
    /// The day.
    #[arg(long, value_name = "COLUMN")]
    said_on: Option<String>,
    /// The author's address.
    #[arg(long, value_name = "COLUMN")]
    email: Option<String>,
    /// What tells a line from another.
    #[arg(long, visible_alias = "id", value_name = "COLUMN")]
    reference: Option<String>,
}

pub(super) async fn run(arguments: &Arguments, options: &Options, t: Texts) -> Result<()> {
    let instance = Instance::open(options, t).await?;
    match (&arguments.initiative, &arguments.answers.barometer) {
        (Some(slug), _) if arguments.charter => charter::import(&instance, &arguments.file, slug, t).await?,
        (Some(slug), _) => contributions::import(&instance, arguments, slug, t).await?,
        (_, Some(slug)) => answers::import(&instance, arguments, slug, t).await?,
        _ if arguments.contours => contours::import(&instance, arguments, t).await?,
        _ => communes::import(&instance, &arguments.file, t).await?,
    }
    instance.app.db.close().await;
    Ok(())
}

/// Asks at a terminal; anywhere else, nothing is imported without `--yes`.
fn confirmed(question: &str) -> bool {
    if !io::stdin().is_terminal() {
        return false;
    }
    crate::terminal::say(question);
    let mut typed = String::new();
    let read = io::stdin().lock().read_line(&mut typed);
    read.is_ok() && ["o", "oui", "y", "yes"].contains(&typed.trim().to_lowercase().as_str())
}

/// The place of a column named by a person.
fn column(headers: &[String], name: &str, t: Texts) -> Result<usize> {
    let found = headers.iter().position(|header| header.to_lowercase() == name.to_lowercase());
    found.ok_or_else(|| trouble(t.import_no_column(name), headers.join(" · "), t.import_no_column_next()))
}

/// The whole of a file.
fn read(file: &Path, t: Texts) -> Result<Vec<u8>> {
    let shown = file.display().to_string();
    fs::read(file).map_err(|error| trouble(t.import_unreadable(&shown), error, t.import_unreadable_next()))
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn unusable(path: &Path, error: &TableError, t: Texts) -> anyhow::Error {
    trouble(t.import_unreadable(path.display().to_string()), told(error, t), t.import_format_next())
}

/// Opens a table, with words for what cannot be read.
fn open(path: &Path, t: Texts) -> Result<Reader<'static>> {
    let shown = path.display().to_string();
    let file =
        File::open(path).map_err(|error| trouble(t.import_unreadable(&shown), error, t.import_unreadable_next()))?;
    Reader::open(file, &file_name(path), &Limits::default()).map_err(|error| unusable(path, &error, t))
}

/// Why a table cannot be read, in the words the site uses.
fn told(error: &TableError, t: Texts) -> String {
    let site = arpent_proposals::texts::Texts::new(t.lang());
    let key = match error {
        TableError::WrongType { found } => found.code(),
        other => other.code(),
    };
    site.say(key).map_or_else(|| error.to_string(), Into::into)
}
