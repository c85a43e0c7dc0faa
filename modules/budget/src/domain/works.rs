//! What becomes of a project that won.

use arpent_commons::codes;
use jiff::civil::Date;

codes! {
    /// How far it is.
    Stage {
        /// Written in the plan of works.
        Planned = "planned",
        /// Being drawn.
        Designed = "designed",
        /// Firms are being chosen.
        Tendered = "tendered",
        /// Under way.
        Built = "built",
        /// In use.
        Delivered = "delivered",
        /// It will not be done, with the reason.
        Stopped = "stopped",
    }
}

codes! {
    /// What an amount is.
    LineKind {
        /// Voted by the council.
        Voted = "voted",
        /// Ordered.
        Committed = "committed",
        /// Paid.
        Spent = "spent",
    }
}

/// An amount of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub kind: LineKind,
    /// In cents; negative corrects one before.
    pub amount: i64,
    /// Of which day.
    pub day: Date,
    /// Reference of the deliberation, the order, the invoice.
    pub reference: String,
}

/// What was voted, ordered and paid, in cents.
pub fn totals(lines: &[Line]) -> [i64; 3] {
    [LineKind::Voted, LineKind::Committed, LineKind::Spent]
        .map(|kind| lines.iter().filter(|line| line.kind == kind).map(|line| line.amount).sum())
}
