//! The stories of this module, told through its pages on both databases.
#![expect(clippy::expect_used, reason = "a story that cannot go on panics, which is how a test fails")]

mod booths;
mod counting;
mod large;
mod permissions;
mod preparing;
mod publishing;
mod secrecy;
mod town;
mod voting;
mod works;
