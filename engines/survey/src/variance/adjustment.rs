//! What a post-stratification, a raking or a calibration does to a variance: what the margins explain varies no more, so
//! that only residuals count (Deville & Särndal 1992; Särndal, Swensson & Wretman 1992, ch. 6).

use crate::linear::{Cholesky, Matrix};
use crate::variance::block::{Block, LANES, Lanes};

/// A variable whose population total the weights were made to meet.
#[derive(Debug, Clone)]
pub(crate) enum Auxiliary {
    /// Category of each unit, and how many there are.
    Categories(Vec<u32>, usize),
    /// Value of each unit.
    Numbers(Vec<f64>),
}

impl Auxiliary {
    pub fn columns(&self) -> usize {
        match self {
            Self::Categories(_, levels) => *levels,
            Self::Numbers(_) => 1,
        }
    }
}

/// Auxiliary variables side by side, with the place of the first column of each.
#[derive(Debug, Clone)]
pub(crate) struct Auxiliaries {
    pub parts: Vec<(usize, Auxiliary)>,
    pub columns: usize,
}

impl Auxiliaries {
    pub fn new(parts: Vec<Auxiliary>) -> Self {
        let mut columns = 0;
        let mut placed = Vec::with_capacity(parts.len());
        for part in parts {
            let first = columns;
            columns += part.columns();
            placed.push((first, part));
        }
        Self { parts: placed, columns }
    }

    /// The columns where a unit is not zero.
    pub fn entries(&self, unit: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
        self.parts.iter().map(move |(first, part)| match part {
            Auxiliary::Categories(codes, _) => (first + codes[unit] as usize, 1.0),
            Auxiliary::Numbers(values) => (*first, values[unit]),
        })
    }

    /// `X'WX`.
    pub fn gram(&self, weights: &[f64]) -> Matrix {
        let mut out = Matrix::zeros(self.columns, self.columns);
        let mut row = Vec::with_capacity(self.parts.len());
        for (unit, &weight) in weights.iter().enumerate() {
            row.clear();
            row.extend(self.entries(unit));
            for (at, &(i, x)) in row.iter().enumerate() {
                for &(j, y) in &row[..=at] {
                    out[(i, j)] += weight * x * y;
                }
            }
        }
        out
    }

    /// `X'v`.
    pub fn totals(&self, values: &[f64]) -> Vec<f64> {
        let mut out = vec![0.0; self.columns];
        for (unit, value) in values.iter().enumerate() {
            for (column, x) in self.entries(unit) {
                out[column] += value * x;
            }
        }
        out
    }
}

/// One adjustment of the weights: what was explained, with which weights, to reach which.
#[derive(Debug, Clone)]
pub(crate) struct Adjustment {
    auxiliaries: Auxiliaries,
    before: Vec<f64>,
    after: Vec<f64>,
    factor: Cholesky,
}

impl Adjustment {
    /// The regression of any later question on the auxiliaries uses the weights `before` (Deville & Särndal's residuals
    /// with design weights); its residuals are spread by the weights `after`. `X'WX` is factored once.
    pub fn new(auxiliaries: Auxiliaries, before: Vec<f64>, after: Vec<f64>) -> Self {
        let factor = Cholesky::of(&auxiliaries.gram(&before));
        Self { auxiliaries, before, after, factor }
    }

    /// Replaces weighted influences `z = w u` by `w (u − x'B)`, `B` the regression of `u` on the auxiliaries.
    pub fn residuals(&self, block: &mut Block) {
        let slopes = self.slopes(block);
        for (unit, z) in block.rows.iter_mut().enumerate() {
            let weight = self.after[unit];
            for (column, x) in self.auxiliaries.entries(unit) {
                let slope = &slopes[column];
                for lane in 0..LANES {
                    z[lane] -= weight * x * slope[lane];
                }
            }
        }
    }

    fn slopes(&self, block: &Block) -> Vec<Lanes> {
        let mut sums = vec![[0.0; LANES]; self.auxiliaries.columns];
        for (unit, z) in block.rows.iter().enumerate() {
            let weight = self.after[unit];
            let ratio = if weight == 0.0 { 0.0 } else { self.before[unit] / weight };
            for (column, x) in self.auxiliaries.entries(unit) {
                let sum = &mut sums[column];
                for lane in 0..LANES {
                    sum[lane] += ratio * x * z[lane];
                }
            }
        }
        self.solved(&sums)
    }

    fn solved(&self, sums: &[Lanes]) -> Vec<Lanes> {
        let mut slopes = vec![[0.0; LANES]; sums.len()];
        for lane in 0..LANES {
            let side: Vec<f64> = sums.iter().map(|sum| sum[lane]).collect();
            for (slope, value) in slopes.iter_mut().zip(self.factor.solve(&side)) {
                slope[lane] = value;
            }
        }
        slopes
    }
}
