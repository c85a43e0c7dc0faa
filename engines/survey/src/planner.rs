//! How many people to ask, before paying for a wave: sample sizes, expected half-widths, allocation between strata.

mod allocation;
mod grid;
mod precision;

pub use allocation::{Allocation, Rule, StratumPlan, allocate};
pub use grid::{Announced, ServicePlan, StratumSample, announce};
pub use precision::{Needed, Precision, detectable_change, half_width, needed, two_proportions_size};

/// Why a plan of a sample cannot be computed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum PlanningError {
    /// A share, level, power or design effect lies outside its range.
    #[error("{0} is outside its range")]
    Range(f64),
    /// The two shares to tell apart are equal: no sample is large enough.
    #[error("the two shares are equal")]
    SameShares,
    /// More people are asked for than the population holds.
    #[error("{asked} people asked of a population of {population}")]
    PopulationTooSmall {
        /// People to ask.
        asked: u64,
        /// People there are.
        population: f64,
    },
    /// There is no stratum, or none that may receive anyone.
    #[error("no stratum to allocate to")]
    NoStratum,
    /// The minimum of each stratum asks for more people than the whole sample.
    #[error("minimums add up to {minimum}, more than {total}")]
    Minimum {
        /// Sum of the minimums.
        minimum: u64,
        /// Whole sample.
        total: u64,
    },
}
