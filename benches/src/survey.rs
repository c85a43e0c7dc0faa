//! Survey statistics beside the peers that are installed: the same sample, the same tasks, one run.
//!
//! Each measure is a process of its own, so that the memory printed is that measure's. Seconds are of the processor, all
//! cores together, without reading the sample. R's `survey` is found by `Rscript`, `svy` (PyPI) by the Python of
//! `ARPENT_BENCH_PYTHON`, `python3` without it.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use arpent_survey::raking::{RakingOptions, rake};
use arpent_survey::random::Random;
use arpent_survey::replicates::Replicates;
use arpent_survey::{Design, Error, Margin};
use cpu_time::ProcessTime;
use serde::{Deserialize, Serialize};

use crate::Folder;

/// The word by which this program measures one task in a process of its own.
pub const ALONE: &str = "survey-task";

const CATEGORIES: [u32; 5] = [2, 6, 8, 31, 5];
const STRATA: u32 = 20;
const QUESTIONS: usize = 40;
const SEED: u64 = 20_261;

struct Task {
    name: &'static str,
    units: usize,
    /// What the project promises: CPU seconds, megabytes.
    goal: Option<(f64, Option<f64>)>,
    /// The peers' word for it, and the part of it R measures before counting the rest in proportion.
    peers: Option<(&'static str, f64)>,
    run: fn(usize) -> Result<f64, Error>,
}

const TASKS: [Task; 7] = [
    Task { name: "rake 5 margins", units: 100_000, goal: None, peers: Some(("rake", 1.0)), run: raking },
    Task { name: "rake 5 margins", units: 1_000_000, goal: Some((0.2, None)), peers: Some(("rake", 1.0)), run: raking },
    Task {
        name: "40 shares with raking residuals",
        units: 100_000,
        goal: Some((0.2, None)),
        peers: Some(("linearised", 0.05)),
        run: linearised,
    },
    Task {
        name: "40 shares with raking residuals",
        units: 1_000_000,
        goal: Some((2.0, None)),
        peers: Some(("linearised", 0.025)),
        run: linearised,
    },
    Task {
        name: "200 replicates raked, 40 shares",
        units: 10_000,
        goal: None,
        peers: Some(("replicates", 0.1)),
        run: replicates,
    },
    Task {
        name: "200 replicates raked, 40 shares",
        units: 100_000,
        goal: Some((8.0, Some(300.0))),
        peers: Some(("replicates", 0.05)),
        run: replicates,
    },
    Task { name: "a whole wave", units: 3_000, goal: Some((1.0, None)), peers: None, run: whole_wave },
];

/// What one process measured.
#[derive(Debug, Serialize, Deserialize)]
struct Measured {
    seconds: f64,
    megabytes: f64,
    #[serde(default)]
    version: String,
}

/// Runs one task and prints what it took, as JSON.
pub fn alone(index: &str) -> Result<()> {
    let task = index.parse().ok().and_then(|index: usize| TASKS.get(index)).context("no such task")?;
    let seconds = (task.run)(task.units)?;
    let measured = Measured { seconds, megabytes: peak_megabytes(), version: String::new() };
    println!("{}", serde_json::to_string(&measured)?);
    Ok(())
}

/// Every task, ours then the peers', with ratios.
pub fn all() -> Result<()> {
    println!("\nsurvey statistics: 5 margins, {STRATA} strata; CPU seconds and peak memory of each process");
    let folder = Folder::new("survey")?;
    let peers = Peers::found();
    for (index, task) in TASKS.iter().enumerate() {
        let ours = measured(Command::new(std::env::current_exe()?).args([ALONE, &index.to_string()]))?;
        println!("{}, {} answers", task.name, task.units);
        println!("  here: {:.3} s, {:.0} MB{}", ours.seconds, ours.megabytes, goal(task));
        let Some((word, share)) = task.peers else { continue };
        let (sample, targets) = written(task.units, &folder.0)?;
        for mut peer in peers.commands(word, &sample, &targets, share) {
            match measured(&mut peer.command) {
                Ok(theirs) => println!(
                    "  {} {}: {:.2} s, {:.0} MB; {:.0} times ours{}",
                    peer.name,
                    theirs.version,
                    theirs.seconds,
                    theirs.megabytes,
                    theirs.seconds / ours.seconds,
                    peer.note
                ),
                Err(error) => println!("  {}: not measured: {error}", peer.name),
            }
        }
    }
    Ok(())
}

fn goal(task: &Task) -> String {
    match task.goal {
        None => String::new(),
        Some((seconds, None)) => format!(" (goal ≤ {seconds} s)"),
        Some((seconds, Some(megabytes))) => format!(" (goal ≤ {seconds} s, {megabytes} MB)"),
    }
}

fn measured(command: &mut Command) -> Result<Measured> {
    let output = command.output()?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("{}", said.lines().last().unwrap_or("it failed"));
    }
    let text = String::from_utf8(output.stdout)?;
    Ok(serde_json::from_str(text.lines().last().unwrap_or(""))?)
}

/// The peers of this machine.
struct Peers {
    r: bool,
    python: Option<String>,
}

struct Peer {
    name: &'static str,
    command: Command,
    note: String,
}

impl Peers {
    fn found() -> Self {
        let succeeds = |program: &str, arguments: [&str; 2]| {
            Command::new(program).args(arguments).output().is_ok_and(|output| output.status.success())
        };
        let python = std::env::var("ARPENT_BENCH_PYTHON").unwrap_or_else(|_| "python3".to_owned());
        let found = Self {
            r: succeeds("Rscript", ["-e", "library(survey)"]),
            python: succeeds(&python, ["-c", "import svy"]).then_some(python),
        };
        if !found.r {
            println!("R's survey is not installed: not compared");
        }
        if found.python.is_none() {
            println!("svy (PyPI) is not installed: not compared");
        }
        found
    }

    fn commands(&self, word: &str, sample: &Path, targets: &Path, share: f64) -> Vec<Peer> {
        let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("survey");
        let command = |program: &str, script: &str| {
            let mut command = Command::new(program);
            command.arg(scripts.join(script)).arg(word).arg(sample).arg(targets).arg(share.to_string());
            command
        };
        let part = if share < 1.0 { format!(" (measured on {share} of it)") } else { String::new() };
        let r = self.r.then(|| Peer { name: "R survey", command: command("Rscript", "peer.R"), note: part });
        let python = self.python.as_deref().map(|python| command(python, "peer.py"));
        let svy = python.map(|command| Peer { name: "svy", command, note: String::new() });
        r.into_iter().chain(svy).collect()
    }
}

/// The sample and the targets of its margins, as files the peers read; written once for each size.
fn written(units: usize, folder: &Path) -> Result<(PathBuf, PathBuf)> {
    let (csv, json) = (folder.join(format!("{units}.csv")), folder.join(format!("{units}.json")));
    if csv.exists() {
        return Ok((csv, json));
    }
    let mut sample = Sample::new(units)?;
    let questions = sample.questions(QUESTIONS);
    let mut out = BufWriter::new(File::create(&csv)?);
    let names = (0..CATEGORIES.len()).map(|m| format!("m{m}")).chain((0..QUESTIONS).map(|q| format!("q{q}")));
    writeln!(out, "w,s,{}", names.collect::<Vec<_>>().join(","))?;
    for unit in 0..units {
        write!(out, "{},{}", sample.weights[unit], sample.strata[unit])?;
        for margin in &sample.margins {
            write!(out, ",{}", margin.codes[unit])?;
        }
        for question in &questions {
            write!(out, ",{}", question[unit])?;
        }
        writeln!(out)?;
    }
    out.flush()?;
    let targets = sample.margins.iter().map(|m| m.categories.iter().map(|one| one.target).collect());
    std::fs::write(&json, serde_json::to_string(&targets.collect::<Vec<Vec<f64>>>())?)?;
    Ok((csv, json))
}

/// Largest memory this process held, where the system tells.
fn peak_megabytes() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().split(' ').next()?.parse::<f64>().ok());
    kilobytes.unwrap_or(f64::NAN) / 1024.0
}

/// Log-normal weights in twenty strata; margins perturbed by up to a tenth around what the weights give.
struct Sample {
    weights: Vec<f64>,
    strata: Vec<u32>,
    design: Design,
    margins: Vec<Margin>,
    random: Random,
}

impl Sample {
    fn new(units: usize) -> Result<Self, Error> {
        let mut random = Random::new(SEED, 0);
        let weights: Vec<f64> = (0..units).map(|_| (0.5 * normal(&mut random)).exp()).collect();
        let strata: Vec<u32> = (0..units).map(|_| random.below(STRATA)).collect();
        let total: f64 = weights.iter().sum();
        let margins = CATEGORIES.iter().map(|count| margin(*count, &weights, total, &mut random)).collect();
        let design = Design::builder(units).weights(weights.clone()).strata(strata.clone()).build()?;
        Ok(Self { weights, strata, design, margins, random })
    }

    /// Shares of satisfied people, which depend on a margin so that residuals matter.
    fn questions(&mut self, count: usize) -> Vec<Vec<f64>> {
        (0..count).map(|question| self.question(question)).collect()
    }

    fn question(&mut self, question: usize) -> Vec<f64> {
        let level = 0.3 + 0.01 * question as f64;
        let codes = &self.margins[question % CATEGORIES.len()].codes;
        let random = &mut self.random;
        let answer = |code: &u32| f64::from(u8::from(random.unit() < level + 0.005 * f64::from(*code)));
        codes.iter().map(answer).collect()
    }
}

fn margin(count: u32, weights: &[f64], total: f64, random: &mut Random) -> Margin {
    // The smaller of two draws: first categories hold more people.
    let codes: Vec<u32> = weights.iter().map(|_| random.below(count).min(random.below(count))).collect();
    let mut targets = vec![0.0; count as usize];
    for (code, weight) in codes.iter().zip(weights) {
        targets[*code as usize] += weight;
    }
    for target in &mut targets {
        *target *= 0.9 + 0.2 * random.unit();
    }
    let sum: f64 = targets.iter().sum();
    let named = targets.iter().enumerate().map(|(i, target)| (i.to_string(), target / sum * total)).collect();
    Margin::new(format!("margin of {count}"), named, codes)
}

/// Box and Muller's normal draw.
fn normal(random: &mut Random) -> f64 {
    (-2.0 * (1.0 - random.unit()).ln()).sqrt() * (std::f64::consts::TAU * random.unit()).cos()
}

fn raking(units: usize) -> Result<f64, Error> {
    let Sample { design, margins, .. } = Sample::new(units)?;
    let started = ProcessTime::now();
    rake(&design, &margins, &RakingOptions::default())?;
    Ok(started.elapsed().as_secs_f64())
}

fn linearised(units: usize) -> Result<f64, Error> {
    let mut sample = Sample::new(units)?;
    let questions = sample.questions(QUESTIONS);
    let raked = rake(&sample.design, &sample.margins, &RakingOptions::default())?.design;
    let started = ProcessTime::now();
    raked.mean_each(&questions)?;
    Ok(started.elapsed().as_secs_f64())
}

fn replicates(units: usize) -> Result<f64, Error> {
    let mut sample = Sample::new(units)?;
    let questions = sample.questions(QUESTIONS);
    let started = ProcessTime::now();
    let replicates = Replicates::rao_wu(&sample.design, 200, SEED)?;
    replicates.raked(&sample.margins, &RakingOptions::default())?.means(&questions)?;
    Ok(started.elapsed().as_secs_f64())
}

/// Raking, forty shares with their intervals, by stratum too, and two hundred re-raked replicates.
fn whole_wave(units: usize) -> Result<f64, Error> {
    let mut sample = Sample::new(units)?;
    let questions = sample.questions(QUESTIONS);
    let started = ProcessTime::now();
    let raked = rake(&sample.design, &sample.margins, &RakingOptions::default())?.design;
    for share in raked.mean_each(&questions)? {
        raked.proportion_of(share).interval(arpent_survey::interval::Method::Logit, 0.95)?;
    }
    for question in &questions {
        raked.means_by(question, &sample.margins[2].codes, 8)?;
    }
    let replicates = Replicates::rao_wu(&sample.design, 200, SEED)?;
    replicates.raked(&sample.margins, &RakingOptions::default())?.means(&questions)?;
    Ok(started.elapsed().as_secs_f64())
}
