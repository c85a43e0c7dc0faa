//! The rows of a file: sections, headings, cells.

use std::borrow::Cow;

use csv::{ByteRecord, ReaderBuilder};
use memchr::{memchr, memchr2};

use super::bytes::cell_end;
use super::cells::trimmed;
use super::fault::Section;

/// The cells of a row, without the spaces around them.
pub(super) type Cells<'a> = Vec<Cow<'a, str>>;

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    /// It opens a section.
    Opens(Section),
    /// It names the columns of a section.
    Heads(Section),
    /// It belongs to a section.
    Of(Section),
    /// It comes before any section.
    Outside,
}

/// Rows one after the other.
#[derive(Debug)]
pub(super) struct Rows<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    /// The next quote, or return that ends no line: what `csv` is needed for.
    odd: usize,
    section: Option<Section>,
    awaiting_heads: bool,
}

impl<'a> Rows<'a> {
    /// `text` does not begin with a byte order mark.
    pub(super) fn new(text: &'a str) -> Self {
        let odd = next_odd(text.as_bytes(), 0);
        Self { text, at: 0, odd, section: None, awaiting_heads: false }
    }

    /// Nothing before this place needs `csv`.
    pub(super) fn is_plain_until(&mut self, end: usize) -> bool {
        if self.odd < self.at {
            self.odd = next_odd(self.text.as_bytes(), self.at);
        }
        self.odd >= end
    }

    /// The next row that is not empty. Of its cells the first `most` are told; then those that are left, as one. `None` at
    /// the end, or where `csv` finds no more.
    pub(super) fn next(&mut self, most: usize, cells: &mut Cells<'a>) -> Option<Row> {
        loop {
            self.cells(most, cells)?;
            if !are_empty(cells) {
                return Some(self.kind(cells));
            }
        }
    }

    fn cells(&mut self, most: usize, cells: &mut Cells<'a>) -> Option<()> {
        cells.clear();
        let bytes = self.text.as_bytes();
        if self.at >= bytes.len() {
            return None;
        }
        let end = memchr(b'\n', &bytes[self.at..]).map_or(bytes.len(), |length| self.at + length);
        if !self.is_plain_until(end) {
            return self.quoted(cells);
        }
        let mut start = self.at;
        while cells.len() < most && start <= end {
            let stop = cell_end(bytes, start);
            cells.push(Cow::Borrowed(trimmed(&self.text[start..stop])));
            start = stop + 1;
        }
        if start <= end {
            let rest = &self.text[start..end];
            let is_empty = rest.chars().all(|one| one == ';' || one.is_whitespace());
            cells.push(Cow::Borrowed(if is_empty { "" } else { rest }));
        }
        self.at = end + 1;
        Some(())
    }

    fn quoted(&mut self, cells: &mut Cells<'a>) -> Option<()> {
        let rest = &self.text.as_bytes()[self.at..];
        let mut reader = ReaderBuilder::new().delimiter(b';').flexible(true).has_headers(false).from_reader(rest);
        let mut record = ByteRecord::new();
        if !reader.read_byte_record(&mut record).unwrap_or(false) {
            self.at = self.text.len();
            return None;
        }
        let text = |cell: &[u8]| Cow::Owned(String::from_utf8_lossy(cell).trim().to_owned());
        cells.extend(record.iter().map(text));
        self.at += usize::try_from(reader.position().byte()).unwrap_or(usize::MAX).max(1);
        Some(())
    }

    fn kind(&mut self, cells: &Cells<'_>) -> Row {
        let named = |section: &Section| cells[0].eq_ignore_ascii_case(section.word());
        let opened = [Section::Meta, Section::Projects, Section::Votes].into_iter().find(named);
        if let Some(section) = opened.filter(|_| are_empty(&cells[1..])) {
            (self.section, self.awaiting_heads) = (Some(section), true);
            return Row::Opens(section);
        }
        match self.section {
            None => Row::Outside,
            Some(section) if std::mem::take(&mut self.awaiting_heads) => Row::Heads(section),
            Some(section) => Row::Of(section),
        }
    }
}

fn are_empty(cells: &[Cow<'_, str>]) -> bool {
    cells.iter().all(|cell| cell.is_empty())
}

fn next_odd(bytes: &[u8], mut at: usize) -> usize {
    while let Some(found) = memchr2(b'"', b'\r', &bytes[at..]) {
        at += found;
        if bytes[at] == b'"' || bytes.get(at + 1).is_some_and(|next| *next != b'\n') {
            return at;
        }
        at += 1;
    }
    bytes.len()
}
