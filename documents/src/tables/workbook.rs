//! XLSX and ODS workbooks: counted first, unfolded after.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Ods, OdsError, Reader as _, Sheet, SheetType, SheetVisible, Xlsx, XlsxError};
use zip::ZipArchive;

use super::bounded::Bounded;
use super::delimited::fit;
use super::{Format, Found, Limits, Line, LineError, LineReason, TableError, columns};
use values::{Shown, of_ods, of_xlsx};

mod ods_size;
mod values;

/// The lines that can be used and the others, in order.
pub type LineResults = Vec<Result<Line, LineError>>;
type Bytes<'a> = Cursor<&'a [u8]>;

/// One sheet, ready to be given line by line.
pub struct SheetLines {
    pub format: Format,
    pub headers: Vec<String>,
    pub sheets: Vec<String>,
    pub lines: LineResults,
}

/// Reads the sheet called `sheet`, or the first visible one.
pub fn read(bytes: &[u8], sheet: Option<&str>, limits: &Limits) -> Result<SheetLines, TableError> {
    let format = weigh(bytes, limits)?;
    // The workbook readers are not ours: whatever a crafted file makes them do, it is a damaged file.
    let unfold = || match format {
        Format::Ods => read_ods(bytes, sheet, limits),
        _ => read_xlsx(bytes, sheet, limits),
    };
    let (sheets, rows) = catch_unwind(AssertUnwindSafe(unfold)).unwrap_or(Err(TableError::Damaged))?;
    let (headers, lines) = rows.into_lines(limits)?;
    Ok(SheetLines { format, headers, sheets, lines })
}

/// Tells what the archive is, refuses what claims to be too large, then unfolds it once into nothing: a real size may be
/// larger than its claim.
fn weigh(bytes: &[u8], limits: &Limits) -> Result<Format, TableError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| TableError::Damaged)?;
    let format = format_of(&mut archive)?;
    let mut left = limits.max_expanded_bytes;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|_| TableError::Damaged)?;
        let expands = TableError::ExpandsTooMuch { max_bytes: limits.max_expanded_bytes };
        if entry.size() > left {
            return Err(expands);
        }
        left -= io::copy(&mut Bounded::new(entry, left, expands), &mut io::sink())?;
    }
    Ok(format)
}

fn format_of(archive: &mut ZipArchive<Bytes<'_>>) -> Result<Format, TableError> {
    let has = |name: &str| archive.index_for_name(name).is_some();
    if has("xl/workbook.xml") {
        return Ok(Format::Xlsx);
    }
    let found = if has("word/document.xml") {
        Found::TextDocument
    } else if has("xl/workbook.bin") {
        Found::OldOffice
    } else {
        return open_document(archive);
    };
    Err(TableError::WrongType { found })
}

fn open_document(archive: &mut ZipArchive<Bytes<'_>>) -> Result<Format, TableError> {
    let mut kind = String::new();
    if let Ok(entry) = archive.by_name("mimetype") {
        entry.take(100).read_to_string(&mut kind)?;
    }
    match kind.trim() {
        "application/vnd.oasis.opendocument.spreadsheet" => Ok(Format::Ods),
        other if other.contains("opendocument.text") => Err(TableError::WrongType { found: Found::TextDocument }),
        _ => Err(TableError::WrongType { found: Found::Archive }),
    }
}

fn read_xlsx(bytes: &[u8], sheet: Option<&str>, limits: &Limits) -> Result<(Vec<String>, Rows), TableError> {
    let mut book: Xlsx<Bytes<'_>> = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::Password => TableError::Encrypted,
        _ => TableError::Damaged,
    })?;
    let (chosen, sheets) = choose(book.sheets_metadata(), sheet)?;
    let mut rows = Rows::default();
    let mut cells = book.worksheet_cells_reader(&chosen).map_err(|_| TableError::Damaged)?;
    while let Some(cell) = cells.next_cell().map_err(|_| TableError::Damaged)? {
        rows.push(cell.get_position(), of_xlsx(cell.get_value()), limits)?;
    }
    Ok((sheets, rows))
}

fn read_ods(bytes: &[u8], sheet: Option<&str>, limits: &Limits) -> Result<(Vec<String>, Rows), TableError> {
    ods_size::check(bytes, limits)?;
    let mut book: Ods<Bytes<'_>> = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
        OdsError::Password => TableError::Encrypted,
        _ => TableError::Damaged,
    })?;
    let (chosen, sheets) = choose(book.sheets_metadata(), sheet)?;
    let range = book.worksheet_range(&chosen).map_err(|_| TableError::Damaged)?;
    let (top, left) = range.start().unwrap_or_default();
    let mut rows = Rows::default();
    for (row, cells) in (top..).zip(range.rows()) {
        for (column, cell) in (left..).zip(cells) {
            rows.push((row, column), of_ods(cell), limits)?;
        }
    }
    Ok((sheets, rows))
}

/// The sheet to read and all those that could have been.
fn choose(all: &[Sheet], wanted: Option<&str>) -> Result<(String, Vec<String>), TableError> {
    let readable = |sheet: &&Sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet;
    let sheets: Vec<String> = all.iter().filter(readable).map(|sheet| sheet.name.clone()).collect();
    let chosen = match wanted {
        None => sheets.first().cloned().ok_or(TableError::Empty)?,
        Some(name) if sheets.iter().any(|sheet| sheet == name) => name.to_owned(),
        Some(name) => {
            return Err(TableError::SheetUnknown { name: name.to_owned(), sheets });
        }
    };
    Ok((chosen, sheets))
}

/// The used cells of a sheet, by row then column, both counted from 0.
#[derive(Default)]
struct Rows {
    used: BTreeMap<u32, Vec<(u32, Shown)>>,
    cells: u64,
    bytes: u64,
}

impl Rows {
    /// Keeps a used cell; fails when the sheet grows beyond the limits.
    fn push(&mut self, (row, column): (u32, u32), shown: Option<Shown>, limits: &Limits) -> Result<(), TableError> {
        let Some(shown) = shown else { return Ok(()) };
        self.cells += 1;
        self.bytes += shown.as_ref().map_or(0, |text| text.len() as u64);
        if self.cells > limits.max_cells {
            return Err(TableError::TooManyCells { max: limits.max_cells });
        }
        // Sheets share their texts: a long one, used everywhere, unfolds here.
        if self.bytes > limits.max_expanded_bytes {
            return Err(TableError::ExpandsTooMuch { max_bytes: limits.max_expanded_bytes });
        }
        self.used.entry(row).or_default().push((column, shown));
        Ok(())
    }

    /// The column names and the lines; what stands left of the table is left out.
    fn into_lines(mut self, limits: &Limits) -> Result<(Vec<String>, LineResults), TableError> {
        let left = self.used.values().flatten().map(|(column, _)| *column).min().unwrap_or_default();
        self.used.values_mut().flatten().for_each(|(column, _)| *column -= left);
        let mut rows = self.used.into_iter();
        let (_, first) = rows.next().ok_or(TableError::Empty)?;
        let names = spread(first, limits.max_columns)
            .ok_or(TableError::TooManyColumns { max: limits.max_columns })?
            .into_iter()
            .map(Result::unwrap_or_default)
            .collect();
        let headers = columns::check(names, limits)?;
        let lines = rows.map(|(row, cells)| line(row, cells, headers.len(), limits)).collect();
        Ok((headers, lines))
    }
}

fn line(row: u32, cells: Vec<(u32, Shown)>, expected: usize, limits: &Limits) -> Result<Line, LineError> {
    let number = u64::from(row) + 1;
    let found = cells.iter().map(|(column, _)| *column as usize + 1).max().unwrap_or_default();
    let Some(mut cells) = spread(cells, limits.max_columns) else {
        return Err(LineError::new(number, LineReason::TooManyCells { expected, found }, Vec::new()));
    };
    if cells.len() < expected {
        cells.resize(expected, Ok(String::new()));
    }
    let fault = cells.iter().take(expected).position(Result::is_err);
    let texts = cells.into_iter().map(Result::unwrap_or_default).collect();
    match fault {
        Some(column) => Err(LineError::new(number, LineReason::FormulaError { column: column + 1 }, texts)),
        None => fit(number, texts, expected),
    }
}

/// Cells at their columns, the gaps filled; nothing when a cell lies beyond `max` columns.
fn spread(cells: Vec<(u32, Shown)>, max: usize) -> Option<Vec<Shown>> {
    let mut line = Vec::new();
    for (column, shown) in cells {
        let column = usize::try_from(column).ok().filter(|column| *column < max)?;
        if line.len() <= column {
            line.resize(column + 1, Ok(String::new()));
        }
        line[column] = shown;
    }
    Some(line)
}
