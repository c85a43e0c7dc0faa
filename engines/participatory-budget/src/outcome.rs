//! What a count gives.

use serde::Serialize;

use crate::fraction::Fraction;

/// How a project came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// It costs nothing and someone supports it.
    Free,
    /// By the rule itself.
    Rule,
    /// By the greedy completion of equal shares.
    Completion,
    /// By the greedy outcome that more voters preferred.
    Comparison,
}

/// A funded project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Winner {
    /// Its place in the election.
    pub project: usize,
    /// How it came in.
    pub step: Step,
}

/// One purchase of equal shares, or one step of Phragmén's rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Round {
    /// The project bought.
    pub project: usize,
    /// Equal shares: ρ, the price of one unit of satisfaction, in currency per point or per project, or currency per
    /// currency with [`crate::Satisfaction::Cost`]. Phragmén: the load of its supporters, in currency.
    pub rho: Fraction,
    /// People whose satisfaction it raises.
    pub supporters: u64,
    /// The most that any supporter pays, in currency.
    pub price: Fraction,
    /// What supporters held before paying, in currency.
    pub money_behind: Fraction,
    /// Supporters who could not pay their share in full, and have nothing left.
    pub exhausted: u64,
    /// Distinct amounts paid, in currency, and how many people paid each; from the largest.
    pub payments: Vec<(Fraction, u64)>,
}

/// An exact tie that the order of ties ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tie {
    /// Winners chosen before it.
    pub after: usize,
    /// The projects tied, by place, in the order of ties: the first one won.
    pub projects: Vec<usize>,
}

/// Why raising endowments ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stop {
    /// The next step would cost more than the budget.
    Overspent,
    /// No supported project fits what is left.
    Exhausted,
    /// Every supported project is funded, or has left for want of room in an envelope.
    Everything,
}

/// How endowments were raised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Raised {
    /// Steps above the first endowment.
    pub steps: u64,
    /// The step, in units of the election.
    pub increment: u64,
    /// Why it ended.
    pub stop: Stop,
    /// Runs that were computed; the others were proved to end alike.
    pub runs: u64,
}

/// The result of comparing with the greedy outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Compared {
    /// Voters who prefer the rule's outcome.
    pub for_rule: u64,
    /// Voters who prefer the greedy outcome.
    pub for_greedy: u64,
    /// The greedy outcome replaced the rule's.
    pub replaced: bool,
    /// The outcome that was set aside, by place.
    pub other: Vec<usize>,
}

/// A count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// Funded projects, in the order they came in.
    pub winners: Vec<Winner>,
    /// What they cost, in units.
    pub cost: u64,
    /// Equal shares: each person's endowment in the run that decided, in currency.
    pub endowment: Option<Fraction>,
    /// Equal shares and Phragmén: the purchases of the run that decided.
    pub rounds: Vec<Round>,
    /// Ties that were met and ended by the order of ties.
    pub ties: Vec<Tie>,
    /// Equal shares with Add1.
    pub raised: Option<Raised>,
    /// The comparison with greedy, where it was asked for.
    pub compared: Option<Compared>,
}

impl Outcome {
    /// Places of the winners, in order.
    pub fn places(&self) -> impl Iterator<Item = usize> + '_ {
        self.winners.iter().map(|winner| winner.project)
    }

    /// Whether a project won.
    pub fn holds(&self, project: usize) -> bool {
        self.places().any(|place| place == project)
    }

    pub(crate) fn of(winners: Vec<Winner>, cost: u64, ties: Vec<Tie>) -> Self {
        Self { winners, cost, endowment: None, rounds: Vec::new(), ties, raised: None, compared: None }
    }
}
