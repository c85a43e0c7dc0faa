//! Replicate weights: the estimate made again on altered samples, its variance read from how much it moves. Replicates
//! are made one at a time and forgotten: no table of units by replicates ever exists, whatever their number.

mod balanced;
mod jackknife;
mod rao_wu;

use rayon::prelude::*;

use crate::design::Design;
use crate::error::Error;
use crate::estimate::Estimates;
use crate::linear::Matrix;
use crate::margin::Margin;
use crate::raking::{Raker, RakingOptions};
use balanced::HalfSamples;
use jackknife::Jackknife;
use rao_wu::RaoWu;

/// What deviations are measured from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Centre {
    /// The mean of the replicates (R's default, `mse = FALSE`).
    Replicates,
    /// The estimate of the whole sample: never smaller, the usual advice for the bootstrap.
    Estimate,
}

/// How the weights of a replicate are made.
#[derive(Debug, Clone)]
enum Kind {
    Jackknife(Jackknife),
    HalfSamples(HalfSamples),
    RaoWu(RaoWu),
    Given(Vec<Vec<f64>>),
}

/// Replicate weights of a design.
#[derive(Debug, Clone)]
pub struct Replicates {
    design: Design,
    kind: Kind,
    scale: f64,
    /// Scale of each replicate, one where absent.
    scales: Vec<f64>,
    centre: Centre,
    raking: Option<(Raker, RakingOptions)>,
}

/// Estimates with the covariance that replicates give.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Replicated {
    /// Estimates of the whole sample; `n` is the units that weigh something.
    pub estimates: Estimates,
    /// Replicates used.
    pub used: usize,
    /// Replicates left out because the estimate does not exist there (an empty domain). Only a bootstrap allows it.
    pub left_out: usize,
    /// Replicates in which a category of a margin was empty and merged.
    pub merged: usize,
}

impl Replicates {
    /// Delete-one-cluster jackknife: JK1 without strata, JKn with them, with the finite population correction. Not for
    /// quantiles. Strata of one cluster follow the rule of the design; refuses where it says so.
    pub fn jackknife(design: &Design) -> Result<Self, Error> {
        let jackknife = Jackknife::new(design)?;
        let (scale, scales) = jackknife.scales();
        Ok(Self::new(design, Kind::Jackknife(jackknife), scale, scales, Centre::Replicates))
    }

    /// Balanced half-samples for two clusters in each stratum (McCarthy 1966), Fay's when `rho` is not zero: the
    /// half-sample left out keeps that share of its weight. Refuses other strata, and `rho` outside 0..1.
    pub fn balanced(design: &Design, rho: f64) -> Result<Self, Error> {
        let halves = HalfSamples::new(design, rho)?;
        let (count, scale) = (halves.count(), halves.scale());
        Ok(Self::new(design, Kind::HalfSamples(halves), scale, vec![1.0; count], Centre::Replicates))
    }

    /// Rao, Wu & Yue (1992) bootstrap: `n_h − 1` clusters drawn with replacement in each stratum, weights rescaled, with
    /// the finite population correction of Rao & Wu (1988). The same seed gives the same replicates. Refuses fewer than
    /// two replicates.
    pub fn rao_wu(design: &Design, count: usize, seed: u64) -> Result<Self, Error> {
        if count < 2 {
            return Err(Error::TooFewReplicates(count));
        }
        let kind = Kind::RaoWu(RaoWu::new(design, seed)?);
        Ok(Self::new(design, kind, 1.0 / count as f64, vec![1.0; count], Centre::Estimate))
    }

    /// Weights made elsewhere: one column of full weights for each replicate, an overall scale and one for each. Refuses
    /// columns of another length, as many scales as there are columns failing, and fewer than two columns.
    pub fn given(design: &Design, columns: Vec<Vec<f64>>, scale: f64, scales: Vec<f64>) -> Result<Self, Error> {
        if columns.len() < 2 {
            return Err(Error::TooFewReplicates(columns.len()));
        }
        columns.iter().try_for_each(|column| design.check(column))?;
        crate::design::same_length(columns.len(), scales.len())?;
        Ok(Self::new(design, Kind::Given(columns), scale, scales, Centre::Replicates))
    }

    fn new(design: &Design, kind: Kind, scale: f64, scales: Vec<f64>, centre: Centre) -> Self {
        Self { design: design.clone(), kind, scale, scales, centre, raking: None }
    }

    /// Deviations measured from another centre.
    #[must_use]
    pub fn centred(mut self, centre: Centre) -> Self {
        self.centre = centre;
        self
    }

    /// Every replicate raked anew, as the whole sample is: what makes their variance that of a raked estimate. A category
    /// that a replicate empties is merged for that replicate, and counted.
    pub fn raked(mut self, margins: &[Margin], options: &RakingOptions) -> Result<Self, Error> {
        self.raking = Some((Raker::new(margins, self.design.weights())?, *options));
        Ok(self)
    }

    /// Number of replicates.
    pub fn count(&self) -> usize {
        self.scales.len()
    }

    /// Overall scale of the sum of squares.
    pub fn scale(&self) -> f64 {
        self.scale
    }

    /// Scale of each replicate.
    pub fn scales(&self) -> &[f64] {
        &self.scales
    }

    /// Degrees of freedom: those of the design, or one less than the replicates if there are fewer.
    pub fn degrees_of_freedom(&self) -> f64 {
        self.design.degrees_of_freedom().min(self.count() as f64 - 1.0)
    }

    /// The weights of a replicate, raked where that is asked, and how many categories had to be merged. `number` is below
    /// [`Replicates::count`].
    pub fn weights(&self, number: usize) -> Result<(Vec<f64>, usize), Error> {
        let mut weights = match &self.kind {
            Kind::Given(columns) => columns[number].clone(),
            Kind::Jackknife(jackknife) => self.multiplied(&jackknife.multipliers(number)),
            Kind::HalfSamples(halves) => self.multiplied(&halves.multipliers(number)),
            Kind::RaoWu(bootstrap) => self.multiplied(&bootstrap.multipliers(number)),
        };
        let merged = match &self.raking {
            None => 0,
            Some((raker, options)) => raker.fit(&mut weights, options, true)?.merged,
        };
        Ok((weights, merged))
    }

    fn multiplied(&self, multipliers: &[f64]) -> Vec<f64> {
        let stage = &self.design.stages[0];
        let weights = self.design.weights().iter().enumerate();
        weights.map(|(unit, weight)| weight * multipliers[stage.cluster(unit)]).collect()
    }

    fn whole(&self) -> Result<Vec<f64>, Error> {
        match &self.raking {
            None => Ok(self.design.weights().to_vec()),
            Some((raker, options)) => Ok(raker.weights(self.design.weights(), options)?.0),
        }
    }

    /// Any statistics of the weights, with the covariance that replicates give. What the statistic refuses on the whole
    /// sample is refused; on a replicate of a bootstrap, that replicate is left out.
    pub fn estimate<F>(&self, statistic: F) -> Result<Replicated, Error>
    where
        F: Fn(&[f64]) -> Result<Vec<f64>, Error> + Sync,
    {
        let whole = self.whole()?;
        let values = statistic(&whole)?;
        let n = whole.iter().filter(|w| **w != 0.0).count();
        let made: Vec<Made> = (0..self.count()).into_par_iter().map(|b| self.made(b, &statistic)).collect();
        self.gather(values, n, made)
    }

    fn made(&self, number: usize, statistic: &(impl Fn(&[f64]) -> Result<Vec<f64>, Error> + Sync)) -> Made {
        match self.weights(number) {
            Err(error) => Made { values: Err(error), merged: false },
            Ok((weights, merged)) => Made { values: statistic(&weights), merged: merged > 0 },
        }
    }

    fn gather(&self, values: Vec<f64>, n: usize, made: Vec<Made>) -> Result<Replicated, Error> {
        let merged = made.iter().filter(|one| one.merged).count();
        let mut kept = Vec::with_capacity(made.len());
        for (one, scale) in made.into_iter().zip(&self.scales) {
            match one.values {
                Ok(values) => kept.push((values, *scale)),
                Err(error) if !self.is_bootstrap() => return Err(error),
                Err(_) => {}
            }
        }
        let left_out = self.count() - kept.len();
        if kept.len() < 2 {
            return Err(Error::TooFewReplicates(kept.len()));
        }
        let spread = self.scale * self.count() as f64 / kept.len() as f64;
        let covariance = covariance(&kept, spread, &self.centre_of(&kept, &values));
        let (df, size) = (self.degrees_of_freedom(), values.len());
        let estimates = Estimates { values, covariance, df, dfs: vec![df; size], n: vec![n; size] };
        Ok(Replicated { estimates, used: kept.len(), left_out, merged })
    }

    fn is_bootstrap(&self) -> bool {
        matches!(self.kind, Kind::RaoWu(_))
    }

    fn centre_of(&self, kept: &[(Vec<f64>, f64)], values: &[f64]) -> Vec<f64> {
        if self.centre == Centre::Estimate {
            return values.to_vec();
        }
        let counted: Vec<&Vec<f64>> = kept.iter().filter(|(_, scale)| *scale > 0.0).map(|(values, _)| values).collect();
        let mean = |j: usize| counted.iter().map(|values| values[j]).sum::<f64>() / counted.len() as f64;
        (0..values.len()).map(mean).collect()
    }

    /// Means of several columns, each on its own base (not a number is no answer).
    pub fn means<C: AsRef<[f64]> + Sync>(&self, columns: &[C]) -> Result<Replicated, Error> {
        columns.iter().try_for_each(|column| self.design.check(column.as_ref()))?;
        self.estimate(|weights| columns.iter().map(|column| mean(column.as_ref(), weights)).collect())
    }

    /// Totals of several columns.
    pub fn totals<C: AsRef<[f64]> + Sync>(&self, columns: &[C]) -> Result<Replicated, Error> {
        columns.iter().try_for_each(|column| self.design.check(column.as_ref()))?;
        self.estimate(|weights| Ok(columns.iter().map(|column| sums(column.as_ref(), weights).0).collect()))
    }
}

/// What a replicate gave.
struct Made {
    values: Result<Vec<f64>, Error>,
    merged: bool,
}

fn covariance(kept: &[(Vec<f64>, f64)], scale: f64, centre: &[f64]) -> Matrix {
    let mut out = Matrix::zeros(centre.len(), centre.len());
    for (values, own) in kept {
        let deviations: Vec<f64> = values.iter().zip(centre).map(|(value, middle)| value - middle).collect();
        for (i, a) in deviations.iter().enumerate() {
            for (j, b) in deviations.iter().enumerate() {
                out[(i, j)] += scale * own * a * b;
            }
        }
    }
    out
}

/// Sums carried side by side, so that they are added several at a time.
const ABREAST: usize = 8;

/// `Σwy` and `Σw` over the answers.
fn sums(values: &[f64], weights: &[f64]) -> (f64, f64) {
    let (mut above, mut below) = ([0.0; ABREAST], [0.0; ABREAST]);
    for (values, weights) in values.chunks(ABREAST).zip(weights.chunks(ABREAST)) {
        for (lane, (value, weight)) in values.iter().zip(weights).enumerate() {
            let answered = !value.is_nan();
            above[lane] += if answered { weight * value } else { 0.0 };
            below[lane] += if answered { *weight } else { 0.0 };
        }
    }
    (above.iter().sum(), below.iter().sum())
}

fn mean(values: &[f64], weights: &[f64]) -> Result<f64, Error> {
    let (above, below) = sums(values, weights);
    if below == 0.0 { Err(Error::EmptyDomain) } else { Ok(above / below) }
}
