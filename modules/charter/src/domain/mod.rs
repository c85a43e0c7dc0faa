//! Types and rules. Pure: no input, no output, no time but what is given.

pub mod balance;
pub mod charter;
pub mod file;
pub mod report;
pub mod signature;
pub mod sub;
pub mod text;
