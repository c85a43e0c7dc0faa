//! Types and rules. Pure: no input, no output, no time but what is given.

pub mod assignment;
pub mod comment;
pub mod groups;
pub mod import;
pub mod promise;
