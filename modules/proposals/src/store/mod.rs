//! SQL and rows. Joins with the kernel's tables are free; writes touch this module's own.

pub mod assignments;
pub mod briefs;
pub mod comments;
pub mod exports;
pub mod imports;
pub mod photos;
pub mod queue;
pub mod supports;

use arpent_core::Id;
use arpent_store::Statement;

/// Every statement of this module.
pub const STATEMENTS: &[&[Statement]] = &[
    assignments::STATEMENTS,
    briefs::STATEMENTS,
    comments::STATEMENTS,
    exports::STATEMENTS,
    imports::STATEMENTS,
    photos::STATEMENTS,
    queue::STATEMENTS,
    supports::STATEMENTS,
];

/// A list of ids as one parameter: a JSON array, which both engines unfold.
pub(crate) fn ids<T: ?Sized>(ids: &[Id<T>]) -> String {
    let quoted: Vec<String> = ids.iter().map(|id| format!("\"{}\"", id.uuid().simple())).collect();
    format!("[{}]", quoted.join(","))
}
