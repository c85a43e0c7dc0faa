//! Who signed up for a shift, who consented, who came.

use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use arpent_web::DataSubject;
use jiff::Timestamp;

use crate::domain::shift::Shift;
use crate::domain::volunteer::{Band, ConsentHow, Guardian, SignUpState, Volunteer};

macro_rules! volunteer {
    () => {
        "SELECT id, shift, position, name, email, phone, band, person, code, language, state, consent_code, guardian,
         guardian_email, guardian_phone, consent_how, consented_at, called_at, present_at, created_at FROM worksite_sign_up"
    };
}

/// Nothing of her is left but her seat.
macro_rules! nobody {
    () => {
        "UPDATE worksite_sign_up SET name = '', email = NULL, phone = NULL, person = NULL, guardian = '',
         guardian_email = NULL, guardian_phone = NULL"
    };
}

statements! {
    ADD = "INSERT INTO worksite_sign_up (id, shift, position, name, email, phone, band, person, code, language, submission,
           state, consent_code, guardian, guardian_email, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, '', $14, $15)";
    SENT = concat!(volunteer!(), " WHERE submission = $1");
    BY_ID = concat!(volunteer!(), " WHERE id = $1");
    BY_CODE = concat!(volunteer!(), " WHERE code = $1");
    BY_CONSENT = concat!(volunteer!(), " WHERE consent_code = $1");
    OF_SHIFT = concat!(volunteer!(), " WHERE shift = $1 ORDER BY position");
    WAITING = concat!(volunteer!(), " WHERE shift = $1 AND state = 'waiting' ORDER BY position");
    SET_STATE = "UPDATE worksite_sign_up SET state = $3 WHERE id = $1 AND state = $2";
    CONSENT = "UPDATE worksite_sign_up SET guardian = $2, guardian_phone = $3, consent_how = $4, consented_at = $5
               WHERE id = $1 AND consented_at IS NULL";
    SET_CALLED = "UPDATE worksite_sign_up SET called_at = $2 WHERE id = $1 AND called_at IS NULL";
    SET_PRESENT = "UPDATE worksite_sign_up SET present_at = $2 WHERE id = $1 AND state <> 'cancelled'";
    OF_SUBJECT = concat!(volunteer!(), " WHERE person = $1 OR email = $2 OR guardian_email = $2 ORDER BY created_at");
    // Who erases herself as a guardian leaves the child's seat as it is.
    ERASE_GUARDIAN = "UPDATE worksite_sign_up SET guardian = '', guardian_email = NULL, guardian_phone = NULL
                      WHERE guardian_email = $1";
    ERASE = concat!(nobody!(), " WHERE person = $1 OR email = $2");
    FORGET = concat!(nobody!(), " WHERE id = $1");
    FORGET_ALL = concat!(nobody!(), " WHERE shift = $1 AND (name <> '' OR email IS NOT NULL OR phone IS NOT NULL
        OR person IS NOT NULL OR guardian <> '' OR guardian_email IS NOT NULL OR guardian_phone IS NOT NULL)");
}

impl FromRow for Volunteer {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let (how, at): (Option<String>, Option<Timestamp>) = (row.get("consent_how")?, row.get("consented_at")?);
        Ok(Self {
            id: row.get("id")?,
            shift: row.get("shift")?,
            position: row.get("position")?,
            name: row.get("name")?,
            email: row.get("email")?,
            phone: row.get("phone")?,
            band: row.parse("band", Band::parse)?,
            person: row.get("person")?,
            code: row.get("code")?,
            language: row.get("language")?,
            state: row.parse("state", SignUpState::parse)?,
            consent_code: row.get("consent_code")?,
            guardian: Guardian {
                name: row.get("guardian")?,
                email: row.get("guardian_email")?,
                phone: row.get("guardian_phone")?,
            },
            consent: how.and_then(|how| ConsentHow::parse(&how)).zip(at),
            called_at: row.get("called_at")?,
            present_at: row.get("present_at")?,
            created_at: row.get("created_at")?,
        })
    }
}

pub(crate) async fn add(tx: &Tx, v: &Volunteer, submission: &str) -> Result<(), StoreError> {
    let row = args![
        v.id,
        v.shift,
        v.position,
        &v.name,
        v.email.clone(),
        v.phone.clone(),
        v.band.code(),
        v.person,
        &v.code,
        &v.language,
        submission,
        v.state.code(),
        v.consent_code.clone(),
        v.guardian.email.clone(),
        v.created_at
    ];
    tx.run(&ADD, row).await.map(drop)
}

/// What the same form already gave.
pub(crate) async fn sent(src: &impl Reads, submission: &str) -> Result<Option<Volunteer>, StoreError> {
    src.maybe(&SENT, args![submission]).await
}

pub(crate) async fn by_id(src: &impl Reads, id: Id<Volunteer>) -> Result<Option<Volunteer>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}

/// Whose code it is.
///
/// # Errors
/// The database does not answer.
pub async fn by_code(src: &impl Reads, code: &str) -> Result<Option<Volunteer>, StoreError> {
    src.maybe(&BY_CODE, args![code]).await
}

/// Whose guardian was given this code.
///
/// # Errors
/// The database does not answer.
pub async fn by_consent(src: &impl Reads, code: &str) -> Result<Option<Volunteer>, StoreError> {
    src.maybe(&BY_CONSENT, args![code]).await
}

/// Everyone who signed up for a shift, in the order they came.
///
/// # Errors
/// The database does not answer.
pub async fn of_shift(src: &impl Reads, shift: Id<Shift>) -> Result<Vec<Volunteer>, StoreError> {
    src.all(&OF_SHIFT, args![shift]).await
}

/// Those who wait, in the order they came.
pub(crate) async fn waiting(src: &impl Reads, shift: Id<Shift>) -> Result<Vec<Volunteer>, StoreError> {
    src.all(&WAITING, args![shift]).await
}

/// Goes from one state to another; `false` when it was not in the first one.
pub(crate) async fn become_state(
    tx: &Tx,
    id: Id<Volunteer>,
    (from, to): (SignUpState, SignUpState),
) -> Result<bool, StoreError> {
    Ok(tx.run(&SET_STATE, args![id, from.code(), to.code()]).await? > 0)
}

/// Records a consent; `false` when there was one.
pub(crate) async fn consent(
    tx: &Tx,
    id: Id<Volunteer>,
    how: ConsentHow,
    guardian: &Guardian,
) -> Result<bool, StoreError> {
    let row = args![id, &guardian.name, guardian.phone.clone(), how.code(), tx.author.at];
    Ok(tx.run(&CONSENT, row).await? > 0)
}

/// Notes that she was called; `false` when she had been.
pub(crate) async fn set_called(tx: &Tx, id: Id<Volunteer>) -> Result<bool, StoreError> {
    Ok(tx.run(&SET_CALLED, args![id, tx.author.at]).await? > 0)
}

/// Notes that she came, or takes it back; `false` when she had given her seat back.
pub(crate) async fn set_present(tx: &Tx, id: Id<Volunteer>, at: Option<Timestamp>) -> Result<bool, StoreError> {
    Ok(tx.run(&SET_PRESENT, args![id, at]).await? > 0)
}

pub(crate) async fn of_subject(src: &impl Reads, subject: &DataSubject) -> Result<Vec<Volunteer>, StoreError> {
    src.all(&OF_SUBJECT, args![subject.person, subject.email.clone()]).await
}

/// Her seat stays in the count, without her; a child she consented for keeps hers.
pub(crate) async fn erase(tx: &Tx, subject: &DataSubject) -> Result<u64, StoreError> {
    let guarded = tx.run(&ERASE_GUARDIAN, args![subject.email.clone()]).await?;
    Ok(guarded + tx.run(&ERASE, args![subject.person, subject.email.clone()]).await?)
}

pub(crate) async fn forget(tx: &Tx, id: Id<Volunteer>) -> Result<(), StoreError> {
    tx.run(&FORGET, args![id]).await.map(drop)
}

/// The shift is over since long enough: seats stay counted, nobody is named.
pub(crate) async fn forget_all(tx: &Tx, shift: Id<Shift>) -> Result<u64, StoreError> {
    tx.run(&FORGET_ALL, args![shift]).await
}
