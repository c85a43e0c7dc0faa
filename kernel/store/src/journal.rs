//! The append-only journal, chained by SHA-256 so that a changed, removed or inserted line shows.

use arpent_core::Event;
use arpent_core::digest::sha256;
use serde_json::{Map, Value as Json};
use uuid::Uuid;

use crate::db::{Db, Engine, Reads};
use crate::error::StoreError;
use crate::tx::Tx;
use crate::value::{FromRow, Row};
use crate::{args, statements};

/// Lines read at a time when verifying: memory stays flat whatever the length.
const PAGE: i64 = 2_000;
/// Faults listed before giving up: beyond, the journal is not this one.
const MOST_FAULTS: usize = 100;

statements! {
    HEAD = "SELECT seq, hash FROM journal_head WHERE one = 1";
    SERIALISE = "SELECT 1 AS value", postgres: "SELECT 1 AS value FROM pg_advisory_xact_lock(7274001)";
    APPEND = "INSERT INTO journal (seq, at, actor, role, kind, subject_kind, subject, initiative, details, previous, hash)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    MOVE_HEAD = "UPDATE journal_head SET seq = $1, hash = $2 WHERE one = 1";
    AFTER = "SELECT seq, at, actor, role, kind, subject_kind, subject, initiative, details, previous, hash
             FROM journal WHERE seq > $1 ORDER BY seq LIMIT $2";
    BEFORE = "SELECT seq, at, actor, role, kind, subject_kind, subject, initiative, details, previous, hash
              FROM journal WHERE seq < $1 AND (subject = $2 OR $2 IS NULL) ORDER BY seq DESC LIMIT $3";
    OF_ACTOR = "SELECT seq, at, actor, role, kind, subject_kind, subject, initiative, details, previous, hash
                FROM journal WHERE actor = $1 ORDER BY seq";
    KINDS = "SELECT DISTINCT kind AS value FROM journal ORDER BY kind";
}

/// One line of the journal.
#[derive(Debug, Clone)]
pub struct Line {
    /// Number, without a gap.
    pub seq: i64,
    /// When.
    pub at: jiff::Timestamp,
    /// Who; `None` for the public and the machine.
    pub actor: Option<Uuid>,
    /// As whom.
    pub role: String,
    /// What.
    pub kind: String,
    /// To what kind of record.
    pub subject_kind: String,
    /// To which one.
    pub subject: Uuid,
    /// In which démarche.
    pub initiative: Option<Uuid>,
    /// Codes and ids, as a JSON object.
    pub details: String,
    previous: String,
    /// SHA-256 of the line and of the one before.
    pub hash: String,
}

impl FromRow for Line {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            seq: row.get("seq")?,
            at: row.get("at")?,
            actor: row.get("actor")?,
            role: row.get("role")?,
            kind: row.get("kind")?,
            subject_kind: row.get("subject_kind")?,
            subject: row.get("subject")?,
            initiative: row.get("initiative")?,
            details: row.get("details")?,
            previous: row.get("previous")?,
            hash: row.get("hash")?,
        })
    }
}

impl Line {
    fn computed_hash(&self) -> String {
        let id = |id: Option<Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
        // U+001F never occurs in codes, ids or escaped JSON: no two lines give the same text.
        let text = [
            self.seq.to_string(),
            self.at.as_microsecond().to_string(),
            id(self.actor),
            self.role.clone(),
            self.kind.clone(),
            self.subject_kind.clone(),
            self.subject.to_string(),
            id(self.initiative),
            self.details.clone(),
            self.previous.clone(),
        ]
        .join("\u{1f}");
        sha256(text)
    }
}

struct Head {
    seq: i64,
    hash: String,
}

impl FromRow for Head {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { seq: row.get("seq")?, hash: row.get("hash")? })
    }
}

/// Appends events inside the transaction that made them true.
pub(crate) async fn append(tx: &Tx, events: &[Event]) -> Result<(), StoreError> {
    if tx.engine() == Engine::Postgres {
        // Numbers follow the order of commits: writers of other processes wait here, for the length of a commit.
        tx.rows(&SERIALISE, args![]).await?;
    }
    let mut head: Head = tx.one(&HEAD, args![]).await?;
    for event in events {
        let line = line_after(&head, tx, event);
        tx.run(
            &APPEND,
            args![
                line.seq,
                line.at,
                line.actor,
                &line.role,
                &line.kind,
                &line.subject_kind,
                line.subject,
                line.initiative,
                &line.details,
                &line.previous,
                &line.hash
            ],
        )
        .await?;
        head = Head { seq: line.seq, hash: line.hash };
    }
    tx.run(&MOVE_HEAD, args![head.seq, &head.hash]).await?;
    Ok(())
}

fn line_after(head: &Head, tx: &Tx, event: &Event) -> Line {
    let details: Map<String, Json> =
        event.details.iter().map(|(key, value)| ((*key).to_owned(), Json::String(value.clone()))).collect();
    let mut line = Line {
        seq: head.seq + 1,
        at: tx.author.at,
        actor: tx.author.person.map(arpent_core::Id::uuid),
        role: tx.author.role.to_owned(),
        kind: event.kind.to_owned(),
        subject_kind: event.subject.kind.to_owned(),
        subject: event.subject.id,
        initiative: event.initiative,
        details: Json::Object(details).to_string(),
        previous: head.hash.clone(),
        hash: String::new(),
    };
    line.hash = line.computed_hash();
    line
}

/// What a verification found wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The content of a line no longer gives its hash.
    Changed(i64),
    /// Lines are missing between two numbers.
    Removed {
        /// First missing number.
        from: i64,
        /// Last missing number.
        to: i64,
    },
    /// A line does not follow the one before: it was put there, or the one before was replaced.
    Inserted(i64),
    /// The journal ends before its recorded head: its tail was cut.
    CutAfter {
        /// Last number present.
        last: i64,
        /// Number of the recorded head.
        head: i64,
    },
    /// The recorded head is not the last line's hash.
    HeadReplaced,
}

/// The result of a verification.
#[derive(Debug, Clone, Default)]
pub struct Verification {
    /// Lines read.
    pub lines: i64,
    /// Hash of the last line, to keep elsewhere as a proof.
    pub head: String,
    /// What is wrong; empty when the chain holds.
    pub faults: Vec<Fault>,
}

/// Walks the whole chain.
///
/// # Errors
/// The database does not answer.
pub async fn verify(db: &Db) -> Result<Verification, StoreError> {
    let mut found = Verification::default();
    let mut last = Head { seq: 0, hash: String::new() };
    loop {
        let lines: Vec<Line> = db.all(&AFTER, args![last.seq, PAGE]).await?;
        for line in &lines {
            check(line, &last, &mut found);
            last = Head { seq: line.seq, hash: line.hash.clone() };
        }
        if lines.is_empty() || found.faults.len() >= MOST_FAULTS {
            break;
        }
    }
    let head: Head = db.one(&HEAD, args![]).await?;
    if last.seq < head.seq {
        found.faults.push(Fault::CutAfter { last: last.seq, head: head.seq });
    } else if head.hash != last.hash {
        found.faults.push(Fault::HeadReplaced);
    }
    found.head = last.hash;
    Ok(found)
}

fn check(line: &Line, last: &Head, found: &mut Verification) {
    found.lines += 1;
    if line.seq != last.seq + 1 {
        found.faults.push(Fault::Removed { from: last.seq + 1, to: line.seq - 1 });
    } else if line.previous != last.hash {
        found.faults.push(Fault::Inserted(line.seq));
    }
    if line.computed_hash() != line.hash {
        found.faults.push(Fault::Changed(line.seq));
    }
}

/// Lines before a number, latest first, of one record or of all.
///
/// # Errors
/// The database does not answer.
pub async fn before(src: &impl Reads, seq: i64, subject: Option<Uuid>, limit: i64) -> Result<Vec<Line>, StoreError> {
    src.all(&BEFORE, args![seq, subject, limit]).await
}

/// Every line a person wrote, for the export of her data.
///
/// # Errors
/// The database does not answer.
pub async fn of_actor(src: &impl Reads, person: Uuid) -> Result<Vec<Line>, StoreError> {
    src.all(&OF_ACTOR, args![person]).await
}

/// Kinds of events present, for the test that compares them with the manifests.
///
/// # Errors
/// The database does not answer.
pub async fn kinds(src: &impl Reads) -> Result<Vec<String>, StoreError> {
    src.all(&KINDS, args![]).await
}
