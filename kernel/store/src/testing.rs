//! Databases for tests: the same story is told on SQLite, and on PostgreSQL when `ARPENT_TEST_DATABASE_URL` names one.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use arpent_core::{Chance as _, SystemChance};
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};

use crate::db::Db;
use crate::error::StoreError;
use crate::migrate::Migrations;

/// Where tests find a PostgreSQL in which they may create schemas.
pub const POSTGRES_VARIABLE: &str = "ARPENT_TEST_DATABASE_URL";

/// An empty, migrated database of a test's own.
#[derive(Debug)]
pub struct TestDb {
    /// The database.
    pub db: Db,
    /// Its address, for a second process or a second connection.
    pub address: String,
    folder: Option<PathBuf>,
}

impl Drop for TestDb {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}

static NEXT: AtomicU32 = AtomicU32::new(0);

fn unique() -> String {
    let mut bytes = [0_u8; 4];
    SystemChance.fill(&mut bytes);
    format!("t{}_{}_{:08x}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed), u32::from_le_bytes(bytes))
}

/// A new SQLite file.
///
/// # Errors
/// The temporary folder cannot be written.
pub async fn sqlite(rooms: &[Migrations]) -> Result<TestDb, StoreError> {
    let folder = std::env::temp_dir().join(format!("arpent-{}", unique()));
    std::fs::create_dir_all(&folder).map_err(|error| StoreError::Driver(sqlx::Error::Io(error)))?;
    let address = folder.join("arpent.db").display().to_string();
    let db = Db::open(&address).await?;
    db.migrate(rooms).await?;
    Ok(TestDb { db, address, folder: Some(folder) })
}

/// A new schema in the PostgreSQL of the tests; `None` when the variable names none.
///
/// # Errors
/// The server does not answer or refuses.
pub async fn postgres(rooms: &[Migrations]) -> Result<Option<TestDb>, StoreError> {
    let Ok(server) = std::env::var(POSTGRES_VARIABLE) else { return Ok(None) };
    let schema = unique();
    let mut connection = PgConnection::connect(&server).await?;
    connection.execute(AssertSqlSafe(format!("CREATE SCHEMA {schema}"))).await?;
    connection.close().await?;
    let separator = if server.contains('?') { '&' } else { '?' };
    let address = format!("{server}{separator}options[search_path]={schema}");
    let db = Db::open(&address).await?;
    db.migrate(rooms).await?;
    Ok(Some(TestDb { db, address, folder: None }))
}

/// One database of each engine at hand.
///
/// # Errors
/// As for [`sqlite`] and [`postgres`].
pub async fn each(rooms: &[Migrations]) -> Result<Vec<TestDb>, StoreError> {
    let mut all = vec![sqlite(rooms).await?];
    all.extend(postgres(rooms).await?);
    Ok(all)
}
