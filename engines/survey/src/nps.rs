//! Net promoter, satisfaction and effort scores.
