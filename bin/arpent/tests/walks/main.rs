//! Walks over everything the composition holds, so that what no one remembered is found.

mod permissions;
mod schema;
