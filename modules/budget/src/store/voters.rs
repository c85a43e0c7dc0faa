//! Who may vote and who has; what was voted, nothing here tells.

use arpent_core::Id;
use arpent_store::{Engine, FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::civil::Date;

use crate::domain::project::BudgetMark;

statements! {
    // SQLite numbers its rows in the order they come: the number is drawn.
    ADD = "INSERT INTO budget_voter (rowid, budget, hash, voted) VALUES (random() & 9223372036854775807, $1, $2, 0)
           ON CONFLICT (budget, hash) DO NOTHING",
        postgres: "INSERT INTO budget_voter (budget, hash, voted) VALUES ($1, $2, 0) ON CONFLICT (budget, hash) DO NOTHING";
    SEND = "INSERT INTO budget_voter (rowid, budget, hash, code, code_until, voted)
            VALUES (random() & 9223372036854775807, $1, $2, $3, $4, 0)
            ON CONFLICT (budget, hash) DO UPDATE SET code = excluded.code, code_until = excluded.code_until
            WHERE budget_voter.voted = 0",
        postgres: "INSERT INTO budget_voter (budget, hash, code, code_until, voted) VALUES ($1, $2, $3, $4, 0)
            ON CONFLICT (budget, hash) DO UPDATE SET code = excluded.code, code_until = excluded.code_until
            WHERE budget_voter.voted = 0";
    ONE = "SELECT hash, code, code_until, voted, channel FROM budget_voter WHERE budget = $1 AND hash = $2";
    /// Of two who come at once, one changes the row.
    STRIKE = "UPDATE budget_voter SET voted = 1, channel = $3, code = NULL, code_until = NULL
              WHERE budget = $1 AND hash = $2 AND voted = 0";
    COUNTS = "SELECT COUNT(*) AS listed, COALESCE(SUM(CASE WHEN channel = 'online' THEN 1 ELSE 0 END), 0) AS online,
              COALESCE(SUM(CASE WHEN channel = 'paper' THEN 1 ELSE 0 END), 0) AS paper FROM budget_voter WHERE budget = $1",
        postgres: "SELECT COUNT(*) AS listed,
              CAST(COALESCE(SUM(CASE WHEN channel = 'online' THEN 1 ELSE 0 END), 0) AS BIGINT) AS online,
              CAST(COALESCE(SUM(CASE WHEN channel = 'paper' THEN 1 ELSE 0 END), 0) AS BIGINT) AS paper
              FROM budget_voter WHERE budget = $1";
    FORGET_CODES = "UPDATE budget_voter SET code = NULL, code_until = NULL WHERE budget = $1 AND code IS NOT NULL";
    FORGET = "DELETE FROM budget_voter WHERE budget = $1 AND hash = $2 AND voted = 0";
    // PostgreSQL keeps which transaction wrote a row: some struck off before, drawn at random, are written again with the
    // new one, in the order of their hashes. SQLite keeps nothing of the kind and never runs this.
    MIX = "UPDATE budget_voter SET voted = 1 WHERE budget = $1 AND hash = $2 AND $3 IS NOT NULL",
        postgres: "WITH taken AS (DELETE FROM budget_voter WHERE budget = $1 AND (hash = $2 OR hash IN
           (SELECT (SELECT v.hash FROM budget_voter v WHERE v.budget = $1 AND v.voted = 1 AND v.hash >= p.value
           ORDER BY v.hash LIMIT 1) FROM json_array_elements_text(CAST($3 AS JSON)) p))
           RETURNING *) INSERT INTO budget_voter SELECT * FROM taken ORDER BY hash";
}

/// Someone of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voter {
    /// All that is known of her.
    pub hash: String,
    /// Hash of the code she was sent.
    pub code: Option<String>,
    /// Its last day.
    pub code_until: Option<Date>,
    /// She has voted.
    pub voted: bool,
    /// How.
    pub channel: Option<String>,
}

impl FromRow for Voter {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            hash: row.get("hash")?,
            code: row.get("code")?,
            code_until: row.get("code_until")?,
            voted: row.get("voted")?,
            channel: row.get("channel")?,
        })
    }
}

/// How many are on the list, and how many of them voted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Turnout {
    /// On the list.
    pub listed: i64,
    /// Voted on line.
    pub online: i64,
    /// Struck off at a booth.
    pub paper: i64,
}

impl FromRow for Turnout {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { listed: row.get("listed")?, online: row.get("online")?, paper: row.get("paper")? })
    }
}

/// Puts someone on the list; `false` when she is there already.
pub(crate) async fn add(tx: &Tx, budget: Id<BudgetMark>, hash: &str) -> Result<bool, StoreError> {
    Ok(tx.run(&ADD, args![budget, hash]).await? > 0)
}

/// Keeps the hash of a code sent to an address; `false` when she has voted.
pub(crate) async fn send(
    tx: &Tx,
    budget: Id<BudgetMark>,
    (hash, code): (&str, &str),
    until: Date,
) -> Result<bool, StoreError> {
    Ok(tx.run(&SEND, args![budget, hash, code, until]).await? > 0)
}

/// Someone of the list.
///
/// # Errors
/// The database does not answer.
pub async fn one(src: &impl Reads, budget: Id<BudgetMark>, hash: &str) -> Result<Option<Voter>, StoreError> {
    src.maybe(&ONE, args![budget, hash]).await
}

/// Strikes someone off, on line or at a booth; `false` when she was, or is not on the list.
pub(crate) async fn strike(tx: &Tx, budget: Id<BudgetMark>, hash: &str, channel: &str) -> Result<bool, StoreError> {
    Ok(tx.run(&STRIKE, args![budget, hash, channel]).await? > 0)
}

/// Hides who was struck off last among others: `drawn` is a JSON array of random hashes, each standing for the first one
/// after it.
pub(crate) async fn mix(tx: &Tx, budget: Id<BudgetMark>, hash: &str, drawn: &str) -> Result<(), StoreError> {
    if tx.engine() == Engine::Postgres {
        tx.run(&MIX, args![budget, hash, drawn]).await?;
    }
    Ok(())
}

/// How many are on the list, and how many of them voted.
///
/// # Errors
/// The database does not answer.
pub async fn turnout(src: &impl Reads, budget: Id<BudgetMark>) -> Result<Turnout, StoreError> {
    src.one(&COUNTS, args![budget]).await
}

/// Codes that nobody will use any more.
pub(crate) async fn forget_codes(tx: &Tx, budget: Id<BudgetMark>) -> Result<(), StoreError> {
    tx.run(&FORGET_CODES, args![budget]).await.map(drop)
}

/// Takes someone who has not voted off the list, at her request.
pub(crate) async fn forget(tx: &Tx, budget: Id<BudgetMark>, hash: &str) -> Result<u64, StoreError> {
    tx.run(&FORGET, args![budget, hash]).await
}
