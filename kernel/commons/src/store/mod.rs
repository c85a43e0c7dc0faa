//! SQL and rows of the shared objects.

pub mod addresses;
pub mod answers;
pub mod closing;
pub mod commitments;
pub mod contours;
pub mod contributions;
pub mod decisions;
pub mod experiments;
pub mod filter;
pub mod initiatives;
pub mod links;
pub mod meetings;
pub mod metrics;
pub mod notes;
pub mod options;
pub mod people;
pub mod photos;
pub mod places;
pub mod sign_ups;
pub mod themes;
pub mod trace;

use arpent_store::Statement;

/// Every statement of this room.
pub const STATEMENTS: &[&[Statement]] = &[
    addresses::STATEMENTS,
    answers::STATEMENTS,
    closing::STATEMENTS,
    commitments::STATEMENTS,
    contours::STATEMENTS,
    contributions::STATEMENTS,
    decisions::STATEMENTS,
    experiments::STATEMENTS,
    filter::STATEMENTS,
    initiatives::STATEMENTS,
    links::STATEMENTS,
    meetings::STATEMENTS,
    metrics::STATEMENTS,
    notes::STATEMENTS,
    options::STATEMENTS,
    people::STATEMENTS,
    photos::STATEMENTS,
    places::STATEMENTS,
    sign_ups::STATEMENTS,
    themes::STATEMENTS,
    trace::STATEMENTS,
];
