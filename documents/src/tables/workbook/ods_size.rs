//! How large an ODS sheet becomes once its repetitions are unfolded. A few hundred bytes can stand for a billion
//! cells, and the reader unfolds them in memory: so they are counted before it is asked.

use std::io::{BufReader, Cursor};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use crate::tables::{Limits, TableError};

/// The format's own limits; repetitions beyond them are cut by the reader.
const MAX_ROWS: u64 = 1_048_576;
const MAX_COLUMNS: u64 = 16_384;

/// Fails when one of the sheets would unfold beyond the limits.
pub fn check(bytes: &[u8], limits: &Limits) -> Result<(), TableError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| TableError::Damaged)?;
    let content = archive.by_name("content.xml").map_err(|_| TableError::Damaged)?;
    let mut xml = Reader::from_reader(BufReader::new(content));
    xml.config_mut().check_end_names = false;
    xml.config_mut().expand_empty_elements = true;
    let (mut size, mut buffer) = (Size::default(), Vec::new());
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(|_| TableError::Damaged)? {
            Event::Start(element) => size.start(&element),
            Event::Text(text) => size.text(text.len() as u64),
            Event::End(element) if element.name().as_ref().ends_with("table-cell") => size.cell_repeats = 0,
            Event::Eof => return Ok(()),
            _ => {}
        }
        size.check(limits)?;
    }
}

/// What has been met so far; cells and bytes add up over all sheets, since all are unfolded.
#[derive(Default)]
struct Size {
    cells: u64,
    bytes: u64,
    /// Rows and widest row of the current sheet, up to the last used cell.
    rows: u64,
    empty_rows: u64,
    width: u64,
    row_repeats: u64,
    /// Cells of the current row, and those since the last used one.
    row_cells: u64,
    empty_cells: u64,
    cell_repeats: u64,
}

impl Size {
    fn start(&mut self, element: &BytesStart<'_>) {
        match element.name().as_ref() {
            "table:table" => {
                self.cells = self.unfolded();
                (self.rows, self.empty_rows, self.width) = (0, 0, 0);
            }
            "table:table-row" => {
                self.row_repeats = repeats(element, "table:number-rows-repeated").min(MAX_ROWS);
                self.empty_rows = (self.empty_rows + self.row_repeats).min(MAX_ROWS);
                (self.row_cells, self.empty_cells) = (0, 0);
            }
            "table:table-cell" | "table:covered-table-cell" => self.cell(element),
            _ => {}
        }
    }

    fn cell(&mut self, element: &BytesStart<'_>) {
        let repeats = repeats(element, "table:number-columns-repeated").min(MAX_COLUMNS);
        self.empty_cells = (self.empty_cells + repeats).min(MAX_COLUMNS);
        if is_used(element) {
            self.cell_repeats = repeats;
            self.row_cells = (self.row_cells + self.empty_cells).min(MAX_COLUMNS);
            self.width = self.width.max(self.row_cells);
            self.rows = (self.rows + self.empty_rows).min(MAX_ROWS);
            (self.empty_cells, self.empty_rows) = (0, 0);
            self.text(element.len() as u64);
        }
    }

    /// A text inside a used cell is copied as often as the cell is; there are no copies outside.
    fn text(&mut self, bytes: u64) {
        let copies = self.cell_repeats * self.row_repeats;
        self.bytes = self.bytes.saturating_add(bytes.saturating_mul(copies));
    }

    fn unfolded(&self) -> u64 {
        self.cells.saturating_add(self.rows * self.width)
    }

    fn check(&self, limits: &Limits) -> Result<(), TableError> {
        if self.unfolded() > limits.max_cells {
            return Err(TableError::TooManyCells { max: limits.max_cells });
        }
        if self.bytes > limits.max_expanded_bytes {
            return Err(TableError::ExpandsTooMuch { max_bytes: limits.max_expanded_bytes });
        }
        Ok(())
    }
}

fn repeats(element: &BytesStart<'_>, name: &str) -> u64 {
    let attribute = element.attributes().flatten().find(|attribute| attribute.key.as_ref() == name);
    attribute.and_then(|attribute| attribute.value.parse().ok()).unwrap_or(1)
}

/// A used cell says what it holds; an empty one only how it looks.
fn is_used(element: &BytesStart<'_>) -> bool {
    element.attributes().flatten().any(|attribute| {
        let key = attribute.key.as_ref();
        key == "table:formula" || key.starts_with("office:") || key.starts_with("calcext:")
    })
}
