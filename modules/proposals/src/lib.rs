//! arpent-proposals
