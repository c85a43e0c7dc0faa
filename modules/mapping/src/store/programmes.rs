//! Inventory programmes.

use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};

use crate::domain::layer::Layer;
use crate::domain::validation::Thresholds;

statements! {
    PUT = "INSERT INTO mapping_programme (layer, purpose, fields, sensitive, blur_metres, votes_needed, votes_force,
           votes_against, days_least, days_most, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)
           ON CONFLICT (layer) DO UPDATE SET purpose = excluded.purpose, fields = excluded.fields,
           sensitive = excluded.sensitive, blur_metres = excluded.blur_metres, votes_needed = excluded.votes_needed,
           votes_force = excluded.votes_force, votes_against = excluded.votes_against, days_least = excluded.days_least,
           days_most = excluded.days_most, version = mapping_programme.version + 1";
    OF = "SELECT layer, purpose, fields, sensitive, blur_metres, votes_needed, votes_force, votes_against, days_least, days_most
          FROM mapping_programme WHERE layer = $1";
}

/// What is looked for, what is asked, how it is confirmed (*programme d'inventaire*).
#[derive(Debug, Clone)]
pub struct Programme {
    /// The layer that it fills.
    pub layer: Id<Layer>,
    /// What is looked for and why, and what is off its charter.
    pub purpose: String,
    /// What is asked, a line each.
    pub fields: String,
    /// Names that are always sensitive, a line each.
    pub sensitive: String,
    /// Side of the cells in which what is sensitive is shown, in metres.
    pub blur_metres: i64,
    /// How peers confirm.
    pub thresholds: Thresholds,
}

impl FromRow for Programme {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            layer: row.get("layer")?,
            purpose: row.get("purpose")?,
            fields: row.get("fields")?,
            sensitive: row.get("sensitive")?,
            blur_metres: row.get("blur_metres")?,
            thresholds: Thresholds {
                needed: row.get("votes_needed")?,
                force: row.get("votes_force")?,
                against: row.get("votes_against")?,
                days_least: row.get("days_least")?,
                days_most: row.get("days_most")?,
            },
        })
    }
}

pub(crate) async fn put(tx: &Tx, programme: &Programme) -> Result<(), StoreError> {
    let how = programme.thresholds;
    let row = args![
        programme.layer,
        &programme.purpose,
        &programme.fields,
        &programme.sensitive,
        programme.blur_metres,
        how.needed,
        how.force,
        how.against,
        how.days_least,
        how.days_most
    ];
    tx.run(&PUT, row).await.map(drop)
}

/// The programme of a layer, when it has one.
///
/// # Errors
/// The database does not answer.
pub async fn of(src: &impl Reads, layer: Id<Layer>) -> Result<Option<Programme>, StoreError> {
    src.maybe(&OF, args![layer]).await
}
