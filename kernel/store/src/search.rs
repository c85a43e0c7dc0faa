//! Search in French, with or without accents, by stems, over what the reader may see.
//!
//! Stems are computed here (Snowball's French stemmer), so that both engines find the same things.

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;
use uuid::Uuid;

use crate::db::{Engine, Reads};
use crate::error::StoreError;
use crate::tx::Tx;
use crate::value::{FromRow, Row};
use crate::{args, statements};

/// Words so common that they find everything.
const STOP_WORDS: [&str; 40] = [
    "au", "aux", "avec", "ce", "ces", "dans", "de", "des", "du", "elle", "en", "est", "et", "eux", "il", "ils", "je",
    "la", "le", "les", "leur", "lui", "ma", "mais", "me", "mes", "ne", "nos", "on", "ou", "par", "pas", "pour", "qu",
    "que", "qui", "se", "sur", "un", "une",
];

statements! {
    PUT = "INSERT INTO search_doc (record, kind, initiative, visibility, title, excerpt, href, tokens)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
           ON CONFLICT (record) DO UPDATE SET kind = excluded.kind, initiative = excluded.initiative,
           visibility = excluded.visibility, title = excluded.title, excerpt = excluded.excerpt,
           href = excluded.href, tokens = excluded.tokens";
    RECORD = "SELECT record, kind, title, excerpt, href FROM search_doc
              WHERE record = $1 AND (visibility = 'public' OR $2 = 1)";
    OF_INITIATIVE = "SELECT record, kind, title, excerpt, href FROM search_doc
                     WHERE initiative = $1 AND kind NOT IN ('contribution', 'initiative', 'meeting')
                     AND (visibility = 'public' OR $2 = 1) ORDER BY kind, title, record";
    REMOVE = "DELETE FROM search_doc WHERE record = $1";
    FIND = "SELECT d.record, d.kind, d.title, d.excerpt, d.href FROM search_index
            JOIN search_doc d ON d.doc = search_index.rowid
            WHERE search_index MATCH $1 AND (d.visibility = 'public' OR $2 = 1) AND (d.kind = $3 OR $3 IS NULL)
            ORDER BY bm25(search_index), d.record LIMIT $4 OFFSET $5",
        postgres: "SELECT d.record, d.kind, d.title, d.excerpt, d.href FROM search_doc d
            WHERE d.vector @@ to_tsquery('simple', $1) AND (d.visibility = 'public' OR $2 = 1)
            AND (d.kind = $3 OR $3 IS NULL)
            ORDER BY ts_rank(d.vector, to_tsquery('simple', $1)) DESC, d.record LIMIT $4 OFFSET $5";
    COUNT = "SELECT COUNT(*) AS value FROM search_index JOIN search_doc d ON d.doc = search_index.rowid
            WHERE search_index MATCH $1 AND (d.visibility = 'public' OR $2 = 1) AND (d.kind = $3 OR $3 IS NULL)",
        postgres: "SELECT COUNT(*) AS value FROM search_doc d
            WHERE d.vector @@ to_tsquery('simple', $1) AND (d.visibility = 'public' OR $2 = 1)
            AND (d.kind = $3 OR $3 IS NULL)";
}

/// Who may find a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    /// Everyone.
    Public,
    /// People who work on the démarches.
    Internal,
}

/// What is searched of a record.
#[derive(Debug, Clone)]
pub struct Doc<'a> {
    /// The record.
    pub record: Uuid,
    /// Its kind: `contribution`, `initiative`, `decision`…
    pub kind: &'static str,
    /// Its démarche.
    pub initiative: Option<Uuid>,
    /// Who may find it.
    pub visibility: Visibility,
    /// What the list of results shows.
    pub title: &'a str,
    /// What is searched, and whose beginning is shown.
    pub text: &'a str,
    /// Where it leads.
    pub href: &'a str,
}

/// A record found.
#[derive(Debug, Clone)]
pub struct Hit {
    /// The record.
    pub record: Uuid,
    /// Its kind.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// The beginning of its text.
    pub excerpt: String,
    /// Its page.
    pub href: String,
}

impl FromRow for Hit {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            record: row.get("record")?,
            kind: row.get("kind")?,
            title: row.get("title")?,
            excerpt: row.get("excerpt")?,
            href: row.get("href")?,
        })
    }
}

impl Tx {
    /// Makes a record findable, or refreshes it.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn index(&self, doc: &Doc<'_>) -> Result<(), StoreError> {
        let tokens = stems(&format!("{} {}", doc.title, doc.text)).join(" ");
        let visibility = if doc.visibility == Visibility::Public { "public" } else { "internal" };
        let excerpt = excerpt(doc.text);
        let args = args![doc.record, doc.kind, doc.initiative, visibility, doc.title, excerpt, doc.href, tokens];
        self.run(&PUT, args).await?;
        Ok(())
    }

    /// Makes a record no longer findable.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn unindex(&self, record: Uuid) -> Result<(), StoreError> {
        self.run(&REMOVE, args![record]).await?;
        Ok(())
    }
}

fn excerpt(text: &str) -> String {
    let mut short: String = text.chars().take(240).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// Lower case, without accents: what a person typing fast on a phone writes.
pub fn fold(text: &str) -> String {
    text.to_lowercase().replace('œ', "oe").replace('æ', "ae").nfd().filter(|c| !is_combining_mark(*c)).collect()
}

/// The folded stems of a text, stop words and single letters left out.
pub fn stems(text: &str) -> Vec<String> {
    let stemmer = Stemmer::create(Algorithm::French);
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 1 && !STOP_WORDS.contains(word))
        // Folded before stemming: `fermee` typed on a phone must meet `fermée`.
        .map(|word| stemmer.stem(&fold(word)).into_owned())
        .collect()
}

/// What was found, and how many there are in all.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// One page of results, best first.
    pub hits: Vec<Hit>,
    /// How many records match.
    pub total: i64,
}

/// Finds records. `internal` also looks at what only people working on démarches may see.
///
/// # Errors
/// The database does not answer.
pub async fn find(
    src: &impl Reads,
    typed: &str,
    kind: Option<&str>,
    internal: bool,
    (limit, offset): (i64, i64),
) -> Result<Found, StoreError> {
    let words = stems(typed);
    if words.is_empty() {
        return Ok(Found::default());
    }
    let query = match_all(&words, src.engine());
    let total = src.one(&COUNT, args![query.clone(), internal, kind]).await?;
    let hits = src.all(&FIND, args![query, internal, kind, limit, offset]).await?;
    Ok(Found { hits, total })
}

/// A record by its id, if it can be found; `internal` as for [`find`].
///
/// # Errors
/// The database does not answer.
pub async fn record(src: &impl Reads, id: Uuid, internal: bool) -> Result<Option<Hit>, StoreError> {
    src.maybe(&RECORD, args![id, internal]).await
}

/// What was made in a démarche (neither what was said nor where people met), by kind and title.
///
/// # Errors
/// The database does not answer.
pub async fn of_initiative(src: &impl Reads, initiative: Uuid, internal: bool) -> Result<Vec<Hit>, StoreError> {
    src.all(&OF_INITIATIVE, args![initiative, internal]).await
}

/// Stems hold letters and digits only, so nothing of the query language can slip in. The last one matches as a
/// prefix: the reader may still be typing.
fn match_all(words: &[String], engine: Engine) -> String {
    let (quote, prefix, and) = match engine {
        Engine::Sqlite => ('"', "*", " AND "),
        Engine::Postgres => ('\'', ":*", " & "),
    };
    let last = words.len() - 1;
    let terms = words.iter().enumerate().map(|(i, word)| {
        let suffix = if i == last { prefix } else { "" };
        format!("{quote}{word}{quote}{suffix}")
    });
    terms.collect::<Vec<_>>().join(and)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_plurals_and_elisions_do_not_matter() {
        assert_eq!(stems("L’écoles fermées"), stems("ecole fermee"));
    }

    #[test]
    fn a_query_holds_nothing_but_words() {
        let words = stems("vélo\" OR 1=1 --");
        assert!(words.iter().all(|word| word.chars().all(char::is_alphanumeric)), "{words:?}");
    }

    #[test]
    fn stop_words_are_left_out() {
        assert_eq!(stems("le de la"), Vec::<String>::new());
    }
}
