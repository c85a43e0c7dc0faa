//! The rounds of a run, exact, for whoever wants to check or to understand them.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero as _;

use super::exact::Exact;
use super::float::Endowment;
use crate::election::Election;
use crate::fraction::Fraction;
use crate::options::Satisfaction;
use crate::outcome::Round;
use crate::rules::field::Field;

/// Every purchase with its exact price and payments.
pub(crate) fn rounds(
    election: &Election,
    field: &Field,
    satisfaction: Satisfaction,
    endowment: &Endowment,
    bought: &[usize],
) -> Vec<Round> {
    let mut exact = Exact::new(field, *endowment);
    let scale = BigRational::from_integer(BigInt::from(election.scale()));
    let points = BigRational::from_integer(BigInt::from(10_u64.pow(u32::from(election.points_decimals()))));
    let mut rounds = Vec::with_capacity(bought.len());
    for at in bought {
        let groups = exact.groups(*at);
        let Some(price) = exact.price(*at) else { break };
        let (contest, per_gain) = (&field.contests[*at], price.as_rational());
        let (mut behind, mut exhausted, mut payments) = (BigInt::zero(), 0, BTreeMap::new());
        for group in &groups {
            let (holds, share) = (exact.holds(group), &per_gain * BigInt::from(group.gain));
            behind += exact.amount(group) * group.people;
            if holds < share {
                exhausted += group.people;
            }
            *payments.entry(holds.min(share) / &scale).or_insert(0) += group.people;
        }
        let rho = match satisfaction {
            Satisfaction::Cost => per_gain / BigInt::from(contest.weight.max(1)),
            Satisfaction::Cardinality => per_gain / &scale,
            Satisfaction::Points => per_gain * &points / &scale,
        };
        let payments: Vec<(Fraction, u64)> =
            payments.into_iter().rev().map(|(amount, people)| (amount.into(), people)).collect();
        rounds.push(Round {
            project: contest.place,
            rho: rho.into(),
            supporters: contest.supporters,
            price: payments.first().map_or_else(|| Fraction::new(0, 1), |(amount, _)| amount.clone()),
            money_behind: (exact.in_units(behind) / &scale).into(),
            exhausted,
            payments,
        });
        exact.pay(*at, &price);
    }
    rounds
}
