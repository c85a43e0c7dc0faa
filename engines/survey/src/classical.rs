//! Unweighted small-number intervals and comparisons.
