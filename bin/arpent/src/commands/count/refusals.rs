//! What the engine refuses, in words: which line of the file, which cell, and why.

use arpent_participatory_budget::Error;
use arpent_participatory_budget::pabulib::{Fault, FaultKind};

use crate::texts::Texts;

fn whole(value: usize) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

/// A fault with its place.
pub(super) fn fault(fault: &Fault, t: Texts) -> String {
    let said = reason(&fault.kind, t);
    let line = i64::try_from(fault.line).unwrap_or(i64::MAX);
    match fault.column {
        _ if fault.line == 0 => said,
        Some(column) => t.count_at_cell(i64::try_from(column).unwrap_or(i64::MAX), line, said),
        None => t.count_at_line(line, said),
    }
}

fn reason(kind: &FaultKind, t: Texts) -> String {
    match kind {
        FaultKind::TooLarge => t.count_says_too_large().to_owned(),
        FaultKind::Encoding => t.count_says_encoding().to_owned(),
        FaultKind::MissingSection { section } => t.count_says_section(section.word()),
        FaultKind::RepeatedSection { section } => t.count_says_repeated(section.word()),
        FaultKind::OutsideSections => t.count_says_outside().to_owned(),
        FaultKind::MissingColumn { section, name } => t.count_says_column(name, section.word()),
        FaultKind::MissingEntry { key } => t.count_says_entry(key),
        FaultKind::Empty { name } => t.count_says_empty(name),
        FaultKind::NotANumber { text } => t.count_says_not_a_number(text),
        FaultKind::Negative { text } => t.count_says_negative(text),
        FaultKind::AmountTooLarge { text } => t.count_says_amount(text),
        FaultKind::VoteType { text } => t.count_says_vote_type(text),
        FaultKind::DuplicateProject { id, first } => {
            t.count_says_duplicate(i64::try_from(*first).unwrap_or(i64::MAX), id)
        }
        FaultKind::UnknownProject { id } => t.count_says_unknown_project(id),
        FaultKind::PointsCount { projects, points } => t.count_says_points(whole(*points), whole(*projects)),
        FaultKind::NamedTwice { id } => t.count_says_twice(id),
        FaultKind::ApprovedTwice { id } => t.count_says_approved_twice(id),
        FaultKind::SeveralChoices { choices } => t.count_says_several(whole(*choices)),
        FaultKind::Count { key, said, found } => t.count_says_count(whole(*found), key, said),
    }
}

/// Why a rule cannot count these ballots.
pub(super) fn rule(error: &Error, t: Texts) -> String {
    match error {
        Error::NeedsApprovals => t.count_says_needs_approvals().to_owned(),
        Error::NeedsPoints => t.count_says_needs_points().to_owned(),
        Error::TieOrder => t.count_says_tie_order().to_owned(),
        Error::Increment => t.count_says_increment().to_owned(),
        Error::KnapsackTooLarge => t.count_says_knapsack().to_owned(),
        Error::KnapsackEnvelopes => t.count_says_knapsack_envelopes().to_owned(),
        Error::Envelope(name) => t.count_envelope(name),
        Error::TooLarge => t.count_says_too_large().to_owned(),
        Error::DuplicateProject(_) | Error::Ballot => error.to_string(),
    }
}
