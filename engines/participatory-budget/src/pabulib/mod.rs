//! Pabulib files (`.pb`): read strictly, examined, written.
//!
//! The format (Faliszewski et al. 2023): sections META, PROJECTS and VOTES, each followed by a line of headings; cells
//! separated by `;`, quoted as in CSV; lists inside a cell separated by commas; an optional byte order mark; amounts with a
//! point or a comma. Identifiers are texts. A vote without a project is an empty ballot, and counts.

mod bytes;
mod cells;
pub(crate) mod described;
mod fault;
mod ids;
mod quick;
mod read;
mod rows;
mod votes;
mod write;

pub use fault::{Fault, FaultKind, Section};
pub use read::{MOST_BYTES, examine, read};
pub use write::write;
