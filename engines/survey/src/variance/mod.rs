//! Variance by linearisation (Binder 1983): the spread, between clusters of a stratum, of what each unit weighs in the
//! estimate. With the finite population correction, a second stage, strata of one cluster, and the residuals that
//! post-stratified, raked or calibrated weights ask for.

pub(crate) mod adjustment;
pub(crate) mod block;
mod stages;

use rayon::prelude::*;

use crate::design::Design;
use crate::error::Error;
use crate::linear::Matrix;
use block::{Block, LANES, Source};

impl Design {
    /// Covariance of estimates from the weighted influence of each unit on each: column `j` holds `z_ij = w_i u_ij`, as
    /// long as the design, zero outside the domain. For a mean `u = (y − ȳ)/Σw`, for a total `u = y`.
    pub fn covariance<C: AsRef<[f64]> + Sync>(&self, influences: &[C]) -> Result<Matrix, Error> {
        influences.iter().try_for_each(|column| self.check(column.as_ref()))?;
        self.covariance_of(&influences)
    }

    /// The diagonal of [`Design::covariance`], by the same computation, without the rest.
    pub fn variances<C: AsRef<[f64]> + Sync>(&self, influences: &[C]) -> Result<Vec<f64>, Error> {
        influences.iter().try_for_each(|column| self.check(column.as_ref()))?;
        self.variances_of(&influences)
    }

    pub(crate) fn variances_of(&self, source: &impl Source) -> Result<Vec<f64>, Error> {
        let groups: Vec<usize> = (0..source.columns()).step_by(LANES).collect();
        let parts: Result<Vec<Vec<f64>>, Error> = groups
            .par_iter()
            .map(|&first| {
                let scores = self.scores(self.block(source, first))?;
                Ok(scores.cross(&scores).diagonal()[..scores.used].to_vec())
            })
            .collect();
        Ok(parts?.concat())
    }

    pub(crate) fn covariance_of(&self, source: &impl Source) -> Result<Matrix, Error> {
        let firsts: Vec<usize> = (0..source.columns()).step_by(LANES).collect();
        let scores: Result<Vec<Block>, Error> =
            firsts.par_iter().map(|&first| self.scores(self.block(source, first))).collect();
        let scores = scores?;
        let mut out = Matrix::zeros(source.columns(), source.columns());
        for (a, &row) in scores.iter().zip(&firsts) {
            for (b, &col) in scores.iter().zip(&firsts) {
                a.place(&a.cross(b), b.used, (row, col), &mut out);
            }
        }
        Ok(out)
    }

    fn block(&self, source: &impl Source, first: usize) -> Block {
        let mut block = Block::filled(self.units(), source, first);
        for adjustment in &self.adjustments {
            adjustment.residuals(&mut block);
        }
        block
    }
}

impl Block {
    /// `A'B` over all rows.
    fn cross(&self, other: &Self) -> Matrix {
        let mut sums = [[0.0; LANES]; LANES];
        for (a, b) in self.rows.iter().zip(&other.rows) {
            for i in 0..LANES {
                for j in 0..LANES {
                    sums[i][j] += a[i] * b[j];
                }
            }
        }
        let mut out = Matrix::zeros(LANES, LANES);
        for (i, row) in sums.iter().enumerate() {
            for (j, value) in row.iter().enumerate() {
                out[(i, j)] = *value;
            }
        }
        out
    }

    fn place(&self, part: &Matrix, cols: usize, (row, col): (usize, usize), out: &mut Matrix) {
        for i in 0..self.used {
            for j in 0..cols {
                out[(row + i, col + j)] = part[(i, j)];
            }
        }
    }
}
