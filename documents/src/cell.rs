use std::borrow::Cow;

use jiff::civil::{Date, DateTime};

/// One typed cell of a table being written: the type decides how CSV and XLSX show it and what must be guarded.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Nothing known: an empty cell, never a zero.
    Empty,
    /// Anything a person may have typed; the only kind that CSV guards against formulas.
    Text(Cow<'a, str>),
    /// A count.
    Integer(i64),
    /// A measured or computed figure. A value that is not finite is written empty.
    Number(f64),
    /// A share between 0 and 1, shown as a percentage in XLSX and kept as a plain number in CSV.
    Share(f64),
    /// A calendar day.
    Date(Date),
    /// A local date and time.
    DateTime(DateTime),
}

impl<'a> Cell<'a> {
    /// A text cell.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self::Text(text.into())
    }
}

impl<'a, T> From<Option<T>> for Cell<'a>
where
    Cell<'a>: From<T>,
{
    fn from(value: Option<T>) -> Self {
        value.map_or(Cell::Empty, Cell::from)
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<i64> for Cell<'_> {
    fn from(count: i64) -> Self {
        Self::Integer(count)
    }
}

impl From<f64> for Cell<'_> {
    fn from(figure: f64) -> Self {
        Self::Number(figure)
    }
}

impl From<Date> for Cell<'_> {
    fn from(day: Date) -> Self {
        Self::Date(day)
    }
}

impl From<DateTime> for Cell<'_> {
    fn from(moment: DateTime) -> Self {
        Self::DateTime(moment)
    }
}
