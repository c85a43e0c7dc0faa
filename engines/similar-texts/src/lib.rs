//! arpent-similar-texts
