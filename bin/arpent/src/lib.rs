#![doc = include_str!("../README.md")]

pub mod commands;
pub mod composition;
pub mod demonstration;
mod help;
mod instance;
mod language;
mod logging;
mod options;
mod progress;
mod server;
mod terminal;
mod trouble;

/// What the command line says.
pub mod texts {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

use std::ffi::OsString;
use std::process::ExitCode;

use clap::FromArgMatches as _;

pub use help::{command_line, words_missing};
pub use instance::Instance;
pub use options::Options;
pub use server::{Server, Stop};

use commands::Command;
use texts::Texts;

/// The whole command line.
#[derive(Debug, clap::Parser)]
#[command(name = "arpent", version, disable_help_subcommand = true, subcommand_required = true)]
#[command(arg_required_else_help = true)]
pub(crate) struct CommandLine {
    #[command(flatten)]
    options: Options,
    #[command(subcommand)]
    command: Command,
}

/// Reads the arguments, does what they ask, and says how it went as an exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let t = Texts::new(language::of(&arguments));
    match read(arguments, t) {
        Ok(line) => act(line, t),
        Err(error) => help::refuse(&error, t),
    }
}

fn read(arguments: Vec<OsString>, t: Texts) -> Result<CommandLine, clap::Error> {
    let matches = command_line(t).try_get_matches_from(arguments)?;
    CommandLine::from_arg_matches(&matches)
}

fn act(line: CommandLine, t: Texts) -> ExitCode {
    logging::start(&line.options, matches!(line.command, Command::Serve));
    let outcome = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(anyhow::Error::from)
        .and_then(|runtime| runtime.block_on(commands::perform(line.command, &line.options, t)));
    match outcome {
        Ok(code) => code,
        Err(error) if trouble::is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            terminal::complain(&trouble::sentence(&error, t));
            ExitCode::FAILURE
        }
    }
}
