//! The stories of this module, told through its pages on both databases.
#![expect(clippy::expect_used, reason = "a story that cannot go on panics, which is how a test fails")]

mod alerts;
mod anonymity;
mod collecting;
mod importing;
#[path = "../support/pdf.rs"]
mod pdf;
mod quotas;
mod settling;
mod tablet;
mod town;
mod twice;
mod wave;
mod words;
