//! Statements: constants with a name, one text for both engines or a pair side by side.

use crate::db::Engine;

/// A statement, written once, prepared on both engines by a test.
#[derive(Debug, Clone, Copy)]
pub struct Statement {
    /// Name of the constant, for logs and the test.
    pub name: &'static str,
    /// Text for SQLite.
    pub sqlite: &'static str,
    /// Text for PostgreSQL: the same, except for the few pairs.
    pub postgres: &'static str,
}

impl Statement {
    /// The text for an engine.
    pub const fn text(&self, engine: Engine) -> &'static str {
        match engine {
            Engine::Sqlite => self.sqlite,
            Engine::Postgres => self.postgres,
        }
    }
}

/// Declares the statements of a file and the list `STATEMENTS` that the preparing test walks.
///
/// ```
/// arpent_store::statements! {
///     /// One line of the journal.
///     ONE = "SELECT seq AS value FROM journal WHERE seq = $1";
/// }
/// assert_eq!(STATEMENTS.len(), 1);
/// ```
#[macro_export]
macro_rules! statements {
    ($($(#[$doc:meta])* $name:ident = $sqlite:expr $(, postgres: $postgres:expr)?;)*) => {
        $($(#[$doc])* const $name: $crate::Statement = $crate::statements!(@one $name $sqlite $(, $postgres)?);)*
        /// Every statement of this file.
        pub const STATEMENTS: &[$crate::Statement] = &[$($name),*];
    };
    (@one $name:ident $sql:expr) => {
        $crate::Statement { name: stringify!($name), sqlite: $sql, postgres: $sql }
    };
    (@one $name:ident $sqlite:expr, $postgres:expr) => {
        $crate::Statement { name: stringify!($name), sqlite: $sqlite, postgres: $postgres }
    };
}
