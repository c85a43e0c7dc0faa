//! Rules without input or output.

pub mod blur;
pub mod fields;
pub mod layer;
pub mod object;
pub mod project;
pub mod typed;
pub mod validation;
pub mod view;
