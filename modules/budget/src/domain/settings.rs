//! How one votes and how votes are counted: everything that is frozen when the ballot opens.

use arpent_commons::codes;
use serde::{Deserialize, Serialize};

codes! {
    /// What one does on the ballot.
    BallotKind {
        /// Choose up to so many projects.
        Approval = "approval",
        /// Choose projects as long as the money lasts.
        Knapsack = "knapsack",
        /// Share so many points.
        Points = "points",
        /// Rank up to so many projects.
        Ranked = "ranked",
        /// Give each project a grade.
        Grades = "grades",
    }
}

codes! {
    /// How winners are found.
    Rule {
        /// Most supported first, as long as they fit.
        Greedy = "greedy",
        /// The set that fits and gathers the most support.
        Knapsack = "knapsack",
        /// Method of Equal Shares: everyone has the same share to spend (Peters and Skowron 2020).
        Shares = "equal_shares",
        /// Sequential Phragmén: money comes in for everyone at the same pace.
        Phragmen = "phragmen",
        /// Best median grade first, as long as they fit (Balinski and Laraki 2007).
        Judgment = "majority_judgment",
    }
}

codes! {
    /// What Equal Shares does with what is left.
    Completion {
        /// Nothing: it is not spent.
        None = "none",
        /// Most supported first.
        Greedy = "greedy",
        /// Everyone's share grows until one more project would not fit.
        Add1 = "add1",
        /// The same, then most supported first.
        Add1u = "add1u",
    }
}

codes! {
    /// Which of two equal projects comes first.
    Ties {
        /// Most voters, then the cheaper, then the smaller number.
        VotesThenCost = "votes_cost",
        /// The smaller number.
        Number = "number",
    }
}

codes! {
    /// How voters are known. One way for a budget: two lists could not tell that two names are one person.
    Access {
        /// A code sent to an e-mail address.
        Email = "email",
        /// A code printed on a letter.
        Letter = "letter",
        /// The number of a register.
        Number = "number",
        /// Name and day of birth in a register.
        Birth = "birth",
    }
}

macro_rules! serde_by_code {
    ($($name:ident),+) => {$(
        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.code())
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let code = String::deserialize(from)?;
                Self::parse(&code).ok_or_else(|| serde::de::Error::custom(code))
            }
        }
    )+};
}
serde_by_code!(BallotKind, Rule, Completion, Ties, Access);

/// Grades of a ballot, the best last: *à rejeter*, *passable*, *bien*, *très bien*.
pub const GRADES: i64 = 4;

/// What is frozen when the ballot opens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// What one does on the ballot.
    pub ballot: BallotKind,
    /// How many projects one may choose or rank, how many points one shares; nothing for the others.
    pub most: i64,
    /// How winners are found.
    pub rule: Rule,
    /// What becomes of the rest.
    pub completion: Completion,
    /// Who comes first among equals.
    pub ties: Ties,
    /// How voters are known.
    pub access: Access,
    /// From which age; zero asks nothing.
    pub min_age: i64,
    /// The ballot asks for a bracket of ages, without insisting.
    #[serde(default)]
    pub ages: bool,
    /// The zones it offers, without insisting; none asks nothing.
    #[serde(default)]
    pub zones: Vec<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            ballot: BallotKind::Approval,
            most: 5,
            rule: Rule::Shares,
            completion: Completion::Add1u,
            ties: Ties::VotesThenCost,
            access: Access::Email,
            min_age: 11,
            ages: false,
            zones: Vec::new(),
        }
    }
}

impl Settings {
    /// Whether the rule can read such ballots: grades have a median, ranks and choices do not.
    pub fn is_coherent(&self) -> bool {
        match self.rule {
            Rule::Judgment => self.ballot == BallotKind::Grades,
            Rule::Phragmen | Rule::Knapsack => matches!(self.ballot, BallotKind::Approval | BallotKind::Knapsack),
            Rule::Greedy | Rule::Shares => self.ballot != BallotKind::Grades,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_read_back_as_they_were_written() {
        let settings = Settings::default();
        let text = serde_json::to_string(&settings).expect("written");
        assert_eq!(serde_json::from_str::<Settings>(&text).expect("read"), settings);
        assert!(serde_json::from_str::<Settings>(&text.replace("equal_shares", "other")).is_err());
    }

    #[test]
    fn a_median_needs_grades() {
        let judged = Settings { rule: Rule::Judgment, ..Settings::default() };
        assert!(!judged.is_coherent() && Settings { ballot: BallotKind::Grades, ..judged }.is_coherent());
    }
}
