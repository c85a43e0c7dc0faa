//! What a map and its list show: lines and zones drawn one by one, marks written since they were last read, signs by their id.

use std::collections::HashSet;

use arpent_core::Id;
use arpent_store::search::fold;
use arpent_store::{FromRow, Reads, Row, StoreError, Value, args, statements};
use jiff::civil::Date;

use super::ids;
use crate::domain::layer::Layer;
use crate::domain::marks::{Mark, NAME};
use crate::domain::object::{Form, Object, ObjectState};

/// What every view keeps: layers, form, day, words.
macro_rules! shown {
    ($layers:literal) => {
        concat!(
            " o.layer IN (",
            $layers,
            ") AND o.state IN ('published', 'pending') AND ($2 = '' OR o.shape = $2)
              AND ($3 = '' OR ((o.from_day IS NULL OR o.from_day <= $3) AND (o.to_day IS NULL OR o.to_day >= $3)))
              AND ($4 = '' OR o.folded LIKE $4) "
        )
    };
}
macro_rules! sqlite {
    ($head:literal, $tail:literal) => {
        concat!($head, shown!("SELECT unhex(value) FROM json_each($1)"), $tail)
    };
}
macro_rules! postgres {
    ($head:literal, $tail:literal) => {
        concat!($head, shown!("SELECT CAST(value AS UUID) FROM json_array_elements_text(CAST($1 AS JSON))"), $tail)
    };
}

statements! {
    SINCE = "SELECT o.id, o.state, o.shape, o.from_day, o.to_day, o.x, o.y, o.square_metres, o.metres, o.folded, o.created_at
             FROM mapping_object o WHERE o.layer = $1 AND o.touched > $2";
    NAMED = sqlite!("SELECT o.id AS value FROM mapping_object o WHERE", ""),
        postgres: postgres!("SELECT o.id AS value FROM mapping_object o WHERE", "");
    SHAPES = sqlite!("SELECT o.id, o.layer, o.lineage, o.title, o.text, o.kind, o.source, o.from_day, o.to_day, o.geometry,
             o.state, o.person, o.created_at, o.version FROM mapping_object o WHERE",
             "AND o.shape IN ('line', 'zone') AND o.east >= $5 AND o.south >= $6 AND o.west <= $7 AND o.north <= $8
             ORDER BY COALESCE(o.square_metres, 0) DESC, o.id LIMIT $9"),
        postgres: postgres!("SELECT o.id, o.layer, o.lineage, o.title, o.text, o.kind, o.source, o.from_day, o.to_day,
             o.geometry, o.state, o.person, o.created_at, o.version FROM mapping_object o WHERE",
             "AND o.shape IN ('line', 'zone') AND o.east >= $5 AND o.south >= $6 AND o.west <= $7 AND o.north <= $8
             ORDER BY COALESCE(o.square_metres, 0) DESC, o.id LIMIT $9");
    SIGNS = "SELECT o.id, o.layer, o.title, o.kind, o.state, o.shape, o.from_day, o.to_day, o.square_metres, o.metres, o.x, o.y
             FROM mapping_object o WHERE o.id IN (SELECT unhex(value) FROM json_each($1))",
        postgres: "SELECT o.id, o.layer, o.title, o.kind, o.state, o.shape, o.from_day, o.to_day, o.square_metres, o.metres, o.x,
             o.y FROM mapping_object o
             WHERE o.id IN (SELECT CAST(value AS UUID) FROM json_array_elements_text(CAST($1 AS JSON)))";
    WHOLE = sqlite!("SELECT o.id, o.layer, o.lineage, o.title, o.text, o.kind, o.source, o.from_day, o.to_day, o.geometry,
             o.state, o.person, o.created_at, o.version FROM mapping_object o WHERE", "AND o.id > $5 ORDER BY o.id LIMIT $6"),
        postgres: postgres!("SELECT o.id, o.layer, o.lineage, o.title, o.text, o.kind, o.source, o.from_day, o.to_day,
             o.geometry, o.state, o.person, o.created_at, o.version FROM mapping_object o WHERE",
             "AND o.id > $5 ORDER BY o.id LIMIT $6");
}

/// What is looked at.
#[derive(Debug, Clone, Default)]
pub struct Looked {
    /// In these layers.
    pub layers: Vec<Id<Layer>>,
    /// Of this form only.
    pub form: Option<Form>,
    /// As it was on this day; on every day without one.
    pub day: Option<Date>,
    /// With these words.
    pub words: String,
}

impl Looked {
    fn args(&self) -> Vec<Value> {
        let words = fold(&self.words).replace(['%', '_', '\\'], " ");
        let words = if words.trim().is_empty() { String::new() } else { format!("%{}%", words.trim()) };
        let day = self.day.map_or_else(String::new, |day| day.to_string());
        args![ids(&self.layers), self.form.map_or("", Form::code), day, words]
    }

    fn and(&self, more: Vec<Value>) -> Vec<Value> {
        let mut args = self.args();
        args.extend(more);
        args
    }
}

/// A row that maps count, or the id of one that is no longer shown.
struct Written(Id<Object>, Option<Mark>);

impl FromRow for Written {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let id = row.get("id")?;
        if !row.parse("state", ObjectState::parse)?.is_shown() {
            return Ok(Self(id, None));
        }
        let folded: String = row.get("folded")?;
        let (area, length): (Option<f64>, Option<f64>) = (row.get("square_metres")?, row.get("metres")?);
        let mark = Mark {
            id,
            form: row.parse("shape", Form::parse)?,
            from: row.get("from_day")?,
            to: row.get("to_day")?,
            x: row.get("x")?,
            y: row.get("y")?,
            area: area.unwrap_or(0.0),
            length: length.unwrap_or(0.0),
            name: folded.chars().take(NAME).collect::<String>().into(),
            created_at: row.get("created_at")?,
        };
        Ok(Self(id, Some(mark)))
    }
}

/// An object without its shape.
#[derive(Debug, Clone)]
pub struct Sign {
    /// Its id.
    pub id: Id<Object>,
    /// Its layer.
    pub layer: Id<Layer>,
    /// Its title.
    pub title: String,
    /// What sort of thing it is.
    pub kind: String,
    /// Whether it is confirmed.
    pub state: ObjectState,
    /// What it is on the map.
    pub form: Form,
    /// First day it holds.
    pub from: Option<Date>,
    /// Last day it holds.
    pub to: Option<Date>,
    /// Its area.
    pub square_metres: Option<f64>,
    /// Its length.
    pub metres: Option<f64>,
    /// Where its sign is, in steps.
    pub x: i64,
    /// From the north.
    pub y: i64,
}

impl FromRow for Sign {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            layer: row.get("layer")?,
            title: row.get("title")?,
            kind: row.get("kind")?,
            state: row.parse("state", ObjectState::parse)?,
            form: row.parse("shape", Form::parse)?,
            from: row.get("from_day")?,
            to: row.get("to_day")?,
            square_metres: row.get("square_metres")?,
            metres: row.get("metres")?,
            x: row.get("x")?,
            y: row.get("y")?,
        })
    }
}

/// The objects of a layer written after a revision; none for those that are no longer shown.
///
/// # Errors
/// The database does not answer.
pub(crate) async fn written_since(
    src: &impl Reads,
    layer: Id<Layer>,
    revision: i64,
) -> Result<Vec<(Id<Object>, Option<Mark>)>, StoreError> {
    let written: Vec<Written> = src.all(&SINCE, args![layer, revision]).await?;
    Ok(written.into_iter().map(|one| (one.0, one.1)).collect())
}

/// The objects looked at by their words.
///
/// # Errors
/// The database does not answer.
pub(crate) async fn named(src: &impl Reads, looked: &Looked) -> Result<HashSet<Id<Object>>, StoreError> {
    let ids: Vec<Id<Object>> = src.all(&NAMED, looked.args()).await?;
    Ok(ids.into_iter().collect())
}

/// Lines and zones that touch a box of steps, the largest first.
///
/// # Errors
/// The database does not answer.
pub async fn shapes(
    src: &impl Reads,
    looked: &Looked,
    [west, north, east, south]: [i64; 4],
    limit: i64,
) -> Result<Vec<Object>, StoreError> {
    src.all(&SHAPES, looked.and(args![west, north, east, south, limit])).await
}

/// These objects, without their shapes.
///
/// # Errors
/// The database does not answer.
pub async fn signs(src: &impl Reads, wanted: &[Id<Object>]) -> Result<Vec<Sign>, StoreError> {
    if wanted.is_empty() { Ok(vec![]) } else { src.all(&SIGNS, args![ids(wanted)]).await }
}

/// The same, in the order of their ids here.
///
/// # Errors
/// The database does not answer.
pub async fn in_order(src: &impl Reads, wanted: &[Id<Object>]) -> Result<Vec<Sign>, StoreError> {
    let rank = |one: &Sign| wanted.iter().position(|id| *id == one.id);
    let mut found = signs(src, wanted).await?;
    found.sort_by_key(rank);
    Ok(found)
}

/// Whole objects after one of them, for an export.
///
/// # Errors
/// The database does not answer.
pub async fn whole(
    src: &impl Reads,
    looked: &Looked,
    after: Id<Object>,
    limit: usize,
) -> Result<Vec<Object>, StoreError> {
    src.all(&WHOLE, looked.and(args![after, i64::try_from(limit).unwrap_or(i64::MAX)])).await
}
