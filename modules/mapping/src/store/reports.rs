//! What people report of something on the map.

use arpent_commons::codes;
use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::Timestamp;

use crate::domain::object::Object;

statements! {
    ADD = "INSERT INTO mapping_report (id, object, ground, text, person, submission, at) VALUES ($1, $2, $3, $4, $5, $6, $7)
           ON CONFLICT (submission) DO NOTHING";
    OPEN = "SELECT id, object, ground, text, at FROM mapping_report WHERE object = $1 AND settled_at IS NULL ORDER BY at";
    SETTLE = "UPDATE mapping_report SET settled_at = $2 WHERE object = $1 AND settled_at IS NULL";
    OF_PERSON = "SELECT id, object, ground, text, at FROM mapping_report WHERE person = $1 ORDER BY at";
    ERASE = "UPDATE mapping_report SET person = NULL WHERE person = $1";
}

codes! {
    /// Why something on the map is reported.
    Ground {
        /// What is said of it is not true.
        Wrong = "wrong",
        /// It is no longer there.
        Gone = "gone",
        /// It is not what the programme looks for, or is said in words that it does not accept.
        OffCharter = "off_charter",
        /// It is there twice.
        Double = "double",
    }
}

/// A report.
#[derive(Debug, Clone)]
pub struct Report {
    /// Its id.
    pub id: Id<Report>,
    /// Of what.
    pub object: Id<Object>,
    /// Why.
    pub ground: Ground,
    /// In her words.
    pub text: String,
    /// When.
    pub at: Timestamp,
}

impl FromRow for Report {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            object: row.get("object")?,
            ground: row.parse("ground", Ground::parse)?,
            text: row.get("text")?,
            at: row.get("at")?,
        })
    }
}

/// Adds a report; `false` when the same form already did.
pub(crate) async fn add(
    tx: &Tx,
    report: &Report,
    person: Option<Id<Person>>,
    submission: &str,
) -> Result<bool, StoreError> {
    let row = args![report.id, report.object, report.ground.code(), &report.text, person, submission, report.at];
    Ok(tx.run(&ADD, row).await? > 0)
}

/// What waits to be settled about an object.
///
/// # Errors
/// The database does not answer.
pub async fn open(src: &impl Reads, object: Id<Object>) -> Result<Vec<Report>, StoreError> {
    src.all(&OPEN, args![object]).await
}

/// Settles what was reported of an object.
pub(crate) async fn settle(tx: &Tx, object: Id<Object>) -> Result<u64, StoreError> {
    tx.run(&SETTLE, args![object, tx.author.at]).await
}

pub(crate) async fn of_person(src: &impl Reads, person: Id<Person>) -> Result<Vec<Report>, StoreError> {
    src.all(&OF_PERSON, args![person]).await
}

pub(crate) async fn erase(tx: &Tx, person: Id<Person>) -> Result<u64, StoreError> {
    tx.run(&ERASE, args![person]).await
}
