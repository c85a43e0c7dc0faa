//! Suggestions: what a contribution proposes to write instead of a paragraph.

use arpent_commons::domain::contribution::{AnswerStatus, Contribution};
use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use arpent_web::DataSubject;

use crate::domain::charter::{Charter, Version};
use crate::domain::text::{Article, Paragraph};

/// What every list of suggestions reads.
macro_rules! suggested {
    () => {
        "SELECT s.contribution, s.version, s.article, s.paragraph, s.replaced, s.proposed, s.why, v.number AS version_number,
         t.number AS taken_number, c.number, c.state, o.name AS organisation, a.status, a.reason, g.title AS article_title
         FROM charter_suggestion s JOIN charter_version v ON v.id = s.version JOIN contribution c ON c.id = s.contribution
         LEFT JOIN charter_version t ON t.id = s.taken_in LEFT JOIN organisation o ON o.id = c.organisation
         LEFT JOIN charter_article g ON g.version = s.version AND g.article = s.article
         LEFT JOIN answer a ON a.contribution = c.id AND a.current = 1"
    };
}

statements! {
    ADD = "INSERT INTO charter_suggestion (contribution, version, article, paragraph, replaced, proposed, why)
           VALUES ($1, $2, $3, $4, $5, $6, $7)";
    TAKE = "UPDATE charter_suggestion SET taken_in = $2 WHERE contribution = $1";
    BY_ID = concat!(suggested!(), " WHERE s.contribution = $1");
    OF_CHARTER = concat!(suggested!(), " WHERE v.charter = $1 AND c.state = 'published' ORDER BY c.number");
    OF_SUBJECT = concat!(suggested!(), " WHERE c.person = $1 OR c.id IN
        (SELECT contribution FROM contribution_contact WHERE email = $2) ORDER BY c.number");
}

/// A suggestion with what was answered.
#[derive(Debug, Clone)]
pub struct Suggestion {
    /// The contribution that says it.
    pub contribution: Id<Contribution>,
    /// The version it was read in.
    pub version: Id<Version>,
    /// That version's number.
    pub version_number: i64,
    /// The article.
    pub article: Id<Article>,
    /// Its title in that version; none once a draft lost it.
    pub article_title: Option<String>,
    /// The paragraph.
    pub paragraph: Id<Paragraph>,
    /// The words it would replace.
    pub replaced: String,
    /// The words it proposes.
    pub proposed: String,
    /// Why.
    pub why: String,
    /// Its number in the démarche.
    pub number: i64,
    /// Readers see it.
    pub published: bool,
    /// In whose name.
    pub organisation: Option<String>,
    /// The version whose text took it.
    pub taken_in: Option<i64>,
    /// What was answered.
    pub status: Option<AnswerStatus>,
    /// Why.
    pub reason: Option<String>,
}

impl Suggestion {
    /// It still waits for an answer.
    pub fn waits(&self) -> bool {
        !self.status.is_some_and(AnswerStatus::is_final)
    }

    /// It was accepted, wholly or in part.
    pub fn is_accepted(&self) -> bool {
        matches!(self.status, Some(AnswerStatus::Retained | AnswerStatus::PartlyRetained))
    }
}

impl FromRow for Suggestion {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let (state, status): (String, Option<String>) = (row.get("state")?, row.get("status")?);
        Ok(Self {
            contribution: row.get("contribution")?,
            version: row.get("version")?,
            version_number: row.get("version_number")?,
            article: row.get("article")?,
            article_title: row.get("article_title")?,
            paragraph: row.get("paragraph")?,
            replaced: row.get("replaced")?,
            proposed: row.get("proposed")?,
            why: row.get("why")?,
            number: row.get("number")?,
            published: state == "published",
            organisation: row.get("organisation")?,
            taken_in: row.get("taken_number")?,
            status: status.as_deref().and_then(AnswerStatus::parse),
            reason: row.get("reason")?,
        })
    }
}

/// The place and the words of a suggestion to record.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    pub version: Id<Version>,
    pub article: Id<Article>,
    pub paragraph: Id<Paragraph>,
    pub replaced: String,
    pub proposed: String,
    pub why: String,
}

pub(crate) async fn add(tx: &Tx, contribution: Id<Contribution>, one: &Words) -> Result<(), StoreError> {
    let row = args![contribution, one.version, one.article, one.paragraph, &one.replaced, &one.proposed, &one.why];
    tx.run(&ADD, row).await.map(drop)
}

/// Notes the version whose text took it.
pub(crate) async fn take(tx: &Tx, id: Id<Contribution>, version: Id<Version>) -> Result<(), StoreError> {
    tx.run(&TAKE, args![id, version]).await.map(drop)
}

/// A suggestion.
///
/// # Errors
/// The database does not answer.
pub async fn by_id(src: &impl Reads, id: Id<Contribution>) -> Result<Option<Suggestion>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}

/// Every suggestion that readers see, on any version of a charter.
///
/// # Errors
/// The database does not answer.
pub async fn of_charter(src: &impl Reads, charter: Id<Charter>) -> Result<Vec<Suggestion>, StoreError> {
    src.all(&OF_CHARTER, args![charter]).await
}

/// Those of a person, for her export.
pub(crate) async fn of_subject(src: &impl Reads, subject: &DataSubject) -> Result<Vec<Suggestion>, StoreError> {
    src.all(&OF_SUBJECT, args![subject.person, subject.email.clone()]).await
}
