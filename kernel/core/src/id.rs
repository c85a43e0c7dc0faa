//! Ids that cannot be mistaken for one another.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

use crate::chance::Chance;
use jiff::Timestamp;

/// A UUID version 7 (RFC 9562) that remembers which kind of record it names, so that a contribution's id cannot be
/// given where a decision's is expected.
pub struct Id<T: ?Sized>(Uuid, PhantomData<fn() -> Box<T>>);

impl<T: ?Sized> Id<T> {
    /// A new id: sorted by time, unguessable by its 74 random bits.
    pub fn new(now: Timestamp, chance: &dyn Chance) -> Self {
        let mut random = [0_u8; 10];
        chance.fill(&mut random);
        let millis = u64::try_from(now.as_millisecond()).unwrap_or(0);
        Self::from_uuid(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
    }

    /// Takes an id read from the database or an address.
    pub const fn from_uuid(uuid: Uuid) -> Self {
        Self(uuid, PhantomData)
    }

    /// The bare UUID, for links whose ends may be any record.
    pub const fn uuid(self) -> Uuid {
        self.0
    }
}

impl<T: ?Sized> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: ?Sized> Copy for Id<T> {}
impl<T: ?Sized> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T: ?Sized> Eq for Id<T> {}
impl<T: ?Sized> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T: ?Sized> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T: ?Sized> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<T: ?Sized> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
impl<T: ?Sized> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
impl<T: ?Sized> FromStr for Id<T> {
    type Err = uuid::Error;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        Uuid::parse_str(s).map(Self::from_uuid)
    }
}
impl<T: ?Sized> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}
impl<'de, T: ?Sized> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Uuid::deserialize(deserializer).map(Self::from_uuid)
    }
}
impl<T: ?Sized> From<Id<T>> for Uuid {
    fn from(id: Id<T>) -> Self {
        id.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::SeededChance;

    #[test]
    fn later_ids_sort_after_earlier_ones() {
        let chance = SeededChance::new(1);
        let early: Id<()> = Id::new(Timestamp::from_second(1_000).expect("in range"), &chance);
        let late: Id<()> = Id::new(Timestamp::from_second(2_000).expect("in range"), &chance);
        assert!(early < late);
    }

    #[test]
    fn an_id_reads_back_from_its_text() {
        let id: Id<()> = Id::new(Timestamp::UNIX_EPOCH, &SeededChance::new(2));
        assert_eq!(id.to_string().parse::<Id<()>>().expect("round trip"), id);
    }
}
