//! The share of variance that every subset of drivers explains.

use super::ModelError;
use crate::linear::{Cholesky, Matrix, dot};

/// Weighted correlations of drivers with one another and with the outcome, over complete answers.
pub struct Correlations {
    among: Matrix,
    with_outcome: Vec<f64>,
}

impl Correlations {
    /// Refuses a driver or an outcome that does not vary. `columns` holds the outcome last.
    pub fn of(columns: &[Vec<f64>], weights: &[f64]) -> Result<Self, ModelError> {
        let total: f64 = weights.iter().sum();
        let standard = |column: &Vec<f64>| {
            let mean = dot(column, weights) / total;
            let centred: Vec<f64> = column.iter().zip(weights).map(|(x, w)| (x - mean) * w.sqrt()).collect();
            let size = dot(&centred, &centred).sqrt();
            (size, centred.into_iter().map(|x| x / size).collect::<Vec<f64>>())
        };
        let standard: Vec<(f64, Vec<f64>)> = columns.iter().map(standard).collect();
        let drivers = columns.len() - 1;
        if let Some(flat) = standard.iter().position(|(size, _)| *size == 0.0 || size.is_nan()) {
            return Err(if flat == drivers { ModelError::Outcome } else { ModelError::Redundant(flat) });
        }
        let mut among = Matrix::zeros(drivers, drivers);
        for i in 0..drivers {
            for j in 0..drivers {
                among[(i, j)] = dot(&standard[i].1, &standard[j].1);
            }
        }
        let with_outcome = standard[..drivers].iter().map(|(_, x)| dot(x, &standard[drivers].1)).collect();
        Ok(Self { among, with_outcome })
    }

    /// R² of each subset, the subset being the bits of its place.
    pub fn explained(&self) -> Vec<f64> {
        (0_usize..1 << self.with_outcome.len()).map(|subset| self.explained_by(subset)).collect()
    }

    fn explained_by(&self, subset: usize) -> f64 {
        let inside: Vec<usize> = (0..self.with_outcome.len()).filter(|driver| subset >> driver & 1 == 1).collect();
        let mut part = Matrix::zeros(inside.len(), inside.len());
        for (i, a) in inside.iter().enumerate() {
            for (j, b) in inside.iter().enumerate() {
                part[(i, j)] = self.among[(*a, *b)];
            }
        }
        let side: Vec<f64> = inside.iter().map(|driver| self.with_outcome[*driver]).collect();
        dot(&side, &Cholesky::of(&part).solve(&side))
    }
}
