//! What signatories report each year.

use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use uuid::Uuid;

use crate::domain::charter::Version;
use crate::domain::report::Report;
use crate::domain::signature::Signature;

/// What every list of reports reads.
macro_rules! reported {
    () => {
        "SELECT r.id, r.signature, r.item, i.text AS action, r.year, r.text, r.place, r.quantity, r.unit, r.photo, r.photo_alt,
         r.at FROM charter_report r JOIN charter_signature s ON s.id = r.signature
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
    SILENT = "SELECT s.id AS value FROM charter_signature s WHERE s.version = $1 AND s.state = 'signed' AND s.signed_on <= $3
              AND NOT EXISTS (SELECT 1 FROM charter_report r WHERE r.signature = s.id AND r.year = $2) ORDER BY s.id";
    PHOTO = "SELECT COUNT(*) AS value FROM charter_report WHERE photo = $1";
    ERASE = "UPDATE charter_report SET person = NULL WHERE person = $1";
}

impl FromRow for Report {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
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

/// It is a photograph of a report, and of nothing else.
pub(crate) async fn is_photo(src: &impl Reads, photo: Uuid) -> Result<bool, StoreError> {
    Ok(src.one::<i64>(&PHOTO, args![photo]).await? > 0)
}

/// The report stays the organisation's; the hand that wrote it goes.
pub(crate) async fn erase(tx: &Tx, person: Id<Person>) -> Result<u64, StoreError> {
    tx.run(&ERASE, args![person]).await
}
