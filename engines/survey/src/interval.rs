//! Confidence intervals of a proportion under a design.
