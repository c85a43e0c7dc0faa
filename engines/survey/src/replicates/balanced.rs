//! Balanced half-samples: one of the two clusters of each stratum, chosen by the rows of a Hadamard matrix.

use crate::design::Design;
use crate::error::Error;

#[derive(Debug, Clone)]
pub(super) struct HalfSamples {
    stratum_of: Vec<u32>,
    /// Whether a cluster is the first of its stratum.
    is_first: Vec<bool>,
    count: usize,
    rho: f64,
}

impl HalfSamples {
    pub fn new(design: &Design, rho: f64) -> Result<Self, Error> {
        if !(0.0..1.0).contains(&rho) {
            return Err(Error::Probability(rho));
        }
        let stage = &design.stages[0];
        if let Some(stratum) = stage.strata.iter().find(|stratum| stratum.sampled != 2) {
            return Err(Error::ReplicateStratum { stratum: stratum.code, clusters: stratum.sampled });
        }
        let mut seen = vec![false; stage.strata.len()];
        let is_first =
            stage.stratum_of.iter().map(|stratum| !std::mem::replace(&mut seen[*stratum as usize], true)).collect();
        // One column more than strata: the first, all ones, would give every half-sample the same cluster.
        let count = (stage.strata.len() + 1).next_power_of_two();
        Ok(Self { stratum_of: stage.stratum_of.clone(), is_first, count, rho })
    }

    pub fn count(&self) -> usize {
        self.count
    }

    pub fn scale(&self) -> f64 {
        1.0 / (self.count as f64 * (1.0 - self.rho).powi(2))
    }

    /// Sylvester's matrix: the sign at a row and column is the parity of the bits they share.
    pub fn multipliers(&self, number: usize) -> Vec<f64> {
        let sign = |stratum: u32| (number & (stratum as usize + 1)).count_ones().is_multiple_of(2);
        let kept = self.stratum_of.iter().zip(&self.is_first).map(|(stratum, first)| sign(*stratum) == *first);
        kept.map(|kept| if kept { 2.0 - self.rho } else { self.rho }).collect()
    }
}
