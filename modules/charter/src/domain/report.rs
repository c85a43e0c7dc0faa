//! What signatories report each year, and what they are given in return.

use arpent_commons::codes;
use arpent_commons::domain::contribution::ModerationGround;
use arpent_core::Id;
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use super::signature::Signature;
use super::sub::Item;

/// First year one may report about: before, a date is a slip of the finger.
pub const FIRST_YEAR: i64 = 2000;

codes! {
    /// What is given in return.
    SupportKind {
        /// A training.
        Training = "training",
        /// Advice.
        Advice = "advice",
        /// An award.
        Award = "award",
    }
}

/// What was done in a year for an action.
#[derive(Debug, Clone)]
pub struct Report {
    /// Its id.
    pub id: Id<Report>,
    /// By whom.
    pub signature: Id<Signature>,
    /// For which action.
    pub item: Id<Item>,
    /// The action in words.
    pub action: String,
    /// The year.
    pub year: i64,
    /// What was done.
    pub text: String,
    /// Where, in words.
    pub place: String,
    /// How much.
    pub quantity: Option<f64>,
    /// Of what: trees, metres, square metres.
    pub unit: String,
    /// A photograph.
    pub photo: Option<Uuid>,
    /// What it shows.
    pub photo_alt: String,
    /// Written at.
    pub at: Timestamp,
    /// It is not to be read: on which ground, and why.
    pub hidden: Option<(ModerationGround, String)>,
}

/// Something signatories may ask for.
#[derive(Debug, Clone)]
pub struct Support {
    /// Its id.
    pub id: Id<Support>,
    /// What kind.
    pub kind: SupportKind,
    /// Its title.
    pub title: String,
    /// What it is.
    pub text: String,
    /// The day, when there is one.
    pub day: Option<Date>,
}
