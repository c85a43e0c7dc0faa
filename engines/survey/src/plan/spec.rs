//! What a plan says.

mod analysis;
mod check;

pub use analysis::{
    AreasSpec, BreakSpec, ChangeSpec, DriversSpec, GapSpec, PrioritySpec, SelectionSpec, TableSpec, TestSpec, Trial,
    VarianceAfterMargins,
};

use std::collections::BTreeMap;

use crate::design::LonelyPsu;
use crate::interval::Method;
use crate::likert::Scale;
use crate::raking::RakingOptions;
use crate::trimming::TrimRule;

/// A whole plan, frozen before anyone looks at the answers.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Version of this format: 1.
    pub version: u32,
    /// Name of the plan, repeated in the report.
    pub name: String,
    /// Level of every interval; 0.95 unless said otherwise.
    #[serde(default = "usual_level")]
    pub level: f64,
    /// How the intervals of shares are made.
    #[serde(default)]
    pub intervals: Method,
    /// Figures on fewer people than this are not shown; 10 unless said otherwise, the usual for the public.
    #[serde(default = "usual_minimum")]
    pub minimum_count: u64,
    /// Who was asked: each population of each wave.
    pub populations: Vec<Population>,
    /// Scales by name.
    #[serde(default)]
    pub scales: BTreeMap<String, Scale>,
    /// What is measured.
    #[serde(default)]
    pub measures: Vec<Measure>,
    /// Changes between waves.
    #[serde(default)]
    pub changes: Vec<ChangeSpec>,
    /// Gaps between populations.
    #[serde(default)]
    pub gaps: Vec<GapSpec>,
    /// Importance against satisfaction.
    #[serde(default)]
    pub priorities: Vec<PrioritySpec>,
    /// What goes with overall satisfaction.
    #[serde(default)]
    pub drivers: Vec<DriversSpec>,
    /// Tests of association and of difference.
    #[serde(default)]
    pub tests: Vec<TestSpec>,
    /// Figures of small areas by a model.
    #[serde(default)]
    pub areas: Vec<AreasSpec>,
    /// Tables of counts.
    #[serde(default)]
    pub tables: Vec<TableSpec>,
    /// Filters shown one after the other.
    #[serde(default)]
    pub selections: Vec<SelectionSpec>,
}

fn usual_level() -> f64 {
    0.95
}

fn usual_minimum() -> u64 {
    10
}

/// A code or a word.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(untagged)]
pub enum Label {
    /// A whole number.
    Number(i64),
    /// A word.
    Text(String),
}

/// One label, or several of which any fits.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(untagged)]
pub enum Values {
    /// One.
    One(Label),
    /// Several.
    Many(Vec<Label>),
}

impl Label {
    /// As a cell holds it.
    pub fn text(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text.clone(),
        }
    }
}

impl Values {
    /// Whether a cell holds one of them.
    pub fn hold(&self, cell: &str) -> bool {
        match self {
            Self::One(label) => label.text() == cell,
            Self::Many(labels) => labels.iter().any(|label| label.text() == cell),
        }
    }
}

/// Values by column.
pub type Value = BTreeMap<String, Values>;

/// What kind of figures a population gives: the two are never mixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Drawn from a frame: estimates with their uncertainty.
    #[default]
    Survey,
    /// Filled to quotas: intervals rest on a model, which the report says.
    Quota,
    /// Volunteers (button, QR code, kiosk): counts and shares, no interval, no test.
    Flow,
}

/// A population of a wave, as its answers lie in a table.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Population {
    /// Its name in the plan.
    pub name: String,
    /// Kind of figures.
    #[serde(default)]
    pub kind: Kind,
    /// The table of answers.
    pub table: String,
    /// Rows of the table that belong to it: a value, or a list, for each column named.
    #[serde(default)]
    pub filter: Value,
    /// Column of base weights; without it, population sizes give them, or everyone counts one.
    #[serde(default)]
    pub weight: Option<String>,
    /// Column of strata.
    #[serde(default)]
    pub strata: Option<String>,
    /// Column of first-stage clusters.
    #[serde(default)]
    pub cluster: Option<String>,
    /// Column of the number of people (or clusters) in each stratum, for the finite population correction.
    #[serde(default)]
    pub stratum_size: Option<String>,
    /// Number of people in the whole population, where it is small: agents, elected members. Without `stratum_size` it
    /// is also the finite population correction.
    #[serde(default)]
    pub size: Option<f64>,
    /// What a stratum with a single answer adds to the variance.
    #[serde(default)]
    pub lonely: LonelyPsu,
    /// Margins to which weights are raked.
    #[serde(default)]
    pub margins: Option<MarginsSpec>,
    /// Limits of the raked weights, in medians; without it, weights are not trimmed.
    #[serde(default)]
    pub trimming: Option<TrimRule>,
    /// Column of the person, for those met in several waves.
    #[serde(default)]
    pub person: Option<String>,
    /// Column of the mode of answer: a change of the mix breaks a series.
    #[serde(default)]
    pub mode: Option<String>,
    /// Season of the wave, any word: another season breaks a series.
    #[serde(default)]
    pub season: Option<String>,
}

/// The population by category of several variables, in a table of three columns.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MarginsSpec {
    /// The table.
    pub table: String,
    /// Its column that names the variable.
    pub variable: String,
    /// Its column that names the category.
    pub category: String,
    /// Its column of people.
    pub count: String,
    /// The variables to use; the table of answers has a column of the same name, unless `columns` gives another.
    pub variables: Vec<String>,
    /// Columns of the table of answers that have another name than their variable.
    #[serde(default)]
    pub columns: BTreeMap<String, String>,
    /// Variables whose categories are ordered: a merge is then proposed with a neighbour.
    #[serde(default)]
    pub ordered: Vec<String>,
    /// The year the margins must be of.
    #[serde(default)]
    pub year: Option<i64>,
    /// Column of the table that says the year of each row.
    #[serde(default)]
    pub year_column: Option<String>,
    /// Tolerance and rounds of the raking.
    #[serde(default)]
    pub raking: RakingOptions,
}

/// Something measured in the same way of several items.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Its name in the plan.
    pub name: String,
    /// How answers become figures.
    pub reading: MeasureReading,
    /// The items: services, for instance. Without any, the measure is one figure.
    #[serde(default)]
    pub items: Vec<String>,
    /// The column of an item, where `{item}` stands for its name, by population.
    pub columns: BTreeMap<String, String>,
    /// Columns by which the figures are broken down, with small groups hidden.
    #[serde(default)]
    pub by: Vec<String>,
}

/// How answers become figures.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum MeasureReading {
    /// An ordered scale: the whole distribution, and the share of the best answers.
    Scale {
        /// Name of the scale.
        scale: String,
    },
    /// A number: its mean.
    Mean {
        /// Codes that say "don't know".
        #[serde(default)]
        dont_know: Vec<i64>,
    },
    /// The share of some answers among all.
    Share {
        /// The answers that count.
        of: Values,
        /// Answers that are no opinion.
        #[serde(default)]
        dont_know: Vec<Label>,
    },
    /// Net promoters, from marks of 0 to 10.
    NetPromoters,
}
