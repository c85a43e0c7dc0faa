//! What the caller has read.

use std::collections::BTreeMap;

/// Tables by name.
pub type Tables = BTreeMap<String, Table>;

/// A column, a value for each row.
#[derive(Debug, Clone, PartialEq)]
pub enum Column {
    /// Words or codes; none where there is nothing.
    Text(Vec<Option<String>>),
    /// Numbers, not a number where there is nothing.
    Number(Vec<f64>),
}

/// A table, column by column.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    columns: BTreeMap<String, Column>,
    rows: usize,
    year: Option<i64>,
}

impl Table {
    /// A table from named columns. None if they are not of one length, or if a name comes twice.
    pub fn new(columns: impl IntoIterator<Item = (String, Column)>) -> Option<Self> {
        let mut table = Self::default();
        for (name, column) in columns {
            if !table.columns.is_empty() && column.len() != table.rows {
                return None;
            }
            table.rows = column.len();
            if table.columns.insert(name, column).is_some() {
                return None;
            }
        }
        Some(table)
    }

    /// A table from a header and rows of cells, as a CSV reader gives them; an empty cell and `NA` are nothing. None if a
    /// row is not as long as the header, or if a name comes twice.
    pub fn from_cells<R: AsRef<[String]>>(header: &[String], rows: &[R]) -> Option<Self> {
        let cell = |cell: &String| (!cell.is_empty() && cell != "NA").then(|| cell.clone());
        let fits = rows.iter().all(|row| row.as_ref().len() == header.len());
        let column = |place: usize| Column::Text(rows.iter().map(|row| cell(&row.as_ref()[place])).collect());
        fits.then(|| Self::new(header.iter().enumerate().map(|(place, name)| (name.clone(), column(place)))))?
    }

    /// Says of which year the table is: a plan that expects margins of another year refuses them.
    #[must_use]
    pub fn of_year(mut self, year: i64) -> Self {
        self.year = Some(year);
        self
    }

    /// The year of the table, where known.
    pub fn year(&self) -> Option<i64> {
        self.year
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The names of the columns, in alphabetical order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.columns.keys().map(String::as_str)
    }

    /// A column, where there is one of that name.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.get(name)
    }
}

impl Column {
    /// Number of values.
    pub fn len(&self) -> usize {
        match self {
            Self::Text(values) => values.len(),
            Self::Number(values) => values.len(),
        }
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The value of a row as text: a whole number has no decimals.
    pub fn text(&self, row: usize) -> Option<String> {
        match self {
            Self::Text(values) => values[row].clone(),
            Self::Number(values) => (!values[row].is_nan()).then(|| values[row].to_string()),
        }
    }

    /// The value of a row as a number, not a number where there is nothing; the text itself where it is no number.
    pub fn number(&self, row: usize) -> Result<f64, String> {
        match self {
            Self::Number(values) => Ok(values[row]),
            Self::Text(values) => match &values[row] {
                None => Ok(f64::NAN),
                Some(text) => match text.trim().parse::<f64>() {
                    Ok(number) if number.is_finite() => Ok(number),
                    _ => Err(text.clone()),
                },
            },
        }
    }
}
