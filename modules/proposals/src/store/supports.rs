//! Supports: one per person and contribution, and those counted away from the site.

use arpent_commons::domain::contribution::{Channel, Contribution};
use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use super::ids;

statements! {
    GIVE = "INSERT INTO proposals_support (contribution, person, at) VALUES ($1, $2, $3)
            ON CONFLICT (contribution, person) DO NOTHING";
    WITHDRAW = "DELETE FROM proposals_support WHERE contribution = $1 AND person = $2";
    GATHER = "INSERT INTO proposals_gathered (id, contribution, channel, count, counted_on, keyed_by, submission, at)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (submission) DO NOTHING";
    TALLY = "SELECT (SELECT COUNT(*) FROM proposals_support WHERE contribution = $1) AS online,
             (SELECT COALESCE(SUM(count), 0) FROM proposals_gathered WHERE contribution = $1) AS gathered,
             (SELECT COUNT(*) FROM proposals_support WHERE contribution = $1 AND person = $2) AS mine",
        postgres: "SELECT (SELECT COUNT(*) FROM proposals_support WHERE contribution = $1) AS online,
             (SELECT CAST(COALESCE(SUM(count), 0) AS BIGINT) FROM proposals_gathered WHERE contribution = $1) AS gathered,
             (SELECT COUNT(*) FROM proposals_support WHERE contribution = $1 AND person = $2) AS mine";
    COUNTS = "SELECT contribution AS id, SUM(n) AS n FROM (
              SELECT contribution, 1 AS n FROM proposals_support
              WHERE contribution IN (SELECT unhex(value) FROM json_each($1))
              UNION ALL SELECT contribution, count AS n FROM proposals_gathered
              WHERE contribution IN (SELECT unhex(value) FROM json_each($1))) GROUP BY contribution",
        postgres: "SELECT contribution AS id, CAST(SUM(n) AS BIGINT) AS n FROM (
              SELECT contribution, 1 AS n FROM proposals_support
              WHERE contribution IN (SELECT CAST(value AS UUID) FROM json_array_elements_text(CAST($1 AS JSON)))
              UNION ALL SELECT contribution, count AS n FROM proposals_gathered
              WHERE contribution IN (SELECT CAST(value AS UUID) FROM json_array_elements_text(CAST($1 AS JSON)))) s
              GROUP BY contribution";
    OF_PERSON = "SELECT s.contribution AS id, s.at, c.title FROM proposals_support s
                 JOIN contribution c ON c.id = s.contribution WHERE s.person = $1 ORDER BY s.at";
    ERASE = "DELETE FROM proposals_support WHERE person = $1";
    ERASE_KEYED = "UPDATE proposals_gathered SET keyed_by = NULL WHERE keyed_by = $1";
}

/// How many support a contribution.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// On the site, one per account.
    pub online: i64,
    /// Counted on paper or by a show of hands.
    pub gathered: i64,
    /// The reader is one of them.
    pub mine: bool,
}

impl Tally {
    /// All of them.
    pub const fn total(self) -> i64 {
        self.online + self.gathered
    }
}

impl FromRow for Tally {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { online: row.get("online")?, gathered: row.get("gathered")?, mine: row.get("mine")? })
    }
}

/// Supports counted away from the site.
#[derive(Debug, Clone)]
pub(crate) struct Gathered<'a> {
    pub id: Uuid,
    pub contribution: Id<Contribution>,
    pub channel: Channel,
    pub count: i64,
    pub counted_on: Date,
    pub submission: &'a str,
}

/// A support as its author reads it in her export.
#[derive(Debug, Clone)]
pub(crate) struct Given {
    pub contribution: Id<Contribution>,
    pub title: String,
    pub at: Timestamp,
}

impl FromRow for Given {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { contribution: row.get("id")?, title: row.get("title")?, at: row.get("at")? })
    }
}

struct Count(Id<Contribution>, i64);

impl FromRow for Count {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self(row.get("id")?, row.get("n")?))
    }
}

/// Gives a support; `false` when it was already given.
pub(crate) async fn give(tx: &Tx, on: Id<Contribution>, person: Id<Person>) -> Result<bool, StoreError> {
    Ok(tx.run(&GIVE, args![on, person, tx.author.at]).await? > 0)
}

/// Takes a support back; `false` when there was none.
pub(crate) async fn withdraw(tx: &Tx, on: Id<Contribution>, person: Id<Person>) -> Result<bool, StoreError> {
    Ok(tx.run(&WITHDRAW, args![on, person]).await? > 0)
}

/// Adds supports counted away from the site; `false` when the same form was already sent.
pub(crate) async fn gather(tx: &Tx, gathered: &Gathered<'_>) -> Result<bool, StoreError> {
    let row = args![
        gathered.id,
        gathered.contribution,
        gathered.channel.code(),
        gathered.count,
        gathered.counted_on,
        tx.author.person,
        gathered.submission,
        tx.author.at
    ];
    Ok(tx.run(&GATHER, row).await? > 0)
}

/// How many support it, and whether this reader does.
pub(crate) async fn tally(
    src: &impl Reads,
    on: Id<Contribution>,
    reader: Option<Id<Person>>,
) -> Result<Tally, StoreError> {
    src.one(&TALLY, args![on, reader]).await
}

/// How many support each of these; those nobody supports are left out.
pub(crate) async fn counts(
    src: &impl Reads,
    on: &[Id<Contribution>],
) -> Result<Vec<(Id<Contribution>, i64)>, StoreError> {
    if on.is_empty() {
        return Ok(Vec::new());
    }
    let counts: Vec<Count> = src.all(&COUNTS, args![ids(on)]).await?;
    Ok(counts.into_iter().map(|Count(id, n)| (id, n)).collect())
}

/// What a person supports, for her export.
pub(crate) async fn of_person(src: &impl Reads, person: Id<Person>) -> Result<Vec<Given>, StoreError> {
    src.all(&OF_PERSON, args![person]).await
}

/// A support is nothing but its author's: it goes with her. Counts keyed by her stay, without her name.
pub(crate) async fn erase(tx: &Tx, person: Id<Person>) -> Result<u64, StoreError> {
    Ok(tx.run(&ERASE, args![person]).await? + tx.run(&ERASE_KEYED, args![person]).await?)
}
