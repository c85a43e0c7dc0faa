//! A count as its page tells it. Kept with the count: what was published does not change with the program.

use serde::{Deserialize, Serialize};

/// A project in the count.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Counted {
    /// Its number.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// In cents.
    pub cost: i64,
    /// People who have it on their ballot.
    pub voters: i64,
    /// How it won: `free`, `rule`, `completion`; nothing when it did not.
    pub won: Option<String>,
    /// For one that did not win: the least number of people who, naming it alone, would have made it win.
    pub needed: Option<i64>,
    /// For one that did not win: the most it could have cost to win, in cents.
    pub needed_cost: Option<i64>,
    /// The projects it lost to, the main one first.
    pub lost_to: Vec<i64>,
}

/// A project bought, as Equal Shares and Phragmén tell it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Round {
    /// Which one.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// In cents.
    pub cost: i64,
    /// People who paid for it.
    pub supporters: i64,
    /// The most that any of them paid, in hundredths of a cent, rounded.
    pub price: i64,
    /// The exact price of a unit of satisfaction.
    pub rho: String,
}

/// People who said the same of themselves, or voted the same way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// What tells them apart: `age`, `zone`, `channel`.
    pub column: String,
    /// A code, the name of a zone, or `-` when they said nothing.
    pub label: String,
    /// What the outcome does for them; nothing when they are too few to be shown.
    pub served: Option<Served>,
}

/// What an outcome does for some people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Served {
    /// They are so many.
    pub people: i64,
    /// With at least one project that wins on their ballot.
    pub represented: i64,
    /// Winners on a ballot on average, in hundredths.
    pub winners: i64,
    /// Their cost on average, in cents.
    pub spend: i64,
}

/// What another rule would have chosen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Other {
    /// The rule's code.
    pub rule: String,
    /// The numbers of its winners, in order.
    pub winners: Vec<i64>,
    /// In cents.
    pub cost: i64,
    /// People with at least one project that wins.
    pub represented: i64,
    /// Winners on a ballot on average, in hundredths.
    #[serde(default)]
    pub winners_each: i64,
    /// What it would have done for each group, in their order.
    #[serde(default)]
    pub groups: Vec<Option<Served>>,
}

/// A count.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Told {
    /// Ballots counted, blank ones included.
    pub ballots: i64,
    /// Those that name no project.
    pub blank: i64,
    /// Those of paper.
    pub paper: i64,
    /// Sheets that say nothing that can be counted.
    pub spoiled: i64,
    /// People struck off at booths.
    pub struck: i64,
    /// What could be spent, in cents.
    pub amount: i64,
    /// What the winners cost, in cents.
    pub cost: i64,
    /// People with at least one project that wins.
    pub represented: i64,
    /// Winners first, in the order they won; then the others, the most voters first.
    pub projects: Vec<Counted>,
    /// What was bought, in order.
    pub rounds: Vec<Round>,
    /// Exact ties met: the numbers tied, the one that won first.
    pub ties: Vec<Vec<i64>>,
    /// What other rules would have chosen with the same ballots.
    pub others: Vec<Other>,
    /// Winners on a ballot on average, in hundredths.
    #[serde(default)]
    pub winners_each: i64,
    /// What the outcome does for each group that may be shown.
    #[serde(default)]
    pub groups: Vec<Group>,
    /// What to type to count the file again.
    pub command: String,
    /// The version that counted.
    pub program: String,
}

impl Told {
    /// The numbers of the winners, in order.
    pub fn winners(&self) -> impl Iterator<Item = i64> + '_ {
        self.projects.iter().filter(|one| one.won.is_some()).map(|one| one.number)
    }

    /// Whether as many sheets were counted as people were struck off at booths.
    pub const fn adds_up(&self) -> bool {
        self.paper + self.spoiled == self.struck
    }
}
