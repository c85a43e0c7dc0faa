//! What was decided before the count: the rule, its options, how ties end, envelopes.

use serde::Serialize;

use crate::election::{Election, VoteType};
use crate::error::Error;

/// What a voter is supposed to gain when a project she chose is funded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Satisfaction {
    /// Its cost.
    Cost,
    /// One, whatever the cost.
    Cardinality,
    /// The points she gave it; Borda's score (projects ranked after it) on an ordinal ballot.
    Points,
}

/// How projects are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "name", rename_all = "kebab-case")]
pub enum Rule {
    /// From the largest satisfaction per cost down, whatever fits. With [`Satisfaction::Cost`]: most votes first.
    Greedy {
        /// What is gained.
        satisfaction: Satisfaction,
    },
    /// The affordable set of the largest total satisfaction; of those the cheapest; of those the one that holds the first
    /// project, in the order of ties, at which they differ.
    Knapsack {
        /// What is gained.
        satisfaction: Satisfaction,
    },
    /// The Method of Equal Shares (Peters & Skowron 2020).
    EqualShares {
        /// What is gained.
        satisfaction: Satisfaction,
        /// What is done with money that equal shares leave.
        completion: Completion,
    },
    /// Phragmén's sequential rule, for approvals.
    Phragmen,
    /// Majority judgment (Balinski & Laraki 2011): from the best majority value down, whatever fits. Points are grades;
    /// whoever gave none gave the lowest, zero.
    MajorityJudgment,
}

/// What follows the Method of Equal Shares with the endowment budget/people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Completion {
    /// Endowments are raised while the outcome stays within the budget.
    pub add1: Option<Add1>,
    /// What is left funds what fits, in the order of the greedy rule with the same satisfaction.
    pub greedy: bool,
}

/// Raising everyone's endowment step by step and counting again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Add1 {
    /// The step in units of the election; `None`: one of the currency.
    pub increment: Option<u64>,
    /// Stops as soon as no supported project fits what is left.
    pub exhaustive: bool,
    /// Starts from a whole number of the currency, rounded down.
    pub integral: bool,
}

impl Default for Add1 {
    fn default() -> Self {
        Self { increment: None, exhaustive: true, integral: false }
    }
}

impl Completion {
    /// None.
    pub const NONE: Self = Self { add1: None, greedy: false };
    /// Greedy alone.
    pub const GREEDY: Self = Self { add1: None, greedy: true };

    /// Add1, with the stop on exhaustion.
    pub fn add1() -> Self {
        Self { add1: Some(Add1::default()), greedy: false }
    }

    /// Add1, then greedy: the usual choice of cities, known as Add1u.
    pub fn add1u() -> Self {
        Self { add1: Some(Add1::default()), greedy: true }
    }
}

/// How an exact tie ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ties {
    /// The smallest identifier, by code points.
    Id,
    /// Most votes, then the smallest cost, then the smallest identifier.
    VotesCostId,
    /// A public order, every project once, by place: a drawing of lots, say.
    Explicit(Vec<usize>),
}

/// A cap on what some projects may cost together: a district, a theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Envelope {
    /// Its name.
    pub name: String,
    /// Its cap, in units of the election.
    pub cap: u64,
    /// The places of its projects. A project may belong to several envelopes, or to none.
    pub projects: Vec<usize>,
}

impl Envelope {
    /// The projects of one category, or of one value of a detail (`district`, say).
    pub fn of_category(election: &Election, category: &str, cap: u64) -> Self {
        let belongs = |project: &crate::election::Project| {
            project.categories.iter().any(|one| one == category)
                || project.details.values().any(|value| value == category)
        };
        let projects = election.projects().iter().enumerate().filter(|(_, project)| belongs(project));
        Self { name: category.to_owned(), cap, projects: projects.map(|(place, _)| place).collect() }
    }
}

/// The last step some cities add: equal shares stay unless strictly more voters prefer the greedy outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Comparison {
    /// A voter prefers the outcome with more of the projects she chose.
    ApprovedWinners,
    /// A voter prefers the outcome that holds one of hers to the one that holds none.
    Represented,
}

/// All of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Options {
    /// The rule.
    pub rule: Rule,
    /// How exact ties end.
    pub ties: Ties,
    /// Caps, none by default. Greedy rules skip a project that does not fit its envelopes; equal shares and Phragmén drop
    /// it; the knapsack does not know envelopes and is refused with them.
    pub envelopes: Vec<Envelope>,
    /// A last comparison with the greedy rule of the same satisfaction (most votes first with [`Satisfaction::Cost`]).
    pub comparison: Option<Comparison>,
}

impl Options {
    /// A rule with ties by identifier, no envelope, no comparison.
    pub fn new(rule: Rule) -> Self {
        Self { rule, ties: Ties::Id, envelopes: Vec::new(), comparison: None }
    }

    /// Another order of ties.
    #[must_use]
    pub fn ties(mut self, ties: Ties) -> Self {
        self.ties = ties;
        self
    }
}

/// The rank of each project in the order that ends ties: 0 comes first.
pub(crate) fn ranks(election: &Election, ties: &Ties) -> Result<Vec<u32>, Error> {
    let (ids, costs) = (&election.ids, &election.costs);
    let mut order: Vec<usize> = (0..costs.len()).collect();
    match ties {
        Ties::Id => order.sort_by(|a, b| ids.at(*a).cmp(ids.at(*b))),
        Ties::VotesCostId => {
            let votes = election.votes();
            order.sort_by(|a, b| {
                votes[*b].cmp(&votes[*a]).then(costs[*a].cmp(&costs[*b])).then_with(|| ids.at(*a).cmp(ids.at(*b)))
            });
        }
        Ties::Explicit(given) => order.clone_from(given),
    }
    let mut ranks = vec![u32::MAX; costs.len()];
    for (rank, place) in (0..).zip(&order) {
        match ranks.get_mut(*place) {
            Some(slot) if *slot == u32::MAX => *slot = rank,
            _ => return Err(Error::TieOrder),
        }
    }
    if order.len() == costs.len() { Ok(ranks) } else { Err(Error::TieOrder) }
}

/// Refuses a rule that these ballots cannot feed.
pub(crate) fn suits(election: &Election, options: &Options) -> Result<(), Error> {
    let approvals = matches!(election.vote_type(), VoteType::Approval | VoteType::ChooseOne);
    let wrong_place = |envelope: &&Envelope| envelope.projects.iter().any(|place| *place >= election.costs.len());
    if let Some(envelope) = options.envelopes.iter().find(wrong_place) {
        return Err(Error::Envelope(envelope.name.clone()));
    }
    match options.rule {
        Rule::Greedy { satisfaction: Satisfaction::Points }
        | Rule::Knapsack { satisfaction: Satisfaction::Points }
        | Rule::EqualShares { satisfaction: Satisfaction::Points, .. }
        | Rule::MajorityJudgment
            if approvals =>
        {
            Err(Error::NeedsPoints)
        }
        Rule::Knapsack { .. } if !options.envelopes.is_empty() => Err(Error::KnapsackEnvelopes),
        Rule::Phragmen if !approvals => Err(Error::NeedsApprovals),
        Rule::EqualShares { completion: Completion { add1: Some(add1), .. }, .. } if add1.increment == Some(0) => {
            Err(Error::Increment)
        }
        _ => Ok(()),
    }
}
