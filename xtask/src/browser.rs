//! The browser side: its types, and its pages as a person's browser shows them.

use crate::terminal::run;
use crate::tools::{CHROMIUM, NODE};
use anyhow::{Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Left in `node_modules` by the assets' build: the lock file it was installed from.
const STAMP: &str = "node_modules/.installed-lock.json";

/// Each file has its own territory and its own browser: while one waits, the other works.
const TWO_FILES: &str = "--test-concurrency=2";

/// A browser test that hangs is a failure, not a reason to wait for ever.
const TEN_MINUTES: &str = "--test-timeout=600000";

/// Checks the TypeScript of `web/`. Fails when it does not hold, or when node cannot be had.
pub fn types(root: &Path) -> Result<String> {
    let web = root.join("web");
    if !web.join("tsconfig.json").exists() {
        return Ok("no TypeScript: there is no web/tsconfig.json".to_owned());
    }
    install(&web)?;
    run(Command::new("node_modules/.bin/tsc").arg("--noEmit").current_dir(&web))?;
    Ok(String::new())
}

/// The command that tests the pages of `binary`, none when there is no folder of browser tests. Fails when the folder
/// is empty, or when node or Chromium cannot be had.
pub fn tests(root: &Path, binary: &Path) -> Result<Option<Command>> {
    let web = root.join("web");
    let folder = web.join("e2e");
    if !folder.exists() {
        return Ok(None);
    }
    let tests = test_files(&folder)?;
    ensure!(!tests.is_empty(), "web/e2e exists but has no *.test.mjs: no browser test ran");
    install(&web)?;
    let mut node = Command::new(NODE.bring()?);
    node.args(["--test", "--test-reporter=spec", TWO_FILES, TEN_MINUTES]).args(tests).current_dir(&web);
    node.env("ARPENT_BIN", binary).env("CHROMIUM", CHROMIUM.bring()?);
    Ok(Some(node))
}

fn test_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut tests: Vec<PathBuf> = fs::read_dir(folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    tests.sort();
    Ok(tests)
}

/// `npm ci`, only when the lock file is not the one installed: nothing is asked of the network otherwise.
fn install(web: &Path) -> Result<()> {
    NODE.bring()?;
    let lock = fs::read(web.join("package-lock.json"))?;
    if fs::read(web.join(STAMP)).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    run(Command::new("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(web))?;
    Ok(fs::write(web.join(STAMP), lock)?)
}
