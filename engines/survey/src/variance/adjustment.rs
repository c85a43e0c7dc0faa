//! What a post-stratification, a raking or a calibration does to a variance: what the margins explain varies no more, so
//! that only residuals count (Deville & Särndal 1992; Särndal, Swensson & Wretman 1992, ch. 6).

use crate::linear::{Cholesky, Matrix};
use crate::variance::block::{Block, LANES, Lanes};

/// A unit that a margin does not concern.
pub(crate) const NO_CATEGORY: u32 = u32::MAX;

/// A variable whose population total the weights were made to meet.
#[derive(Debug, Clone)]
pub(crate) enum Auxiliary {
    /// Category of each unit ([`NO_CATEGORY`] for none), and how many there are.
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

    /// The column where a unit is not zero, and its value there.
    fn entry(&self, unit: usize) -> Option<(usize, f64)> {
        match self {
            Self::Categories(codes, _) => (codes[unit] != NO_CATEGORY).then(|| (codes[unit] as usize, 1.0)),
            Self::Numbers(values) => Some((0, values[unit])),
        }
    }

    /// Weighted products of the columns of two variables.
    fn products(&self, other: &Self, weights: &[f64]) -> Vec<((usize, usize), f64)> {
        let width = other.columns();
        let mut sums = vec![0.0; self.columns() * width];
        for (unit, weight) in weights.iter().enumerate() {
            if let (Some((i, x)), Some((j, y))) = (self.entry(unit), other.entry(unit)) {
                sums[i * width + j] += weight * x * y;
            }
        }
        sums.into_iter().enumerate().map(|(at, sum)| ((at / width, at % width), sum)).collect()
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
        self.parts.iter().filter_map(move |(first, part)| part.entry(unit).map(|(column, x)| (first + column, x)))
    }

    /// `X'WX`, block after block.
    pub fn gram(&self, weights: &[f64]) -> Matrix {
        let mut out = Matrix::zeros(self.columns, self.columns);
        for (at, (row, one)) in self.parts.iter().enumerate() {
            for (column, other) in &self.parts[at..] {
                for ((i, j), value) in one.products(other, weights) {
                    out[(row + i, column + j)] = value;
                    out[(column + j, row + i)] = value;
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

/// How the regression on the auxiliaries is solved.
#[derive(Debug, Clone)]
enum Solver {
    /// Exactly.
    Factor(Cholesky),
    /// By so many rounds over the margins, each taking its own means away: Gauss-Seidel on the same equations.
    Rounds(Matrix, usize),
}

/// One adjustment of the weights: what was explained, with which weights, to reach which.
#[derive(Debug, Clone)]
pub(crate) struct Adjustment {
    auxiliaries: Auxiliaries,
    /// Weights of the regression, none for one each.
    regression: Option<Vec<f64>>,
    /// Weights that spread the residuals: those the adjustment reached.
    after: Vec<f64>,
    solver: Solver,
}

impl Adjustment {
    /// Any later question is regressed on the auxiliaries with the weights `before`; its residuals are spread by the
    /// weights `after`. `X'WX` is factored once for all questions.
    pub fn new(auxiliaries: Auxiliaries, before: Vec<f64>, after: Vec<f64>) -> Self {
        let solver = Solver::Factor(Cholesky::of(&auxiliaries.gram(&before)));
        Self { auxiliaries, regression: Some(before), after, solver }
    }

    /// The same where each unit that weighs something counts one in the regression, which stops after so many rounds over the margins.
    pub fn by_rounds(auxiliaries: Auxiliaries, after: Vec<f64>, rounds: usize) -> Self {
        let counted: Vec<f64> = after.iter().map(|weight| f64::from(u8::from(*weight != 0.0))).collect();
        let solver = Solver::Rounds(auxiliaries.gram(&counted), rounds);
        Self { auxiliaries, regression: None, after, solver }
    }

    /// The same over a taller design, of which its units are those from `start` on and the others do not count.
    pub fn placed(&self, start: usize, total: usize) -> Self {
        let parts = self.auxiliaries.parts.iter().map(|(_, part)| match part {
            Auxiliary::Categories(codes, levels) => {
                Auxiliary::Categories(within(codes, start, total, NO_CATEGORY), *levels)
            }
            Auxiliary::Numbers(values) => Auxiliary::Numbers(within(values, start, total, 0.0)),
        });
        Self {
            auxiliaries: Auxiliaries::new(parts.collect()),
            regression: self.regression.as_ref().map(|q| within(q, start, total, 0.0)),
            after: within(&self.after, start, total, 0.0),
            solver: self.solver.clone(),
        }
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
            let ratio = self.share(unit);
            for (column, x) in self.auxiliaries.entries(unit) {
                let sum = &mut sums[column];
                for lane in 0..LANES {
                    sum[lane] += ratio * x * z[lane];
                }
            }
        }
        self.solved(&sums)
    }

    /// Weight of the regression over the weight in the influence; a unit without weight has no influence.
    fn share(&self, unit: usize) -> f64 {
        let weight = self.after[unit];
        if weight == 0.0 { 0.0 } else { self.regression.as_ref().map_or(1.0, |q| q[unit]) / weight }
    }

    fn solved(&self, sums: &[Lanes]) -> Vec<Lanes> {
        let mut slopes = vec![[0.0; LANES]; sums.len()];
        for lane in 0..LANES {
            let side: Vec<f64> = sums.iter().map(|sum| sum[lane]).collect();
            for (slope, value) in slopes.iter_mut().zip(self.solve(&side)) {
                slope[lane] = value;
            }
        }
        slopes
    }

    fn solve(&self, side: &[f64]) -> Vec<f64> {
        match &self.solver {
            Solver::Factor(factor) => factor.solve(side),
            Solver::Rounds(gram, rounds) => self.seidel(gram, *rounds, side),
        }
    }

    fn seidel(&self, gram: &Matrix, rounds: usize, side: &[f64]) -> Vec<f64> {
        let mut slopes = vec![0.0; side.len()];
        for _ in 0..rounds {
            for (first, part) in &self.auxiliaries.parts {
                let columns = *first..first + part.columns();
                let left: Vec<f64> = columns.clone().map(|j| side[j] - gram.row_dot(j, &slopes)).collect();
                for (j, rest) in columns.zip(left).filter(|(j, _)| gram[(*j, *j)] > 0.0) {
                    slopes[j] += rest / gram[(j, j)];
                }
            }
        }
        slopes
    }
}

fn within<T: Copy>(values: &[T], start: usize, total: usize, elsewhere: T) -> Vec<T> {
    let mut out = vec![elsewhere; total];
    out[start..start + values.len()].copy_from_slice(values);
    out
}
