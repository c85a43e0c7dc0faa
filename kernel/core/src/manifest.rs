//! The pure half of the module contract: what a module declares about itself. The wired half (routes, jobs, erasure)
//! is completed where the web is known; together they make it impossible to forget permissions, events or tables.

use crate::permission::{Permission, Role};

/// A kind of event a module writes to the journal.
#[derive(Debug, Clone, Copy)]
pub struct EventKind {
    /// `contribution.submitted`.
    pub kind: &'static str,
    /// What it means, for the documentation.
    pub meaning: &'static str,
}

/// How a table treats the person whose words or name it may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Personal {
    /// Nothing about a person.
    None,
    /// Holds personal data: the module's export and erasure cover it.
    Covered,
    /// Holds the id of a person only as proof of an act; the person's name lives elsewhere and is erased there.
    Proof,
}

/// A table a module owns.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// Its name in both databases.
    pub name: &'static str,
    /// What it holds of people.
    pub personal: Personal,
}

/// What a room declares: read by the walking tests, the documentation and the administrator's pages.
#[derive(Debug, Clone, Copy)]
pub struct Manifest {
    /// Short name, also the prefix of its tables for a module.
    pub name: &'static str,
    /// Tables, all of them: a table of the schema that no manifest names fails a test.
    pub tables: &'static [Table],
    /// Permissions with the roles that have them by default.
    pub permissions: &'static [(Permission, &'static [Role])],
    /// Events written to the journal: an undeclared one fails a test.
    pub events: &'static [EventKind],
}
