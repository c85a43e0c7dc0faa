//! From influences to scores: one row per cluster, centred and scaled so that the covariance is the cross product of the
//! rows. Stage after stage, clusters of a stratum that cannot be centred follow the rule of lonely clusters.

use crate::design::{Design, LonelyPsu, Stage, Stratum};
use crate::error::Error;
use crate::variance::block::{Block, LANES, Lanes};

/// A stratum of which this share or less was not drawn is known entirely.
const CENSUS: f64 = 1e-7;

impl Design {
    /// Scores of all stages, those of the second scaled by the share of clusters drawn at the first.
    pub(super) fn scores(&self, block: Block) -> Result<Block, Error> {
        let [first, rest @ ..] = self.stages.as_slice() else { return Ok(block) };
        let Some(second) = rest.first() else {
            return Scored { stage: first, number: 1, lonely: self.lonely }.scores(block, |_| 1.0);
        };
        let below = Scored { stage: second, number: 2, lonely: self.lonely };
        // The strata of the second stage are the clusters of the first.
        let drawn = |cluster: usize| {
            let above = &first.strata[first.stratum_of[cluster] as usize];
            above.population.map_or(0.0, |all| above.sampled as f64 / all)
        };
        let second_stage_counts = (0..second.strata.len()).any(|cluster| drawn(cluster) > 0.0);
        let lower = if second_stage_counts { below.scores(block.clone(), drawn)?.rows } else { Vec::new() };
        let mut out = Scored { stage: first, number: 1, lonely: self.lonely }.scores(block, |_| 1.0)?;
        out.rows.extend(lower);
        Ok(out)
    }
}

struct Scored<'a> {
    stage: &'a Stage,
    number: usize,
    lonely: LonelyPsu,
}

impl Scored<'_> {
    fn scores(&self, block: Block, share: impl Fn(usize) -> f64) -> Result<Block, Error> {
        let mut sums = match &self.stage.clusters {
            None => block,
            Some(clusters) => block.summed(self.stage.stratum_of.len(), |unit| clusters[unit] as usize),
        };
        let means = self.means(&sums);
        let scales = self.scales(share)?;
        for (cluster, row) in sums.rows.iter_mut().enumerate() {
            let stratum = self.stage.stratum_of[cluster] as usize;
            for lane in 0..LANES {
                row[lane] = (row[lane] - means[stratum][lane]) * scales[stratum];
            }
        }
        Ok(sums)
    }

    /// Where each stratum is centred: at its own mean, or at zero, the mean of all influences, where one cluster is
    /// adjusted.
    fn means(&self, sums: &Block) -> Vec<Lanes> {
        let strata = &self.stage.strata;
        let mut means = sums.summed(strata.len(), |cluster| self.stage.stratum_of[cluster] as usize).rows;
        for (mean, stratum) in means.iter_mut().zip(strata) {
            let lonely = stratum.sampled == 1 && self.lonely == LonelyPsu::Adjust;
            let divisor = if lonely { f64::INFINITY } else { stratum.sampled as f64 };
            for value in mean {
                *value /= divisor;
            }
        }
        means
    }

    /// Square roots of `(1 − f) n/(n − 1)`, spread over the strata that can be measured when the others are averaged.
    fn scales(&self, share: impl Fn(usize) -> f64) -> Result<Vec<f64>, Error> {
        let strata = &self.stage.strata;
        let mut scales = Vec::with_capacity(strata.len());
        for (number, stratum) in strata.iter().enumerate() {
            scales.push((self.scale(stratum)? * share(number)).sqrt());
        }
        if self.lonely == LonelyPsu::Average {
            self.spread(&mut scales)?;
        }
        Ok(scales)
    }

    fn scale(&self, stratum: &Stratum) -> Result<f64, Error> {
        let open = stratum.unsampled_share();
        match stratum.sampled {
            _ if open < CENSUS => Ok(0.0),
            1 if self.lonely == LonelyPsu::Fail => Err(Error::LonelyPsu { stage: self.number, stratum: stratum.code }),
            1 => Ok(open),
            n => Ok(open * n as f64 / (n - 1) as f64),
        }
    }

    fn spread(&self, scales: &mut [f64]) -> Result<(), Error> {
        let all = self.stage.strata.len() as f64;
        let lonely = |s: &&Stratum| s.sampled == 1 && s.unsampled_share() >= CENSUS;
        let measured = all - self.stage.strata.iter().filter(lonely).count() as f64;
        if measured == 0.0 {
            return Err(Error::AllLonely);
        }
        for scale in scales {
            *scale *= (all / measured).sqrt();
        }
        Ok(())
    }
}
