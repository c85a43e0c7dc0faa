#![doc = include_str!("../README.md")]

mod lang;
pub mod typography;

#[cfg(feature = "formats")]
mod dates;
#[cfg(feature = "formats")]
mod formatters;
#[cfg(feature = "formats")]
mod messages;
#[cfg(feature = "formats")]
mod numbers;
#[cfg(feature = "formats")]
mod value;
#[cfg(feature = "formats")]
mod words;

pub use lang::Lang;

#[cfg(feature = "formats")]
pub use {
    dates::{date, date_short, datetime, relative_days, time},
    messages::Messages,
    numbers::{decimal, euros, number, percent},
    value::{Fill, Value},
    words::{collate, list},
};
