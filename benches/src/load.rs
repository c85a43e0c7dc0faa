//! Visitors: as many as wanted, as fast as the server answers or at a given pace.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// What the visitors saw.
pub struct Seen {
    /// Answers a second.
    pub rate: f64,
    /// Half of the answers came within this many milliseconds.
    pub p50: f64,
    /// All but one in a hundred.
    pub p99: f64,
    /// Answers.
    pub answers: usize,
}

/// How a visit goes: `visit(agent, n)`.
pub type Visit<'a> = &'a (dyn Fn(&ureq::Agent, usize) -> Result<()> + Sync);

/// `visitors` people make `visits` visits in all; with a pace, each starts at its appointed time and waiting in line
/// counts as time.
pub fn visit(visitors: usize, visits: usize, pace: Option<f64>, go: Visit) -> Result<Seen> {
    let next = AtomicUsize::new(0);
    let times: Mutex<Vec<f64>> = Mutex::new(Vec::with_capacity(visits));
    let failures = AtomicUsize::new(0);
    let started = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..visitors {
            scope.spawn(|| {
                let agent = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into();
                let mut own = Vec::new();
                loop {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    if n >= visits {
                        break;
                    }
                    let begun = appointed(started, n, pace);
                    if go(&agent, n).is_err() {
                        failures.fetch_add(1, Ordering::Relaxed);
                    }
                    own.push(begun.elapsed().as_secs_f64() * 1_000.0);
                }
                if let Ok(mut times) = times.lock() {
                    times.extend(own);
                }
            });
        }
    });
    let took = started.elapsed().as_secs_f64();
    let failed = failures.into_inner();
    if failed > 0 {
        bail!("{failed} visits of {visits} failed");
    }
    let mut times = times.into_inner().unwrap_or_default();
    times.sort_by(f64::total_cmp);
    let at = |percent: usize| times.get(times.len() * percent / 100).or(times.last()).copied();
    Ok(Seen { rate: visits as f64 / took, p50: at(50).unwrap_or(0.0), p99: at(99).unwrap_or(0.0), answers: visits })
}

fn appointed(started: Instant, n: usize, pace: Option<f64>) -> Instant {
    let Some(pace) = pace else { return Instant::now() };
    let at = started + Duration::from_secs_f64(n as f64 / pace);
    std::thread::sleep(at.saturating_duration_since(Instant::now()));
    at
}

/// A page, read to its end; anything but 200 is a failure.
pub fn read(agent: &ureq::Agent, address: &str) -> Result<()> {
    let mut answer = agent.get(address).call()?;
    if answer.status() != 200 {
        bail!("{address} answered {}", answer.status());
    }
    answer.body_mut().with_config().limit(1 << 31).read_to_vec()?;
    Ok(())
}
