//! Majority judgment: projects by their majority value, then whatever fits.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::greedy::take_in_order;
use super::room::Room;
use crate::election::Election;
use crate::options::Options;
use crate::outcome::{Outcome, Step};

/// Grades from the highest down, with how many gave each; the lowest, zero, includes who gave none.
type Grades = Vec<(u32, u64)>;

/// The rule.
pub(crate) fn majority_judgment(election: &Election, ranks: &[u32], options: &Options) -> Outcome {
    let grades = grades(election);
    let mut order: Vec<usize> = (0..grades.len()).collect();
    order.sort_by(|a, b| compare(&grades[*b], &grades[*a]).then(ranks[*a].cmp(&ranks[*b])));
    let equal = |a: usize, b: usize| grades[order[a]] == grades[order[b]];
    let mut room = Room::new(election, &options.envelopes);
    let (winners, ties) = take_in_order(election, &order, equal, &mut room, 0, Step::Rule);
    let cost = election.cost(winners.iter().map(|winner| winner.project));
    Outcome::of(winners, cost, ties)
}

fn grades(election: &Election) -> Vec<Grades> {
    let mut counts: Vec<BTreeMap<u32, u64>> = vec![BTreeMap::new(); election.costs.len()];
    for (choices, count) in election.ballots.iter() {
        for choice in choices {
            *counts[choice.project as usize].entry(choice.points).or_default() += count;
        }
    }
    let complete = |mut counts: BTreeMap<u32, u64>| {
        let given: u64 = counts.values().sum();
        *counts.entry(0).or_default() += election.turnout() - given;
        counts.into_iter().rev().filter(|(_, count)| *count > 0).collect()
    };
    counts.into_iter().map(complete).collect()
}

/// The better majority value is the greater: medians are compared, then medians without one median each, and so on. The
/// lower of two middle grades is the median.
fn compare(one: &Grades, other: &Grades) -> Ordering {
    if one == other {
        return Ordering::Equal;
    }
    let (mut one, mut other) = (Middle::new(one), Middle::new(other));
    loop {
        match (one.median(), other.median()) {
            (Some((a, runs_a)), Some((b, runs_b))) if a == b => {
                let runs = runs_a.min(runs_b);
                one.remove(runs);
                other.remove(runs);
            }
            (a, b) => return a.map(|one| one.0).cmp(&b.map(|one| one.0)),
        }
    }
}

/// Grades from which medians are taken away: a window around the middle has gone.
struct Middle {
    grades: Grades,
    people: u64,
}

impl Middle {
    fn new(grades: &Grades) -> Self {
        Self { grades: grades.clone(), people: grades.iter().map(|(_, count)| count).sum() }
    }

    /// The median and how many times in a row it surely stays the median when it is taken away.
    fn median(&self) -> Option<(u32, u64)> {
        let middle = self.people.checked_sub(1)? / 2;
        let mut above = 0;
        // From the lowest grade up: the lower middle is the one at `middle`.
        for (grade, count) in self.grades.iter().rev() {
            if above + count > middle {
                // Each removal moves the middle by at most one step of two: both ends shrink by half a person each time.
                let low = middle - above;
                let high = above + count - 1 - middle;
                return Some((*grade, (2 * low.min(high)).clamp(1, *count)));
            }
            above += count;
        }
        None
    }

    fn remove(&mut self, runs: u64) {
        let Some((grade, _)) = self.median() else { return };
        self.people -= runs;
        for (one, count) in &mut self.grades {
            if *one == grade {
                *count -= runs;
            }
        }
    }
}
