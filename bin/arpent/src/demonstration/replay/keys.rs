//! The ids that the keys of the files have received.

use std::collections::HashMap;

use anyhow::{Result, anyhow};
use arpent_core::Id;
use uuid::Uuid;

/// What a key names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Area,
    Organisation,
    Unit,
    Person,
    Initiative,
    Contribution,
    Theme,
    Meeting,
    Metric,
    Measure,
    Option,
    Experiment,
    Consultation,
    Decision,
    Commitment,
    Signature,
    Shift,
}

/// Keys of the territory have an empty `file`, the others the key of their démarche.
#[derive(Debug, Default)]
pub(super) struct Keys(HashMap<(Kind, String, String), Uuid>);

impl Keys {
    pub(super) fn put<T: ?Sized>(&mut self, kind: Kind, file: &str, key: &str, id: Id<T>) {
        self.0.insert((kind, file.to_owned(), key.to_owned()), id.uuid());
    }

    pub(super) fn get<T: ?Sized>(&self, kind: Kind, file: &str, key: &str) -> Result<Id<T>> {
        let found = self.0.get(&(kind, file.to_owned(), key.to_owned()));
        found.map(|id| Id::from_uuid(*id)).ok_or_else(|| anyhow!("{kind:?} `{key}` is not known yet"))
    }

    pub(super) fn all<T: ?Sized>(&self, kind: Kind, file: &str, keys: &[String]) -> Result<Vec<Id<T>>> {
        keys.iter().map(|key| self.get(kind, file, key)).collect()
    }
}
