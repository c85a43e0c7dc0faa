//! SQL and rows. Joins with the kernel's tables are free; writes touch this module's own.

pub mod ballots;
pub mod budgets;
pub mod counts;
pub mod keys;
pub mod projects;
pub mod runs;
pub mod sheets;
pub mod voters;
pub mod works;

use arpent_store::Statement;

/// Every statement of this module.
pub const STATEMENTS: &[&[Statement]] = &[
    ballots::STATEMENTS,
    budgets::STATEMENTS,
    counts::STATEMENTS,
    keys::STATEMENTS,
    projects::STATEMENTS,
    runs::STATEMENTS,
    sheets::STATEMENTS,
    voters::STATEMENTS,
    works::STATEMENTS,
];
