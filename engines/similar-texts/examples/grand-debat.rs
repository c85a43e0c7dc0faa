//! Measures the engine on real answers: how often neighbours share a human topic, what indexing and asking cost.
//!
//! `cargo run --release -p arpent-similar-texts --example grand-debat -- PATH`

#![expect(clippy::print_stdout, reason = "a measurement is printed")]

use std::path::PathBuf;
use std::time::Instant;

use arpent_similar_texts::{GroupOptions, Index, duplicates, group};

#[path = "../tests/support/grand_debat.rs"]
mod grand_debat;

use grand_debat::Answer;

/// Texts of the enlarged collection and their mean length.
const ENLARGED: usize = 100_000;
const LETTERS: usize = 400;

fn main() -> std::io::Result<()> {
    let path = std::env::args().nth(1).map_or_else(grand_debat::usual_path, PathBuf::from);
    let answers = grand_debat::read(&path)?;
    for (name, distinct) in [("distinct", true), ("with repeats", false)] {
        let answers = grand_debat::with_topic(&answers, distinct);
        let found = grand_debat::precision(&answers);
        println!(
            "{name:>12}: {} texts, {} scored, P@1 {:.4}, P@5 {:.4}, chance {:.4}",
            answers.len(),
            found.scored,
            found.first,
            found.first_five,
            found.chance
        );
    }
    themes(&answers);
    speed(&answers);
    Ok(())
}

fn themes(answers: &[Answer]) {
    let found = grand_debat::agreement(&grand_debat::with_topic(answers, true), &GroupOptions::default());
    println!(
        "themes: B-cubed precision {:.3}, recall {:.3}, F1 {:.3}; {} themes, {:.0} % classified",
        found.precision,
        found.recall,
        found.f1,
        found.themes,
        found.classified * 100.0
    );
    let texts: Vec<(usize, &str)> = answers.iter().map(|answer| answer.text.as_str()).enumerate().collect();
    let started = Instant::now();
    let grouping = group(&texts, &GroupOptions::default());
    println!("all {} answers together: {} themes in {:.2} s", texts.len(), grouping.groups.len(), seconds(started));
    for theme in grouping.groups.iter().take(8) {
        println!("  {:4} {} [{}]", theme.members.len(), theme.title, theme.keywords.join(", "));
    }
}

fn seconds(started: Instant) -> f64 {
    started.elapsed().as_secs_f64()
}

fn speed(answers: &[Answer]) {
    let texts = enlarge(answers);
    let letters: usize = texts.iter().map(|text| text.chars().count()).sum();
    println!("{} texts of {} letters", texts.len(), letters / texts.len());
    let before = resident();
    let started = Instant::now();
    let mut index = Index::build(texts.iter().map(String::as_str).enumerate());
    println!("index: {:.4} ms per text, {} MB", per(started, texts.len()), (resident() - before) / 1024);
    let cpu = cpu_time();
    let mut times: Vec<f64> = answers.iter().map(|answer| asked(&index, &answer.text)).collect();
    println!("query: {:.2} CPU ms", (cpu_time() - cpu) * 1000.0 / answers.len() as f64);
    times.sort_by(f64::total_cmp);
    let at = |share: usize| times[(times.len() - 1) * share / 100];
    let mean = times.iter().sum::<f64>() / times.len() as f64;
    println!("query: mean {mean:.2} ms, median {:.2}, 95 % {:.2}, worst {:.2}", at(50), at(95), at(100));
    let started = Instant::now();
    for (id, text) in texts.iter().take(1000).enumerate() {
        index.insert(ENLARGED + id, text);
    }
    println!("insert one by one: {:.3} ms per text", per(started, 1000));
    println!("query after: {:.2} ms", asked(&index, &answers[0].text));
    drop(index);
    let named: Vec<(usize, &str)> = texts.iter().map(String::as_str).enumerate().collect();
    let started = Instant::now();
    let repeats = duplicates(&named, 0.8).len();
    println!("duplicates among all: {repeats} groups in {:.2} s", seconds(started));
    let started = Instant::now();
    let grouping = group(&named[..ENLARGED / 10], &GroupOptions::default());
    println!("themes among a tenth: {} in {:.2} s", grouping.groups.len(), seconds(started));
}

fn asked(index: &Index<usize>, text: &str) -> f64 {
    let started = Instant::now();
    let found = index.nearest(text, 10, 0.2);
    std::hint::black_box(found);
    per(started, 1)
}

fn per(started: Instant, count: usize) -> f64 {
    started.elapsed().as_secs_f64() * 1000.0 / count as f64
}

/// Seconds this thread has computed, where the system tells.
fn cpu_time() -> f64 {
    let status = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    status.split_whitespace().next().and_then(|time| time.parse::<f64>().ok()).unwrap_or_default() / 1e9
}

/// Pages in memory, in kilobytes, where the system tells.
fn resident() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

/// Texts of words drawn from the real ones, one in fifty with a letter changed so that the vocabulary grows as a real
/// one does.
fn enlarge(answers: &[Answer]) -> Vec<String> {
    let words: Vec<&str> = answers.iter().flat_map(|answer| answer.text.split_whitespace()).collect();
    let mut state = 7;
    (0..ENLARGED).map(|_| drawn(&words, &mut state)).collect()
}

fn drawn(words: &[&str], state: &mut u64) -> String {
    let length = LETTERS / 4 + draw(state, LETTERS * 3 / 2);
    let mut text = String::new();
    while text.len() < length {
        let start = draw(state, words.len() - 4);
        for word in &words[start..start + 4] {
            let mut word = (*word).to_owned();
            if draw(state, 50) == 0 {
                word.insert(0, char::from(b'a' + u8::try_from(draw(state, 26)).unwrap_or_default()));
            }
            text.push_str(&word);
            text.push(' ');
        }
    }
    text
}

/// A small generator of its own (xorshift): the same texts everywhere.
fn draw(state: &mut u64, below: usize) -> usize {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    usize::try_from(*state % below as u64).unwrap_or_default()
}
