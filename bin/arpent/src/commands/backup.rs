//! `arpent backup`: a whole, consistent copy while the site serves.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;
use arpent_store::Engine;
use arpent_store::Reads as _;

use crate::instance;
use crate::options::Options;
use crate::terminal::say;
use crate::texts::Texts;
use crate::trouble::trouble;

/// What to copy to.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// File to write; it must not exist.
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

pub(super) async fn run(arguments: &Arguments, options: &Options, t: Texts) -> Result<()> {
    let file = &arguments.file;
    let shown = file.display().to_string();
    if file.exists() {
        return Err(trouble(t.backup_file_exists(&shown), "", t.backup_file_exists_next()));
    }
    let db = instance::existing_database(options, t).await?;
    if db.engine() == Engine::Postgres {
        return Err(trouble(t.backup_postgres(), "", t.backup_postgres_next()));
    }
    let copied = db.backup(file).await;
    copied.map_err(|error| trouble(t.backup_failed(&shown), error, t.backup_failed_next()))?;
    db.close().await;
    say(&t.backup_done(&shown, fs::metadata(file)?.len() / 1024));
    Ok(())
}
