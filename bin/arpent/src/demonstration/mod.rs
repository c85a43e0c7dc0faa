//! The demonstration territory: files read, then replayed day by day through the product's own commands.

pub mod schema;
