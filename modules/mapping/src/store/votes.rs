//! What peers say of an observation.

use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::Timestamp;

use crate::domain::object::Object;
use crate::domain::validation::Tally;

statements! {
    PUT = "INSERT INTO mapping_vote (object, person, agrees, at) VALUES ($1, $2, $3, $4)
           ON CONFLICT (object, person) DO UPDATE SET agrees = excluded.agrees, at = excluded.at";
    TALLY = "SELECT COUNT(CASE WHEN agrees = 1 THEN 1 END) AS yes, COUNT(CASE WHEN agrees = 0 THEN 1 END) AS no
             FROM mapping_vote WHERE object = $1";
    HERS = "SELECT agrees AS value FROM mapping_vote WHERE object = $1 AND person = $2";
    OF_PERSON = "SELECT object, agrees, at FROM mapping_vote WHERE person = $1 ORDER BY at";
    ERASE = "DELETE FROM mapping_vote WHERE person = $1";
}

impl FromRow for Tally {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { yes: row.get("yes")?, no: row.get("no")? })
    }
}

/// A vote, for its author's export.
#[derive(Debug)]
pub(crate) struct Vote {
    pub(crate) object: Id<Object>,
    pub(crate) agrees: bool,
    pub(crate) at: Timestamp,
}

impl FromRow for Vote {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { object: row.get("object")?, agrees: row.get("agrees")?, at: row.get("at")? })
    }
}

/// Says it, or says the other thing.
pub(crate) async fn put(tx: &Tx, object: Id<Object>, person: Id<Person>, agrees: bool) -> Result<(), StoreError> {
    tx.run(&PUT, args![object, person, agrees, tx.author.at]).await.map(drop)
}

/// What was said of it.
///
/// # Errors
/// The database does not answer.
pub async fn tally(src: &impl Reads, object: Id<Object>) -> Result<Tally, StoreError> {
    src.one(&TALLY, args![object]).await
}

/// What this person said of it.
///
/// # Errors
/// The database does not answer.
pub async fn hers(src: &impl Reads, object: Id<Object>, person: Id<Person>) -> Result<Option<bool>, StoreError> {
    let said: Option<i64> = src.maybe(&HERS, args![object, person]).await?;
    Ok(said.map(|agrees| agrees == 1))
}

pub(crate) async fn of_person(src: &impl Reads, person: Id<Person>) -> Result<Vec<Vote>, StoreError> {
    src.all(&OF_PERSON, args![person]).await
}

pub(crate) async fn erase(tx: &Tx, person: Id<Person>) -> Result<u64, StoreError> {
    tx.run(&ERASE, args![person]).await
}
