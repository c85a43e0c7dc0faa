//! Design-based rank tests (Lumley & Scott 2013; R's `svyranktest`): what a scale of answers asks for, since its steps
//! need not be equal.

use super::TestError;
use crate::design::{Design, same_length};
use crate::distributions::{f_upper, normal_quantile, t_two_sided};
use crate::estimate::Estimates;
use crate::linear::{Cholesky, Matrix, dot};

/// What a rank counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RankScore {
    /// The rank itself (Wilcoxon; Kruskal & Wallis with more groups).
    #[default]
    Wilcoxon,
    /// The normal quantile of the rank (van der Waerden).
    VanDerWaerden,
    /// Above the median or not (Mood).
    Median,
}

/// How equal answers share their ranks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TiedRanks {
    /// As R 4.5: each takes its turn in the order of the file, then the plain mean. With unequal weights and many ties
    /// the result moves a little with the order of the rows.
    #[default]
    FileOrder,
    /// The middle of the weight they cover together, whatever the order of the rows.
    Midpoint,
}

/// The result of a rank test.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct RankTest {
    /// Mean score of each group less that of the first.
    pub differences: Vec<f64>,
    /// With two groups Student's t; with more, Wald's χ² over its degrees of freedom, an F.
    pub statistic: f64,
    /// Degrees of freedom: the difference between groups (1 with two), and the design's less those.
    pub df: (f64, f64),
    /// p-value.
    pub p: f64,
    /// Answers used.
    pub n: usize,
}

/// Tests whether groups answer alike on an ordered scale. Groups are numbered from 0; a unit whose group is not below
/// `count` is left out. Refuses fewer than two groups with answers.
pub fn rank_test(
    design: &Design,
    values: &[f64],
    (groups, count): (&[u32], usize),
    score: RankScore,
    ties: TiedRanks,
) -> Result<RankTest, TestError> {
    design.check(values)?;
    same_length(design.units(), groups.len())?;
    let answered =
        |unit: usize| (groups[unit] as usize) < count && !values[unit].is_nan() && design.weights()[unit] > 0.0;
    let units: Vec<usize> = (0..design.units()).filter(|unit| answered(*unit)).collect();
    let (groups, count) = dense_groups(groups, &units);
    if count < 2 {
        return Err(TestError::TooFewGroups(count));
    }
    let scores = scores(values, design.weights(), &units, score, ties);
    let (differences, covariance) = differences(&design.means_by(&scores, &groups, count)?);
    let between = (count - 1) as f64;
    let df = design.degrees_of_freedom_in(answered) - between;
    if df <= 0.0 {
        return Err(TestError::NoDegreeOfFreedom(df));
    }
    let (statistic, p) = compared(&differences, &covariance, df)?;
    Ok(RankTest { differences, statistic, df: (between, df), p, n: units.len() })
}

/// Groups that hold one of the units, numbered without holes.
fn dense_groups(groups: &[u32], units: &[usize]) -> (Vec<u32>, usize) {
    let mut filled: Vec<u32> = units.iter().map(|unit| groups[*unit]).collect();
    filled.sort_unstable();
    filled.dedup();
    let number = |code: &u32| filled.binary_search(code).map_or(u32::MAX, crate::design::dense);
    (groups.iter().map(number).collect(), filled.len())
}

/// Means of the groups less that of the first, and their covariance.
fn differences(means: &Estimates) -> (Vec<f64>, Matrix) {
    let size = means.values.len() - 1;
    let mut covariance = Matrix::zeros(size, size);
    for i in 0..size {
        for j in 0..size {
            let all = &means.covariance;
            covariance[(i, j)] = all[(i + 1, j + 1)] - all[(i + 1, 0)] - all[(0, j + 1)] + all[(0, 0)];
        }
    }
    (means.values[1..].iter().map(|value| value - means.values[0]).collect(), covariance)
}

/// Student's t of one difference, Wald's F of several; and the p-value.
fn compared(differences: &[f64], covariance: &Matrix, df: f64) -> Result<(f64, f64), TestError> {
    let factor = Cholesky::of(covariance);
    if !factor.redundant().is_empty() {
        return Err(TestError::Constant);
    }
    if let [difference] = differences {
        let t = difference / covariance[(0, 0)].sqrt();
        return Ok((t, t_two_sided(t, df)));
    }
    let between = differences.len() as f64;
    let f = dot(differences, &factor.solve(differences)) / between;
    Ok((f, f_upper(f, between, df)))
}

/// The score of each unit's rank in the estimated population, not a number for units left out.
fn scores(values: &[f64], weights: &[f64], units: &[usize], score: RankScore, ties: TiedRanks) -> Vec<f64> {
    let mut order = units.to_vec();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let total: f64 = units.iter().map(|unit| weights[*unit]).sum();
    let mut out = vec![f64::NAN; values.len()];
    let mut below = 0.0;
    for equal in order.chunk_by(|a, b| values[*a].total_cmp(&values[*b]).is_eq()) {
        let together: f64 = equal.iter().map(|unit| weights[*unit]).sum();
        let rank = match ties {
            TiedRanks::Midpoint => below + together / 2.0,
            TiedRanks::FileOrder => below + mean_turn(equal, weights),
        };
        let value = match score {
            RankScore::Wilcoxon => rank / total,
            RankScore::VanDerWaerden => normal_quantile(rank / total),
            RankScore::Median => f64::from(u8::from(rank > total / 2.0)),
        };
        for unit in equal {
            out[*unit] = value;
        }
        below += together;
    }
    out
}

/// Mean, over equal answers taken in turn, of the weight up to the middle of each.
fn mean_turn(equal: &[usize], weights: &[f64]) -> f64 {
    let mut reached = 0.0;
    let middle = |unit: &usize| {
        reached += weights[*unit];
        reached - weights[*unit] / 2.0
    };
    equal.iter().map(middle).sum::<f64>() / equal.len() as f64
}
