//! arpent-benches
