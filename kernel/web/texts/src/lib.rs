//! arpent-texts
