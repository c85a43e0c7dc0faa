//! The steps of `cargo xtask test`: which there are, in what order, which need which, and how they ended.

use crate::postgres::{Postgres, URL_VARIABLE};
use crate::terminal::{Voice, cargo, in_ci, run as run_to_end, run_counting};
use crate::tools::NODE;
use crate::totals::Totals;
use crate::{audit, browser, workspace};
use anyhow::{Context, Result, bail, ensure};
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::str::FromStr;
use std::sync::{Mutex, OnceLock, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// One thing that `cargo xtask test` checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Formatting.
    Fmt,
    /// The rules of the rooms.
    Structure,
    /// Licences, bans and sources.
    Audit,
    /// Lints.
    Clippy,
    /// The debug binary and every test.
    Build,
    /// A PostgreSQL for the tests.
    Postgres,
    /// Every test of the workspace.
    Tests,
    /// The TypeScript of `web/`.
    Types,
    /// The built binary's pages in a browser.
    Browser,
}

use Step::{Audit, Browser, Build, Clippy, Fmt, Postgres as Server, Structure, Tests, Types};

/// In the order they run: what is quick to refuse comes first.
const ORDER: [Step; 9] = [Fmt, Structure, Audit, Clippy, Build, Server, Types, Tests, Browser];

/// Those that run at the same time, the last two: both wait for a database, a disk or a page half of their time.
const TOGETHER: [Step; 2] = [Tests, Browser];

/// The module of `tests/structure/main.rs`: its tests run in their own step, not a second time among the others.
const STRUCTURE_TESTS: &str = "rooms_of_the_house::";

impl Step {
    /// What a person types.
    pub fn name(self) -> &'static str {
        match self {
            Fmt => "fmt",
            Structure => "structure",
            Audit => "audit",
            Clippy => "clippy",
            Build => "build",
            Server => "postgres",
            Tests => "tests",
            Types => "types",
            Browser => "browser",
        }
    }

    /// Steps chosen with this one by `--only`.
    fn needs(self) -> &'static [Step] {
        match self {
            Tests => &[Build, Server],
            Types | Browser => &[Build],
            _ => &[],
        }
    }

    /// Left out by `--quick`.
    fn is_slow(self) -> bool {
        matches!(self, Audit | Server | Types | Browser)
    }
}

impl FromStr for Step {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> Result<Self> {
        let found = ORDER.into_iter().find(|step| step.name() == name);
        found.ok_or_else(|| anyhow::anyhow!("no step '{name}': there are {}", ORDER.map(Step::name).join(", ")))
    }
}

/// Which steps a person asked for.
#[derive(Debug, Default)]
pub struct Selection {
    /// These and what they need; all when empty.
    pub only: Vec<Step>,
    /// Not these.
    pub skip: Vec<Step>,
    /// Not the slow ones.
    pub quick: bool,
}

impl Selection {
    /// Why a step is left out, if it is.
    fn leaves_out(&self, step: Step) -> Option<&'static str> {
        let asked = |other: &Step| *other == step || other.needs().contains(&step);
        if self.skip.contains(&step) {
            Some("--skip")
        } else if !self.only.is_empty() && !self.only.iter().any(asked) {
            Some("--only")
        } else if self.quick && step.is_slow() && !self.only.contains(&step) {
            Some("--quick")
        } else {
            None
        }
    }
}

/// How a step ended.
#[derive(Debug)]
pub enum Outcome {
    /// It held; with what is worth knowing.
    Passed(String),
    /// It did not; why, in one line.
    Failed(String),
    /// It did not run; why.
    LeftOut(String),
}

/// What was found, step by step.
#[derive(Debug, Default)]
pub struct Report {
    lines: Vec<(Step, Outcome, Duration)>,
    whole: Duration,
    totals: Totals,
}

impl Report {
    /// Nothing that ran failed, and no test did.
    pub fn passed(&self) -> bool {
        self.totals.failed == 0 && !self.lines.iter().any(|(_, outcome, _)| matches!(outcome, Outcome::Failed(_)))
    }

    fn failed(&self, step: Step) -> bool {
        self.lines.iter().any(|(done, outcome, _)| *done == step && matches!(outcome, Outcome::Failed(_)))
    }
}

impl fmt::Display for Report {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "\n{:<10} {:<9} {:>9}  remarks", "step", "result", "time")?;
        for (step, outcome, time) in &self.lines {
            let (result, remark) = match outcome {
                Outcome::Passed(remark) => ("passed", remark),
                Outcome::Failed(remark) => ("FAILED", remark),
                Outcome::LeftOut(remark) => ("not run", remark),
            };
            writeln!(out, "{:<10} {result:<9} {:>7.1} s  {remark}", step.name(), time.as_secs_f64())?;
        }
        writeln!(out, "{:<10} {:<9} {:>7.1} s\n", "all", "", self.whole.as_secs_f64())?;
        writeln!(out, "{}", self.totals)
    }
}

/// Runs the steps asked for in the workspace at `root`. Fails only when the workspace itself cannot be read; a step
/// that fails is in the report.
pub fn run(root: &Path, selection: &Selection) -> Result<Report> {
    let begun = Instant::now();
    let errand = Errand::new(root)?;
    let mut report = Report::default();
    for step in ORDER.into_iter().filter(|step| !TOGETHER.contains(step)) {
        let line = errand.line(step, selection, &report);
        report.lines.push(line);
    }
    let (shared, before) = (&errand, &report);
    let lines = thread::scope(|scope| {
        let steps = TOGETHER.map(|step| scope.spawn(move || shared.line(step, selection, before)));
        steps.map(thread::ScopedJoinHandle::join)
    });
    for line in lines {
        report.lines.push(line.map_err(|_| anyhow::anyhow!("a step ended without a word"))?);
    }
    report.totals = errand.totals.into_inner().unwrap_or_else(PoisonError::into_inner);
    report.whole = begun.elapsed();
    Ok(report)
}

/// What the steps share on their way.
struct Errand {
    root: PathBuf,
    binary: PathBuf,
    postgres: OnceLock<Postgres>,
    totals: Mutex<Totals>,
}

impl Errand {
    fn new(root: &Path) -> Result<Self> {
        let binary = workspace::Metadata::read(root)?.target_directory.join("debug/arpent");
        Ok(Self { root: root.to_path_buf(), binary, postgres: OnceLock::new(), totals: Mutex::default() })
    }

    /// A step of the report: run when it was asked for and can be.
    fn line(&self, step: Step, selection: &Selection, report: &Report) -> (Step, Outcome, Duration) {
        let begun = Instant::now();
        let outcome = match selection.leaves_out(step) {
            Some(option) => Outcome::LeftOut(option.to_owned()),
            None if step.needs().contains(&Build) && report.failed(Build) => Outcome::LeftOut("build failed".into()),
            None => self.outcome(step),
        };
        (step, outcome, begun.elapsed())
    }

    fn outcome(&self, step: Step) -> Outcome {
        println!("\n── {} ──", step.name());
        match self.take(step) {
            Ok(remark) => Outcome::Passed(remark),
            Err(error) => {
                println!("{error:#}");
                Outcome::Failed(error.to_string().lines().next().unwrap_or_default().to_owned())
            }
        }
    }

    fn take(&self, step: Step) -> Result<String> {
        match step {
            Fmt => self.fmt(),
            Structure => self.structure(),
            Audit => audit::run(&self.root),
            Clippy => self.clippy(),
            Build => self.build(),
            Server => self.serve(),
            Tests => self.tests(),
            Types => browser::types(&self.root),
            Browser => self.browse(),
        }
    }

    /// The workspace's cargo; every step names the same packages, so that nothing is compiled with two feature sets.
    fn cargo(&self, command: &str) -> Command {
        let mut cargo = cargo(&self.root);
        cargo.arg(command).env("ARPENT_BIN", &self.binary).env("INSTA_UPDATE", "no");
        match self.postgres.get() {
            Some(postgres) => cargo.env(URL_VARIABLE, postgres.url()),
            None => cargo.env_remove(URL_VARIABLE),
        };
        if in_ci() && command != "fmt" {
            cargo.arg("--locked");
        }
        cargo
    }

    fn fmt(&self) -> Result<String> {
        let listed = run_to_end(self.cargo("fmt").args(["--all", "--", "--check", "--files-with-diff"]));
        listed.context("the files above are not formatted: `cargo xtask fmt`")?;
        Ok(String::new())
    }

    fn structure(&self) -> Result<String> {
        let mut command = self.cargo("test");
        command.args(["--workspace", "--test", "structure"]);
        self.count(&mut command, Voice::Live)
    }

    /// The pages' styles and scripts are built with node, by a build script, unless a packager gives them built.
    fn bring_node() -> Result<()> {
        if std::env::var_os("WEB_DIST").is_none() {
            NODE.bring()?;
        }
        Ok(())
    }

    fn clippy(&self) -> Result<String> {
        Self::bring_node()?;
        run_to_end(self.cargo("clippy").args(["--workspace", "--all-targets", "--", "-D", "warnings"]))?;
        Ok(String::new())
    }

    fn build(&self) -> Result<String> {
        Self::bring_node()?;
        run_to_end(self.cargo("build").args(["--workspace", "--lib", "--bins", "--tests", "--examples"]))?;
        ensure!(self.binary.exists(), "no binary at {}", self.binary.display());
        let bytes = std::fs::metadata(&self.binary)?.len();
        Ok(format!("debug binary of {} MB", bytes / 1_000_000))
    }

    fn serve(&self) -> Result<String> {
        let postgres = Postgres::provide()?;
        let origin = postgres.origin();
        println!("{origin}");
        self.postgres.get_or_init(|| postgres);
        Ok(origin)
    }

    fn tests(&self) -> Result<String> {
        let databases = if self.postgres.get().is_some() { "SQLite and PostgreSQL" } else { "SQLite only" };
        let mut command = self.cargo("test");
        command.args(["--workspace", "--no-fail-fast", "--", "--skip", STRUCTURE_TESTS]);
        let counted = self.count(&mut command, Voice::Live)?;
        Ok(format!("{counted}, on {databases}"))
    }

    fn browse(&self) -> Result<String> {
        match browser::tests(&self.root, &self.binary)? {
            Some(mut command) => self.count(&mut command, Voice::AtTheEnd),
            None => Ok("no browser test yet: there is no web/e2e".to_owned()),
        }
    }

    fn count(&self, command: &mut Command, voice: Voice) -> Result<String> {
        let (totals, success) = run_counting(command, voice)?;
        *self.totals.lock().unwrap_or_else(PoisonError::into_inner) += totals;
        match (success, totals.ran()) {
            (false, _) => bail!("{totals}"),
            (true, 0) => bail!("no test ran"),
            (true, _) => Ok(totals.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left_out(selection: &Selection) -> Vec<&'static str> {
        ORDER.into_iter().filter(|step| selection.leaves_out(*step).is_some()).map(Step::name).collect()
    }

    #[test]
    fn everything_runs_unless_someone_says_otherwise() {
        assert!(left_out(&Selection::default()).is_empty());
    }

    #[test]
    fn one_step_brings_those_it_needs() {
        let only_tests = Selection { only: vec![Tests], ..Selection::default() };
        assert_eq!(left_out(&only_tests), ["fmt", "structure", "audit", "clippy", "types", "browser"]);
    }

    #[test]
    fn a_skipped_step_stays_out_even_when_another_needs_it() {
        let without_server = Selection { only: vec![Tests], skip: vec![Server], ..Selection::default() };
        assert!(left_out(&without_server).contains(&"postgres"));
    }

    #[test]
    fn quick_keeps_what_finds_most_faults() {
        let quick = Selection { quick: true, ..Selection::default() };
        assert_eq!(left_out(&quick), ["audit", "postgres", "types", "browser"]);
    }

    #[test]
    fn a_failed_test_fails_the_whole_even_if_its_runner_said_nothing() {
        let report = Report { totals: Totals { failed: 1, ..Totals::default() }, ..Report::default() };
        assert!(!report.passed());
    }

    #[test]
    fn the_summary_names_what_did_not_run_and_closes_with_the_totals() {
        let lines = vec![(Server, Outcome::LeftOut("--skip".into()), Duration::ZERO)];
        let totals = Totals { passed: 4, ..Totals::default() };
        let summary = Report { lines, totals, ..Report::default() }.to_string();
        assert!(summary.contains("postgres   not run"), "{summary}");
        assert_eq!(summary.lines().last(), Some("4 passed, 0 failed"));
    }

    #[test]
    fn an_unknown_step_is_refused_with_those_there_are() {
        let refusal = "postgre".parse::<Step>().unwrap_err().to_string();
        assert!(refusal.contains("types, tests"), "{refusal}");
    }
}
