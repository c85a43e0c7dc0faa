#![doc = include_str!("../README.md")]
#![expect(clippy::print_stdout, reason = "a command line for developers: what it prints is its result")]

pub mod audit;
pub mod browser;
pub mod errands;
pub mod licences;
pub mod postgres;
pub mod steps;
pub mod terminal;
pub mod tools;
pub mod totals;
pub mod workspace;
