//! Areas.

use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};

use crate::domain::people::Area;

statements! {
    PUT = "INSERT INTO area (id, kind, code, name, population, source) VALUES ($1, $2, $3, $4, $5, $6)
           ON CONFLICT (code) DO UPDATE SET name = excluded.name, population = excluded.population, source = excluded.source";
    ALL = "SELECT id, kind, code, name, population, source FROM area ORDER BY name";
    OF_INITIATIVE = "SELECT a.id, a.kind, a.code, a.name, a.population, a.source FROM area a
                     JOIN initiative_area i ON i.area = a.id WHERE i.initiative = $1 ORDER BY a.name";
    COUNTS = "SELECT area AS id, COUNT(*) AS n FROM contribution
              WHERE initiative = $1 AND state = 'published' AND area IS NOT NULL GROUP BY area";
    ATTACH = "INSERT INTO initiative_area (initiative, area) VALUES ($1, $2) ON CONFLICT (initiative, area) DO NOTHING";
}

/// An area with its reference population.
#[derive(Debug, Clone)]
pub struct AreaRow {
    /// Its id.
    pub id: Id<Area>,
    /// `commune`, `epci`, `district`, `zone`.
    pub kind: String,
    /// INSEE code, when it has one.
    pub code: Option<String>,
    /// Its name.
    pub name: String,
    /// Municipal population.
    pub population: Option<i64>,
    /// Where the population comes from.
    pub source: Option<String>,
}

impl FromRow for AreaRow {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            kind: row.get("kind")?,
            code: row.get("code")?,
            name: row.get("name")?,
            population: row.get("population")?,
            source: row.get("source")?,
        })
    }
}

pub(crate) async fn put(tx: &Tx, area: &AreaRow) -> Result<(), StoreError> {
    let row = args![area.id, &area.kind, area.code.clone(), &area.name, area.population, area.source.clone()];
    tx.run(&PUT, row).await.map(drop)
}

/// Every area, by name.
///
/// # Errors
/// The database does not answer.
pub async fn areas(src: &impl Reads) -> Result<Vec<AreaRow>, StoreError> {
    src.all(&ALL, args![]).await
}

/// Areas of a démarche, by name; the whole territory when none was chosen.
///
/// # Errors
/// The database does not answer.
pub async fn of_initiative<T>(src: &impl Reads, initiative: Id<T>) -> Result<Vec<AreaRow>, StoreError> {
    let chosen: Vec<AreaRow> = src.all(&OF_INITIATIVE, args![initiative]).await?;
    if chosen.is_empty() { areas(src).await } else { Ok(chosen) }
}

struct Count(Id<Area>, i64);

impl FromRow for Count {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self(row.get("id")?, row.get("n")?))
    }
}

/// Published contributions of a démarche by area.
///
/// # Errors
/// The database does not answer.
pub async fn counts<T>(src: &impl Reads, initiative: Id<T>) -> Result<Vec<(Id<Area>, i64)>, StoreError> {
    let counts: Vec<Count> = src.all(&COUNTS, args![initiative]).await?;
    Ok(counts.into_iter().map(|Count(area, n)| (area, n)).collect())
}

pub(crate) async fn attach<T>(tx: &Tx, initiative: Id<T>, area: Id<Area>) -> Result<(), StoreError> {
    tx.run(&ATTACH, args![initiative, area]).await.map(drop)
}
