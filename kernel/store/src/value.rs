//! Values that both engines understand, and rows read from either.

use arpent_core::Id;
use jiff::{Timestamp, civil::Date};
use sqlx::Row as _;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use uuid::Uuid;

use crate::error::StoreError;

/// A parameter of a statement. Nulls keep their type, which PostgreSQL asks for.
#[derive(Debug, Clone)]
pub enum Value {
    /// `INTEGER` / `BIGINT`: counts, booleans (0 or 1), instants in microseconds.
    Int(Option<i64>),
    /// `TEXT`.
    Text(Option<String>),
    /// `ID`: 16 bytes in SQLite, `UUID` in PostgreSQL.
    Id(Option<Uuid>),
    /// `REAL` / `DOUBLE PRECISION`.
    Real(Option<f64>),
    /// `BLOB` / `BYTEA`.
    Blob(Option<Vec<u8>>),
}

/// Something that can be given to a statement.
macro_rules! value_from {
    ($($type:ty => $variant:ident, |$v:ident| $convert:expr;)*) => {$(
        impl From<$type> for Value {
            fn from($v: $type) -> Self { Self::$variant(Some($convert)) }
        }
        impl From<Option<$type>> for Value {
            fn from(value: Option<$type>) -> Self { Self::$variant(value.map(|$v| $convert)) }
        }
    )*};
}

value_from! {
    i64 => Int, |v| v;
    bool => Int, |v| i64::from(v);
    Timestamp => Int, |v| v.as_microsecond();
    &str => Text, |v| v.to_owned();
    String => Text, |v| v;
    &String => Text, |v| v.clone();
    Date => Text, |v| v.to_string();
    Uuid => Id, |v| v;
    f64 => Real, |v| v;
    Vec<u8> => Blob, |v| v;
}

impl<T: ?Sized> From<Id<T>> for Value {
    fn from(id: Id<T>) -> Self {
        Self::Id(Some(id.uuid()))
    }
}
impl<T: ?Sized> From<Option<Id<T>>> for Value {
    fn from(id: Option<Id<T>>) -> Self {
        Self::Id(id.map(Id::uuid))
    }
}

/// The parameters of a statement, in order: `args![id, name, at]`.
#[macro_export]
macro_rules! args {
    ($($value:expr),* $(,)?) => { vec![$($crate::Value::from($value)),*] };
}

/// A row of either engine.
#[derive(Debug)]
pub enum Row {
    /// From SQLite.
    Sqlite(SqliteRow),
    /// From PostgreSQL.
    Postgres(PgRow),
}

impl Row {
    /// Reads a column by name.
    ///
    /// # Errors
    /// The column is missing, of another type, or holds a value the code does not know.
    pub fn get<T: Field>(&self, column: &str) -> Result<T, StoreError> {
        T::read(self, column)
    }

    /// Reads a text column through a parser, so that an unknown code names its column.
    pub fn parse<T>(&self, column: &str, parse: impl Fn(&str) -> Option<T>) -> Result<T, StoreError> {
        let text: String = self.get(column)?;
        parse(&text).ok_or_else(|| unreadable(column, &text))
    }
}

fn unreadable(column: &str, value: &str) -> StoreError {
    StoreError::Unreadable { column: column.to_owned(), value: value.chars().take(60).collect() }
}

/// A type a column can be read as.
pub trait Field: Sized {
    /// Reads it.
    fn read(row: &Row, column: &str) -> Result<Self, StoreError>;
}

/// A struct that a row can be read as.
pub trait FromRow: Sized {
    /// Reads every column.
    fn from_row(row: &Row) -> Result<Self, StoreError>;
}

macro_rules! native_field {
    ($($type:ty),*) => {$(
        impl Field for Option<$type> {
            fn read(row: &Row, column: &str) -> Result<Self, StoreError> {
                Ok(match row {
                    Row::Sqlite(row) => row.try_get(column)?,
                    Row::Postgres(row) => row.try_get(column)?,
                })
            }
        }
        impl Field for $type {
            fn read(row: &Row, column: &str) -> Result<Self, StoreError> {
                <Option<$type>>::read(row, column)?.ok_or_else(|| unreadable(column, "NULL"))
            }
        }
    )*};
}
native_field!(String, Uuid, f64, Vec<u8>);

impl Field for Option<i64> {
    fn read(row: &Row, column: &str) -> Result<Self, StoreError> {
        Ok(match row {
            Row::Sqlite(row) => row.try_get(column)?,
            // PostgreSQL types a literal or a CASE as int4, and EXISTS as bool.
            Row::Postgres(row) => match row.try_get::<Self, _>(column) {
                Ok(value) => value,
                Err(sqlx::Error::ColumnDecode { .. }) => match row.try_get::<Option<i32>, _>(column) {
                    Ok(value) => value.map(i64::from),
                    Err(_) => row.try_get::<Option<bool>, _>(column)?.map(i64::from),
                },
                Err(error) => return Err(error.into()),
            },
        })
    }
}

impl Field for i64 {
    fn read(row: &Row, column: &str) -> Result<Self, StoreError> {
        <Option<Self>>::read(row, column)?.ok_or_else(|| unreadable(column, "NULL"))
    }
}

impl Field for bool {
    fn read(row: &Row, column: &str) -> Result<Self, StoreError> {
        Ok(i64::read(row, column)? != 0)
    }
}

/// A type stored as another one: the optional form converts, the plain one refuses nulls.
macro_rules! derived_field {
    ($($type:ty: $inner:ty, |$v:ident| $convert:expr;)*) => {$(
        impl Field for Option<$type> {
            fn read(row: &Row, column: &str) -> Result<Self, StoreError> {
                <Option<$inner>>::read(row, column)?
                    .map(|$v| $convert.ok_or_else(|| unreadable(column, &format!("{:?}", $v))))
                    .transpose()
            }
        }
        impl Field for $type {
            fn read(row: &Row, column: &str) -> Result<Self, StoreError> {
                <Option<$type>>::read(row, column)?.ok_or_else(|| unreadable(column, "NULL"))
            }
        }
    )*};
}
derived_field! {
    Timestamp: i64, |v| Timestamp::from_microsecond(v).ok();
    Date: String, |v| v.parse().ok();
}

impl<T: ?Sized> Field for Option<Id<T>> {
    fn read(row: &Row, column: &str) -> Result<Self, StoreError> {
        Ok(<Option<Uuid>>::read(row, column)?.map(Id::from_uuid))
    }
}
impl<T: ?Sized> Field for Id<T> {
    fn read(row: &Row, column: &str) -> Result<Self, StoreError> {
        Ok(Self::from_uuid(Uuid::read(row, column)?))
    }
}

/// A single column, for counts and existence.
impl FromRow for i64 {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        row.get("value")
    }
}
impl FromRow for String {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        row.get("value")
    }
}
impl FromRow for Uuid {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        row.get("value")
    }
}
impl<T: ?Sized> FromRow for Id<T> {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        row.get("value")
    }
}
