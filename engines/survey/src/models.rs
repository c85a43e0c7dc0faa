//! Design-based regression: linear, logistic, proportional odds, shares of variance.
