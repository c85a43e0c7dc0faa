//! What a map and its list show: counted in cells, drawn one by one, read page by page.

use arpent_core::Id;
use arpent_store::search::fold;
use arpent_store::{FromRow, Reads, Row, StoreError, Value, args, statements};
use jiff::civil::Date;

use super::ids;
use crate::domain::layer::Layer;
use crate::domain::object::{Form, Object, ObjectState};
use crate::domain::view::View;

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
    EXTENT = sqlite!("SELECT COUNT(*) AS n, MIN(o.x) AS west, MIN(o.y) AS north, MAX(o.x) AS east, MAX(o.y) AS south
             FROM mapping_object o WHERE", ""),
        postgres: postgres!("SELECT COUNT(*) AS n, MIN(o.x) AS west, MIN(o.y) AS north, MAX(o.x) AS east, MAX(o.y) AS south
             FROM mapping_object o WHERE", "");
    CELLS = sqlite!("SELECT COUNT(*) AS n, SUM(o.x) AS x, SUM(o.y) AS y, MIN(o.id) AS one FROM mapping_object o WHERE",
            "AND o.x BETWEEN $5 AND $7 AND o.y BETWEEN $6 AND $8 AND ($10 = 1 OR o.shape = 'point') GROUP BY o.x / $9, o.y / $9"),
        postgres: postgres!("SELECT COUNT(*) AS n, CAST(SUM(o.x) AS BIGINT) AS x, CAST(SUM(o.y) AS BIGINT) AS y,
            CAST(MIN(CAST(o.id AS TEXT)) AS UUID) AS one FROM mapping_object o WHERE",
            "AND o.x BETWEEN $5 AND $7 AND o.y BETWEEN $6 AND $8 AND ($10 = 1 OR o.shape = 'point') GROUP BY o.x / $9, o.y / $9");
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
    LATEST = sqlite!("SELECT p.id, p.layer, p.title, p.kind, p.state, p.shape, p.from_day, p.to_day, p.square_metres, p.metres,
             p.x, p.y FROM (SELECT o.id FROM mapping_object o WHERE",
             "ORDER BY o.created_at DESC, o.id DESC LIMIT $5 OFFSET $6) first JOIN mapping_object p ON p.id = first.id
             ORDER BY p.created_at DESC, p.id DESC"),
        postgres: postgres!("SELECT p.id, p.layer, p.title, p.kind, p.state, p.shape, p.from_day, p.to_day, p.square_metres,
             p.metres, p.x, p.y FROM (SELECT o.id FROM mapping_object o WHERE",
             "ORDER BY o.created_at DESC, o.id DESC LIMIT $5 OFFSET $6) first JOIN mapping_object p ON p.id = first.id
             ORDER BY p.created_at DESC, p.id DESC");
    BY_NAME = sqlite!("SELECT o.id, o.layer, o.title, o.kind, o.state, o.shape, o.from_day, o.to_day, o.square_metres, o.metres,
             o.x, o.y FROM mapping_object o WHERE", "ORDER BY o.folded, o.id LIMIT $5 OFFSET $6"),
        postgres: postgres!("SELECT o.id, o.layer, o.title, o.kind, o.state, o.shape, o.from_day, o.to_day, o.square_metres,
             o.metres, o.x, o.y FROM mapping_object o WHERE", "ORDER BY o.folded, o.id LIMIT $5 OFFSET $6");
    BY_SIZE = sqlite!("SELECT o.id, o.layer, o.title, o.kind, o.state, o.shape, o.from_day, o.to_day, o.square_metres, o.metres,
             o.x, o.y FROM mapping_object o WHERE",
             "ORDER BY COALESCE(o.square_metres, 0) DESC, COALESCE(o.metres, 0) DESC, o.id LIMIT $5 OFFSET $6"),
        postgres: postgres!("SELECT o.id, o.layer, o.title, o.kind, o.state, o.shape, o.from_day, o.to_day, o.square_metres,
             o.metres, o.x, o.y FROM mapping_object o WHERE",
             "ORDER BY COALESCE(o.square_metres, 0) DESC, COALESCE(o.metres, 0) DESC, o.id LIMIT $5 OFFSET $6");
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

/// In which order a list is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// The latest first.
    #[default]
    Latest,
    /// By name.
    Name,
    /// The largest first.
    Size,
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

/// How many there are, and the box around their signs in steps.
#[derive(Debug, Clone, Copy)]
pub struct Extent {
    /// How many.
    pub count: i64,
    /// West, north, east and south; none without any.
    pub around: Option<[i64; 4]>,
}

impl FromRow for Extent {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let west: Option<i64> = row.get("west")?;
        let around = match west {
            Some(west) => Some([west, row.get("north")?, row.get("east")?, row.get("south")?]),
            None => None,
        };
        Ok(Self { count: row.get("n")?, around })
    }
}

/// Points counted together.
#[derive(Debug, Clone, Copy)]
pub struct Cell {
    /// How many.
    pub count: i64,
    /// Their middle, in steps.
    pub x: i64,
    /// From the north.
    pub y: i64,
    /// The one there is, when it is alone.
    pub one: Id<Object>,
}

impl FromRow for Cell {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let count: i64 = row.get("n")?;
        let (x, y): (i64, i64) = (row.get("x")?, row.get("y")?);
        Ok(Self { count, x: x / count, y: y / count, one: row.get("one")? })
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

/// How many there are and where.
///
/// # Errors
/// The database does not answer.
pub async fn extent(src: &impl Reads, looked: &Looked) -> Result<Extent, StoreError> {
    src.one(&EXTENT, looked.args()).await
}

/// Signs counted in cells of a window: points, and also zones and lines when `all`.
///
/// # Errors
/// The database does not answer.
pub async fn cells(src: &impl Reads, looked: &Looked, view: &View, all: bool) -> Result<Vec<Cell>, StoreError> {
    let [west, north, east, south] = view.bounds();
    src.all(&CELLS, looked.and(args![west, north, east, south, view.cell(), all])).await
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

/// A page of the list.
///
/// # Errors
/// The database does not answer.
pub async fn list(
    src: &impl Reads,
    looked: &Looked,
    order: Order,
    (limit, offset): (i64, i64),
) -> Result<Vec<Sign>, StoreError> {
    let statement = match order {
        Order::Latest => &LATEST,
        Order::Name => &BY_NAME,
        Order::Size => &BY_SIZE,
    };
    src.all(statement, looked.and(args![limit, offset])).await
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
