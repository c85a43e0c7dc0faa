//! What can go wrong between Arpent and its database, in words an operator understands.

/// An error of the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The address of the database cannot be read.
    #[error("the database address `{0}` is not understood: give a file path or postgres://user@host/name")]
    Address(String),
    /// A `UNIQUE` constraint refused a write: commands turn it into the field's message.
    #[error("already there: {constraint}")]
    Duplicate {
        /// Index or constraint as the engine names it.
        constraint: String,
    },
    /// Another constraint refused a write.
    #[error("refused by the database: {0}")]
    Constraint(String),
    /// The record asked for is not there.
    #[error("no such record")]
    Missing,
    /// A stored value is not one the code knows (a newer or damaged database).
    #[error("unreadable value in column `{column}`: {value}")]
    Unreadable {
        /// Column read.
        column: String,
        /// What was found, shortened.
        value: String,
    },
    /// The group of writes this one belonged to could not be made durable (disk full, for instance).
    #[error("the write could not be made durable: {0}")]
    NotDurable(String),
    /// The schema could not be brought up to date.
    #[error("migration failed: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// A payload is not valid JSON.
    #[error("unreadable payload: {0}")]
    Payload(#[from] serde_json::Error),
    /// Anything else the driver says.
    #[error("database: {0}")]
    Driver(sqlx::Error),
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::RowNotFound => Self::Missing,
            sqlx::Error::Database(db) if db.is_unique_violation() => {
                Self::Duplicate { constraint: db.constraint().unwrap_or(db.message()).to_owned() }
            }
            sqlx::Error::Database(db) if db.is_check_violation() || db.is_foreign_key_violation() => {
                Self::Constraint(db.message().to_owned())
            }
            sqlx::Error::Database(db) if db.code().is_some_and(|code| DISK_FULL.contains(&&*code)) => {
                Self::NotDurable(db.message().to_owned())
            }
            _ => Self::Driver(error),
        }
    }
}

/// `SQLITE_FULL`, and PostgreSQL's `disk_full`.
const DISK_FULL: [&str; 2] = ["13", "53100"];
