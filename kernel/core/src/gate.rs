//! Gates (*jalons bloquants*): what must hold before a transition, and who can make it hold.

/// One condition that does not hold yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmet {
    /// Stable code of the condition, also the key of its sentence.
    pub code: &'static str,
    /// How many records stand in the way.
    pub count: i64,
    /// Page where they can be dealt with.
    pub href: String,
    /// Role that can deal with them.
    pub who: crate::permission::Role,
}

/// The answer of a gate.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Gate {
    /// Every unmet condition: a refusal lists them all at once.
    pub unmet: Vec<Unmet>,
}

impl Gate {
    /// Adds a condition when `count` records still stand in the way.
    pub fn require_none(&mut self, unmet: Unmet) {
        if unmet.count > 0 {
            self.unmet.push(unmet);
        }
    }

    /// The transition may happen.
    pub fn is_open(&self) -> bool {
        self.unmet.is_empty()
    }
}
