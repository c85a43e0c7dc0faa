//! What may be wrong in a file, and where.

use std::fmt;

use serde::Serialize;

/// A part of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Section {
    /// Entries about the election.
    Meta,
    /// Projects.
    Projects,
    /// Ballots.
    Votes,
}

impl Section {
    /// Its word in a file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Meta => "META",
            Self::Projects => "PROJECTS",
            Self::Votes => "VOTES",
        }
    }
}

/// A fault of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
pub struct Fault {
    /// The line, from 1; 0 when the whole file is meant.
    pub line: u64,
    /// The cell of the line, from 1, where one is to blame.
    pub column: Option<u64>,
    /// The reason.
    pub kind: FaultKind,
}

/// Why a file is refused, or what it had better mend ([`FaultKind::is_refused`] tells which).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum FaultKind {
    /// Larger than [`super::MOST_BYTES`], or more projects, ballots or points than the engine takes.
    #[error("too large")]
    TooLarge,
    /// Bytes that are not UTF-8.
    #[error("not UTF-8")]
    Encoding,
    /// A section is missing.
    #[error("section {} is missing", .section.word())]
    MissingSection {
        /// Which.
        section: Section,
    },
    /// A section is given twice.
    #[error("section {} is given twice", .section.word())]
    RepeatedSection {
        /// Which.
        section: Section,
    },
    /// A line before any section.
    #[error("before any section")]
    OutsideSections,
    /// A section has no such column.
    #[error("section {} has no column {name}", .section.word())]
    MissingColumn {
        /// Which section.
        section: Section,
        /// The column.
        name: String,
    },
    /// META does not give this entry.
    #[error("META does not give {key}")]
    MissingEntry {
        /// The entry.
        key: String,
    },
    /// A cell is empty that must not be.
    #[error("{name} is empty")]
    Empty {
        /// The column.
        name: String,
    },
    /// Not a number.
    #[error("{text} is not a number")]
    NotANumber {
        /// What was read.
        text: String,
    },
    /// Below zero.
    #[error("{text} is negative")]
    Negative {
        /// What was read.
        text: String,
    },
    /// Above what the engine takes, or with too many decimals.
    #[error("{text} is too large or too precise")]
    AmountTooLarge {
        /// What was read.
        text: String,
    },
    /// A way of voting that Pabulib does not define.
    #[error("vote type {text}")]
    VoteType {
        /// What was read.
        text: String,
    },
    /// Two projects carry the same identifier.
    #[error("project {id} is given twice, first on line {first}")]
    DuplicateProject {
        /// The identifier.
        id: String,
        /// The line of the first one.
        first: u64,
    },
    /// A ballot names a project that the file does not hold.
    #[error("unknown project {id}")]
    UnknownProject {
        /// The identifier.
        id: String,
    },
    /// A ballot with points gives not as many as projects.
    #[error("{projects} projects and {points} points")]
    PointsCount {
        /// Projects of the ballot.
        projects: usize,
        /// Points of the ballot.
        points: usize,
    },
    /// A ballot with ranks or points names a project twice.
    #[error("project {id} is named twice")]
    NamedTwice {
        /// The identifier.
        id: String,
    },
    /// An approval ballot names a project twice: it counts once.
    #[error("project {id} is approved twice and counts once")]
    ApprovedTwice {
        /// The identifier.
        id: String,
    },
    /// A ballot of one choice holds several: all of them count.
    #[error("{choices} projects where one was to be chosen")]
    SeveralChoices {
        /// Projects of the ballot.
        choices: usize,
    },
    /// META gives another number of projects or votes than the file holds: the file's is used.
    #[error("META says {key} {said}, the file holds {found}")]
    Count {
        /// The entry of META.
        key: String,
        /// What it says.
        said: String,
        /// What the file holds.
        found: usize,
    },
}

impl FaultKind {
    /// A file with such a fault cannot be counted; the others are only worth telling.
    pub fn is_refused(&self) -> bool {
        !matches!(self, Self::ApprovedTwice { .. } | Self::SeveralChoices { .. } | Self::Count { .. })
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.column {
            Some(column) => write!(f, "line {}, column {column}: {}", self.line, self.kind),
            None => write!(f, "line {}: {}", self.line, self.kind),
        }
    }
}
