#![doc = include_str!("../README.md")]

mod features;

mod index;

pub mod normalise;

pub use index::{Index, Match};
