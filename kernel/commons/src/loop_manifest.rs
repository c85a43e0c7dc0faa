//! Tables and events of the second half of the loop: options, experiments, decisions, commitments, measures.

use arpent_core::manifest::{EventKind, Table};

/// Its tables.
pub const TABLES: &[Table] = &[];

/// What is written to the journal about them.
pub const EVENTS: &[EventKind] = &[];
