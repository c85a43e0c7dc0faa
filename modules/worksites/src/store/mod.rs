//! SQL and rows. Joins with the kernel's tables are free; writes touch this module's own.

pub mod debriefs;
pub mod shifts;
pub mod stock;
pub mod volunteers;
pub mod worksites;

use arpent_store::Statement;

/// Every statement of this module.
pub const STATEMENTS: &[&[Statement]] =
    &[debriefs::STATEMENTS, shifts::STATEMENTS, stock::STATEMENTS, volunteers::STATEMENTS, worksites::STATEMENTS];
