//! What someone said, and what the authority answered.

use arpent_core::permission::Person;
use arpent_core::{Id, disclosure};
use jiff::{SignedDuration, Timestamp, civil::Date};
use uuid::Uuid;

use super::initiative::{Initiative, Theme};
use super::people::{Area, Capacity, Organisation};
use crate::codes;

codes! {
    /// How it reached the authority.
    Channel {
        /// The site.
        Web = "web",
        /// A paper sheet keyed by an agent.
        Paper = "paper",
        /// Said aloud, at a counter or a meeting.
        Oral = "oral",
        /// Collected during an outing.
        Outing = "outing",
        /// A kiosk.
        Kiosk = "kiosk",
        /// A file.
        Import = "import",
    }
}

codes! {
    /// Whether readers see it.
    ContributionState {
        /// Everyone reads it.
        Published = "published",
        /// Hidden by a moderator, with a reason its author reads.
        Hidden = "hidden",
    }
}

codes! {
    /// What the authority answers.
    AnswerStatus {
        /// *Retenue*.
        Retained = "retained",
        /// *Retenue en partie*.
        PartlyRetained = "partly_retained",
        /// *Écartée*.
        SetAside = "set_aside",
        /// *Hors périmètre*.
        OutOfScope = "out_of_scope",
        /// *À l'étude*: not an end.
        UnderStudy = "under_study",
    }
}

impl AnswerStatus {
    /// It closes the question: a reason is mandatory.
    pub const fn is_final(self) -> bool {
        !matches!(self, Self::UnderStudy)
    }
}

codes! {
    /// Why a contribution is hidden or shown again.
    ModerationGround {
        /// It names someone.
        NamesAPerson = "names_a_person",
        /// It insults, discriminates or threatens.
        Unlawful = "unlawful",
        /// It advertises.
        Advertising = "advertising",
        /// Nothing to do with the démarche.
        OffTopic = "off_topic",
        /// Read and fine.
        Checked = "checked",
    }
}

/// A contribution.
#[derive(Debug, Clone)]
pub struct Contribution {
    /// Its id.
    pub id: Id<Contribution>,
    /// Its démarche.
    pub initiative: Id<Initiative>,
    /// Its number in the démarche.
    pub number: i64,
    /// Title, given or made of the first words.
    pub title: String,
    /// What was said.
    pub text: String,
    /// How it came.
    pub channel: Channel,
    /// In which capacity.
    pub capacity: Capacity,
    /// Who said it, when known to the site.
    pub person: Option<Id<Person>>,
    /// In whose name.
    pub organisation: Option<Id<Organisation>>,
    /// In which commune or district.
    pub area: Option<Id<Area>>,
    /// The place in words.
    pub place: String,
    /// WGS 84 latitude and longitude, degrees.
    pub point: Option<(f64, f64)>,
    /// A photograph.
    pub photo: Option<Uuid>,
    /// What the photograph shows.
    pub photo_alt: String,
    /// The agent who keyed it for someone.
    pub keyed_by: Option<Id<Person>>,
    /// Whether readers see it.
    pub state: ContributionState,
    /// The contribution it was merged into.
    pub merged_into: Option<Id<Contribution>>,
    /// Its theme.
    pub theme: Option<Id<Theme>>,
    /// The day it was said.
    pub said_on: Date,
    /// Accepted at.
    pub created_at: Timestamp,
    /// Grows at each change.
    pub version: i64,
}

impl Contribution {
    /// The instant by which the authority promised to answer.
    pub fn promised_by(&self, delay_days: i64) -> Timestamp {
        self.created_at.checked_add(SignedDuration::from_hours(24 * delay_days)).unwrap_or(Timestamp::MAX)
    }
}

/// What doing it takes, as far as it is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Means {
    /// About how much, in cents.
    pub cost: Option<i64>,
    /// Done by which day.
    pub by: Option<Date>,
}

/// An answer before it is given.
#[derive(Debug, Clone)]
pub struct NewAnswer {
    /// The status.
    pub status: AnswerStatus,
    /// Why, as it was typed.
    pub reason: String,
    /// What it takes.
    pub means: Means,
}

impl NewAnswer {
    /// One that says nothing of money or time.
    pub fn new(status: AnswerStatus, reason: &str) -> Self {
        Self { status, reason: reason.to_owned(), means: Means::default() }
    }
}

/// An answer as it stands, or stood.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Its id.
    pub id: Id<Answer>,
    /// What it answers.
    pub contribution: Id<Contribution>,
    /// The status.
    pub status: AnswerStatus,
    /// Why.
    pub reason: String,
    /// What it takes.
    pub means: Means,
    /// As whom it was given (a role's code).
    pub role: String,
    /// When.
    pub at: Timestamp,
    /// It is the one that stands.
    pub current: bool,
}

/// Voices by capacity, small counts suppressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voices {
    /// One line per capacity, in the order of [`Capacity::ALL`].
    pub lines: Vec<(Capacity, disclosure::Shown)>,
    /// All of them.
    pub total: disclosure::Shown,
}

impl Voices {
    /// Counts contributions by capacity; what would identify a few people is hidden.
    pub fn count(capacities: &[(Capacity, i64)]) -> Self {
        let of = |capacity: &Capacity| capacities.iter().filter(|(c, _)| c == capacity).map(|(_, n)| n).sum();
        let counts: Vec<i64> = Capacity::ALL.iter().map(of).collect();
        let shown = disclosure::suppress(&counts, disclosure::SMALL);
        Self {
            lines: Capacity::ALL.iter().copied().zip(shown).collect(),
            total: disclosure::total(&counts, disclosure::SMALL),
        }
    }
}
