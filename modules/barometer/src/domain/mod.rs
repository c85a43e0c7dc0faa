//! The barometer in types: what is asked of whom, what is answered, how it is read.

pub mod answer;
pub mod collection;
pub mod cube;
pub mod import;
pub mod lines;
pub mod margins;
pub mod marks;
pub mod masking;
pub mod precision;
pub mod protocol;
pub mod question;
pub mod signal;
pub mod template;
pub mod voices;
pub mod wave;
pub mod wording;
