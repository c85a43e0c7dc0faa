//! Who is invited, and the rights to answer, which nothing ties to them.

use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::civil::Date;

use crate::domain::wave::Wave;

statements! {
    ADD = "INSERT INTO barometer_invitation (id, wave, population, stratum, email, name, language, reminders, answered)
           VALUES ($1, $2, $3, $4, $5, $6, $7, 0, 0) ON CONFLICT (wave, email) DO NOTHING";
    TO_SEND = "SELECT id, wave, population, stratum, email, name, language, sent_on, reminders, reminded_on, answered, bounced
               FROM barometer_invitation WHERE wave = $1 AND sent_on IS NULL AND email IS NOT NULL AND bounced IS NULL
               ORDER BY id LIMIT $2";
    TO_REMIND = "SELECT id, wave, population, stratum, email, name, language, sent_on, reminders, reminded_on, answered,
                 bounced FROM barometer_invitation WHERE wave = $1 AND sent_on IS NOT NULL AND answered = 0
                 AND email IS NOT NULL AND bounced IS NULL AND (reminded_on IS NULL OR reminded_on < $2) AND sent_on < $2
                 ORDER BY id LIMIT $3";
    OF_WAVE = "SELECT id, wave, population, stratum, email, name, language, sent_on, reminders, reminded_on, answered, bounced
               FROM barometer_invitation WHERE wave = $1 ORDER BY name, id LIMIT $2";
    OF_EMAIL = "SELECT id, wave, population, stratum, email, name, language, sent_on, reminders, reminded_on, answered,
                bounced FROM barometer_invitation WHERE email = $1 ORDER BY id";
    SENT = "UPDATE barometer_invitation SET secret = $2, sent_on = $3 WHERE id = $1";
    REMINDED = "UPDATE barometer_invitation SET secret = $2, reminded_on = $3, reminders = reminders + 1 WHERE id = $1";
    BOUNCED = "UPDATE barometer_invitation SET bounced = $3 WHERE wave = $1 AND email = $2 AND bounced IS NULL";
    RETURNED = "UPDATE barometer_invitation SET bounced = $2 WHERE id = $1";
    TAKE_BACK = "UPDATE barometer_invitation SET secret = NULL, reminded_on = NULL,
                 sent_on = CASE WHEN reminders = 0 THEN NULL ELSE sent_on END,
                 reminders = CASE WHEN reminders = 0 THEN 0 ELSE reminders - 1 END WHERE id = $1";
    BY_SECRET = "SELECT id, wave, population, stratum, email, name, language, sent_on, reminders, reminded_on, answered,
                 bounced FROM barometer_invitation WHERE wave = $1 AND secret = $2";
    MARK = "UPDATE barometer_invitation SET answered = 1 WHERE id = $1";
    // Every invitation already marked is written again with the new ones: the last writing tells them apart no more.
    BLUR = "UPDATE barometer_invitation SET answered = 1 WHERE wave = $1 AND answered = 1";
    COUNTS = "SELECT COUNT(*) AS invited, COALESCE(SUM(CASE WHEN sent_on IS NULL THEN 0 ELSE 1 END), 0) AS sent,
              COALESCE(SUM(answered), 0) AS answered, COALESCE(SUM(CASE WHEN bounced IS NULL THEN 0 ELSE 1 END), 0) AS bounced
              FROM barometer_invitation WHERE wave = $1",
        postgres: "SELECT COUNT(*) AS invited, COALESCE(SUM(CASE WHEN sent_on IS NULL THEN 0 ELSE 1 END), 0)::BIGINT AS sent,
              COALESCE(SUM(answered), 0)::BIGINT AS answered,
              COALESCE(SUM(CASE WHEN bounced IS NULL THEN 0 ELSE 1 END), 0)::BIGINT AS bounced
              FROM barometer_invitation WHERE wave = $1";
    FORGET = "UPDATE barometer_invitation SET email = NULL, name = '', secret = NULL WHERE wave = $1
              AND (email IS NOT NULL OR name <> '' OR secret IS NOT NULL)";
    FORGET_EMAIL = "UPDATE barometer_invitation SET email = NULL, name = '', secret = NULL WHERE email = $1";
    // The number of a row is drawn, as for answers.
    ADD_PASS = "INSERT INTO barometer_pass (rowid, hash, wave, population, stratum)
                VALUES (random() & 9223372036854775807, $1, $2, $3, $4)",
        postgres: "INSERT INTO barometer_pass (hash, wave, population, stratum) VALUES ($1, $2, $3, $4)";
    PASS = "SELECT hash, wave, population, stratum FROM barometer_pass WHERE wave = $1 AND hash = $2";
    SPEND = "DELETE FROM barometer_pass WHERE hash = $1";
    FORGET_PASSES = "DELETE FROM barometer_pass WHERE wave = $1";
}

/// Someone invited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Its id.
    pub id: Id<Invitation>,
    /// To which wave.
    pub wave: Id<Wave>,
    /// In which population.
    pub population: String,
    /// In which stratum.
    pub stratum: Option<String>,
    /// Where; nothing once forgotten.
    pub email: Option<String>,
    /// Her name; empty once forgotten.
    pub name: String,
    /// Language of her letters.
    pub language: String,
    /// The day she was written to.
    pub sent_on: Option<Date>,
    /// How many times she was reminded.
    pub reminders: i64,
    /// The day of the last one.
    pub reminded_on: Option<Date>,
    /// She has answered; what, nobody knows.
    pub answered: bool,
    /// Why her letter came back.
    pub bounced: Option<String>,
}

impl FromRow for Invitation {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            wave: row.get("wave")?,
            population: row.get("population")?,
            stratum: row.get("stratum")?,
            email: row.get("email")?,
            name: row.get("name")?,
            language: row.get("language")?,
            sent_on: row.get("sent_on")?,
            reminders: row.get("reminders")?,
            reminded_on: row.get("reminded_on")?,
            answered: row.get("answered")?,
            bounced: row.get("bounced")?,
        })
    }
}

/// How the invitations of a wave stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// People on the list.
    pub invited: i64,
    /// Written to.
    pub sent: i64,
    /// Who answered, as far as it is marked.
    pub answered: i64,
    /// Whose letter came back.
    pub bounced: i64,
}

impl FromRow for Standing {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            invited: row.get("invited")?,
            sent: row.get("sent")?,
            answered: row.get("answered")?,
            bounced: row.get("bounced")?,
        })
    }
}

/// The right to answer once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pass {
    pub(crate) hash: String,
    pub(crate) wave: Id<Wave>,
    pub(crate) population: String,
    pub(crate) stratum: Option<String>,
}

impl FromRow for Pass {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            hash: row.get("hash")?,
            wave: row.get("wave")?,
            population: row.get("population")?,
            stratum: row.get("stratum")?,
        })
    }
}

/// Puts someone on the list; says whether her address was not there yet.
pub(crate) async fn add(tx: &Tx, one: &Invitation) -> Result<bool, StoreError> {
    let row =
        args![one.id, one.wave, &one.population, one.stratum.clone(), one.email.clone(), &one.name, &one.language];
    Ok(tx.run(&ADD, row).await? > 0)
}

/// Those to write to for the first time.
pub(crate) async fn to_send(src: &impl Reads, wave: Id<Wave>, limit: i64) -> Result<Vec<Invitation>, StoreError> {
    src.all(&TO_SEND, args![wave, limit]).await
}

/// Those who were written to before a day and have not answered.
pub(crate) async fn to_remind(
    src: &impl Reads,
    wave: Id<Wave>,
    today: Date,
    limit: i64,
) -> Result<Vec<Invitation>, StoreError> {
    src.all(&TO_REMIND, args![wave, today, limit]).await
}

/// The list of a wave, by name.
///
/// # Errors
/// The database does not answer.
pub async fn of_wave(src: &impl Reads, wave: Id<Wave>, limit: i64) -> Result<Vec<Invitation>, StoreError> {
    src.all(&OF_WAVE, args![wave, limit]).await
}

/// Those of an address, for the export of her data.
pub(crate) async fn of_email(src: &impl Reads, email: &str) -> Result<Vec<Invitation>, StoreError> {
    src.all(&OF_EMAIL, args![email]).await
}

/// She is written to; `secret` is the hash of her mark.
pub(crate) async fn sent(tx: &Tx, one: Id<Invitation>, secret: &str, day: Date) -> Result<(), StoreError> {
    tx.run(&SENT, args![one, secret, day]).await.map(drop)
}

/// She is reminded, with a new mark: the link of the letter before no longer answers.
pub(crate) async fn reminded(tx: &Tx, one: Id<Invitation>, secret: &str, day: Date) -> Result<(), StoreError> {
    tx.run(&REMINDED, args![one, secret, day]).await.map(drop)
}

/// Her letter came back; says whether the address was on the list.
pub(crate) async fn bounced(tx: &Tx, wave: Id<Wave>, email: &str, why: &str) -> Result<bool, StoreError> {
    Ok(tx.run(&BOUNCED, args![wave, email, why]).await? > 0)
}

/// Her letter could not leave.
pub(crate) async fn returned(tx: &Tx, one: Id<Invitation>, why: &str) -> Result<(), StoreError> {
    tx.run(&RETURNED, args![one, why]).await.map(drop)
}

/// The letter never left: as if it had not been written.
pub(crate) async fn take_back(tx: &Tx, one: Id<Invitation>) -> Result<(), StoreError> {
    tx.run(&TAKE_BACK, args![one]).await.map(drop)
}

/// Whose mark it is.
pub(crate) async fn by_secret(
    src: &impl Reads,
    wave: Id<Wave>,
    secret: &str,
) -> Result<Option<Invitation>, StoreError> {
    src.maybe(&BY_SECRET, args![wave, secret]).await
}

/// Marks several people together as having answered.
pub(crate) async fn mark(tx: &Tx, wave: Id<Wave>, all: &[Id<Invitation>]) -> Result<(), StoreError> {
    for one in all {
        tx.run(&MARK, args![*one]).await?;
    }
    tx.run(&BLUR, args![wave]).await.map(drop)
}

/// How the invitations of a wave stand.
///
/// # Errors
/// The database does not answer.
pub async fn standing(src: &impl Reads, wave: Id<Wave>) -> Result<Standing, StoreError> {
    src.one(&COUNTS, args![wave]).await
}

/// Forgets who was invited to a wave; how many answered stays.
pub(crate) async fn forget(tx: &Tx, wave: Id<Wave>) -> Result<u64, StoreError> {
    tx.run(&FORGET_PASSES, args![wave]).await?;
    tx.run(&FORGET, args![wave]).await
}

/// Forgets someone at her request.
pub(crate) async fn forget_email(tx: &Tx, email: &str) -> Result<u64, StoreError> {
    tx.run(&FORGET_EMAIL, args![email]).await
}

/// Keeps a right to answer.
pub(crate) async fn add_pass(tx: &Tx, pass: &Pass) -> Result<(), StoreError> {
    tx.run(&ADD_PASS, args![&pass.hash, pass.wave, &pass.population, pass.stratum.clone()]).await.map(drop)
}

/// A right to answer.
pub(crate) async fn pass(src: &impl Reads, wave: Id<Wave>, hash: &str) -> Result<Option<Pass>, StoreError> {
    src.maybe(&PASS, args![wave, hash]).await
}

/// Uses it up.
pub(crate) async fn spend(tx: &Tx, hash: &str) -> Result<bool, StoreError> {
    Ok(tx.run(&SPEND, args![hash]).await? > 0)
}
