//! Projects with those who gain from them: the election as rules see it.

use crate::election::Election;
use crate::options::Satisfaction;

/// People with one ballot who gain from a project.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Backer {
    /// Their ballot.
    pub(crate) ballot: u32,
    /// How many they are.
    pub(crate) people: u32,
    /// What each gains, in units of satisfaction (see [`Contest::weight`]).
    pub(crate) gain: u32,
}

/// A project that someone gains from.
#[derive(Debug, Clone)]
pub(crate) struct Contest {
    /// Its place in the election.
    pub(crate) place: usize,
    /// Its cost, in units.
    pub(crate) cost: u64,
    /// What a unit of gain is worth: its cost when gains are costs, 1 otherwise. Payments per unit are divided by it.
    pub(crate) weight: u64,
    /// Who gains.
    pub(crate) backers: Vec<Backer>,
    /// People who gain.
    pub(crate) supporters: u64,
    /// Their gains together.
    pub(crate) gains: u128,
}

/// All of them.
#[derive(Debug)]
pub(crate) struct Field {
    /// People behind each ballot.
    pub(crate) counts: Vec<u64>,
    /// Projects that someone gains from, in the order of the election.
    pub(crate) contests: Vec<Contest>,
}

impl Field {
    /// With costs, gains are counted 1 each and weighted by the cost, so that sums stay small.
    pub(crate) fn new(election: &Election, satisfaction: Satisfaction) -> Self {
        let contest = |(place, cost): (usize, &u64)| {
            let weight = if satisfaction == Satisfaction::Cost { *cost } else { 1 };
            Contest { place, cost: *cost, weight, backers: Vec::new(), supporters: 0, gains: 0 }
        };
        let mut contests: Vec<Contest> = election.costs.iter().enumerate().map(contest).collect();
        let mut sizes = vec![0; contests.len()];
        election.ballots.choices.iter().for_each(|choice| sizes[choice.project as usize] += 1);
        contests.iter_mut().zip(sizes).for_each(|(contest, size)| contest.backers.reserve_exact(size));
        for (number, (choices, count)) in (0_u32..).zip(election.ballots.iter()) {
            for choice in choices {
                let gain = if satisfaction == Satisfaction::Points { choice.points } else { 1 };
                if let (1.., Ok(people)) = (gain, u32::try_from(count)) {
                    let contest = &mut contests[choice.project as usize];
                    contest.backers.push(Backer { ballot: number, people, gain });
                    contest.supporters += count;
                    contest.gains += u128::from(gain) * u128::from(count);
                }
            }
        }
        contests.retain(|contest| !contest.backers.is_empty());
        Self { counts: election.ballots.counts.clone(), contests }
    }
}
