//! `arpent export`: hands out what is public, and to a person what is hers.

mod person;

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::instance::Instance;
use crate::options::Options;
use crate::texts::Texts;
use crate::trouble::Trouble;

/// What to hand out, and where.
#[derive(Debug, clap::Args)]
#[group(id = "what", required = true, multiple = false, args = ["person"])]
pub(crate) struct Arguments {
    /// Everything held about the person with this address, as JSON.
    #[arg(long, value_name = "EMAIL")]
    person: Option<String>,
    /// File to write; the standard output without one.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub(super) async fn run(arguments: &Arguments, options: &Options, t: Texts) -> Result<()> {
    let instance = Instance::open(options, t).await?;
    let output = arguments.output.as_deref();
    if let Some(email) = &arguments.person {
        person::write(&instance, email, output, t).await?;
    }
    instance.app.db.close().await;
    Ok(())
}

/// Where an export goes: a new file, or the standard output.
fn sink(output: Option<&Path>, t: Texts) -> Result<Box<dyn Write + Send>> {
    let Some(path) = output else { return Ok(Box::new(io::stdout())) };
    let created = File::create_new(path)
        .map_err(|error| Trouble::new(t.export_unwritable(path.display().to_string()), error, t.export_unwritable_next()))?;
    Ok(Box::new(BufWriter::new(created)))
}
