//! Sub-charters and their menus.

use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};

use crate::domain::charter::Version;
use crate::domain::sub::{Item, ItemKind, SignatoryKind, SubCharter};

statements! {
    PUT = "INSERT INTO charter_sub (version, sub, position, kind, title, intro, minimum, individuals)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (version, sub) DO UPDATE SET kind = excluded.kind,
           title = excluded.title, intro = excluded.intro, minimum = excluded.minimum, individuals = excluded.individuals";
    REMOVE = "DELETE FROM charter_sub WHERE version = $1 AND sub = $2";
    OF_VERSION = "SELECT sub, kind, title, intro, minimum, individuals FROM charter_sub
                  WHERE version = $1 ORDER BY position, sub";
    ADD_ITEM = "INSERT INTO charter_item (version, item, sub, kind, position, text, evidence)
                VALUES ($1, $2, $3, $4, $5, $6, $7)";
    REMOVE_ITEMS = "DELETE FROM charter_item WHERE version = $1 AND sub = $2";
    ITEMS = "SELECT item, sub, kind, text, evidence FROM charter_item WHERE version = $1 ORDER BY kind, position";
}

struct Line {
    sub: Id<SubCharter>,
    item: Item,
}

impl FromRow for Line {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let item = Item {
            id: row.get("item")?,
            kind: row.parse("kind", ItemKind::parse)?,
            text: row.get("text")?,
            evidence: row.get("evidence")?,
        };
        Ok(Self { sub: row.get("sub")?, item })
    }
}

impl FromRow for SubCharter {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("sub")?,
            kind: row.parse("kind", SignatoryKind::parse)?,
            title: row.get("title")?,
            intro: row.get("intro")?,
            minimum: row.get("minimum")?,
            individuals: row.get("individuals")?,
            items: Vec::new(),
        })
    }
}

/// Writes a sub-charter with its menu, in place of what it was; the caller knows its version for a draft.
pub(crate) async fn put(tx: &Tx, version: Id<Version>, position: i64, sub: &SubCharter) -> Result<(), StoreError> {
    let row = args![version, sub.id, position, sub.kind.code(), &sub.title, &sub.intro, sub.minimum, sub.individuals];
    tx.run(&PUT, row).await?;
    tx.run(&REMOVE_ITEMS, args![version, sub.id]).await?;
    for (position, item) in (1_i64..).zip(&sub.items) {
        let row = args![version, item.id, sub.id, item.kind.code(), position, &item.text, &item.evidence];
        tx.run(&ADD_ITEM, row).await?;
    }
    Ok(())
}

/// Takes a sub-charter away; the caller knows its version for a draft.
pub(crate) async fn remove(tx: &Tx, version: Id<Version>, sub: Id<SubCharter>) -> Result<bool, StoreError> {
    tx.run(&REMOVE_ITEMS, args![version, sub]).await?;
    Ok(tx.run(&REMOVE, args![version, sub]).await? > 0)
}

/// The sub-charters of a version with their menus, in order.
///
/// # Errors
/// The database does not answer.
pub async fn of_version(src: &impl Reads, version: Id<Version>) -> Result<Vec<SubCharter>, StoreError> {
    let mut subs: Vec<SubCharter> = src.all(&OF_VERSION, args![version]).await?;
    let lines: Vec<Line> = src.all(&ITEMS, args![version]).await?;
    for line in lines {
        if let Some(sub) = subs.iter_mut().find(|sub| sub.id == line.sub) {
            sub.items.push(line.item);
        }
    }
    Ok(subs)
}
