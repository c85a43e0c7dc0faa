//! The rescaling bootstrap of Rao & Wu (1988) with `n_h − 1` draws, as Rao, Wu & Yue (1992) write it on weights.

use crate::design::{Design, LonelyPsu, dense};
use crate::error::Error;
use crate::random::Random;

#[derive(Debug, Clone)]
struct Drawn {
    clusters: Vec<u32>,
    /// `√(1 − f)`: what the finite population leaves to chance.
    open: f64,
}

#[derive(Debug, Clone)]
pub(super) struct RaoWu {
    strata: Vec<Drawn>,
    clusters: usize,
    seed: u64,
}

impl RaoWu {
    pub fn new(design: &Design, seed: u64) -> Result<Self, Error> {
        let stage = &design.stages[0];
        let lonely = stage.strata.iter().find(|stratum| stratum.sampled == 1);
        if let (LonelyPsu::Fail, Some(stratum)) = (design.lonely, lonely) {
            return Err(Error::ReplicateStratum { stratum: stratum.code, clusters: 1 });
        }
        let open = |stratum: &crate::design::Stratum| stratum.unsampled_share().max(0.0).sqrt();
        let mut strata: Vec<Drawn> =
            stage.strata.iter().map(|stratum| Drawn { clusters: Vec::new(), open: open(stratum) }).collect();
        for (cluster, stratum) in stage.stratum_of.iter().enumerate() {
            strata[*stratum as usize].clusters.push(dense(cluster));
        }
        Ok(Self { strata, clusters: stage.stratum_of.len(), seed })
    }

    pub fn multipliers(&self, number: usize) -> Vec<f64> {
        let mut random = Random::new(self.seed, number as u64);
        let mut out = vec![1.0; self.clusters];
        for Drawn { clusters, open } in self.strata.iter().filter(|stratum| stratum.clusters.len() > 1) {
            let size = dense(clusters.len());
            let hit = open * f64::from(size) / f64::from(size - 1);
            for cluster in clusters {
                out[*cluster as usize] = 1.0 - open;
            }
            for _ in 1..size {
                out[clusters[random.below(size) as usize] as usize] += hit;
            }
        }
        out
    }
}
