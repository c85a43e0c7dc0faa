//! The table `[barometer]` of a démarche, and the files of `barometer/` it replays.

use serde::Deserialize;

use super::Offset;

/// The protocol, as a person would export it.
pub const PROTOCOL: &str = include_str!("../../../../../demo/barometer/protocol.json");

/// Answers, by population: name of the file, its content, and the column that names the wave where it holds several.
pub const ANSWERS: [(&str, &str, &str, Option<&str>); 3] = [
    ("usagers", "usagers.csv", include_str!("../../../../../demo/barometer/usagers.csv"), Some("wave")),
    ("agents", "agents.csv", include_str!("../../../../../demo/barometer/agents.csv"), None),
    ("elus", "elus.csv", include_str!("../../../../../demo/barometer/elus.csv"), None),
];

/// A barometer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Barometer {
    /// Its title.
    pub title: String,
    /// Its name in addresses.
    pub slug: String,
    /// Who runs it.
    pub by: String,
    /// Its waves, in order.
    pub wave: Vec<Wave>,
}

/// A wave.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wave {
    /// 1, 2…
    pub number: i64,
    /// Its title.
    pub title: String,
    /// First day.
    pub opens_day: Offset,
    /// Last day.
    pub closes_day: Offset,
    /// Its results are public from this day.
    pub published_day: Offset,
}
