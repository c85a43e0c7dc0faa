//! What a cube says beyond single figures: changes between waves, gaps between populations, what to work on first.

use serde::{Deserialize, Serialize};

/// What may be said of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arrow {
    /// Better.
    Up,
    /// Worse.
    Down,
    /// Nothing that the answers can tell.
    Undetected,
    /// The series is cut.
    Cut,
}

/// Why two waves cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cut {
    /// Another season.
    Season,
    /// Another mix of modes.
    Mode,
    /// The protocol says so.
    Declared,
}

/// The change of an item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// Whose.
    pub population: String,
    /// Number of the earlier wave.
    pub since: i64,
    /// The service.
    pub item: String,
    /// Earlier share.
    pub before: f64,
    /// Later less earlier, in points.
    pub points: f64,
    /// Its standard error, in points.
    pub se: f64,
    /// Its interval, in points.
    pub interval: (f64, f64),
    /// p-value adjusted for the family.
    pub q: Option<f64>,
    /// What may be said.
    pub arrow: Arrow,
    /// What cuts the series.
    pub cuts: Vec<Cut>,
}

/// Gaps of a population with the users.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Gaps {
    /// The population that judges.
    pub population: String,
    /// The users.
    pub users: String,
    /// By service; empty where the population is shown only as a whole.
    pub lines: Vec<Gap>,
    /// Over all services.
    pub whole: Option<Gap>,
    /// Spearman's agreement of the two orders of services.
    pub agreement: Option<f64>,
}

/// A gap.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Gap {
    /// The service; empty for the whole.
    pub item: String,
    /// Share of the population, its interval, its answers.
    pub own: (f64, (f64, f64), u64),
    /// The same of the users.
    pub users: (f64, (f64, f64), u64),
    /// Own less users', in points.
    pub points: f64,
    /// Its standard error, in points.
    pub se: f64,
    /// Its interval, in points.
    pub interval: (f64, f64),
    /// p-value adjusted for the family.
    pub q: Option<f64>,
    /// Beyond uncertainty under the protocol's rule.
    pub real: bool,
}

/// A service among priorities.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Priority {
    /// The service.
    pub item: String,
    /// Share that finds it important.
    pub importance: f64,
    /// Share of satisfied.
    pub satisfaction: f64,
    /// Importance × (1 − satisfaction).
    pub rating: f64,
    /// Its interval.
    pub interval: (f64, f64),
    /// Place, 1 being the first.
    pub rank: u64,
    /// Services the answers do not tell apart from it.
    pub tied_with: Vec<String>,
    /// On the matrix of means: importance, satisfaction.
    pub at: (f64, f64),
    /// Ellipse of confidence: half axes and angle in radians.
    pub ellipse: Option<(f64, f64, f64)>,
    /// Code of the quadrant.
    pub quadrant: String,
    /// Whether the ellipse stays in it.
    pub certain: bool,
}

/// What goes with the overall mark; never what causes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Drivers {
    /// Complete answers.
    pub n: u64,
    /// Share of the variance explained.
    pub r_squared: f64,
    /// The services.
    pub lines: Vec<Driver>,
}

/// A driver.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Driver {
    /// The service.
    pub item: String,
    /// Points of the mark that go with one level of satisfaction, and its standard error.
    pub coefficient: Option<(f64, f64)>,
    /// Its share of what is explained, and the middle 95 % of it over replicates.
    pub share: f64,
    /// See `share`.
    pub share_range: (f64, f64),
    /// Its place.
    pub rank: u64,
    /// Middle 95 % of its places.
    pub rank_range: (u64, u64),
    /// Services it cannot be told apart from.
    pub tied_with: Vec<String>,
}
