//! arpent-texts-build
