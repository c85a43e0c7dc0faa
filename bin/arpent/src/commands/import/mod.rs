//! `arpent import`: what people said elsewhere, or the communes of the territory and their contours, from a file.

mod communes;
mod contours;
mod contributions;

use std::fs::File;
use std::io::{self, BufRead as _, IsTerminal as _};
use std::path::PathBuf;

use anyhow::Result;
use arpent_documents::tables::{Limits, Reader, TableError};

use crate::instance::Instance;
use crate::options::Options;
use crate::texts::Texts;
use crate::trouble::trouble;

/// What to bring in.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// CSV, XLSX, ODS or JSON lines, compressed or not.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The démarche the words belong to.
    #[arg(long, value_name = "SLUG", required_unless_present_any = ["communes", "contours"])]
    initiative: Option<String>,
    /// The file lists communes, not words.
    #[arg(long, conflicts_with = "initiative")]
    communes: bool,
    /// The file holds contours of communes.
    #[arg(long, conflicts_with_all = ["initiative", "communes"])]
    contours: bool,
    /// Where the contours come from; the name of the file otherwise.
    #[arg(long, value_name = "TEXT", requires = "contours")]
    source: Option<String>,
    #[command(flatten)]
    columns: Columns,
    /// Does not create the themes the file names.
    #[arg(long)]
    known_themes: bool,
    /// Imports without asking.
    #[arg(long)]
    yes: bool,
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
    match &arguments.initiative {
        Some(slug) => contributions::import(&instance, arguments, slug, t).await?,
        None if arguments.contours => contours::import(&instance, arguments, t).await?,
        None => communes::import(&instance, &arguments.file, t).await?,
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

/// Opens a table, with words for what cannot be read.
fn open(path: &std::path::Path, t: Texts) -> Result<Reader<'static>> {
    let shown = path.display().to_string();
    let file =
        File::open(path).map_err(|error| trouble(t.import_unreadable(&shown), error, t.import_unreadable_next()))?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Reader::open(file, &name, &Limits::default())
        .map_err(|error| trouble(t.import_unreadable(&shown), told(&error, t), t.import_format_next()))
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
