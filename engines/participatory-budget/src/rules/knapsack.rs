//! The affordable set of the largest total satisfaction, exactly.
//!
//! Nemhauser and Ullmann's lists of undominated sets, cut by the bound of the fractional knapsack. Projects are decided from
//! the last to the first in the order of ties, so that between sets of equal value and cost the one holding the later decided
//! project, hence the earlier in the order, is kept.

use super::field::Field;
use crate::election::Election;
use crate::error::Error;
use crate::options::Satisfaction;
use crate::outcome::{Outcome, Step, Winner};

/// Undominated sets kept at most, over all steps.
const MOST_SETS: usize = 4_000_000;

#[derive(Debug, Clone, Copy)]
struct Set {
    value: u128,
    cost: u64,
    /// The last addition, in the arena.
    last: u32,
}

#[derive(Debug, Clone, Copy)]
struct Addition {
    project: u32,
    before: u32,
}

/// An addition that does not exist.
const NONE: u32 = u32::MAX;

struct Item {
    place: usize,
    cost: u64,
    value: u128,
}

/// The exact knapsack. Projects without satisfaction are never in.
pub(crate) fn knapsack(election: &Election, satisfaction: Satisfaction, ranks: &[u32]) -> Result<Outcome, Error> {
    let field = Field::new(election, satisfaction);
    let budget = election.budget();
    let worth = field.contests.iter().map(|one| Item {
        place: one.place,
        cost: one.cost,
        value: one.gains * u128::from(one.weight.max(1)),
    });
    let mut items: Vec<Item> = worth.filter(|item| item.cost <= budget).collect();
    items.sort_by_key(|item| std::cmp::Reverse(ranks[item.place]));
    let (best, arena) = search(&items, budget)?;
    let mut places: Vec<usize> = Vec::new();
    let mut next = best.last;
    while next != NONE {
        let addition = arena[next as usize];
        places.push(addition.project as usize);
        next = addition.before;
    }
    places.sort_by_key(|place| ranks[*place]);
    let winners = places.into_iter().map(|project| Winner { project, step: Step::Rule }).collect();
    Ok(Outcome::of(winners, best.cost, Vec::new()))
}

fn search(items: &[Item], budget: u64) -> Result<(Set, Vec<Addition>), Error> {
    let mut arena: Vec<Addition> = Vec::new();
    let mut sets = vec![Set { value: 0, cost: 0, last: NONE }];
    for (at, item) in items.iter().enumerate() {
        let Ok(project) = u32::try_from(item.place) else { return Err(Error::TooLarge) };
        let mut grown = Vec::with_capacity(sets.len());
        for set in sets.iter().filter(|set| set.cost + item.cost <= budget) {
            let last = u32::try_from(arena.len()).unwrap_or(NONE);
            arena.push(Addition { project, before: set.last });
            grown.push(Set { value: set.value + item.value, cost: set.cost + item.cost, last });
        }
        sets = merged(&sets, &grown);
        prune(&mut sets, &items[at + 1..], budget);
        if arena.len() > MOST_SETS {
            return Err(Error::KnapsackTooLarge);
        }
    }
    sets.last().map(|best| (*best, arena)).ok_or(Error::TooLarge)
}

/// Undominated sets of both lists, by rising cost and value; where both are equal, the grown one.
fn merged(kept: &[Set], grown: &[Set]) -> Vec<Set> {
    let mut out: Vec<Set> = Vec::with_capacity(kept.len() + grown.len());
    let (mut left, mut right) = (kept.iter().peekable(), grown.iter().peekable());
    loop {
        let next = match (left.peek(), right.peek()) {
            (None, None) => return out,
            (Some(_), None) => left.next(),
            (None, Some(_)) => right.next(),
            (Some(a), Some(b)) => {
                let a_first = (a.cost, std::cmp::Reverse(a.value)) < (b.cost, std::cmp::Reverse(b.value));
                if a_first { left.next() } else { right.next() }
            }
        };
        if let Some(set) = next
            && out.last().is_none_or(|last| set.value > last.value)
        {
            out.push(*set);
        }
    }
}

/// Drops sets that cannot reach, even with parts of projects, what some set reaches with whole ones.
fn prune(sets: &mut Vec<Set>, rest: &[Item], budget: u64) {
    let mut by_density: Vec<&Item> = rest.iter().collect();
    by_density.sort_by(|a, b| (b.value * u128::from(a.cost)).cmp(&(a.value * u128::from(b.cost))));
    let reached = sets.iter().map(|set| bounds(*set, &by_density, budget).0).max().unwrap_or(0);
    sets.retain(|set| bounds(*set, &by_density, budget).1 >= reached);
}

/// What a set surely reaches, and what it cannot exceed.
fn bounds(set: Set, rest: &[&Item], budget: u64) -> (u128, u128) {
    let (mut left, mut sure) = (budget - set.cost, set.value);
    let mut most = None;
    for item in rest {
        if item.cost <= left {
            left -= item.cost;
            sure += item.value;
        } else if most.is_none() {
            most = Some(sure + (item.value * u128::from(left)).div_ceil(u128::from(item.cost)));
        }
    }
    (sure, most.unwrap_or(sure))
}
