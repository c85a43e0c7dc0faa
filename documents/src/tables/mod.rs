//! Reading a table that someone sends: whatever their spreadsheet wrote, whatever they called the file.

mod bounded;
mod columns;
mod delimited;
mod errors;
mod json_lines;
mod kind;
mod source;
mod text;
mod workbook;

use std::io::Read;

pub(crate) use bounded::Bounded;
pub use columns::guess_columns;
pub use errors::{Found, LineError, LineReason, TableError};

use delimited::DelimitedLines;
use json_lines::JsonLines;
use source::Opened;

use crate::spss::{Cases, Dictionary};

/// What a file may cost before it is refused. The default suits an import by an agent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file as sent.
    pub max_bytes: u64,
    /// Bytes once a gzip or a workbook is unfolded: what stops an archive made to fill the memory.
    pub max_expanded_bytes: u64,
    /// Lines after the header.
    pub max_lines: u64,
    /// Columns.
    pub max_columns: usize,
    /// Bytes of one line of a text file.
    pub max_line_bytes: usize,
    /// Cells of a workbook's sheet, empty ones between others included.
    pub max_cells: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_bytes: 50 << 20,
            max_expanded_bytes: 400 << 20,
            max_lines: 1_000_000,
            max_columns: 500,
            max_line_bytes: 1 << 20,
            max_cells: 4_000_000,
        }
    }
}

/// What a table is written in, seen from its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Text with this character between the cells; `None` for a single column.
    Delimited(Option<char>),
    /// One JSON object per line, its keys being the columns.
    JsonLines,
    /// An Excel workbook.
    Xlsx,
    /// An OpenDocument spreadsheet.
    Ods,
    /// A file of SPSS, `.sav` or `.zsav`.
    Spss,
}

/// One record of the table: as many cells as there are headers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The line its owner sees in the file, counted from 1 and including the header; of a file of SPSS, which has no line
    /// of header, the number of the case.
    pub number: u64,
    /// The cells as text: dates as ISO, numbers plain.
    pub cells: Vec<String>,
}

/// A whole table in memory. For a long one use [`Reader`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it was written in.
    pub format: Format,
    /// Column names, trimmed.
    pub headers: Vec<String>,
    /// The lines that can be used.
    pub lines: Vec<Line>,
    /// The lines that cannot, with their reasons.
    pub problems: Vec<LineError>,
    /// The visible sheets of a workbook, so that another can be chosen; empty for a text file.
    pub sheets: Vec<String>,
}

/// Reads a whole table; of a workbook, the first visible sheet. Fails when nothing can be used.
pub fn read(bytes: &[u8], file_name: &str, limits: &Limits) -> Result<Table, TableError> {
    collect(Reader::open(bytes, file_name, limits)?)
}

/// Reads the sheet called `sheet` of a workbook; fails like [`read`], or when there is no such sheet.
pub fn read_sheet(bytes: &[u8], file_name: &str, sheet: &str, limits: &Limits) -> Result<Table, TableError> {
    collect(Reader::open_sheet(bytes, file_name, sheet, limits)?)
}

fn collect(mut reader: Reader<'_>) -> Result<Table, TableError> {
    let (mut lines, mut problems) = (Vec::new(), Vec::new());
    for line in reader.by_ref() {
        match line {
            Ok(line) => lines.push(line),
            Err(LineError { reason: LineReason::Stopped(error), .. }) => return Err(error),
            Err(problem) => problems.push(problem),
        }
    }
    Ok(Table { format: reader.format, headers: reader.headers, lines, problems, sheets: reader.sheets })
}

/// A table read line by line: memory stays flat for CSV and JSON lines.
///
/// The iterator gives each line, or why it cannot be used. When the file itself breaks half-way (a limit, a damaged
/// archive) the last item's reason is [`LineReason::Stopped`].
pub struct Reader<'a> {
    format: Format,
    headers: Vec<String>,
    sheets: Vec<String>,
    lines: Lines<'a>,
    given: u64,
    max_lines: u64,
    ended: bool,
}

enum Lines<'a> {
    Delimited(Box<DelimitedLines<'a>>),
    Json(JsonLines<'a>),
    Sheet(std::vec::IntoIter<Result<Line, LineError>>),
    Spss(Box<Cases<'a>>),
}

impl<'a> Reader<'a> {
    /// Opens a table and reads its header; of a workbook, the first visible sheet. Fails when nothing can be used.
    ///
    /// A workbook is read whole here; the rest of a text file is read as the iterator goes.
    pub fn open(source: impl Read + Send + 'a, file_name: &str, limits: &Limits) -> Result<Self, TableError> {
        Self::open_any(source, file_name, None, limits)
    }

    /// Opens the sheet called `sheet` of a workbook; a text file has none and ignores the name.
    pub fn open_sheet(
        source: impl Read + Send + 'a,
        file_name: &str,
        sheet: &str,
        limits: &Limits,
    ) -> Result<Self, TableError> {
        Self::open_any(source, file_name, Some(sheet), limits)
    }

    fn open_any(
        source: impl Read + Send + 'a,
        file_name: &str,
        sheet: Option<&str>,
        limits: &Limits,
    ) -> Result<Self, TableError> {
        let (format, headers, sheets, lines) = match source::open(source, file_name, limits)? {
            Opened::Delimited(input) => {
                let (separator, headers, lines) = DelimitedLines::open(input, file_name, limits)?;
                (Format::Delimited(separator), headers, Vec::new(), Lines::Delimited(Box::new(lines)))
            }
            Opened::JsonLines(input) => {
                let (headers, lines) = JsonLines::open(input, limits)?;
                (Format::JsonLines, headers, Vec::new(), Lines::Json(lines))
            }
            Opened::Spss(input) => {
                let cases = Cases::open(input.stream, limits)?;
                let names = cases.dictionary().variables.iter().map(|one| one.name.clone()).collect();
                (Format::Spss, columns::check(names, limits)?, Vec::new(), Lines::Spss(Box::new(cases)))
            }
            Opened::Workbook(bytes) => {
                let read = workbook::read(&bytes, sheet, limits)?;
                (read.format, read.headers, read.sheets, Lines::Sheet(read.lines.into_iter()))
            }
        };
        Ok(Self { format, headers, sheets, lines, given: 0, max_lines: limits.max_lines, ended: false })
    }

    /// What the table is written in.
    pub fn format(&self) -> Format {
        self.format
    }

    /// Column names, trimmed.
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// What a file of SPSS says of its columns: the words behind the codes that its lines give.
    pub fn dictionary(&self) -> Option<&Dictionary> {
        match &self.lines {
            Lines::Spss(cases) => Some(cases.dictionary()),
            _ => None,
        }
    }

    /// The visible sheets of a workbook; empty for a text file.
    pub fn sheets(&self) -> &[String] {
        &self.sheets
    }
}

impl Iterator for Reader<'_> {
    type Item = Result<Line, LineError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let line = match &mut self.lines {
            Lines::Delimited(lines) => lines.next_line(),
            Lines::Json(lines) => lines.next_line(),
            Lines::Sheet(lines) => lines.next(),
            Lines::Spss(cases) => cases.next_line(),
        }?;
        self.given += 1;
        let line = if self.given > self.max_lines {
            let number = line.map_or_else(|problem| problem.line, |line| line.number);
            Err(LineError::stopped(number, TableError::TooManyLines { max: self.max_lines }))
        } else {
            line
        };
        self.ended = matches!(&line, Err(LineError { reason: LineReason::Stopped(_), .. }));
        Some(line)
    }
}
