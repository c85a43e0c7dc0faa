//! The table `[mapping]` of a démarche, and the file of `mapping/` that fills its map.

use jiff::civil::Date;
use serde::Deserialize;

use super::Offset;

/// What the map shows.
pub const MORGE: &str = include_str!("../../../../../demo/mapping/morge.toml");

/// The map of a démarche.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// Who opened its layers.
    pub by: String,
    /// The day the map was filled.
    pub opened_day: Offset,
}

/// The file of `mapping/`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MapFile {
    /// Outlines that followed one another.
    pub perimeters: Perimeters,
    /// What people saw.
    pub inventory: Inventory,
}

/// Outlines that followed one another.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Perimeters {
    /// Name of the layer.
    pub name: String,
    /// What it shows.
    pub text: String,
    /// Where it comes from.
    pub source: String,
    /// What sort of thing each is.
    pub kind: String,
    /// In the order of their days.
    pub stage: Vec<Stage>,
}

/// An outline from a day on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// What it was called.
    pub title: String,
    /// First day it held.
    pub from: Date,
    /// Where it comes from.
    pub source: String,
    /// What is said of it.
    pub text: String,
    /// Latitude, longitude, a point a line.
    pub points: String,
}

/// A layer that people fill.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inventory {
    /// Name of the layer.
    pub name: String,
    /// What it shows.
    pub text: String,
    /// Where it comes from.
    pub source: String,
    /// What is looked for.
    pub purpose: String,
    /// What is asked, a line each.
    pub fields: String,
    /// Names that are always sensitive, a line each.
    pub sensitive: String,
    /// Side of the cells in which what is sensitive is shown.
    pub blur_metres: i64,
    /// What was seen.
    pub seen: Vec<Seen>,
}

/// Something seen.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seen {
    /// What it is.
    pub title: String,
    /// Latitude, longitude.
    pub place: String,
    /// Days before the map was filled.
    pub days: i64,
    /// Answers to the questions, in order.
    pub answers: Vec<String>,
    /// What is said of it.
    pub text: String,
    /// The facilitator confirmed it.
    #[serde(default)]
    pub confirmed: bool,
}
