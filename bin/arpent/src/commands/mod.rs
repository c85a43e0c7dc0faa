//! What the command line can do, one file per command.

mod admin;
mod backup;
mod count;
mod demo;
mod doctor;
mod export;
mod import;
mod journal;
mod migrate;
mod openapi;
mod restore;
mod serve;
mod survey;

use std::process::ExitCode;

use anyhow::Result;

use crate::options::Options;
use crate::texts::Texts;

/// What to do.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Command {
    /// Serves the site.
    Serve,
    /// Shows a territory at work.
    Demo(demo::Arguments),
    /// Brings the schema up to date.
    Migrate,
    /// Says what is wrong and how to mend it.
    Doctor,
    /// Copies the database while it serves.
    Backup(backup::Arguments),
    /// Puts a copy back.
    Restore(restore::Arguments),
    /// Accounts and roles.
    Admin(admin::Arguments),
    /// Hands out data.
    Export(export::Arguments),
    /// Brings data in.
    Import(Box<import::Arguments>),
    /// Reads the journal.
    Journal(journal::Arguments),
    /// Writes the description of the API.
    Openapi,
    /// Computes a whole survey from its plan.
    Survey(survey::Arguments),
    /// Counts a participatory budget.
    Count(Box<count::Arguments>),
}

/// Does it.
pub(crate) async fn perform(command: Command, options: &Options, t: Texts) -> Result<ExitCode> {
    match command {
        Command::Serve => serve::run(options, t).await?,
        Command::Demo(arguments) => demo::run(&arguments, options, t).await?,
        Command::Migrate => migrate::run(options, t).await?,
        Command::Doctor => return doctor::run(options, t).await,
        Command::Backup(arguments) => backup::run(&arguments, options, t).await?,
        Command::Restore(arguments) => restore::run(&arguments, options, t).await?,
        Command::Admin(arguments) => admin::run(arguments, options, t).await?,
        Command::Export(arguments) => export::run(&arguments, options, t).await?,
        Command::Import(arguments) => import::run(&arguments, options, t).await?,
        Command::Journal(arguments) => return journal::run(&arguments, options, t).await,
        Command::Openapi => openapi::run()?,
        Command::Survey(arguments) => survey::run(&arguments, t)?,
        Command::Count(arguments) => count::run(&arguments, t)?,
    }
    Ok(ExitCode::SUCCESS)
}
