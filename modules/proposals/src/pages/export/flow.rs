//! Writing an export while it is sent: a thread that may wait reads a page, writes it, and stops as soon as the reader
//! does. What is held in memory is one page and a few pieces of the file.

use std::io::{self, Write};
use std::sync::Arc;

use arpent_commons::domain::initiative::Initiative;
use arpent_core::Id;
use arpent_documents::Cell;
use arpent_documents::csv_out::{CsvOptions, CsvWriter};
use arpent_documents::xlsx_out::{Column as Head, XlsxWriter};
use arpent_web::{Caller, Lang};
use axum::body::Bytes;
use futures_util::Stream;
use futures_util::stream::poll_fn;
use tokio::runtime::Handle;
use tokio::sync::mpsc::{self, Sender};

use super::columns::{Column, json_line};
use crate::store::exports::{Exported, after};
use crate::texts::Texts;

/// Lines read at once.
const PAGE: i64 = 500;
/// Bytes of a piece.
const PIECE: usize = 64 << 10;
/// Pieces waiting for a slow reader.
const WAITING: usize = 4;

/// In what the export is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// For a spreadsheet: semicolons, byte order mark.
    Csv,
    /// A workbook.
    Xlsx,
    /// One object per line.
    JsonLines,
}

impl Kind {
    /// Of the file's name.
    pub(super) const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::JsonLines => "jsonl",
        }
    }

    /// For the browser.
    pub(super) const fn content_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::JsonLines => "application/x-ndjson",
        }
    }
}

/// The file, piece by piece. An error half-way breaks the transfer, which browsers report: a cut file never looks whole.
pub(super) fn flow(
    caller: &Caller,
    initiative: Id<Initiative>,
    kind: Kind,
) -> impl Stream<Item = io::Result<Bytes>> + Send + use<> {
    let (sender, mut receiver) = mpsc::channel(WAITING);
    let source = Source {
        caller: caller.clone(),
        initiative,
        handle: Handle::current(),
        base_url: Arc::clone(&caller.base_url),
    };
    tokio::task::spawn_blocking(move || {
        let pieces = Pieces { sender: sender.clone(), held: Vec::with_capacity(PIECE) };
        if let Err(error) = write(&source, kind, pieces)
            && error.kind() != io::ErrorKind::BrokenPipe
        {
            tracing::error!(%error, "an export stopped half-way");
            let _ = sender.blocking_send(Err(error));
        }
    });
    poll_fn(move |cx| receiver.poll_recv(cx))
}

/// Where the lines come from.
struct Source {
    caller: Caller,
    initiative: Id<Initiative>,
    handle: Handle,
    base_url: Arc<str>,
}

impl Source {
    /// Gives every line, page after page.
    fn each(&self, mut line: impl FnMut(&Exported) -> io::Result<()>) -> io::Result<()> {
        let mut number = 0;
        loop {
            let page = self.handle.block_on(after(&self.caller.db, self.initiative, number, PAGE));
            let page = page.map_err(io::Error::other)?;
            page.iter().try_for_each(&mut line)?;
            match page.last() {
                Some(last) => number = last.number,
                None => return Ok(()),
            }
        }
    }

    fn cells<'a>(&self, one: &'a Exported) -> Vec<Cell<'a>> {
        let lang: Lang = self.caller.lang;
        Column::ALL.iter().map(|column| column.cell(one, lang, &self.base_url)).collect()
    }
}

fn write(source: &Source, kind: Kind, mut pieces: Pieces) -> io::Result<()> {
    let t = Texts::new(source.caller.lang);
    match kind {
        Kind::Csv => {
            let mut csv = CsvWriter::new(pieces, CsvOptions::spreadsheet())?;
            csv.headers(&Column::ALL.iter().map(|column| column.name(t)).collect::<Vec<_>>())?;
            source.each(|one| csv.line(&source.cells(one)))?;
            csv.finish()?.flush()
        }
        Kind::Xlsx => {
            let heads: Vec<Head<'_>> =
                Column::ALL.iter().map(|column| Head { name: column.name(t), width: column.width() }).collect();
            let mut xlsx = XlsxWriter::new(t.export_sheet(), &heads).map_err(io::Error::other)?;
            source.each(|one| xlsx.line(&source.cells(one)).map_err(io::Error::other))?;
            xlsx.finish(&mut pieces).map_err(io::Error::other)?;
            pieces.flush()
        }
        Kind::JsonLines => {
            source.each(|one| writeln!(pieces, "{}", json_line(one, &source.base_url)?))?;
            pieces.flush()
        }
    }
}

/// Gathers what is written into pieces, and waits when the reader is slow.
struct Pieces {
    sender: Sender<io::Result<Bytes>>,
    held: Vec<u8>,
}

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.held.extend_from_slice(bytes);
        if self.held.len() >= PIECE {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.held.is_empty() {
            return Ok(());
        }
        let piece = Bytes::from(std::mem::replace(&mut self.held, Vec::with_capacity(PIECE)));
        self.sender.blocking_send(Ok(piece)).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}
