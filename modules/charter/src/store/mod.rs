//! SQL and rows. Joins with the kernel's tables are free; writes touch this module's own.

pub mod articles;
pub mod charters;
pub mod invitations;
pub mod reports;
pub mod signatures;
pub mod subs;
pub mod suggestions;
pub mod supports;

use arpent_store::Statement;

/// Every statement of this module.
pub const STATEMENTS: &[&[Statement]] = &[
    articles::STATEMENTS,
    charters::STATEMENTS,
    invitations::STATEMENTS,
    reports::STATEMENTS,
    signatures::STATEMENTS,
    subs::STATEMENTS,
    suggestions::STATEMENTS,
    supports::STATEMENTS,
];
