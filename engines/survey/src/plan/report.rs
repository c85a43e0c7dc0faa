//! What a run gives back: every figure at full precision, with what it rests on. Figures that may not be shown are not in
//! it.

use std::collections::BTreeMap;

use super::spec::Kind;
use crate::design_effect::Kish;
use crate::estimate::Interval;
use crate::hypothesis::{RankTest, TTest};
use crate::importance::{Ellipse, Priority, Quadrant};
use crate::models::{Coefficient, Driver, ParallelLines};
use crate::multiplicity::Verdict;

pub use crate::hypothesis::Association;

/// A whole report.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Report {
    /// Name of the plan.
    pub plan: String,
    /// Level of every interval.
    pub level: f64,
    /// Least number of people behind a figure.
    pub minimum_count: u64,
    /// The populations, with their weighting.
    pub populations: Vec<PopulationReport>,
    /// The figures of each measure, over each whole population.
    pub figures: Vec<Figure>,
    /// The same by group.
    pub breakdowns: Vec<Breakdown>,
    /// Changes between waves.
    pub changes: Vec<ChangeReport>,
    /// Gaps between populations.
    pub gaps: Vec<GapReport>,
    /// Priorities.
    pub priorities: Vec<PriorityReport>,
    /// Drivers.
    pub drivers: Vec<DriversReport>,
    /// Tests.
    pub tests: Vec<TestReport>,
    /// Small areas.
    pub areas: Vec<AreasReport>,
    /// Tables of counts.
    pub tables: Vec<TableReport>,
    /// Filters.
    pub selections: Vec<SelectionReport>,
}

/// A population as it was read and weighted.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct PopulationReport {
    /// Its name.
    pub name: String,
    /// What its figures are worth.
    pub kind: Kind,
    /// People who answered something.
    pub n: usize,
    /// Degrees of freedom of the design.
    pub df: f64,
    /// Strata with a single cluster, whose variance follows the rule of the plan: to be shown as a warning.
    pub lonely_strata: Vec<String>,
    /// The weighting.
    pub weighting: WeightingReport,
    /// Share of each mode of answer, unweighted; empty where the plan names no column of it.
    pub modes: BTreeMap<String, f64>,
}

/// What weighting did.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct WeightingReport {
    /// Base weights.
    pub base: Kish,
    /// Weights used.
    pub used: Kish,
    /// Rounds of raking; none without margins.
    pub rounds: Option<usize>,
    /// Largest `|Σw / target − 1|` over the categories.
    pub margin_gap: Option<f64>,
    /// Weights raised to the floor and lowered to the cap, and the share of weight that changed hands, where trimmed.
    pub trimmed: Option<(usize, usize, f64)>,
}

/// Why a figure is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Silence {
    /// Too few people answered.
    TooFew,
    /// It would let another be worked out.
    Protects,
    /// With the filters shown before, it would give a small group away.
    Exposes,
}

/// A figure, or why it is not there.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Reading {
    /// May be shown.
    Shown(Box<Shown>),
    /// May not.
    Hidden(Hidden),
}

/// A figure that may not be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Hidden {
    /// Why.
    pub why: Silence,
}

/// Why a figure must be read with care (NCHS Series 2 n° 175 for shares).
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unreliable {
    /// Fewer than 30 answers, or effective answers.
    FewAnswers,
    /// The exact interval is 30 points wide, or wider than 5 points and than 130 % of the share.
    WideInterval,
    /// Fewer than 8 degrees of freedom.
    FewDegrees,
}

/// A figure.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Shown {
    /// Share (0 to 1), mean, or score (−100 to 100).
    pub value: f64,
    /// Standard error; none for volunteers.
    pub se: Option<f64>,
    /// Degrees of freedom.
    pub df: Option<f64>,
    /// Interval; none for volunteers.
    pub interval: Option<Interval>,
    /// People behind it: those with an opinion.
    pub n: usize,
    /// People who gave no answer.
    pub missing: usize,
    /// Design effect, where it is defined.
    pub design_effect: Option<f64>,
    /// Answers that a simple random sample would need for the same variance.
    pub effective_n: Option<f64>,
    /// Share of each answer from the worst to the best, for a scale.
    pub distribution: Option<Vec<f64>>,
    /// Share of the worst answers, for a scale.
    pub bottom: Option<f64>,
    /// Share of "don't know" among those who answered, for a scale.
    pub dont_know: Option<f64>,
    /// Mean by the map of the scale, where it has one, and its standard error.
    pub mean: Option<(f64, Option<f64>)>,
    /// Why to read it with care.
    pub cautions: Vec<Unreliable>,
}

/// A figure of a measure.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Figure {
    /// The measure.
    pub measure: String,
    /// The population.
    pub population: String,
    /// The item.
    pub item: String,
    /// The figure.
    pub reading: Reading,
}

/// Figures of an item by group.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Breakdown {
    /// The measure.
    pub measure: String,
    /// The population.
    pub population: String,
    /// The item.
    pub item: String,
    /// The column of groups.
    pub by: String,
    /// The groups, in alphabetical order.
    pub groups: Vec<GroupFigure>,
}

/// The figure of a group.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct GroupFigure {
    /// The group.
    pub group: String,
    /// Its figure.
    pub reading: Reading,
}

/// Changes between two waves.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct ChangeReport {
    /// Its name in the plan.
    pub name: String,
    /// People met in both waves.
    pub overlap: usize,
    /// Half the sum of the differences of shares of modes; none where a wave does not say them.
    pub mode_shift: Option<f64>,
    /// The items, in the order of the plan. An item with too few people in a wave is left out.
    pub lines: Vec<ChangeLine>,
}

/// The change of an item.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct ChangeLine {
    /// The measure.
    pub measure: String,
    /// The item.
    pub item: String,
    /// Earlier figure.
    pub before: f64,
    /// Later figure.
    pub after: f64,
    /// Later less earlier.
    pub change: f64,
    /// The same in points: of percentage for a share, of score for promoters, of percentage of the scale for a mean.
    pub points: f64,
    /// Standard error of the change.
    pub se: f64,
    /// Covariance of the two figures, from the people met twice.
    pub covariance: f64,
    /// Degrees of freedom.
    pub df: f64,
    /// Interval of the change.
    pub interval: Interval,
    /// p-value; none where nothing varies.
    pub p: Option<f64>,
    /// p-value adjusted for the family.
    pub q: Option<f64>,
    /// What may be shown.
    pub verdict: Verdict,
}

/// Gaps between two populations.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct GapReport {
    /// Its name in the plan.
    pub name: String,
    /// The items. An item with too few people on a side is left out.
    pub lines: Vec<GapLine>,
    /// The mean over items, each person counting for those it answered; none with too few people.
    pub pooled: Option<GapLine>,
    /// Agreement of the two orders of items (Spearman), where it is defined.
    pub rank_agreement: Option<crate::classical::Spearman>,
}

/// The gap of an item.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct GapLine {
    /// The item; empty for the pooled line.
    pub item: String,
    /// Figure of the first population, its standard error, its interval, its base.
    pub first: (f64, f64, Interval, usize),
    /// The same of the second.
    pub second: (f64, f64, Interval, usize),
    /// First less second.
    pub gap: f64,
    /// Standard error.
    pub se: f64,
    /// Interval from those of both sides, which is never a point.
    pub interval: Interval,
    /// p-value; none where nothing varies.
    pub p: Option<f64>,
    /// p-value adjusted for the family.
    pub q: Option<f64>,
}

/// What to work on first.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct PriorityReport {
    /// Its name in the plan.
    pub name: String,
    /// The items by decreasing rating.
    pub lines: Vec<PriorityLine>,
}

/// An item among priorities.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct PriorityLine {
    /// The item.
    pub item: String,
    /// Share that finds it important.
    pub importance: f64,
    /// Share of satisfied.
    pub satisfaction: f64,
    /// Importance × (1 − satisfaction).
    pub rating: f64,
    /// Its standard error.
    pub se: f64,
    /// Its interval.
    pub interval: Interval,
    /// Its class.
    pub priority: Priority,
    /// Whether the interval stays in the class.
    pub certain: bool,
    /// Place.
    pub rank: usize,
    /// Items that the answers do not tell apart: their order is to be greyed.
    pub tied_with: Vec<String>,
    /// Its place on the matrix of means.
    pub matrix: MatrixPoint,
}

/// A point of the importance-satisfaction matrix.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct MatrixPoint {
    /// Mean importance and its standard error.
    pub importance: (f64, f64),
    /// Mean satisfaction and its standard error.
    pub satisfaction: (f64, f64),
    /// Ellipse of confidence.
    pub ellipse: Option<Ellipse>,
    /// Quadrant.
    pub quadrant: Quadrant,
    /// Whether the ellipse stays in it.
    pub certain: bool,
}

/// What goes with an overall mark; never what causes it.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct DriversReport {
    /// Its name in the plan.
    pub name: String,
    /// Complete answers.
    pub n: usize,
    /// Share of the variance explained.
    pub r_squared: f64,
    /// Intercept of the regression.
    pub intercept: Option<Coefficient>,
    /// The drivers, in the order of the plan.
    pub drivers: Vec<DriverLine>,
    /// Replicates that served for the order.
    pub replicates: usize,
    /// Slopes of the proportional odds regression, where classes were given.
    pub proportional_odds: Option<Vec<Option<Coefficient>>>,
    /// Whether those odds are proportional.
    pub parallel_lines: Option<ParallelLines>,
}

/// A driver.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct DriverLine {
    /// The item.
    pub item: String,
    /// Its coefficient in the regression.
    pub coefficient: Option<Coefficient>,
    /// Its share of what is explained, with the uncertainty of its place.
    pub share: Driver,
}

/// Tests of one kind.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[serde(tag = "test", rename_all = "snake_case")]
pub enum TestReport {
    /// A test of association.
    Association {
        /// Its name in the plan.
        name: String,
        /// The result.
        result: Association,
    },
    /// Differences of means, with the adjusted p-value of each item.
    Mean {
        /// Its name in the plan.
        name: String,
        /// Item, result, adjusted p-value.
        results: Vec<(String, TTest, f64)>,
    },
    /// Rank tests, with the adjusted p-value of each item.
    Rank {
        /// Its name in the plan.
        name: String,
        /// The groups compared, the first being the reference.
        groups: Vec<String>,
        /// Item, result, adjusted p-value.
        results: Vec<(String, RankTest, f64)>,
    },
}

/// Small areas by a model.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct AreasReport {
    /// Its name in the plan.
    pub name: String,
    /// For each item, the variance between areas on the scale of the model, and the areas.
    pub items: Vec<(String, f64, Vec<AreaFigure>)>,
}

/// An area. Modelled figures may be shown where direct ones may not: they rest on all areas.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct AreaFigure {
    /// The area.
    pub area: String,
    /// Direct share, where enough people answered.
    pub direct: Option<f64>,
    /// Modelled share.
    pub value: f64,
    /// Root of its mean squared error.
    pub rmse: f64,
    /// Its interval.
    pub interval: Interval,
    /// Weight of the direct share in it; none where that would say how few people answered.
    pub gamma: Option<f64>,
}

/// A protected table of counts.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct TableReport {
    /// Its name in the plan.
    pub name: String,
    /// Cells, then totals: a total has no row, or no column, the grand total neither.
    pub cells: Vec<TableCell>,
    /// Whether no pattern hides less.
    pub optimal: bool,
}

/// A cell of a table of counts.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct TableCell {
    /// Its row.
    pub row: Option<String>,
    /// Its column.
    pub column: Option<String>,
    /// People in it; none where hidden.
    pub count: Option<u64>,
    /// Why it is hidden.
    pub hidden: Option<Silence>,
}

/// A filter.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct SelectionReport {
    /// Its name in the plan.
    pub name: String,
    /// Why it is not shown; none where it is.
    pub hidden: Option<Silence>,
    /// Its figures.
    pub figures: Vec<Figure>,
}
