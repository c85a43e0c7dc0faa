#![doc = include_str!("../README.md")]

mod cell;
pub mod csv_out;
pub mod qr;
pub mod tables;
pub mod xlsx_out;

pub use cell::Cell;
