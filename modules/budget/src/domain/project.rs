//! Projects, and what was said of them.

use arpent_commons::codes;
use arpent_commons::domain::people::Unit;
use arpent_core::Id;
use jiff::Timestamp;
use jiff::civil::Date;

use super::point::Point;

/// Marker of a budget.
#[derive(Debug)]
pub struct BudgetMark;

codes! {
    /// Where a project stands before the vote.
    ProjectState {
        /// A service looks at it.
        Study = "study",
        /// It may be voted on.
        Admissible = "admissible",
        /// It may not, with the reason.
        Refused = "refused",
        /// Another one carries it.
        Merged = "merged",
        /// Taken back; it stays visible.
        Withdrawn = "withdrawn",
    }
}

/// An envelope: what may be spent for a zone or a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// Its id.
    pub id: Id<Envelope>,
    /// Its name; empty when the budget is not divided.
    pub name: String,
    /// In cents.
    pub amount: i64,
}

/// A project.
#[derive(Debug, Clone)]
pub struct Project {
    /// Its id.
    pub id: Id<Project>,
    /// Of which budget.
    pub budget: Id<BudgetMark>,
    /// Quoted by people, named by ballots.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// What it is.
    pub text: String,
    /// Where, in words.
    pub place: String,
    /// Where, on a map.
    pub point: Option<Point>,
    /// What pays for it.
    pub envelope: Id<Envelope>,
    /// Where it stands.
    pub state: ProjectState,
    /// In cents, once studied.
    pub cost: Option<i64>,
    /// When it could be done, in words.
    pub delay: String,
    /// Why it stands so.
    pub reason: String,
    /// What carries it now.
    pub merged_into: Option<Id<Project>>,
    /// Which service studies it.
    pub unit: Option<Id<Unit>>,
    /// Its name.
    pub unit_name: Option<String>,
    /// For when.
    pub due_day: Option<Date>,
    /// It was on the ballot when it opened.
    pub voted_on: bool,
    /// Created at.
    pub created_at: Timestamp,
    /// Grows at each change.
    pub version: i64,
}

impl Project {
    /// It can be chosen on a ballot.
    pub fn is_eligible(&self) -> bool {
        self.state == ProjectState::Admissible && self.cost.is_some()
    }
}

/// What a service says of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It can be done, at this cost.
    Admissible {
        /// In cents.
        cost: i64,
    },
    /// It cannot.
    Refused,
    /// Another project carries it.
    Merged(Id<Project>),
}

/// The stated rule: a project that costs more than its envelope is not admissible, whatever else is said of it.
pub const fn exceeds(cost: i64, envelope: &Envelope) -> bool {
    cost > envelope.amount
}
