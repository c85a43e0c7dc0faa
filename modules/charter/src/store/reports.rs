//! What signatories report each year.

use arpent_commons::domain::contribution::ModerationGround;
use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use uuid::Uuid;

use crate::domain::balance::Told;
use crate::domain::charter::{Charter, Version};
use crate::domain::report::Report;
use crate::domain::signature::Signature;

/// What every list of reports reads.
macro_rules! reported {
    () => {
        "SELECT r.id, r.signature, r.item, i.text AS action, r.year, r.text, r.place, r.quantity, r.unit, r.photo, r.photo_alt,
         r.at, r.hidden_ground, r.hidden_why FROM charter_report r JOIN charter_signature s ON s.id = r.signature
         JOIN charter_item i ON i.version = s.version AND i.item = r.item"
    };
}

statements! {
    ADD = "INSERT INTO charter_report (id, signature, item, year, text, place, quantity, unit, photo, photo_alt, person,
           submission, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    SENT = "SELECT id AS value FROM charter_report WHERE submission = $1";
    OF_SIGNATURE = concat!(reported!(), " WHERE r.signature = $1 ORDER BY r.year DESC, i.position, r.at");
    OF_PERSON = concat!(reported!(), " WHERE r.person = $1 ORDER BY r.at");
    /// Signatures that count, of a version, with nothing reported about a year.
    SILENT = "SELECT s.id AS value FROM charter_signature s WHERE s.version = $1 AND s.state = 'signed'
              AND s.withdrawn_on IS NULL AND s.signed_on <= $3 AND NOT EXISTS (SELECT 1 FROM charter_report r WHERE r.signature = s.id AND r.year = $2) ORDER BY s.id";
    BY_ID = concat!(reported!(), " WHERE r.id = $1");
    MODERATE = "UPDATE charter_report SET hidden_ground = $2, hidden_why = $3 WHERE id = $1";
    OF_PHOTO = concat!(reported!(), " WHERE r.photo = $1");
    /// What was reported in a charter and may be read, the words of its latest version last.
    TOLD = "SELECT r.item, i.text AS action, r.year, r.unit, r.quantity,
            COALESCE(s.organisation, s.person, s.id) AS signatory FROM charter_report r
            JOIN charter_signature s ON s.id = r.signature JOIN charter_version v ON v.id = s.version
            JOIN charter_item i ON i.version = s.version AND i.item = r.item
            WHERE v.charter = $1 AND r.hidden_ground IS NULL ORDER BY v.number, i.position, r.at, r.id";
    /// Signatories that count in a version.
    TELLERS = "SELECT COUNT(DISTINCT COALESCE(s.organisation, s.person, s.id)) AS value FROM charter_signature s
            WHERE s.version = $1 AND s.state = 'signed' AND s.withdrawn_on IS NULL
            AND EXISTS (SELECT 1 FROM charter_report r WHERE r.signature = s.id AND r.year = $2)";
    ERASE = "UPDATE charter_report SET person = NULL WHERE person = $1";
}

impl FromRow for Report {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let (ground, why): (Option<String>, String) = (row.get("hidden_ground")?, row.get("hidden_why")?);
        Ok(Self {
            id: row.get("id")?,
            signature: row.get("signature")?,
            item: row.get("item")?,
            action: row.get("action")?,
            year: row.get("year")?,
            text: row.get("text")?,
            place: row.get("place")?,
            quantity: row.get("quantity")?,
            unit: row.get("unit")?,
            photo: row.get("photo")?,
            photo_alt: row.get("photo_alt")?,
            at: row.get("at")?,
            hidden: ground.as_deref().and_then(ModerationGround::parse).map(|ground| (ground, why)),
        })
    }
}

pub(crate) async fn add(tx: &Tx, report: &Report, submission: &str) -> Result<(), StoreError> {
    let row = args![
        report.id,
        report.signature,
        report.item,
        report.year,
        &report.text,
        &report.place,
        report.quantity,
        &report.unit,
        report.photo,
        &report.photo_alt,
        tx.author.person,
        submission,
        report.at
    ];
    tx.run(&ADD, row).await.map(drop)
}

/// The report already made of the same form.
pub(crate) async fn sent(src: &impl Reads, submission: &str) -> Result<Option<Id<Report>>, StoreError> {
    src.maybe(&SENT, args![submission]).await
}

/// What a signatory reported, the latest year first.
///
/// # Errors
/// The database does not answer.
pub async fn of_signature(src: &impl Reads, id: Id<Signature>) -> Result<Vec<Report>, StoreError> {
    src.all(&OF_SIGNATURE, args![id]).await
}

/// Those a person wrote, for her export.
pub(crate) async fn of_person(src: &impl Reads, person: Id<Person>) -> Result<Vec<Report>, StoreError> {
    src.all(&OF_PERSON, args![person]).await
}

/// Signatures given by the end of a year, of which nothing is known about it.
pub(crate) async fn silent(
    src: &impl Reads,
    version: Id<Version>,
    year: i64,
) -> Result<Vec<Id<Signature>>, StoreError> {
    src.all(&SILENT, args![version, year, format!("{year}-12-31")]).await
}

/// A report.
///
/// # Errors
/// The database does not answer.
pub async fn by_id(src: &impl Reads, id: Id<Report>) -> Result<Option<Report>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}

/// The report whose photograph it is.
pub(crate) async fn of_photo(src: &impl Reads, photo: Uuid) -> Result<Option<Report>, StoreError> {
    src.maybe(&OF_PHOTO, args![photo]).await
}

/// Hides a report, or shows it again.
pub(crate) async fn moderate(
    tx: &Tx,
    id: Id<Report>,
    hidden: Option<ModerationGround>,
    why: &str,
) -> Result<(), StoreError> {
    tx.run(&MODERATE, args![id, hidden.map(ModerationGround::code), why]).await.map(drop)
}

impl FromRow for Told {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            item: row.get("item")?,
            action: row.get("action")?,
            year: row.get("year")?,
            unit: row.get("unit")?,
            quantity: row.get("quantity")?,
            signatory: row.get("signatory")?,
        })
    }
}

/// What was reported in a charter, whatever the version, for its balance.
///
/// # Errors
/// The database does not answer.
pub async fn told(src: &impl Reads, charter: Id<Charter>) -> Result<Vec<Told>, StoreError> {
    src.all(&TOLD, args![charter]).await
}

/// How many signatories of a version reported about a year.
pub(crate) async fn tellers(src: &impl Reads, version: Id<Version>, year: i64) -> Result<i64, StoreError> {
    src.one(&TELLERS, args![version, year]).await
}

/// The report stays the organisation's; the hand that wrote it goes.
pub(crate) async fn erase(tx: &Tx, person: Id<Person>) -> Result<u64, StoreError> {
    tx.run(&ERASE, args![person]).await
}
