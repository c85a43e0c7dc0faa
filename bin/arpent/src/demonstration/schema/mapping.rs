//! The table `[mapping]` of a démarche, and the file of `mapping/` that fills its map.

use anyhow::{Context as _, Result};
use jiff::civil::Date;
use serde::Deserialize;

use super::Offset;

/// The files of `mapping/`, by name.
const FILES: [(&str, &str); 2] = [
    ("coteaux", include_str!("../../../../../demo/mapping/coteaux.toml")),
    ("morge", include_str!("../../../../../demo/mapping/morge.toml")),
];

/// The map of a démarche.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// Who opened its layers.
    pub by: String,
    /// The day the map was filled.
    pub opened_day: Offset,
    /// Name of its file.
    pub file: String,
}

impl Mapping {
    /// What the map shows.
    ///
    /// # Errors
    /// There is no such file, or it cannot be read.
    pub fn read(&self) -> Result<MapFile> {
        let found = FILES.iter().find(|(name, _)| *name == self.file);
        let (name, text) = found.with_context(|| format!("mapping/{}.toml: there is no such file", self.file))?;
        toml::from_str(text).with_context(|| format!("mapping/{name}.toml"))
    }
}

/// The file of `mapping/`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MapFile {
    /// Outlines that followed one another.
    pub perimeters: Perimeters,
    /// What else is drawn, sort by sort.
    #[serde(default)]
    pub layer: Vec<Drawn>,
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

/// A layer that the team drew.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Drawn {
    /// Name of the layer.
    pub name: String,
    /// What it shows.
    pub text: String,
    /// Where it comes from.
    pub source: String,
    /// Its sign.
    pub tone: i64,
    /// What it holds.
    pub place: Vec<Placed>,
}

/// Something the team drew.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Placed {
    /// What it is called.
    pub title: String,
    /// `point`, `line` or `zone`.
    pub form: String,
    /// What sort of thing it is.
    pub kind: String,
    /// What is said of it.
    pub text: String,
    /// Latitude, longitude, a point a line.
    pub points: String,
    /// Its sheet, when it is a project.
    pub project: Option<Sheet>,
}

/// The sheet of a project.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// Who carries it.
    pub owner: String,
    /// What it carries out of the charter.
    pub actions: String,
    /// How it went.
    pub steps: Vec<Stepped>,
    /// Its money.
    pub lines: Vec<Paid>,
}

/// A step of a project.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stepped {
    /// Where it got to.
    pub stage: String,
    /// When.
    pub day: Offset,
    /// What happened.
    pub said: String,
}

/// A line of a project's budget, amounts as typed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paid {
    /// What is paid.
    pub label: String,
    /// What the council voted.
    pub voted: String,
    /// What contracts promise.
    pub committed: String,
    /// What was paid.
    pub spent: String,
    /// By which decision.
    pub deliberation: String,
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
    /// Its sign.
    pub tone: i64,
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
