//! Signatures and what they chose.

use arpent_commons::domain::people::{Organisation, Power};
use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use arpent_web::DataSubject;
use jiff::civil::Date;

use crate::domain::charter::{Charter, Version};
use crate::domain::signature::{Signature, SignatureState};
use crate::domain::sub::{Item, SignatoryKind, SubCharter};

/// What every list of signatures reads.
macro_rules! signed {
    () => {
        "SELECT s.id, s.code, v.charter, s.version, v.number AS version_number, s.sub, u.title AS sub_title, u.kind AS sub_kind,
         s.organisation, o.name AS organisation_name, s.other_name, s.individual, s.person, p.name AS person_name, s.public_name,
         s.signer, s.email, s.proof, s.commitments, s.reservations, s.signed_on, s.withdrawn_on, s.withdrawn_why,
         CASE WHEN s.withdrawn_on IS NULL THEN s.state ELSE 'withdrawn' END AS state
         FROM charter_signature s JOIN charter_version v ON v.id = s.version
         LEFT JOIN charter_sub u ON u.version = s.version AND u.sub = s.sub
         LEFT JOIN organisation o ON o.id = s.organisation LEFT JOIN person p ON p.id = s.person"
    };
}

statements! {
    ADD = "INSERT INTO charter_signature (id, code, version, sub, organisation, other_name, individual, person, public_name,
           signer, email, proof, keyed_by, commitments, reservations, state, signed_on, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)";
    SAVE = "UPDATE charter_signature SET sub = $2, organisation = $3, other_name = $4, individual = $5, public_name = $6,
            commitments = $7, reservations = $8 WHERE id = $1 AND state <> 'signed'";
    SIGN = "UPDATE charter_signature SET state = $2, signed_on = $3 WHERE id = $1 AND state <> 'signed'";
    WITHDRAW = "UPDATE charter_signature SET withdrawn_on = $2, withdrawn_why = $3
                WHERE id = $1 AND state = 'signed' AND withdrawn_on IS NULL";
    BY_ID = concat!(signed!(), " WHERE s.id = $1");
    BY_CODE = concat!(signed!(), " WHERE s.code = $1");
    OF_VERSION = concat!(signed!(), " WHERE s.version = $1
        AND CASE WHEN s.withdrawn_on IS NULL THEN s.state ELSE 'withdrawn' END = $2
        ORDER BY u.position, COALESCE(o.name, s.other_name), s.created_at, s.id");
    OF_PERSON = concat!(signed!(), " WHERE s.person = $1 AND v.charter = $2 ORDER BY s.created_at DESC");
    OF_ORGANISATION = concat!(signed!(), " WHERE s.version = $1 AND s.organisation = $2
        AND s.state = 'signed' AND s.withdrawn_on IS NULL");
    OF_SUBJECT = concat!(signed!(), " WHERE s.person = $1 OR s.email = $2 ORDER BY s.created_at");
    /// An organisation that signs as owner and as manager is one signatory.
    COUNT = "SELECT COUNT(DISTINCT COALESCE(organisation, person, id)) AS value FROM charter_signature
             WHERE version = $1 AND state = 'signed' AND withdrawn_on IS NULL";
    KINDS = "SELECT u.kind, COUNT(DISTINCT COALESCE(s.organisation, s.person, s.id)) AS signatories FROM charter_signature s
             JOIN charter_sub u ON u.version = s.version AND u.sub = s.sub
             WHERE s.version = $1 AND s.state = 'signed' AND s.withdrawn_on IS NULL
             GROUP BY u.kind ORDER BY MIN(u.position)";
    CHOICES = "SELECT item AS value FROM charter_choice WHERE signature = $1";
    CHOSEN_IN = "SELECT c.signature, i.text FROM charter_choice c JOIN charter_signature s ON s.id = c.signature
                 JOIN charter_item i ON i.version = s.version AND i.item = c.item
                 WHERE s.version = $1 AND s.state = 'signed' AND i.kind = 'action' ORDER BY i.position";
    CHOOSE = "INSERT INTO charter_choice (signature, item) VALUES ($1, $2) ON CONFLICT (signature, item) DO NOTHING";
    UNCHOOSE = "DELETE FROM charter_choice WHERE signature = $1";
    /// Whoever may sign for an organisation on a day.
    HOLDERS = "SELECT DISTINCT person AS value FROM mandate WHERE organisation = $1 AND power = $2
               AND from_day <= $3 AND (to_day >= $3 OR to_day IS NULL)";
    FORGET = "DELETE FROM charter_signature WHERE id = $1 AND state <> 'signed'";
    FORGET_DRAFTS = "DELETE FROM charter_signature WHERE person = $1 AND state <> 'signed'";
    FORGET_OWN = "UPDATE charter_signature SET person = NULL, public_name = 0, signer = '', email = NULL, commitments = '',
                  reservations = '', withdrawn_why = '' WHERE individual = 1 AND (person = $1 OR email = $2)";
    FORGET_HAND = "UPDATE charter_signature SET person = NULL, signer = '', email = NULL WHERE person = $1 OR email = $2";
    FORGET_KEYED = "UPDATE charter_signature SET keyed_by = NULL WHERE keyed_by = $1";
}

impl FromRow for Signature {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let kind: Option<String> = row.get("sub_kind")?;
        let (withdrawn, why): (Option<Date>, String) = (row.get("withdrawn_on")?, row.get("withdrawn_why")?);
        Ok(Self {
            id: row.get("id")?,
            code: row.get("code")?,
            charter: row.get("charter")?,
            version: row.get("version")?,
            version_number: row.get("version_number")?,
            sub: row.get("sub")?,
            sub_title: row.get("sub_title")?,
            sub_kind: kind.as_deref().and_then(SignatoryKind::parse),
            organisation: row.get("organisation")?,
            organisation_name: row.get("organisation_name")?,
            other_name: row.get("other_name")?,
            individual: row.get("individual")?,
            person: row.get("person")?,
            person_name: row.get("person_name")?,
            public_name: row.get("public_name")?,
            signer: row.get("signer")?,
            email: row.get("email")?,
            proof: row.get("proof")?,
            commitments: row.get("commitments")?,
            reservations: row.get("reservations")?,
            state: row.parse("state", SignatureState::parse)?,
            signed_on: row.get("signed_on")?,
            withdrawn: withdrawn.map(|on| (on, why)),
        })
    }
}

/// An action that a signature chose, in words.
#[derive(Debug, Clone)]
pub struct Chosen {
    /// The signature.
    pub signature: Id<Signature>,
    /// The action.
    pub text: String,
}

impl FromRow for Chosen {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { signature: row.get("signature")?, text: row.get("text")? })
    }
}

pub(crate) async fn add(tx: &Tx, s: &Signature, keyed_by: Option<Id<Person>>) -> Result<(), StoreError> {
    let row = args![
        s.id,
        &s.code,
        s.version,
        s.sub,
        s.organisation,
        &s.other_name,
        s.individual,
        s.person,
        s.public_name,
        &s.signer,
        s.email.clone(),
        &s.proof,
        keyed_by,
        &s.commitments,
        &s.reservations,
        s.state.code(),
        s.signed_on,
        tx.author.at
    ];
    tx.run(&ADD, row).await.map(drop)
}

/// Keeps what was filled in; `false` once it is signed.
pub(crate) async fn save(tx: &Tx, s: &Signature) -> Result<bool, StoreError> {
    let row =
        args![s.id, s.sub, s.organisation, &s.other_name, s.individual, s.public_name, &s.commitments, &s.reservations];
    Ok(tx.run(&SAVE, row).await? > 0)
}

/// Gives the signature, counted or kept waiting; `false` when it already counts.
pub(crate) async fn sign(tx: &Tx, id: Id<Signature>, state: SignatureState, on: Date) -> Result<bool, StoreError> {
    Ok(tx.run(&SIGN, args![id, state.code(), on]).await? > 0)
}

/// Takes back a signature that counts; `false` when it counts no more.
pub(crate) async fn withdraw(tx: &Tx, id: Id<Signature>, on: Date, why: &str) -> Result<bool, StoreError> {
    Ok(tx.run(&WITHDRAW, args![id, on, why]).await? > 0)
}

/// Forgets a signature that does not count.
pub(crate) async fn forget(tx: &Tx, id: Id<Signature>) -> Result<(), StoreError> {
    tx.run(&FORGET, args![id]).await.map(drop)
}

/// A signature.
///
/// # Errors
/// The database does not answer.
pub async fn by_id(src: &impl Reads, id: Id<Signature>) -> Result<Option<Signature>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}

/// A signature by what its page is known by.
///
/// # Errors
/// The database does not answer.
pub async fn by_code(src: &impl Reads, code: &str) -> Result<Option<Signature>, StoreError> {
    src.maybe(&BY_CODE, args![code]).await
}

/// The signatures of a version in a state, by sub-charter then by name.
///
/// # Errors
/// The database does not answer.
pub async fn of_version(
    src: &impl Reads,
    version: Id<Version>,
    state: SignatureState,
) -> Result<Vec<Signature>, StoreError> {
    src.all(&OF_VERSION, args![version, state.code()]).await
}

/// Those of a person in a charter, the latest first.
pub(crate) async fn of_person(
    src: &impl Reads,
    person: Id<Person>,
    charter: Id<Charter>,
) -> Result<Vec<Signature>, StoreError> {
    src.all(&OF_PERSON, args![person, charter]).await
}

/// Those of an organisation that count in a version.
pub(crate) async fn of_organisation(
    src: &impl Reads,
    version: Id<Version>,
    organisation: Id<Organisation>,
) -> Result<Vec<Signature>, StoreError> {
    src.all(&OF_ORGANISATION, args![version, organisation]).await
}

/// Those of a person, whatever the charter, for her export.
pub(crate) async fn of_subject(src: &impl Reads, subject: &DataSubject) -> Result<Vec<Signature>, StoreError> {
    src.all(&OF_SUBJECT, args![subject.person, subject.email.clone()]).await
}

/// How many signatories a version has.
///
/// # Errors
/// The database does not answer.
pub async fn count(src: &impl Reads, version: Id<Version>) -> Result<i64, StoreError> {
    src.one(&COUNT, args![version]).await
}

/// How many signatories a kind of sub-charter has.
#[derive(Debug, Clone)]
pub(crate) struct OfKind {
    pub kind: SignatoryKind,
    pub signatories: i64,
}

impl FromRow for OfKind {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { kind: row.parse("kind", SignatoryKind::parse)?, signatories: row.get("signatories")? })
    }
}

/// How many signatories a version has, kind by kind.
pub(crate) async fn kinds(src: &impl Reads, version: Id<Version>) -> Result<Vec<OfKind>, StoreError> {
    src.all(&KINDS, args![version]).await
}

/// What a signature chose and accepted.
///
/// # Errors
/// The database does not answer.
pub async fn choices(src: &impl Reads, id: Id<Signature>) -> Result<Vec<Id<Item>>, StoreError> {
    src.all(&CHOICES, args![id]).await
}

/// The actions that the signatures of a version chose, in words.
pub(crate) async fn chosen_in(src: &impl Reads, version: Id<Version>) -> Result<Vec<Chosen>, StoreError> {
    src.all(&CHOSEN_IN, args![version]).await
}

/// Replaces what a signature chose.
pub(crate) async fn choose(tx: &Tx, id: Id<Signature>, items: &[Id<Item>]) -> Result<(), StoreError> {
    tx.run(&UNCHOOSE, args![id]).await?;
    for item in items {
        tx.run(&CHOOSE, args![id, *item]).await?;
    }
    Ok(())
}

/// Whoever may sign for an organisation on a day.
pub(crate) async fn holders(
    src: &impl Reads,
    organisation: Id<Organisation>,
    day: Date,
) -> Result<Vec<Id<Person>>, StoreError> {
    src.all(&HOLDERS, args![organisation, Power::Sign.code(), day]).await
}

/// What was counted stays counted, without her name or her words; what was not is forgotten.
pub(crate) async fn erase(tx: &Tx, subject: &DataSubject) -> Result<u64, StoreError> {
    let mut changed = 0;
    if let Some(person) = subject.person {
        changed += tx.run(&FORGET_DRAFTS, args![person]).await?;
        changed += tx.run(&FORGET_KEYED, args![person]).await?;
    }
    for statement in [&FORGET_OWN, &FORGET_HAND] {
        changed += tx.run(statement, args![subject.person, subject.email.clone()]).await?;
    }
    Ok(changed)
}

/// The sub-charter a signature is about, among those of its version.
pub(crate) fn sub_of<'a>(signature: &Signature, subs: &'a [SubCharter]) -> Option<&'a SubCharter> {
    subs.iter().find(|sub| Some(sub.id) == signature.sub)
}
