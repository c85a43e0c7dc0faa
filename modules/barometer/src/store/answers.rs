//! Answers, which nothing ties to a person.

use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::civil::Date;

use crate::domain::answer::Replies;
use crate::domain::wave::{Mode, Wave};

statements! {
    // SQLite numbers its rows in the order they come, which would say who answered before whom: the number is drawn.
    PUT = "INSERT INTO barometer_answer (rowid, id, wave, population, mode, place, week, complete, respondent, stratum,
           base_weight, replies, key, version) VALUES (random() & 9223372036854775807,
           $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)
           ON CONFLICT (key) DO UPDATE SET replies = excluded.replies, complete = excluded.complete,
           version = barometer_answer.version + 1 WHERE barometer_answer.complete = 0",
        postgres: "INSERT INTO barometer_answer (id, wave, population, mode, place, week, complete, respondent, stratum,
           base_weight, replies, key, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)
           ON CONFLICT (key) DO UPDATE SET replies = excluded.replies, complete = excluded.complete,
           version = barometer_answer.version + 1 WHERE barometer_answer.complete = 0";
    // PostgreSQL keeps the order and the transaction of each write: all are written again, in the order of random ids.
    SETTLE = "UPDATE barometer_answer SET version = version WHERE wave = $1 AND complete = 1",
        postgres: "WITH taken AS (DELETE FROM barometer_answer WHERE wave = $1 AND complete = 1 RETURNING *)
           INSERT INTO barometer_answer SELECT * FROM taken ORDER BY id";
    BY_KEY = "SELECT id, wave, population, mode, place, week, complete, respondent, stratum, base_weight, replies, key
              FROM barometer_answer WHERE key = $1";
    COMPLETE = "SELECT id, wave, population, mode, place, week, complete, respondent, stratum, base_weight, replies, key
                FROM barometer_answer WHERE wave = $1 AND complete = 1 AND id > $2 ORDER BY id LIMIT $3";
    PLACED = "SELECT id, population, place, week, replies FROM barometer_answer WHERE wave = $1 AND complete = 1
              AND place IS NOT NULL AND week >= $2 AND id > $3 ORDER BY id LIMIT $4";
    BY_REPLY = "SELECT json_extract(replies, '$.\"' || $3 || '\"') AS code, COUNT(*) AS n FROM barometer_answer
                WHERE wave = $1 AND population = $2 AND complete = 1 GROUP BY 1",
        postgres: "SELECT CAST(replies AS JSON) ->> CAST($3 AS TEXT) AS code, COUNT(*) AS n FROM barometer_answer
                WHERE wave = $1 AND population = $2 AND complete = 1 GROUP BY 1";
    COUNTS = "SELECT population, mode, complete, COUNT(*) AS n FROM barometer_answer WHERE wave = $1
              GROUP BY population, mode, complete ORDER BY population, mode, complete";
}

/// Marker of an answer.
#[derive(Debug)]
pub struct Answer;

/// An answer, whole or under way.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerRow {
    /// Random: it says nothing of when.
    pub id: Id<Answer>,
    /// Of which wave.
    pub wave: Id<Wave>,
    /// Whose: a population's code.
    pub population: String,
    /// How it came.
    pub mode: Mode,
    /// Where, when a poster, a tablet or a sheet says it.
    pub place: Option<String>,
    /// The Monday of its week.
    pub week: Date,
    /// Sent to the end; only these count.
    pub complete: bool,
    /// The panel member's pseudonym.
    pub respondent: Option<String>,
    /// Her stratum.
    pub stratum: Option<String>,
    /// Her weight before margins.
    pub base_weight: Option<f64>,
    /// What she answered.
    pub replies: Replies,
    /// Hash of what makes it one.
    pub key: String,
}

impl FromRow for AnswerRow {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            wave: row.get("wave")?,
            population: row.get("population")?,
            mode: row.parse("mode", Mode::parse)?,
            place: row.get("place")?,
            week: row.get("week")?,
            complete: row.get("complete")?,
            respondent: row.get("respondent")?,
            stratum: row.get("stratum")?,
            base_weight: row.get("base_weight")?,
            replies: row.parse("replies", |text| serde_json::from_str(text).ok())?,
            key: row.get("key")?,
        })
    }
}

/// Keeps an answer under way or ends it. One that is complete does not change any more: says whether anything was written.
pub(crate) async fn put(tx: &Tx, answer: &AnswerRow) -> Result<bool, StoreError> {
    let row = args![
        answer.id,
        answer.wave,
        &answer.population,
        answer.mode.code(),
        answer.place.clone(),
        answer.week,
        answer.complete,
        answer.respondent.clone(),
        answer.stratum.clone(),
        answer.base_weight,
        serde_json::to_string(&answer.replies)?,
        &answer.key
    ];
    Ok(tx.run(&PUT, row).await? > 0)
}

/// Blurs in which order and in which transaction complete answers were written.
pub(crate) async fn settle(tx: &Tx, wave: Id<Wave>) -> Result<(), StoreError> {
    tx.run(&SETTLE, args![wave]).await.map(drop)
}

/// The answer a device or a sheet holds the key of.
///
/// # Errors
/// The database does not answer.
pub async fn by_key(src: &impl Reads, key: &str) -> Result<Option<AnswerRow>, StoreError> {
    src.maybe(&BY_KEY, args![key]).await
}

/// The next complete answers after an id, so that reading many keeps memory flat.
///
/// # Errors
/// The database does not answer.
pub async fn complete(
    src: &impl Reads,
    wave: Id<Wave>,
    after: Id<Answer>,
    limit: i64,
) -> Result<Vec<AnswerRow>, StoreError> {
    src.all(&COMPLETE, args![wave, after, limit]).await
}

/// How many answers of a population came one way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// Whose.
    pub population: String,
    /// How.
    pub mode: Mode,
    /// Sent to the end.
    pub complete: bool,
    /// How many.
    pub n: i64,
}

impl FromRow for Count {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            population: row.get("population")?,
            mode: row.parse("mode", Mode::parse)?,
            complete: row.get("complete")?,
            n: row.get("n")?,
        })
    }
}

/// The live counters of a wave.
///
/// # Errors
/// The database does not answer.
pub async fn counts(src: &impl Reads, wave: Id<Wave>) -> Result<Vec<Count>, StoreError> {
    src.all(&COUNTS, args![wave]).await
}

/// An answer given at a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// Random: it says nothing of when.
    pub id: Id<Answer>,
    /// Whose.
    pub population: String,
    /// Where.
    pub place: String,
    /// The Monday of its week.
    pub week: Date,
    /// What was answered.
    pub replies: Replies,
}

impl FromRow for Placed {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            population: row.get("population")?,
            place: row.get("place")?,
            week: row.get("week")?,
            replies: row.parse("replies", |text| serde_json::from_str(text).ok())?,
        })
    }
}

/// The next complete answers given at a place, after an id, since a week.
///
/// # Errors
/// The database does not answer.
pub async fn placed(
    src: &impl Reads,
    (wave, since): (Id<Wave>, Date),
    after: Id<Answer>,
    limit: i64,
) -> Result<Vec<Placed>, StoreError> {
    src.all(&PLACED, args![wave, since, after, limit]).await
}

/// How many complete answers chose a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// The code; nothing for those who did not answer.
    pub code: Option<String>,
    /// How many.
    pub n: i64,
}

impl FromRow for Chosen {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { code: row.get("code")?, n: row.get("n")? })
    }
}

/// The complete answers of a population by what they reply to a question of choice.
///
/// # Errors
/// The database does not answer.
pub async fn by_reply(
    src: &impl Reads,
    wave: Id<Wave>,
    population: &str,
    question: &str,
) -> Result<Vec<Chosen>, StoreError> {
    src.all(&BY_REPLY, args![wave, population, question]).await
}
