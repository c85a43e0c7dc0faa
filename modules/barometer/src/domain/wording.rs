//! Words in as many languages as the authority needs.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The same words in several languages, by code (`fr`, `en`, `ar`…). French is always there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Wording(pub BTreeMap<String, String>);

impl Wording {
    /// French words alone.
    pub fn french(words: impl Into<String>) -> Self {
        Self(BTreeMap::from([("fr".to_owned(), words.into())]))
    }

    /// French and English words.
    pub fn both(french: impl Into<String>, english: impl Into<String>) -> Self {
        let mut words = Self::french(french);
        words.0.insert("en".to_owned(), english.into());
        words
    }

    /// In a language, else in French.
    pub fn say(&self, language: &str) -> &str {
        let words = self.0.get(language).filter(|words| !words.is_empty()).or_else(|| self.0.get("fr"));
        words.map_or("", String::as_str)
    }

    /// Nothing is said in French.
    pub fn is_empty(&self) -> bool {
        self.0.get("fr").is_none_or(|words| words.trim().is_empty())
    }
}
