//! What an engine of estimation refuses, with the facts a caller needs to say it in its reader's language.

/// A refusal. Units are rows of the caller's table, counted from zero; strata, clusters and categories are the codes or
/// names that the caller gave. The `Display` text is for developers only.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Error {
    /// There is no unit at all.
    #[error("no unit")]
    NoUnit,
    /// A column is not as long as the design.
    #[error("a column of {found} values, {expected} expected")]
    Length {
        /// Units of the design.
        expected: usize,
        /// Values of the column.
        found: usize,
    },
    /// A weight is negative, infinite or not a number.
    #[error("weight {weight} of unit {unit}")]
    Weight {
        /// The first faulty unit.
        unit: usize,
        /// Its weight.
        weight: f64,
    },
    /// All weights are zero, or those of the domain asked for.
    #[error("weights sum to zero")]
    NoWeight,
    /// Neither weights nor population sizes were given.
    #[error("neither weights nor population sizes")]
    WeightsUnknown,
    /// A first-stage cluster lies in two strata.
    #[error("cluster {cluster} lies in strata {strata:?}")]
    ClusterInTwoStrata {
        /// The cluster's code.
        cluster: u32,
        /// The codes of two strata where it was found.
        strata: [u32; 2],
    },
    /// The population size changes inside a stratum.
    #[error("stratum {stratum} has population sizes {sizes:?}")]
    PopulationVaries {
        /// Stage, from 1.
        stage: usize,
        /// The stratum's code (at the second stage, the cluster's).
        stratum: u32,
        /// Two sizes found.
        sizes: [f64; 2],
    },
    /// More clusters were sampled than the population holds.
    #[error("stratum {stratum}: {sampled} sampled of {population}")]
    PopulationTooSmall {
        /// Stage, from 1.
        stage: usize,
        /// The stratum's code (at the second stage, the cluster's).
        stratum: u32,
        /// Clusters in the sample.
        sampled: usize,
        /// Clusters said to be in the population.
        population: f64,
    },
    /// A stratum holds one cluster only, and the rule is to refuse.
    #[error("stratum {stratum} has one cluster only")]
    LonelyPsu {
        /// Stage, from 1.
        stage: usize,
        /// The stratum's code (at the second stage, the cluster's).
        stratum: u32,
    },
    /// Every stratum holds one cluster only: nothing is left to average.
    #[error("every stratum has one cluster only")]
    AllLonely,
    /// The domain holds no unit with a value.
    #[error("empty domain")]
    EmptyDomain,
    /// A variance asks for two units at least.
    #[error("{0} unit(s), two are needed")]
    TooFewUnits(usize),
    /// The denominator of a ratio is zero.
    #[error("the denominator is zero")]
    ZeroDenominator,
    /// A value is infinite.
    #[error("value {value} of unit {unit}")]
    Value {
        /// The unit.
        unit: usize,
        /// Its value.
        value: f64,
    },
    /// A probability or level is not strictly between 0 and 1.
    #[error("{0} is not a probability strictly between 0 and 1")]
    Probability(f64),
    /// A proportion was asked of values other than 0 and 1.
    #[error("value {value} of unit {unit} is neither 0 nor 1")]
    NotBinary {
        /// The unit.
        unit: usize,
        /// Its value.
        value: f64,
    },
    /// Two margins do not describe the same population.
    #[error("margin {first} totals {first_total}, margin {second} totals {second_total}")]
    UnequalMargins {
        /// Name of a margin.
        first: String,
        /// Its total.
        first_total: f64,
        /// Name of another.
        second: String,
        /// Its total.
        second_total: f64,
    },
    /// The population has people in a category where the sample has no one.
    #[error("margin {margin}: category {category} counts {target} people and no answer")]
    EmptyCategory {
        /// Name of the margin.
        margin: String,
        /// Name of the category.
        category: String,
        /// Its population.
        target: f64,
        /// The category proposed for a merge.
        merge_with: Option<String>,
    },
    /// The sample has a category to which the margin gives no one.
    #[error("margin {margin}: category {category} has {answers} answers and no population")]
    UnexpectedCategory {
        /// Name of the margin.
        margin: String,
        /// Name of the category, or its code beyond the names given.
        category: String,
        /// Answers in it.
        answers: usize,
    },
    /// A margin's target is negative or not a number.
    #[error("margin {margin}: target {target} of {category}")]
    Target {
        /// Name of the margin.
        margin: String,
        /// Name of the category or auxiliary variable.
        category: String,
        /// The target.
        target: f64,
    },
    /// Units have no value on a margin.
    #[error("margin {margin}: {units} units without a value, the first is {first}")]
    MissingMargin {
        /// Name of the margin.
        margin: String,
        /// How many.
        units: usize,
        /// The first of them.
        first: usize,
    },
    /// No margin was given.
    #[error("no margin")]
    NoMargin,
    /// Weights did not settle. Margins that contradict one another do that: the worst is named.
    #[error("no convergence after {rounds} rounds: {category} of {margin} misses its target by {gap:e} (relative)")]
    NoConvergence {
        /// Rounds done.
        rounds: usize,
        /// Name of the margin furthest from its target.
        margin: String,
        /// Name of its category or auxiliary variable.
        category: String,
        /// |Σw / target − 1|.
        gap: f64,
    },
    /// Weights cannot be brought inside limits, or not while the margins are met.
    #[error("weights stay up to {excess:e} (relative) outside {low}..{high} after {rounds} rounds")]
    Trimming {
        /// Lower limit.
        low: f64,
        /// Upper limit.
        high: f64,
        /// Rounds done.
        rounds: usize,
        /// How far the worst weight lies outside, relative to the limit.
        excess: f64,
    },
    /// Calibration bounds do not hold 1 strictly inside.
    #[error("bounds {low}..{high} do not hold 1")]
    Bounds {
        /// Lower bound of the ratio of weights.
        low: f64,
        /// Upper bound.
        high: f64,
    },
    /// Auxiliary variables say the same thing twice with different totals.
    #[error("auxiliary {name} repeats others but its total differs by {gap}")]
    Contradiction {
        /// Name of the auxiliary variable or category.
        name: String,
        /// Its total less what the others imply.
        gap: f64,
    },
    /// Weights of a replicate method cannot be made from this design.
    #[error("replicates: stratum {stratum} holds {clusters} clusters")]
    ReplicateStratum {
        /// The stratum's code.
        stratum: u32,
        /// Its clusters.
        clusters: usize,
    },
    /// The number of replicates is too small.
    #[error("{0} replicates")]
    TooFewReplicates(usize),
    /// A matrix that should be positive definite is singular.
    #[error("singular matrix at column {0}")]
    Singular(usize),
    /// A column of the design is constant where it must vary.
    #[error("column {0} does not vary")]
    Constant(usize),
}
