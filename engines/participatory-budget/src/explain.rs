//! Why a project lost, and what it would have needed.
//!
//! Needs are found by counting again with one thing changed, everything else as it was: the project's cost, or more people who
//! choose it alone. Under equal shares with raised endowments, everyone keeps the endowment of the run that decided, so that an
//! answer does not hang on how far money would then have been raised. The cost found is one at which the project wins while a
//! unit of currency more makes it lose; the number of people, one with which it wins while one fewer makes it lose.

use serde::Serialize;

use crate::count::{satisfaction, winners, winners_at};
use crate::election::{Choice, Election};
use crate::error::Error;
use crate::options::{Completion, Options, Rule, Satisfaction, Ties};
use crate::outcome::{Outcome, Step};
use crate::shares::Endowment;

/// A project that was not funded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Loser {
    /// Its place in the election.
    pub project: usize,
    /// People who have it on their ballot.
    pub votes: u64,
    /// The cost, in units, at which it would have won. `None`: at no cost.
    pub winning_cost: Option<u64>,
    /// How many more people, choosing it alone, would have made it win; those of equal shares hold the endowment. `None`: no
    /// number of them, or the rule counts points.
    pub more_votes: Option<u64>,
    /// The projects it lost to, the main one first. Under equal shares: those that took most of its supporters' money. Under
    /// other rules: the one after which it no longer fitted.
    pub lost_to: Vec<usize>,
}

/// Every project that lost, in the order of the election. Counts again some fifty times for each.
pub fn losers(election: &Election, options: &Options, outcome: &Outcome) -> Result<Vec<Loser>, Error> {
    let votes = election.votes();
    let mut again = Again::new(election, options, outcome)?;
    let lost = (0..election.costs.len()).filter(|place| !outcome.holds(*place));
    let drained = Drain::new(election, options, outcome);
    lost.map(|project| {
        Ok(Loser {
            project,
            votes: votes[project],
            winning_cost: again.winning_cost(project)?,
            more_votes: again.more_votes(project)?,
            lost_to: drained.by(election, outcome, project),
        })
    })
    .collect()
}

/// The election with one thing changed.
struct Again {
    election: Election,
    options: Options,
    endowment: Option<Endowment>,
    /// People who could be added at most.
    most: u64,
}

impl Again {
    fn new(election: &Election, options: &Options, outcome: &Outcome) -> Result<Self, Error> {
        // The order of ties stays that of the real election, even where votes or costs would change it.
        let ranks = crate::options::ranks(election, &options.ties)?;
        let mut order: Vec<usize> = (0..ranks.len()).collect();
        order.sort_by_key(|place| ranks[*place]);
        let options = Options { ties: Ties::Explicit(order), comparison: None, ..options.clone() };
        let endowment = outcome.endowment.as_ref().and_then(|one| Endowment::told(one, election.decimals()));
        let most = election.turnout().saturating_mul(1_000).min(1 << 30);
        Ok(Self { election: election.clone(), options, endowment, most })
    }

    fn wins(&self, project: usize) -> Result<bool, Error> {
        Ok(winners_at(&self.election, &self.options, self.endowment)?.holds(project))
    }

    fn winning_cost(&mut self, project: usize) -> Result<Option<u64>, Error> {
        let (cost, scale) = (self.election.costs[project], self.election.scale());
        let (mut wins, mut loses) = (None, cost.div_ceil(scale));
        let mut low = 0;
        while low < loses {
            let middle = low + (loses - 1 - low) / 2;
            self.election.costs[project] = middle * scale;
            if self.wins(project)? {
                wins = Some(middle * scale);
                low = middle + 1;
            } else {
                loses = middle;
            }
        }
        self.election.costs[project] = cost;
        Ok(wins)
    }

    fn more_votes(&mut self, project: usize) -> Result<Option<u64>, Error> {
        let points = satisfaction(self.options.rule) == Satisfaction::Points;
        if points || self.election.costs[project] > self.election.budget {
            return Ok(None);
        }
        let choice = Choice { project: u32::try_from(project).unwrap_or(u32::MAX), points: 1 };
        self.election.ballots.push(&[choice], 0);
        let found = self.least_people(project);
        self.election.ballots.pop();
        found
    }

    fn least_people(&mut self, project: usize) -> Result<Option<u64>, Error> {
        let last = self.election.ballots.len() - 1;
        let (mut loses, mut wins) = (0, 1);
        loop {
            self.election.ballots.counts[last] = wins;
            if self.wins(project)? {
                break;
            }
            if wins >= self.most {
                return Ok(None);
            }
            (loses, wins) = (wins, wins * 2);
        }
        while wins - loses > 1 {
            let middle = loses + (wins - loses) / 2;
            self.election.ballots.counts[last] = middle;
            if self.wins(project)? {
                wins = middle;
            } else {
                loses = middle;
            }
        }
        Ok(Some(wins))
    }
}

/// What each ballot paid in each round, near enough to rank who took most.
struct Drain {
    /// For each round: the winner, and what one person of each ballot paid.
    rounds: Vec<(usize, Vec<f64>)>,
}

impl Drain {
    fn new(election: &Election, options: &Options, outcome: &Outcome) -> Self {
        let (Rule::EqualShares { satisfaction, .. }, Some(endowment)) = (options.rule, &outcome.endowment) else {
            return Self { rounds: Vec::new() };
        };
        let mut purses = vec![endowment.to_f64(); election.ballots.len()];
        let mut rounds = Vec::with_capacity(outcome.rounds.len());
        for round in &outcome.rounds {
            let rho = round.rho.to_f64();
            let cost = election.costs[round.project] as f64 / election.scale() as f64;
            let mut paid = vec![0.0; purses.len()];
            for (((choices, _), purse), paid) in election.ballots.iter().zip(&mut purses).zip(&mut paid) {
                let chosen = choices.iter().find(|choice| choice.project as usize == round.project);
                let gain = chosen.map_or(0.0, |choice| match satisfaction {
                    Satisfaction::Cost => cost,
                    Satisfaction::Cardinality => 1.0,
                    Satisfaction::Points => {
                        f64::from(choice.points) / 10_f64.powi(i32::from(election.points_decimals()))
                    }
                });
                *paid = f64::min(*purse, rho * gain);
                *purse -= *paid;
            }
            rounds.push((round.project, paid));
        }
        Self { rounds }
    }

    fn by(&self, election: &Election, outcome: &Outcome, project: usize) -> Vec<usize> {
        if self.rounds.is_empty() {
            return no_longer_fitted(election, outcome, project).into_iter().collect();
        }
        let supports = |choices: &[Choice]| choices.iter().any(|choice| choice.project as usize == project);
        let taken = |paid: &[f64]| -> f64 {
            let backed = election.ballots.iter().zip(paid).filter(|((choices, _), _)| supports(choices));
            backed.map(|((_, count), paid)| count as f64 * paid).sum()
        };
        let mut takers: Vec<(usize, f64)> = self.rounds.iter().map(|(winner, paid)| (*winner, taken(paid))).collect();
        takers.retain(|(_, amount)| *amount > 0.0);
        takers.sort_by(|a, b| b.1.total_cmp(&a.1));
        takers.into_iter().take(3).map(|(winner, _)| winner).collect()
    }
}

fn no_longer_fitted(election: &Election, outcome: &Outcome, project: usize) -> Option<usize> {
    let cost = election.costs[project];
    let mut left = election.budget();
    let fitted = cost <= left;
    outcome.places().find(|winner| {
        left = left.saturating_sub(election.costs[*winner]);
        fitted && left < cost
    })
}

/// One rule's outcome beside the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Beside {
    /// The rule.
    pub rule: Rule,
    /// Its outcome, without rounds.
    pub outcome: Outcome,
}

/// The rules that these ballots allow, on the same ballots, with the same order of ties and the same envelopes. A knapsack that
/// is too large to be exact, or that envelopes forbid, is left out.
pub fn beside(election: &Election, options: &Options) -> Result<Vec<Beside>, Error> {
    let approvals = !election.vote_type().has_points() && election.vote_type() != crate::VoteType::Ordinal;
    let satisfactions: &[Satisfaction] =
        if approvals { &[Satisfaction::Cost, Satisfaction::Cardinality] } else { &[Satisfaction::Points] };
    let mut rules = Vec::new();
    for satisfaction in satisfactions.iter().copied() {
        rules.push(Rule::Greedy { satisfaction });
        rules.push(Rule::Knapsack { satisfaction });
        rules.push(Rule::EqualShares { satisfaction, completion: Completion::GREEDY });
        rules.push(Rule::EqualShares { satisfaction, completion: Completion::add1u() });
    }
    rules.push(if approvals { Rule::Phragmen } else { Rule::MajorityJudgment });
    let mut all = Vec::with_capacity(rules.len());
    for rule in rules {
        match winners(election, &Options { rule, comparison: None, ..options.clone() }) {
            Ok(outcome) => all.push(Beside { rule, outcome }),
            Err(Error::KnapsackTooLarge | Error::KnapsackEnvelopes) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(all)
}

/// How many of an outcome's projects came in by the rule itself, as opposed to its completion.
pub fn by_the_rule(outcome: &Outcome) -> usize {
    outcome.winners.iter().filter(|winner| matches!(winner.step, Step::Rule | Step::Free)).count()
}
