//! Means, totals, proportions, ratios and variances, over the whole or over domains. A value that is not a number is
//! no answer, or lies outside the domain: the unit then keeps its place in the design with no influence, as it must.

use rayon::prelude::*;

use crate::design::{Design, same_length};
use crate::error::Error;
use crate::estimate::{Estimate, Estimates};
use crate::linear::Matrix;
use crate::variance::block::{Lanes, Source};

/// Values outside a domain become "no answer".
pub fn restrict(values: &[f64], inside: impl Fn(usize) -> bool) -> Vec<f64> {
    values.iter().enumerate().map(|(unit, value)| if inside(unit) { *value } else { f64::NAN }).collect()
}

/// 1 where the category of a unit is the one asked for, 0 elsewhere: its mean is a proportion.
pub fn indicator(codes: &[u32], category: u32) -> Vec<f64> {
    codes.iter().map(|code| f64::from(u8::from(*code == category))).collect()
}

/// Keeps the units that answered every column (R's `na.rm` over several variables).
pub fn complete_cases<C: AsRef<[f64]>>(columns: &[C]) -> Vec<Vec<f64>> {
    let complete = |unit: usize| columns.iter().all(|column| !column.as_ref()[unit].is_nan());
    columns.iter().map(|column| restrict(column.as_ref(), complete)).collect()
}

/// What is measured of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Measure {
    Mean,
    Total,
}

/// Sums of a column over the units that answered.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    weight: f64,
    value: f64,
    n: usize,
}

impl Design {
    /// The weighted mean of the answers (Hájek's), with its linearised variance. Of a 0/1 column it is a proportion.
    /// Refuses an empty base, an infinite value, a column of another length.
    pub fn mean(&self, values: &[f64]) -> Result<Estimate, Error> {
        first(self.mean_each(&[values])?)
    }

    /// The weighted total of the answers `Σ w y`, zero over an empty domain.
    pub fn total(&self, values: &[f64]) -> Result<Estimate, Error> {
        first(self.total_each(&[values])?)
    }

    /// Means of several columns, each on its own base, with their covariance.
    pub fn means<C: AsRef<[f64]> + Sync>(&self, columns: &[C]) -> Result<Estimates, Error> {
        self.together(columns, Measure::Mean)
    }

    /// Totals of several columns with their covariance.
    pub fn totals<C: AsRef<[f64]> + Sync>(&self, columns: &[C]) -> Result<Estimates, Error> {
        self.together(columns, Measure::Total)
    }

    /// Means of several columns, each on its own base, without covariance: for many questions over many units. Each is
    /// what [`Design::mean`] gives, by the same computation.
    pub fn mean_each<C: AsRef<[f64]> + Sync>(&self, columns: &[C]) -> Result<Vec<Estimate>, Error> {
        self.each(columns, Measure::Mean)
    }

    /// Totals of several columns, without covariance.
    pub fn total_each<C: AsRef<[f64]> + Sync>(&self, columns: &[C]) -> Result<Vec<Estimate>, Error> {
        self.each(columns, Measure::Total)
    }

    /// Means of one column in each group of a partition, with their covariance (R's `svyby` with `covmat`). Groups are
    /// numbered from 0; a unit whose group is not below `count` is in none.
    pub fn means_by(&self, values: &[f64], groups: &[u32], count: usize) -> Result<Estimates, Error> {
        self.means(&by_group(self.units(), values, groups, count)?)
    }

    /// Totals of one column in each group of a partition, with their covariance.
    pub fn totals_by(&self, values: &[f64], groups: &[u32], count: usize) -> Result<Estimates, Error> {
        self.totals(&by_group(self.units(), values, groups, count)?)
    }

    /// Proportions of the categories `0..count`, with their covariance. A code not below `count` is no answer.
    pub fn proportions(&self, codes: &[u32], count: usize) -> Result<Estimates, Error> {
        same_length(self.units(), codes.len())?;
        let answered = |unit: usize| (codes[unit] as usize) < count;
        let columns: Vec<Vec<f64>> =
            (0_u32..).take(count).map(|category| restrict(&indicator(codes, category), answered)).collect();
        self.means(&columns)
    }

    /// The ratio of two totals over the units that answered both, linearised by the residuals `y − R̂x`.
    pub fn ratio(&self, numerator: &[f64], denominator: &[f64]) -> Result<Estimate, Error> {
        self.check(numerator)?;
        self.check(denominator)?;
        let [top, bottom] = complete_cases(&[numerator, denominator]).try_into().unwrap_or_default();
        let (above, below) = (self.sums(&top)?, self.sums(&bottom)?);
        if above.n == 0 {
            return Err(Error::EmptyDomain);
        }
        if below.value == 0.0 {
            return Err(Error::ZeroDenominator);
        }
        let value = above.value / below.value;
        let influence: Vec<f64> = (0..self.units())
            .map(|unit| self.weights[unit] * (top[unit] - value * bottom[unit]) / below.value)
            .map(|z| if z.is_nan() { 0.0 } else { z })
            .collect();
        let variance = self.variances(&[influence])?[0];
        Ok(Estimate { value, variance, df: self.df_of(&top), n: above.n })
    }

    /// The population variance of a variable, `n/(n−1)` times the weighted mean of squared deviations, and its own
    /// variance. Refuses fewer than two answers.
    pub fn variance_of_values(&self, values: &[f64]) -> Result<Estimate, Error> {
        self.mean(&self.squared_deviations(values)?)
    }

    /// `n/(n−1) (y − ȳ)²`, with `n` the answers that weigh something.
    pub(crate) fn squared_deviations(&self, values: &[f64]) -> Result<Vec<f64>, Error> {
        let mean = self.sums_of_answers(values)?;
        let mean = mean.value / mean.weight;
        let n = values.iter().zip(self.weights.iter()).filter(|(y, w)| !y.is_nan() && **w != 0.0).count();
        if n < 2 {
            return Err(Error::TooFewUnits(n));
        }
        let spread = n as f64 / (n - 1) as f64;
        Ok(values.iter().map(|value| spread * (value - mean).powi(2)).collect())
    }

    /// Sum of weights over the units that answered.
    pub fn weight_of(&self, values: &[f64]) -> Result<f64, Error> {
        Ok(self.sums(values)?.weight)
    }

    fn together<C: AsRef<[f64]> + Sync>(&self, columns: &[C], measure: Measure) -> Result<Estimates, Error> {
        let measured = Measured::new(self, columns, measure)?;
        let covariance = if columns.is_empty() { Matrix::zeros(0, 0) } else { self.covariance_of(&measured)? };
        Ok(Estimates {
            values: measured.values(),
            covariance,
            df: self.degrees_of_freedom(),
            dfs: columns.par_iter().map(|column| self.df_of(column.as_ref())).collect(),
            n: measured.sums.iter().map(|sums| sums.n).collect(),
        })
    }

    fn each<C: AsRef<[f64]> + Sync>(&self, columns: &[C], measure: Measure) -> Result<Vec<Estimate>, Error> {
        let measured = Measured::new(self, columns, measure)?;
        let variances = self.variances_of(&measured)?;
        let dfs: Vec<f64> = columns.par_iter().map(|column| self.df_of(column.as_ref())).collect();
        let parts = measured.values().into_iter().zip(variances).zip(dfs).zip(&measured.sums);
        Ok(parts.map(|(((value, variance), df), sums)| Estimate { value, variance, df, n: sums.n }).collect())
    }

    fn df_of(&self, values: &[f64]) -> f64 {
        self.degrees_of_freedom_in(|unit| !values[unit].is_nan() && self.weights[unit] != 0.0)
    }

    fn sums(&self, values: &[f64]) -> Result<Sums, Error> {
        self.check(values)?;
        let mut sums = Sums::default();
        for (value, weight) in values.iter().zip(self.weights.iter()).filter(|(value, _)| !value.is_nan()) {
            sums.weight += weight;
            sums.value += weight * value;
            sums.n += 1;
        }
        if sums.value.is_finite() { Ok(sums) } else { Err(infinite(values)) }
    }

    fn sums_of_answers(&self, values: &[f64]) -> Result<Sums, Error> {
        let sums = self.sums(values)?;
        match sums {
            Sums { n: 0, .. } => Err(Error::EmptyDomain),
            Sums { weight: 0.0, .. } => Err(Error::NoWeight),
            _ => Ok(sums),
        }
    }
}

fn first(estimates: Vec<Estimate>) -> Result<Estimate, Error> {
    estimates.into_iter().next().ok_or(Error::EmptyDomain)
}

fn infinite(values: &[f64]) -> Error {
    let unit = values.iter().position(|value| value.is_infinite()).unwrap_or_default();
    Error::Value { unit, value: values[unit] }
}

fn by_group(units: usize, values: &[f64], groups: &[u32], count: usize) -> Result<Vec<Vec<f64>>, Error> {
    same_length(units, values.len())?;
    same_length(units, groups.len())?;
    Ok((0_u32..).take(count).map(|group| restrict(values, |unit| groups[unit] == group)).collect())
}

/// Columns with their sums: the source of their influences.
struct Measured<'a, C> {
    weights: &'a [f64],
    columns: &'a [C],
    sums: Vec<Sums>,
    measure: Measure,
}

impl<'a, C: AsRef<[f64]> + Sync> Measured<'a, C> {
    fn new(design: &'a Design, columns: &'a [C], measure: Measure) -> Result<Self, Error> {
        let sums = columns.par_iter().map(|column| match measure {
            Measure::Mean => design.sums_of_answers(column.as_ref()),
            Measure::Total => design.sums(column.as_ref()),
        });
        Ok(Self { weights: design.weights(), columns, sums: sums.collect::<Result<_, _>>()?, measure })
    }

    fn values(&self) -> Vec<f64> {
        self.sums
            .iter()
            .map(|sums| if self.measure == Measure::Mean { sums.value / sums.weight } else { sums.value })
            .collect()
    }
}

impl<C: AsRef<[f64]> + Sync> Source for Measured<'_, C> {
    fn columns(&self) -> usize {
        self.columns.len()
    }

    fn fill(&self, column: usize, lane: usize, start: usize, rows: &mut [Lanes]) {
        let sums = self.sums[column];
        let (centre, scale) = match self.measure {
            Measure::Mean => (sums.value / sums.weight, 1.0 / sums.weight),
            Measure::Total => (0.0, 1.0),
        };
        let answers = self.columns[column].as_ref()[start..].iter().zip(&self.weights[start..]);
        for (row, (value, weight)) in rows.iter_mut().zip(answers) {
            row[lane] = if value.is_nan() { 0.0 } else { weight * (value - centre) * scale };
        }
    }
}
