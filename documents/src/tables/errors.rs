use std::io;

use super::bounded;

/// Why a file cannot be used as a table. Carries what a sentence for its sender needs, never the sentence.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// Nothing in it, or only blank lines.
    #[error("the file is empty")]
    Empty,
    /// The file is larger than allowed.
    #[error("the file is larger than {max_bytes} bytes")]
    TooLarge {
        /// The limit.
        max_bytes: u64,
    },
    /// The file is small but unfolds to more than allowed.
    #[error("the file unfolds to more than {max_bytes} bytes")]
    ExpandsTooMuch {
        /// The limit.
        max_bytes: u64,
    },
    /// The content is of another type, whatever the file is called.
    #[error("not a table but {found:?}")]
    WrongType {
        /// What the content is.
        found: Found,
    },
    /// Protected by a password.
    #[error("the file is protected by a password")]
    Encrypted,
    /// Of the right type, but broken.
    #[error("the file is damaged")]
    Damaged,
    /// The first line holds only figures: the column names are missing.
    #[error("the first line holds no column names")]
    NoHeader,
    /// A column in use has no name.
    #[error("column {column} has no name")]
    HeaderMissing {
        /// Counted from 1.
        column: usize,
    },
    /// Two columns have the same name, case and accents aside.
    #[error("columns {first} and {second} are both called {name}")]
    HeaderDuplicate {
        /// The name as written in the second.
        name: String,
        /// Counted from 1.
        first: usize,
        /// Counted from 1.
        second: usize,
    },
    /// More columns than allowed.
    #[error("more than {max} columns")]
    TooManyColumns {
        /// The limit.
        max: usize,
    },
    /// More lines than allowed.
    #[error("more than {max} lines")]
    TooManyLines {
        /// The limit.
        max: u64,
    },
    /// A workbook's sheet spreads over more cells than allowed.
    #[error("more than {max} cells")]
    TooManyCells {
        /// The limit.
        max: u64,
    },
    /// The workbook has no such sheet.
    #[error("no sheet called {name}")]
    SheetUnknown {
        /// The one asked for.
        name: String,
        /// Those there are.
        sheets: Vec<String>,
    },
    /// A file of SPSS declares an encoding that is not known: its accents would be guessed.
    #[error("the encoding {name} is not known")]
    EncodingUnknown {
        /// As the file declares it.
        name: String,
    },
    /// The source failed while being read.
    #[error("the source could not be read: {0}")]
    Unreadable(io::ErrorKind),
}

impl TableError {
    /// The name under which the caller translates this error.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "table-empty",
            Self::TooLarge { .. } => "table-too-large",
            Self::ExpandsTooMuch { .. } => "table-expands-too-much",
            Self::WrongType { .. } => "table-wrong-type",
            Self::Encrypted => "table-encrypted",
            Self::Damaged => "table-damaged",
            Self::NoHeader => "table-no-header",
            Self::HeaderMissing { .. } => "table-header-missing",
            Self::HeaderDuplicate { .. } => "table-header-duplicate",
            Self::TooManyColumns { .. } => "table-too-many-columns",
            Self::TooManyLines { .. } => "table-too-many-lines",
            Self::TooManyCells { .. } => "table-too-many-cells",
            Self::SheetUnknown { .. } => "table-sheet-unknown",
            Self::EncodingUnknown { .. } => "table-encoding-unknown",
            Self::Unreadable(_) => "table-unreadable",
        }
    }
}

impl From<io::Error> for TableError {
    fn from(error: io::Error) -> Self {
        if let Some(reached) = bounded::reached(&error) {
            return reached;
        }
        match error.kind() {
            // What a broken gzip or a truncated archive answers.
            io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::UnexpectedEof => Self::Damaged,
            kind => Self::Unreadable(kind),
        }
    }
}

/// What a file turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// A PDF document.
    Pdf,
    /// A text document (Word or OpenDocument).
    TextDocument,
    /// An office file of the kind used before 2007 (`.xls`, `.doc`), or Excel's binary workbook.
    OldOffice,
    /// An image.
    Image,
    /// A web page, as some programs send under the name of a spreadsheet.
    Html,
    /// XML of some kind.
    Xml,
    /// JSON that is not one object per line.
    Json,
    /// An archive of other files.
    Archive,
    /// Something that is not text.
    Binary,
}

impl Found {
    /// The name under which the caller translates this type.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pdf => "found-pdf",
            Self::TextDocument => "found-text-document",
            Self::OldOffice => "found-old-office",
            Self::Image => "found-image",
            Self::Html => "found-html",
            Self::Xml => "found-xml",
            Self::Json => "found-json",
            Self::Archive => "found-archive",
            Self::Binary => "found-binary",
        }
    }
}

/// A line that cannot be used, the others being fine.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct LineError {
    /// The line its owner sees in the file.
    pub line: u64,
    /// What is wrong with it.
    pub reason: LineReason,
    /// What could be read of it, so that its owner finds it and nothing typed is lost.
    pub cells: Vec<String>,
}

impl LineError {
    pub(crate) fn new(line: u64, reason: LineReason, cells: Vec<String>) -> Self {
        Self { line, reason, cells }
    }

    pub(crate) fn stopped(line: u64, error: TableError) -> Self {
        Self::new(line, LineReason::Stopped(error), Vec::new())
    }
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LineReason {
    /// Fewer cells than columns.
    #[error("{found} cells instead of {expected}")]
    TooFewCells {
        /// Columns of the table.
        expected: usize,
        /// Cells of the line.
        found: usize,
    },
    /// Cells in use beyond the last column.
    #[error("{found} cells instead of {expected}")]
    TooManyCells {
        /// Columns of the table.
        expected: usize,
        /// Cells of the line.
        found: usize,
    },
    /// Longer than allowed; most often a quotation mark opened and never closed.
    #[error("longer than {max_bytes} bytes")]
    TooLong {
        /// The limit.
        max_bytes: usize,
    },
    /// A quotation mark is opened here and never closed, so that the rest of the file is one cell.
    #[error("a quotation mark is never closed")]
    QuoteNotClosed,
    /// Bytes that are not text in the file's encoding.
    #[error("not text")]
    NotText,
    /// Not a JSON object.
    #[error("not a JSON object")]
    NotAnObject,
    /// A key that the first lines do not have.
    #[error("unknown column {name}")]
    UnknownColumn {
        /// The key.
        name: String,
    },
    /// A key given twice.
    #[error("column {name} given twice")]
    ColumnTwice {
        /// The key.
        name: String,
    },
    /// A formula that its spreadsheet could not compute (`#N/A`).
    #[error("an error in column {column}")]
    FormulaError {
        /// Counted from 1.
        column: usize,
    },
    /// The file cannot be read further.
    #[error("{0}")]
    Stopped(TableError),
}

impl LineReason {
    /// The name under which the caller translates this reason.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooFewCells { .. } => "line-too-few-cells",
            Self::TooManyCells { .. } => "line-too-many-cells",
            Self::TooLong { .. } => "line-too-long",
            Self::QuoteNotClosed => "line-quote-not-closed",
            Self::NotText => "line-not-text",
            Self::NotAnObject => "line-not-an-object",
            Self::UnknownColumn { .. } => "line-unknown-column",
            Self::ColumnTwice { .. } => "line-column-twice",
            Self::FormulaError { .. } => "line-formula-error",
            Self::Stopped(error) => error.code(),
        }
    }
}
