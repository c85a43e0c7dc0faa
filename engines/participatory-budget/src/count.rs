//! The count: ballots, a rule, an outcome.

use crate::election::Election;
use crate::error::Error;
use crate::options::{Comparison, Options, Rule, Satisfaction, ranks, suits};
use crate::outcome::{Compared, Outcome, Step, Winner};
use crate::rules::greedy::greedy;
use crate::rules::judgment::majority_judgment;
use crate::rules::knapsack::knapsack;
use crate::rules::phragmen::phragmen;
use crate::shares::{Endowment, equal_shares};

/// What every rule reads.
pub(crate) struct Counting<'a> {
    pub(crate) election: &'a Election,
    pub(crate) options: &'a Options,
    pub(crate) ranks: Vec<u32>,
    /// Rounds are wanted.
    pub(crate) rounds: bool,
    /// Equal shares start from here and are not raised.
    pub(crate) endowment: Option<Endowment>,
}

/// Counts an election. The same election and options always give the same outcome; ties are decided as the options say, and
/// told.
pub fn count(election: &Election, options: &Options) -> Result<Outcome, Error> {
    counted(election, options, true)
}

/// The same outcome without its rounds: exact payments take longer to write down than to decide.
pub fn winners(election: &Election, options: &Options) -> Result<Outcome, Error> {
    counted(election, options, false)
}

/// Who would win if everyone had this endowment, whatever the number of people.
pub(crate) fn winners_at(
    election: &Election,
    options: &Options,
    endowment: Option<Endowment>,
) -> Result<Outcome, Error> {
    let counting = Counting { election, options, ranks: ranks(election, &options.ties)?, rounds: false, endowment };
    by_rule(&counting)
}

fn counted(election: &Election, options: &Options, rounds: bool) -> Result<Outcome, Error> {
    suits(election, options)?;
    let counting = Counting { election, options, ranks: ranks(election, &options.ties)?, rounds, endowment: None };
    let outcome = by_rule(&counting)?;
    Ok(match options.comparison {
        Some(comparison) => compared(&counting, outcome, comparison),
        None => outcome,
    })
}

fn by_rule(counting: &Counting<'_>) -> Result<Outcome, Error> {
    let (election, options) = (counting.election, counting.options);
    Ok(match options.rule {
        Rule::Greedy { satisfaction } => greedy(election, satisfaction, &counting.ranks, options),
        Rule::Knapsack { satisfaction } => knapsack(election, satisfaction, &counting.ranks)?,
        Rule::EqualShares { satisfaction, completion } => equal_shares(counting, satisfaction, completion)?,
        Rule::Phragmen => phragmen(counting),
        Rule::MajorityJudgment => majority_judgment(election, &counting.ranks, options),
    })
}

/// The satisfaction whose greedy outcome a rule is compared with.
pub(crate) fn satisfaction(rule: Rule) -> Satisfaction {
    match rule {
        Rule::Greedy { satisfaction } | Rule::Knapsack { satisfaction } | Rule::EqualShares { satisfaction, .. } => {
            satisfaction
        }
        Rule::Phragmen => Satisfaction::Cost,
        Rule::MajorityJudgment => Satisfaction::Points,
    }
}

fn compared(counting: &Counting<'_>, outcome: Outcome, comparison: Comparison) -> Outcome {
    let election = counting.election;
    let other = greedy(election, satisfaction(counting.options.rule), &counting.ranks, counting.options);
    let mine = gains(election, &outcome, comparison);
    let theirs = gains(election, &other, comparison);
    let (mut for_rule, mut for_greedy) = (0, 0);
    for ((count, mine), theirs) in election.ballots.counts.iter().zip(&mine).zip(&theirs) {
        for_rule += if mine > theirs { *count } else { 0 };
        for_greedy += if theirs > mine { *count } else { 0 };
    }
    let replaced = for_greedy > for_rule;
    let (mut kept, left) = if replaced { (other, outcome) } else { (outcome, other) };
    if replaced {
        let winner = |winner: &Winner| Winner { step: Step::Comparison, ..*winner };
        kept.winners = kept.winners.iter().map(winner).collect();
        (kept.endowment, kept.raised) = (left.endowment.clone(), left.raised.clone());
    }
    kept.compared = Some(Compared { for_rule, for_greedy, replaced, other: left.places().collect() });
    kept
}

/// What each ballot gains from an outcome.
fn gains(election: &Election, outcome: &Outcome, comparison: Comparison) -> Vec<usize> {
    let mut holds = vec![false; election.costs.len()];
    outcome.places().for_each(|place| holds[place] = true);
    let of = |(choices, _): (&[crate::election::Choice], u64)| {
        let won = choices.iter().filter(|choice| holds[choice.project as usize]).count();
        if comparison == Comparison::Represented { won.min(1) } else { won }
    };
    election.ballots.iter().map(of).collect()
}
