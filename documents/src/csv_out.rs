//! CSV that a spreadsheet opens as it was meant: right separator, right encoding, and no text taken for a formula.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::Cell;

/// How a CSV file is laid out. Start from [`CsvOptions::spreadsheet`] or [`CsvOptions::open_data`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CsvOptions {
    /// Between two cells.
    pub delimiter: Delimiter,
    /// Whether the file begins with a UTF-8 byte order mark, without which Excel guesses the encoding wrongly.
    pub byte_order_mark: bool,
    /// Between the units and the decimals of a number.
    pub decimal: Decimal,
}

impl CsvOptions {
    /// For a double click in a French spreadsheet: `;`, byte order mark, decimal comma.
    pub const fn spreadsheet() -> Self {
        Self { delimiter: Delimiter::Semicolon, byte_order_mark: true, decimal: Decimal::Comma }
    }

    /// For programs and open-data portals: `,`, no mark, decimal point.
    pub const fn open_data() -> Self {
        Self { delimiter: Delimiter::Comma, byte_order_mark: false, decimal: Decimal::Point }
    }
}

/// What stands between two cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delimiter {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
}

/// The decimal separator of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decimal {
    /// `1.5`
    Point,
    /// `1,5`
    Comma,
}

/// Writes a CSV line by line to any writer.
pub struct CsvWriter<W: Write> {
    out: csv::Writer<W>,
    decimal: Decimal,
}

impl<W: Write> CsvWriter<W> {
    /// Begins the file; fails when the byte order mark cannot be written.
    pub fn new(mut out: W, options: CsvOptions) -> io::Result<Self> {
        if options.byte_order_mark {
            out.write_all("\u{feff}".as_bytes())?;
        }
        let delimiter = match options.delimiter {
            Delimiter::Comma => b',',
            Delimiter::Semicolon => b';',
        };
        let out = csv::WriterBuilder::new()
            .delimiter(delimiter)
            .flexible(true)
            .terminator(csv::Terminator::CRLF)
            .from_writer(out);
        Ok(Self { out, decimal: options.decimal })
    }

    /// Writes the column names, guarded like any text.
    pub fn headers(&mut self, names: &[&str]) -> io::Result<()> {
        self.out.write_record(names.iter().map(|name| guard(name).into_owned())).map_err(io::Error::from)
    }

    /// Writes one line.
    pub fn line(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        for cell in cells {
            self.out.write_field(self.show(cell).as_bytes())?;
        }
        self.out.write_record(None::<&[u8]>).map_err(io::Error::from)
    }

    /// Ends the file and gives the writer back.
    pub fn finish(self) -> io::Result<W> {
        self.out.into_inner().map_err(csv::IntoInnerError::into_error)
    }

    fn show<'a>(&self, cell: &'a Cell<'_>) -> Cow<'a, str> {
        match cell {
            Cell::Empty => Cow::Borrowed(""),
            Cell::Text(text) => guard(text),
            Cell::Integer(count) => Cow::Owned(count.to_string()),
            Cell::Number(figure) | Cell::Share(figure) => Cow::Owned(self.number(*figure)),
            Cell::Date(day) => Cow::Owned(day.to_string()),
            Cell::DateTime(moment) => Cow::Owned(moment.to_string()),
        }
    }

    fn number(&self, figure: f64) -> String {
        if !figure.is_finite() {
            return String::new();
        }
        match self.decimal {
            Decimal::Point => figure.to_string(),
            Decimal::Comma => figure.to_string().replace('.', ","),
        }
    }
}

/// One cell of a file that must be mended, in words.
#[derive(Clone, Debug)]
pub struct Mending {
    /// Its line, the header being the first.
    pub line: u64,
    /// Name of its column; empty when the whole line is at fault.
    pub column: String,
    /// What is wrong.
    pub reason: String,
    /// What the cell holds.
    pub cell: String,
}

/// Everything there is to mend in a file, as a table for a spreadsheet; `headers` name line, column, reason, cell.
pub fn mendings(headers: &[&str; 4], lines: &[Mending]) -> io::Result<Vec<u8>> {
    let mut csv = CsvWriter::new(Vec::new(), CsvOptions::spreadsheet())?;
    csv.headers(headers)?;
    for one in lines {
        let line = Cell::Integer(i64::try_from(one.line).unwrap_or(i64::MAX));
        csv.line(&[line, one.column.as_str().into(), one.reason.as_str().into(), one.cell.as_str().into()])?;
    }
    csv.finish()
}

/// Prefixes with an apostrophe whatever a spreadsheet would run: OWASP's list, with the full-width forms that some
/// spreadsheets normalise.
fn guard(text: &str) -> Cow<'_, str> {
    match text.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠') => {
            Cow::Owned(format!("'{text}"))
        }
        _ => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn written(options: CsvOptions, cells: &[Cell<'_>]) -> String {
        let mut csv = CsvWriter::new(Vec::new(), options).unwrap();
        csv.headers(&["Réponse", "n"]).unwrap();
        csv.line(cells).unwrap();
        String::from_utf8(csv.finish().unwrap()).unwrap()
    }

    #[test]
    fn opens_in_a_french_spreadsheet() {
        let text = written(CsvOptions::spreadsheet(), &[Cell::from("Oui; \"vite\""), Cell::Number(-1.5)]);
        assert_eq!(text, "\u{feff}Réponse;n\r\n\"Oui; \"\"vite\"\"\";-1,5\r\n");
    }

    #[test]
    fn gives_open_data_portals_what_they_expect() {
        let cells = [Cell::Date(date(2026, 3, 1)), Cell::Share(0.25), Cell::Empty, Cell::Integer(-3)];
        assert_eq!(written(CsvOptions::open_data(), &cells), "Réponse,n\r\n2026-03-01,0.25,,-3\r\n");
    }

    #[test]
    fn never_lets_a_text_become_a_formula() {
        for typed in ["=1+1", "+33 4 76", "- un banc", "@SUM(A1)", "\t=1", "\r=1", "＝1"] {
            let text = written(CsvOptions::open_data(), &[Cell::from(typed)]);
            let line = text.split_once("\r\n").unwrap().1;
            assert!(line.trim_start_matches('"').starts_with('\''), "{line}");
        }
    }

    #[test]
    fn leaves_unknown_what_is_not_a_number() {
        let text = written(CsvOptions::open_data(), &[Cell::Number(f64::NAN), Cell::Integer(1)]);
        assert!(text.ends_with("\r\n,1\r\n"));
    }
}
