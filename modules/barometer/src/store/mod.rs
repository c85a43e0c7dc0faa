//! SQL and rows. Joins with the kernel's tables are free; writes touch this module's own.

pub mod answers;
pub mod barometers;
pub mod cubes;
pub mod followed;
pub mod imports;
pub mod invitations;
pub mod points;
pub mod protocols;
pub mod quotas;
pub mod sheets;
pub mod signals;
pub mod waves;

use arpent_store::Statement;

/// Every statement of this module.
pub const STATEMENTS: &[&[Statement]] = &[
    answers::STATEMENTS,
    barometers::STATEMENTS,
    cubes::STATEMENTS,
    followed::STATEMENTS,
    signals::STATEMENTS,
    imports::STATEMENTS,
    invitations::STATEMENTS,
    points::STATEMENTS,
    sheets::STATEMENTS,
    protocols::STATEMENTS,
    waves::STATEMENTS,
];
