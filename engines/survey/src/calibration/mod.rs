//! Calibration (Deville & Särndal 1992): the weights nearest to those of the design, in a sense to choose, that meet
//! known totals of categories and of numbers. `w = d F(x'λ)`, found by Newton's method; in INSEE's idiom, CALMAR.

mod distance;
mod newton;

use crate::design::Design;
use crate::error::Error;
use crate::margin::{Margin, check_all};
use crate::variance::adjustment::{Adjustment, Auxiliaries, Auxiliary};
pub use distance::Distance;

/// A number of which the total over the population is known.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownTotal {
    /// Its name, given back in refusals.
    pub name: String,
    /// Its total.
    pub total: f64,
    /// Its value for each unit.
    pub values: Vec<f64>,
}

/// What to calibrate to, and how.
#[derive(Debug, Clone, PartialEq)]
pub struct Calibration<'a> {
    /// Margins of categories.
    pub margins: &'a [Margin],
    /// Known totals of numbers.
    pub totals: &'a [KnownTotal],
    /// The distance between old and new weights.
    pub distance: Distance,
    /// All units of a first-stage cluster get the same correction (R's `aggregate.stage = 1`): one weight a household.
    pub constant_in_clusters: bool,
    /// Largest accepted `|Σwx − T| / (1 + |T|)`.
    pub tolerance: f64,
    /// Largest number of steps.
    pub max_steps: usize,
}

impl<'a> Calibration<'a> {
    /// Calibration to margins and totals by a distance, each unit for itself, to 1e-10 in fifty steps.
    pub fn new(margins: &'a [Margin], totals: &'a [KnownTotal], distance: Distance) -> Self {
        Self { margins, totals, distance, constant_in_clusters: false, tolerance: 1e-10, max_steps: 50 }
    }

    /// The same with one correction for each cluster.
    #[must_use]
    pub fn constant_in_clusters(mut self) -> Self {
        self.constant_in_clusters = true;
        self
    }
}

/// A calibrated design and how it was reached.
#[derive(Debug, Clone)]
pub struct Calibrated {
    /// The design with its new weights; its variances use the residuals on the auxiliary variables.
    pub design: Design,
    /// Steps of Newton's method.
    pub steps: usize,
    /// Smallest and largest ratio of new to old weights.
    pub ratios: (f64, f64),
}

/// Calibrates a design. Refuses what raking refuses, bounds that do not hold 1, totals that contradict each other, and
/// totals out of reach (the worst missed is named). Linear calibration without bounds may give negative weights.
pub fn calibrate(design: &Design, asked: &Calibration) -> Result<Calibrated, Error> {
    check(design, asked)?;
    let base = if asked.constant_in_clusters { averaged(design, design.weights()) } else { design.weights().to_vec() };
    let auxiliaries = auxiliaries(design, asked);
    let problem = newton::Problem { auxiliaries: &auxiliaries, base: &base, asked };
    let (ratios, steps) = problem.solve()?;
    let weights: Vec<f64> = design.weights().iter().zip(&ratios).map(|(w, g)| w * g).collect();
    let after: Vec<f64> = base.iter().zip(&ratios).map(|(w, g)| w * g).collect();
    let bounds = ratios.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), g| (low.min(*g), high.max(*g)));
    let design = design.adjusted(Adjustment::new(auxiliaries, base, after), weights);
    Ok(Calibrated { design, steps, ratios: bounds })
}

fn check(design: &Design, asked: &Calibration) -> Result<(), Error> {
    asked.distance.check()?;
    if !asked.margins.is_empty() || asked.totals.is_empty() {
        check_all(asked.margins, design.weights())?;
    }
    for known in asked.totals {
        design.check(&known.values)?;
        if let Some(unit) = known.values.iter().position(|value| !value.is_finite()) {
            return Err(if known.values[unit].is_nan() {
                let units = known.values.iter().filter(|value| value.is_nan()).count();
                Error::MissingMargin { margin: known.name.clone(), units, first: unit }
            } else {
                Error::Value { unit, value: known.values[unit] }
            });
        }
        if !known.total.is_finite() {
            let (margin, category, target) = (known.name.clone(), known.name.clone(), known.total);
            return Err(Error::Target { margin, category, target });
        }
    }
    Ok(())
}

fn auxiliaries(design: &Design, asked: &Calibration) -> Auxiliaries {
    let mut parts = Vec::new();
    for margin in asked.margins {
        if asked.constant_in_clusters {
            let columns = (0_u32..).take(margin.categories.len());
            let shares = columns.map(|category| averaged(design, &crate::means::indicator(&margin.codes, category)));
            parts.extend(shares.map(Auxiliary::Numbers));
        } else {
            parts.push(Auxiliary::Categories(margin.codes.clone(), margin.categories.len()));
        }
    }
    for known in asked.totals {
        let values = if asked.constant_in_clusters { averaged(design, &known.values) } else { known.values.clone() };
        parts.push(Auxiliary::Numbers(values));
    }
    Auxiliaries::new(parts)
}

/// Each value replaced by the mean of its first-stage cluster.
fn averaged(design: &Design, values: &[f64]) -> Vec<f64> {
    let (clusters, strata) = design.clusters();
    let (mut sums, mut counts) = (vec![0.0; strata.len()], vec![0.0; strata.len()]);
    for (cluster, value) in clusters.iter().zip(values) {
        sums[*cluster as usize] += value;
        counts[*cluster as usize] += 1.0;
    }
    clusters.iter().map(|cluster| sums[*cluster as usize] / counts[*cluster as usize]).collect()
}
