//! The rules, one file each, and what they share.

pub(crate) mod field;
pub(crate) mod greedy;
pub(crate) mod judgment;
pub(crate) mod knapsack;
pub(crate) mod phragmen;
pub(crate) mod room;
