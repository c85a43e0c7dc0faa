//! Types and rules. Pure: no input, no output, no time but what is given.

pub mod assignment;
pub mod comment;
pub mod import;
pub mod key;
pub mod promise;
