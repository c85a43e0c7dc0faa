//! The data that the tests read, and how two figures are compared.

pub mod api;
pub mod barometer;
pub mod reference;
