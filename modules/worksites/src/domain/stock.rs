//! Materials the authority lends, by half-day.

use arpent_commons::codes;
use arpent_core::Id;
use jiff::civil::Date;

use super::shift::Shift;
use super::worksite::Worksite;

/// Most of one item.
pub const MOST: i64 = 100_000;

codes! {
    /// Half of a day.
    Half {
        /// Until one in the afternoon.
        Morning = "morning",
        /// From one in the afternoon.
        Afternoon = "afternoon",
    }
}

/// Something that is lent.
#[derive(Debug, Clone)]
pub struct Item {
    /// Its id.
    pub id: Id<Item>,
    /// What it is.
    pub name: String,
    /// How many there are.
    pub quantity: i64,
    /// Where they are kept.
    pub kept: String,
}

/// What a worksite has of an item for half a day.
#[derive(Debug, Clone)]
pub struct Booking {
    /// The item.
    pub item: Id<Item>,
    /// Its name.
    pub name: String,
    /// The day.
    pub day: Date,
    /// Which half of it.
    pub half: Half,
    /// For which shift.
    pub shift: Id<Shift>,
    /// The title of its worksite.
    pub worksite: String,
    /// Its worksite.
    pub of: Id<Worksite>,
    /// How many.
    pub quantity: i64,
}

/// How many are left of an item, once others have theirs.
pub fn left(quantity: i64, others: &[Booking]) -> i64 {
    (quantity - others.iter().map(|booking| booking.quantity).sum::<i64>()).max(0)
}
