//! Schemas: one text per migration, written in SQLite's words and translated for PostgreSQL by five word rules
//! (ADR 0003); the few things an engine does its own way come as a pair.

use std::borrow::Cow;

use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::{AssertSqlSafe, SqlSafeStr as _};

use crate::db::{Db, Engine, Reads as _};
use crate::error::StoreError;

/// The migrations of a room, each room numbering its own.
#[derive(Debug, Clone, Copy)]
pub struct Migrations {
    /// Name of the room; its history is kept apart, so that numbers never clash.
    pub room: &'static str,
    /// In order.
    pub files: &'static [MigrationFile],
}

/// One step of a schema, forward only.
#[derive(Debug, Clone, Copy)]
pub struct MigrationFile {
    number: i64,
    title: &'static str,
    sqlite: &'static str,
    postgres: Option<&'static str>,
}

impl MigrationFile {
    /// A step whose text serves both engines.
    pub const fn both(number: i64, title: &'static str, sql: &'static str) -> Self {
        Self { number, title, sqlite: sql, postgres: None }
    }

    /// A step that each engine does its own way.
    pub const fn pair(number: i64, title: &'static str, sqlite: &'static str, postgres: &'static str) -> Self {
        Self { number, title, sqlite, postgres: Some(postgres) }
    }

    fn text(&self, engine: Engine) -> Cow<'static, str> {
        match (engine, self.postgres) {
            (Engine::Postgres, Some(sql)) => Cow::Borrowed(sql),
            _ => Cow::Owned(translate(self.sqlite, engine)),
        }
    }

    fn migration(&self, engine: Engine) -> Migration {
        let sql = AssertSqlSafe(self.text(engine).into_owned()).into_sql_str();
        Migration::new(self.number, Cow::Borrowed(self.title), MigrationType::Simple, sql, false)
    }
}

/// Replaces whole upper-case words only; names and texts of ours are lower case.
fn translate(sql: &str, engine: Engine) -> String {
    let word_end = |c: char| !(c.is_ascii_alphanumeric() || c == '_');
    let mut out = String::with_capacity(sql.len() + 64);
    let mut rest = sql;
    while let Some(start) = rest.find(|c: char| !word_end(c)) {
        out.push_str(&rest[..start]);
        let length = rest[start..].find(word_end).unwrap_or(rest.len() - start);
        let word = &rest[start..start + length];
        out.push_str(match (engine, word) {
            (Engine::Sqlite, "ID") => "BLOB",
            (Engine::Postgres, "ID") => "UUID",
            (Engine::Postgres, "INTEGER") => "BIGINT",
            (Engine::Postgres, "REAL") => "DOUBLE PRECISION",
            (Engine::Postgres, "BLOB") => "BYTEA",
            (Engine::Postgres, "STRICT") => "",
            _ => word,
        });
        rest = &rest[start + length..];
    }
    out.push_str(rest);
    out
}

impl Db {
    /// Brings the schema of every room up to date, in order. Safe to run again.
    ///
    /// # Errors
    /// A step fails, or the history of the database is not ours.
    pub async fn migrate(&self, rooms: &[Migrations]) -> Result<(), StoreError> {
        for room in rooms {
            let migrator = migrator(room, self.engine());
            match self {
                Self::Postgres(pool) => migrator.run(pool).await?,
                Self::Sqlite { writer, .. } => writer.migrate(&migrator).await?,
            }
        }
        Ok(())
    }
}

fn migrator(room: &Migrations, engine: Engine) -> Migrator {
    let migrations = room.files.iter().map(|file| file.migration(engine)).collect();
    let mut migrator = Migrator::with_migrations(migrations);
    migrator.dangerous_set_table_name(format!("migration_{}", room.room));
    migrator
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_translated_as_whole_words() {
        let sql = "CREATE TABLE t (id ID PRIMARY KEY, n INTEGER, ID_x TEXT) STRICT;";
        assert_eq!(translate(sql, Engine::Postgres), "CREATE TABLE t (id UUID PRIMARY KEY, n BIGINT, ID_x TEXT) ;");
    }
}
