//! SQL and rows of the shared objects.

pub mod answers;
pub mod contributions;
pub mod filter;
pub mod initiatives;
pub mod links;
pub mod people;
pub mod photos;
pub mod places;
pub mod themes;

use arpent_store::Statement;

/// Every statement of this room.
pub const STATEMENTS: &[&[Statement]] = &[
    answers::STATEMENTS,
    contributions::STATEMENTS,
    filter::STATEMENTS,
    initiatives::STATEMENTS,
    links::STATEMENTS,
    people::STATEMENTS,
    photos::STATEMENTS,
    places::STATEMENTS,
    themes::STATEMENTS,
];
