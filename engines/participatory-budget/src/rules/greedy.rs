//! From the largest satisfaction per cost down, whatever fits.

use std::cmp::Ordering;

use super::room::Room;
use crate::election::Election;
use crate::options::{Options, Satisfaction};
use crate::outcome::{Outcome, Step, Tie, Winner};

/// Satisfaction per unit of cost, as an exact fraction.
#[derive(Debug, Clone, Copy)]
enum Density {
    /// Someone gains and it costs nothing.
    Free,
    Of(u128, u64),
}

impl Density {
    fn of(gains: u128, cost: u64, satisfaction: Satisfaction) -> Self {
        match cost {
            _ if gains == 0 => Self::Of(0, 1),
            0 => Self::Free,
            // Each supporter gains the cost: the density is their number.
            _ if satisfaction == Satisfaction::Cost => Self::Of(gains, 1),
            cost => Self::Of(gains, cost),
        }
    }

    fn compare(self, other: Self) -> Ordering {
        match (self, other) {
            (Self::Free, Self::Free) => Ordering::Equal,
            (Self::Free, Self::Of(..)) => Ordering::Greater,
            (Self::Of(..), Self::Free) => Ordering::Less,
            (Self::Of(one, cost), Self::Of(two, price)) => (one * u128::from(price)).cmp(&(two * u128::from(cost))),
        }
    }
}

/// Places from the best density down; unsupported projects come last.
fn ranking(election: &Election, satisfaction: Satisfaction) -> Vec<(usize, Density)> {
    let mut gains = vec![0_u128; election.costs.len()];
    for (choices, count) in election.ballots.iter() {
        for choice in choices {
            let gain = if satisfaction == Satisfaction::Points { choice.points } else { 1 };
            gains[choice.project as usize] += u128::from(gain) * u128::from(count);
        }
    }
    let density = |(place, gains): (usize, u128)| (place, Density::of(gains, election.costs[place], satisfaction));
    gains.into_iter().enumerate().map(density).collect()
}

/// The greedy rule.
pub(crate) fn greedy(election: &Election, satisfaction: Satisfaction, ranks: &[u32], options: &Options) -> Outcome {
    let mut room = Room::new(election, &options.envelopes);
    let (winners, ties) = fill(election, satisfaction, ranks, &mut room, &[], Step::Rule);
    let cost = election.cost(winners.iter().map(|winner| winner.project));
    Outcome::of(winners, cost, ties)
}

/// Fills what room is left with projects outside `taken`.
pub(crate) fn fill(
    election: &Election,
    satisfaction: Satisfaction,
    ranks: &[u32],
    room: &mut Room,
    taken: &[usize],
    step: Step,
) -> (Vec<Winner>, Vec<Tie>) {
    let mut order = ranking(election, satisfaction);
    order.retain(|(place, _)| !taken.contains(place));
    order.sort_by(|a, b| b.1.compare(a.1).then(ranks[a.0].cmp(&ranks[b.0])));
    let sorted: Vec<usize> = order.iter().map(|(place, _)| *place).collect();
    let equal = |a: usize, b: usize| order[a].1.compare(order[b].1) == Ordering::Equal;
    take_in_order(election, &sorted, equal, room, taken.len(), step)
}

/// Takes projects in an order while they fit. A tie is told when the order of ties decided who got in: among equal projects
/// that all fitted at that moment, one no longer fits after those before it.
pub(crate) fn take_in_order(
    election: &Election,
    order: &[usize],
    equal: impl Fn(usize, usize) -> bool,
    room: &mut Room,
    already: usize,
    step: Step,
) -> (Vec<Winner>, Vec<Tie>) {
    let cost = |place: usize| election.costs[place];
    let (mut winners, mut ties) = (Vec::new(), Vec::new());
    let mut start = 0;
    while start < order.len() {
        let end = (start + 1..order.len()).find(|next| !equal(start, *next)).unwrap_or(order.len());
        let fitting: Vec<usize> =
            order[start..end].iter().copied().filter(|one| room.holds(*one, cost(*one))).collect();
        let after = already + winners.len();
        for place in &fitting {
            if room.holds(*place, cost(*place)) {
                room.take(*place, cost(*place));
                winners.push(Winner { project: *place, step });
            }
        }
        if already + winners.len() - after < fitting.len() {
            ties.push(Tie { after, projects: fitting });
        }
        start = end;
    }
    (winners, ties)
}
