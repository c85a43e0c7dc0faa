//! The little linear algebra that sixty auxiliary variables ask for: a dense matrix, Cholesky with the redundant columns
//! set aside, solving. Larger problems would want a library.

use std::ops::{Index, IndexMut};

/// A dense matrix, row after row.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Matrix {
    rows: usize,
    cols: usize,
    values: Vec<f64>,
}

impl Matrix {
    /// A matrix of zeros.
    pub fn zeros(rows: usize, cols: usize) -> Self {
        Self { rows, cols, values: vec![0.0; rows * cols] }
    }

    /// A matrix from its rows, all as long as the first; none if they are not.
    pub fn from_rows(rows: &[Vec<f64>]) -> Option<Self> {
        let cols = rows.first().map_or(0, Vec::len);
        rows.iter().all(|row| row.len() == cols).then(|| Self { rows: rows.len(), cols, values: rows.concat() })
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Number of columns.
    pub fn cols(&self) -> usize {
        self.cols
    }

    /// A row.
    pub fn row(&self, row: usize) -> &[f64] {
        &self.values[row * self.cols..(row + 1) * self.cols]
    }

    /// The diagonal, as long as the shorter side.
    pub fn diagonal(&self) -> Vec<f64> {
        (0..self.rows.min(self.cols)).map(|i| self[(i, i)]).collect()
    }

    /// Rows become columns.
    #[must_use]
    pub fn transposed(&self) -> Self {
        let mut out = Self::zeros(self.cols, self.rows);
        for i in 0..self.rows {
            for j in 0..self.cols {
                out[(j, i)] = self[(i, j)];
            }
        }
        out
    }

    /// Product with another matrix of as many rows as this has columns.
    #[must_use]
    pub fn times(&self, other: &Self) -> Self {
        let mut out = Self::zeros(self.rows, other.cols);
        for i in 0..self.rows {
            for (k, &a) in self.row(i).iter().enumerate() {
                for (j, b) in other.row(k).iter().enumerate() {
                    out[(i, j)] += a * b;
                }
            }
        }
        out
    }

    /// Product with a vector as long as a row.
    pub fn apply(&self, vector: &[f64]) -> Vec<f64> {
        (0..self.rows).map(|i| dot(self.row(i), vector)).collect()
    }

    /// Product of a row with a vector as long.
    pub fn row_dot(&self, row: usize, vector: &[f64]) -> f64 {
        dot(self.row(row), vector)
    }

    /// `c'Mc`.
    pub fn quadratic(&self, c: &[f64]) -> f64 {
        dot(&self.apply(c), c)
    }

    /// Inverse of a symmetric positive definite matrix; none where it is singular.
    pub fn inverse_spd(&self) -> Option<Self> {
        let factor = Cholesky::of(self);
        if !factor.redundant().is_empty() {
            return None;
        }
        let mut out = Self::zeros(self.rows, self.rows);
        for j in 0..self.rows {
            let mut unit = vec![0.0; self.rows];
            unit[j] = 1.0;
            for (i, value) in factor.solve(&unit).into_iter().enumerate() {
                out[(i, j)] = value;
            }
        }
        Some(out)
    }
}

impl Index<(usize, usize)> for Matrix {
    type Output = f64;

    fn index(&self, (row, col): (usize, usize)) -> &f64 {
        &self.values[row * self.cols + col]
    }
}

impl IndexMut<(usize, usize)> for Matrix {
    fn index_mut(&mut self, (row, col): (usize, usize)) -> &mut f64 {
        &mut self.values[row * self.cols + col]
    }
}

/// Scalar product over the shorter length.
pub fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

/// Cholesky factor `LL' = A` of a symmetric matrix of which some columns may repeat others: those get a zero coefficient,
/// as when a margin's last category follows from the others.
#[derive(Debug, Clone)]
pub struct Cholesky {
    lower: Matrix,
    redundant: Vec<usize>,
    kept: Vec<bool>,
}

/// A pivot this small beside its diagonal is rounding, hence a repeated column.
const REDUNDANT: f64 = 1e-10;

impl Cholesky {
    /// The factor of a symmetric, positive semi-definite matrix; only its lower half is read.
    pub fn of(matrix: &Matrix) -> Self {
        let size = matrix.rows();
        let mut factor = Self { lower: Matrix::zeros(size, size), redundant: Vec::new(), kept: vec![true; size] };
        for j in 0..size {
            factor.column(matrix, j);
        }
        factor
    }

    fn column(&mut self, matrix: &Matrix, j: usize) {
        let pivot = matrix[(j, j)] - dot(&self.lower.row(j)[..j], &self.lower.row(j)[..j]);
        if pivot <= REDUNDANT * matrix[(j, j)] || !pivot.is_finite() {
            self.redundant.push(j);
            self.kept[j] = false;
            return;
        }
        let root = pivot.sqrt();
        self.lower[(j, j)] = root;
        for i in j + 1..matrix.rows() {
            let known = dot(&self.lower.row(i)[..j], &self.lower.row(j)[..j]);
            self.lower[(i, j)] = (matrix[(i, j)] - known) / root;
        }
    }

    /// The columns set aside, in order.
    pub fn redundant(&self) -> &[usize] {
        &self.redundant
    }

    /// Solves `Ax = b`, with zeros at the columns set aside.
    pub fn solve(&self, b: &[f64]) -> Vec<f64> {
        let size = self.lower.rows();
        let mut x = b.to_vec();
        for i in 0..size {
            let known = dot(&self.lower.row(i)[..i], &x[..i]);
            x[i] = if self.kept[i] { (x[i] - known) / self.lower[(i, i)] } else { 0.0 };
        }
        for i in (0..size).rev().filter(|&i| self.kept[i]) {
            let known: f64 = (i + 1..size).map(|k| self.lower[(k, i)] * x[k]).sum();
            x[i] = (x[i] - known) / self.lower[(i, i)];
        }
        x
    }
}
