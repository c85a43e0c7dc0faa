//! What a voter says, on line or on paper.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::settings::{BallotKind, GRADES, Settings};

/// By the number of a project: 1 for chosen, so many points, a rank, a grade. Empty is a blank ballot, which counts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marks(pub BTreeMap<i64, i64>);

/// Why a ballot cannot be cast as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// A project that is not on the ballot.
    Unknown(i64),
    /// More projects than one may choose: how many.
    TooMany(i64),
    /// More money than there is: by how many cents.
    TooDear(i64),
    /// More points than one has: how many.
    TooManyPoints(i64),
    /// Not a number of points, a rank or a grade: at which project.
    Unreadable(i64),
    /// Two projects of one rank: which rank.
    SameRank(i64),
}

impl Marks {
    /// What the chosen projects cost together, in cents.
    pub fn cost(&self, costs: &BTreeMap<i64, i64>) -> i64 {
        self.0.keys().filter_map(|number| costs.get(number)).sum()
    }

    /// The points shared.
    pub fn points(&self) -> i64 {
        self.0.values().sum()
    }

    /// Without the projects that are not in the count: the rest of the ballot stands.
    #[must_use]
    pub fn keep(&self, counted: &BTreeMap<i64, i64>) -> Self {
        Self(self.0.iter().filter(|(number, _)| counted.contains_key(number)).map(|(n, v)| (*n, *v)).collect())
    }

    /// What is wrong with it: `costs` are those of the projects on the ballot, `amount` what may be spent, in cents.
    pub fn faults(&self, settings: &Settings, costs: &BTreeMap<i64, i64>, amount: i64) -> Vec<Fault> {
        let mut faults: Vec<Fault> =
            self.0.keys().filter(|number| !costs.contains_key(number)).map(|n| Fault::Unknown(*n)).collect();
        let count = i64::try_from(self.0.len()).unwrap_or(i64::MAX);
        let range = match settings.ballot {
            BallotKind::Approval | BallotKind::Knapsack => 1..=1,
            BallotKind::Points | BallotKind::Ranked => 1..=settings.most,
            BallotKind::Grades => 0..=GRADES - 1,
        };
        // More points than there are on one project is said once, as a total.
        let total_says = |value: i64| settings.ballot == BallotKind::Points && value > 0;
        let unreadable = self.0.iter().filter(|(_, value)| !range.contains(value) && !total_says(**value));
        faults.extend(unreadable.map(|(number, _)| Fault::Unreadable(*number)));
        match settings.ballot {
            BallotKind::Approval if count > settings.most => faults.push(Fault::TooMany(count)),
            BallotKind::Knapsack if self.cost(costs) > amount => faults.push(Fault::TooDear(self.cost(costs) - amount)),
            BallotKind::Points if self.points() > settings.most => faults.push(Fault::TooManyPoints(self.points())),
            BallotKind::Ranked => faults.extend(self.same_ranks()),
            _ => {}
        }
        faults
    }

    fn same_ranks(&self) -> Option<Fault> {
        let mut ranks: Vec<i64> = self.0.values().copied().collect();
        ranks.sort_unstable();
        ranks.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| Fault::SameRank(pair[0]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(pairs: &[(i64, i64)]) -> Marks {
        Marks(pairs.iter().copied().collect())
    }

    fn faults(kind: BallotKind, most: i64, pairs: &[(i64, i64)]) -> Vec<Fault> {
        let settings = Settings { ballot: kind, most, ..Settings::default() };
        let costs = [(1, 6_000), (2, 5_000), (10, 1_000)].into();
        marks(pairs).faults(&settings, &costs, 10_000)
    }

    #[test]
    fn a_blank_ballot_is_a_ballot() {
        for kind in BallotKind::ALL {
            assert_eq!(faults(*kind, 2, &[]), []);
        }
    }

    #[test]
    fn each_kind_says_what_is_too_much() {
        assert_eq!(faults(BallotKind::Approval, 2, &[(1, 1), (2, 1), (10, 1)]), [Fault::TooMany(3)]);
        assert_eq!(faults(BallotKind::Knapsack, 2, &[(1, 1), (2, 1)]), [Fault::TooDear(1_000)]);
        assert_eq!(faults(BallotKind::Points, 10, &[(1, 6), (2, 5)]), [Fault::TooManyPoints(11)]);
        assert_eq!(faults(BallotKind::Points, 10, &[(1, 12)]), [Fault::TooManyPoints(12)]);
        assert_eq!(faults(BallotKind::Ranked, 3, &[(1, 2), (2, 2)]), [Fault::SameRank(2)]);
        assert_eq!(faults(BallotKind::Grades, 0, &[(1, 4)]), [Fault::Unreadable(1)]);
        assert_eq!(faults(BallotKind::Points, 10, &[(1, -1)]), [Fault::Unreadable(1)]);
    }

    #[test]
    fn a_project_that_is_not_there_is_named() {
        assert_eq!(faults(BallotKind::Approval, 2, &[(3, 1)]), [Fault::Unknown(3)]);
    }

    #[test]
    fn a_withdrawn_project_leaves_the_rest_of_the_ballot() {
        let counted = [(2, 5_000)].into();
        assert_eq!(marks(&[(1, 1), (2, 1)]).keep(&counted), marks(&[(2, 1)]));
    }
}
