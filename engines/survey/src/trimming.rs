//! Trimming of extreme weights, inside the margins.
