//! Sheets of paper, and what was keyed from them.

use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::Timestamp;

use crate::domain::answer::Replies;
use crate::domain::wave::Wave;

statements! {
    ADD = "INSERT INTO barometer_sheet (id, wave, population, place, code) VALUES ($1, $2, $3, $4, $5)";
    BY_CODE = "SELECT id, wave, population, place, code FROM barometer_sheet WHERE wave = $1 AND code = $2";
    FROM = "SELECT id, wave, population, place, code FROM barometer_sheet WHERE wave = $1 AND id >= $2 ORDER BY id LIMIT $3";
    COUNT = "SELECT COUNT(*) AS value FROM barometer_sheet WHERE wave = $1";
    KEYED = "SELECT COUNT(*) AS value FROM barometer_sheet s WHERE s.wave = $1
             AND EXISTS (SELECT 1 FROM barometer_entry e WHERE e.sheet = s.id)";
    KEY = "INSERT INTO barometer_entry (id, sheet, round, replies, keyed_by, at) VALUES ($1, $2, $3, $4, $5, $6)
           ON CONFLICT (sheet, round) DO NOTHING";
    ENTRIES = "SELECT sheet, round, replies, keyed_by, at FROM barometer_entry WHERE sheet = $1 ORDER BY round";
    OF_PERSON = "SELECT sheet, round, replies, keyed_by, at FROM barometer_entry WHERE keyed_by = $1 ORDER BY at";
    ERASE = "UPDATE barometer_entry SET keyed_by = NULL WHERE keyed_by = $1";
}

/// A sheet that was printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its id.
    pub id: Id<Sheet>,
    /// Of which wave.
    pub wave: Id<Wave>,
    /// Whom it asks.
    pub population: String,
    /// Where it was handed out.
    pub place: Option<String>,
    /// Printed on it.
    pub code: String,
}

impl FromRow for Sheet {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            wave: row.get("wave")?,
            population: row.get("population")?,
            place: row.get("place")?,
            code: row.get("code")?,
        })
    }
}

/// A sheet as someone keyed it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Which sheet.
    pub sheet: Id<Sheet>,
    /// First or second time.
    pub round: i64,
    /// What was read on it.
    pub replies: Replies,
    /// Who read it.
    pub keyed_by: Option<Id<Person>>,
    /// When.
    pub at: Timestamp,
}

impl FromRow for Entry {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            sheet: row.get("sheet")?,
            round: row.get("round")?,
            replies: row.parse("replies", |text| serde_json::from_str(text).ok())?,
            keyed_by: row.get("keyed_by")?,
            at: row.get("at")?,
        })
    }
}

pub(crate) async fn add(tx: &Tx, sheet: &Sheet) -> Result<(), StoreError> {
    tx.run(&ADD, args![sheet.id, sheet.wave, &sheet.population, sheet.place.clone(), &sheet.code]).await.map(drop)
}

/// The sheet of a wave with this code.
///
/// # Errors
/// The database does not answer.
pub async fn by_code(src: &impl Reads, wave: Id<Wave>, code: &str) -> Result<Option<Sheet>, StoreError> {
    src.maybe(&BY_CODE, args![wave, code]).await
}

/// So many sheets from this one on, to print them.
///
/// # Errors
/// The database does not answer.
pub async fn from(src: &impl Reads, wave: Id<Wave>, first: Id<Sheet>, count: i64) -> Result<Vec<Sheet>, StoreError> {
    src.all(&FROM, args![wave, first, count]).await
}

/// How many sheets a wave has, and how many were keyed at least once.
///
/// # Errors
/// The database does not answer.
pub async fn counts(src: &impl Reads, wave: Id<Wave>) -> Result<(i64, i64), StoreError> {
    Ok((src.one(&COUNT, args![wave]).await?, src.one(&KEYED, args![wave]).await?))
}

/// Keeps a reading; says whether this round was still to be read.
pub(crate) async fn key(tx: &Tx, id: Id<Entry>, entry: &Entry) -> Result<bool, StoreError> {
    let replies = serde_json::to_string(&entry.replies)?;
    Ok(tx.run(&KEY, args![id, entry.sheet, entry.round, replies, entry.keyed_by, entry.at]).await? > 0)
}

/// The readings of a sheet, the first one first.
///
/// # Errors
/// The database does not answer.
pub async fn entries(src: &impl Reads, sheet: Id<Sheet>) -> Result<Vec<Entry>, StoreError> {
    src.all(&ENTRIES, args![sheet]).await
}

/// What a person keyed, for her export.
pub(crate) async fn of_person(src: &impl Reads, person: Id<Person>) -> Result<Vec<Entry>, StoreError> {
    src.all(&OF_PERSON, args![person]).await
}

/// Forgets that she keyed it; the reading stays.
pub(crate) async fn erase(tx: &Tx, person: Id<Person>) -> Result<u64, StoreError> {
    tx.run(&ERASE, args![person]).await
}
