//! CSV in all its dialects, record by record.

use std::io::{BufRead, BufReader, Read};

use super::source::Input;
use super::text::TextEncoding;
use super::{Limits, Line, LineError, LineReason, TableError, columns};
use records::{Record, Records};

mod records;

/// Stands for "no separator": a character that no text holds.
const NONE: u8 = 0x1f;
const CANDIDATES: [u8; 4] = [b';', b',', b'\t', b'|'];
/// Records looked at when choosing the separator.
const LOOKED_AT: usize = 50;

/// The lines after the header of a delimited text.
pub struct DelimitedLines<'a> {
    records: Records<BufReader<Box<dyn Read + Send + 'a>>>,
    encoding: TextEncoding,
    columns: usize,
}

impl<'a> DelimitedLines<'a> {
    /// Chooses the separator and reads the header.
    pub fn open(
        input: Input<'a>,
        file_name: &str,
        limits: &Limits,
    ) -> Result<(Option<char>, Vec<String>, Self), TableError> {
        let declared = declared_separator(&input.sample);
        let separator = declared.unwrap_or_else(|| likely_separator(&input.sample, file_name, limits));
        let encoding = TextEncoding::of(&input.sample);
        let mut stream = BufReader::with_capacity(64 << 10, input.stream);
        let mut first_line = 1;
        if declared.is_some() {
            stream.skip_until(b'\n')?;
            first_line = 2;
        }
        let records = Records::new(stream, separator, first_line, limits.max_line_bytes);
        let mut lines = Self { records, encoding, columns: usize::MAX };
        let headers = columns::check(lines.header()?, limits)?;
        lines.columns = headers.len();
        let shown = (separator != NONE).then(|| char::from(separator));
        Ok((shown, headers, lines))
    }

    fn header(&mut self) -> Result<Vec<String>, TableError> {
        let Some(record) = self.records.next_record()? else {
            return Err(TableError::Empty);
        };
        match self.cells(&record) {
            Ok(cells) if cells.iter().all(|cell| cell.trim().is_empty()) => self.header(),
            Ok(cells) => Ok(cells),
            Err(_) => Err(TableError::Damaged),
        }
    }

    /// The next line that is not blank.
    pub fn next_line(&mut self) -> Option<Result<Line, LineError>> {
        loop {
            let record = match self.records.next_record() {
                Ok(record) => record?,
                Err(error) => return Some(Err(LineError::stopped(self.records.line(), error.into()))),
            };
            match self.cells(&record) {
                Ok(cells) if cells.iter().all(|cell| cell.trim().is_empty()) => {}
                Ok(cells) => return Some(fit(record.line, cells, self.columns)),
                Err(reason) => return Some(Err(LineError::new(record.line, reason, record.lossy_cells()))),
            }
        }
    }

    fn cells(&mut self, record: &Record) -> Result<Vec<String>, LineReason> {
        if let Some(fault) = &record.fault {
            return Err(fault.clone());
        }
        let encoding = &mut self.encoding;
        record.cells().map(|bytes| encoding.decode(bytes).ok_or(LineReason::NotText)).collect()
    }
}

/// Gives a line as many cells as there are columns, or says why it cannot: empty cells too many are what
/// spreadsheets leave behind, a missing one may hide a broken line.
pub fn fit(number: u64, mut cells: Vec<String>, expected: usize) -> Result<Line, LineError> {
    let found = cells.len();
    if found < expected {
        return Err(LineError::new(number, LineReason::TooFewCells { expected, found }, cells));
    }
    if cells[expected..].iter().any(|cell| !cell.trim().is_empty()) {
        return Err(LineError::new(number, LineReason::TooManyCells { expected, found }, cells));
    }
    cells.truncate(expected);
    Ok(Line { number, cells })
}

/// Excel's `sep=;` on the first line.
fn declared_separator(sample: &[u8]) -> Option<u8> {
    let separator = *sample.strip_prefix(b"sep=")?.first()?;
    let rest = &sample[5..];
    (rest.is_empty() || rest.starts_with(b"\n") || rest.starts_with(b"\r\n")).then_some(separator)
}

/// The separator under which most records have as many cells as the header, the richer header winning a tie.
fn likely_separator(sample: &[u8], file_name: &str, limits: &Limits) -> u8 {
    let tabs = [".tsv", ".tab"].iter().any(|end| file_name.to_ascii_lowercase().ends_with(end));
    CANDIDATES
        .into_iter()
        .filter_map(|separator| {
            let (width, regular) = regularity(sample, separator, limits);
            (width > 1).then_some(((tabs && separator == b'\t', regular, width), separator))
        })
        .rev()
        .max_by_key(|(score, _)| *score)
        .map_or(NONE, |(_, separator)| separator)
}

/// Columns of the header and share, in percent, of the next records that have as many.
fn regularity(sample: &[u8], separator: u8, limits: &Limits) -> (usize, usize) {
    let mut records = Records::new(sample, separator, 1, limits.max_line_bytes);
    let mut widths = std::iter::from_fn(|| records.next_record().ok().flatten()).map(|record| record.cells().count());
    let Some(width) = widths.next() else { return (0, 0) };
    let (mut all, mut same) = (0, 0);
    for other in widths.take(LOOKED_AT) {
        all += 1;
        same += usize::from(other == width);
    }
    (width, (same * 100usize).checked_div(all).unwrap_or(100))
}
