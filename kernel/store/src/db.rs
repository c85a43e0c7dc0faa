//! The door to the database: SQLite by default, PostgreSQL when one machine is outgrown.

use std::future::Future;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use sqlx::postgres::{PgPool, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Executor, Postgres, Sqlite};

use crate::error::StoreError;
use crate::statement::Statement;
use crate::tx::{Author, Tx};
use crate::value::{FromRow, Row, Value};
use crate::writer::Writer;

/// Connections that read an SQLite file at once; writing has one of its own.
const SQLITE_READERS: u32 = 4;
/// Connections to PostgreSQL of one process.
const POSTGRES_POOL: u32 = 12;

/// Which engine answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Embedded, one file.
    Sqlite,
    /// A server, or an engine that speaks its protocol.
    Postgres,
}

/// An open database. Cheap to clone.
#[derive(Debug, Clone)]
pub enum Db {
    /// One writing connection with grouped commits, and a read-only pool.
    Sqlite {
        /// Reads.
        readers: SqlitePool,
        /// Writes.
        writer: Writer,
    },
    /// One pool.
    Postgres(PgPool),
}

tokio::task_local! {
    static QUERIES: Arc<AtomicU32>;
}

/// Runs a future and counts the statements it sends, for the budget of ten queries a page.
pub async fn count_queries<F: Future>(future: F) -> (F::Output, u32) {
    let counter = Arc::new(AtomicU32::new(0));
    let output = QUERIES.scope(Arc::clone(&counter), future).await;
    (output, counter.load(Ordering::Relaxed))
}

/// Goes on counting in a task of its own for whoever counts here.
pub fn carry_count<F: Future>(future: F) -> impl Future<Output = F::Output> {
    let counter = QUERIES.try_with(Arc::clone).unwrap_or_default();
    QUERIES.scope(counter, future)
}

pub(crate) fn counted() {
    let _ = QUERIES.try_with(|counter| counter.fetch_add(1, Ordering::Relaxed));
}

impl Db {
    /// Opens `postgres://…`, or the SQLite file at a path (created when missing).
    ///
    /// # Errors
    /// The address is not understood, or the engine does not answer.
    pub async fn open(address: &str) -> Result<Self, StoreError> {
        if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            let pool = PgPoolOptions::new().max_connections(POSTGRES_POOL).connect(address).await?;
            return Ok(Self::Postgres(pool));
        }
        if address.contains("://") {
            return Err(StoreError::Address(without_password(address)));
        }
        Self::open_file(Path::new(address)).await
    }

    async fn open_file(path: &Path) -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // FULL: an acknowledged write survives a power cut; grouping commits pays for it.
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            .pragma("trusted_schema", "OFF")
            .pragma("cache_size", "-8000");
        let writer = Writer::open(&options).await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(SQLITE_READERS)
            .connect_with(options.read_only(true).create_if_missing(false))
            .await?;
        Ok(Self::Sqlite { readers, writer })
    }

    /// Starts a write that ends with a line of the journal or leaves no trace.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn begin(&self, author: Author) -> Result<Tx, StoreError> {
        Tx::begin(self, author).await
    }

    /// Checks that a statement is valid here without running it.
    ///
    /// # Errors
    /// What the engine says of it.
    pub async fn prepare(&self, statement: &Statement) -> Result<(), StoreError> {
        use sqlx::SqlSafeStr as _;
        match self {
            Self::Sqlite { readers, .. } => {
                readers.acquire().await?.prepare(statement.sqlite.into_sql_str()).await?;
            }
            Self::Postgres(pool) => {
                pool.acquire().await?.prepare(statement.postgres.into_sql_str()).await?;
            }
        }
        Ok(())
    }

    /// Ends every connection; waits for the write under way.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { readers, writer } => {
                readers.close().await;
                writer.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

/// An address as it may be logged.
pub(crate) fn without_password(address: &str) -> String {
    match (address.find("://"), address.rfind('@')) {
        (Some(scheme), Some(at)) if scheme + 3 < at => format!("{}://***{}", &address[..scheme], &address[at..]),
        _ => address.to_owned(),
    }
}

/// What can be read from: the database, or a transaction that sees its own writes.
pub trait Reads: Sync {
    /// Which engine answers, for the few texts that differ.
    fn engine(&self) -> Engine;

    /// Every row of a statement.
    fn rows(
        &self,
        statement: &Statement,
        args: Vec<Value>,
    ) -> impl Future<Output = Result<Vec<Row>, StoreError>> + Send;

    /// Every row, read.
    fn all<T: FromRow + Send>(
        &self,
        statement: &Statement,
        args: Vec<Value>,
    ) -> impl Future<Output = Result<Vec<T>, StoreError>> + Send {
        let rows = self.rows(statement, args);
        async { rows.await?.iter().map(T::from_row).collect() }
    }

    /// The first row, if there is one.
    fn maybe<T: FromRow + Send>(
        &self,
        statement: &Statement,
        args: Vec<Value>,
    ) -> impl Future<Output = Result<Option<T>, StoreError>> + Send {
        let rows = self.rows(statement, args);
        async { rows.await?.first().map(T::from_row).transpose() }
    }

    /// The first row; [`StoreError::Missing`] without one.
    fn one<T: FromRow + Send>(
        &self,
        statement: &Statement,
        args: Vec<Value>,
    ) -> impl Future<Output = Result<T, StoreError>> + Send {
        let row = self.maybe(statement, args);
        async { row.await?.ok_or(StoreError::Missing) }
    }
}

impl Reads for Db {
    fn engine(&self) -> Engine {
        match self {
            Self::Sqlite { .. } => Engine::Sqlite,
            Self::Postgres(_) => Engine::Postgres,
        }
    }

    async fn rows(&self, statement: &Statement, args: Vec<Value>) -> Result<Vec<Row>, StoreError> {
        counted();
        match self {
            Self::Sqlite { readers, .. } => {
                let rows = bind_sqlite(statement.sqlite, args).fetch_all(readers).await?;
                Ok(rows.into_iter().map(Row::Sqlite).collect())
            }
            Self::Postgres(pool) => {
                let rows = bind_postgres(statement.postgres, args).fetch_all(pool).await?;
                Ok(rows.into_iter().map(Row::Postgres).collect())
            }
        }
    }
}

type SqliteQuery = sqlx::query::Query<'static, Sqlite, <Sqlite as sqlx::Database>::Arguments>;
type PostgresQuery = sqlx::query::Query<'static, Postgres, <Postgres as sqlx::Database>::Arguments>;

pub(crate) fn bind_sqlite(sql: &'static str, args: Vec<Value>) -> SqliteQuery {
    args.into_iter().fold(sqlx::query(sql), |query, value| match value {
        Value::Int(v) => query.bind(v),
        Value::Text(v) => query.bind(v),
        Value::Id(v) => query.bind(v),
        Value::Real(v) => query.bind(v),
        Value::Blob(v) => query.bind(v),
    })
}

pub(crate) fn bind_postgres(sql: &'static str, args: Vec<Value>) -> PostgresQuery {
    args.into_iter().fold(sqlx::query(sql), |query, value| match value {
        Value::Int(v) => query.bind(v),
        Value::Text(v) => query.bind(v),
        Value::Id(v) => query.bind(v),
        Value::Real(v) => query.bind(v),
        Value::Blob(v) => query.bind(v),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_logged_without_its_password() {
        assert_eq!(without_password("postgres://arpent:secret@db/arpent"), "postgres://***@db/arpent");
    }
}
