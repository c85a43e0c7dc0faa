//! Why something did not happen, in words that say what, why and what to do next.

use std::fmt;
use std::sync::Arc;

use arpent_core::{Role, Unmet};
use arpent_look::parts::Change;
use arpent_store::StoreError;
use arpent_texts::Lang;

use crate::texts::Texts;

/// A sentence waiting for its reader's language.
#[derive(Clone)]
pub struct Say(Arc<dyn Fn(Lang) -> String + Send + Sync>);

impl Say {
    /// Wraps a typed accessor: `Say::new(|lang| Texts::new(lang).title_missing().into())`.
    pub fn new(text: impl Fn(Lang) -> String + Send + Sync + 'static) -> Self {
        Self(Arc::new(text))
    }

    /// The sentence in a language.
    pub fn text(&self, lang: Lang) -> String {
        (self.0)(lang)
    }
}

impl fmt::Debug for Say {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

/// What is wrong with one field.
#[derive(Debug, Clone)]
pub struct FieldProblem {
    /// Name of the field in the form, the API body or the file.
    pub field: &'static str,
    /// Stable code, for the API: `too-long`.
    pub code: &'static str,
    /// What, why and what next.
    pub text: Say,
}

impl FieldProblem {
    /// A problem of a field.
    pub fn new(field: &'static str, code: &'static str, text: impl Fn(Lang) -> String + Send + Sync + 'static) -> Self {
        Self { field, code, text: Say::new(text) }
    }
}

/// Two people edited the same record: what the second one must be shown.
#[derive(Debug, Clone)]
pub struct Conflict {
    /// The version now stored.
    pub version: i64,
    /// Field by field: name, what is stored, what was typed; only those that differ.
    pub differences: Vec<Difference>,
}

/// One field that two people wrote differently.
#[derive(Debug, Clone)]
pub struct Difference {
    /// Label of the field.
    pub label: Say,
    /// What the other person saved.
    pub stored: String,
    /// What this person typed.
    pub typed: String,
}

/// A field that two people wrote differently, as a page shows it.
#[derive(Debug)]
pub struct Differing {
    /// Its label.
    pub label: String,
    /// From what is stored to what was typed, in whole words.
    pub changes: Vec<Change>,
}

impl Conflict {
    /// The differences as a page shows them, in the reader's language; said in one line when both wrote the same.
    pub fn told(&self, lang: Lang) -> Vec<Differing> {
        let of = |difference: &Difference| Differing {
            label: difference.label.text(lang),
            changes: Change::between(&difference.stored, &difference.typed),
        };
        if self.differences.is_empty() {
            return vec![Differing { label: Texts::new(lang).conflict_same().to_owned(), changes: Vec::new() }];
        }
        self.differences.iter().map(of).collect()
    }
}

/// A command's "no".
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// One must be signed in.
    #[error("signing in is needed")]
    SignIn,
    /// Signed in, but not allowed; these roles are.
    #[error("not allowed")]
    Forbidden {
        /// Who may.
        roles: Vec<Role>,
    },
    /// There is no such thing, or it is not for this reader to know.
    #[error("not found")]
    NotFound,
    /// Fields to correct.
    #[error("fields to correct: {0:?}")]
    Invalid(Vec<FieldProblem>),
    /// Someone saved first.
    #[error("someone else changed it first")]
    Conflict(Box<Conflict>),
    /// A gate is closed: everything that is missing, at once.
    #[error("conditions are not met: {0:?}")]
    Gate(Vec<(Unmet, Say)>),
    /// A rule of the domain says no: `immutable`, `closed`, `no-mandate`…
    #[error("refused by a rule ({code}): {text:?}")]
    Rule {
        /// Stable code.
        code: &'static str,
        /// What, why and what next.
        text: Say,
    },
    /// Too often.
    #[error("too many attempts")]
    TooMany {
        /// Seconds before the next attempt.
        retry_after: u64,
    },
    /// The database failed.
    #[error(transparent)]
    Store(StoreError),
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Missing => Self::NotFound,
            other => Self::Store(other),
        }
    }
}

impl Refusal {
    /// One field to correct.
    pub fn field(
        field: &'static str,
        code: &'static str,
        text: impl Fn(Lang) -> String + Send + Sync + 'static,
    ) -> Self {
        Self::Invalid(vec![FieldProblem::new(field, code, text)])
    }

    /// A rule says no.
    pub fn rule(code: &'static str, text: impl Fn(Lang) -> String + Send + Sync + 'static) -> Self {
        Self::Rule { code, text: Say::new(text) }
    }
}
