//! Files of SPSS (`.sav`, `.zsav`): what statisticians keep answers in, with the words behind the codes.
//!
//! They are read as one more kind of table by [`crate::tables`], where codes are what is read; [`Dictionary`] keeps the words
//! beside them. [`SavWriter`] writes them, in UTF-8. Source: *System File Format*, developers' documentation of GNU PSPP.

mod cases;
mod dictionary;
mod names;
mod out;
mod raw;

pub use names::fit_names;
pub use out::{Datum, NotWritten, SavWriter};

pub(crate) use cases::Cases;

/// What a file says of its variables.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Dictionary {
    /// Title of the file.
    pub title: String,
    /// The variables, in order.
    pub variables: Vec<Variable>,
    /// The variable that weights the others: its place in `variables`.
    pub weight: Option<usize>,
    /// Cases, where the file says how many.
    pub cases: Option<u64>,
}

/// A variable.
#[derive(Clone, Debug, PartialEq)]
pub struct Variable {
    /// Its name, up to 64 bytes.
    pub name: String,
    /// What it is, in words. At most 255 bytes are written.
    pub label: String,
    /// Numbers or words.
    pub kind: Kind,
    /// Words behind its codes. At most 120 bytes of each are written.
    pub values: Vec<(Code, String)>,
    /// Codes that are no opinion, at most three: kept in the data, left out of computations.
    pub missing: Vec<f64>,
    /// How its values may be used.
    pub measure: Measure,
}

/// What a variable holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Numbers, shown with so many decimals.
    Number {
        /// Decimals shown; the value itself is whole.
        decimals: u8,
    },
    /// Words of at most so many bytes.
    Text {
        /// From 1 to 255 when written; up to 32 767 when read.
        bytes: usize,
    },
}

/// A code to which words are given.
#[derive(Clone, Debug, PartialEq)]
pub enum Code {
    /// A number.
    Number(f64),
    /// A word.
    Text(String),
}

/// How the values of a variable may be used (Stevens 1946).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Measure {
    /// Names without order.
    #[default]
    Nominal,
    /// An order.
    Ordinal,
    /// A quantity.
    Scale,
}

impl Variable {
    /// A number without labels.
    pub fn number(name: impl Into<String>, label: impl Into<String>, decimals: u8) -> Self {
        Self::new(name, label, Kind::Number { decimals }, Measure::Scale)
    }

    /// A code among others.
    pub fn new(name: impl Into<String>, label: impl Into<String>, kind: Kind, measure: Measure) -> Self {
        Self { name: name.into(), label: label.into(), kind, values: Vec::new(), missing: Vec::new(), measure }
    }

    /// The words behind a code.
    pub fn says(&self, code: &Code) -> Option<&str> {
        self.values.iter().find(|(one, _)| one == code).map(|(_, words)| words.as_str())
    }
}

/// The value that stands for nothing in a column of numbers.
const NOTHING: f64 = -f64::MAX;
/// What opcodes add to a small whole number.
const BIAS: f64 = 100.0;
/// Bytes of a string that one variable record can hold.
const SEGMENT: usize = 255;
/// Bytes of a very long string for each of its segments.
const OF_SEGMENT: usize = 252;
/// Bytes of an element of a case.
const ELEMENT: usize = 8;
