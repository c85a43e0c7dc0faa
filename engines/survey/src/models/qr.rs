//! Weighted least squares by orthogonalisation, which keeps twice the digits of normal equations.

use super::ModelError;
use crate::linear::{Matrix, dot};

/// A column whose part orthogonal to the others is smaller than this share of it repeats them.
const REDUNDANT: f64 = 1e-9;

/// Columns made orthogonal, and the triangle that makes them again: `√w X = QR`.
pub struct Factor {
    orthogonal: Vec<Vec<f64>>,
    triangle: Matrix,
}

impl Factor {
    /// Orthogonalises the columns, each scaled by the square root of the weights. Refuses a redundant column.
    pub fn of(columns: &[Vec<f64>], weights: &[f64]) -> Result<Self, ModelError> {
        let mut triangle = Matrix::zeros(columns.len(), columns.len());
        let mut orthogonal: Vec<Vec<f64>> = Vec::with_capacity(columns.len());
        for (j, column) in columns.iter().enumerate() {
            let mut rest: Vec<f64> = column.iter().zip(weights).map(|(x, w)| x * w.sqrt()).collect();
            let size = dot(&rest, &rest).sqrt();
            // Twice: the second pass removes what rounding left in the first.
            for _ in 0..2 {
                for (i, unit) in orthogonal.iter().enumerate() {
                    let part = dot(unit, &rest);
                    triangle[(i, j)] += part;
                    rest.iter_mut().zip(unit).for_each(|(r, u)| *r -= part * u);
                }
            }
            let left = dot(&rest, &rest).sqrt();
            if left <= REDUNDANT * size || size == 0.0 {
                return Err(ModelError::Redundant(j));
            }
            for value in &mut rest {
                *value /= left;
            }
            triangle[(j, j)] = left;
            orthogonal.push(rest);
        }
        Ok(Self { orthogonal, triangle })
    }

    /// The coefficients that come nearest to `y`, given already multiplied by the square root of the weights.
    pub fn solve(&self, scaled: &[f64]) -> Vec<f64> {
        let parts: Vec<f64> = self.orthogonal.iter().map(|unit| dot(unit, scaled)).collect();
        back_substitute(&self.triangle, parts)
    }

    /// `(X'WX)⁻¹`.
    pub fn inverse_gram(&self) -> Matrix {
        let size = self.triangle.cols();
        let mut inverse = Matrix::zeros(size, size);
        for j in 0..size {
            let mut unit = vec![0.0; size];
            unit[j] = 1.0;
            for (i, value) in back_substitute(&self.triangle, unit).into_iter().enumerate() {
                inverse[(i, j)] = value;
            }
        }
        inverse.times(&inverse.transposed())
    }
}

fn back_substitute(triangle: &Matrix, mut side: Vec<f64>) -> Vec<f64> {
    for i in (0..side.len()).rev() {
        let known: f64 = (i + 1..side.len()).map(|k| triangle[(i, k)] * side[k]).sum();
        side[i] = (side[i] - known) / triangle[(i, i)];
    }
    side
}
