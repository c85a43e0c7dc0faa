//! Places written as files that any map reads.

use geojson::{Feature, Geometry};
use jiff::civil::Date;
use quick_xml::escape::escape;

use super::shape::Shape;
use crate::contours::Place;

/// One place as it leaves.
#[derive(Clone, Debug)]
pub struct Written<'a> {
    /// Its stable name, here and elsewhere.
    pub id: String,
    /// What it is called.
    pub title: &'a str,
    /// What is said of it.
    pub text: &'a str,
    /// What sort of thing it is.
    pub kind: &'a str,
    /// Where it comes from.
    pub source: &'a str,
    /// First day it holds.
    pub from: Option<Date>,
    /// Last day it holds.
    pub to: Option<Date>,
    /// Its shape.
    pub shape: &'a Shape,
    /// What else is known of it, by name.
    pub more: Vec<(&'static str, String)>,
}

/// A file of places written piece by piece: its head, each place, its tail. Thousands are never held together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// RFC 7946, with the area of zones computed. It is read back the same.
    GeoJson,
    /// GPX 1.1: points are waypoints, lines are tracks, a zone is the track around it, GPX having no surface. Points come
    /// before lines and zones.
    Gpx,
}

impl Format {
    /// What the file begins with.
    pub const fn head(self) -> &'static str {
        match self {
            Self::GeoJson => "{\"type\":\"FeatureCollection\",\"features\":[",
            Self::Gpx => {
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\" creator=\"Arpent\" \
                 xmlns=\"http://www.topografix.com/GPX/1/1\">\n"
            }
        }
    }

    /// One place, the first of the file or another.
    pub fn place(self, place: &Written<'_>, first: bool) -> String {
        match (self, place.shape) {
            (Self::GeoJson, _) => format!("{}{}", if first { "" } else { ",\n" }, feature(place)),
            (Self::Gpx, Shape::Point(at)) => waypoint(place, *at),
            (Self::Gpx, other) => track(place, &other.strokes()),
        }
    }

    /// What the file ends with.
    pub const fn tail(self) -> &'static str {
        match self {
            Self::GeoJson => "]}",
            Self::Gpx => "</gpx>\n",
        }
    }
}

fn feature(place: &Written<'_>) -> Feature {
    let geometry = Some(Geometry::new(place.shape.value()));
    let mut feature = Feature { geometry, ..Feature::default() };
    feature.id = Some(geojson::feature::Id::String(place.id.clone()));
    let days = [("debut", place.from), ("fin", place.to)];
    let words = [("nom", place.title), ("description", place.text), ("type", place.kind), ("source", place.source)];
    for (name, word) in words.into_iter().filter(|(_, word)| !word.is_empty()) {
        feature.set_property(name, word);
    }
    for (name, day) in days.into_iter().filter_map(|(name, day)| Some((name, day?))) {
        feature.set_property(name, day.to_string());
    }
    if let Some(area) = place.shape.square_metres() {
        feature.set_property("hectares", (area / 100.0).round() / 100.0);
    }
    for (name, value) in &place.more {
        feature.set_property(*name, value.clone());
    }
    feature
}

fn waypoint(place: &Written<'_>, at: Place) -> String {
    format!("<wpt lat=\"{}\" lon=\"{}\">{}</wpt>\n", at.latitude, at.longitude, words(place))
}

fn words(place: &Written<'_>) -> String {
    let said = [("name", place.title), ("desc", place.text), ("src", place.source), ("type", place.kind)];
    let said = said.into_iter().filter(|(_, word)| !word.is_empty());
    said.map(|(name, word)| format!("<{name}>{}</{name}>", escape(word))).collect::<Vec<_>>().concat()
}

fn track(place: &Written<'_>, lines: &[Vec<[f64; 2]>]) -> String {
    let point = |[x, y]: &[f64; 2]| format!("<trkpt lat=\"{y}\" lon=\"{x}\"/>");
    let segment =
        |line: &Vec<[f64; 2]>| format!("<trkseg>{}</trkseg>", line.iter().map(point).collect::<Vec<_>>().concat());
    format!("<trk>{}{}</trk>\n", words(place), lines.iter().map(segment).collect::<Vec<_>>().concat())
}
