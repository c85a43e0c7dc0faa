//! SQL and rows. Joins with the kernel's tables are free; writes touch this module's own.

pub mod imports;
pub mod layers;
pub mod objects;
pub mod observations;
pub mod programmes;
pub mod projects;
pub mod reports;
pub mod said;
pub mod settings;
pub mod views;
pub mod votes;

use arpent_core::Id;
use arpent_store::Statement;

/// Every statement of this module.
pub const STATEMENTS: &[&[Statement]] = &[
    imports::STATEMENTS,
    layers::STATEMENTS,
    objects::STATEMENTS,
    observations::STATEMENTS,
    programmes::STATEMENTS,
    projects::STATEMENTS,
    reports::STATEMENTS,
    said::STATEMENTS,
    settings::STATEMENTS,
    views::STATEMENTS,
    votes::STATEMENTS,
];

/// A list of ids as one parameter: a JSON array, which both engines unfold.
pub(crate) fn ids<T: ?Sized>(ids: &[Id<T>]) -> String {
    let quoted: Vec<String> = ids.iter().map(|id| format!("\"{}\"", id.uuid().simple())).collect();
    format!("[{}]", quoted.join(","))
}
