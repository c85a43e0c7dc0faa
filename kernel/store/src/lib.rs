#![doc = include_str!("../README.md")]

mod backup;
mod db;
mod error;
pub mod files;
pub mod jobs;
pub mod journal;
pub mod migrate;
pub mod search;
mod statement;
pub mod testing;
mod tx;
mod value;
mod writer;

pub use db::{Db, Engine, Reads, carry_count, count_queries};
pub use error::StoreError;
pub use migrate::{MigrationFile, Migrations};
pub use statement::Statement;
pub use tx::{Author, Tx};
pub use value::{Field, FromRow, Row, Value};

use arpent_core::manifest::{Manifest, Personal, Table};

/// Tables of this room.
pub const MANIFEST: Manifest = Manifest {
    name: "store",
    tables: &[
        Table { name: "journal", personal: Personal::Proof },
        Table { name: "journal_head", personal: Personal::None },
        Table { name: "job", personal: Personal::Covered },
        Table { name: "search_doc", personal: Personal::Covered },
        Table { name: "search_index", personal: Personal::Covered },
        Table { name: "file", personal: Personal::Covered },
    ],
    permissions: &[],
    events: &[],
};

/// The schema of this room.
pub const MIGRATIONS: Migrations = Migrations {
    room: "store",
    files: &[
        MigrationFile::both(1, "journal, jobs, files", include_str!("../migrations/0001_store.sql")),
        MigrationFile::pair(
            2,
            "search and append-only journal",
            include_str!("../migrations/0002_engine.sqlite.sql"),
            include_str!("../migrations/0002_engine.postgres.sql"),
        ),
    ],
};

/// Every statement of this room, for the test that prepares them on both databases.
pub const STATEMENTS: &[&[Statement]] = &[journal::STATEMENTS, jobs::STATEMENTS, search::STATEMENTS, files::STATEMENTS];
