//! The command line as the person who hosts the server meets it, with the built binary.
#![expect(clippy::expect_used, reason = "a test that cannot go on says why and stops")]

mod answers;
mod copies;
mod count;
mod doctor;
mod files;
mod initiative;
mod journal;
mod killed;
mod serving;
mod survey;
mod tools;
