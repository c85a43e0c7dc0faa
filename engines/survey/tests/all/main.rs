//! The engine beside its published references and its own rules, in one program: each one linked costs seconds.

mod classical;
mod designs;
mod disclosure;
mod distributions;
mod models;
mod plan;
mod properties;
mod reading;
mod reference_barometer;
mod reference_barometer_models;
mod reference_classical;
mod reference_estimates;
mod reference_of_tests;
mod reference_weighting;
mod small_area;
mod support;
