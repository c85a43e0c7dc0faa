//! The stories of this module, told through its pages on both databases.
#![expect(clippy::expect_used, reason = "a story that cannot go on panics, which is how a test fails")]

mod calling_off;
mod coming;
mod leaving;
mod lending;
mod publishing;
mod telling;
mod town;
