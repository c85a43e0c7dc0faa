#![doc = include_str!("../README.md")]

mod archive;
pub mod calendar;
mod cell;
pub mod contours;
pub mod csv_out;
pub mod ddi;
pub mod feed;
pub mod qr;
pub mod shapes;
pub mod spss;
pub mod tables;
pub mod xlsx_out;

pub use archive::archive;
pub use cell::Cell;
