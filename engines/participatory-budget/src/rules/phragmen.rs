//! Phragmén's sequential rule: loads are shared so that the largest stays small.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero as _;

use super::field::{Contest, Field};
use super::room::Room;
use crate::count::Counting;
use crate::election::Election;
use crate::options::Satisfaction;
use crate::outcome::{Outcome, Round, Step, Tie, Winner};

/// Who carries what: after each purchase its supporters all carry the same load, so a load is named by its purchase.
struct Loads<'a> {
    field: &'a Field,
    /// For each ballot, the purchase that gave its load, from 1; 0 for none.
    last: Vec<u32>,
    /// Loads by purchase, in units, as doubles and exactly; the first one is nothing.
    near: Vec<f64>,
    exact: Vec<BigRational>,
}

/// The sequential rule. It ends as soon as one of the projects tied for the smallest load does not fit the budget; unsupported
/// projects are never taken.
pub(crate) fn phragmen(counting: &Counting<'_>) -> Outcome {
    let election = counting.election;
    let field = Field::new(election, Satisfaction::Cardinality);
    let mut room = Room::new(election, &counting.options.envelopes);
    let mut loads = Loads::new(&field);
    let fits = |room: &Room, contest: &Contest| room.envelopes_hold(contest.place, contest.cost);
    let mut alive: Vec<usize> = (0..field.contests.len())
        .filter(|at| field.contests[*at].cost <= election.budget() && fits(&room, &field.contests[*at]))
        .collect();
    let (mut winners, mut ties, mut rounds) = (Vec::new(), Vec::new(), Vec::new());
    while !alive.is_empty() {
        let (mut level, load) = loads.smallest(&alive);
        if level.iter().any(|at| field.contests[*at].cost > room.left()) {
            break;
        }
        level.sort_by_key(|at| counting.ranks[field.contests[*at].place]);
        let (at, contest) = (level[0], &field.contests[level[0]]);
        if level.len() > 1 {
            let projects = level.iter().map(|at| field.contests[*at].place).collect();
            ties.push(Tie { after: winners.len(), projects });
        }
        if counting.rounds {
            rounds.push(loads.round(election, at, &load));
        }
        loads.carry(at, load);
        room.take(contest.place, contest.cost);
        winners.push(Winner { project: contest.place, step: Step::Rule });
        alive.retain(|one| *one != at && fits(&room, &field.contests[*one]));
    }
    let cost = election.cost(winners.iter().map(|winner| winner.project));
    let mut outcome = Outcome::of(winners, cost, ties);
    outcome.rounds = rounds;
    outcome
}

impl<'a> Loads<'a> {
    fn new(field: &'a Field) -> Self {
        Self { field, last: vec![0; field.counts.len()], near: vec![0.0], exact: vec![BigRational::zero()] }
    }

    /// Supporters of a contest by the purchase that gave their load.
    fn counts(&self, at: usize) -> Vec<u64> {
        let mut counts = vec![0; self.near.len()];
        for backer in &self.field.contests[at].backers {
            counts[self.last[backer.ballot as usize] as usize] += self.field.counts[backer.ballot as usize];
        }
        counts
    }

    /// Contests whose supporters would carry the smallest load, and that load. Sums of positive doubles lose less than
    /// 10^-9 of themselves; what is nearer is compared exactly.
    fn smallest(&self, alive: &[usize]) -> (Vec<usize>, BigRational) {
        let near: Vec<f64> = alive.iter().map(|at| self.nearly(*at)).collect();
        let least = near.iter().copied().fold(f64::INFINITY, f64::min);
        let (mut level, mut best) = (Vec::new(), None::<BigRational>);
        for (at, _) in alive.iter().zip(&near).filter(|(_, near)| **near <= least * (1.0 + 1e-9)) {
            let load = self.load(*at);
            let order = best.as_ref().map_or(std::cmp::Ordering::Less, |best| load.cmp(best));
            if order.is_lt() {
                level.clear();
                best = Some(load);
            }
            if order.is_le() {
                level.push(*at);
            }
        }
        (level, best.unwrap_or_else(BigRational::zero))
    }

    fn nearly(&self, at: usize) -> f64 {
        let contest = &self.field.contests[at];
        let carried = self.counts(at).into_iter().zip(&self.near).map(|(count, load)| count as f64 * load);
        (contest.cost as f64 + carried.sum::<f64>()) / contest.supporters as f64
    }

    fn load(&self, at: usize) -> BigRational {
        let contest = &self.field.contests[at];
        let mut sum = BigRational::from_integer(BigInt::from(contest.cost));
        for (count, load) in self.counts(at).iter().zip(&self.exact).filter(|(count, _)| **count > 0) {
            sum += load * BigInt::from(*count);
        }
        sum / BigInt::from(contest.supporters)
    }

    fn carry(&mut self, at: usize, load: BigRational) {
        let number = u32::try_from(self.near.len()).unwrap_or(u32::MAX);
        for backer in &self.field.contests[at].backers {
            self.last[backer.ballot as usize] = number;
        }
        self.near.push(num_traits::ToPrimitive::to_f64(&load).unwrap_or(f64::NAN));
        self.exact.push(load);
    }

    fn round(&self, election: &Election, at: usize, load: &BigRational) -> Round {
        let contest = &self.field.contests[at];
        let scale = BigInt::from(election.scale());
        let mut payments: BTreeMap<BigRational, u64> = BTreeMap::new();
        for (count, carried) in self.counts(at).iter().zip(&self.exact).filter(|(count, _)| **count > 0) {
            *payments.entry((load - carried) / &scale).or_default() += *count;
        }
        let price = payments.last_key_value().map_or_else(BigRational::zero, |(amount, _)| amount.clone());
        Round {
            project: contest.place,
            rho: (load / &scale).into(),
            supporters: contest.supporters,
            price: price.into(),
            money_behind: BigRational::new(BigInt::from(contest.cost), scale).into(),
            exhausted: 0,
            payments: payments.into_iter().rev().map(|(amount, people)| (amount.into(), people)).collect(),
        }
    }
}
