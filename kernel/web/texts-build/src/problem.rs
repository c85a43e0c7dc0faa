use std::{io, path::Path};

use thiserror::Error;

/// Why the texts of a crate cannot be compiled. Each says where to look and what to change.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Problem {
    /// A file that cannot be read or written.
    #[error("{path}: {reason}")]
    File {
        /// The file or folder.
        path: String,
        /// What the system answered.
        reason: String,
    },
    /// A language without any file.
    #[error("{folder}: no text in `{language}`; add {language}.ftl or {language}/*.ftl")]
    NoFile {
        /// The folder searched.
        folder: String,
        /// The language's code.
        language: &'static str,
    },
    /// A line that is not Fluent.
    #[error("{file}:{line}: not a Fluent message: {reason}")]
    Syntax {
        /// The file.
        file: String,
        /// The line of the error, from 1.
        line: usize,
        /// What the parser expected.
        reason: String,
    },
    /// The same message twice in a language.
    #[error("{file}: `{id}` is already in {first}; keep one")]
    Repeated {
        /// The file of the second one.
        file: String,
        /// The message.
        id: String,
        /// The file of the first one.
        first: String,
    },
    /// A message that one language lacks.
    #[error("{file}: `{id}` is not in `{language}`; translate it or remove it")]
    Missing {
        /// The file that has it.
        file: String,
        /// The message.
        id: String,
        /// The language that lacks it.
        language: &'static str,
    },
    /// A message whose languages do not use the same variables.
    #[error("{file}: `{id}` uses {french} in French and {english} in English")]
    Variables {
        /// The English file.
        file: String,
        /// The message.
        id: String,
        /// The French variables.
        french: String,
        /// The English variables.
        english: String,
    },
    /// A reference to nothing.
    #[error("{file}: `{id}` refers to `{target}`, which does not exist")]
    Unknown {
        /// The file.
        file: String,
        /// The message that refers.
        id: String,
        /// What it refers to.
        target: String,
    },
    /// A plain message that cannot be put together, such as one that refers to itself.
    #[error("{file}: `{id}` cannot be resolved: {reason}")]
    Unresolved {
        /// The file.
        file: String,
        /// The message.
        id: String,
        /// What Fluent answered.
        reason: String,
    },
    /// A name that does not make a Rust name of its own.
    #[error("{file}: `{id}`: {reason}")]
    Name {
        /// The file.
        file: String,
        /// The message or variable.
        id: String,
        /// What to change.
        reason: String,
    },
    /// No `OUT_DIR`.
    #[error("OUT_DIR is not set; call `generate` from build.rs")]
    OutsideABuildScript,
}

impl Problem {
    pub(crate) fn file(path: &Path, error: &io::Error) -> Self {
        Self::File { path: path.display().to_string(), reason: error.to_string() }
    }
}
