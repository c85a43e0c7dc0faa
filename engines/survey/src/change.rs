//! Change between waves. Waves are stacked with the person as the cluster, strata unchanged: the covariance of the people
//! met twice then comes out by itself, and is zero without overlap (Kish 1965, § 12; Berger & Priam 2016).

use crate::design::{Design, dense};
use crate::distributions::t_two_sided;
use crate::error::Error;
use crate::estimate::Estimate;

/// A wave: its design and who was asked.
#[derive(Debug, Clone, Copy)]
pub struct Wave<'a> {
    /// The design, with its weights and their adjustments.
    pub design: &'a Design,
    /// Code of the person (or first-stage cluster) of each unit, the same code in another wave being the same person.
    pub persons: &'a [u32],
}

/// Waves one above the other.
#[derive(Debug, Clone)]
pub struct Stack {
    /// The design of all units, wave after wave. Finite population corrections are left out, which is prudent.
    pub design: Design,
    /// The wave of each unit, from 0.
    pub waves: Vec<u32>,
}

/// A change between two waves.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Change {
    /// The earlier wave.
    pub before: Estimate,
    /// The later one.
    pub after: Estimate,
    /// Later less earlier, with the covariance taken into account; `df` is that of the stack.
    pub change: Estimate,
    /// Covariance of the two.
    pub covariance: f64,
    /// Change over its standard error; none where it has no uncertainty.
    pub t: Option<f64>,
    /// Two-sided p-value by Student's law; none where `t` is.
    pub p: Option<f64>,
}

impl Stack {
    /// Stacks waves. The residuals of raked or calibrated weights are kept, each wave having its own margins; give
    /// designs made with [`Design::with_weights`] to leave them out. A person who changed stratum stays in the first.
    /// Refuses no wave and columns of unequal length.
    pub fn new(waves: &[Wave]) -> Result<Self, Error> {
        let mut strata_of = std::collections::HashMap::new();
        let (mut strata, mut persons, mut weights, mut numbers) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (number, wave) in waves.iter().enumerate() {
            crate::design::same_length(wave.design.units(), wave.persons.len())?;
            let stage = &wave.design.stages[0];
            for (unit, person) in wave.persons.iter().enumerate() {
                let code = stage.strata[stage.stratum(unit)].code;
                strata.push(*strata_of.entry(*person).or_insert(code));
            }
            persons.extend_from_slice(wave.persons);
            weights.extend_from_slice(wave.design.weights());
            numbers.extend(std::iter::repeat_n(dense(number), wave.design.units()));
        }
        let first = waves.first().ok_or(Error::NoUnit)?;
        let builder = Design::builder(weights.len()).strata(strata).clusters(persons).weights(weights);
        let mut design = builder.lonely_psu(first.design.lonely_psu()).build()?;
        design.adjustments = adjustments(waves);
        Ok(Self { design, waves: numbers })
    }

    /// The change of the mean of a column (stacked as the waves are) from one wave to another. Refuses what
    /// [`Design::mean`] refuses, an empty wave above all.
    pub fn change(&self, values: &[f64], from: u32, to: u32) -> Result<Change, Error> {
        self.design.check(values)?;
        let part = |wave: u32| crate::means::restrict(values, |unit| self.waves[unit] == wave);
        let both = self.design.means(&[part(from), part(to)])?;
        let change = both.contrast(&[-1.0, 1.0]);
        let covariance = both.covariance[(0, 1)];
        let t = (change.variance > 0.0).then(|| change.value / change.se());
        let p = t.filter(|_| change.df > 0.0).map(|t| t_two_sided(t, change.df));
        let [before, after] = [0, 1].map(|wave| both.get(wave));
        let (before, after) = before.zip(after).ok_or(Error::EmptyDomain)?;
        Ok(Change { before, after, change, covariance, t, p })
    }
}

/// The adjustments of each wave, blind to the units of the others.
fn adjustments(waves: &[Wave]) -> Vec<std::sync::Arc<crate::variance::adjustment::Adjustment>> {
    let total: usize = waves.iter().map(|wave| wave.design.units()).sum();
    let mut start = 0;
    let mut out = Vec::new();
    for wave in waves {
        out.extend(wave.design.adjustments.iter().map(|one| std::sync::Arc::new(one.placed(start, total))));
        start += wave.design.units();
    }
    out
}
