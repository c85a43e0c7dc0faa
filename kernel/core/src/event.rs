//! The lines of the journal: who did what, when, to what, as whom. Ids and codes only, so that a person can be
//! erased and the chain still verified.

use uuid::Uuid;

use crate::id::Id;

/// The record an event is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Subject {
    /// Kind of record, for instance `contribution`.
    pub kind: &'static str,
    /// Its id.
    pub id: Uuid,
}

impl Subject {
    /// Names a record.
    pub fn new<T: ?Sized>(kind: &'static str, id: Id<T>) -> Self {
        Self { kind, id: id.uuid() }
    }
}

/// One thing that happened.
#[derive(Debug, Clone)]
pub struct Event {
    /// What happened, for instance `contribution.submitted`; declared in a manifest.
    pub kind: &'static str,
    /// To what.
    pub subject: Subject,
    /// The démarche concerned, when there is one.
    pub initiative: Option<Uuid>,
    /// Codes and ids that say more (`channel=paper`); never words a person wrote.
    pub details: Vec<(&'static str, String)>,
}

impl Event {
    /// An event about one record.
    pub fn new<T: ?Sized>(kind: &'static str, subject_kind: &'static str, id: Id<T>) -> Self {
        Self { kind, subject: Subject::new(subject_kind, id), initiative: None, details: Vec::new() }
    }

    /// Places the event in a démarche.
    #[must_use]
    pub fn within<T: ?Sized>(mut self, initiative: Id<T>) -> Self {
        self.initiative = Some(initiative.uuid());
        self
    }

    /// Adds a code or an id.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "ids, counts and codes are given as they come, by value")]
    pub fn with(mut self, key: &'static str, value: impl ToString) -> Self {
        self.details.push((key, value.to_string()));
        self
    }
}
