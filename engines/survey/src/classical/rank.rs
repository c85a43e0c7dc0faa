//! Agreement of two orders: Spearman's coefficient.

use crate::distributions::{normal_upper, t_two_sided};
use crate::linear::dot;

/// Spearman's rank correlation.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Spearman {
    /// From −1 (opposite orders) to 1 (the same order).
    pub rho: f64,
    /// Two-sided p-value of "no association": exact up to nine pairs without ties, by Best & Roberts' series (1975, AS
    /// 89) beyond, by Student's approximation when there are ties. None under three pairs.
    pub p: Option<f64>,
    /// Number of pairs.
    pub n: usize,
}

/// Spearman's coefficient of the pairs where both are numbers; none if one side does not vary.
pub fn spearman(x: &[f64], y: &[f64]) -> Option<Spearman> {
    let pairs: Vec<(f64, f64)> = x.iter().copied().zip(y.iter().copied()).filter(|(a, b)| !(a + b).is_nan()).collect();
    let (x, y): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
    let n = x.len();
    let (x_ranks, y_ranks) = (average_ranks(&x), average_ranks(&y));
    let rho = correlation(&x_ranks, &y_ranks)?;
    let tied = has_ties(&x) || has_ties(&y);
    let p = match n {
        0..3 => None,
        _ if tied => Some(student_p(rho, n)),
        _ => Some(untied_p(&x_ranks, &y_ranks)),
    };
    Some(Spearman { rho, p, n })
}

/// Ranks from 1; equal values share the mean of their ranks.
pub fn average_ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    let mut ranks = vec![0.0; values.len()];
    let mut first = 0;
    for group in order.chunk_by(|&a, &b| values[a].total_cmp(&values[b]).is_eq()) {
        let rank = f64::midpoint(first as f64 + 1.0, (first + group.len()) as f64);
        for &unit in group {
            ranks[unit] = rank;
        }
        first += group.len();
    }
    ranks
}

fn correlation(x: &[f64], y: &[f64]) -> Option<f64> {
    let centred = |values: &[f64]| {
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        values.iter().map(|value| value - mean).collect::<Vec<f64>>()
    };
    let (x, y) = (centred(x), centred(y));
    let scale = (dot(&x, &x) * dot(&y, &y)).sqrt();
    (scale > 0.0).then(|| (dot(&x, &y) / scale).clamp(-1.0, 1.0))
}

fn has_ties(values: &[f64]) -> bool {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.windows(2).any(|pair| pair[0].total_cmp(&pair[1]).is_eq())
}

fn student_p(rho: f64, n: usize) -> f64 {
    let df = n as f64 - 2.0;
    t_two_sided(rho * (df / (1.0 - rho * rho)).sqrt(), df)
}

/// Twice the smaller tail of `Σ d²`.
fn untied_p(x_ranks: &[f64], y_ranks: &[f64]) -> f64 {
    let n = x_ranks.len();
    let sum: f64 = x_ranks.iter().zip(y_ranks).map(|(a, b)| (a - b).powi(2)).sum();
    let largest = (n as f64).powi(3) - n as f64;
    // The law of Σ d² is symmetric around its mean: the lower tail of one side is the upper tail of the other.
    let upper = if sum > largest / 6.0 { sum } else { largest / 3.0 - sum };
    let tail = if n <= 9 { exact_upper(upper, n) } else { series_upper(upper, n as f64) };
    (2.0 * tail).min(1.0)
}

/// Share of all orders whose `Σ d²` is at least `sum` (Heap's enumeration).
fn exact_upper(sum: f64, n: usize) -> f64 {
    let mut order: Vec<usize> = (0..n).collect();
    let mut counters = vec![0; n];
    let distance = |order: &[usize]| order.iter().enumerate().map(|(i, &j)| i.abs_diff(j).pow(2)).sum::<usize>() as f64;
    let (mut all, mut reached, mut at) = (1_u32, u32::from(distance(&order) >= sum - 0.5), 0);
    while at < n {
        if counters[at] < at {
            order.swap(if at.is_multiple_of(2) { 0 } else { counters[at] }, at);
            all += 1;
            reached += u32::from(distance(&order) >= sum - 0.5);
            counters[at] += 1;
            at = 0;
        } else {
            counters[at] = 0;
            at += 1;
        }
    }
    f64::from(reached) / f64::from(all)
}

/// The Edgeworth series of AS 89, whose coefficients these are.
fn series_upper(sum: f64, n: f64) -> f64 {
    let share = 1.0 / n;
    let x = (6.0 * (sum - 1.0) * share / (n * n - 1.0) - 1.0) * (n - 1.0).sqrt();
    let square = x * x;
    let inner = 0.0072 - 0.0831 * share + square * share * (0.0131 - 4.6e-4 * square);
    let middle =
        -0.0758 + share * (0.1033 + 0.3932 * share) - square * share * (0.0879 + 0.0151 * share - square * inner);
    let bend = x * share * (0.2274 + share * (0.2531 + 0.1745 * share) + square * middle);
    (bend / (square / 2.0).exp() + normal_upper(x)).clamp(0.0, 1.0)
}
