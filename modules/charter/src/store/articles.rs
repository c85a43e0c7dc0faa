//! Articles and paragraphs. Every change asks that their version be a draft: what is published stays.

use arpent_commons::domain::contribution::Contribution;
use arpent_commons::domain::initiative::Initiative;
use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};

use crate::domain::charter::Version;
use crate::domain::text::{Article, Paragraph};

statements! {
    ADD = "INSERT INTO charter_article (version, article, position, orientation, title, revision)
           VALUES ($1, $2, $3, $4, $5, $6)";
    EDIT = "UPDATE charter_article SET position = $4, orientation = $5, title = $6, revision = revision + 1
            WHERE version = $1 AND article = $2 AND revision = $3
            AND EXISTS (SELECT 1 FROM charter_version v WHERE v.id = $1 AND v.state = 'draft')";
    REMOVE = "DELETE FROM charter_article WHERE version = $1 AND article = $2
              AND EXISTS (SELECT 1 FROM charter_version v WHERE v.id = $1 AND v.state = 'draft')";
    OF_VERSION = "SELECT article, position, orientation, title, revision FROM charter_article
                  WHERE version = $1 ORDER BY position, article";
    ADD_PARAGRAPH = "INSERT INTO charter_paragraph (version, paragraph, article, position, text)
                     VALUES ($1, $2, $3, $4, $5)";
    REMOVE_PARAGRAPHS = "DELETE FROM charter_paragraph WHERE version = $1 AND article = $2
              AND EXISTS (SELECT 1 FROM charter_version v WHERE v.id = $1 AND v.state = 'draft')";
    PARAGRAPHS = "SELECT paragraph, article, text FROM charter_paragraph WHERE version = $1 ORDER BY position";
    NUMBERED = "SELECT id AS value FROM contribution WHERE initiative = $1 AND number = $2 AND state = 'published'";
    /// What an article rests on, in the words of those who said it.
    BEHIND = "SELECT l.from_id AS article, c.id, c.number, c.title FROM link l
              JOIN contribution c ON c.id = l.to_id
              WHERE l.from_kind = 'charter_article' AND l.kind = 'rests_on' AND c.state = 'published'
              AND l.from_id IN (SELECT article FROM charter_article WHERE version = $1) ORDER BY c.number";
    /// The articles that rest on a contribution, in the latest version that holds each.
    LED_TO = "SELECT a.article, a.title, v.number, v.state, i.slug FROM link l
              JOIN charter_article a ON a.article = l.from_id JOIN charter_version v ON v.id = a.version
              JOIN charter k ON k.id = v.charter JOIN initiative i ON i.id = k.initiative
              WHERE l.to_id = $1 AND l.kind = 'rests_on' AND l.from_kind = 'charter_article'
              AND v.number = (SELECT MAX(w.number) FROM charter_version w JOIN charter_article b ON b.version = w.id
                              WHERE b.article = a.article)
              ORDER BY a.position";
}

struct Line {
    article: Id<Article>,
    paragraph: Paragraph,
}

impl FromRow for Line {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let paragraph = Paragraph { id: row.get("paragraph")?, text: row.get("text")? };
        Ok(Self { article: row.get("article")?, paragraph })
    }
}

impl FromRow for Article {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("article")?,
            position: row.get("position")?,
            orientation: row.get("orientation")?,
            title: row.get("title")?,
            revision: row.get("revision")?,
            paragraphs: Vec::new(),
        })
    }
}

/// A contribution that an article rests on.
#[derive(Debug, Clone)]
pub struct Behind {
    /// The article.
    pub article: Id<Article>,
    /// The contribution.
    pub contribution: Id<Contribution>,
    /// Its number.
    pub number: i64,
    /// Its title.
    pub title: String,
}

impl FromRow for Behind {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            article: row.get("article")?,
            contribution: row.get("id")?,
            number: row.get("number")?,
            title: row.get("title")?,
        })
    }
}

/// An article that a contribution led to.
#[derive(Debug, Clone)]
pub(crate) struct LedTo {
    pub article: Id<Article>,
    pub title: String,
    pub version: i64,
    pub published: bool,
    pub slug: String,
}

impl FromRow for LedTo {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let state: String = row.get("state")?;
        Ok(Self {
            article: row.get("article")?,
            title: row.get("title")?,
            version: row.get("number")?,
            published: state == "published",
            slug: row.get("slug")?,
        })
    }
}

pub(crate) async fn add(tx: &Tx, version: Id<Version>, article: &Article) -> Result<(), StoreError> {
    let row = args![version, article.id, article.position, &article.orientation, &article.title, article.revision];
    tx.run(&ADD, row).await?;
    write(tx, version, article).await
}

/// Changes a draft; `false` when someone saved first, or when it is published.
pub(crate) async fn edit(tx: &Tx, version: Id<Version>, article: &Article) -> Result<bool, StoreError> {
    let row = args![version, article.id, article.revision, article.position, &article.orientation, &article.title];
    if tx.run(&EDIT, row).await? == 0 {
        return Ok(false);
    }
    tx.run(&REMOVE_PARAGRAPHS, args![version, article.id]).await?;
    write(tx, version, article).await?;
    Ok(true)
}

async fn write(tx: &Tx, version: Id<Version>, article: &Article) -> Result<(), StoreError> {
    for (position, one) in (1_i64..).zip(&article.paragraphs) {
        tx.run(&ADD_PARAGRAPH, args![version, one.id, article.id, position, &one.text]).await?;
    }
    Ok(())
}

pub(crate) async fn remove(tx: &Tx, version: Id<Version>, article: Id<Article>) -> Result<bool, StoreError> {
    tx.run(&REMOVE_PARAGRAPHS, args![version, article]).await?;
    Ok(tx.run(&REMOVE, args![version, article]).await? > 0)
}

/// The articles of a version with their paragraphs, in order.
///
/// # Errors
/// The database does not answer.
pub async fn of_version(src: &impl Reads, version: Id<Version>) -> Result<Vec<Article>, StoreError> {
    let mut articles: Vec<Article> = src.all(&OF_VERSION, args![version]).await?;
    let lines: Vec<Line> = src.all(&PARAGRAPHS, args![version]).await?;
    for line in lines {
        if let Some(article) = articles.iter_mut().find(|article| article.id == line.article) {
            article.paragraphs.push(line.paragraph);
        }
    }
    Ok(articles)
}

/// A published contribution by its number.
pub(crate) async fn numbered(
    src: &impl Reads,
    initiative: Id<Initiative>,
    number: i64,
) -> Result<Option<Id<Contribution>>, StoreError> {
    src.maybe(&NUMBERED, args![initiative, number]).await
}

/// The contributions that the articles of a version rest on.
///
/// # Errors
/// The database does not answer.
pub async fn behind(src: &impl Reads, version: Id<Version>) -> Result<Vec<Behind>, StoreError> {
    src.all(&BEHIND, args![version]).await
}

pub(crate) async fn led_to(src: &impl Reads, contribution: Id<Contribution>) -> Result<Vec<LedTo>, StoreError> {
    src.all(&LED_TO, args![contribution]).await
}
