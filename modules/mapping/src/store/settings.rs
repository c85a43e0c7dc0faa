//! What lies under the maps.

use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};

statements! {
    ALL = "SELECT key, value FROM mapping_setting";
    PUT = "INSERT INTO mapping_setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
}

/// The base map chosen by the administrator.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BaseMap {
    /// Address of a tile, with `{z}`, `{x}` and `{y}`; empty for no base map.
    pub tiles: String,
    /// Whose map it is, in words that its licence asks for.
    pub credit: String,
}

struct Pair(String, String);

impl FromRow for Pair {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self(row.get("key")?, row.get("value")?))
    }
}

/// The base map; none until one is chosen.
///
/// # Errors
/// The database does not answer.
pub async fn base_map(src: &impl Reads) -> Result<BaseMap, StoreError> {
    let pairs: Vec<Pair> = src.all(&ALL, args![]).await?;
    let of = |key: &str| pairs.iter().find(|pair| pair.0 == key).map(|pair| pair.1.clone()).unwrap_or_default();
    Ok(BaseMap { tiles: of("tiles"), credit: of("credit") })
}

pub(crate) async fn put(tx: &Tx, base: &BaseMap) -> Result<(), StoreError> {
    for (key, value) in [("tiles", &base.tiles), ("credit", &base.credit)] {
        tx.run(&PUT, args![key, value]).await?;
    }
    Ok(())
}
