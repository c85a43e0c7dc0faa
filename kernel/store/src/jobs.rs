//! Work to do later (mail, digests, exports), asked for in the same transaction as the write that needs it.

use jiff::{SignedDuration, Timestamp};
use serde_json::Value as Json;
use uuid::Uuid;

use crate::db::{Db, Reads};
use crate::error::StoreError;
use crate::tx::{Author, Tx};
use crate::value::{FromRow, Row};
use crate::{args, statements};

/// After this many failures a job waits for the administrator.
pub const MOST_ATTEMPTS: i64 = 8;
/// A job running for longer belonged to a process that died.
const ABANDONED_AFTER: SignedDuration = SignedDuration::from_mins(15);

statements! {
    ENQUEUE = "INSERT INTO job (id, kind, payload, unique_key, state, attempts, run_at, created_at, updated_at)
               VALUES ($1, $2, $3, $4, 'queued', 0, $5, $6, $6) ON CONFLICT (unique_key) DO NOTHING";
    CLAIM = "UPDATE job SET state = 'running', attempts = attempts + 1, updated_at = $1
             WHERE id = (SELECT id FROM job WHERE state = 'queued' AND run_at <= $1 ORDER BY run_at LIMIT 1)
             RETURNING id, kind, payload, state, attempts, run_at, created_at, last_error",
        postgres: "UPDATE job SET state = 'running', attempts = attempts + 1, updated_at = $1
             WHERE id = (SELECT id FROM job WHERE state = 'queued' AND run_at <= $1 ORDER BY run_at LIMIT 1
                         FOR UPDATE SKIP LOCKED)
             RETURNING id, kind, payload, state, attempts, run_at, created_at, last_error";
    DONE = "UPDATE job SET state = 'done', updated_at = $2, last_error = NULL WHERE id = $1";
    RETRY = "UPDATE job SET state = $2, run_at = $3, updated_at = $4, last_error = $5 WHERE id = $1";
    REVIVE = "UPDATE job SET state = 'queued', run_at = $1, updated_at = $1 WHERE state = 'running' AND updated_at < $2";
    AGAIN = "UPDATE job SET state = 'queued', attempts = 0, run_at = $2, updated_at = $2
             WHERE id = $1 AND state = 'failed'";
    LATEST = "SELECT id, kind, payload, state, attempts, run_at, created_at, last_error FROM job
              ORDER BY CASE state WHEN 'failed' THEN 0 WHEN 'running' THEN 1 WHEN 'queued' THEN 2 ELSE 3 END,
              updated_at DESC LIMIT $1";
    COUNT = "SELECT COUNT(*) AS value FROM job WHERE state = $1";
    FORGET = "DELETE FROM job WHERE state = 'done' AND updated_at < $1";
    LETTERS = "DELETE FROM job WHERE kind = 'mail' AND state <> 'running' AND payload LIKE $1";
    DUE = "SELECT COUNT(*) AS value FROM job WHERE state = 'queued' AND run_at <= $1";
}

/// A job as stored.
#[derive(Debug, Clone)]
pub struct Job {
    /// Its id.
    pub id: Uuid,
    /// Which handler runs it.
    pub kind: String,
    /// What the handler needs: ids rather than texts.
    pub payload: Json,
    /// `queued`, `running`, `done` or `failed`.
    pub state: String,
    /// How many times it was tried.
    pub attempts: i64,
    /// Not before.
    pub run_at: Timestamp,
    /// Asked for at.
    pub created_at: Timestamp,
    /// What went wrong last.
    pub last_error: Option<String>,
}

impl FromRow for Job {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            kind: row.get("kind")?,
            payload: serde_json::from_str(&row.get::<String>("payload")?)?,
            state: row.get("state")?,
            attempts: row.get("attempts")?,
            run_at: row.get("run_at")?,
            created_at: row.get("created_at")?,
            last_error: row.get("last_error")?,
        })
    }
}

/// A job asked for.
#[derive(Debug, Clone)]
pub struct NewJob {
    /// A fresh id.
    pub id: Uuid,
    /// Which handler runs it.
    pub kind: &'static str,
    /// What the handler needs.
    pub payload: Json,
    /// The same key twice is one job: a person is told once.
    pub unique_key: Option<String>,
    /// Not before.
    pub run_at: Timestamp,
}

impl Tx {
    /// Asks for a job: it exists if and only if this transaction is kept.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn enqueue(&self, job: NewJob) -> Result<(), StoreError> {
        let payload = job.payload.to_string();
        self.run(&ENQUEUE, args![job.id, job.kind, payload, job.unique_key, job.run_at, self.author.at]).await?;
        Ok(())
    }
}

const fn machine(at: Timestamp) -> Author {
    Author { person: None, role: "system", at }
}

/// Takes the next due job, if there is one.
///
/// # Errors
/// The database does not answer.
pub async fn claim(db: &Db, now: Timestamp) -> Result<Option<Job>, StoreError> {
    // A look first: an idle server must not open a write every second.
    if db.one::<i64>(&DUE, args![now]).await? == 0 {
        return Ok(None);
    }
    let tx = db.begin(machine(now)).await?;
    let job = tx.maybe(&CLAIM, args![now]).await?;
    tx.keep_house("a job changes hands").await?;
    Ok(job)
}

/// The job did what it had to.
///
/// # Errors
/// The database does not answer.
pub async fn done(db: &Db, job: Uuid, now: Timestamp) -> Result<(), StoreError> {
    let tx = db.begin(machine(now)).await?;
    tx.run(&DONE, args![job, now]).await?;
    tx.keep_house("a job is done").await
}

/// The job failed: again later, four times longer each time (from 15 s), then to the administrator.
///
/// # Errors
/// The database does not answer.
pub async fn failed(db: &Db, job: &Job, error: &str, now: Timestamp) -> Result<(), StoreError> {
    let wait = SignedDuration::from_secs(15 * 4_i64.pow(u32::try_from(job.attempts.clamp(1, 6) - 1).unwrap_or(0)));
    let state = if job.attempts >= MOST_ATTEMPTS { "failed" } else { "queued" };
    let run_at = now.checked_add(wait).unwrap_or(now);
    let tx = db.begin(machine(now)).await?;
    tx.run(&RETRY, args![job.id, state, run_at, now, error.chars().take(500).collect::<String>()]).await?;
    tx.keep_house("a job failed").await
}

/// Gives back the jobs of a process that died, and forgets what was done more than thirty days ago.
///
/// # Errors
/// The database does not answer.
pub async fn tidy(db: &Db, now: Timestamp) -> Result<(), StoreError> {
    let tx = db.begin(machine(now)).await?;
    let ago = |d: SignedDuration| now.checked_sub(d).unwrap_or(now);
    tx.run(&REVIVE, args![now, ago(ABANDONED_AFTER)]).await?;
    tx.run(&FORGET, args![ago(SignedDuration::from_hours(24 * 30))]).await?;
    tx.keep_house("jobs are tidied").await
}

/// Tries a failed job again; `false` when it is not a failed one.
///
/// # Errors
/// The database does not answer.
pub async fn again(tx: &Tx, job: Uuid, now: Timestamp) -> Result<bool, StoreError> {
    Ok(tx.run(&AGAIN, args![job, now]).await? > 0)
}

/// Forgets the letters to an address, sent or waiting: what erasing a person asks for.
///
/// # Errors
/// The database does not answer.
pub async fn forget_letters(tx: &Tx, email: &str) -> Result<u64, StoreError> {
    let to = serde_json::Value::String(email.to_owned()).to_string();
    // `_` and `%` of an address match more than themselves: a letter too many may go, none stays.
    tx.run(&LETTERS, args![format!("%\"to\":{to}%")]).await
}

/// Failed first, then what is under way, then the rest.
///
/// # Errors
/// The database does not answer.
pub async fn latest(src: &impl Reads, limit: i64) -> Result<Vec<Job>, StoreError> {
    src.all(&LATEST, args![limit]).await
}

/// How many jobs are in a state.
///
/// # Errors
/// The database does not answer.
pub async fn count(src: &impl Reads, state: &str) -> Result<i64, StoreError> {
    src.one(&COUNT, args![state]).await
}
