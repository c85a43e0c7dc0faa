//! Change between waves, with the covariance of the people met twice.
