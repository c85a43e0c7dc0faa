//! The one writing connection of SQLite, with grouped commits.
//!
//! Each command runs in its own savepoint; while others wait for the connection, finished savepoints stay in the same
//! outer transaction, and one `COMMIT` (one `fsync`) makes them all durable before any is acknowledged. A command alone
//! is committed at once. A command that fails rolls its own savepoint back and leaves the others untouched.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions as _, Connection as _, Executor as _};
use tokio::sync::{Mutex, OwnedMutexGuard, watch};

use crate::error::StoreError;

/// Commands made durable by one `fsync` at most; bounds the wait of the first one.
const GROUP: usize = 64;

type Outcome = Option<Result<(), String>>;

pub(crate) struct Connection {
    pub(crate) sqlite: Option<SqliteConnection>,
    group: Option<Group>,
}

struct Group {
    outcome: watch::Sender<Outcome>,
    members: usize,
}

/// The writing side of an SQLite database.
#[derive(Clone)]
pub struct Writer {
    connection: Arc<Mutex<Connection>>,
    waiting: Arc<AtomicUsize>,
}

impl fmt::Debug for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer").finish_non_exhaustive()
    }
}

/// A place in the queue; leaving it without having been served may be what the current group waits for.
struct Ticket<'a> {
    writer: &'a Writer,
    served: bool,
}

impl Drop for Ticket<'_> {
    fn drop(&mut self) {
        self.writer.waiting.fetch_sub(1, Ordering::SeqCst);
        if !self.served {
            let writer = self.writer.clone();
            on_runtime(async move {
                let mut connection = Arc::clone(&writer.connection).lock_owned().await;
                connection.close_group_unless_awaited(&writer.waiting).await;
            });
        }
    }
}

fn on_runtime(future: impl Future<Output = ()> + Send + 'static) {
    if let Ok(runtime) = tokio::runtime::Handle::try_current() {
        runtime.spawn(future);
    }
}

impl Writer {
    pub(crate) async fn open(options: &SqliteConnectOptions) -> Result<Self, StoreError> {
        let sqlite = options.connect().await?;
        let connection = Connection { sqlite: Some(sqlite), group: None };
        Ok(Self { connection: Arc::new(Mutex::new(connection)), waiting: Arc::new(AtomicUsize::new(0)) })
    }

    /// Waits for the connection and opens a savepoint.
    pub(crate) async fn begin(&self) -> Result<Savepoint, StoreError> {
        self.waiting.fetch_add(1, Ordering::SeqCst);
        let mut ticket = Ticket { writer: self, served: false };
        let mut guard = Arc::clone(&self.connection).lock_owned().await;
        ticket.served = true;
        drop(ticket);
        guard.open_savepoint().await?;
        Ok(Savepoint { guard: Some(guard), waiting: Arc::clone(&self.waiting), released: false })
    }

    /// Runs a room's migrations on the writing connection.
    pub(crate) async fn migrate(&self, migrator: &sqlx::migrate::Migrator) -> Result<(), StoreError> {
        let mut connection = self.connection.lock().await;
        migrator.run_direct(None, connection.sqlite()?, false).await?;
        Ok(())
    }

    /// Waits for the write under way, then ends the connection.
    pub(crate) async fn close(&self) {
        let mut connection = self.connection.lock().await;
        connection.close_group().await;
        if let Some(sqlite) = connection.sqlite.take() {
            let _ = sqlite.close().await;
        }
    }
}

impl Connection {
    pub(crate) fn sqlite(&mut self) -> Result<&mut SqliteConnection, StoreError> {
        self.sqlite.as_mut().ok_or_else(|| StoreError::NotDurable("the database is closed".to_owned()))
    }

    async fn execute(&mut self, sql: &'static str) -> Result<(), StoreError> {
        self.sqlite()?.execute(sql).await?;
        Ok(())
    }

    async fn open_savepoint(&mut self) -> Result<(), StoreError> {
        if self.group.is_none() {
            self.execute("BEGIN IMMEDIATE").await?;
            self.group = Some(Group { outcome: watch::Sender::new(None), members: 0 });
        }
        self.execute("SAVEPOINT act").await
    }

    async fn roll_back(&mut self) {
        let undone = self.execute("ROLLBACK TO act").await.is_ok() && self.execute("RELEASE act").await.is_ok();
        if !undone {
            // The engine gave up the whole transaction (disk full): nobody of the group may be acknowledged.
            self.fail_group("the transaction was abandoned by the database").await;
        }
    }

    async fn close_group_unless_awaited(&mut self, waiting: &AtomicUsize) {
        if waiting.load(Ordering::SeqCst) == 0 {
            self.close_group().await;
        }
    }

    async fn close_group(&mut self) {
        if self.group.is_none() {
            return;
        }
        match self.execute("COMMIT").await {
            Ok(()) => {
                if let Some(group) = self.group.take() {
                    group.outcome.send_replace(Some(Ok(())));
                }
            }
            Err(error) => self.fail_group(&error.to_string()).await,
        }
    }

    async fn fail_group(&mut self, reason: &str) {
        let _ = self.execute("ROLLBACK").await;
        if let Some(group) = self.group.take() {
            group.outcome.send_replace(Some(Err(reason.to_owned())));
        }
    }
}

/// One command's part of the current group.
pub(crate) struct Savepoint {
    guard: Option<OwnedMutexGuard<Connection>>,
    waiting: Arc<AtomicUsize>,
    released: bool,
}

impl fmt::Debug for Savepoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Savepoint").finish_non_exhaustive()
    }
}

impl Savepoint {
    pub(crate) fn sqlite(&mut self) -> Result<&mut SqliteConnection, StoreError> {
        match &mut self.guard {
            Some(guard) => guard.sqlite(),
            None => Err(StoreError::NotDurable("the transaction has ended".to_owned())),
        }
    }

    /// Returns once the group this command belongs to is on the disk.
    pub(crate) async fn commit(mut self) -> Result<(), StoreError> {
        let Some(guard) = &mut self.guard else { return Ok(()) };
        guard.execute("RELEASE act").await?;
        self.released = true;
        let Some(group) = &mut guard.group else {
            return Err(StoreError::NotDurable("the transaction was abandoned by the database".to_owned()));
        };
        group.members += 1;
        let full = group.members >= GROUP;
        let mut outcome = group.outcome.subscribe();
        if full {
            guard.close_group().await;
        } else {
            guard.close_group_unless_awaited(&self.waiting).await;
        }
        self.guard = None;
        let settled = outcome.wait_for(Option::is_some).await;
        match settled.as_deref() {
            Ok(Some(Ok(()))) => Ok(()),
            Ok(Some(Err(reason))) => Err(StoreError::NotDurable(reason.clone())),
            _ => Err(StoreError::NotDurable("the database is closing".to_owned())),
        }
    }
}

impl Drop for Savepoint {
    fn drop(&mut self) {
        let Some(mut guard) = self.guard.take() else { return };
        let (waiting, released) = (Arc::clone(&self.waiting), self.released);
        on_runtime(async move {
            if !released {
                guard.roll_back().await;
            }
            guard.close_group_unless_awaited(&waiting).await;
        });
    }
}
