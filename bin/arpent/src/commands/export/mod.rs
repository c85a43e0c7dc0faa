//! `arpent export`: hands out what is public, exactly as the site does, and to a person what is hers.

mod person;
mod public;

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::instance::Instance;
use crate::options::Options;
use crate::texts::Texts;
use crate::trouble::trouble;

/// What to hand out, and where.
#[derive(Debug, clap::Args)]
#[group(skip)]
#[command(group(clap::ArgGroup::new("what").required(true)))]
pub(crate) struct Arguments {
    /// The contributions of a démarche.
    #[arg(long, value_name = "SLUG", group = "what")]
    initiative: Option<String>,
    /// Everything public, in a folder.
    #[arg(long, requires = "output", group = "what")]
    all: bool,
    /// Everything held about the person with this address, as JSON.
    #[arg(long, value_name = "EMAIL", group = "what")]
    person: Option<String>,
    /// CSV, XLSX or JSON lines.
    #[arg(long, value_name = "FORMAT", default_value = "csv")]
    format: Format,
    /// File or folder to write; the standard output without one.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// How contributions are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For a spreadsheet.
    Csv,
    /// For a spreadsheet that wants types.
    Xlsx,
    /// For programs.
    Jsonl,
}

impl Format {
    const ALL: [Self; 3] = [Self::Csv, Self::Xlsx, Self::Jsonl];

    const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Jsonl => "jsonl",
        }
    }
}

pub(super) async fn run(arguments: &Arguments, options: &Options, t: Texts) -> Result<()> {
    let instance = Instance::open(options, t).await?;
    let output = arguments.output.as_deref();
    if let Some(email) = &arguments.person {
        person::write(&instance, email, output, t).await?;
    }
    if let Some(slug) = &arguments.initiative {
        public::contributions(&instance, slug, arguments.format, sink(output, t)?, t).await?;
    }
    if let Some(folder) = output.filter(|_| arguments.all) {
        public::everything(&instance, folder, t).await?;
    }
    instance.app.db.close().await;
    Ok(())
}

/// Where an export goes: a new file, or the standard output.
fn sink(output: Option<&Path>, t: Texts) -> Result<Box<dyn Write + Send>> {
    let Some(path) = output else { return Ok(Box::new(io::stdout())) };
    let created = File::create_new(path)
        .map_err(|error| trouble(t.export_unwritable(path.display().to_string()), error, t.export_unwritable_next()))?;
    Ok(Box::new(BufWriter::new(created)))
}
