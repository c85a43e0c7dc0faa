//! Rules without input or output.

pub mod address;
pub mod blur;
pub mod fields;
pub mod layer;
pub mod marks;
pub mod object;
pub mod project;
pub mod ranges;
pub mod scale;
pub mod typed;
pub mod validation;
pub mod view;
