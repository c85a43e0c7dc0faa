#![doc = include_str!("../README.md")]

pub mod amount;
mod ballots;
mod count;
pub mod effects;
pub mod election;
mod error;
pub mod explain;
mod fraction;
mod options;
mod outcome;
pub mod pabulib;
mod rules;
mod shares;
pub mod transcript;

pub use count::{count, winners};
pub use election::{Ballot, Choice, Column, Election, Project, VoteType};
pub use error::Error;
pub use fraction::Fraction;
pub use options::{Add1, Comparison, Completion, Envelope, Options, Rule, Satisfaction, Ties};
pub use outcome::{Compared, Outcome, Raised, Round, Step, Stop, Tie, Winner};
