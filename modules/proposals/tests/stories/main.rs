//! The stories of this module, told through its pages on both databases.
#![expect(clippy::expect_used, reason = "a story that cannot go on panics, which is how a test fails")]

mod answering;
mod api;
mod assigning;
mod confirming;
mod contributing;
mod discussing;
mod exporting;
mod importing;
mod leaving;
mod permissions;
mod town;
mod understanding;
