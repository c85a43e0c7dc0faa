//! A run on doubles that know how wrong they may be.
//!
//! Every amount is a line in δ, the money added to each endowment, with a bound on what separates it from the exact amount
//! for every δ from 0 to a reach: `value + slope · δ ± error`. The bound holds rounding and, where a voter passes from paying
//! her share to paying all she has inside the range, the gap between the line and the bend. A decision taken on lines whose
//! bounds do not meet is therefore the exact decision at every endowment of the range; when they would meet further on, the
//! reach shrinks to where they do not. What is open at δ = 0 itself is settled exactly.

use num_bigint::BigInt;
use num_traits::ToPrimitive as _;

use super::exact::{Exact, Price as ExactPrice};
use super::line::{Line, Open, ULP, after};
use super::price::{Candidate, Price};
use super::purses::{Purses, Supporters};
use crate::fraction::Fraction;
use crate::outcome::Tie;
use crate::rules::field::Field;
use crate::rules::room::Room;

/// What each person starts with, as an exact fraction of units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Endowment {
    pub(crate) numerator: u128,
    pub(crate) people: u64,
}

impl Endowment {
    pub(crate) fn to_f64(self) -> f64 {
        self.numerator as f64 / self.people.max(1) as f64
    }

    /// The exact endowment an outcome tells, in units.
    pub(crate) fn told(endowment: &Fraction, decimals: u8) -> Option<Self> {
        let units = endowment.as_rational() * BigInt::from(10_u64.pow(u32::from(decimals)));
        Some(Self { numerator: units.numer().to_u128()?, people: units.denom().to_u64()? })
    }

    pub(crate) fn in_currency(self, decimals: u8) -> Fraction {
        let scale = BigInt::from(10_u64.pow(u32::from(decimals)));
        Fraction::new(self.numerator, BigInt::from(self.people.max(1)) * scale)
    }
}

/// What a run gives.
#[derive(Debug, Clone, Default)]
pub(crate) struct Run {
    /// Places of supported projects that cost nothing.
    pub(crate) free: Vec<usize>,
    /// Contests bought, in order.
    pub(crate) bought: Vec<usize>,
    pub(crate) ties: Vec<Tie>,
    /// The run is the same for every endowment up to this much more, in units.
    pub(crate) reach: f64,
}

#[derive(Debug, Clone, Copy)]
struct State {
    /// ρ, per unit of gain over the weight: a bound from below once money was spent since.
    rho: Line,
    /// The price per unit of gain at δ = 0, below the true one.
    floor: f64,
    /// Gains of those who pay their share in full over the whole reach, where all others hold exactly nothing: ρ is cost/gains.
    in_full: Option<u128>,
    /// The round in which it was computed.
    round: usize,
}

/// What a decision was.
enum Round {
    Bought(usize),
    Over,
    /// Open over this reach; none is open when the reach was zero.
    Open,
}

/// Runs on one field, keeping its memory from one to the next.
pub(crate) struct Runner<'a> {
    field: &'a Field,
    ranks: &'a [u32],
    room: &'a Room,
    candidates: Vec<Candidate<'a>>,
    purses: Purses,
    supporters: Supporters,
    states: Vec<State>,
    alive: Vec<usize>,
    /// What the last run bought: who is looked at first in each round.
    last: Vec<usize>,
    reach: f64,
}

impl<'a> Runner<'a> {
    pub(crate) fn new(field: &'a Field, ranks: &'a [u32], room: &'a Room) -> Self {
        let candidates: Vec<Candidate<'_>> = field.contests.iter().map(Candidate::new).collect();
        let (purses, supporters) = (Purses::new(&candidates), Supporters::default());
        let (states, alive, last) = (Vec::new(), Vec::new(), Vec::new());
        Self { field, ranks, room, candidates, purses, supporters, states, alive, last, reach: 0.0 }
    }

    /// The exact outcome at an endowment and up to `reach` more, or less: see [`Run::reach`].
    pub(crate) fn run(&mut self, endowment: Endowment, reach: f64) -> Run {
        let wide = (reach > 0.0).then(|| self.attempt(endowment, reach)).flatten();
        wide.or_else(|| self.attempt(endowment, 0.0)).unwrap_or_default()
    }

    /// `None` when a decision is open and the reach is not zero.
    fn attempt(&mut self, endowment: Endowment, reach: f64) -> Option<Run> {
        let mut room = self.room.clone();
        let mut run = Run::default();
        self.start(endowment, reach, &mut run);
        let mut exact = None;
        loop {
            let bought = match self.round(&mut run) {
                Round::Over => break,
                Round::Bought(at) => at,
                Round::Open if reach > 0.0 => return None,
                Round::Open => {
                    let exact = exact.get_or_insert_with(|| Exact::new(self.field, endowment));
                    match self.settled(exact, &mut run) {
                        Some(at) => at,
                        None => break,
                    }
                }
            };
            self.pay(bought);
            run.bought.push(bought);
            let contests = &self.field.contests;
            room.take(contests[bought].place, contests[bought].cost);
            self.alive.retain(|at| *at != bought && room.envelopes_hold(contests[*at].place, contests[*at].cost));
        }
        run.reach = self.reach;
        self.last.clone_from(&run.bought);
        Some(run)
    }

    fn start(&mut self, endowment: Endowment, reach: f64, run: &mut Run) {
        let value = endowment.to_f64();
        self.reach = reach;
        self.purses.fill(self.field.counts.len(), Line { value, slope: 1.0, error: 4.0 * ULP * value });
        self.states.clear();
        self.states.extend(self.candidates.iter().map(|candidate| {
            let floor = candidate.cost / candidate.gains;
            let value = floor / candidate.weight;
            let rho = Line { value, slope: 0.0, error: 4.0 * ULP * value };
            State { rho, floor: floor * (1.0 - 4.0 * ULP), in_full: None, round: usize::MAX }
        }));
        self.alive.clear();
        for (at, contest) in self.field.contests.iter().enumerate() {
            if contest.cost == 0 {
                run.free.push(contest.place);
            } else if self.room.envelopes_hold(contest.place, contest.cost) {
                self.alive.push(at);
            }
        }
        run.free.sort_by_key(|place| self.ranks[*place]);
    }

    /// Evaluates a contest and keeps its price, or a bound that is above the cheapest. `false`: it is open.
    fn examine(&mut self, at: usize, round: usize, cheapest: Option<usize>, dead: &mut Vec<usize>) -> bool {
        let candidate = &self.candidates[at];
        let ceiling = cheapest.map(|best| self.states[best].rho);
        self.purses.gather(candidate, &mut self.supporters);
        match candidate.price(self.states[at].floor, &self.supporters, ceiling, &mut self.reach) {
            Price::Unaffordable => dead.push(at),
            Price::Open => return false,
            Price::Above(rho) => {
                let floor = (rho.value - rho.error) * candidate.weight * (1.0 - 8.0 * ULP);
                let state = &mut self.states[at];
                (state.rho, state.floor, state.in_full) = (rho, floor.max(state.floor), None);
            }
            Price::Known(price, in_full) => {
                let weight = candidate.weight;
                let rho = Line {
                    value: price.value / weight,
                    slope: price.slope / weight,
                    error: price.error / weight + 2.0 * ULP * price.value / weight,
                };
                let floor = (price.value - price.error) * (1.0 - 4.0 * ULP);
                self.states[at] = State { rho, floor: floor.max(self.states[at].floor), in_full, round };
            }
        }
        true
    }

    fn round(&mut self, run: &mut Run) -> Round {
        let round = run.bought.len();
        let lowest = |states: &[State], at: usize| states[at].rho.value - states[at].rho.error;
        let mut order = std::mem::take(&mut self.alive);
        let (mut best, mut dead, mut open): (Option<usize>, Vec<usize>, bool) = (None, Vec::new(), false);
        // The likeliest first: what the last run bought in this round. Then those whose bound is not above it.
        let likely = self.last.get(round).copied().filter(|last| order.contains(last));
        if let Some(at) = likely {
            open |= !self.examine(at, round, None, &mut dead);
            best = Some(at).filter(|at| self.states[*at].round == round);
        }
        let most = best.map_or(f64::INFINITY, |best| self.states[best].rho.value + self.states[best].rho.error);
        let near = |at: &usize| Some(*at) != likely && lowest(&self.states, *at) <= most;
        let mut others: Vec<usize> = order.iter().copied().filter(near).collect();
        others.sort_by(|a, b| lowest(&self.states, *a).total_cmp(&lowest(&self.states, *b)));
        for at in &others {
            if best.is_some_and(|best: usize| {
                let rho = self.states[best].rho;
                lowest(&self.states, *at) > rho.value + rho.error
            }) {
                break;
            }
            open |= !self.examine(*at, round, best, &mut dead);
            let is_known = self.states[*at].round == round;
            if is_known && best.is_none_or(|best| self.states[*at].rho.value < self.states[best].rho.value) {
                best = Some(*at);
            }
        }
        order.retain(|at| !dead.contains(at));
        self.alive = order;
        match best {
            _ if open => Round::Open,
            None => Round::Over,
            Some(best) => self.chosen(best, round, run),
        }
    }

    /// Checks that a contest is the cheapest over the whole reach, and ends ties that are plain.
    fn chosen(&mut self, best: usize, round: usize, run: &mut Run) -> Round {
        let (mut dead, mut level) = (Vec::new(), Vec::new());
        for place in 0..self.alive.len() {
            let at = self.alive[place];
            if at == best {
                continue;
            }
            let above = |runner: &Self| runner.states[at].rho.minus(runner.states[best].rho, runner.reach);
            if self.states[at].round != round && !above(self).is_settled(self.reach) {
                if !self.examine(at, round, Some(best), &mut dead) {
                    return Round::Open;
                }
                if dead.last() == Some(&at) {
                    continue;
                }
            }
            let gap = above(self);
            match gap.is_positive(&mut self.reach) {
                Ok(true) => {}
                // The other is cheaper: it was thought dearer by a bound only.
                Ok(false) | Err(Open) => level.push(at),
            }
        }
        self.alive.retain(|at| !dead.contains(at));
        if level.is_empty() {
            return Round::Bought(best);
        }
        level.push(best);
        self.plain_tie(level, run)
    }

    /// Where everyone who holds anything pays in full, ρ is cost/(gains · weight) whatever the endowment: whole numbers decide.
    fn plain_tie(&self, mut level: Vec<usize>, run: &mut Run) -> Round {
        if !level.iter().all(|at| self.states[*at].in_full.is_some()) {
            return Round::Open;
        }
        let contests = &self.field.contests;
        let key = |at: usize| {
            let contest = &contests[at];
            // With gains worth their cost, the cost cancels.
            let gains = self.states[at].in_full.unwrap_or(contest.gains);
            if contest.weight == contest.cost { (1, gains) } else { (u128::from(contest.cost), gains) }
        };
        let compare = |a: usize, b: usize| {
            let ((cost, gains), (price, worth)) = (key(a), key(b));
            (cost * worth).cmp(&(price * gains))
        };
        let Some(least) = level.iter().copied().min_by(|a, b| compare(*a, *b)) else { return Round::Open };
        level.retain(|at| compare(*at, least).is_eq());
        Round::Bought(self.first(level, run))
    }

    /// The first of tied contests in the order of ties; the tie is noted.
    fn first(&self, mut level: Vec<usize>, run: &mut Run) -> usize {
        let contests = &self.field.contests;
        level.sort_by_key(|at| self.ranks[contests[*at].place]);
        if level.len() > 1 {
            let projects = level.iter().map(|at| contests[*at].place).collect();
            run.ties.push(Tie { after: run.free.len() + run.bought.len(), projects });
        }
        level[0]
    }

    /// The next purchase, exactly, among all that doubles cannot rule out.
    fn settled(&mut self, exact: &mut Exact<'_>, run: &mut Run) -> Option<usize> {
        exact.follow(&run.bought);
        let mut best: Option<ExactPrice> = None;
        let (mut level, mut dead) = (Vec::new(), Vec::new());
        for at in self.alive.clone() {
            let rho = self.states[at].rho;
            if best.as_ref().is_some_and(|best| rho.value - rho.error > best.upper()) {
                continue;
            }
            let Some(price) = exact.price(at) else {
                dead.push(at);
                continue;
            };
            let order = best.as_ref().map_or(std::cmp::Ordering::Less, |best| price.compare(best));
            if order.is_lt() {
                level.clear();
                best = Some(price);
            }
            if order.is_le() {
                level.push(at);
            }
        }
        self.alive.retain(|at| !dead.contains(at));
        let best = best?;
        let at = self.first(level, run);
        let value = best.per_gain();
        let weight = self.candidates[at].weight;
        let rho = Line { value: value / weight, slope: 0.0, error: 0.0 };
        self.states[at] = State { rho, floor: value, in_full: None, round: run.bought.len() };
        self.states[at].rho.error = 8.0 * ULP * rho.value;
        Some(at)
    }

    fn pay(&mut self, at: usize) {
        let (state, candidate) = (self.states[at], &self.candidates[at]);
        let price = Line {
            value: state.rho.value * candidate.weight,
            slope: state.rho.slope * candidate.weight,
            error: (state.rho.error + 4.0 * ULP * (state.rho.value + state.rho.slope.abs() * self.reach))
                * candidate.weight,
        };
        let reach = self.reach;
        self.purses.pay(candidate, |purse, gain| after(purse, price, gain, reach));
    }
}
