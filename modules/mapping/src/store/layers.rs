//! Layers.

use arpent_commons::domain::initiative::Initiative;
use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};

use crate::domain::layer::{Layer, WhoAdds};

statements! {
    ADD = "INSERT INTO mapping_layer (id, initiative, name, text, source, from_day, to_day, who_adds, zoning, tone, created_at,
           version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1)";
    EDIT = "UPDATE mapping_layer SET name = $2, text = $3, source = $4, from_day = $5, to_day = $6, who_adds = $7, zoning = $8,
            tone = $9, version = version + 1 WHERE id = $1 AND version = $10";
    BY_ID = "SELECT l.id, l.initiative, l.name, l.text, l.source, l.from_day, l.to_day, l.who_adds, l.zoning, l.tone, l.version, l.revision,
             (SELECT COUNT(*) FROM mapping_programme p WHERE p.layer = l.id) AS inventory FROM mapping_layer l WHERE l.id = $1";
    OF = "SELECT l.id, l.initiative, l.name, l.text, l.source, l.from_day, l.to_day, l.who_adds, l.zoning, l.tone, l.version, l.revision,
          (SELECT COUNT(*) FROM mapping_programme p WHERE p.layer = l.id) AS inventory FROM mapping_layer l
          WHERE l.initiative = $1 OR l.initiative IS NULL ORDER BY l.initiative IS NULL, l.created_at, l.id";
    ANY = "SELECT COUNT(*) AS value FROM mapping_layer WHERE initiative = $1 OR initiative IS NULL";
    OF_TERRITORY = "SELECT l.id, l.initiative, l.name, l.text, l.source, l.from_day, l.to_day, l.who_adds, l.zoning, l.tone,
          l.version, l.revision, (SELECT COUNT(*) FROM mapping_programme p WHERE p.layer = l.id) AS inventory FROM mapping_layer l
          WHERE l.initiative IS NULL ORDER BY l.created_at, l.id";
}

impl FromRow for Layer {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            initiative: row.get("initiative")?,
            name: row.get("name")?,
            text: row.get("text")?,
            source: row.get("source")?,
            from: row.get("from_day")?,
            to: row.get("to_day")?,
            who_adds: row.parse("who_adds", WhoAdds::parse)?,
            zoning: row.get("zoning")?,
            tone: row.get("tone")?,
            inventory: row.get("inventory")?,
            version: row.get("version")?,
            revision: row.get("revision")?,
        })
    }
}

pub(crate) async fn add(tx: &Tx, layer: &Layer) -> Result<(), StoreError> {
    let row = args![
        layer.id,
        layer.initiative,
        &layer.name,
        &layer.text,
        &layer.source,
        layer.from,
        layer.to,
        layer.who_adds.code(),
        layer.zoning,
        layer.tone,
        tx.author.at
    ];
    tx.run(&ADD, row).await.map(drop)
}

/// Changes a layer; `false` when someone changed it since `layer.version` was read.
pub(crate) async fn edit(tx: &Tx, layer: &Layer) -> Result<bool, StoreError> {
    let row = args![
        layer.id,
        &layer.name,
        &layer.text,
        &layer.source,
        layer.from,
        layer.to,
        layer.who_adds.code(),
        layer.zoning,
        layer.tone,
        layer.version
    ];
    Ok(tx.run(&EDIT, row).await? > 0)
}

/// A layer.
///
/// # Errors
/// The database does not answer.
pub async fn by_id(src: &impl Reads, id: Id<Layer>) -> Result<Option<Layer>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}

/// Whether the map of a démarche has a layer, its own or the territory's.
pub(crate) async fn any(src: &impl Reads, initiative: Id<Initiative>) -> Result<bool, StoreError> {
    Ok(src.one::<i64>(&ANY, args![initiative]).await? > 0)
}

/// The layers of a map: those of a démarche then those of the territory, or the territory's alone.
///
/// # Errors
/// The database does not answer.
pub async fn of(src: &impl Reads, initiative: Option<Id<Initiative>>) -> Result<Vec<Layer>, StoreError> {
    match initiative {
        Some(initiative) => src.all(&OF, args![initiative]).await,
        None => src.all(&OF_TERRITORY, args![]).await,
    }
}
