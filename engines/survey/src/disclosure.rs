//! No reader may find out how few people answered.
//!
//! **Primary** rules say which cells may not be shown. **Complementary** suppression hides others, so that no hidden cell
//! can be found again, or bounded too closely, by subtraction: a reader who knows every published cell, every sum, and
//! that counts are not negative, must still believe possible any value from zero to the threshold (Cox 1980; Fischetti &
//! Salazar-González 2001). Tables may have several margins, linked or hierarchical: all that is asked is how cells add up.
//! A **ledger** does the same for successive filters of one data set: what was shown limits what may be shown next.

mod attack;
mod cells;
mod cut;
mod heuristic;
mod hierarchy;
mod ledger;
mod lp;
mod primary;
mod suppress;

pub use attack::{Range, ranges};
pub use cells::{Cell, Cells, Relation, Role, Totals};
pub use hierarchy::{Crossing, Hierarchy};
pub use ledger::{Exposure, Ledger};
pub use primary::{Dominance, PrimaryRule};
pub use suppress::{Effort, Hidden, Suppression, suppress};

/// Why a table cannot be protected, or is not a table.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum DisclosureError {
    /// A relation does not hold: its parts do not add up to its total, or it names a cell twice or one that is not there.
    #[error("relation {0} does not hold")]
    Relation(usize),
    /// Rows, levels or counts do not fit each other.
    #[error("{found} values, {expected} expected")]
    Shape {
        /// Values expected.
        expected: usize,
        /// Values found.
        found: usize,
    },
    /// A cell cannot be protected: what could hide it is published or empty. Publish fewer totals, or merge categories.
    #[error("cell {0} cannot be protected")]
    Unprotectable(usize),
}
