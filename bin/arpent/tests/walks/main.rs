//! Walks over everything the composition holds, so that what no one remembered is found.
#![expect(clippy::expect_used, reason = "a test that cannot go on says why and stops")]

mod permissions;
mod schema;
