//! Places of any shape on a map: points, lines, zones. Read from a GeoJSON, GPX or table file, each checked alone;
//! measured on the ellipsoid; written back.
//!
//! A file in the projection of the State or with its axes swapped is read as if converted, and says so: whoever brings it
//! decides whether that is what she meant.

mod gpx;
mod lambert93;
mod read;
mod shape;
mod surfaces;
mod table;
mod write;

pub use lambert93::{from_lambert93, is_lambert93};
pub use read::{Frame, Item, Limits, Reading, ShapesError, read};
pub use shape::{Kind, Shape, ShapeFault, simplified};
pub use surfaces::{overlap_square_metres, union_square_metres};
pub use write::{Format, Written};
