//! Tests under a design: association of two questions, difference of two means, difference of two orders of ranks.

mod association;
mod eigen;
mod rank;
mod t;

pub use association::{Association, Statistic, TwoWay};
pub use rank::{RankScore, RankTest, TiedRanks, rank_test};
pub use t::{TTest, one_sample_t, two_sample_t};

use crate::error::Error;

/// Why a test cannot be made.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum TestError {
    /// Fewer than two groups, or two categories of a question, have an answer.
    #[error("{0} group(s) with an answer, two are needed")]
    TooFewGroups(usize),
    /// The design leaves no degree of freedom to the test.
    #[error("no degree of freedom is left: {0}")]
    NoDegreeOfFreedom(f64),
    /// Nothing varies: the statistic is not defined. In a two-way table, an expected cell of zero.
    #[error("nothing varies")]
    Constant,
    /// The estimation refuses.
    #[error(transparent)]
    Estimation(#[from] Error),
}
