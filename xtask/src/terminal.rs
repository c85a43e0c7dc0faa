//! Running other programs and showing what they say as they say it.

use crate::totals::Totals;
use anyhow::{Context, Result, ensure};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

/// The cargo that started us, in the workspace. `cargo run` leaves in the environment what belongs to xtask; build
/// scripts that watch those variables (ring's does) would run again at every change of door, so they are taken out.
pub fn cargo(root: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root);
    for (name, _) in std::env::vars_os() {
        if ["CARGO_PKG_", "CARGO_MANIFEST_"].iter().any(|prefix| name.to_string_lossy().starts_with(prefix)) {
            command.env_remove(name);
        }
    }
    command
}

/// Whether continuous integration is asking: then the lock file is taken as it is.
pub fn in_ci() -> bool {
    std::env::var_os("CI").is_some()
}

/// Runs a program to its end, its words going straight to the terminal. Fails when it cannot start or does not
/// succeed.
pub fn run(command: &mut Command) -> Result<()> {
    announce(command);
    let status = command.status().with_context(|| format!("cannot start {}", words(command)))?;
    ensure!(status.success(), "{} ended with {status}", words(command));
    Ok(())
}

/// When a program's words are shown: two that run together would cut each other short.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// Line by line, as they come.
    Live,
    /// All at once when it ends.
    AtTheEnd,
}

/// Runs a test runner, shows what it says and adds up the totals it prints, whether it succeeds or not. Fails when
/// it cannot start; the second value is its success.
pub fn run_counting(command: &mut Command, voice: Voice) -> Result<(Totals, bool)> {
    announce(command);
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot start {}", words(command)))?;
    let mut totals = Totals::default();
    let mut kept = String::new();
    let stdout = child.stdout.take().context("the runner's output is piped")?;
    for line in BufReader::new(stdout).split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        totals.read_line(&line);
        match voice {
            Voice::Live => println!("{line}"),
            Voice::AtTheEnd => kept.extend([&*line, "\n"]),
        }
    }
    print!("{kept}");
    Ok((totals, child.wait()?.success()))
}

fn announce(command: &Command) {
    println!("$ {}", words(command));
}

fn words(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let mut line = program.to_string_lossy().into_owned();
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line
}
