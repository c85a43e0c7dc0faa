//! Addresses left with what was said, and the code that shows whose they are.

use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use arpent_web::DataSubject;
use jiff::{SignedDuration, Timestamp};

use crate::domain::confirmation::{GOOD_FOR, MOST_A_DAY, PACE, SentCode, TRIES};
use crate::domain::contribution::Contribution;

statements! {
    SEND = "INSERT INTO address_code (contribution, hash, tries, sent_at, letters, since) VALUES ($1, $2, 0, $3, 1, $3)
        ON CONFLICT (contribution) DO UPDATE SET hash = $2, tries = 0, sent_at = $3,
        letters = CASE WHEN address_code.since <= $4 THEN 1 ELSE address_code.letters + 1 END,
        since = CASE WHEN address_code.since <= $4 THEN $3 ELSE address_code.since END
        WHERE address_code.sent_at <= $5 AND (address_code.letters < $6 OR address_code.since <= $4)";
    OF = "SELECT tries, sent_at, letters, since FROM address_code WHERE contribution = $1";
    TRY = "UPDATE address_code SET tries = tries + 1 WHERE contribution = $1 AND tries < $2 AND sent_at > $3
        RETURNING hash AS value";
    FORGET_CODE = "DELETE FROM address_code WHERE contribution = $1";
    CONFIRM = "UPDATE contribution_contact SET confirmed_at = $2
        WHERE contribution = $1 AND email IS NOT NULL AND confirmed_at IS NULL";
    CORRECT = "UPDATE contribution_contact SET email = $2
        WHERE contribution = $1 AND email IS NOT NULL AND confirmed_at IS NULL";
    FORGET = "UPDATE contribution_contact SET email = NULL, confirmed_at = NULL
        WHERE contribution = $1 AND email IS NOT NULL";
    ERASE = "DELETE FROM address_code WHERE contribution IN (SELECT k.contribution FROM contribution_contact k
        JOIN contribution c ON c.id = k.contribution WHERE c.person = $1 OR k.email = $2)";
}

impl FromRow for SentCode {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            tries: row.get("tries")?,
            sent_at: row.get("sent_at")?,
            letters: row.get("letters")?,
            since: row.get("since")?,
        })
    }
}

fn before(now: Timestamp, length: SignedDuration) -> Timestamp {
    now.checked_sub(length).unwrap_or(Timestamp::MIN)
}

/// Keeps the code that leaves now instead of the one before; `false` when too many left already, or one a moment ago
/// unless `at_once`.
pub(crate) async fn send(tx: &Tx, id: Id<Contribution>, hash: &str, at_once: bool) -> Result<bool, StoreError> {
    let now = tx.author.at;
    let not_after = if at_once { now } else { before(now, PACE) };
    let row = args![id, hash, now, before(now, GOOD_FOR), not_after, MOST_A_DAY];
    Ok(tx.run(&SEND, row).await? > 0)
}

/// The last code sent, while its address is not confirmed.
///
/// # Errors
/// The database does not answer.
pub async fn sent(src: &impl Reads, id: Id<Contribution>) -> Result<Option<SentCode>, StoreError> {
    src.maybe(&OF, args![id]).await
}

/// Counts a try and gives what the code must match; nothing when no code is good.
pub(crate) async fn try_code(tx: &Tx, id: Id<Contribution>) -> Result<Option<String>, StoreError> {
    tx.maybe(&TRY, args![id, TRIES, before(tx.author.at, GOOD_FOR)]).await
}

/// Keeps that the address is hers; `false` when it was known already.
pub(crate) async fn confirm(tx: &Tx, id: Id<Contribution>) -> Result<bool, StoreError> {
    tx.run(&FORGET_CODE, args![id]).await?;
    Ok(tx.run(&CONFIRM, args![id, tx.author.at]).await? > 0)
}

/// Another address instead of one that is not confirmed; `false` when it was meanwhile.
pub(crate) async fn correct(tx: &Tx, id: Id<Contribution>, email: &str) -> Result<bool, StoreError> {
    Ok(tx.run(&CORRECT, args![id, email]).await? > 0)
}

/// Forgets the address its author left; what she said stays.
pub(crate) async fn forget(tx: &Tx, id: Id<Contribution>) -> Result<bool, StoreError> {
    tx.run(&FORGET_CODE, args![id]).await?;
    Ok(tx.run(&FORGET, args![id]).await? > 0)
}

/// Erases the codes sent to someone; before her addresses, by which they are found.
pub(crate) async fn erase(tx: &Tx, subject: &DataSubject) -> Result<u64, StoreError> {
    tx.run(&ERASE, args![subject.person, subject.email.clone()]).await
}
