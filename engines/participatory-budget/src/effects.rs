//! What an outcome does for people: who is represented, by group, and what each person's money paid for.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero as _;
use serde::Serialize;

use crate::count::satisfaction;
use crate::election::{Ballot, Choice, Election};
use crate::fraction::Fraction;
use crate::options::{Options, Rule, Satisfaction};
use crate::outcome::Outcome;

/// What an outcome does for some people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Effect {
    /// They are so many.
    pub people: u64,
    /// With at least one funded project on their ballot.
    pub represented: u64,
    /// The cost of funded projects on a ballot, on average over them, in currency.
    pub average_spend: Fraction,
    /// Funded projects on a ballot, on average over them.
    pub average_winners: Fraction,
}

impl Effect {
    /// The share of them without any funded project: the exclusion ratio.
    pub fn excluded(&self) -> Fraction {
        Fraction::new(self.people - self.represented, self.people)
    }
}

/// The effect on the people of one group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GroupEffect {
    /// The column that tells groups apart.
    pub column: String,
    /// The group.
    pub label: String,
    /// The effect; nothing when the group, or the only other hidden one, is smaller than the least number that may be shown.
    pub effect: Option<Effect>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    people: u64,
    represented: u64,
    spend: u128,
    winners: u128,
}

impl Sums {
    fn add(&mut self, one: &BallotSums, people: u64) {
        self.people += people;
        self.represented += if one.winners > 0 { people } else { 0 };
        self.spend += u128::from(one.spend) * u128::from(people);
        self.winners += u128::from(one.winners) * u128::from(people);
    }

    fn effect(self, scale: u64) -> Effect {
        Effect {
            people: self.people,
            represented: self.represented,
            average_spend: Fraction::new(self.spend, BigInt::from(self.people) * scale),
            average_winners: Fraction::new(self.winners, self.people),
        }
    }
}

struct BallotSums {
    spend: u64,
    winners: u64,
}

fn by_ballot(election: &Election, outcome: &Outcome) -> Vec<BallotSums> {
    let mut holds = vec![false; election.costs.len()];
    outcome.places().for_each(|place| holds[place] = true);
    let sums = |(choices, _): (&[Choice], u64)| {
        let won = || choices.iter().map(|choice| choice.project as usize).filter(|place| holds[*place]);
        BallotSums { spend: election.cost(won()), winners: won().count() as u64 }
    };
    election.ballots.iter().map(sums).collect()
}

/// The effect on everyone.
pub fn effect(election: &Election, outcome: &Outcome) -> Effect {
    let mut sums = Sums::default();
    for (count, one) in election.ballots.counts.iter().zip(by_ballot(election, outcome)) {
        sums.add(&one, *count);
    }
    sums.effect(election.scale())
}

/// The effect on each group of each column that has at most `most` groups. Groups of fewer than `least` people are hidden; if
/// that hides one only, the smallest of the others goes with it, so that nobody subtracts.
pub fn effects_by_group(election: &Election, outcome: &Outcome, least: u64, most: usize) -> Vec<GroupEffect> {
    let ballots = by_ballot(election, outcome);
    let mut effects = Vec::new();
    for column in election.columns().iter().filter(|one| one.name != "voter_id" && one.labels.len() <= most) {
        let mut sums = vec![Sums::default(); column.labels.len()];
        for (code, ballot) in column.codes.iter().zip(election.people()) {
            sums[*code as usize].add(&ballots[*ballot as usize], 1);
        }
        let mut order: Vec<usize> = (0..sums.len()).collect();
        order.sort_by_key(|group| sums[*group].people);
        let small = sums.iter().filter(|one| one.people < least).count();
        let hidden = if small == 1 { 2 } else { small };
        for (group, sums) in sums.iter().enumerate() {
            let is_hidden = order[..hidden.min(order.len())].contains(&group);
            let effect = (!is_hidden).then(|| sums.effect(election.scale()));
            effects.push(GroupEffect { column: column.name.clone(), label: column.labels[group].clone(), effect });
        }
    }
    effects
}

/// What a person with this ballot paid for, in currency, under equal shares: for her eyes, not for publication. Empty under
/// other rules and for an outcome without rounds.
pub fn payments(election: &Election, options: &Options, outcome: &Outcome, ballot: &Ballot) -> Vec<(usize, Fraction)> {
    let (Rule::EqualShares { .. }, Some(endowment)) = (options.rule, &outcome.endowment) else { return Vec::new() };
    let mut purse = endowment.as_rational().clone();
    let mut paid = Vec::new();
    for round in &outcome.rounds {
        let Some(choice) = ballot.choices.iter().find(|choice| choice.project as usize == round.project) else {
            continue;
        };
        let gain = match satisfaction(options.rule) {
            Satisfaction::Cost => Fraction::new(election.costs[round.project], election.scale()),
            Satisfaction::Cardinality => Fraction::new(1, 1),
            Satisfaction::Points => Fraction::new(choice.points, 10_u64.pow(u32::from(election.points_decimals()))),
        };
        let share: BigRational = (round.rho.as_rational() * gain.as_rational()).min(purse.clone());
        purse -= &share;
        if share > BigRational::zero() {
            paid.push((round.project, share.into()));
        }
    }
    paid
}
