//! A signal: a service that calls for someone, once, with what it rests on.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::cube::{Arrow, Cube};
use super::protocol::{PopulationKind, Protocol};
use super::question::Aspect;
use super::wave::codes;

/// A signal.
#[derive(Debug)]
pub struct Signal;

codes! {
    /// Why.
    SignalKind {
        /// Fewer satisfied people than the protocol accepts, beyond uncertainty where there is any.
        UnderThreshold = "under_threshold",
        /// A fall that the arrow rule announces.
        Falling = "falling",
        /// Bad marks at one place, more than the protocol holds for ordinary: see [`super::marks`].
        BadRun = "bad_run",
    }
}

codes! {
    /// What became of it.
    SignalState {
        /// It waits for someone.
        Raised = "raised",
        /// It became a challenge of the démarche.
        Challenge = "challenge",
        /// It was set aside with a reason.
        Dismissed = "dismissed",
    }
}

/// What a signal rests on. Shares from 0 to 1, changes in points.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// Share of satisfied people.
    pub share: f64,
    /// Its interval; none for a flow.
    pub interval: Option<(f64, f64)>,
    /// Answers.
    pub n: u64,
    /// The protocol's threshold, in percent.
    pub threshold: Option<f64>,
    /// Change since the wave before, and its adjusted p-value.
    pub change: Option<(f64, Option<f64>)>,
    /// For bad marks at one place: those of the week, and what the protocol compares them with.
    #[serde(default)]
    pub marks: Option<WeekOfMarks>,
}

/// The bad marks of a week at one place.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct WeekOfMarks {
    /// How many, among the answers of the evidence.
    pub bad: u64,
    /// Monday of the week.
    pub week: Date,
    /// Share that the protocol holds for ordinary.
    pub usual: f64,
    /// Risk of a false alarm that it accepts for the whole wave.
    pub risk: f64,
}

/// A signal to raise.
#[derive(Debug, Clone, PartialEq)]
pub struct Raising {
    /// Why.
    pub kind: SignalKind,
    /// The service.
    pub item: String,
    /// Whose judgement.
    pub population: String,
    /// Where; empty for all places.
    pub place: String,
    /// What it rests on.
    pub evidence: Evidence,
}

/// Signals of a cube. Only users' judgements raise one.
pub fn of(cube: &Cube, protocol: &Protocol) -> Vec<Raising> {
    let mut out = Vec::new();
    for population in cube.populations.iter().filter(|one| one.kind == PopulationKind::Users) {
        for service in &protocol.services {
            let reading = cube.reading(&population.code, Aspect::Satisfaction, &service.code);
            let Some(shown) = reading.and_then(super::cube::Reading::shown) else { continue };
            let change = cube.change(&population.code, &service.code);
            let evidence = Evidence {
                share: shown.value,
                interval: shown.interval,
                n: shown.n,
                threshold: service.threshold,
                change: change.map(|change| (change.points, change.q)),
                marks: None,
            };
            // The whole interval lies under the threshold: chance alone does not explain it.
            let highest = shown.interval.map_or(shown.value, |(_, high)| high);
            let mut raise = |kind| {
                out.push(Raising {
                    kind,
                    item: service.code.clone(),
                    population: population.code.clone(),
                    place: String::new(),
                    evidence: evidence.clone(),
                });
            };
            if service.threshold.is_some_and(|threshold| 100.0 * highest < threshold) {
                raise(SignalKind::UnderThreshold);
            }
            if change.is_some_and(|change| change.arrow == Arrow::Down) {
                raise(SignalKind::Falling);
            }
        }
    }
    out
}
