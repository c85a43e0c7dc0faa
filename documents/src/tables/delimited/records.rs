//! Records of a delimited text with the line each begins on and a bound on their size, which a plain CSV iterator
//! does not give: an unclosed quotation mark would otherwise take the rest of the file into memory.

use std::io::{self, BufRead};

use csv_core::ReadRecordResult;

use crate::tables::LineReason;

/// One record, still as bytes.
pub struct Record {
    /// The line it begins on.
    pub line: u64,
    /// Why its cells cannot be trusted.
    pub fault: Option<LineReason>,
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl Record {
    /// The cells, without their quotation marks.
    pub fn cells(&self) -> impl Iterator<Item = &[u8]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| &self.bytes[start..*end])
    }

    /// The beginning of what could be read, for showing.
    pub fn lossy_cells(&self) -> Vec<String> {
        let shown = |bytes: &[u8]| String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
        if self.fault.is_none() {
            return self.cells().map(shown).collect();
        }
        vec![shown(&self.bytes)]
    }
}

/// Splits a stream into records.
pub struct Records<R> {
    stream: R,
    parser: csv_core::Reader,
    lines: LineCount,
    max_bytes: usize,
}

impl<R: BufRead> Records<R> {
    pub fn new(stream: R, separator: u8, first_line: u64, max_bytes: usize) -> Self {
        let parser = csv_core::ReaderBuilder::new().delimiter(separator).build();
        Self { stream, parser, lines: LineCount { line: first_line, after_return: false }, max_bytes }
    }

    /// The line reached so far.
    pub fn line(&self) -> u64 {
        self.lines.line
    }

    /// The next record, blank lines skipped; nothing at the end.
    pub fn next_record(&mut self) -> io::Result<Option<Record>> {
        self.skip_blank()?;
        let mut building = Building::new(self.lines.line, self.max_bytes);
        loop {
            let input = self.stream.fill_buf()?;
            let at_end = input.is_empty();
            let (result, consumed) = building.feed(&mut self.parser, input);
            self.lines.pass(&input[..consumed]);
            building.count_quotes(&input[..consumed]);
            self.stream.consume(consumed);
            match result {
                ReadRecordResult::Record => return Ok(Some(building.finish(at_end))),
                ReadRecordResult::End => return Ok(None),
                _ => {}
            }
        }
    }

    fn skip_blank(&mut self) -> io::Result<()> {
        loop {
            let input = self.stream.fill_buf()?;
            let blank = input.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
            let more = blank > 0 && blank == input.len();
            self.lines.pass(&input[..blank]);
            self.stream.consume(blank);
            if !more {
                return Ok(());
            }
        }
    }
}

/// Counts line ends of all three kinds, across reads.
struct LineCount {
    line: u64,
    after_return: bool,
}

impl LineCount {
    fn pass(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.line += u64::from(*byte == b'\r' || (*byte == b'\n' && !self.after_return));
            self.after_return = *byte == b'\r';
        }
    }
}

/// A record on its way.
struct Building {
    line: u64,
    bytes: Vec<u8>,
    used: usize,
    ends: Vec<usize>,
    ended: usize,
    max_bytes: usize,
    overflown: bool,
    odd_quotes: bool,
    last_byte: u8,
}

impl Building {
    fn new(line: u64, max_bytes: usize) -> Self {
        Self {
            line,
            bytes: vec![0; 1024.min(max_bytes)],
            used: 0,
            ends: vec![0; 32],
            ended: 0,
            max_bytes,
            overflown: false,
            odd_quotes: false,
            last_byte: b'\n',
        }
    }

    fn feed(&mut self, parser: &mut csv_core::Reader, input: &[u8]) -> (ReadRecordResult, usize) {
        if self.overflown {
            let (result, consumed, _, _) = parser.read_record(input, &mut [0; 1024], &mut [0; 64]);
            return (result, consumed);
        }
        let (result, consumed, written, fields) =
            parser.read_record(input, &mut self.bytes[self.used..], &mut self.ends[self.ended..]);
        self.used += written;
        self.ended += fields;
        match result {
            ReadRecordResult::OutputFull if self.bytes.len() >= self.max_bytes => self.overflown = true,
            ReadRecordResult::OutputFull => self.bytes.resize((self.bytes.len() * 2).min(self.max_bytes), 0),
            ReadRecordResult::OutputEndsFull if self.ends.len() > self.max_bytes => self.overflown = true,
            ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
            _ => {}
        }
        (result, consumed)
    }

    fn count_quotes(&mut self, consumed: &[u8]) {
        self.odd_quotes = consumed.iter().fold(self.odd_quotes, |odd, byte| odd ^ (*byte == b'"'));
        self.last_byte = consumed.last().copied().unwrap_or(self.last_byte);
    }

    /// `at_end`: the record was closed by the end of the file and not by a line end.
    fn finish(mut self, at_end: bool) -> Record {
        self.bytes.truncate(self.used);
        self.ends.truncate(self.ended);
        let unclosed = at_end && self.odd_quotes && self.bytes.contains(&b'\n');
        let fault = if unclosed {
            Some(LineReason::QuoteNotClosed)
        } else if self.overflown {
            Some(LineReason::TooLong { max_bytes: self.max_bytes })
        } else {
            None
        };
        Record { line: self.line, fault, bytes: self.bytes, ends: self.ends }
    }
}
