//! A run in whole numbers, followed only as far as doubles leave a decision open.
//!
//! Amounts are whole numbers over one denominator by level: a purchase multiplies it by the gains of those who pay in full.
//! Voters who hold the same amount share it, so that big numbers are handled once for each distinct amount.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_rational::BigRational;
use num_traits::{One as _, ToPrimitive as _, Zero as _};
use rustc_hash::FxHashMap;

use super::float::Endowment;
use crate::rules::field::Field;

/// A distinct amount that someone holds: `amount` / denominator of its `level`.
#[derive(Debug, Clone)]
struct Held {
    amount: BigInt,
    level: usize,
}

/// The exact state after some purchases.
#[derive(Debug)]
pub(crate) struct Exact<'a> {
    field: &'a Field,
    /// For each ballot, the place of what one of its voters holds.
    purses: Vec<u32>,
    held: Vec<Held>,
    /// Denominators, and by how much each multiplies the one before.
    denominators: Vec<BigInt>,
    factors: Vec<BigInt>,
    bought: usize,
}

/// The price of a unit of gain, exact: `numerator` / `denominator`; ρ is that over `weight`.
#[derive(Debug, Clone)]
pub(crate) struct Price {
    numerator: BigInt,
    denominator: BigInt,
    weight: u64,
}

impl Price {
    pub(crate) fn compare(&self, other: &Self) -> Ordering {
        let left = &self.numerator * &other.denominator * other.weight;
        left.cmp(&(&other.numerator * &self.denominator * self.weight))
    }

    pub(crate) fn per_gain(&self) -> f64 {
        self.as_rational().to_f64().unwrap_or(f64::NAN)
    }

    /// A double above ρ.
    pub(crate) fn upper(&self) -> f64 {
        self.per_gain() / self.weight.max(1) as f64 * (1.0 + 8.0 * f64::EPSILON)
    }

    pub(crate) fn as_rational(&self) -> BigRational {
        BigRational::new(self.numerator.clone(), self.denominator.clone())
    }
}

/// Supporters of a contest who hold the same and gain the same.
#[derive(Debug)]
pub(crate) struct Group {
    held: u32,
    /// What each gains.
    pub(crate) gain: u64,
    /// How many they are.
    pub(crate) people: u64,
}

impl<'a> Exact<'a> {
    pub(crate) fn new(field: &'a Field, endowment: Endowment) -> Self {
        let held = vec![Held { amount: BigInt::from(endowment.numerator), level: 0 }];
        let denominators = vec![BigInt::from(endowment.people.max(1))];
        Self { field, purses: vec![0; field.counts.len()], held, denominators, factors: vec![BigInt::one()], bought: 0 }
    }

    /// Pays for the purchases that were not followed yet.
    pub(crate) fn follow(&mut self, bought: &[usize]) {
        for at in &bought[self.bought..] {
            if let Some(price) = self.price(*at) {
                self.pay(*at, &price);
            }
        }
    }

    fn level(&self) -> usize {
        self.denominators.len() - 1
    }

    fn denominator(&self) -> &BigInt {
        &self.denominators[self.level()]
    }

    /// Brings an amount to the present denominator.
    fn refresh(&mut self, held: u32) {
        let level = self.level();
        let one = &mut self.held[held as usize];
        while one.level < level {
            one.level += 1;
            one.amount *= &self.factors[one.level];
        }
    }

    /// Supporters by what they hold and gain, those who can pay the least for a unit of gain first.
    pub(crate) fn groups(&mut self, at: usize) -> Vec<Group> {
        let mut people: FxHashMap<(u32, u64), u64> = FxHashMap::default();
        for backer in &self.field.contests[at].backers {
            let ballot = backer.ballot as usize;
            *people.entry((self.purses[ballot], u64::from(backer.gain))).or_default() += u64::from(backer.people);
        }
        let mut groups: Vec<Group> =
            people.into_iter().map(|((held, gain), people)| Group { held, gain, people }).collect();
        for group in &groups {
            self.refresh(group.held);
        }
        let amount = |group: &Group| &self.held[group.held as usize].amount;
        groups.sort_by(|a, b| {
            (amount(a) * b.gain).cmp(&(amount(b) * a.gain)).then((a.held, a.gain).cmp(&(b.held, b.gain)))
        });
        groups
    }

    /// What each of a group holds, over the present denominator.
    pub(crate) fn amount(&self, group: &Group) -> &BigInt {
        &self.held[group.held as usize].amount
    }

    /// An amount over the present denominator, in units.
    pub(crate) fn in_units(&self, amount: BigInt) -> BigRational {
        BigRational::new(amount, self.denominator().clone())
    }

    /// What each of a group holds, in units.
    pub(crate) fn holds(&self, group: &Group) -> BigRational {
        self.in_units(self.amount(group).clone())
    }

    /// The price of a unit of gain; `None` when supporters hold less than the cost.
    pub(crate) fn price(&mut self, at: usize) -> Option<Price> {
        let groups = self.groups(at);
        let contest = &self.field.contests[at];
        let mut missing = self.denominator() * contest.cost;
        let mut gains = contest.gains;
        for group in &groups {
            let amount = &self.held[group.held as usize].amount;
            // She pays in full if (missing / gains) · gain is at most what she holds.
            if &missing * group.gain <= amount * gains {
                let denominator = self.denominator() * gains;
                return Some(Price { numerator: missing, denominator, weight: contest.weight.max(1) });
            }
            missing -= amount * group.people;
            gains -= u128::from(group.gain) * u128::from(group.people);
        }
        None
    }

    /// Takes everyone's share.
    pub(crate) fn pay(&mut self, at: usize, price: &Price) {
        // price = a / (D · s) in lowest terms for s: the next denominator is D · s.
        let mut gains = &price.denominator / self.denominator();
        let common = price.numerator.gcd(&gains);
        let share = &price.numerator / &common;
        gains /= common;
        let next = self.denominator() * &gains;
        let level = self.denominators.len();
        let mut known: FxHashMap<(u32, u64), u32> = FxHashMap::default();
        for number in 0..self.field.contests[at].backers.len() {
            let backer = self.field.contests[at].backers[number];
            let before = self.purses[backer.ballot as usize];
            let after = *known.entry((before, u64::from(backer.gain))).or_insert_with(|| {
                let left = &self.held[before as usize].amount * &gains - &share * backer.gain;
                let amount = if left > BigInt::zero() { left } else { BigInt::zero() };
                self.held.push(Held { amount, level });
                u32::try_from(self.held.len() - 1).unwrap_or(u32::MAX)
            });
            self.purses[backer.ballot as usize] = after;
        }
        self.denominators.push(next);
        self.factors.push(gains);
        self.bought += 1;
    }
}
