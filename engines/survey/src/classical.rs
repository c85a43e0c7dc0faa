//! Inference for answers that all weigh the same and form a simple random sample: small counts, pairs, ranks. Weighted
//! answers belong to [`crate::interval`] and [`crate::hypothesis`].

mod pairs;
mod proportion;
mod rank;

pub use pairs::{Discordant, Paired};
pub use proportion::{Correction, Count, CountInterval, TwoCounts, TwoCountsTest};
pub use rank::{Spearman, average_ranks, spearman};
