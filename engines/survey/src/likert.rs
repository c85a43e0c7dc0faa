//! Answers on an ordered scale: the whole distribution first, "don't know" apart, a mean only as a second reading.

mod composite;
mod scale;

pub use composite::{Composite, CompositeError, reliability};
pub use scale::{Distribution, LikertError, Scale};
