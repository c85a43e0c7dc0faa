//! A file of places, one by one.

use geo::{Coord, Geometry, MapCoords as _};
use geojson::{FeatureCollection, GeoJson};
use jiff::civil::{Date, date};
use serde::de::IgnoredAny;

use super::lambert93::from_lambert93;
use super::shape::{Shape, ShapeFault};
use super::{gpx, table};
use crate::contours::{Misplaced, Place, held, misplaced, shape};
use crate::tables::TableError;

/// What a file may cost before it is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub max_bytes: usize,
    /// Places.
    pub max_items: usize,
    /// Points of all places together.
    pub max_points: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { max_bytes: 16 << 20, max_items: 20_000, max_points: 800_000 }
    }
}

/// What the coordinates of a file are, seen from where they lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Frame {
    /// Longitudes and latitudes, as they should be.
    Wgs84,
    /// Metres of Lambert-93: read as converted.
    Lambert93,
    /// Latitude written before longitude: read the other way round. Where the middle would be, as written.
    Swapped(Place),
}

impl Frame {
    /// Stable name, sent back by whoever accepts the conversion.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Wgs84 => "wgs84",
            Self::Lambert93 => "lambert93",
            Self::Swapped(_) => "swapped",
        }
    }

    fn turn(self, geometry: &Geometry) -> Geometry {
        match self {
            Self::Wgs84 => geometry.clone(),
            Self::Swapped(_) => geometry.map_coords(|at| Coord { x: at.y, y: at.x }),
            Self::Lambert93 => geometry.map_coords(|at| {
                let place = from_lambert93(at.x, at.y);
                Coord { x: place.longitude, y: place.latitude }
            }),
        }
    }
}

/// Why nothing of a file can be used.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ShapesError {
    /// More bytes than [`Limits::max_bytes`].
    #[error("more than {most} bytes")]
    TooLarge {
        /// The most that is read, in bytes.
        most: usize,
    },
    /// More places than [`Limits::max_items`].
    #[error("more than {most} places")]
    TooMany {
        /// The most that is read.
        most: usize,
    },
    /// More points than [`Limits::max_points`].
    #[error("more than {most} points")]
    TooManyPoints {
        /// The most that is read.
        most: usize,
    },
    /// It begins as JSON and is not.
    #[error("not JSON, from line {line}")]
    NotJson {
        /// Where reading stopped, from 1.
        line: usize,
    },
    /// JSON, but not GeoJSON.
    #[error("not GeoJSON")]
    NotGeoJson,
    /// It begins as XML and is not GPX.
    #[error("not GPX")]
    NotGpx,
    /// A table in which no two columns are coordinates.
    #[error("no column of coordinates")]
    NoCoordinates,
    /// Nothing in it.
    #[error("no place")]
    Empty,
    /// Numbers that no longitude reaches, of no projection known here.
    #[error("outside: {0:?}")]
    Outside(Place),
    /// Not a table that can be read.
    #[error(transparent)]
    Table(#[from] TableError),
}

impl ShapesError {
    /// The name under which the caller translates this error.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "shapes-too-large",
            Self::TooMany { .. } => "shapes-too-many",
            Self::TooManyPoints { .. } => "shapes-too-many-points",
            Self::NotJson { .. } => "shapes-not-json",
            Self::NotGeoJson => "shapes-not-geojson",
            Self::NotGpx => "shapes-not-gpx",
            Self::NoCoordinates => "shapes-no-coordinates",
            Self::Empty => "shapes-empty",
            Self::Outside(_) => "shapes-outside",
            Self::Table(_) => "shapes-not-a-table",
        }
    }
}

/// One place of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The line of a table, or the rank of a feature, of a point or of a track, from 1.
    pub number: u64,
    /// What it is called.
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
    /// Its shape in WGS84, or what is wrong with it.
    pub shape: Result<Shape, ShapeFault>,
}

/// A whole file.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// What its coordinates are. Unless they are WGS84, places are given as if converted: ask before keeping them.
    pub frame: Frame,
    /// Its places, in order.
    pub items: Vec<Item>,
}

/// A place as the file gives it, its coordinates not understood yet.
#[derive(Clone, Debug, Default)]
pub(super) struct Raw {
    pub(super) number: u64,
    pub(super) said: [String; 6],
    /// `None` where there is nothing; an error where numbers cannot be read.
    pub(super) geometry: Option<Geometry>,
    pub(super) unreadable: bool,
}

/// What a place may say, with the names files give it, in small letters without separators: title, text, kind, source,
/// first and last day.
pub(super) const SAID: [&[&str]; 6] = [
    &["titre", "nom", "name", "title", "libelle", "intitule", "nomusuel", "label"],
    &["texte", "description", "desc", "text", "commentaire", "comment", "cmt", "notes", "note"],
    &["type", "categorie", "kind", "category", "genre", "espece", "nature", "usage"],
    &["source", "origine", "src", "producteur"],
    &["debut", "depuis", "from", "validfrom", "valablede", "datedebut", "start", "annee"],
    &["fin", "jusqua", "to", "validto", "valablejusque", "datefin", "end"],
];

/// Reads a file; fails when nothing of it can be used. Its name only helps to tell what it is.
pub fn read(bytes: &[u8], file_name: &str, limits: &Limits) -> Result<Reading, ShapesError> {
    if bytes.len() > limits.max_bytes {
        return Err(ShapesError::TooLarge { most: limits.max_bytes });
    }
    let content = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let raws = match content.iter().find(|byte| !byte.is_ascii_whitespace()) {
        None => return Err(ShapesError::Empty),
        Some(b'{' | b'[') => features(content)?,
        Some(b'<') => gpx::read(content)?,
        Some(_) => table::read(bytes, file_name, limits)?,
    };
    understood(raws, limits)
}

fn understood(raws: Vec<Raw>, limits: &Limits) -> Result<Reading, ShapesError> {
    if raws.is_empty() {
        return Err(ShapesError::Empty);
    }
    if raws.len() > limits.max_items {
        return Err(ShapesError::TooMany { most: limits.max_items });
    }
    let shapes: Vec<Geometry> = raws.iter().filter_map(|raw| raw.geometry.clone()).collect();
    if shapes.iter().map(geo::CoordsIter::coords_count).sum::<usize>() > limits.max_points {
        return Err(ShapesError::TooManyPoints { most: limits.max_points });
    }
    let frame = match misplaced(&shapes) {
        None => Frame::Wgs84,
        Some(Misplaced::Lambert93) => Frame::Lambert93,
        Some(Misplaced::Swapped(at)) => Frame::Swapped(at),
        Some(Misplaced::Outside(at)) => return Err(ShapesError::Outside(at)),
    };
    Ok(Reading { frame, items: raws.into_iter().map(|raw| item(raw, frame)).collect() })
}

fn item(raw: Raw, frame: Frame) -> Item {
    let shape = match &raw.geometry {
        _ if raw.unreadable => Err(ShapeFault::OffTheEarth),
        None => Err(ShapeFault::Nothing),
        Some(geometry) => Shape::of(&frame.turn(geometry)),
    };
    let [title, text, kind, source, from, to] = raw.said;
    Item { number: raw.number, title, text, kind, source, from: day(&from, true), to: day(&to, false), shape }
}

/// A day, or the first or the last one of a year.
fn day(said: &str, first: bool) -> Option<Date> {
    let said = said.trim();
    if let Ok(year) = said.parse::<i16>() {
        return (1000..=9999).contains(&year).then(|| if first { date(year, 1, 1) } else { date(year, 12, 31) });
    }
    said.get(..10).unwrap_or(said).parse().ok().or_else(|| {
        let parts: Vec<&str> = said.split('/').collect();
        let [day, month, year] = parts[..] else { return None };
        Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
    })
}

fn features(content: &[u8]) -> Result<Vec<Raw>, ShapesError> {
    serde_json::from_slice::<IgnoredAny>(content).map_err(|error| ShapesError::NotJson { line: error.line() })?;
    let read = serde_json::from_slice(content).map_err(|_| ShapesError::NotGeoJson)?;
    let collection = match read {
        GeoJson::FeatureCollection(collection) => collection,
        GeoJson::Feature(feature) => FeatureCollection::new(vec![feature]),
        GeoJson::Geometry(geometry) => FeatureCollection::new(vec![geojson::Feature::from(geometry)]),
    };
    Ok(collection.features.iter().zip(1..).map(|(feature, number)| feature_read(feature, number)).collect())
}

fn feature_read(feature: &geojson::Feature, number: u64) -> Raw {
    let word = |names: &&[&str]| {
        let value = names.iter().find_map(|name| held(feature.properties.as_ref()?, name));
        match value {
            Some(geojson::JsonValue::String(text)) => text.trim().to_owned(),
            Some(geojson::JsonValue::Number(number)) => number.to_string(),
            _ => String::new(),
        }
    };
    let geometry = shape(feature);
    let unreadable = geometry.is_none() && feature.geometry.is_some();
    Raw { number, said: SAID.each_ref().map(word), geometry, unreadable }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_its_first_or_its_last_day() {
        assert_eq!((day("2013", true), day("2013", false)), (Some(date(2013, 1, 1)), Some(date(2013, 12, 31))));
        assert_eq!(day("19/05/2025", true), Some(date(2025, 5, 19)));
        assert_eq!(day("2025-05-19T10:00:00Z", true), Some(date(2025, 5, 19)));
        assert_eq!(day("depuis toujours", true), None);
    }
}
