//! Rows of people, accounts, sessions and grants.

use arpent_core::permission::Person;
use arpent_core::{Grant, Id, Role, Scope};
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::Timestamp;
use uuid::Uuid;

use super::{Account, Session};

statements! {
    ADD_PERSON = "INSERT INTO person (id, name, created_at) VALUES ($1, $2, $3)";
    ERASE_PERSON = "UPDATE person SET name = '', erased_at = $2 WHERE id = $1";
    NAME = "SELECT name AS value FROM person WHERE id = $1";
    RENAME = "UPDATE person SET name = $2 WHERE id = $1";
    ADD_ACCOUNT = "INSERT INTO account (id, person, email, language, created_at) VALUES ($1, $2, $3, $4, $5)";
    ACCOUNT_BY_EMAIL = "SELECT a.id, a.person, a.email, a.password_hash, a.language, a.created_at, p.name FROM account a
        JOIN person p ON p.id = a.person WHERE a.email = $1 AND a.disabled_at IS NULL";
    ACCOUNT_OF = "SELECT a.id, a.person, a.email, a.password_hash, a.language, a.created_at, p.name FROM account a
        JOIN person p ON p.id = a.person WHERE a.person = $1 AND a.disabled_at IS NULL";
    ACCOUNTS = "SELECT a.id, a.person, a.email, a.password_hash, a.language, a.created_at, p.name FROM account a
        JOIN person p ON p.id = a.person WHERE a.disabled_at IS NULL
        AND (LOWER(p.name) LIKE $1 OR a.email LIKE $1) ORDER BY p.name, a.id LIMIT $2 OFFSET $3";
    REMOVE_LINKS = "DELETE FROM login_link WHERE email IN (SELECT email FROM account WHERE person = $1)";
    REMOVE_ACCOUNT = "DELETE FROM account WHERE person = $1";
    SET_PASSWORD = "UPDATE account SET password_hash = $2 WHERE id = $1";
    ADD_SESSION = "INSERT INTO session (id, account, secret_hash, device, created_at, seen_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $5, $6)";
    OPEN_SESSION = "SELECT s.id, s.device, s.created_at, s.seen_at, s.expires_at, a.id AS account, a.person, a.email, p.name
        FROM session s JOIN account a ON a.id = s.account JOIN person p ON p.id = a.person
        WHERE s.secret_hash = $1 AND s.expires_at > $2 AND a.disabled_at IS NULL";
    SESSIONS = "SELECT s.id, s.device, s.created_at, s.seen_at, s.expires_at, a.id AS account, a.person, a.email, p.name
        FROM session s JOIN account a ON a.id = s.account JOIN person p ON p.id = a.person
        WHERE a.person = $1 ORDER BY s.seen_at DESC";
    SEEN = "UPDATE session SET seen_at = $2 WHERE id = $1";
    REVOKE = "DELETE FROM session WHERE id = $1 AND account IN (SELECT id FROM account WHERE person = $2)";
    REVOKE_OTHERS = "DELETE FROM session WHERE account = $1 AND id <> $2";
    FORGET_SESSIONS = "DELETE FROM session WHERE expires_at < $1";
    ADD_LINK = "INSERT INTO login_link (secret_hash, email, created_at, expires_at) VALUES ($1, $2, $3, $4)";
    LINK = "SELECT email AS value FROM login_link WHERE secret_hash = $1 AND expires_at > $2 AND used_at IS NULL";
    USE_LINK = "UPDATE login_link SET used_at = $2 WHERE secret_hash = $1 AND expires_at > $2 AND used_at IS NULL
        RETURNING email AS value";
    FORGET_LINKS = "DELETE FROM login_link WHERE expires_at < $1";
    ADD_GRANT = "INSERT INTO role_grant (id, person, role, scope_kind, scope, from_at, to_at, granted_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    GRANTS = "SELECT id, role, scope_kind, scope, from_at, to_at FROM role_grant WHERE person = $1 ORDER BY from_at, id";
    END_GRANT = "UPDATE role_grant SET to_at = $2 WHERE id = $1 AND (to_at IS NULL OR to_at > $2)";
    REMOVE_GRANTS = "DELETE FROM role_grant WHERE person = $1";
    HOLDERS = "SELECT DISTINCT a.id, a.person, a.email, a.password_hash, a.language, a.created_at, p.name FROM role_grant g
        JOIN account a ON a.person = g.person JOIN person p ON p.id = a.person
        WHERE g.role = $1 AND g.from_at <= $2 AND (g.to_at IS NULL OR g.to_at > $2) ORDER BY p.name";
    COUNT_ACCOUNTS = "SELECT COUNT(*) AS value FROM account a JOIN person p ON p.id = a.person
        WHERE a.disabled_at IS NULL AND (LOWER(p.name) LIKE $1 OR a.email LIKE $1)";
    GRANT_HOLDER = "SELECT person AS value FROM role_grant WHERE id = $1";
}

impl FromRow for Account {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            person: row.get("person")?,
            email: row.get("email")?,
            name: row.get("name")?,
            language: row.get("language")?,
            password_hash: row.get("password_hash")?,
            created_at: row.get("created_at")?,
        })
    }
}

impl FromRow for Session {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            account: row.get("account")?,
            person: row.get("person")?,
            email: row.get("email")?,
            name: row.get("name")?,
            device: row.get("device")?,
            created_at: row.get("created_at")?,
            seen_at: row.get("seen_at")?,
            expires_at: row.get("expires_at")?,
        })
    }
}

/// A grant with its id, for the administrator.
#[derive(Debug, Clone, Copy)]
pub struct StoredGrant {
    /// Its id.
    pub id: Uuid,
    /// The grant.
    pub grant: Grant,
}

impl FromRow for StoredGrant {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let scope: Option<Uuid> = row.get("scope")?;
        let kind: String = row.get("scope_kind")?;
        let scope = match (kind.as_str(), scope) {
            ("initiative", Some(id)) => Scope::Initiative(id),
            ("organisation", Some(id)) => Scope::Organisation(id),
            ("instance", None) => Scope::Instance,
            _ => {
                return Err(StoreError::Unreadable { column: "scope_kind".into(), value: kind });
            }
        };
        let grant =
            Grant { role: row.parse("role", Role::parse)?, scope, from: row.get("from_at")?, to: row.get("to_at")? };
        Ok(Self { id: row.get("id")?, grant })
    }
}

pub(super) async fn add_person(tx: &Tx, id: Id<Person>, name: &str) -> Result<(), StoreError> {
    tx.run(&ADD_PERSON, args![id, name, tx.author.at]).await.map(drop)
}

pub(super) async fn erase_person(tx: &Tx, id: Id<Person>) -> Result<u64, StoreError> {
    let links = tx.run(&REMOVE_LINKS, args![id]).await?;
    let account = tx.run(&REMOVE_ACCOUNT, args![id]).await?;
    let grants = tx.run(&REMOVE_GRANTS, args![id]).await?;
    Ok(links + account + grants + tx.run(&ERASE_PERSON, args![id, tx.author.at]).await?)
}

/// The name of a person; empty once erased.
///
/// # Errors
/// The database does not answer.
pub async fn name(src: &impl Reads, id: Id<Person>) -> Result<Option<String>, StoreError> {
    src.maybe(&NAME, args![id]).await
}

pub(super) async fn rename(tx: &Tx, id: Id<Person>, name: &str) -> Result<(), StoreError> {
    tx.run(&RENAME, args![id, name]).await.map(drop)
}

pub(super) async fn add_account(
    tx: &Tx,
    (id, person): (Uuid, Id<Person>),
    email: &str,
    language: &str,
) -> Result<(), StoreError> {
    tx.run(&ADD_ACCOUNT, args![id, person, email, language, tx.author.at]).await.map(drop)
}

/// An account in use, by its e-mail.
///
/// # Errors
/// The database does not answer.
pub async fn account_by_email(src: &impl Reads, email: &str) -> Result<Option<Account>, StoreError> {
    src.maybe(&ACCOUNT_BY_EMAIL, args![email]).await
}

/// The account of a person, if she has one.
///
/// # Errors
/// The database does not answer.
pub async fn account_of(src: &impl Reads, person: Id<Person>) -> Result<Option<Account>, StoreError> {
    src.maybe(&ACCOUNT_OF, args![person]).await
}

/// Accounts in use whose name or address holds `words`, by name.
///
/// # Errors
/// The database does not answer.
pub async fn accounts(src: &impl Reads, words: &str, (limit, offset): (i64, i64)) -> Result<Vec<Account>, StoreError> {
    src.all(&ACCOUNTS, args![holding(words), limit, offset]).await
}

/// How many accounts are in use whose name or address holds `words`.
///
/// # Errors
/// The database does not answer.
pub async fn count_accounts(src: &impl Reads, words: &str) -> Result<i64, StoreError> {
    src.one(&COUNT_ACCOUNTS, args![holding(words)]).await
}

/// A pattern of `LIKE`: the signs that would match anything are taken as nothing.
fn holding(words: &str) -> String {
    format!("%{}%", words.trim().to_lowercase().replace(['%', '_', '\\'], ""))
}

/// The person who holds a grant.
pub(crate) async fn grant_holder(src: &impl Reads, grant: Uuid) -> Result<Option<Id<Person>>, StoreError> {
    src.maybe(&GRANT_HOLDER, args![grant]).await
}

/// Accounts of the people who hold a role now.
///
/// # Errors
/// The database does not answer.
pub async fn holders(src: &impl Reads, role: Role, now: Timestamp) -> Result<Vec<Account>, StoreError> {
    src.all(&HOLDERS, args![role.code(), now]).await
}

pub(super) async fn set_password(tx: &Tx, account: Uuid, hash: &str) -> Result<(), StoreError> {
    tx.run(&SET_PASSWORD, args![account, hash]).await.map(drop)
}

pub(super) async fn add_session(
    tx: &Tx,
    (id, account): (Uuid, Uuid),
    secret_hash: &str,
    device: &str,
    expires_at: Timestamp,
) -> Result<(), StoreError> {
    tx.run(&ADD_SESSION, args![id, account, secret_hash, device, tx.author.at, expires_at]).await.map(drop)
}

pub(super) async fn open_session(
    src: &impl Reads,
    secret_hash: &str,
    now: Timestamp,
) -> Result<Option<Session>, StoreError> {
    src.maybe(&OPEN_SESSION, args![secret_hash, now]).await
}

/// The open sessions of a person, latest first.
///
/// # Errors
/// The database does not answer.
pub async fn sessions(src: &impl Reads, person: Id<Person>) -> Result<Vec<Session>, StoreError> {
    src.all(&SESSIONS, args![person]).await
}

pub(super) async fn seen(tx: &Tx, session: Uuid) -> Result<(), StoreError> {
    tx.run(&SEEN, args![session, tx.author.at]).await.map(drop)
}

pub(super) async fn revoke(tx: &Tx, session: Uuid, person: Id<Person>) -> Result<u64, StoreError> {
    tx.run(&REVOKE, args![session, person]).await
}

pub(super) async fn revoke_others(tx: &Tx, account: Uuid, kept: Uuid) -> Result<u64, StoreError> {
    tx.run(&REVOKE_OTHERS, args![account, kept]).await
}

pub(super) async fn add_link(tx: &Tx, hash: &str, email: &str, expires_at: Timestamp) -> Result<(), StoreError> {
    tx.run(&ADD_LINK, args![hash, email, tx.author.at, expires_at]).await.map(drop)
}

pub(super) async fn link(src: &impl Reads, hash: &str, now: Timestamp) -> Result<Option<String>, StoreError> {
    src.maybe(&LINK, args![hash, now]).await
}

pub(super) async fn use_link(tx: &Tx, hash: &str) -> Result<Option<String>, StoreError> {
    tx.maybe(&USE_LINK, args![hash, tx.author.at]).await
}

pub(super) async fn forget_expired(tx: &Tx) -> Result<(), StoreError> {
    tx.run(&FORGET_SESSIONS, args![tx.author.at]).await?;
    tx.run(&FORGET_LINKS, args![tx.author.at]).await.map(drop)
}

pub(super) async fn add_grant(tx: &Tx, id: Uuid, person: Id<Person>, grant: &Grant) -> Result<(), StoreError> {
    let (kind, scope) = match grant.scope {
        Scope::Initiative(id) => ("initiative", Some(id)),
        Scope::Organisation(id) => ("organisation", Some(id)),
        Scope::Instance | Scope::Anywhere => ("instance", None),
    };
    let by = tx.author.person.map(Id::uuid);
    tx.run(&ADD_GRANT, args![id, person, grant.role.code(), kind, scope, grant.from, grant.to, by]).await.map(drop)
}

pub(super) async fn end_grant(tx: &Tx, id: Uuid) -> Result<u64, StoreError> {
    tx.run(&END_GRANT, args![id, tx.author.at]).await
}

/// Every grant a person had or has.
///
/// # Errors
/// The database does not answer.
pub async fn grants(src: &impl Reads, person: Id<Person>) -> Result<Vec<StoredGrant>, StoreError> {
    src.all(&GRANTS, args![person]).await
}
