//! One question on an ordered scale.

use crate::design::Design;
use crate::error::Error;
use crate::estimate::{Estimate, Estimates};

/// An ordered scale, as its answers are coded in the file.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Codes of the answers from the worst to the best.
    pub codes: Vec<i64>,
    /// Codes that say "don't know" or "not concerned": an answer, but outside the base of the shares.
    #[serde(default)]
    pub dont_know: Vec<i64>,
    /// How many of the best answers make "satisfied".
    #[serde(default = "two")]
    pub top: usize,
    /// What each answer counts in a mean, in the order of the codes; without it no mean is made, because a mean of ranks
    /// supposes equal steps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub values: Option<Vec<f64>>,
}

fn two() -> usize {
    2
}

/// Why a question cannot be read on its scale.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum LikertError {
    /// An answer is neither on the scale nor a "don't know".
    #[error("answer {value} of unit {unit} is not on the scale")]
    OffScale {
        /// Row of the answer, from zero.
        unit: usize,
        /// The answer.
        value: f64,
    },
    /// The scale repeats a code, has fewer than two answers, or a box or a map that does not fit them.
    #[error("the scale is not usable")]
    Scale,
    /// The estimation refuses.
    #[error(transparent)]
    Estimation(#[from] Error),
}

/// How people answered.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Distribution {
    /// Share of each answer among those who gave an opinion, from the worst to the best, with their covariance.
    pub shares: Estimates,
    /// Share of the best answers.
    pub top: Estimate,
    /// Share of the worst answers, as many as in the top box.
    pub bottom: Estimate,
    /// Share of "don't know" among those who answered, with or without an opinion.
    pub dont_know: Estimate,
    /// Mean by the map of the scale, where it has one.
    pub mean: Option<Estimate>,
    /// People who gave an opinion: the base of the shares.
    pub base: usize,
    /// People who gave no answer at all.
    pub missing: usize,
}

impl Scale {
    /// A scale from 1, the worst, to `best`.
    pub fn to(best: u32) -> Self {
        Self { codes: (1..=i64::from(best)).collect(), dont_know: Vec::new(), top: 2, values: None }
    }

    /// Refuses repeated codes, fewer than two answers, a box larger than half the scale, a map of another length.
    pub fn check(&self) -> Result<(), LikertError> {
        let mut all: Vec<i64> = self.codes.iter().chain(&self.dont_know).copied().collect();
        all.sort_unstable();
        let repeats = all.windows(2).any(|pair| pair[0] == pair[1]);
        let box_fits = self.top >= 1 && 2 * self.top <= self.codes.len();
        let map_fits = self.values.as_ref().is_none_or(|values| values.len() == self.codes.len());
        if repeats || self.codes.len() < 2 || !box_fits || !map_fits { Err(LikertError::Scale) } else { Ok(()) }
    }

    /// The rank of each answer on the scale from zero; the number of ranks for "don't know", `u32::MAX` for no answer.
    /// Refuses an answer outside the scale.
    pub fn ranks(&self, answers: &[f64]) -> Result<Vec<u32>, LikertError> {
        self.check()?;
        let rank = |(unit, &value): (usize, &f64)| self.rank(value).ok_or(LikertError::OffScale { unit, value });
        answers.iter().enumerate().map(rank).collect()
    }

    fn rank(&self, value: f64) -> Option<u32> {
        if value.is_nan() {
            return Some(u32::MAX);
        }
        let is = |code: &i64| (*code as f64 - value).abs() < 1e-9;
        let place =
            self.codes.iter().position(is).or_else(|| self.dont_know.iter().any(is).then_some(self.codes.len()));
        place.and_then(|place| u32::try_from(place).ok())
    }

    /// 1 for the best answers, 0 for the others, not a number without an opinion: the column whose mean is the share of
    /// satisfied.
    pub fn top_box(&self, answers: &[f64]) -> Result<Vec<f64>, LikertError> {
        let least = self.codes.len() - self.top.min(self.codes.len());
        self.column(answers, |rank| f64::from(u8::from(rank >= least)))
    }

    /// The same for the worst answers.
    pub fn bottom_box(&self, answers: &[f64]) -> Result<Vec<f64>, LikertError> {
        self.column(answers, |rank| f64::from(u8::from(rank < self.top)))
    }

    /// The values of the map, not a number without an opinion; ranks from 1 where the scale has no map.
    pub fn mapped(&self, answers: &[f64]) -> Result<Vec<f64>, LikertError> {
        self.column(answers, |rank| self.values.as_ref().map_or(rank as f64 + 1.0, |values| values[rank]))
    }

    fn column(&self, answers: &[f64], value: impl Fn(usize) -> f64) -> Result<Vec<f64>, LikertError> {
        let opinion = |rank: u32| if (rank as usize) < self.codes.len() { value(rank as usize) } else { f64::NAN };
        Ok(self.ranks(answers)?.into_iter().map(opinion).collect())
    }

    /// The distribution of a question over the whole design. Refuses an answer outside the scale, or no opinion at all.
    pub fn distribution(&self, design: &Design, answers: &[f64]) -> Result<Distribution, LikertError> {
        let ranks = self.ranks(answers)?;
        let (scale, missing) = (self.codes.len(), ranks.iter().filter(|rank| **rank == u32::MAX).count());
        let ignorant = |rank: &u32| match *rank as usize {
            rank if rank == scale => 1.0,
            rank if rank < scale => 0.0,
            _ => f64::NAN,
        };
        let boxes = design.mean_each(&[self.top_box(answers)?, self.bottom_box(answers)?])?;
        let mean = self.values.is_some().then(|| Ok::<_, LikertError>(design.mean(&self.mapped(answers)?)?));
        Ok(Distribution {
            shares: design.proportions(&ranks, scale)?,
            top: boxes[0],
            bottom: boxes[1],
            dont_know: design.mean(&ranks.iter().map(ignorant).collect::<Vec<f64>>())?,
            mean: mean.transpose()?,
            base: ranks.iter().filter(|rank| (**rank as usize) < scale).count(),
            missing,
        })
    }
}
