//! Types and rules of the shared objects. Pure.

pub mod code;
pub mod contribution;
pub mod initiative;
pub mod people;
pub mod text;
