//! Types and rules of the shared objects. Pure.

pub mod code;
pub mod commitments;
pub mod confirmation;
pub mod contours;
pub mod contribution;
pub mod decisions;
pub mod experiments;
pub mod initiative;
pub mod meetings;
pub mod metrics;
pub mod notes;
pub mod options;
pub mod people;
pub mod point;
pub mod problems;
pub mod templates;
pub mod text;
