//! A file, feature by feature.

use geo::Geometry;
use geojson::{FeatureCollection, GeoJson, JsonObject, JsonValue};
use serde::de::IgnoredAny;

use super::wgs84::{Place, misplaced};
use super::{Contour, ContoursError};

/// What a file may cost before it is refused. The default holds a département at the precision of the State's files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub max_bytes: usize,
    /// Points of all contours together.
    pub max_points: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { max_bytes: 16 << 20, max_points: 800_000 }
    }
}

/// Names under which files give an INSEE code, in lower case without separators, the best known first.
const CODES: [&str; 8] = ["code", "insee", "inseecom", "codeinsee", "codgeo", "codecommune", "inseecode", "comcode"];
/// Names under which files give a commune's name.
const NAMES: [&str; 9] =
    ["nom", "name", "nomcom", "nomcommune", "libgeo", "libelle", "nomofficiel", "comname", "commune"];
const CODE_LENGTH: usize = 5;

/// What is wrong with one feature, the others being sound.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fault {
    /// A point, a line, a ring of two points, nothing.
    NotASurface,
    /// A ring meets itself, or another of the same surface crosses it, there.
    Crossing(Place),
}

impl Fault {
    /// The name under which the caller translates it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotASurface => "contour-not-a-surface",
            Self::Crossing(_) => "contour-crossing",
        }
    }
}

/// One feature of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Feature {
    /// Its rank in the file, from 1.
    pub rank: usize,
    /// INSEE code, when a property holds one.
    pub code: Option<String>,
    /// Name, when a property holds one.
    pub name: Option<String>,
    /// Its contour, or what is wrong with it.
    pub contour: Result<Contour, Fault>,
}

/// Reads a file; fails when nothing of it can be used.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Vec<Feature>, ContoursError> {
    if bytes.len() > limits.max_bytes {
        return Err(ContoursError::TooLarge { most: limits.max_bytes });
    }
    let collection = collection(bytes)?;
    if collection.features.is_empty() {
        return Err(ContoursError::Empty);
    }
    let shapes: Vec<Geometry> = collection.features.iter().filter_map(shape).collect();
    let points: usize = shapes.iter().map(geo::CoordsIter::coords_count).sum();
    if points > limits.max_points {
        return Err(ContoursError::TooManyPoints { most: limits.max_points });
    }
    if let Some(misplaced) = misplaced(&shapes) {
        return Err(ContoursError::Misplaced(misplaced));
    }
    Ok(collection.features.iter().zip(1..).map(|(feature, rank)| one(feature, rank)).collect())
}

fn collection(bytes: &[u8]) -> Result<FeatureCollection, ContoursError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    serde_json::from_slice::<IgnoredAny>(bytes).map_err(|error| ContoursError::NotJson { line: error.line() })?;
    match serde_json::from_slice(bytes) {
        Ok(GeoJson::FeatureCollection(collection)) => Ok(collection),
        _ => Err(ContoursError::NotACollection),
    }
}

/// The shape of a feature as it is drawn, sound or not; `None` where positions lack a coordinate.
pub(crate) fn shape(feature: &geojson::Feature) -> Option<Geometry> {
    let value = &feature.geometry.as_ref()?.value;
    whole(value).then(|| Geometry::try_from(value).ok())?
}

/// Every position has its two coordinates: the conversion counts on it.
fn whole(value: &geojson::GeometryValue) -> bool {
    use geojson::GeometryValue as V;
    let point = |position: &geojson::Position| position.len() >= 2;
    let line = |positions: &Vec<geojson::Position>| positions.iter().all(point);
    match value {
        V::Point { coordinates } => point(coordinates),
        V::MultiPoint { coordinates } | V::LineString { coordinates } => line(coordinates),
        V::MultiLineString { coordinates } | V::Polygon { coordinates } => coordinates.iter().all(line),
        V::MultiPolygon { coordinates } => coordinates.iter().flatten().all(line),
        V::GeometryCollection { geometries } => geometries.iter().all(|geometry| whole(&geometry.value)),
    }
}

fn one(feature: &geojson::Feature, rank: usize) -> Feature {
    let contour = feature.geometry.as_ref().map_or(Err(Fault::NotASurface), |shape| Contour::of(&shape.value));
    let properties = feature.properties.as_ref();
    Feature {
        rank,
        code: properties.and_then(|properties| CODES.iter().find_map(|key| code(held(properties, key)?))),
        name: properties.and_then(|properties| NAMES.iter().find_map(|key| name(held(properties, key)?))),
        contour,
    }
}

/// The value of a property, whatever the case and the separators of its name.
pub(crate) fn held<'a>(properties: &'a JsonObject, key: &str) -> Option<&'a JsonValue> {
    let plain = |name: &str| name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    properties.iter().find(|(name, _)| plain(name) == key).map(|(_, value)| value)
}

/// Five signs; a code that a spreadsheet took for a number gets its zero back.
fn code(value: &JsonValue) -> Option<String> {
    let text = match value {
        JsonValue::String(text) => text.trim().to_ascii_uppercase(),
        JsonValue::Number(number) => format!("{:0>CODE_LENGTH$}", number.as_u64()?),
        _ => return None,
    };
    let is_code = text.len() == CODE_LENGTH && text.chars().all(|sign| sign.is_ascii_alphanumeric());
    is_code.then_some(text)
}

fn name(value: &JsonValue) -> Option<String> {
    value.as_str().map(str::trim).filter(|name| !name.is_empty()).map(ToOwned::to_owned)
}

/// Writes contours as a file that [`read`] reads back the same.
pub fn write<'a>(contours: impl IntoIterator<Item = (Option<&'a str>, &'a str, &'a Contour)>) -> String {
    let feature = |(code, name, contour): (Option<&str>, &str, &Contour)| {
        let mut feature = geojson::Feature::from(geojson::Geometry::new(contour.geometry()));
        if let Some(code) = code {
            feature.set_property("code", code);
        }
        feature.set_property("nom", name);
        feature
    };
    FeatureCollection::new(contours.into_iter().map(feature).collect::<Vec<_>>()).to_string()
}
