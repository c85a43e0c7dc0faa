//! What raking, linearised variances after raking and re-raked replicates cost, beside the peers.
//!
//! `cargo run --release -p arpent-survey --example speed` runs every task in a process of its own, so that the memory
//! printed is that task's; `-- TASK` runs one. Seconds are of the processor, all cores together.

#![expect(clippy::print_stdout, reason = "a measurement is printed")]

use std::process::{Command, ExitCode};

use arpent_survey::raking::{RakingOptions, rake};
use arpent_survey::random::Random;
use arpent_survey::replicates::Replicates;
use arpent_survey::{Design, Error, Margin};
use cpu_time::ProcessTime;

const CATEGORIES: [u32; 5] = [2, 6, 8, 31, 5];
const STRATA: u32 = 20;
const QUESTIONS: usize = 40;
const SEED: u64 = 20_261;

/// A task, the goal, and what the peers took for it in the dossier's measurements (CPU seconds, peak memory).
struct Task {
    name: &'static str,
    goal: &'static str,
    peers: &'static str,
    run: fn() -> Result<f64, Error>,
}

const TASKS: [Task; 7] = [
    Task {
        name: "rake-1e5",
        goal: "",
        peers: "R survey 2.29 s, 317 MB; svy 0.23 s, 174 MB; NumPy loop 0.01 s",
        run: || raking(100_000),
    },
    Task {
        name: "rake-1e6",
        goal: "0.2 s",
        peers: "R survey 13.7 s, 1180 MB; svy 3.0 s, 750 MB; NumPy loop 0.13 s, 940 MB",
        run: || raking(1_000_000),
    },
    Task {
        name: "linearised-1e5",
        goal: "0.2 s",
        peers: "R survey 62 s, 354 MB; svy 1.16 s, 282 MB",
        run: || linearised(100_000),
    },
    Task {
        name: "linearised-1e6",
        goal: "2 s",
        peers: "R survey 536 s, 1240 MB; svy 48 s, 1490 MB",
        run: || linearised(1_000_000),
    },
    Task {
        name: "replicates-1e4",
        goal: "",
        peers: "R survey 7.6 s, 332 MB; svy 1.1 s, 189 MB",
        run: || replicates(10_000),
    },
    Task {
        name: "replicates-1e5",
        goal: "8 s, 300 MB",
        peers: "R survey 88 s, 513 MB; svy 9.8 s, 706 MB",
        run: || replicates(100_000),
    },
    Task { name: "wave-3000", goal: "1 s", peers: "", run: || whole_wave(3_000) },
];

fn main() -> ExitCode {
    let Some(name) = std::env::args().nth(1) else { return every_task() };
    let Some(task) = TASKS.iter().find(|task| task.name == name) else { return ExitCode::FAILURE };
    match (task.run)() {
        Ok(seconds) => println!("{:<15} {seconds:8.3} s {:>5} MB", task.name, peak_megabytes()),
        Err(error) => println!("{}: {error}", task.name),
    }
    if !task.goal.is_empty() {
        println!("{:<15} goal: {}", "", task.goal);
    }
    if !task.peers.is_empty() {
        println!("{:<15} dossier: {}", "", task.peers);
    }
    ExitCode::SUCCESS
}

fn every_task() -> ExitCode {
    let Ok(program) = std::env::current_exe() else { return ExitCode::FAILURE };
    let done = |task: &Task| Command::new(&program).arg(task.name).status().is_ok_and(|status| status.success());
    if TASKS.iter().all(done) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Largest memory this process held, where the system tells.
fn peak_megabytes() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().split(' ').next()?.parse::<u64>().ok());
    kilobytes.map_or_else(|| "?".to_owned(), |kilobytes| (kilobytes / 1024).to_string())
}

/// Log-normal weights in twenty strata; margins perturbed by up to a tenth around what the weights give.
struct Sample {
    design: Design,
    margins: Vec<Margin>,
    random: Random,
}

impl Sample {
    fn new(units: usize) -> Result<Self, Error> {
        let mut random = Random::new(SEED, 0);
        let weights: Vec<f64> = (0..units).map(|_| (0.5 * normal(&mut random)).exp()).collect();
        let strata = (0..units).map(|_| random.below(STRATA)).collect();
        let total: f64 = weights.iter().sum();
        let margins = CATEGORIES.iter().map(|count| margin(*count, &weights, total, &mut random)).collect();
        let design = Design::builder(units).weights(weights).strata(strata).build()?;
        Ok(Self { design, margins, random })
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
    let raked = rake(&design, &margins, &RakingOptions::default())?;
    let seconds = started.elapsed().as_secs_f64();
    println!("{:<15} {} rounds, margins met to {:.0e}", "", raked.rounds, raked.gap);
    Ok(seconds)
}

fn linearised(units: usize) -> Result<f64, Error> {
    let mut sample = Sample::new(units)?;
    let questions = sample.questions(QUESTIONS);
    let raked = rake(&sample.design, &sample.margins, &RakingOptions::default())?.design;
    let started = ProcessTime::now();
    let found = raked.mean_each(&questions)?;
    let seconds = started.elapsed().as_secs_f64();
    println!("{:<15} first share {:.4} ± {:.5}", "", found[0].value, found[0].se());
    Ok(seconds)
}

fn replicates(units: usize) -> Result<f64, Error> {
    let mut sample = Sample::new(units)?;
    let questions = sample.questions(QUESTIONS);
    let started = ProcessTime::now();
    let replicates = Replicates::rao_wu(&sample.design, 200, SEED)?;
    let found = replicates.raked(&sample.margins, &RakingOptions::default())?.means(&questions)?;
    let seconds = started.elapsed().as_secs_f64();
    let share = found.estimates.values[0];
    println!("{:<15} first share {share:.4} ± {:.5}", "", found.estimates.covariance[(0, 0)].sqrt());
    Ok(seconds)
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
