//! The built binary, started and watched from outside.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

/// Clock ticks a second, as Linux counts CPU time for every process.
const TICKS: f64 = 100.0;

/// A server of its own, ended with the value.
pub struct Server {
    child: Child,
    /// `http://127.0.0.1:port`.
    pub url: String,
    /// From starting the process to its first page.
    pub first_page: Duration,
}

/// The release binary beside this one, built if it is not there or older.
pub fn binary() -> Result<PathBuf> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let built = Command::new(cargo).args(["build", "--release", "-p", "arpent"]).status()?;
    if !built.success() {
        bail!("the binary could not be built");
    }
    let beside = std::env::current_exe()?;
    Ok(beside.with_file_name("arpent"))
}

/// A command of the binary on a data folder.
pub fn command(binary: &Path, data: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(binary);
    command.args(arguments).arg("--data-dir").arg(data);
    command.env("ARPENT_LIMITS_LOOSENED", "1000000").env("ARPENT_LOG_LEVEL", "warn");
    command.stdout(Stdio::null()).stderr(Stdio::inherit());
    command
}

impl Server {
    /// Starts it on a free port and waits for its first page.
    pub fn start(binary: &Path, data: &Path) -> Result<Self> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let url = format!("http://127.0.0.1:{port}");
        let started = Instant::now();
        let child = command(binary, data, &["serve", "--listen", &format!("127.0.0.1:{port}")]).spawn()?;
        let mut server = Self { child, url, first_page: Duration::ZERO };
        while ureq::get(&server.url).call().is_err() {
            if started.elapsed() > Duration::from_mins(1) {
                bail!("the server did not answer");
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        server.first_page = started.elapsed();
        Ok(server)
    }

    /// CPU seconds used so far.
    pub fn cpu(&self) -> Result<f64> {
        cpu(self.child.id())
    }

    /// Resident memory now, then at its peak, in MB.
    pub fn memory(&self) -> Result<(f64, f64)> {
        Ok((memory(self.child.id(), "VmRSS:")?, memory(self.child.id(), "VmHWM:")?))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn cpu(process: u32) -> Result<f64> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat"))?;
    // The name may hold spaces; the fields count from the parenthesis that ends it.
    let fields: Vec<&str> = stat.rsplit_once(')').context("unreadable stat")?.1.split_whitespace().collect();
    let ticks = |i: usize| fields.get(i).and_then(|field| field.parse::<f64>().ok()).unwrap_or(0.0);
    Ok((ticks(11) + ticks(12)) / TICKS)
}

fn memory(process: u32, line: &str) -> Result<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status"))?;
    let found = status.lines().find_map(|l| l.strip_prefix(line)).context("no such line")?;
    let kilobytes: f64 = found.split_whitespace().next().context("no value")?.parse()?;
    Ok(kilobytes / 1_000.0)
}

/// Runs a command to its end: seconds, and peak memory in MB looked at every few milliseconds.
pub fn run_watched(mut command: Command) -> Result<(f64, f64)> {
    let started = Instant::now();
    let mut child = command.spawn()?;
    let mut peak = 0.0_f64;
    loop {
        if let Ok(now) = memory(child.id(), "VmHWM:") {
            peak = peak.max(now);
        }
        if let Some(status) = child.try_wait()? {
            if !status.success() {
                bail!("the command failed: {status}");
            }
            return Ok((started.elapsed().as_secs_f64(), peak));
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}
