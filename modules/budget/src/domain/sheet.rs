//! Sheets of paper, read by two people who do not see one another's reading.

use arpent_core::Id;
use arpent_core::permission::Person;

use super::ballot::Marks;

/// One reading; no marks for a spoiled sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// First, second or third.
    pub round: i64,
    /// What was read.
    pub marks: Option<Marks>,
    /// By whom.
    pub keyed_by: Option<Id<Person>>,
}

/// Where a sheet stands, for whoever holds it.
#[derive(Debug, Clone, PartialEq)]
pub enum Standing {
    /// To be read, for the first time or the second.
    ToKey(i64),
    /// The same person read it already: another one must.
    Another,
    /// Two readings that differ: a third person settles.
    Differ(Option<Marks>, Option<Marks>),
    /// It counts already, or was found spoiled.
    Settled,
}

/// Where a sheet stands from its readings, in order, for someone.
pub fn standing(settled: bool, readings: &[Reading], me: Option<Id<Person>>) -> Standing {
    let mine = me.is_some() && readings.iter().any(|one| one.keyed_by == me);
    match readings {
        _ if settled => Standing::Settled,
        [] => Standing::ToKey(1),
        _ if mine => Standing::Another,
        [_] => Standing::ToKey(2),
        [first, second, ..] => Standing::Differ(first.marks.clone(), second.marks.clone()),
    }
}

/// What a new reading makes of a sheet: settled when it agrees with the one before, or when it is the third.
pub fn settles(readings: &[Reading], new: Option<&Marks>) -> bool {
    match readings {
        [] => false,
        [first] => first.marks.as_ref() == new,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn who(n: u128) -> Id<Person> {
        Id::from_uuid(Uuid::from_u128(n))
    }

    fn reading(round: i64, n: u128, number: i64) -> Reading {
        Reading { round, marks: Some(Marks([(number, 1)].into())), keyed_by: Some(who(n)) }
    }

    #[test]
    fn the_same_hand_does_not_read_twice() {
        let one = [reading(1, 1, 3)];
        assert_eq!(standing(false, &one, Some(who(1))), Standing::Another);
        assert_eq!(standing(false, &one, Some(who(2))), Standing::ToKey(2));
    }

    #[test]
    fn two_that_differ_wait_for_a_third_person() {
        let two = [reading(1, 1, 3), reading(2, 2, 4)];
        assert!(matches!(standing(false, &two, Some(who(3))), Standing::Differ(..)));
        assert_eq!(standing(false, &two, Some(who(2))), Standing::Another);
        assert_eq!(standing(true, &two, Some(who(3))), Standing::Settled);
    }

    #[test]
    fn two_that_agree_settle() {
        let same = Marks([(3, 1)].into());
        assert!(settles(&[reading(1, 1, 3)], Some(&same)) && !settles(&[reading(1, 1, 4)], Some(&same)));
        assert!(!settles(&[], Some(&same)) && settles(&[reading(1, 1, 3), reading(2, 2, 4)], Some(&same)));
        assert!(!settles(&[reading(1, 1, 3)], None), "a spoiled sheet is not a blank one");
    }
}
