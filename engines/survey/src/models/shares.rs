//! How the explained variance divides between drivers (Lindeman, Merenda & Gold 1980; Shapley's value of R²; Grömping
//! 2006), with the uncertainty of their order.

use super::ModelError;
use super::subsets::Correlations;
use crate::design::{Design, same_length};

/// All subsets of the drivers are visited: twelve make 4,096 of them.
const MOST_DRIVERS: usize = 12;

/// Two drivers tie unless one comes first in this share of the replicates.
const SURE: f64 = 0.95;

/// One driver.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Driver {
    /// R² that it brings on average over all orders of entry.
    pub lmg: f64,
    /// The same as a share of the whole R²; shares sum to one.
    pub share: f64,
    /// Its place, 1 being the strongest.
    pub rank: usize,
    /// Middle 95 % of its places over the replicates; the place itself without replicates.
    pub rank_range: (usize, usize),
    /// Middle 95 % of its share over the replicates; the share itself without replicates.
    pub share_range: (f64, f64),
    /// Drivers from which the replicates do not tell it apart: their order is to be greyed.
    pub tied_with: Vec<usize>,
}

/// The drivers of an outcome, in the order given.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct DriverShares {
    /// Share of the weighted variance of the outcome that all drivers explain together.
    pub r_squared: f64,
    /// The drivers.
    pub drivers: Vec<Driver>,
    /// Complete answers.
    pub n: usize,
    /// Replicates that served for the order; those where a driver did not vary are left out.
    pub replicates: usize,
}

/// Divides R² between the drivers. `replicates` are weights of the same units, drawn anew: they tell how sure the order
/// is; without any, every driver ties with every other. Refuses more than twelve drivers, redundant ones, and an outcome
/// that does not vary.
pub fn driver_shares(
    design: &Design,
    outcome: &[f64],
    drivers: &[Vec<f64>],
    replicates: impl IntoIterator<Item = Vec<f64>>,
) -> Result<DriverShares, ModelError> {
    if drivers.len() > MOST_DRIVERS {
        return Err(ModelError::TooManyDrivers(drivers.len()));
    }
    let columns: Vec<&[f64]> = drivers.iter().map(Vec::as_slice).chain([outcome]).collect();
    columns.iter().try_for_each(|column| design.check(column))?;
    let units: Vec<usize> = (0..design.units()).filter(|unit| columns.iter().all(|c| !c[*unit].is_nan())).collect();
    let columns: Vec<Vec<f64>> = columns.iter().map(|c| units.iter().map(|unit| c[*unit]).collect()).collect();
    if units.len() <= drivers.len() + 1 {
        let answers = units.len();
        return Err(ModelError::TooFewAnswers { answers, coefficients: drivers.len() + 1, df: 0.0 });
    }
    let divided = |weights: &[f64]| {
        let weights: Vec<f64> = units.iter().map(|unit| weights[*unit]).collect();
        Ok::<_, ModelError>(lmg(&Correlations::of(&columns, &weights)?.explained(), drivers.len()))
    };
    let found = divided(design.weights())?;
    let mut redrawn = Vec::new();
    for weights in replicates {
        same_length(design.units(), weights.len())?;
        // A replicate in which someone's answers no longer vary says nothing of the order.
        redrawn.extend(divided(&weights).ok());
    }
    Ok(summary(&found, &redrawn, units.len()))
}

/// Mean gain of each driver over all orders of entry.
fn lmg(explained: &[f64], drivers: usize) -> Vec<f64> {
    // (s! (p − s − 1)!) / p!: the share of orders in which exactly a given subset of s comes before.
    let orders: Vec<f64> = (0..drivers).map(|size| 1.0 / (drivers as f64 * choose(drivers - 1, size))).collect();
    let gain = |driver: usize| {
        let without = (0..explained.len()).filter(|subset| subset >> driver & 1 == 0);
        without
            .map(|subset| orders[subset.count_ones() as usize] * (explained[subset | 1 << driver] - explained[subset]))
            .sum()
    };
    (0..drivers).map(gain).collect()
}

fn choose(n: usize, k: usize) -> f64 {
    (0..k).map(|i| (n - i) as f64 / (i + 1) as f64).product()
}

fn summary(found: &[f64], redrawn: &[Vec<f64>], n: usize) -> DriverShares {
    let r_squared: f64 = found.iter().sum();
    let ranks = ranks(found);
    let redrawn_ranks: Vec<Vec<usize>> = redrawn.iter().map(|values| self::ranks(values)).collect();
    let driver = |k: usize| {
        let mut places: Vec<usize> = redrawn_ranks.iter().map(|ranks| ranks[k]).collect();
        let mut shares: Vec<f64> = redrawn.iter().map(|values| values[k] / values.iter().sum::<f64>()).collect();
        places.sort_unstable();
        shares.sort_by(f64::total_cmp);
        let share = found[k] / r_squared;
        Driver {
            lmg: found[k],
            share,
            rank: ranks[k],
            rank_range: middle(&places).unwrap_or((ranks[k], ranks[k])),
            share_range: middle(&shares).unwrap_or((share, share)),
            tied_with: (0..found.len()).filter(|&other| other != k && tied(k, other, redrawn)).collect(),
        }
    };
    DriverShares { r_squared, drivers: (0..found.len()).map(driver).collect(), n, replicates: redrawn.len() }
}

fn ranks(values: &[f64]) -> Vec<usize> {
    values.iter().map(|value| 1 + values.iter().filter(|other| *other > value).count()).collect()
}

/// The values that leave 2.5 % on each side.
fn middle<T: Copy>(sorted: &[T]) -> Option<(T, T)> {
    let cut = sorted.len() * 25 / 1000;
    Some((*sorted.get(cut)?, *sorted.get(sorted.len().checked_sub(cut + 1)?)?))
}

fn tied(one: usize, other: usize, redrawn: &[Vec<f64>]) -> bool {
    let first = redrawn.iter().filter(|values| values[one] > values[other]).count() as f64;
    let all = redrawn.len() as f64;
    !(first >= SURE * all || first <= (1.0 - SURE) * all) || redrawn.is_empty()
}
