//! Finding the programs that the checks need, and bringing those that are missing.

use crate::terminal::run;
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A program that a step cannot do without.
pub struct Tool {
    /// What a person calls it.
    pub name: &'static str,
    /// Debian packages that bring it.
    pub packages: &'static [&'static str],
    /// How to find it.
    pub find: fn() -> Option<PathBuf>,
}

/// PostgreSQL's `bin` folder, known by its `initdb`.
pub const POSTGRESQL: Tool = Tool { name: "PostgreSQL", packages: &["postgresql"], find: find_postgresql };

/// A Chromium, with a typeface to draw pages with.
pub const CHROMIUM: Tool = Tool { name: "Chromium", packages: &["chromium", "fonts-liberation"], find: find_chromium };

/// Node.
pub const NODE: Tool = Tool { name: "Node.js 20 or later", packages: &["nodejs", "npm"], find: find_node };

/// The oldest Node.js whose test runner and language the browser side relies on.
const OLDEST_NODE: u32 = 20;

impl Tool {
    /// Where the program is, installed first when it is missing and this machine lets us (root on Debian). Fails by
    /// saying what to install.
    pub fn bring(&self) -> Result<PathBuf> {
        if let Some(found) = (self.find)() {
            return Ok(found);
        }
        if !(is_root() && Path::new("/etc/debian_version").exists()) {
            bail!("{} is missing. Install it (Debian: apt-get install {}) and start again", self.name, self.words());
        }
        install(self.packages)?;
        match (self.find)() {
            Some(found) => Ok(found),
            None => bail!("{} is still missing after installing {}", self.name, self.words()),
        }
    }

    fn words(&self) -> String {
        self.packages.join(" ")
    }
}

/// Whether we are the administrator of this machine.
pub fn is_root() -> bool {
    user_number().is_some_and(|number| number == "0")
}

fn user_number() -> Option<String> {
    let output = Command::new("id").arg("-u").output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn install(packages: &[&str]) -> Result<()> {
    let apt = || {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive").args(["--quiet=2", "--option=DPkg::Lock::Timeout=300"]);
        command
    };
    run(apt().arg("update"))?;
    run(apt().args(["install", "--yes", "--no-install-recommends"]).args(packages))
}

fn find_postgresql() -> Option<PathBuf> {
    let mut packaged: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path().join("bin")))
        .filter(|folder| folder.join("initdb").exists())
        .collect();
    packaged.sort_by_key(|folder| major_version(folder));
    packaged.pop().or_else(|| on_path("initdb")?.canonicalize().ok()?.parent().map(Path::to_path_buf))
}

fn major_version(bin: &Path) -> Option<u32> {
    bin.parent()?.file_name()?.to_str()?.parse().ok()
}

fn find_node() -> Option<PathBuf> {
    let node = on_path("node")?;
    let version = Command::new(&node).arg("--version").output().ok()?.stdout;
    let major = String::from_utf8_lossy(&version).trim_start_matches('v').split('.').next()?.parse::<u32>().ok()?;
    (major >= OLDEST_NODE).then_some(node)
}

fn find_chromium() -> Option<PathBuf> {
    let given = std::env::var_os("CHROMIUM").map(PathBuf::from).filter(|path| path.exists());
    given.or_else(|| ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(on_path))
}

fn on_path(program: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(program)).find(|path| path.is_file())
}
