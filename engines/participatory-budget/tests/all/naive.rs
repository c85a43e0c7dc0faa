//! Rules as their definitions say them, in fractions and without any shortcut.

use arpent_participatory_budget::Election;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero as _;

pub type Ratio = BigRational;

pub fn whole(value: u64) -> Ratio {
    Ratio::from_integer(BigInt::from(value))
}

/// What each person gains from each project: costs, ones or points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gain {
    Cost,
    One,
    Points,
}

/// One row per person.
fn gains(election: &Election, gain: Gain) -> Vec<Vec<u64>> {
    let row = |place: &u32| {
        let mut row = vec![0; election.projects().len()];
        for choice in &election.ballots()[*place as usize].choices {
            row[choice.project as usize] = match gain {
                Gain::Cost => election.projects()[choice.project as usize].cost,
                Gain::One => 1,
                Gain::Points => u64::from(choice.points),
            };
        }
        row
    };
    election.people().iter().map(row).collect()
}

/// ρ of a project, or nothing when its supporters cannot pay: payments grow until someone is out of money, then by the others.
fn price(cost: u64, gains: &[Vec<u64>], purses: &[Ratio], project: usize) -> Option<Ratio> {
    let mut payers: Vec<(Ratio, Ratio)> = Vec::new();
    for (row, purse) in gains.iter().zip(purses).filter(|(row, _)| row[project] > 0) {
        payers.push((purse.clone(), whole(row[project])));
    }
    payers.sort_by_key(|(purse, gain)| purse / gain);
    let mut missing = whole(cost);
    for (number, (purse, gain)) in payers.iter().enumerate() {
        let together: Ratio = payers[number..].iter().map(|(_, gain)| gain.clone()).sum();
        let rho = &missing / together;
        if &rho * gain <= *purse {
            return Some(rho);
        }
        missing -= purse;
    }
    None
}

/// The Method of Equal Shares at one endowment: projects in order with ρ; ties by identifier.
pub fn equal_shares(election: &Election, gain: Gain, endowment: &Ratio) -> Vec<(usize, Ratio)> {
    let gains = gains(election, gain);
    let mut purses = vec![endowment.clone(); gains.len()];
    let mut left: Vec<usize> = (0..election.projects().len()).collect();
    left.sort_by(|a, b| election.projects()[*a].id.cmp(&election.projects()[*b].id));
    let supported = |project: usize| gains.iter().any(|row| row[project] > 0);
    let mut bought: Vec<(usize, Ratio)> = Vec::new();
    let votes = election.votes();
    for project in &left {
        let gained = votes[*project] > 0 && (gain != Gain::Points || supported(*project));
        if election.projects()[*project].cost == 0 && gained {
            bought.push((*project, Ratio::zero()));
        }
    }
    left.retain(|project| election.projects()[*project].cost > 0 && supported(*project));
    loop {
        let mut best: Option<(usize, Ratio)> = None;
        for project in &left {
            let rho = price(election.projects()[*project].cost, &gains, &purses, *project);
            if let Some(rho) = rho
                && best.as_ref().is_none_or(|(_, least)| rho < *least)
            {
                best = Some((*project, rho));
            }
        }
        let Some((project, rho)) = best else { return bought };
        for (row, purse) in gains.iter().zip(&mut purses) {
            let share = &rho * whole(row[project]);
            *purse -= share.min(purse.clone());
        }
        left.retain(|one| *one != project);
        bought.push((project, rho));
    }
}

/// Add1 step by step. Returns the projects in order and the number of steps.
pub fn add1(election: &Election, gain: Gain, increment: u64, exhaustive: bool, start: &Ratio) -> (Vec<usize>, u64) {
    let votes = election.votes();
    let gains = gains(election, gain);
    let gained = |place: usize| gains.iter().any(|row| row[place] > 0);
    let supported = |place: usize| gained(place) || (gain == Gain::Cost && votes[place] > 0);
    let mut steps = 0;
    let mut before = Vec::new();
    loop {
        let endowment = start + whole(steps * increment);
        let bought = equal_shares(election, gain, &endowment);
        let places: Vec<usize> = bought.into_iter().map(|(place, _)| place).collect();
        let cost = election.cost(places.iter().copied());
        if cost > election.budget() {
            return (before, steps - 1);
        }
        let mut others = (0..election.projects().len()).filter(|place| supported(*place) && !places.contains(place));
        let fits = others.clone().any(|place| cost + election.projects()[place].cost <= election.budget());
        if others.next().is_none() || (exhaustive && !fits) {
            return (places, steps);
        }
        before = places;
        steps += 1;
    }
}
