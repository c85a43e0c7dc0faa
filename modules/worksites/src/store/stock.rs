//! The stock of materials, and who has what.

use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::civil::Date;

use crate::domain::shift::Shift;
use crate::domain::stock::{Booking, Half, Item};

macro_rules! booking {
    () => {
        "SELECT b.item, t.name, b.day, b.half, b.shift, w.title, s.worksite, b.quantity FROM worksite_booking b
         JOIN worksite_item t ON t.id = b.item JOIN worksite_shift s ON s.id = b.shift JOIN worksite w ON w.id = s.worksite"
    };
}

statements! {
    ADD = "INSERT INTO worksite_item (id, name, quantity, kept, created_at) VALUES ($1, $2, $3, $4, $5)";
    EDIT = "UPDATE worksite_item SET name = $2, quantity = $3, kept = $4 WHERE id = $1";
    // The row of the item is the door of what is left: whoever holds it is alone in counting it.
    ALONE = "UPDATE worksite_item SET quantity = quantity WHERE id = $1";
    BY_ID = "SELECT id, name, quantity, kept FROM worksite_item WHERE id = $1";
    ALL = "SELECT id, name, quantity, kept FROM worksite_item ORDER BY name, id";
    BOOK = "INSERT INTO worksite_booking (item, day, half, shift, quantity) VALUES ($1, $2, $3, $4, $5)";
    RELEASE = "DELETE FROM worksite_booking WHERE shift = $1 AND item = $2";
    RELEASE_ALL = "DELETE FROM worksite_booking WHERE shift = $1";
    OTHERS = concat!(booking!(), " WHERE b.item = $1 AND b.day = $2 AND b.half = $3 AND b.shift <> $4 ORDER BY s.starts_at, s.id");
    OF_SHIFT = concat!(booking!(), " WHERE b.shift = $1 ORDER BY b.item, b.half DESC");
    OF_ITEM = concat!(booking!(), " WHERE b.item = $1 AND b.day >= $2 ORDER BY b.day, b.half DESC, s.starts_at");
    TO_COME = concat!(booking!(), " WHERE b.day >= $1 ORDER BY b.day, b.half DESC, t.name, s.starts_at");
}

impl FromRow for Item {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { id: row.get("id")?, name: row.get("name")?, quantity: row.get("quantity")?, kept: row.get("kept")? })
    }
}

impl FromRow for Booking {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            item: row.get("item")?,
            name: row.get("name")?,
            day: row.get("day")?,
            half: row.parse("half", Half::parse)?,
            shift: row.get("shift")?,
            worksite: row.get("title")?,
            of: row.get("worksite")?,
            quantity: row.get("quantity")?,
        })
    }
}

pub(crate) async fn add(tx: &Tx, item: &Item) -> Result<(), StoreError> {
    tx.run(&ADD, args![item.id, &item.name, item.quantity, &item.kept, tx.author.at]).await.map(drop)
}

pub(crate) async fn edit(tx: &Tx, item: &Item) -> Result<bool, StoreError> {
    Ok(tx.run(&EDIT, args![item.id, &item.name, item.quantity, &item.kept]).await? > 0)
}

/// Holds an item until this write ends.
pub(crate) async fn hold(tx: &Tx, id: Id<Item>) -> Result<(), StoreError> {
    tx.run(&ALONE, args![id]).await.map(drop)
}

/// An item.
///
/// # Errors
/// The database does not answer.
pub async fn by_id(src: &impl Reads, id: Id<Item>) -> Result<Option<Item>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}

/// The whole stock, by name.
///
/// # Errors
/// The database does not answer.
pub async fn all(src: &impl Reads) -> Result<Vec<Item>, StoreError> {
    src.all(&ALL, args![]).await
}

pub(crate) async fn book(
    tx: &Tx,
    shift: Id<Shift>,
    item: Id<Item>,
    (day, half): (Date, Half),
    quantity: i64,
) -> Result<(), StoreError> {
    tx.run(&BOOK, args![item, day, half.code(), shift, quantity]).await.map(drop)
}

pub(crate) async fn release(tx: &Tx, shift: Id<Shift>, item: Id<Item>) -> Result<(), StoreError> {
    tx.run(&RELEASE, args![shift, item]).await.map(drop)
}

pub(crate) async fn release_all(tx: &Tx, shift: Id<Shift>) -> Result<u64, StoreError> {
    tx.run(&RELEASE_ALL, args![shift]).await
}

/// What others have of an item for half a day.
///
/// # Errors
/// The database does not answer.
pub async fn others(
    src: &impl Reads,
    item: Id<Item>,
    (day, half): (Date, Half),
    shift: Id<Shift>,
) -> Result<Vec<Booking>, StoreError> {
    src.all(&OTHERS, args![item, day, half.code(), shift]).await
}

/// What a shift has, by item.
///
/// # Errors
/// The database does not answer.
pub async fn of_shift(src: &impl Reads, shift: Id<Shift>) -> Result<Vec<Booking>, StoreError> {
    src.all(&OF_SHIFT, args![shift]).await
}

/// Who has an item from a day on.
pub(crate) async fn of_item(src: &impl Reads, item: Id<Item>, from: Date) -> Result<Vec<Booking>, StoreError> {
    src.all(&OF_ITEM, args![item, from]).await
}

/// Who has what from a day on.
///
/// # Errors
/// The database does not answer.
pub async fn to_come(src: &impl Reads, from: Date) -> Result<Vec<Booking>, StoreError> {
    src.all(&TO_COME, args![from]).await
}
