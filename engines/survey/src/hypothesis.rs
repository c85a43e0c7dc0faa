//! Design-based tests: Rao-Scott, t, ranks.
