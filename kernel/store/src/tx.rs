//! Transactions that cannot forget the audit: the only way to keep a write is to say what happened.

use arpent_core::{Event, Id, permission::Person};
use jiff::Timestamp;
use sqlx::{Postgres, Transaction};
use tokio::sync::Mutex;

use crate::db::{Db, Engine, Reads, bind_postgres, bind_sqlite, counted};
use crate::error::StoreError;
use crate::journal;
use crate::statement::Statement;
use crate::value::{Row, Value};
use crate::writer::Savepoint;

/// Who writes, when and as whom: stamped on every line of the journal.
#[derive(Debug, Clone, Copy)]
pub struct Author {
    /// The person signed in; `None` for the public and for the machine itself.
    pub person: Option<Id<Person>>,
    /// As whom she acts: a role's code, `public`, or `system`.
    pub role: &'static str,
    /// The instant of the write.
    pub at: Timestamp,
}

#[derive(Debug)]
enum Handle {
    Sqlite(Savepoint),
    Postgres(Transaction<'static, Postgres>),
}

/// A write under way. Dropped, it leaves nothing behind.
#[derive(Debug)]
pub struct Tx {
    // Reads and writes take `&self`, as a database does, so that a query can be given either; the lock is never
    // contended, one command owning its transaction.
    handle: Mutex<Handle>,
    engine: Engine,
    /// Who writes.
    pub author: Author,
    events: Vec<Event>,
}

impl Tx {
    pub(crate) async fn begin(db: &Db, author: Author) -> Result<Self, StoreError> {
        let handle = match db {
            Db::Sqlite { writer, .. } => Handle::Sqlite(writer.begin().await?),
            Db::Postgres(pool) => Handle::Postgres(pool.begin().await?),
        };
        Ok(Self { handle: Mutex::new(handle), engine: db.engine(), author, events: Vec::new() })
    }

    /// Runs a statement that changes rows; returns how many.
    ///
    /// # Errors
    /// A constraint refuses, or the database does not answer.
    pub async fn run(&self, statement: &Statement, args: Vec<Value>) -> Result<u64, StoreError> {
        counted();
        let mut handle = self.handle.lock().await;
        Ok(match &mut *handle {
            Handle::Sqlite(savepoint) => {
                bind_sqlite(statement.sqlite, args).execute(savepoint.sqlite()?).await?.rows_affected()
            }
            Handle::Postgres(tx) => bind_postgres(statement.postgres, args).execute(&mut **tx).await?.rows_affected(),
        })
    }

    /// Notes one more thing that happened.
    pub fn note(&mut self, event: Event) {
        self.events.push(event);
    }

    /// Says what happened, appends it to the journal and makes everything durable.
    ///
    /// # Errors
    /// The disk is full, the database is gone: nothing was kept.
    pub async fn commit(mut self, event: Event) -> Result<(), StoreError> {
        self.events.push(event);
        let events = std::mem::take(&mut self.events);
        journal::append(&self, &events).await?;
        self.finish().await
    }

    /// Keeps writes that are no one's act and would only swell the journal: a session seen again, a job claimed.
    /// `why` is there to be read in the code.
    ///
    /// # Errors
    /// As for [`Tx::commit`].
    pub async fn keep_house(self, why: &'static str) -> Result<(), StoreError> {
        debug_assert!(!why.is_empty() && self.events.is_empty(), "housekeeping has a reason and no event");
        self.finish().await
    }

    async fn finish(self) -> Result<(), StoreError> {
        match self.handle.into_inner() {
            Handle::Sqlite(savepoint) => savepoint.commit().await,
            Handle::Postgres(tx) => Ok(tx.commit().await?),
        }
    }
}

impl Reads for Tx {
    fn engine(&self) -> Engine {
        self.engine
    }

    async fn rows(&self, statement: &Statement, args: Vec<Value>) -> Result<Vec<Row>, StoreError> {
        counted();
        let mut handle = self.handle.lock().await;
        Ok(match &mut *handle {
            Handle::Sqlite(savepoint) => {
                let rows = bind_sqlite(statement.sqlite, args).fetch_all(savepoint.sqlite()?).await?;
                rows.into_iter().map(Row::Sqlite).collect()
            }
            Handle::Postgres(tx) => {
                let rows = bind_postgres(statement.postgres, args).fetch_all(&mut **tx).await?;
                rows.into_iter().map(Row::Postgres).collect()
            }
        })
    }
}
