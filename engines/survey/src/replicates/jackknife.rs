//! Delete-one-cluster jackknife, within strata.

use crate::design::{Design, LonelyPsu};
use crate::error::Error;

/// One replicate: a cluster left out, alone in its stratum or not.
#[derive(Debug, Clone, Copy)]
struct Removal {
    cluster: usize,
    /// Factor of the clusters that stay: of the stratum, or of all the others where the cluster is alone.
    factor: f64,
    alone: bool,
    scale: f64,
}

#[derive(Debug, Clone)]
pub(super) struct Jackknife {
    stratum_of: Vec<u32>,
    removals: Vec<Removal>,
    scale: f64,
}

impl Jackknife {
    pub fn new(design: &Design) -> Result<Self, Error> {
        let stage = &design.stages[0];
        let mut removals = Vec::with_capacity(stage.stratum_of.len());
        for (cluster, stratum) in stage.stratum_of.iter().enumerate() {
            removals.extend(removal(design, cluster, *stratum as usize)?);
        }
        if removals.is_empty() {
            return Err(Error::AllLonely);
        }
        let all = stage.stratum_of.len() as f64;
        let scale = if design.lonely == LonelyPsu::Average { all / removals.len() as f64 } else { 1.0 };
        Ok(Self { stratum_of: stage.stratum_of.clone(), removals, scale })
    }

    /// Overall scale and that of each replicate; without strata, all of it is overall, as R writes it.
    pub fn scales(&self) -> (f64, Vec<f64>) {
        let scales: Vec<f64> = self.removals.iter().map(|removal| removal.scale).collect();
        if self.stratum_of.iter().all(|stratum| *stratum == 0) {
            return (self.scale * scales[0], vec![1.0; scales.len()]);
        }
        (self.scale, scales)
    }

    pub fn multipliers(&self, number: usize) -> Vec<f64> {
        let Removal { cluster, factor, alone, .. } = self.removals[number];
        let stratum = self.stratum_of[cluster];
        let concerned = |other: u32| alone || other == stratum;
        let mut out: Vec<f64> = self.stratum_of.iter().map(|s| if concerned(*s) { factor } else { 1.0 }).collect();
        out[cluster] = 0.0;
        out
    }
}

fn removal(design: &Design, cluster: usize, number: usize) -> Result<Option<Removal>, Error> {
    let strata = &design.stages[0].strata;
    let (stratum, open) = (&strata[number], strata[number].unsampled_share());
    let (n, all) = (stratum.sampled as f64, strata.len() as f64);
    if stratum.sampled > 1 {
        return Ok(Some(Removal { cluster, factor: n / (n - 1.0), alone: false, scale: open * (n - 1.0) / n }));
    }
    match design.lonely {
        _ if open <= 0.0 => Ok(None),
        LonelyPsu::Fail => Err(Error::ReplicateStratum { stratum: stratum.code, clusters: 1 }),
        LonelyPsu::Adjust if strata.len() > 1 => {
            Ok(Some(Removal { cluster, factor: all / (all - 1.0), alone: true, scale: (all - 1.0) / all }))
        }
        _ => Ok(None),
    }
}
