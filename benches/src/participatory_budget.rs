//! Participatory budgets beside PyPI `pabutools`, where it is installed: the same files, the same rules, one run.
//!
//! Ours is the example `timing` of the engine, each file and rule in a process of its own; seconds are of the processor,
//! reading the file included on both sides. The peer is run by the Python of `ARPENT_BENCH_PYTHON`, `python3` without it. The
//! elections are those of `ARPENT_SHARED_DATA`, `../shared/data` without it.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;

const RULES: [(&str, &str); 3] =
    [("greedy", "most votes first"), ("mes", "equal shares"), ("mes_add1u", "equal shares, Add1 then greedy")];

#[derive(Debug, Deserialize)]
struct Measured {
    seconds: f64,
    megabytes: f64,
    winners: usize,
}

/// Every rule on every election, with the geometric mean of the ratios.
pub fn all() -> Result<()> {
    println!("\nparticipatory budgets; CPU seconds, reading included, and peak memory of each process");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let files = elections(&root);
    if files.is_empty() {
        println!("../shared/data/pb is absent: nothing is measured (ARPENT_SHARED_DATA names another place)");
        return Ok(());
    }
    let timing = built(&root)?;
    let python = std::env::var("ARPENT_BENCH_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let has_peer = Command::new(&python).args(["-c", "import pabutools"]).output().is_ok_and(|it| it.status.success());
    if !has_peer {
        println!("pabutools (PyPI) is not installed: not compared");
    }
    for (rule, words) in RULES {
        println!("{words}");
        let mut ratios = Vec::new();
        for file in &files {
            let word = format!("{rule}-{}", satisfaction(file)?);
            let ours = measured(Command::new(&timing).arg(&word).arg(file))?;
            let name = file.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            println!("  {name}: {:.5} s, {:.0} MB, {} winners", ours.seconds, ours.megabytes, ours.winners);
            if !has_peer || (rule == "mes_add1u" && is_out_of_reach(&name)) {
                continue;
            }
            let script = root.join("benches/participatory-budget/peer.py");
            let theirs = measured(Command::new(&python).arg(script).arg(&word).arg(file))?;
            let ratio = theirs.seconds / ours.seconds;
            println!(
                "    pabutools: {:.3} s, {:.0} MB, {} winners; {ratio:.0} times ours",
                theirs.seconds, theirs.megabytes, theirs.winners
            );
            ratios.push(ratio.ln());
        }
        if !ratios.is_empty() {
            let mean = (ratios.iter().sum::<f64>() / ratios.len() as f64).exp();
            println!("  geometric mean over {} files: {mean:.0}", ratios.len());
        }
    }
    Ok(())
}

/// Tens of thousands of steps: hours for the peer.
fn is_out_of_reach(name: &str) -> bool {
    name.starts_with("Hungary")
}

fn elections(root: &Path) -> Vec<PathBuf> {
    let shared = std::env::var_os("ARPENT_SHARED_DATA").map_or_else(|| root.join("../shared/data"), PathBuf::from);
    let entries = std::fs::read_dir(shared.join("pb")).into_iter().flatten().filter_map(Result::ok);
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "pb"));
    files.sort();
    files
}

fn satisfaction(file: &Path) -> Result<&'static str> {
    let text = std::fs::read_to_string(file)?;
    Ok(if text.contains("vote_type;approval") { "cost" } else { "score" })
}

fn built(root: &Path) -> Result<PathBuf> {
    let arguments = ["build", "--release", "--quiet", "-p", "arpent-participatory-budget", "--example", "timing"];
    let built = Command::new("cargo").args(arguments).current_dir(root).status()?;
    if !built.success() {
        bail!("the example `timing` does not build");
    }
    let folder = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    Ok(folder.join("release/examples/timing"))
}

fn measured(command: &mut Command) -> Result<Measured> {
    let output = command.output()?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("{}", said.lines().last().unwrap_or("it failed"));
    }
    let text = String::from_utf8(output.stdout)?;
    serde_json::from_str(text.lines().last().unwrap_or_default()).context("not a measure")
}
