//! The stories of this module, told through its pages on both databases.
#![expect(clippy::expect_used, reason = "a story that cannot go on panics, which is how a test fails")]

mod drawing;
mod finding;
mod importing;
mod observing;
mod projects;
mod reading;
mod saying;
mod town;
mod underneath;
mod walls;
