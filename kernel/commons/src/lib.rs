//! arpent-commons
