//! Contours of communes, from a GeoJSON file (RFC 7946): read whole, each one checked, each refusal saying where.
//!
//! A file is refused when nothing in it can be trusted: not JSON, not a collection, coordinates that are not WGS84. A
//! feature is refused alone when it is the only one at fault: not a surface, a ring that crosses itself.

mod contour;
mod crossing;
mod read;
mod wgs84;

pub use contour::{Contour, Ring, Surface};
pub use read::{Fault, Feature, Limits, read, write};
pub(crate) use read::{held, shape};
pub(crate) use wgs84::misplaced;
pub use wgs84::{Misplaced, Place};

/// Why nothing of a file can be used.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum ContoursError {
    /// More bytes than [`Limits::max_bytes`].
    #[error("more than {most} bytes")]
    TooLarge {
        /// The most that is read, in bytes.
        most: usize,
    },
    /// More points than [`Limits::max_points`].
    #[error("more than {most} points")]
    TooManyPoints {
        /// The most that is read.
        most: usize,
    },
    /// Not JSON; a shapefile or an archive, most often.
    #[error("not JSON, from line {line}")]
    NotJson {
        /// Where reading stopped, from 1.
        line: usize,
    },
    /// JSON, but not a `FeatureCollection`.
    #[error("not a FeatureCollection")]
    NotACollection,
    /// A collection of nothing.
    #[error("no feature")]
    Empty,
    /// Its coordinates are not longitudes and latitudes in this order.
    #[error("misplaced: {0:?}")]
    Misplaced(Misplaced),
}

impl ContoursError {
    /// The name under which the caller translates this error.
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "contours-too-large",
            Self::TooManyPoints { .. } => "contours-too-many-points",
            Self::NotJson { .. } => "contours-not-json",
            Self::NotACollection => "contours-not-a-collection",
            Self::Empty => "contours-empty",
            Self::Misplaced(Misplaced::Lambert93) => "contours-lambert-93",
            Self::Misplaced(Misplaced::Outside(_)) => "contours-outside",
            Self::Misplaced(Misplaced::Swapped(_)) => "contours-swapped",
        }
    }
}
