//! CPU seconds of counts, reading included: `timing RULE FILE…` with a rule of the list below, one JSON line per file.
//! `cargo run --release -p arpent-participatory-budget --example timing -- mes-cost FILE.pb`
#![expect(clippy::print_stdout, reason = "measures are printed")]

use std::error::Error;

use arpent_participatory_budget::{Completion, Options, Rule, Satisfaction, pabulib, winners};
use cpu_time::ProcessTime;

fn rule(word: &str) -> Option<Rule> {
    let (rule, satisfaction) = word.rsplit_once('-').unwrap_or((word, "card"));
    let satisfaction = match satisfaction {
        "cost" => Satisfaction::Cost,
        "card" => Satisfaction::Cardinality,
        "score" => Satisfaction::Points,
        _ => return None,
    };
    let shares = |completion| Some(Rule::EqualShares { satisfaction, completion });
    match rule {
        "greedy" => Some(Rule::Greedy { satisfaction }),
        "knapsack" => Some(Rule::Knapsack { satisfaction }),
        "mes" => shares(Completion::NONE),
        "mes_u" => shares(Completion::GREEDY),
        "mes_add1u" => shares(Completion::add1u()),
        "phragmen" => Some(Rule::Phragmen),
        _ => None,
    }
}

/// Largest memory this process held, in megabytes, where the system tells.
fn peak_megabytes() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().split(' ').next()?.parse::<f64>().ok());
    kilobytes.unwrap_or(f64::NAN) / 1024.0
}

/// Repeats until a twentieth of a second has passed, so that the clock can tell.
fn measured(path: &str, rule: Rule) -> Result<serde_json::Value, Box<dyn Error>> {
    let (started, mut times, mut reading) = (ProcessTime::now(), 0_u32, 0.0);
    loop {
        let one = ProcessTime::now();
        let election = pabulib::read(&std::fs::read(path)?)?;
        reading += one.elapsed().as_secs_f64();
        let outcome = winners(&election, &Options::new(rule))?;
        times += 1;
        let seconds = started.elapsed().as_secs_f64();
        if seconds > 0.05 {
            return Ok(serde_json::json!({
                "file": path,
                "seconds": seconds / f64::from(times),
                "reading": reading / f64::from(times),
                "megabytes": peak_megabytes(),
                "winners": outcome.winners.len(),
                "raised": outcome.raised,
            }));
        }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let rule =
        arguments.next().and_then(|word| rule(&word)).ok_or("greedy-cost, mes-card, mes_add1u-score, phragmen…")?;
    for path in arguments {
        println!("{}", measured(&path, rule)?);
    }
    Ok(())
}
