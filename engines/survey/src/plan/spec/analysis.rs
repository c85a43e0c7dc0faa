//! Comparisons, priorities, drivers, tests, publications.

use std::collections::BTreeMap;

use super::{Value, Values};
use crate::disclosure::Totals;
use crate::hypothesis::{RankScore, Statistic, TiedRanks};
use crate::importance::Axes;
use crate::multiplicity::{Adjustment, ArrowRule, Break};
use crate::small_area::{Scale as AreaScale, VarianceMethod};

/// What raked weights do to the variance of a comparison or a model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum VarianceAfterMargins {
    /// Weights are taken as they are: standard errors a little larger, hence prudent.
    #[default]
    Weights,
    /// Residuals on the margins, as for the figures of one wave.
    Residuals,
}

/// Changes from one population to a later wave of it. All items of all its measures are one family of tests.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeSpec {
    /// Its name in the plan.
    pub name: String,
    /// The earlier population.
    pub from: String,
    /// The later one.
    pub to: String,
    /// The measures compared.
    pub measures: Vec<String>,
    /// How the family is adjusted.
    #[serde(default)]
    pub adjustment: Adjustment,
    /// When an arrow may be shown.
    #[serde(default)]
    pub arrow: ArrowRule,
    /// What raked weights do to the variance.
    #[serde(default)]
    pub variance: VarianceAfterMargins,
    /// Breaks that the protocol declares.
    #[serde(default)]
    pub breaks: Vec<BreakSpec>,
    /// Largest change of the mix of modes (half the sum of the differences of shares) that does not break the series.
    #[serde(default = "usual_mode_shift")]
    pub mode_shift: f64,
}

fn usual_mode_shift() -> f64 {
    0.10
}

/// A declared break.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BreakSpec {
    /// What breaks.
    pub why: Break,
    /// The items concerned; all of them if none is named.
    #[serde(default)]
    pub items: Vec<String>,
}

/// Gaps between two populations drawn independently: the first less the second. All items are one family.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GapSpec {
    /// Its name in the plan.
    pub name: String,
    /// The first population: agents, for instance.
    pub first: String,
    /// The second: users.
    pub second: String,
    /// The mirrored measure.
    pub measure: String,
    /// How the family is adjusted.
    #[serde(default)]
    pub adjustment: Adjustment,
    /// What raked weights do to the variance.
    #[serde(default)]
    pub variance: VarianceAfterMargins,
}

/// What to work on first: two measures with the same items.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PrioritySpec {
    /// Its name in the plan.
    pub name: String,
    /// The population.
    pub population: String,
    /// The measure of importance, on a scale whose best answers mean "important".
    pub importance: String,
    /// The measure of satisfaction.
    pub satisfaction: String,
    /// Where the axes of the matrix cross.
    #[serde(default = "usual_axes")]
    pub axes: Axes,
}

fn usual_axes() -> Axes {
    Axes::Mean
}

/// What goes with an overall mark.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DriversSpec {
    /// Its name in the plan.
    pub name: String,
    /// The population.
    pub population: String,
    /// The measure explained, of a single figure.
    pub outcome: String,
    /// The measure whose items explain it, on a scale or as numbers.
    pub measure: String,
    /// The items that explain; all of them if none is named. Twelve at most.
    #[serde(default)]
    pub items: Vec<String>,
    /// Limits between ordered classes of the outcome, for a proportional odds regression besides; none without them.
    #[serde(default)]
    pub classes: Vec<f64>,
    /// Bootstrap replicates that tell how sure the order is.
    #[serde(default = "usual_replicates")]
    pub replicates: usize,
    /// Seed of the replicates.
    #[serde(default)]
    pub seed: u64,
    /// What raked weights do to the variance.
    #[serde(default)]
    pub variance: VarianceAfterMargins,
}

fn usual_replicates() -> usize {
    200
}

/// A test, or one for each item of a measure.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TestSpec {
    /// Its name in the plan.
    pub name: String,
    /// The population.
    pub population: String,
    /// What is tested.
    pub trial: Trial,
    /// How the family of items is adjusted.
    #[serde(default)]
    pub adjustment: Adjustment,
    /// What raked weights do to the variance.
    #[serde(default)]
    pub variance: VarianceAfterMargins,
}

/// What is tested.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(tag = "test", rename_all = "snake_case", deny_unknown_fields)]
pub enum Trial {
    /// Whether two columns of categories are independent.
    Association {
        /// One column.
        rows: String,
        /// The other.
        columns: String,
        /// The statistic.
        #[serde(default)]
        statistic: Statistic,
    },
    /// Whether two groups have the same mean of a measure, item by item.
    Mean {
        /// The measure.
        measure: String,
        /// The column of groups.
        groups: String,
        /// The two groups: the difference is the second less the first.
        between: [super::Label; 2],
    },
    /// Whether groups answer alike on a scale, item by item.
    Rank {
        /// The measure.
        measure: String,
        /// The column of groups.
        groups: String,
        /// What a rank counts.
        #[serde(default)]
        score: RankScore,
        /// How equal answers share their ranks.
        #[serde(default)]
        ties: TiedRanks,
    },
}

/// Shares of small areas by a model (Fay & Herriot), where direct figures are too few to show.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AreasSpec {
    /// Its name in the plan.
    pub name: String,
    /// The population.
    pub population: String,
    /// The measure, of shares.
    pub measure: String,
    /// The items; all of them if none is named.
    #[serde(default)]
    pub items: Vec<String>,
    /// Column of the area in the table of answers.
    pub area: String,
    /// Table of what is known of the areas.
    pub covariates_table: String,
    /// Its column of the area: its rows are the areas to estimate.
    pub covariates_area: String,
    /// Its columns of covariates; a constant is added.
    #[serde(default)]
    pub covariates: Vec<String>,
    /// The scale of the model.
    #[serde(default)]
    pub scale: AreaScale,
    /// How the variance between areas is estimated.
    #[serde(default)]
    pub method: VarianceMethod,
}

/// A table of counts, protected.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TableSpec {
    /// Its name in the plan.
    pub name: String,
    /// The population.
    pub population: String,
    /// Column of the rows.
    pub rows: String,
    /// Column of the columns.
    pub columns: String,
    /// Whether totals may be hidden.
    #[serde(default)]
    pub totals: Totals,
    /// The least count shown; that of the plan if none is given.
    #[serde(default)]
    pub minimum: Option<u64>,
}

/// A filter to show: rows that fit `only` and do not fit `except`. Filters of one population are shown in the order of the
/// plan, each as far as those before allow.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SelectionSpec {
    /// Its name in the plan.
    pub name: String,
    /// The population.
    pub population: String,
    /// Columns and values that must fit.
    #[serde(default)]
    pub only: Value,
    /// Columns and values that must not fit, all together.
    #[serde(default)]
    pub except: BTreeMap<String, Values>,
    /// The measures shown.
    #[serde(default)]
    pub measures: Vec<String>,
}
