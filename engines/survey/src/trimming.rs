//! Trimming of extreme weights: cutting at limits and sharing out what was cut (Potter 1990), or cutting and raking in
//! turn until the margins hold with every weight inside (Izrael, Battaglia & Frankel 2009).

use crate::design::Design;
use crate::design_effect::kish;
use crate::error::Error;
use crate::margin::Margin;
use crate::raking::{Raker, RakingOptions, adjustment, rake};

/// Rounds of cutting and raking before giving up.
const ROUNDS: usize = 500;

/// A weight this close to a limit is inside.
const CLOSE: f64 = 1e-9;

/// Limits of weights relative to their median.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TrimRule {
    /// Floor, in medians.
    pub floor: f64,
    /// Cap, in medians.
    pub cap: f64,
}

impl Default for TrimRule {
    fn default() -> Self {
        Self { floor: 0.2, cap: 5.0 }
    }
}

impl TrimRule {
    /// The limits for some weights: their median (of those that are not zero) times floor and cap.
    pub fn limits(&self, weights: &[f64]) -> (f64, f64) {
        let median = median(weights);
        (self.floor * median, self.cap * median)
    }
}

/// A trimmed design, and what it took.
#[derive(Debug, Clone)]
pub struct Trimmed {
    /// The design with its new weights.
    pub design: Design,
    /// Lower and upper limit.
    pub limits: (f64, f64),
    /// Weights first found below the lower limit.
    pub raised: usize,
    /// Weights first found above the upper limit.
    pub lowered: usize,
    /// Share of the total weight that changed hands: `Σ|new − old| / 2Σold`.
    pub moved: f64,
    /// Kish's design effect of the weights before.
    pub deff_before: f64,
    /// And after.
    pub deff_after: f64,
    /// Rounds of cutting.
    pub rounds: usize,
}

/// Cuts weights at limits and shares what was cut equally among those never cut; then again while the sharing pushes
/// others outside, unless `once` (R's `trimWeights` without `strict` leaves those). Margins met before are no longer met
/// exactly. Refuses limits that the mean weight does not allow.
pub fn trim(design: &Design, (low, high): (f64, f64), once: bool) -> Result<Trimmed, Error> {
    let mut weights = design.weights().to_vec();
    let mut cut = vec![false; weights.len()];
    let mut rounds = 0;
    while weights.iter().any(|w| outside(*w, low, high)) && !(once && rounds == 1) {
        share_out(&mut weights, &mut cut, low, high).ok_or_else(|| refusal(&weights, (low, high), rounds))?;
        rounds += 1;
    }
    report(design, design.reweighted(weights), (low, high), rounds)
}

fn outside(weight: f64, low: f64, high: f64) -> bool {
    weight != 0.0 && (weight < low || weight > high)
}

/// One round; none where no weight is left to take what was cut.
fn share_out(weights: &mut [f64], cut: &mut [bool], low: f64, high: f64) -> Option<()> {
    let (mut excess, mut takers) = (0.0, 0.0);
    for (weight, cut) in weights.iter_mut().zip(cut.iter_mut()).filter(|(w, _)| **w != 0.0) {
        if outside(*weight, low, high) {
            *cut = true;
            excess += *weight - weight.clamp(low, high);
            *weight = weight.clamp(low, high);
        }
        takers += f64::from(u8::from(!*cut));
    }
    if takers == 0.0 {
        return None;
    }
    for (weight, _) in weights.iter_mut().zip(cut).filter(|(w, cut)| **w != 0.0 && !**cut) {
        *weight += excess / takers;
    }
    Some(())
}

/// Rakes, cuts at the limits of the rule (computed once, on the raked weights), rakes again, until the margins are met
/// with every weight inside. Refuses what raking refuses, and limits that the margins do not allow.
pub fn rake_trimmed(
    design: &Design,
    margins: &[Margin],
    rule: &TrimRule,
    options: &RakingOptions,
) -> Result<Trimmed, Error> {
    let fitter = Raker::new(margins, design.weights())?;
    let raked = rake(design, margins, options)?;
    let (low, high) = rule.limits(raked.design.weights());
    let mut weights = raked.design.weights().to_vec();
    let mut rounds = 0;
    while excess(&weights, low, high) > CLOSE {
        if rounds == ROUNDS {
            return Err(refusal(&weights, (low, high), rounds));
        }
        weights.iter_mut().filter(|w| **w != 0.0).for_each(|w| *w = w.clamp(low, high));
        fitter.fit(&mut weights, options, false)?;
        rounds += 1;
    }
    let after = design.adjusted(adjustment(design, margins, &weights, options.residuals), weights);
    report(&raked.design, after, (low, high), rounds)
}

fn excess(weights: &[f64], low: f64, high: f64) -> f64 {
    let beyond = |w: &f64| (w / high - 1.0).max(1.0 - w / low);
    weights.iter().filter(|w| **w != 0.0).map(beyond).fold(0.0, f64::max)
}

fn refusal(weights: &[f64], (low, high): (f64, f64), rounds: usize) -> Error {
    Error::Trimming { low, high, rounds, excess: excess(weights, low, high) }
}

fn report(before: &Design, design: Design, limits: (f64, f64), rounds: usize) -> Result<Trimmed, Error> {
    let counted = |test: &dyn Fn(f64) -> bool| before.weights().iter().filter(|w| **w != 0.0 && test(**w)).count();
    let moved: f64 = before.weights().iter().zip(design.weights()).map(|(old, new)| (new - old).abs()).sum();
    Ok(Trimmed {
        raised: counted(&|w| w < limits.0),
        lowered: counted(&|w| w > limits.1),
        moved: moved / (2.0 * before.weights().iter().sum::<f64>()),
        deff_before: kish(before.weights())?.deff,
        deff_after: kish(design.weights())?.deff,
        limits,
        rounds,
        design,
    })
}

fn median(weights: &[f64]) -> f64 {
    let mut sorted: Vec<f64> = weights.iter().copied().filter(|w| *w != 0.0).collect();
    sorted.sort_by(f64::total_cmp);
    match sorted.len() {
        0 => 0.0,
        n => f64::midpoint(sorted[(n - 1) / 2], sorted[n / 2]),
    }
}
