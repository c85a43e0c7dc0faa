//! What is published of a wave, already suppressed: every page, file and address of the API is cut from it, so that no two
//! of them can be subtracted to a hidden figure. Shares go from 0 to 1.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::protocol::{PopulationKind, Rules, Scale};
use super::question::Aspect;
use super::wording::Wording;

/// Version of the document's format.
pub const FORMAT: u32 = 1;

/// The results of a wave.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cube {
    /// [`FORMAT`].
    pub format: u32,
    /// The barometer's name in addresses.
    pub barometer: String,
    /// Which wave.
    pub wave: WaveNote,
    /// Number of the protocol's version.
    pub protocol: i64,
    /// SHA-256 of the frozen protocol that the figures follow.
    pub protocol_sha256: String,
    /// How they were to be read.
    pub rules: Rules,
    /// The scale of satisfaction.
    pub scale: Scale,
    /// What was judged.
    pub services: Vec<Named>,
    /// Who answered.
    pub populations: Vec<PopulationNote>,
    /// The variables figures are broken down by.
    pub variables: Vec<Variable>,
    /// The figures.
    pub cells: Vec<Cell>,
    /// Against the wave before.
    pub changes: Vec<Change>,
    /// Between populations.
    pub gaps: Vec<Gaps>,
    /// What to work on first.
    pub priorities: Vec<Priority>,
    /// What goes with the overall mark.
    pub drivers: Option<Drivers>,
}

/// When people were asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaveNote {
    /// Its number.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// Code of its season.
    pub season: String,
    /// First day.
    pub opens: Date,
    /// Last day.
    pub closes: Date,
}

/// A code and its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// The code.
    pub code: String,
    /// In words.
    pub name: Wording,
}

/// A variable of breakdown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variable {
    /// Its code.
    pub code: String,
    /// In words.
    pub name: Wording,
    /// Its categories.
    pub groups: Vec<Named>,
}

/// The two kinds of figure, never mixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// Volunteers: shares without margin of error.
    Flow,
    /// Drawn from a list: estimates with their uncertainty.
    Survey,
    /// By quotas: uncertainty that rests on a model.
    Quota,
}

/// A population as it answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PopulationNote {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: Wording,
    /// Which side of the comparison.
    pub kind: PopulationKind,
    /// What its figures are worth.
    pub nature: Nature,
    /// People who answered; none where they are fewer than the least count.
    pub answers: Option<u64>,
    /// People it holds, where known.
    pub size: Option<u64>,
    /// Answers by mode; modes with too few are together under `other`.
    pub modes: Vec<(String, u64)>,
    /// What weighting did; none for a flow.
    pub weights: Option<Weights>,
    /// Strata with a single answer, whose uncertainty had to be borrowed.
    pub lonely_strata: Vec<String>,
}

/// What weighting did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Weights {
    /// Margins that the weights meet: variable, source and year.
    pub margins: Vec<MarginNote>,
    /// Effective size (Kish).
    pub effective: f64,
    /// Design effect of the weights.
    pub deff: f64,
    /// Smallest weight: people an answer stands for.
    pub min: f64,
    /// Largest.
    pub max: f64,
    /// Largest relative gap left to a margin.
    pub gap: Option<f64>,
    /// Weights raised, lowered, and share of weight that changed hands.
    pub trimmed: Option<(u64, u64, f64)>,
}

/// A margin that weights meet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarginNote {
    /// The variable.
    pub variable: String,
    /// Who counted.
    pub source: String,
    /// The year counted.
    pub year: i16,
}

/// A figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// Whose.
    pub population: String,
    /// What it says of the item.
    pub aspect: Aspect,
    /// The service; empty for the whole.
    pub item: String,
    /// Of which group; the whole population without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Group>,
    /// The figure.
    #[serde(flatten)]
    pub reading: Reading,
}

/// A group of a population.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Code of the variable.
    pub variable: String,
    /// Code of the category.
    pub value: String,
}

/// Why a figure is not published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Withheld {
    /// Too few answers.
    TooFew,
    /// It would let another be worked out.
    Protects,
    /// The population is shown only as a whole.
    Pooled,
}

/// A figure, or why it is not there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Reading {
    /// Published.
    Shown(Box<Shown>),
    /// Enough answers to say how many, too few for an estimate.
    Counted {
        /// Answers.
        n: u64,
    },
    /// Not published.
    Withheld {
        /// Why.
        why: Withheld,
    },
}

/// A published figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Shown {
    /// Share, or mean for a mark.
    pub value: f64,
    /// Interval of confidence; never for a flow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<(f64, f64)>,
    /// Answers with an opinion.
    pub n: u64,
    /// Shares of the levels, from the worst to the best.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub distribution: Vec<f64>,
    /// Share of "does not know" among those who answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dont_know: Option<f64>,
    /// To be read with care: few answers, wide interval, few degrees of freedom.
    #[serde(default, skip_serializing_if = "is_false")]
    pub fragile: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
const fn is_false(value: &bool) -> bool {
    !*value
}

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

impl Cube {
    /// A population's note.
    pub fn population(&self, code: &str) -> Option<&PopulationNote> {
        self.populations.iter().find(|population| population.code == code)
    }

    /// The users, or whoever comes first.
    pub fn users(&self) -> Option<&PopulationNote> {
        self.populations.iter().find(|one| one.kind == PopulationKind::Users).or(self.populations.first())
    }

    /// The figure of a whole population.
    pub fn reading(&self, population: &str, aspect: Aspect, item: &str) -> Option<&Reading> {
        let found = |cell: &&Cell| cell.group.is_none() && is_of(cell, population, aspect, item);
        self.cells.iter().find(found).map(|cell| &cell.reading)
    }

    /// The figures by group of a variable.
    pub fn by<'a>(
        &'a self,
        population: &'a str,
        aspect: Aspect,
        item: &'a str,
        variable: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a Reading)> {
        self.cells.iter().filter(move |cell| is_of(cell, population, aspect, item)).filter_map(move |cell| {
            let group = cell.group.as_ref().filter(|group| group.variable == variable)?;
            Some((group.value.as_str(), &cell.reading))
        })
    }

    /// The change of a service for a population.
    pub fn change(&self, population: &str, item: &str) -> Option<&Change> {
        self.changes.iter().find(|change| change.population == population && change.item == item)
    }

    /// A service's name.
    pub fn service<'a>(&'a self, code: &'a str, language: &str) -> &'a str {
        self.services.iter().find(|service| service.code == code).map_or(code, |service| service.name.say(language))
    }
}

fn is_of(cell: &Cell, population: &str, aspect: Aspect, item: &str) -> bool {
    cell.population == population && cell.aspect == aspect && cell.item == item
}

impl Reading {
    /// The figure, where it is published.
    pub fn shown(&self) -> Option<&Shown> {
        match self {
            Self::Shown(shown) => Some(shown),
            _ => None,
        }
    }
}
