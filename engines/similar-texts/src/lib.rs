#![doc = include_str!("../README.md")]

mod duplicates;
mod features;
mod grouping;
mod index;
pub mod normalise;

pub use duplicates::{DuplicateGroup, duplicates};
pub use grouping::{GroupOptions, Grouping, ThemeProposal, group};
pub use index::{Index, Match};
