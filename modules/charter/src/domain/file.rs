//! A charter as a file: what an administrator prepares elsewhere, or a démarche takes from another one.

use serde::Deserialize;

/// A charter to bring in as a first draft.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CharterFile {
    /// Its title.
    pub title: String,
    /// What it is for.
    pub intent: String,
    /// Its articles, in order.
    #[serde(default)]
    pub article: Vec<ArticleOfFile>,
    /// Its sub-charters, in order.
    #[serde(default)]
    pub sub_charter: Vec<SubOfFile>,
}

/// An article.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArticleOfFile {
    /// The orientation it belongs to.
    pub orientation: String,
    /// Its title.
    pub title: String,
    /// Its paragraphs, a blank line between two.
    pub text: String,
}

/// A sub-charter.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubOfFile {
    /// Code of a kind of signatory.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// What it asks.
    pub intro: String,
    /// Actions to choose at least.
    pub minimum: Option<i64>,
    /// People sign it in their own name too.
    #[serde(default)]
    pub individuals: bool,
    /// "What is done | what shows it".
    pub actions: Vec<String>,
    /// What signatories give up.
    #[serde(default)]
    pub prohibitions: Vec<String>,
}
