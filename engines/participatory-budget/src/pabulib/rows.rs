//! The rows of a file: sections, headings, cells.

use std::borrow::Cow;

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
    /// The next quote, or return that ends no line.
    odd: usize,
    has_lone_returns: bool,
    section: Option<Section>,
    awaiting_heads: bool,
}

impl<'a> Rows<'a> {
    /// `text` does not begin with a byte order mark.
    pub(super) fn new(text: &'a str) -> Self {
        let has_lone_returns = has_lone_returns(text.as_bytes());
        let odd = next_odd(text.as_bytes(), 0, has_lone_returns);
        Self { text, at: 0, odd, has_lone_returns, section: None, awaiting_heads: false }
    }

    /// No quote and no odd end of line stands before this place.
    pub(super) fn is_plain_until(&mut self, end: usize) -> bool {
        if self.odd < self.at {
            self.odd = next_odd(self.text.as_bytes(), self.at, self.has_lone_returns);
        }
        self.odd >= end
    }

    /// The next row that is not empty. Of its cells the first `most` are told; then those that are left, as one.
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

    /// A record with quotes, over several lines perhaps, as `csv` reads it.
    fn quoted(&mut self, cells: &mut Cells<'a>) -> Option<()> {
        let bytes = self.text.as_bytes();
        while matches!(bytes.get(self.at)?, b'\r' | b'\n') {
            self.at += 1;
        }
        loop {
            let (text, end) = quoted_cell(bytes, self.at);
            cells.push(Cow::Owned(String::from_utf8_lossy(&text).trim().to_owned()));
            self.at = (end + 1).min(bytes.len());
            if bytes.get(end) != Some(&b';') {
                return Some(());
            }
        }
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

/// What a cell holds, where it ends: a quote that opens it is closed by one that is not doubled.
fn quoted_cell(bytes: &[u8], at: usize) -> (Vec<u8>, usize) {
    let mut is_open = bytes.get(at) == Some(&b'"');
    let (mut at, mut text) = (at + usize::from(is_open), Vec::new());
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' if is_open && bytes.get(at + 1) != Some(&b'"') => is_open = false,
            b';' | b'\n' | b'\r' if !is_open => break,
            b'"' if is_open => {
                text.push(b'"');
                at += 1;
            }
            _ => text.push(*byte),
        }
        at += 1;
    }
    (text, at)
}

fn next_odd(bytes: &[u8], mut at: usize, has_lone_returns: bool) -> usize {
    if !has_lone_returns {
        return memchr(b'"', &bytes[at..]).map_or(bytes.len(), |found| at + found);
    }
    while let Some(found) = memchr2(b'"', b'\r', &bytes[at..]) {
        at += found;
        if bytes[at] == b'"' || bytes.get(at + 1).is_some_and(|next| *next != b'\n') {
            return at;
        }
        at += 1;
    }
    bytes.len()
}

/// Some return ends no line. Without an early end, so that many bytes are compared at once.
fn has_lone_returns(bytes: &[u8]) -> bool {
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    pairs.fold(0, |found, (byte, next)| found | (u8::from(*byte == b'\r') & u8::from(*next != b'\n'))) > 0
}
