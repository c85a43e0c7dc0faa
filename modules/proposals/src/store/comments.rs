//! Comments.

use arpent_commons::domain::contribution::{Contribution, ModerationGround};
use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};

use crate::domain::comment::{Alignment, Comment, CommentState};

statements! {
    ADD = "INSERT INTO proposals_comment (id, contribution, reply_to, person, alignment, text, submission, state, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, 'published', $8)";
    SENT = "SELECT id AS value FROM proposals_comment WHERE submission = $1";
    BY_ID = "SELECT k.id, k.contribution, k.reply_to, k.person, p.name AS author, k.alignment, k.text, k.state, k.reason,
             k.created_at FROM proposals_comment k LEFT JOIN person p ON p.id = k.person WHERE k.id = $1";
    OF = "SELECT k.id, k.contribution, k.reply_to, k.person, p.name AS author, k.alignment, k.text, k.state, k.reason,
          k.created_at FROM proposals_comment k LEFT JOIN person p ON p.id = k.person
          WHERE k.contribution = $1 ORDER BY k.created_at, k.id";
    OF_PERSON = "SELECT k.id, k.contribution, k.reply_to, k.person, NULL AS author, k.alignment, k.text, k.state, k.reason,
          k.created_at FROM proposals_comment k WHERE k.person = $1 ORDER BY k.created_at, k.id",
        postgres: "SELECT k.id, k.contribution, k.reply_to, k.person, CAST(NULL AS TEXT) AS author, k.alignment, k.text,
          k.state, k.reason, k.created_at FROM proposals_comment k WHERE k.person = $1 ORDER BY k.created_at, k.id";
    COUNT = "SELECT COUNT(*) AS value FROM proposals_comment WHERE contribution = $1 AND state = 'published'";
    SET_STATE = "UPDATE proposals_comment SET state = $2, ground = $3, reason = $4 WHERE id = $1 AND state <> $2";
    ERASE = "UPDATE proposals_comment SET person = NULL WHERE person = $1";
}

impl FromRow for Comment {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            contribution: row.get("contribution")?,
            reply_to: row.get("reply_to")?,
            person: row.get("person")?,
            author: row.get("author")?,
            alignment: row.parse("alignment", Alignment::parse)?,
            text: row.get("text")?,
            state: row.parse("state", CommentState::parse)?,
            reason: row.get("reason")?,
            created_at: row.get("created_at")?,
        })
    }
}

pub(crate) async fn add(tx: &Tx, comment: &Comment, submission: &str) -> Result<(), StoreError> {
    let row = args![
        comment.id,
        comment.contribution,
        comment.reply_to,
        comment.person,
        comment.alignment.code(),
        &comment.text,
        submission,
        comment.created_at
    ];
    tx.run(&ADD, row).await.map(drop)
}

/// The comment already made of the same form.
pub(crate) async fn sent(src: &impl Reads, submission: &str) -> Result<Option<Id<Comment>>, StoreError> {
    src.maybe(&SENT, args![submission]).await
}

/// A comment.
pub(crate) async fn by_id(src: &impl Reads, id: Id<Comment>) -> Result<Option<Comment>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}

/// Every comment of a contribution, whatever its state, oldest first.
pub(crate) async fn of(src: &impl Reads, contribution: Id<Contribution>) -> Result<Vec<Comment>, StoreError> {
    src.all(&OF, args![contribution]).await
}

/// Every comment of a person, for her export.
pub(crate) async fn of_person(src: &impl Reads, person: Id<Person>) -> Result<Vec<Comment>, StoreError> {
    src.all(&OF_PERSON, args![person]).await
}

/// How many comments readers see.
pub(crate) async fn count(src: &impl Reads, contribution: Id<Contribution>) -> Result<i64, StoreError> {
    src.one(&COUNT, args![contribution]).await
}

/// Changes what readers see; `false` when it is already so.
pub(crate) async fn set_state(
    tx: &Tx,
    id: Id<Comment>,
    state: CommentState,
    why: Option<(ModerationGround, &str)>,
) -> Result<bool, StoreError> {
    let row = args![id, state.code(), why.map(|(ground, _)| ground.code()), why.map(|(_, reason)| reason)];
    Ok(tx.run(&SET_STATE, row).await? > 0)
}

/// The words stay: others replied to them. The name goes.
pub(crate) async fn erase(tx: &Tx, person: Id<Person>) -> Result<u64, StoreError> {
    tx.run(&ERASE, args![person]).await
}
