//! Typed arrows between any two records.

use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use uuid::Uuid;

use crate::codes;

codes! {
    /// What an arrow means, read from its start to its end.
    LinkKind {
        /// An option rests on a contribution or a theme.
        RestsOn = "rests_on",
        /// An answer points at what it refers to.
        Answers = "answers",
        /// A decision chooses an option.
        Chooses = "chooses",
        /// A decision examines an option or an experiment.
        Examines = "examines",
        /// An experiment tests an option.
        Tests = "tests",
        /// A commitment carries out a decision.
        CarriesOut = "carries_out",
        /// A commitment is measured by a metric.
        MeasuredBy = "measured_by",
        /// A record addresses another one.
        Addresses = "addresses",
        /// A record reuses another one.
        Reuses = "reuses",
        /// A version replaces the one before.
        Replaces = "replaces",
        /// A contribution was noted at a meeting.
        NotedAt = "noted_at",
        /// A record came out of a meeting.
        CameFrom = "came_from",
    }
}

statements! {
    PUT = "INSERT INTO link (kind, from_kind, from_id, to_kind, to_id, at) VALUES ($1, $2, $3, $4, $5, $6)
           ON CONFLICT (from_id, kind, to_id) DO NOTHING";
    REMOVE = "DELETE FROM link WHERE from_id = $1 AND kind = $2 AND to_id = $3";
    FROM = "SELECT to_kind AS kind, to_id AS id FROM link WHERE from_id = $1 AND kind = $2 ORDER BY at, to_id";
    TO = "SELECT from_kind AS kind, from_id AS id FROM link WHERE to_id = $1 AND kind = $2 ORDER BY at, from_id";
}

/// One end of an arrow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// Kind of record.
    pub kind: String,
    /// Its id.
    pub id: Uuid,
}

impl FromRow for End {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { kind: row.get("kind")?, id: row.get("id")? })
    }
}

/// Draws an arrow; drawing it again changes nothing.
///
/// # Errors
/// The database does not answer.
pub async fn put(
    tx: &Tx,
    kind: LinkKind,
    from: arpent_core::Subject,
    to: arpent_core::Subject,
) -> Result<(), StoreError> {
    tx.run(&PUT, args![kind.code(), from.kind, from.id, to.kind, to.id, tx.author.at]).await.map(drop)
}

/// Takes an arrow away.
///
/// # Errors
/// The database does not answer.
pub async fn remove(tx: &Tx, kind: LinkKind, from: Uuid, to: Uuid) -> Result<(), StoreError> {
    tx.run(&REMOVE, args![from, kind.code(), to]).await.map(drop)
}

/// Where arrows of a kind lead from a record.
///
/// # Errors
/// The database does not answer.
pub async fn from(src: &impl Reads, id: Uuid, kind: LinkKind) -> Result<Vec<End>, StoreError> {
    src.all(&FROM, args![id, kind.code()]).await
}

/// What arrows of a kind lead to a record.
///
/// # Errors
/// The database does not answer.
pub async fn to(src: &impl Reads, id: Uuid, kind: LinkKind) -> Result<Vec<End>, StoreError> {
    src.all(&TO, args![id, kind.code()]).await
}
