//! What lies under the maps.

use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};

use crate::domain::view::CLOSEST;

statements! {
    ALL = "SELECT key, value FROM mapping_setting";
    ONE = "SELECT value FROM mapping_setting WHERE key = $1";
    PUT = "INSERT INTO mapping_setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
}

/// The base map chosen by the administrator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseMap {
    /// Address of a tile, with `{z}`, `{x}` and `{y}`; empty for no base map.
    pub tiles: String,
    /// Whose map it is, in words that its licence asks for.
    pub credit: String,
    /// The file of the data folder that this site serves; empty for another base map.
    pub file: String,
    /// Its closest zoom; closer, its tiles are drawn larger.
    pub closest: u8,
}

impl Default for BaseMap {
    fn default() -> Self {
        Self { tiles: String::new(), credit: String::new(), file: String::new(), closest: CLOSEST }
    }
}

/// Key of the address of the geocoder.
const GEOCODER: &str = "geocoder";

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
    let closest = of("closest").parse().unwrap_or(CLOSEST);
    Ok(BaseMap { tiles: of("tiles"), credit: of("credit"), file: of("file"), closest })
}

pub(crate) async fn put(tx: &Tx, base: &BaseMap) -> Result<(), StoreError> {
    let closest = base.closest.to_string();
    let pairs = [("tiles", &base.tiles), ("credit", &base.credit), ("file", &base.file), ("closest", &closest)];
    for (key, value) in pairs {
        tx.run(&PUT, args![key, value]).await?;
    }
    Ok(())
}

/// Where addresses are looked for, as the administrator chose; empty for nowhere outside.
///
/// # Errors
/// The database does not answer.
pub async fn geocoder(src: &impl Reads) -> Result<String, StoreError> {
    let kept: Option<String> = src.maybe(&ONE, args![GEOCODER]).await?;
    Ok(kept.unwrap_or_default())
}

pub(crate) async fn put_geocoder(tx: &Tx, base: &str) -> Result<(), StoreError> {
    tx.run(&PUT, args![GEOCODER, base]).await.map(drop)
}
