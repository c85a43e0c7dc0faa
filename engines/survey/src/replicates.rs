//! Replicate weights: jackknife, balanced half-samples, Rao-Wu bootstrap.
