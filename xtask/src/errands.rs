//! The commands beside `test`: formatting, golden files, benchmarks.

use crate::postgres::Postgres;
use crate::terminal::{cargo, run};
use crate::workspace::root;
use anyhow::Result;
use std::ffi::OsString;

/// Formats every crate. Fails when rustfmt does.
pub fn format() -> Result<()> {
    run(cargo(&root()?).args(["fmt", "--all"]))
}

/// Runs the tests so that golden files and snapshots take today's answers; `words` go to `cargo test`, the whole
/// workspace without them. Fails when a test does for another reason.
pub fn bless(words: Vec<OsString>) -> Result<()> {
    let postgres = Postgres::provide()?;
    let words = if words.is_empty() { vec!["--workspace".into()] } else { words };
    run(cargo(&root()?)
        .args(["test", "--no-fail-fast"])
        .args(words)
        .env("ARPENT_BLESS", "1")
        .env("INSTA_UPDATE", "always")
        .env("ARPENT_TEST_DATABASE_URL", postgres.url()))
}

/// Runs the benchmarks, optimised; `words` go to them. Fails when they do.
pub fn bench(words: Vec<OsString>) -> Result<()> {
    run(cargo(&root()?).args(["run", "--release", "--package", "arpent-benches", "--"]).args(words))
}
