//! How the answers were drawn: strata, clusters, population sizes, weights.

use std::collections::HashMap;
use std::sync::Arc;

use crate::error::Error;
use crate::variance::adjustment::Adjustment;

/// What a stratum that holds one cluster only adds to the variance, as R's `survey.lonely.psu` names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LonelyPsu {
    /// Refuse.
    Fail,
    /// Measure the cluster from the mean of all, hence prudently.
    #[default]
    Adjust,
    /// As much as the other strata on average.
    Average,
    /// Nothing: the stratum is set aside.
    Remove,
    /// Nothing: the cluster was certain to be drawn.
    Certainty,
}

/// A stratum of a stage of sampling.
#[derive(Debug, Clone)]
pub(crate) struct Stratum {
    /// The caller's code (at the second stage, the code of the cluster above).
    pub code: u32,
    /// Clusters sampled.
    pub sampled: usize,
    /// Clusters of the population, where known.
    pub population: Option<f64>,
}

impl Stratum {
    /// Share of the population that was not drawn, 1 where the population is unknown or beyond counting.
    pub fn unsampled_share(&self) -> f64 {
        self.population.map_or(1.0, |all| (all - self.sampled as f64) / all)
    }
}

/// One stage: units are in clusters, clusters in strata, all numbered without holes.
#[derive(Debug, Clone)]
pub(crate) struct Stage {
    /// The cluster of each unit; none where each unit is its own cluster.
    pub clusters: Option<Vec<u32>>,
    /// The stratum of each cluster.
    pub stratum_of: Vec<u32>,
    pub strata: Vec<Stratum>,
}

impl Stage {
    pub fn cluster(&self, unit: usize) -> usize {
        self.clusters.as_ref().map_or(unit, |clusters| clusters[unit] as usize)
    }

    pub fn stratum(&self, unit: usize) -> usize {
        self.stratum_of[self.cluster(unit)] as usize
    }
}

/// A sampling design with the weights in force. Cheap to clone: what is large is shared.
#[derive(Debug, Clone)]
pub struct Design {
    pub(crate) weights: Arc<Vec<f64>>,
    pub(crate) stages: Arc<Vec<Stage>>,
    pub(crate) lonely: LonelyPsu,
    pub(crate) adjustments: Vec<Arc<Adjustment>>,
}

impl Design {
    /// Starts the description of a design of so many units.
    pub fn builder(units: usize) -> DesignBuilder {
        DesignBuilder { units, ..DesignBuilder::default() }
    }

    /// Number of units (rows).
    pub fn units(&self) -> usize {
        self.weights.len()
    }

    /// The weights in force, after any adjustment.
    pub fn weights(&self) -> &[f64] {
        &self.weights
    }

    /// The rule for strata of one cluster.
    pub fn lonely_psu(&self) -> LonelyPsu {
        self.lonely
    }

    /// The same design with another rule for strata of one cluster.
    #[must_use]
    pub fn with_lonely_psu(&self, lonely: LonelyPsu) -> Self {
        Self { lonely, ..self.clone() }
    }

    /// Codes of the first-stage strata that hold one cluster only: what the caller must warn of.
    pub fn lonely_strata(&self) -> Vec<u32> {
        let strata = &self.stages[0].strata;
        strata.iter().filter(|s| s.sampled == 1 && s.unsampled_share() > 1e-7).map(|s| s.code).collect()
    }

    /// Whether weights were post-stratified, raked or calibrated, so that variances use residuals.
    pub fn is_adjusted(&self) -> bool {
        !self.adjustments.is_empty()
    }

    /// First-stage clusters less strata.
    pub fn degrees_of_freedom(&self) -> f64 {
        (self.stages[0].stratum_of.len() - self.stages[0].strata.len()) as f64
    }

    /// The same, among the clusters and strata that hold a unit of the domain; zero for an empty domain.
    pub fn degrees_of_freedom_in(&self, inside: impl Fn(usize) -> bool) -> f64 {
        let stage = &self.stages[0];
        let (mut clusters, mut strata) = (vec![false; stage.stratum_of.len()], vec![false; stage.strata.len()]);
        for unit in (0..self.units()).filter(|&unit| inside(unit)) {
            clusters[stage.cluster(unit)] = true;
            strata[stage.stratum(unit)] = true;
        }
        let count = |seen: Vec<bool>| seen.into_iter().filter(|s| *s).count() as f64;
        count(clusters) - count(strata)
    }

    /// The dense number of each unit's first-stage cluster, and the stratum number of each cluster.
    pub fn clusters(&self) -> (Vec<u32>, &[u32]) {
        let stage = &self.stages[0];
        let of_units = stage.clusters.clone().unwrap_or_else(|| (0_u32..).take(self.units()).collect());
        (of_units, &stage.stratum_of)
    }

    /// The design with other weights, of which the uncertainty is ignored: as when a file comes already weighted.
    pub fn with_weights(&self, weights: Vec<f64>) -> Result<Self, Error> {
        check_weights(self.units(), &weights)?;
        Ok(Self { weights: Arc::new(weights), adjustments: Vec::new(), ..self.clone() })
    }

    /// The design with other weights that keeps its residuals: after a trimming.
    pub(crate) fn reweighted(&self, weights: Vec<f64>) -> Self {
        Self { weights: Arc::new(weights), ..self.clone() }
    }

    pub(crate) fn adjusted(&self, adjustment: Adjustment, weights: Vec<f64>) -> Self {
        let mut next = self.clone();
        next.weights = Arc::new(weights);
        next.adjustments.push(Arc::new(adjustment));
        next
    }

    pub(crate) fn check(&self, column: &[f64]) -> Result<(), Error> {
        same_length(self.units(), column.len())
    }
}

/// Describes a design step by step. Codes are the caller's own, in any order and with holes.
#[derive(Debug, Clone, Default)]
pub struct DesignBuilder {
    units: usize,
    weights: Option<Vec<f64>>,
    lonely: LonelyPsu,
    strata: Option<Vec<u32>>,
    clusters: [Option<Vec<u32>>; 2],
    populations: [Option<Vec<f64>>; 2],
    nested: bool,
}

impl DesignBuilder {
    /// Weight of each unit: inverse of its chance to be drawn. Without them, population sizes give it.
    #[must_use]
    pub fn weights(mut self, weights: Vec<f64>) -> Self {
        self.weights = Some(weights);
        self
    }

    /// First-stage stratum of each unit. Without them, one stratum.
    #[must_use]
    pub fn strata(mut self, strata: Vec<u32>) -> Self {
        self.strata = Some(strata);
        self
    }

    /// First-stage cluster of each unit. Without them, each unit is a cluster.
    #[must_use]
    pub fn clusters(mut self, clusters: Vec<u32>) -> Self {
        self.clusters[0] = Some(clusters);
        self
    }

    /// Cluster codes begin again in each stratum (R's `nest = TRUE`).
    #[must_use]
    pub fn nested(mut self) -> Self {
        self.nested = true;
        self
    }

    /// Second-stage cluster of each unit, inside its first-stage cluster. Only counts with population sizes of both
    /// stages: without them, the variance between first-stage clusters says all.
    #[must_use]
    pub fn second_stage(mut self, clusters: Vec<u32>) -> Self {
        self.clusters[1] = Some(clusters);
        self
    }

    /// Number of first-stage clusters in the population of each unit's stratum, for the finite population correction.
    #[must_use]
    pub fn populations(mut self, sizes: Vec<f64>) -> Self {
        self.populations[0] = Some(sizes);
        self
    }

    /// Number of second-stage clusters in the population of each unit's first-stage cluster.
    #[must_use]
    pub fn second_populations(mut self, sizes: Vec<f64>) -> Self {
        self.populations[1] = Some(sizes);
        self
    }

    /// The rule for strata of one cluster; `Adjust` unless said otherwise.
    #[must_use]
    pub fn lonely_psu(mut self, rule: LonelyPsu) -> Self {
        self.lonely = rule;
        self
    }

    /// The design. Refuses columns of unequal length, faulty weights, a cluster in two strata, a population size that
    /// varies in its stratum or is smaller than the sample.
    pub fn build(mut self) -> Result<Design, Error> {
        if self.units == 0 {
            return Err(Error::NoUnit);
        }
        let mut stages = vec![self.first_stage()?];
        if let Some(second) = self.stage_within(&stages[0])? {
            stages.push(second);
        }
        let weights = match self.weights.take() {
            Some(weights) => weights,
            None => weights_from_populations(self.units, &stages)?,
        };
        check_weights(self.units, &weights)?;
        let (weights, stages) = (Arc::new(weights), Arc::new(stages));
        Ok(Design { weights, stages, lonely: self.lonely, adjustments: Vec::new() })
    }

    fn first_stage(&mut self) -> Result<Stage, Error> {
        let strata = self.strata.take().unwrap_or_else(|| vec![0; self.units]);
        same_length(self.units, strata.len())?;
        let clusters = self.clusters[0].take();
        let nested = self.nested;
        number(1, self.units, &strata, clusters.as_deref(), self.populations[0].as_deref(), nested)
    }

    /// The second stage is a first one whose strata are the clusters above.
    fn stage_within(&mut self, above: &Stage) -> Result<Option<Stage>, Error> {
        if self.clusters[1].is_none() && self.populations[1].is_none() {
            return Ok(None);
        }
        let strata: Vec<u32> = (0..self.units).map(|unit| dense(above.cluster(unit))).collect();
        let clusters = self.clusters[1].take();
        number(2, self.units, &strata, clusters.as_deref(), self.populations[1].as_deref(), true).map(Some)
    }
}

/// Numbers strata and clusters without holes, in order of first appearance, and counts them.
fn number(
    stage: usize,
    units: usize,
    strata: &[u32],
    clusters: Option<&[u32]>,
    populations: Option<&[f64]>,
    nested: bool,
) -> Result<Stage, Error> {
    let mut numbered = Numbering::default();
    let of_strata: Vec<u32> = strata.iter().map(|code| numbered.stratum(*code)).collect();
    let out = match clusters {
        None => Stage { clusters: None, stratum_of: of_strata, strata: numbered.strata },
        Some(codes) => {
            same_length(units, codes.len())?;
            numbered.clusters(codes, &of_strata, nested)?
        }
    };
    sized(stage, out, units, populations)
}

#[derive(Default)]
struct Numbering {
    numbers: HashMap<u32, u32>,
    strata: Vec<Stratum>,
}

impl Numbering {
    fn stratum(&mut self, code: u32) -> u32 {
        let Self { numbers, strata } = self;
        *numbers.entry(code).or_insert_with(|| {
            strata.push(Stratum { code, sampled: 0, population: None });
            dense(strata.len() - 1)
        })
    }

    fn clusters(self, codes: &[u32], of_strata: &[u32], nested: bool) -> Result<Stage, Error> {
        let mut numbers: HashMap<(u32, u32), u32> = HashMap::new();
        let mut stratum_of: Vec<u32> = Vec::new();
        let mut clusters = Vec::with_capacity(codes.len());
        for (&code, &stratum) in codes.iter().zip(of_strata) {
            let number = *numbers.entry((if nested { stratum } else { 0 }, code)).or_insert_with(|| {
                stratum_of.push(stratum);
                dense(stratum_of.len() - 1)
            });
            let known = stratum_of[number as usize];
            if known != stratum {
                let strata = [known, stratum].map(|s| self.strata[s as usize].code);
                return Err(Error::ClusterInTwoStrata { cluster: code, strata });
            }
            clusters.push(number);
        }
        Ok(Stage { clusters: Some(clusters), stratum_of, strata: self.strata })
    }
}

fn sized(number: usize, mut stage: Stage, units: usize, populations: Option<&[f64]>) -> Result<Stage, Error> {
    for &stratum in &stage.stratum_of {
        stage.strata[stratum as usize].sampled += 1;
    }
    let Some(sizes) = populations else { return Ok(stage) };
    same_length(units, sizes.len())?;
    for (unit, &size) in sizes.iter().enumerate() {
        let stratum = stage.stratum(unit);
        let Stratum { code, sampled, population } = &mut stage.strata[stratum];
        let known = *population.get_or_insert(size);
        if (known - size).abs() > 1e-9 * known.abs() {
            return Err(Error::PopulationVaries { stage: number, stratum: *code, sizes: [known, size] });
        }
        if size.is_nan() || size < *sampled as f64 * (1.0 - 1e-12) {
            let (stratum, sampled) = (*code, *sampled);
            return Err(Error::PopulationTooSmall { stage: number, stratum, sampled, population: size });
        }
    }
    Ok(stage)
}

fn weights_from_populations(units: usize, stages: &[Stage]) -> Result<Vec<f64>, Error> {
    let weight = |unit: usize, stage: &Stage| {
        let stratum = &stage.strata[stage.stratum(unit)];
        stratum.population.map(|all| all / stratum.sampled as f64).ok_or(Error::WeightsUnknown)
    };
    (0..units).map(|unit| stages.iter().map(|stage| weight(unit, stage)).product()).collect()
}

fn check_weights(units: usize, weights: &[f64]) -> Result<(), Error> {
    same_length(units, weights.len())?;
    if let Some(unit) = weights.iter().position(|w| !w.is_finite() || *w < 0.0) {
        return Err(Error::Weight { unit, weight: weights[unit] });
    }
    if weights.iter().all(|w| *w == 0.0) { Err(Error::NoWeight) } else { Ok(()) }
}

pub(crate) fn same_length(expected: usize, found: usize) -> Result<(), Error> {
    if expected == found { Ok(()) } else { Err(Error::Length { expected, found }) }
}

/// A dense number as a code; samples stay far below four thousand million units.
pub(crate) fn dense(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
