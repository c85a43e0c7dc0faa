//! Someone who signed up for a shift.

use arpent_commons::codes;
pub use arpent_commons::domain::meetings::SignUpState;
use arpent_core::Id;
use arpent_core::permission::Person;
use jiff::Timestamp;

use super::shift::Shift;

codes! {
    /// Her age, as much of it as must be known.
    Band {
        /// Eighteen or more.
        Adult = "adult",
        /// Less than eighteen: a guardian must consent (Code civil, article 371-1).
        Minor = "minor",
    }
}

codes! {
    /// How a guardian consented.
    ConsentHow {
        /// By the form her link opens.
        Form = "form",
        /// On paper, noted by the team.
        Paper = "paper",
    }
}

/// Who consented for a minor.
#[derive(Debug, Clone, Default)]
pub struct Guardian {
    /// Her name; empty until she consents, or once forgotten.
    pub name: String,
    /// Where the form was sent.
    pub email: Option<String>,
    /// Where to call her during the shift.
    pub phone: Option<String>,
}

/// Someone who signed up.
#[derive(Debug, Clone)]
pub struct Volunteer {
    /// Her id.
    pub id: Id<Volunteer>,
    /// For which shift.
    pub shift: Id<Shift>,
    /// In the order they came.
    pub position: i64,
    /// Her name as she gave it; empty once forgotten.
    pub name: String,
    /// Where to write to her.
    pub email: Option<String>,
    /// Where to call her.
    pub phone: Option<String>,
    /// Her age.
    pub band: Band,
    /// Who, when she was signed in.
    pub person: Option<Id<Person>>,
    /// Her code.
    pub code: String,
    /// The language she wrote from.
    pub language: String,
    /// What she has.
    pub state: SignUpState,
    /// The code of the form of consent; minors only.
    pub consent_code: Option<String>,
    /// Who consents for her.
    pub guardian: Guardian,
    /// How and when it was recorded.
    pub consent: Option<(ConsentHow, Timestamp)>,
    /// When she was told by telephone.
    pub called_at: Option<Timestamp>,
    /// When she came.
    pub present_at: Option<Timestamp>,
    /// When she signed up.
    pub created_at: Timestamp,
}

impl Volunteer {
    /// A guardian must still consent.
    pub fn awaits_consent(&self) -> bool {
        self.band == Band::Minor && self.consent.is_none() && self.state != SignUpState::Cancelled
    }
}
