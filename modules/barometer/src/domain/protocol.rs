//! The protocol: everything that is settled before anyone answers, and frozen then.

mod check;
mod difference;
mod file;

pub use check::Fault;
pub use difference::{Difference, differences, proposed_breaks};
pub use file::{Format, Unreadable, schema};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::question::{Aspect, Question};
use super::wording::Wording;

/// The protocol of a barometer, as it is written to a file, edited, frozen and published.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Protocol {
    /// Version of the format of this file.
    #[serde(default)]
    pub format: Format,
    /// Language codes of the questionnaire, French first.
    pub languages: Vec<String>,
    /// Who is asked.
    pub populations: Vec<Population>,
    /// What is judged.
    pub services: Vec<Service>,
    /// The levels of satisfaction and importance.
    pub scale: Scale,
    /// What is asked, in order.
    pub questions: Vec<Question>,
    /// Known totals that weighted answers must meet.
    pub margins: Vec<MarginTable>,
    /// How many answers are wanted of whom; from format 2 on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotas: Vec<Quota>,
    /// How results are read.
    pub rules: Rules,
}

/// What a population is in the three-way comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PopulationKind {
    /// *Usagers*.
    Users,
    /// *Agents*.
    Agents,
    /// *Élus*.
    Elected,
    /// Another one.
    Other,
}

/// Who is asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Population {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: Wording,
    /// Which side of the comparison it is.
    pub kind: PopulationKind,
    /// How its answers come; decides which figures may carry a margin of error.
    pub frame: Frame,
}

/// Flow or survey: never mixed (AAPOR task force on non-probability sampling, Baker et al. 2013).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum Frame {
    /// *Flux*: volunteers who pass by. Counts and shares, no margin of error.
    Flow,
    /// *Enquête*: drawn from a list or by quotas, with its strata. Estimates with their uncertainty.
    Survey {
        /// Strata with how many people each holds.
        strata: Vec<Stratum>,
        /// The answers come by quotas: intervals then rest on a model, which is said.
        #[serde(default)]
        quotas: bool,
        /// Expected answers, for the planner.
        #[serde(default)]
        expected: Option<u32>,
    },
}

/// A stratum of a survey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stratum {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// How many people it holds.
    pub size: u64,
}

/// A service that is judged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: Wording,
    /// The unit that runs it, which reads its results first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub unit: Option<Uuid>,
    /// Where it receives people.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Place>,
    /// Share of satisfied people, in percent, under which a signal is raised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub threshold: Option<f64>,
}

/// A place of a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// The scale every service is judged on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Levels, from the worst to the best.
    pub levels: Vec<Level>,
    /// The level that counts as satisfied, and those above.
    pub satisfied_from: i64,
    /// "Does not know": counted apart, never in the base.
    pub does_not_know: Option<Level>,
}

/// One level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// Stored value.
    pub value: i64,
    /// Its words.
    pub label: Wording,
}

impl Scale {
    /// A level, or "does not know".
    pub fn has(&self, value: i64) -> bool {
        self.levels.iter().chain(&self.does_not_know).any(|level| level.value == value)
    }
}

/// Known totals of the population for one question of profile.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MarginTable {
    /// The profile question it is about.
    pub variable: String,
    /// Whose margins.
    pub population: String,
    /// Who counted: table and publisher.
    pub source: String,
    /// The year counted.
    pub year: i16,
    /// Total by category.
    pub cells: Vec<MarginCell>,
}

/// One category of a margin.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MarginCell {
    /// The code of the choice.
    pub code: String,
    /// People.
    pub total: f64,
}

/// Answers wanted of one category, so that interviewers know whom to stop looking for.
///
/// An answer beyond the quota is kept and counts: weights bring the category back to its share, and refusing someone who
/// came to answer would be worse than a heavier table. What is beyond is said where the quota is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Quota {
    /// Whose.
    pub population: String,
    /// A profile question, or [`STRATUM`].
    pub variable: String,
    /// The choice, or the stratum.
    pub code: String,
    /// Complete answers wanted.
    pub expected: u32,
}

/// The variable of a quota by stratum.
pub const STRATUM: &str = "stratum";

/// How results are read, settled before looking.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// No figure under so many answers.
    pub suppress_under: u32,
    /// No estimate with an interval under so many answers; only counts.
    pub estimate_from: u32,
    /// A population under so many answers is shown only pooled.
    pub pool_under: u32,
    /// Level of confidence of intervals.
    pub confidence: f64,
    /// Share of false discoveries allowed in one family of comparisons (Benjamini and Hochberg 1995).
    pub false_discovery: f64,
    /// Least change that deserves an arrow, in points.
    pub least_change: f64,
    /// Weights above so many times the median are trimmed.
    pub trim_above: f64,
    /// Weights under so much of the median are raised.
    pub trim_below: f64,
    /// No signal of bad marks at one place under so many of them in a week.
    pub bad_run: u32,
    /// Share of unsatisfied people that is ordinary at a place.
    #[serde(default = "Rules::usual")]
    pub bad_usual: f64,
    /// Share of unsatisfied people that calls for someone at once.
    #[serde(default = "Rules::alarming")]
    pub bad_alarming: f64,
    /// Chance that a wave where all is ordinary raises a signal of bad marks, all places and all weeks together.
    #[serde(default = "Rules::false_alarm")]
    pub bad_false_alarm: f64,
}

impl Rules {
    const fn usual() -> f64 {
        0.30
    }

    const fn alarming() -> f64 {
        0.60
    }

    const fn false_alarm() -> f64 {
        0.05
    }
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            suppress_under: 5,
            estimate_from: 30,
            pool_under: 30,
            confidence: 0.95,
            false_discovery: 0.05,
            least_change: 3.0,
            trim_above: 5.0,
            trim_below: 0.2,
            bad_run: 5,
            bad_usual: Self::usual(),
            bad_alarming: Self::alarming(),
            bad_false_alarm: Self::false_alarm(),
        }
    }
}

impl Protocol {
    /// A question by its code.
    pub fn question(&self, code: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.code == code)
    }

    /// A population by its code.
    pub fn population(&self, code: &str) -> Option<&Population> {
        self.populations.iter().find(|population| population.code == code)
    }

    /// A service by its code.
    pub fn service(&self, code: &str) -> Option<&Service> {
        self.services.iter().find(|service| service.code == code)
    }

    /// The known totals of a variable, for a population.
    pub fn margin(&self, population: &str, variable: &str) -> Option<&MarginTable> {
        self.margins.iter().find(|margin| margin.population == population && margin.variable == variable)
    }

    /// The quotas of a population.
    pub fn quotas_of<'a>(&'a self, population: &'a str) -> impl Iterator<Item = &'a Quota> {
        self.quotas.iter().filter(move |quota| quota.population == population)
    }

    /// The strata of a population; none for a flow.
    pub fn strata(&self, population: &str) -> &[Stratum] {
        match self.population(population).map(|one| &one.frame) {
            Some(Frame::Survey { strata, .. }) => strata,
            Some(Frame::Flow) | None => &[],
        }
    }

    /// The questions of a population, in order.
    pub fn asked<'a, 'b>(&'a self, population: &'b str) -> impl Iterator<Item = &'a Question> + use<'a, 'b> {
        self.questions.iter().filter(move |question| question.asked_to.iter().any(|code| code == population))
    }

    /// The question that holds an aspect of a service, for a population.
    pub fn about<'a>(&'a self, service: &str, aspect: Aspect, population: &str) -> Option<&'a Question> {
        self.asked(population)
            .find(|question| question.aspect == aspect && question.service.as_deref() == Some(service))
    }

    /// Everything that prevents freezing it.
    pub fn faults(&self) -> Vec<Fault> {
        check::faults(self)
    }
}
