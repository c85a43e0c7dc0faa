//! Contributions and how their authors are told.

use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use arpent_web::DataSubject;
use jiff::Timestamp;
use uuid::Uuid;

pub use super::answers::{answers, unanswered};
pub use super::filter::{Filter, Listed, Order, count, list};
use super::filter::{joined, listed};
pub use super::themes::{ThemeRow, themes};
use crate::domain::contribution::{Channel, Contribution, ContributionState, ModerationGround, Voices};
use crate::domain::initiative::{Initiative, Theme};
use crate::domain::people::Capacity;

statements! {
    NEXT_NUMBER = "UPDATE initiative SET last_number = last_number + 1 WHERE id = $1 RETURNING last_number AS value";
    ADD = "INSERT INTO contribution (id, initiative, number, title, text, channel, capacity, person, organisation, area, place,
           latitude, longitude, photo, photo_alt, keyed_by, submission, state, said_on, created_at, version)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 'published', $18, $19, 1)";
    ADD_CONTACT = "INSERT INTO contribution_contact (contribution, code, email, language, confirmed_at)
                   VALUES ($1, $2, $3, $4, $5)";
    SENT = "SELECT c.id, c.number, k.code FROM contribution c JOIN contribution_contact k ON k.contribution = c.id
            WHERE c.submission = $1";
    BY_ID = concat!(listed!(), joined!(), " WHERE c.id = $1");
    BY_CODE = concat!(listed!(), joined!(),
        " WHERE c.id = (SELECT contribution FROM contribution_contact WHERE code = $1)");
    MERGED = concat!(listed!(), joined!(), " WHERE c.merged_into = $1 ORDER BY c.number");
    AFTER = concat!(listed!(), joined!(), " WHERE c.initiative = $1 AND c.number > $2
        AND (c.state = 'published' OR $3 = 1) ORDER BY c.number LIMIT $4");
    OF_PERSON = concat!(listed!(), joined!(), " WHERE c.person = $1 ORDER BY c.created_at");
    OF_SUBJECT = concat!(listed!(), joined!(), " WHERE c.person = $1 OR c.id IN
        (SELECT contribution FROM contribution_contact WHERE email = $2) ORDER BY c.created_at");
    CONTACT = "SELECT code, email, confirmed_at, language, told_on_paper_at FROM contribution_contact WHERE contribution = $1";
    TOLD_ON_PAPER = "UPDATE contribution_contact SET told_on_paper_at = $2 WHERE contribution = $1 AND told_on_paper_at IS NULL";
    TEXTS = "SELECT id, title, text, version FROM contribution
             WHERE initiative = $1 AND state = 'published' AND merged_into IS NULL ORDER BY number";
    STAMP = "SELECT COUNT(*) AS said, COALESCE(SUM(version), 0) AS versions, COALESCE(MAX(number), 0) AS last
             FROM contribution WHERE initiative = $1",
        postgres: "SELECT COUNT(*) AS said, CAST(COALESCE(SUM(version), 0) AS BIGINT) AS versions,
             COALESCE(MAX(number), 0) AS last FROM contribution WHERE initiative = $1";
    EDIT = "UPDATE contribution SET title = $3, text = $4, version = version + 1 WHERE id = $1 AND version = $2";
    SET_STATE = "UPDATE contribution SET state = $2, version = version + 1 WHERE id = $1";
    ADD_MODERATION = "INSERT INTO moderation (id, contribution, decision, ground, reason, person, at)
                      VALUES ($1, $2, $3, $4, $5, $6, $7)";
    MODERATIONS = "SELECT decision, ground, reason, at FROM moderation WHERE contribution = $1 ORDER BY at DESC, id DESC";
    MERGE = "UPDATE contribution SET merged_into = $2, version = version + 1
             WHERE id = $1 AND merged_into IS NULL AND initiative = (SELECT initiative FROM contribution WHERE id = $2)";
    MERGE_CHILDREN = "UPDATE contribution SET merged_into = $2, version = version + 1 WHERE merged_into = $1";
    UNMERGE = "UPDATE contribution SET merged_into = NULL, version = version + 1 WHERE id = $1 AND merged_into IS NOT NULL";
    MERGES = concat!(listed!(), joined!(), " WHERE c.initiative = $1 AND c.merged_into IS NOT NULL ORDER BY c.number");
    CLASSIFY = "UPDATE contribution SET theme = $2, version = version + 1 WHERE id = $1";
    CAPACITIES = "SELECT c.capacity, COUNT(*) AS n FROM link l
                  JOIN contribution c ON c.id = l.to_id OR c.theme = l.to_id OR c.merged_into = l.to_id
                  WHERE l.from_id = $1 AND l.kind = 'rests_on' AND c.state = 'published' GROUP BY c.capacity";
    CAPACITY = "SELECT capacity AS value FROM contribution WHERE id = $1 OR merged_into = $1";
    ERASE_CONTACTS = "UPDATE contribution_contact SET email = NULL, confirmed_at = NULL
                      WHERE contribution IN (SELECT id FROM contribution WHERE person = $1) OR email = $2";
    ERASE_PERSON = "UPDATE contribution SET person = NULL WHERE person = $1";
    ERASE_KEYED = "UPDATE contribution SET keyed_by = NULL WHERE keyed_by = $1";
}

impl FromRow for Contribution {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let latitude: Option<f64> = row.get("latitude")?;
        Ok(Self {
            id: row.get("id")?,
            initiative: row.get("initiative")?,
            number: row.get("number")?,
            title: row.get("title")?,
            text: row.get("text")?,
            channel: row.parse("channel", Channel::parse)?,
            capacity: row.parse("capacity", Capacity::parse)?,
            person: row.get("person")?,
            organisation: row.get("organisation")?,
            area: row.get("area")?,
            place: row.get("place")?,
            point: latitude.zip(row.get("longitude")?),
            photo: row.get("photo")?,
            photo_alt: row.get("photo_alt")?,
            keyed_by: row.get("keyed_by")?,
            state: row.parse("state", ContributionState::parse)?,
            merged_into: row.get("merged_into")?,
            theme: row.get("theme")?,
            said_on: row.get("said_on")?,
            created_at: row.get("created_at")?,
            version: row.get("version")?,
        })
    }
}

/// How an author is told.
#[derive(Debug, Clone)]
pub struct Contact {
    /// Her follow code: whoever has it reads her thread.
    pub code: String,
    /// Her address, if she left one.
    pub email: Option<String>,
    /// When it was shown, or known, to be hers.
    pub confirmed_at: Option<Timestamp>,
    /// The language she wrote from.
    pub language: String,
    /// When the printed answer was handed over.
    pub told_on_paper_at: Option<Timestamp>,
}

impl Contact {
    /// The address letters go to: hers, and shown to be.
    pub fn reachable(&self) -> Option<&str> {
        self.email.as_deref().filter(|_| self.confirmed_at.is_some())
    }

    /// An address was left and nobody showed that it is hers.
    pub const fn is_to_confirm(&self) -> bool {
        self.email.is_some() && self.confirmed_at.is_none()
    }
}

impl FromRow for Contact {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            code: row.get("code")?,
            email: row.get("email")?,
            confirmed_at: row.get("confirmed_at")?,
            language: row.get("language")?,
            told_on_paper_at: row.get("told_on_paper_at")?,
        })
    }
}

/// A contribution already accepted for the same form or line.
#[derive(Debug, Clone)]
pub struct Sent {
    /// Its id.
    pub id: Id<Contribution>,
    /// Its number.
    pub number: i64,
    /// Its follow code.
    pub code: String,
}

impl FromRow for Sent {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { id: row.get("id")?, number: row.get("number")?, code: row.get("code")? })
    }
}

/// What similarity needs of a contribution.
#[derive(Debug, Clone)]
pub struct Said {
    /// The contribution.
    pub id: Id<Contribution>,
    /// Its title.
    pub title: String,
    /// Its text.
    pub text: String,
    /// Its version.
    pub version: i64,
}

impl FromRow for Said {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { id: row.get("id")?, title: row.get("title")?, text: row.get("text")?, version: row.get("version")? })
    }
}

/// Changes whenever a contribution of the démarche does: tells whether something computed from them is stale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stamp {
    said: i64,
    versions: i64,
    last: i64,
}

impl FromRow for Stamp {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { said: row.get("said")?, versions: row.get("versions")?, last: row.get("last")? })
    }
}

/// A moderator's decision.
#[derive(Debug, Clone)]
pub struct Moderation {
    /// `hide` or `publish`.
    pub decision: String,
    /// On what ground.
    pub ground: ModerationGround,
    /// Why, in words the author reads.
    pub reason: String,
    /// When.
    pub at: Timestamp,
}

impl FromRow for Moderation {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            decision: row.get("decision")?,
            ground: row.parse("ground", ModerationGround::parse)?,
            reason: row.get("reason")?,
            at: row.get("at")?,
        })
    }
}

struct CapacityCount(Capacity, i64);

impl FromRow for CapacityCount {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self(row.parse("capacity", Capacity::parse)?, row.get("n")?))
    }
}

pub(crate) async fn next_number(tx: &Tx, initiative: Id<Initiative>) -> Result<i64, StoreError> {
    tx.one(&NEXT_NUMBER, args![initiative]).await
}

pub(crate) async fn add(tx: &Tx, c: &Contribution, submission: &str) -> Result<(), StoreError> {
    let row = args![
        c.id,
        c.initiative,
        c.number,
        &c.title,
        &c.text,
        c.channel.code(),
        c.capacity.code(),
        c.person,
        c.organisation,
        c.area,
        &c.place,
        c.point.map(|p| p.0),
        c.point.map(|p| p.1),
        c.photo,
        &c.photo_alt,
        c.keyed_by,
        submission,
        c.said_on,
        c.created_at
    ];
    tx.run(&ADD, row).await.map(drop)
}

pub(crate) async fn add_contact(
    tx: &Tx,
    id: Id<Contribution>,
    code: &str,
    (email, confirmed_at): (Option<&str>, Option<Timestamp>),
    language: &str,
) -> Result<(), StoreError> {
    tx.run(&ADD_CONTACT, args![id, code, email, language, confirmed_at]).await.map(drop)
}

/// The contribution already made of the same form or line.
///
/// # Errors
/// The database does not answer.
pub async fn sent(src: &impl Reads, submission: &str) -> Result<Option<Sent>, StoreError> {
    src.maybe(&SENT, args![submission]).await
}

/// A contribution with the names a page shows.
///
/// # Errors
/// The database does not answer.
pub async fn listed(src: &impl Reads, id: Id<Contribution>) -> Result<Option<Listed>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}

/// A contribution.
///
/// # Errors
/// The database does not answer.
pub async fn by_id(src: &impl Reads, id: Id<Contribution>) -> Result<Option<Contribution>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}

/// The contribution a follow code opens.
///
/// # Errors
/// The database does not answer.
pub async fn by_code(src: &impl Reads, code: &str) -> Result<Option<Listed>, StoreError> {
    src.maybe(&BY_CODE, args![code]).await
}

/// How its author is told.
///
/// # Errors
/// The database does not answer.
pub async fn contact(src: &impl Reads, id: Id<Contribution>) -> Result<Option<Contact>, StoreError> {
    src.maybe(&CONTACT, args![id]).await
}

/// Notes that the printed answer was handed over.
///
/// # Errors
/// The database does not answer.
pub async fn told_on_paper(tx: &Tx, id: Id<Contribution>) -> Result<bool, StoreError> {
    Ok(tx.run(&TOLD_ON_PAPER, args![id, tx.author.at]).await? > 0)
}

/// The texts of a démarche, for similarity.
///
/// # Errors
/// The database does not answer.
pub async fn texts(src: &impl Reads, initiative: Id<Initiative>) -> Result<Vec<Said>, StoreError> {
    src.all(&TEXTS, args![initiative]).await
}

/// Changes whenever a contribution of the démarche does.
///
/// # Errors
/// The database does not answer.
pub async fn stamp(src: &impl Reads, initiative: Id<Initiative>) -> Result<Stamp, StoreError> {
    src.one(&STAMP, args![initiative]).await
}

/// The next contributions by number, for exports and cursors: memory stays flat.
///
/// # Errors
/// The database does not answer.
pub async fn page_after(
    src: &impl Reads,
    initiative: Id<Initiative>,
    after: i64,
    hidden: bool,
    limit: i64,
) -> Result<Vec<Listed>, StoreError> {
    src.all(&AFTER, args![initiative, after, hidden, limit]).await
}

/// What a person said under her name.
///
/// # Errors
/// The database does not answer.
pub async fn of_person(src: &impl Reads, person: Id<Person>) -> Result<Vec<Listed>, StoreError> {
    src.all(&OF_PERSON, args![person]).await
}

/// What someone said, signed in or leaving her address.
///
/// # Errors
/// The database does not answer.
pub(crate) async fn of_subject(src: &impl Reads, subject: &DataSubject) -> Result<Vec<Listed>, StoreError> {
    src.all(&OF_SUBJECT, args![subject.person, subject.email.clone()]).await
}

/// The contributions merged into one.
///
/// # Errors
/// The database does not answer.
pub async fn merged_into(src: &impl Reads, kept: Id<Contribution>) -> Result<Vec<Listed>, StoreError> {
    src.all(&MERGED, args![kept]).await
}

/// Every merged contribution of a démarche.
///
/// # Errors
/// The database does not answer.
pub async fn merges(src: &impl Reads, initiative: Id<Initiative>) -> Result<Vec<Listed>, StoreError> {
    src.all(&MERGES, args![initiative]).await
}

/// Moderators' decisions, latest first.
///
/// # Errors
/// The database does not answer.
pub async fn moderations(src: &impl Reads, id: Id<Contribution>) -> Result<Vec<Moderation>, StoreError> {
    src.all(&MODERATIONS, args![id]).await
}

/// Voices among some contributions and those merged into them, small counts suppressed.
///
/// # Errors
/// The database does not answer.
pub async fn voices(src: &impl Reads, ids: &[Id<Contribution>]) -> Result<Voices, StoreError> {
    let mut counts = Vec::new();
    for id in ids {
        let capacities: Vec<String> = src.all(&CAPACITY, args![*id]).await?;
        counts.extend(capacities.iter().filter_map(|code| Capacity::parse(code)).map(|capacity| (capacity, 1)));
    }
    Ok(Voices::count(&counts))
}

/// Voices a record (an option) rests on, directly or by theme, small counts suppressed.
///
/// # Errors
/// The database does not answer.
pub async fn voices_of(src: &impl Reads, record: Uuid) -> Result<Voices, StoreError> {
    let counts: Vec<CapacityCount> = src.all(&CAPACITIES, args![record]).await?;
    Ok(Voices::count(&counts.into_iter().map(|CapacityCount(capacity, n)| (capacity, n)).collect::<Vec<_>>()))
}

/// Saves unless someone saved first; `false` then.
pub(crate) async fn edit(
    tx: &Tx,
    id: Id<Contribution>,
    version: i64,
    title: &str,
    text: &str,
) -> Result<bool, StoreError> {
    Ok(tx.run(&EDIT, args![id, version, title, text]).await? > 0)
}

pub(crate) async fn moderate(
    tx: &Tx,
    (moderation, id): (Uuid, Id<Contribution>),
    state: ContributionState,
    (ground, reason): (ModerationGround, &str),
) -> Result<(), StoreError> {
    let decision = if state == ContributionState::Hidden { "hide" } else { "publish" };
    tx.run(&SET_STATE, args![id, state.code()]).await?;
    let row = args![moderation, id, decision, ground.code(), reason, tx.author.person, tx.author.at];
    tx.run(&ADD_MODERATION, row).await.map(drop)
}

/// Merges, and moves what was merged into the merged one; `false` when it was already merged or is of another démarche.
pub(crate) async fn merge(tx: &Tx, kept: Id<Contribution>, merged: Id<Contribution>) -> Result<bool, StoreError> {
    tx.run(&MERGE_CHILDREN, args![merged, kept]).await?;
    Ok(tx.run(&MERGE, args![merged, kept]).await? > 0)
}

pub(crate) async fn unmerge(tx: &Tx, merged: Id<Contribution>) -> Result<bool, StoreError> {
    Ok(tx.run(&UNMERGE, args![merged]).await? > 0)
}

pub(crate) async fn classify(tx: &Tx, id: Id<Contribution>, theme: Option<Id<Theme>>) -> Result<(), StoreError> {
    tx.run(&CLASSIFY, args![id, theme]).await.map(drop)
}

/// What she said stays, without her; the address she left goes.
pub(crate) async fn erase(tx: &Tx, subject: &DataSubject) -> Result<u64, StoreError> {
    let codes = super::addresses::erase(tx, subject).await?;
    let contacts = codes + tx.run(&ERASE_CONTACTS, args![subject.person, subject.email.clone()]).await?;
    let Some(person) = subject.person else { return Ok(contacts) };
    let said = tx.run(&ERASE_PERSON, args![person]).await?;
    Ok(contacts + said + tx.run(&ERASE_KEYED, args![person]).await?)
}
