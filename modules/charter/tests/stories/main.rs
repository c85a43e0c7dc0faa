//! The stories of this module, told through its pages on both databases.
#![expect(clippy::expect_used, reason = "a story that cannot go on panics, which is how a test fails")]

mod leaving;
mod publishing;
mod register;
mod reporting;
mod signing;
mod taking_back;
mod town;
mod writing;
