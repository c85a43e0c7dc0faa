//! A workbook of one sheet, written line by line; lines already written leave memory for a temporary file of the
//! system, so an export of 100 000 contributions costs no more than one of 100.

use std::borrow::Cow;
use std::io::Write;

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use crate::Cell;

/// Lines of a sheet, the header's included: the format's own limit.
const MAX_ROWS: u32 = 1_048_576;
/// UTF-16 units of a cell: the format's own limit.
const MAX_CELL_UNITS: usize = 32_767;

/// Why a workbook could not be written.
#[derive(Debug, thiserror::Error)]
pub enum XlsxOutError {
    /// More lines than a sheet can hold: split the export or use CSV.
    #[error("a sheet holds at most {MAX_ROWS} lines")]
    TooManyLines,
    /// More columns than a sheet can hold.
    #[error("a sheet holds at most 16384 columns")]
    TooManyColumns,
    /// The sheet's name is empty, longer than 31 characters, or holds one of `[ ] : * ? / \`.
    #[error("not a sheet name")]
    SheetName,
    /// The temporary file or the destination could not be written.
    #[error("the workbook could not be written: {0}")]
    Write(String),
}

impl XlsxOutError {
    /// The name under which the caller translates this error.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooManyLines => "xlsx-too-many-lines",
            Self::TooManyColumns => "xlsx-too-many-columns",
            Self::SheetName => "xlsx-sheet-name",
            Self::Write(_) => "xlsx-write",
        }
    }
}

impl From<XlsxError> for XlsxOutError {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::RowColumnLimitError => Self::TooManyColumns,
            XlsxError::SheetnameCannotBeBlank(_)
            | XlsxError::SheetnameLengthExceeded(_)
            | XlsxError::SheetnameContainsInvalidCharacter(_)
            | XlsxError::SheetnameStartsOrEndsWithApostrophe(_) => Self::SheetName,
            other => Self::Write(other.to_string()),
        }
    }
}

/// A column: its name and its width in characters.
#[derive(Clone, Copy, Debug)]
pub struct Column<'a> {
    /// Shown in the header line.
    pub name: &'a str,
    /// In characters of the default font.
    pub width: u16,
}

/// Writes a workbook line by line.
pub struct XlsxWriter {
    book: Workbook,
    formats: Formats,
    next_row: u32,
    shortened: usize,
}

struct Formats {
    header: Format,
    text: Format,
    number: Format,
    share: Format,
    date: Format,
    moment: Format,
}

impl Formats {
    fn new() -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        Self {
            header: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_background_color(Color::RGB(0x00EE_EEEE))
                .set_border_bottom(FormatBorder::Thin),
            text: top.clone().set_text_wrap(),
            share: top.clone().set_num_format("0.0%"),
            date: top.clone().set_num_format("yyyy-mm-dd"),
            moment: top.clone().set_num_format("yyyy-mm-dd hh:mm"),
            number: top,
        }
    }
}

impl XlsxWriter {
    /// Begins a workbook whose single sheet is called `sheet`, with its header line styled and frozen; fails on a
    /// name or a number of columns that the format refuses.
    pub fn new(sheet: &str, columns: &[Column<'_>]) -> Result<Self, XlsxOutError> {
        let mut book = Workbook::new();
        let formats = Formats::new();
        let page = book.add_worksheet_with_constant_memory()?;
        page.set_name(sheet)?.set_freeze_panes(1, 0)?;
        for (index, column) in (0u32..).zip(columns) {
            let index = column_number(index)?;
            page.set_column_width(index, f64::from(column.width))?;
            page.write_string_with_format(0, index, column.name, &formats.header)?;
        }
        Ok(Self { book, formats, next_row: 1, shortened: 0 })
    }

    /// Writes one line; fails when the sheet is full.
    pub fn line(&mut self, cells: &[Cell<'_>]) -> Result<(), XlsxOutError> {
        if self.next_row >= MAX_ROWS {
            return Err(XlsxOutError::TooManyLines);
        }
        let page = self.book.worksheet_from_index(0)?;
        for (index, cell) in (0u32..).zip(cells) {
            let place = (self.next_row, column_number(index)?);
            self.shortened += usize::from(write_cell(page, place, cell, &self.formats)?);
        }
        self.next_row += 1;
        Ok(())
    }

    /// Texts cut so far because a cell holds at most 32 767 characters; say it beside the file.
    pub const fn shortened(&self) -> usize {
        self.shortened
    }

    /// Ends the workbook and writes it to `out`.
    pub fn finish(mut self, out: impl Write + Send) -> Result<(), XlsxOutError> {
        self.book.save_to_writer(out).map_err(XlsxOutError::from)
    }
}

fn column_number(index: u32) -> Result<u16, XlsxOutError> {
    u16::try_from(index).map_err(|_| XlsxOutError::TooManyColumns)
}

/// Writes a cell and says whether its text had to be cut. Texts are written as strings, so none can be a formula.
fn write_cell(page: &mut Worksheet, place: (u32, u16), cell: &Cell<'_>, formats: &Formats) -> Result<bool, XlsxError> {
    let (row, column) = place;
    match cell {
        Cell::Text(text) => {
            let kept = fit(text);
            page.write_string_with_format(row, column, kept.as_ref(), &formats.text)?;
            return Ok(kept.len() != text.len());
        }
        Cell::Integer(count) => {
            page.write_number_with_format(row, column, *count as f64, &formats.number)?;
        }
        Cell::Number(figure) if figure.is_finite() => {
            page.write_number_with_format(row, column, *figure, &formats.number)?;
        }
        Cell::Share(share) if share.is_finite() => {
            page.write_number_with_format(row, column, *share, &formats.share)?;
        }
        Cell::Empty | Cell::Number(_) | Cell::Share(_) => {}
        Cell::Date(day) => {
            page.write_datetime_with_format(row, column, *day, &formats.date)?;
        }
        Cell::DateTime(moment) => {
            page.write_datetime_with_format(row, column, *moment, &formats.moment)?;
        }
    }
    Ok(false)
}

fn fit(text: &str) -> Cow<'_, str> {
    if text.len() <= MAX_CELL_UNITS || text.encode_utf16().count() <= MAX_CELL_UNITS {
        return Cow::Borrowed(text);
    }
    let mut units = 0;
    let kept = text.chars().take_while(|letter| {
        units += letter.len_utf16();
        units < MAX_CELL_UNITS
    });
    Cow::Owned(kept.chain(['…']).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::{self, Limits};
    use jiff::civil::date;

    const COLUMNS: [Column<'static>; 3] =
        [Column { name: "Réponse", width: 60 }, Column { name: "n", width: 8 }, Column { name: "Le", width: 12 }];

    fn written(lines: &[[Cell<'_>; 3]]) -> Vec<u8> {
        let mut book = XlsxWriter::new("Réponses", &COLUMNS).unwrap();
        for line in lines {
            book.line(line).unwrap();
        }
        let mut bytes = Vec::new();
        book.finish(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn is_read_back_as_it_was_written() {
        let bytes = written(&[
            [Cell::from("=1+1"), Cell::Integer(12), Cell::Date(date(2026, 3, 1))],
            [Cell::from("Un banc"), Cell::Number(0.1), Cell::DateTime(date(2026, 3, 1).at(18, 30, 0, 0))],
        ]);
        let table = tables::read(&bytes, "r.xlsx", &Limits::default()).unwrap();
        assert_eq!(table.headers, ["Réponse", "n", "Le"]);
        assert_eq!(table.lines[0].cells, ["=1+1", "12", "2026-03-01"]);
        assert_eq!(table.lines[1].cells, ["Un banc", "0.1", "2026-03-01T18:30:00"]);
    }

    #[test]
    fn cuts_what_a_cell_cannot_hold_and_says_so() {
        let long = "é".repeat(MAX_CELL_UNITS + 1);
        let mut book = XlsxWriter::new("Réponses", &COLUMNS).unwrap();
        book.line(&[Cell::from(long.as_str())]).unwrap();
        assert_eq!(book.shortened(), 1);
        assert_eq!(fit(&long).encode_utf16().count(), MAX_CELL_UNITS);
    }

    #[test]
    fn refuses_a_sheet_name_the_format_forbids() {
        assert!(matches!(XlsxWriter::new("a/b", &COLUMNS), Err(XlsxOutError::SheetName)));
    }
}
