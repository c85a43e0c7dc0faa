//! arpent-store
