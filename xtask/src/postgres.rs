//! A PostgreSQL for the tests: the one given, or one of our own that lives as long as we do.

use crate::tools::{POSTGRESQL, is_root};
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A variable that names a PostgreSQL whose role may create databases.
pub const URL_VARIABLE: &str = "ARPENT_TEST_DATABASE_URL";

/// A PostgreSQL that tests may fill. Dropping it stops a server of our own and removes its files.
pub struct Postgres {
    url: String,
    keeper: Option<Child>,
}

impl Postgres {
    /// The server that the environment names, or a new one. Fails when there is none and none can be had.
    pub fn provide() -> Result<Self> {
        match std::env::var(URL_VARIABLE) {
            Ok(url) if !url.is_empty() => Ok(Self { url, keeper: None }),
            _ => Self::start(&POSTGRESQL.bring()?),
        }
    }

    /// Where tests connect.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Where the server comes from, for the summary.
    pub fn origin(&self) -> String {
        match &self.keeper {
            Some(_) => format!("started for this run at {}", self.url),
            None => format!("given by {URL_VARIABLE}"),
        }
    }

    fn start(bin: &Path) -> Result<Self> {
        let port = free_port()?;
        let mut keeper = keep(bin, port).spawn().context("cannot start a shell to keep PostgreSQL")?;
        let mut answer = String::new();
        let stdout = keeper.stdout.take().context("the keeper's output is piped")?;
        BufReader::new(stdout).read_line(&mut answer)?;
        let server = Self { url: format!("postgres://arpent@127.0.0.1:{port}/arpent_test"), keeper: Some(keeper) };
        if answer.trim() != "ready" {
            bail!("PostgreSQL in {} did not start: its own words are above", bin.display());
        }
        Ok(server)
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        if let Some(keeper) = &mut self.keeper {
            drop(keeper.stdin.take());
            // The keeper removes the server's files before it ends; there is nobody left to tell if it does not.
            let _ = keeper.wait();
        }
    }
}

/// PostgreSQL refuses to run as root, hence another user; the group of its own lets it survive the interrupt that
/// ends us, and stop in order.
fn keep(bin: &Path, port: u16) -> Command {
    let script = include_str!("postgres.sh");
    let mut command = match unprivileged_user() {
        Some(user) => {
            let mut command = Command::new("runuser");
            command.args(["-u", user, "--", "sh"]);
            command
        }
        None => Command::new("sh"),
    };
    command.args(["-c", script, "arpent-postgres"]).arg(bin).arg(port.to_string());
    command.current_dir("/tmp").stdin(Stdio::piped()).stdout(Stdio::piped()).process_group(0);
    command
}

fn unprivileged_user() -> Option<&'static str> {
    let known = |user: &str| Command::new("id").arg(user).output().is_ok_and(|output| output.status.success());
    is_root().then(|| if known("postgres") { "postgres" } else { "nobody" })
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0)).context("no free port on the loopback")?.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_that_was_free_can_be_taken() {
        let port = free_port().unwrap();
        assert!(TcpListener::bind(("127.0.0.1", port)).is_ok());
    }
}
