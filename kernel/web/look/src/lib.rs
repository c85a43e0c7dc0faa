#![doc = include_str!("../README.md")]

pub mod chart;
pub mod land;
pub mod map;
pub mod palette;
pub mod parts;
