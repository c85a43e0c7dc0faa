//! Eigenvalues of small symmetric matrices.

use crate::linear::{Matrix, dot};

/// Eigenvalues of `A⁻¹B`, `A` symmetric positive definite and `B` symmetric, from the largest; none if `A` is singular.
pub fn generalised(a: &Matrix, b: &Matrix) -> Option<Vec<f64>> {
    let lower = cholesky(a)?;
    let half = solve_lower(&lower, b);
    Some(jacobi(solve_lower(&lower, &half.transposed())))
}

fn cholesky(a: &Matrix) -> Option<Matrix> {
    let size = a.rows();
    let mut lower = Matrix::zeros(size, size);
    for j in 0..size {
        let pivot = a[(j, j)] - dot(&lower.row(j)[..j], &lower.row(j)[..j]);
        if pivot <= 1e-12 * a[(j, j)] || pivot.is_nan() {
            return None;
        }
        lower[(j, j)] = pivot.sqrt();
        for i in j + 1..size {
            lower[(i, j)] = (a[(i, j)] - dot(&lower.row(i)[..j], &lower.row(j)[..j])) / lower[(j, j)];
        }
    }
    Some(lower)
}

/// `L⁻¹M`.
fn solve_lower(lower: &Matrix, m: &Matrix) -> Matrix {
    let mut out = Matrix::zeros(m.rows(), m.cols());
    for col in 0..m.cols() {
        for i in 0..m.rows() {
            let known: f64 = (0..i).map(|k| lower[(i, k)] * out[(k, col)]).sum();
            out[(i, col)] = (m[(i, col)] - known) / lower[(i, i)];
        }
    }
    out
}

/// Jacobi's rotations until nothing is left beside the diagonal.
fn jacobi(mut m: Matrix) -> Vec<f64> {
    let size = m.rows();
    for _ in 0..100 {
        let beside: f64 = (0..size).flat_map(|i| (0..i).map(move |j| (i, j))).map(|at| m[at] * m[at]).sum();
        let along: f64 = m.diagonal().iter().map(|d| d * d).sum();
        if beside <= 1e-30 * along {
            break;
        }
        for q in 1..size {
            for p in 0..q {
                rotate(&mut m, p, q);
            }
        }
    }
    let mut values = m.diagonal();
    values.sort_by(|a, b| b.total_cmp(a));
    values
}

fn rotate(matrix: &mut Matrix, p: usize, q: usize) {
    if matrix[(p, q)] == 0.0 {
        return;
    }
    let theta = (matrix[(q, q)] - matrix[(p, p)]) / (2.0 * matrix[(p, q)]);
    let tangent = theta.signum() / (theta.abs() + theta.hypot(1.0));
    let cosine = 1.0 / tangent.hypot(1.0);
    let sine = tangent * cosine;
    let turned = |one: f64, other: f64| (cosine * one - sine * other, sine * one + cosine * other);
    for row in 0..matrix.rows() {
        (matrix[(row, p)], matrix[(row, q)]) = turned(matrix[(row, p)], matrix[(row, q)]);
    }
    for col in 0..matrix.cols() {
        (matrix[(p, col)], matrix[(q, col)]) = turned(matrix[(p, col)], matrix[(q, col)]);
    }
}
