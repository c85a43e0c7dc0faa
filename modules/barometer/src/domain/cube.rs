//! What is published of a wave, already suppressed: every page, file and address of the API is cut from it, so that no two
//! of them can be subtracted to a hidden figure. Shares go from 0 to 1.

mod compared;

pub use compared::{Arrow, Change, Cut, Driver, Drivers, Gap, Gaps, Priority};
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

impl Variable {
    /// Whether its categories are communes: most have an INSEE code.
    pub fn is_of_communes(&self) -> bool {
        2 * self.groups.iter().filter(|group| is_insee(&group.code)).count() > self.groups.len()
    }
}

/// Two digits or a Corsican département, then three digits.
fn is_insee(code: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    code.len() == 5
        && code.is_ascii()
        && (digits(&code[..2]) || ["2A", "2B"].contains(&&code[..2]))
        && digits(&code[2..])
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
    /// Who answered beside who lives there, for each margin none of whose categories is small.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub balance: Vec<Balance>,
}

/// A category of a margin: its share of the answers, and of the people they stand for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Balance {
    /// Code of the variable.
    pub variable: String,
    /// Code of the category.
    pub value: String,
    /// Share of the answers, unweighted.
    pub answers: f64,
    /// Share of the population.
    pub people: f64,
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
    /// What a model says of a commune whose answers are counted but too few for an estimate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modelled: Option<Modelled>,
}

/// A share that leans on other communes (Fay and Herriot 1979).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Modelled {
    /// The share.
    pub value: f64,
    /// Its interval, which counts what the model does not know.
    pub interval: (f64, f64),
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
        self.cells_by(population, aspect, item, variable).map(|(value, cell)| (value, &cell.reading))
    }

    /// The same with all that is said of each group.
    pub fn cells_by<'a>(
        &'a self,
        population: &'a str,
        aspect: Aspect,
        item: &'a str,
        variable: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a Cell)> {
        self.cells.iter().filter(move |cell| is_of(cell, population, aspect, item)).filter_map(move |cell| {
            let group = cell.group.as_ref().filter(|group| group.variable == variable)?;
            Some((group.value.as_str(), cell))
        })
    }

    /// A variable of breakdown.
    pub fn variable(&self, code: &str) -> Option<&Variable> {
        self.variables.iter().find(|variable| variable.code == code)
    }

    /// The variable whose categories are communes.
    pub fn communes(&self) -> Option<&Variable> {
        self.variables.iter().find(|variable| variable.is_of_communes())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn communes_are_known_by_their_codes() {
        let variable = |codes: &[&str]| Variable {
            code: "commune".to_owned(),
            name: Wording::french("Commune"),
            groups: codes.iter().map(|code| Named { code: (*code).to_owned(), name: Wording::french(*code) }).collect(),
        };
        assert!(variable(&["38563", "2A004", "ailleurs"]).is_of_communes());
        assert!(!variable(&["18-29", "30-49", "50-64"]).is_of_communes());
        assert!(!variable(&["38_63", "385634", "3856é"]).is_of_communes());
    }
}
