//! `cargo xtask`: developer commands. See the crate's README.
#![expect(clippy::print_stdout, reason = "a command line for developers: what it prints is its result")]

use anyhow::{Result, bail};
use lexopt::prelude::*;
use std::ffi::OsString;
use std::process::ExitCode;
use xtask::steps::{self, Selection};
use xtask::{errands, workspace};

fn main() -> Result<ExitCode> {
    let mut words = std::env::args_os().skip(1);
    let command = words.next().unwrap_or_default();
    let rest: Vec<OsString> = words.collect();
    match command.to_string_lossy().as_ref() {
        "test" => test(rest),
        "fmt" => errands::format().map(|()| ExitCode::SUCCESS),
        "bless" => errands::bless(rest).map(|()| ExitCode::SUCCESS),
        "bench" => errands::bench(rest).map(|()| ExitCode::SUCCESS),
        "" | "help" | "--help" | "-h" => {
            println!("{}", include_str!("../README.md"));
            Ok(ExitCode::SUCCESS)
        }
        unknown => bail!("no command '{unknown}': there are test, fmt, bless, bench; `cargo xtask help` says more"),
    }
}

fn test(words: Vec<OsString>) -> Result<ExitCode> {
    let selection = read_selection(words)?;
    let report = steps::run(&workspace::root()?, &selection)?;
    print!("{report}");
    Ok(if report.passed() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn read_selection(words: Vec<OsString>) -> Result<Selection> {
    let mut selection = Selection::default();
    let mut parser = lexopt::Parser::from_args(words);
    while let Some(word) = parser.next()? {
        match word {
            Long("only") => selection.only.push(parser.value()?.parse()?),
            Long("skip") => selection.skip.push(parser.value()?.parse()?),
            Long("quick") => selection.quick = true,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(selection)
}
