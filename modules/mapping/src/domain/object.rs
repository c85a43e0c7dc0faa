//! Objects: what is drawn.

use arpent_commons::codes;
use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_documents::shapes::{Kind, Shape};
use jiff::Timestamp;
use jiff::civil::Date;

use super::layer::Layer;

/// Longest sort of thing, in characters.
pub const KIND: usize = 80;

codes! {
    /// What an object is on the map.
    Form {
        /// A point.
        Point = "point",
        /// A line.
        Line = "line",
        /// A zone.
        Zone = "zone",
    }
}

codes! {
    /// Whether an object is read.
    ObjectState {
        /// It is.
        Published = "published",
        /// It is, and waits to be confirmed.
        Pending = "pending",
        /// It was not confirmed.
        Refused = "refused",
        /// It was taken off the map.
        Removed = "removed",
    }
}

impl From<Kind> for Form {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Point => Self::Point,
            Kind::Line => Self::Line,
            Kind::Zone => Self::Zone,
        }
    }
}

impl ObjectState {
    /// Whether everyone reads it.
    pub const fn is_shown(self) -> bool {
        matches!(self, Self::Published | Self::Pending)
    }
}

/// Something drawn (*objet*).
#[derive(Debug, Clone)]
pub struct Object {
    /// Its id.
    pub id: Id<Object>,
    /// Its layer.
    pub layer: Id<Layer>,
    /// The first of the perimeters that followed one another.
    pub lineage: Id<Object>,
    /// Its title.
    pub title: String,
    /// What is said of it.
    pub text: String,
    /// What sort of thing it is.
    pub kind: String,
    /// Where it comes from.
    pub source: String,
    /// First day it holds.
    pub from: Option<Date>,
    /// Last day it holds.
    pub to: Option<Date>,
    /// Its shape as everyone sees it.
    pub shape: Shape,
    /// Whether it is read.
    pub state: ObjectState,
    /// Who drew it, when she is known.
    pub person: Option<Id<Person>>,
    /// Drawn at.
    pub created_at: Timestamp,
    /// Counted at each change.
    pub version: i64,
}
