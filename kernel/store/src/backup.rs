//! Backup of an SQLite database while it serves, and the check of a copy before it is restored.

use std::path::Path;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _, Executor as _, Row as _};

use crate::db::Db;
use crate::error::StoreError;

impl Db {
    /// Writes a whole, consistent copy to `target` (which must not exist) without stopping anyone.
    ///
    /// # Errors
    /// On PostgreSQL (its own `pg_dump` is the right tool), or when the disk is full or the file exists.
    pub async fn backup(&self, target: &Path) -> Result<(), StoreError> {
        let Self::Sqlite { readers, .. } = self else {
            return Err(StoreError::Address("PostgreSQL is backed up with pg_dump".to_owned()));
        };
        let quoted = target.display().to_string().replace('\'', "''");
        // A path cannot be a parameter of VACUUM INTO; the quote is the only character that could end the literal.
        readers.execute(AssertSqlSafe(format!("VACUUM INTO '{quoted}'"))).await?;
        Ok(())
    }

    /// Says what an integrity check of an SQLite file finds; empty when it is sound.
    ///
    /// # Errors
    /// The file is not an SQLite database.
    pub async fn check_file(path: &Path) -> Result<Vec<String>, StoreError> {
        let mut connection =
            SqliteConnectOptions::new().filename(path).create_if_missing(false).read_only(true).connect().await?;
        let mut findings = Vec::new();
        for pragma in ["PRAGMA integrity_check", "PRAGMA foreign_key_check"] {
            for row in sqlx::query(pragma).fetch_all(&mut connection).await? {
                let finding: String = row.try_get(0)?;
                if finding != "ok" {
                    findings.push(finding);
                }
            }
        }
        connection.close().await?;
        Ok(findings)
    }
}
