//! Importance and satisfaction, with their uncertainty.
