//! The engine against other programs, official results, a naive exact count, and its own promises.
#![expect(clippy::expect_used, reason = "a test that cannot go on says why and stops")]
#![expect(clippy::print_stdout, reason = "what could not be compared is said")]

mod answers;
mod examples;
mod files;
mod minutes;
mod naive;
mod promises;
mod references;
