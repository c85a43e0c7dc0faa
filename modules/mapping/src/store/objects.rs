//! Objects.

use arpent_commons::domain::initiative::Initiative;
use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_documents::shapes::Shape;
use arpent_store::search::fold;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::civil::Date;

use crate::domain::object::{Form, Object, ObjectState};
use crate::domain::view;

statements! {
    ADD = "INSERT INTO mapping_object (id, layer, lineage, shape, title, text, kind, source, from_day, to_day, geometry, x, y,
           west, north, east, south, square_metres, metres, folded, state, person, submission, created_at, version)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,
           1) ON CONFLICT (submission) DO NOTHING";
    SENT = "SELECT id AS value FROM mapping_object WHERE submission = $1";
    SAY = "UPDATE mapping_object SET title = $2, text = $3, kind = $4, source = $5, from_day = $6, to_day = $7, folded = $8,
           version = version + 1 WHERE id = $1 AND version = $9";
    DRAW = "UPDATE mapping_object SET shape = $2, geometry = $3, x = $4, y = $5, west = $6, north = $7, east = $8, south = $9,
            square_metres = $10, metres = $11 WHERE id = $1";
    END = "UPDATE mapping_object SET to_day = $2, version = version + 1 WHERE id = $1";
    STATE = "UPDATE mapping_object SET state = $2, version = version + 1 WHERE id = $1";
    BY_ID = "SELECT id, layer, lineage, title, text, kind, source, from_day, to_day, geometry, state, person, created_at, version
             FROM mapping_object WHERE id = $1";
    LINEAGE = "SELECT id, layer, lineage, title, text, kind, source, from_day, to_day, geometry, state, person, created_at,
               version FROM mapping_object WHERE lineage = $1 AND state IN ('published', 'pending')
               ORDER BY COALESCE(from_day, ''), created_at";
    ZONES_AT = "SELECT o.id, o.layer, o.lineage, o.title, o.text, o.kind, o.source, o.from_day, o.to_day, o.geometry, o.state,
                o.person, o.created_at, o.version FROM mapping_layer l JOIN mapping_object o ON o.layer = l.id
                WHERE (l.initiative = $1 OR l.initiative IS NULL) AND l.zoning = 1 AND o.state = 'published' AND o.shape = 'zone'
                AND o.west <= $2 AND o.east >= $2 AND o.north <= $3 AND o.south >= $3
                AND (o.from_day IS NULL OR o.from_day <= $4) AND (o.to_day IS NULL OR o.to_day >= $4) ORDER BY o.title";
    OF_PERSON = "SELECT id, layer, lineage, title, text, kind, source, from_day, to_day, geometry, state, person, created_at,
                 version FROM mapping_object WHERE person = $1 ORDER BY created_at";
    COUNT_WRITE = "UPDATE mapping_layer SET revision = revision + 1
                   WHERE id = (SELECT o.layer FROM mapping_object o WHERE o.id = $1)";
    TOUCH = "UPDATE mapping_object SET touched = (SELECT l.revision FROM mapping_layer l WHERE l.id = mapping_object.layer)
             WHERE id = $1";
    ERASE = "UPDATE mapping_object SET person = NULL WHERE person = $1";
}

impl FromRow for Object {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            layer: row.get("layer")?,
            lineage: row.get("lineage")?,
            title: row.get("title")?,
            text: row.get("text")?,
            kind: row.get("kind")?,
            source: row.get("source")?,
            from: row.get("from_day")?,
            to: row.get("to_day")?,
            shape: row.parse("geometry", Shape::from_geojson)?,
            state: row.parse("state", ObjectState::parse)?,
            person: row.get("person")?,
            created_at: row.get("created_at")?,
            version: row.get("version")?,
        })
    }
}

/// What is searched of an object.
fn folded(object: &Object) -> String {
    fold(&format!("{} {} {}", object.title, object.kind, object.text))
}

/// The box around a shape and its sign, in steps.
fn placed(shape: &Shape) -> ([i64; 4], (i64, i64)) {
    (view::around(shape.bounds()), view::steps(shape.anchor()))
}

/// Adds an object; `false` when the same form or line already did.
pub(crate) async fn add(tx: &Tx, object: &Object, submission: &str) -> Result<bool, StoreError> {
    let ([west, north, east, south], (x, y)) = placed(&object.shape);
    let row = args![
        object.id,
        object.layer,
        object.lineage,
        Form::from(object.shape.kind()).code(),
        &object.title,
        &object.text,
        &object.kind,
        &object.source,
        object.from,
        object.to,
        object.shape.to_geojson(),
        x,
        y,
        west,
        north,
        east,
        south,
        object.shape.square_metres(),
        object.shape.metres(),
        folded(object),
        object.state.code(),
        object.person,
        submission,
        object.created_at
    ];
    let added = tx.run(&ADD, row).await? > 0;
    if added {
        touch(tx, object.id).await?;
    }
    Ok(added)
}

/// Says that an object was written, so that maps read its mark again.
async fn touch(tx: &Tx, id: Id<Object>) -> Result<(), StoreError> {
    tx.run(&COUNT_WRITE, args![id]).await?;
    tx.run(&TOUCH, args![id]).await.map(drop)
}

/// The object that a form or a line already added.
pub(crate) async fn sent(src: &impl Reads, submission: &str) -> Result<Option<Id<Object>>, StoreError> {
    src.maybe(&SENT, args![submission]).await
}

/// Changes what is said of an object; `false` when someone changed it since `object.version` was read.
pub(crate) async fn say(tx: &Tx, object: &Object) -> Result<bool, StoreError> {
    let row = args![
        object.id,
        &object.title,
        &object.text,
        &object.kind,
        &object.source,
        object.from,
        object.to,
        folded(object),
        object.version
    ];
    let said = tx.run(&SAY, row).await? > 0;
    touch(tx, object.id).await?;
    Ok(said)
}

/// Draws an object again.
pub(crate) async fn draw(tx: &Tx, id: Id<Object>, shape: &Shape) -> Result<(), StoreError> {
    let ([west, north, east, south], (x, y)) = placed(shape);
    let form = Form::from(shape.kind()).code();
    let (area, length) = (shape.square_metres(), shape.metres());
    let row = args![id, form, shape.to_geojson(), x, y, west, north, east, south, area, length];
    tx.run(&DRAW, row).await?;
    touch(tx, id).await
}

/// Says on which day an object ceased to hold.
pub(crate) async fn end(tx: &Tx, id: Id<Object>, last: Date) -> Result<(), StoreError> {
    tx.run(&END, args![id, last]).await?;
    touch(tx, id).await
}

pub(crate) async fn set_state(tx: &Tx, id: Id<Object>, state: ObjectState) -> Result<(), StoreError> {
    tx.run(&STATE, args![id, state.code()]).await?;
    touch(tx, id).await
}

/// An object, whatever its state.
///
/// # Errors
/// The database does not answer.
pub async fn by_id(src: &impl Reads, id: Id<Object>) -> Result<Option<Object>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}

/// The perimeters that followed one another, the first one first.
///
/// # Errors
/// The database does not answer.
pub async fn lineage(src: &impl Reads, first: Id<Object>) -> Result<Vec<Object>, StoreError> {
    src.all(&LINEAGE, args![first]).await
}

/// Zones whose box holds a step on a day, in the layers by which places of a démarche are told apart.
pub(crate) async fn zones_at(
    src: &impl Reads,
    initiative: Id<Initiative>,
    (x, y): (i64, i64),
    day: Date,
) -> Result<Vec<Object>, StoreError> {
    src.all(&ZONES_AT, args![initiative, x, y, day]).await
}

/// What a person drew, for her export.
pub(crate) async fn of_person(src: &impl Reads, person: Id<Person>) -> Result<Vec<Object>, StoreError> {
    src.all(&OF_PERSON, args![person]).await
}

pub(crate) async fn erase(tx: &Tx, person: Id<Person>) -> Result<u64, StoreError> {
    tx.run(&ERASE, args![person]).await
}
