//! arpent-core
