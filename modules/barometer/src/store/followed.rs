//! Items that a metric of the démarche follows from wave to wave.

use arpent_commons::domain::metrics::Metric;
use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};

use crate::domain::wave::Barometer;

statements! {
    ADD = "INSERT INTO barometer_followed (metric, barometer, population, item) VALUES ($1, $2, $3, $4)
           ON CONFLICT (barometer, population, item) DO NOTHING";
    OF_BAROMETER = "SELECT metric, population, item FROM barometer_followed WHERE barometer = $1 ORDER BY item, population";
}

/// An item and its metric.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    /// The metric that each published wave measures.
    pub metric: Id<Metric>,
    /// Who judges.
    pub population: String,
    /// The service.
    pub item: String,
}

impl FromRow for Followed {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { metric: row.get("metric")?, population: row.get("population")?, item: row.get("item")? })
    }
}

/// Ties an item to its metric; whoever came first stays.
pub(crate) async fn add(tx: &Tx, barometer: Id<Barometer>, one: &Followed) -> Result<(), StoreError> {
    tx.run(&ADD, args![one.metric, barometer, &one.population, &one.item]).await.map(drop)
}

/// What is followed of a barometer.
///
/// # Errors
/// The database does not answer.
pub async fn of_barometer(src: &impl Reads, barometer: Id<Barometer>) -> Result<Vec<Followed>, StoreError> {
    src.all(&OF_BAROMETER, args![barometer]).await
}
