//! The fit itself, on cells, usable again and again with other weights: replicates, trimming.

use crate::error::Error;
use crate::margin::{Category, Margin};
use crate::raking::RakingOptions;
use crate::raking::cells::Cells;

/// Margins met this closely need no further round.
const CLOSE: f64 = 1e-13;

/// A margin without its units: they are in the cells.
#[derive(Debug, Clone)]
struct Goal {
    margin: Margin,
    targets: Vec<f64>,
}

/// Margins made ready for raking several sets of weights of the same units.
#[derive(Debug, Clone)]
pub(crate) struct Raker {
    cells: Cells,
    goals: Vec<Goal>,
}

/// How a fit ended.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Fit {
    pub rounds: usize,
    pub gap: f64,
    /// Categories merged because these weights leave them empty.
    pub merged: usize,
}

/// The category furthest from its target.
#[derive(Debug, Clone, Copy)]
struct Worst {
    margin: usize,
    category: usize,
    gap: f64,
}

impl Raker {
    pub(super) fn of_checked(margins: &[Margin]) -> Self {
        let goal = |margin: &Margin| Goal {
            targets: margin.categories.iter().map(|category: &Category| category.target).collect(),
            margin: Margin { codes: Vec::new(), ..margin.clone() },
        };
        Self { cells: Cells::new(margins), goals: margins.iter().map(goal).collect() }
    }

    /// The weights that meet the margins, from base weights of the same units.
    pub(crate) fn weights(&self, base: &[f64], options: &RakingOptions) -> Result<(Vec<f64>, Fit), Error> {
        let mut weights = base.to_vec();
        let fit = self.fit(&mut weights, options, false)?;
        Ok((weights, fit))
    }

    /// The same in place; categories that the weights leave empty are merged for this time where that is allowed.
    pub(crate) fn fit(&self, weights: &mut [f64], options: &RakingOptions, merge: bool) -> Result<Fit, Error> {
        let base = self.cells.sums(weights);
        let (targets, merged) = if merge { self.merged_targets(&base)? } else { (self.targets(), 0) };
        let mut fitted = base.clone();
        let (rounds, worst) = self.rounds(&mut fitted, &targets, options);
        if worst.gap.is_nan() || worst.gap > options.tolerance {
            return Err(self.failure(rounds, worst));
        }
        let ratios: Vec<f64> =
            fitted.iter().zip(&base).map(|(new, old)| if *old > 0.0 { new / old } else { 1.0 }).collect();
        for (weight, cell) in weights.iter_mut().zip(&self.cells.of) {
            *weight *= ratios[*cell as usize];
        }
        Ok(Fit { rounds, gap: worst.gap, merged })
    }

    fn targets(&self) -> Vec<Vec<f64>> {
        self.goals.iter().map(|goal| goal.targets.clone()).collect()
    }

    fn rounds(&self, fitted: &mut [f64], targets: &[Vec<f64>], options: &RakingOptions) -> (usize, Worst) {
        let mut worst = self.worst(fitted, targets);
        let mut rounds = 0;
        while worst.gap > CLOSE && rounds < options.max_rounds {
            for (codes, targets) in self.cells.codes.iter().zip(targets) {
                meet(fitted, codes, targets);
            }
            rounds += 1;
            let next = self.worst(fitted, targets);
            let settled = next.gap <= options.tolerance && next.gap >= worst.gap;
            worst = next;
            if settled {
                break;
            }
        }
        (rounds, worst)
    }

    fn worst(&self, fitted: &[f64], targets: &[Vec<f64>]) -> Worst {
        let mut worst = Worst { margin: 0, category: 0, gap: 0.0 };
        for (margin, (codes, targets)) in self.cells.codes.iter().zip(targets).enumerate() {
            let sums = totals(fitted, codes, targets.len());
            for (category, (sum, target)) in sums.iter().zip(targets).enumerate().filter(|(_, (_, t))| **t > 0.0) {
                let gap = (sum / target - 1.0).abs();
                if gap > worst.gap || gap.is_nan() {
                    worst = Worst { margin, category, gap };
                }
            }
        }
        worst
    }

    fn failure(&self, rounds: usize, worst: Worst) -> Error {
        let margin = &self.goals[worst.margin].margin;
        let category = margin.categories[worst.category].name.clone();
        Error::NoConvergence { rounds, margin: margin.name.clone(), category, gap: worst.gap }
    }

    /// Targets where a category that weighs nothing gives its people to the one proposed.
    fn merged_targets(&self, base: &[f64]) -> Result<(Vec<Vec<f64>>, usize), Error> {
        let (mut targets, mut merged) = (self.targets(), 0);
        for ((goal, codes), targets) in self.goals.iter().zip(&self.cells.codes).zip(&mut targets) {
            let held = totals(base, codes, targets.len());
            for category in (0..held.len()).filter(|&category| held[category] == 0.0 && goal.targets[category] > 0.0) {
                let into = goal.margin.merge_proposal(category, |other| held[other] > 0.0).ok_or(Error::NoWeight)?;
                targets[into] += targets[category];
                targets[category] = 0.0;
                merged += 1;
            }
        }
        Ok((targets, merged))
    }
}

fn totals(fitted: &[f64], codes: &[u32], count: usize) -> Vec<f64> {
    let mut sums = vec![0.0; count];
    for (weight, code) in fitted.iter().zip(codes) {
        sums[*code as usize] += weight;
    }
    sums
}

fn meet(fitted: &mut [f64], codes: &[u32], targets: &[f64]) {
    let sums = totals(fitted, codes, targets.len());
    let factors: Vec<f64> =
        sums.iter().zip(targets).map(|(sum, target)| if *sum > 0.0 { target / sum } else { 1.0 }).collect();
    for (weight, code) in fitted.iter_mut().zip(codes) {
        *weight *= factors[*code as usize];
    }
}
