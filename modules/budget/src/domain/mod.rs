//! Rules without input or output.

pub mod ballot;
pub mod pabulib;
pub mod phase;
pub mod project;
pub mod settings;
pub mod sheet;
pub mod told;
pub mod voter;
pub mod works;
