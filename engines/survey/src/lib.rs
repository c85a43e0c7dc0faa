#![doc = include_str!("../README.md")]

// Design, variance, weighting, estimates.
pub mod calibration;
pub mod change;
pub mod design;
pub mod design_effect;
pub mod error;
pub mod estimate;
pub mod gap;
pub mod interval;
pub mod linear;
pub mod margin;
pub mod means;
pub mod post_stratification;
pub mod quantile;
pub mod raking;
pub mod random;
pub mod replicates;
pub mod trimming;
pub mod variance;

// Tests, models, tables, the run of a wave.
pub mod classical;
pub mod disclosure;
pub mod distributions;
pub mod hypothesis;
pub mod importance;
pub mod likert;
pub mod models;
pub mod multiplicity;
pub mod nps;
pub mod plan;
pub mod planner;
pub mod small_area;

pub use design::{Design, DesignBuilder, LonelyPsu};
pub use error::Error;
pub use estimate::{Estimate, Estimates, Interval};
pub use linear::Matrix;
pub use margin::Margin;
