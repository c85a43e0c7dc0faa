//! Association of two categorical questions (R's `svychisq`).

use super::{TestError, eigen};
use crate::design::{Design, same_length};
use crate::distributions::{Mixture, chi_squared_upper, f_upper};
use crate::linear::{Cholesky, Matrix, dot};

/// Which statistic is asked of a two-way table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Statistic {
    /// Pearson's X² over the mean design effect, against an F of matched degrees (Rao & Scott 1984, second order; Thomas
    /// & Rao 1987): the default.
    #[default]
    F,
    /// Pearson's X² over the mean design effect, against a χ² (Rao & Scott 1981, first order).
    ChiSquared,
    /// Wald's statistic on the departures from independence; poor with few clusters.
    Wald,
    /// The same, corrected for the number of clusters (Koch, Freeman & Freeman 1975; Thomas & Rao).
    AdjustedWald,
    /// Pearson's X² against its own mixture of χ², by the saddlepoint: R's `saddlepoint`, and its `lincom` where no
    /// numerical integration is installed.
    Saddlepoint,
    /// R's `wls-score`: the score test of a linear model, whose X² is Wald's; R 4.5 divides it by the squared number of
    /// rows and compares it with an F of as many degrees, not divided. Kept to compare with R, not recommended.
    WlsScore,
}

/// Two questions answered by the same people: a code for each unit, not below the number of categories where there is no
/// answer.
#[derive(Debug, Clone, Copy)]
pub struct TwoWay<'a> {
    /// Codes of the first question and its number of categories.
    pub rows: (&'a [u32], usize),
    /// Codes of the second question and its number of categories.
    pub columns: (&'a [u32], usize),
}

/// The result of a test of association.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Association {
    /// The statistic, on the scale of its law: an F, or Pearson's X² (scaled to the number of units of the design, as R
    /// does) for `ChiSquared` and `Saddlepoint`.
    pub statistic: f64,
    /// Degrees of freedom of its law: of the numerator, and of the denominator where there is one. Empty for the mixture.
    pub df: Vec<f64>,
    /// p-value.
    pub p: f64,
    /// Pearson's X².
    pub pearson: f64,
    /// People who answered both questions.
    pub n: usize,
}

/// The table with what the tests share. Categories without answer are left out.
struct Table<'a> {
    design: &'a Design,
    rows: Vec<u32>,
    columns: Vec<u32>,
    row_count: usize,
    column_count: usize,
    row_shares: Vec<f64>,
    column_shares: Vec<f64>,
    shares: Matrix,
    n: usize,
}

impl TwoWay<'_> {
    /// Tests whether the two questions are independent, over the units that answered both. Degrees of freedom are those
    /// of the whole design. Refuses a table with a single row or column.
    pub fn test(&self, design: &Design, statistic: Statistic) -> Result<Association, TestError> {
        let table = self.table(design)?;
        let pearson = table.pearson();
        let df = design.degrees_of_freedom();
        if df <= 0.0 {
            return Err(TestError::NoDegreeOfFreedom(df));
        }
        let found = |(statistic, df, p)| Association { statistic, df, p, pearson, n: table.n };
        Ok(found(match statistic {
            Statistic::F | Statistic::ChiSquared | Statistic::Saddlepoint => table.rao_scott(statistic, pearson, df)?,
            Statistic::Wald | Statistic::AdjustedWald | Statistic::WlsScore => table.wald(statistic, df)?,
        }))
    }

    fn table<'a>(&self, design: &'a Design) -> Result<Table<'a>, TestError> {
        same_length(design.units(), self.rows.0.len())?;
        same_length(design.units(), self.columns.0.len())?;
        let both = |unit: usize| {
            (self.rows.0[unit] as usize) < self.rows.1
                && (self.columns.0[unit] as usize) < self.columns.1
                && design.weights()[unit] > 0.0
        };
        let units: Vec<usize> = (0..design.units()).filter(|unit| both(*unit)).collect();
        let (rows, row_count) = renumbered(self.rows.0, &units);
        let (columns, column_count) = renumbered(self.columns.0, &units);
        let fewest = row_count.min(column_count);
        if fewest < 2 {
            return Err(TestError::TooFewGroups(fewest));
        }
        Ok(Table::new(design, rows, columns, (row_count, column_count), &units))
    }
}

/// Codes from 0 without holes among the units given, `u32::MAX` for the others.
fn renumbered(codes: &[u32], units: &[usize]) -> (Vec<u32>, usize) {
    let mut seen: Vec<u32> = units.iter().map(|unit| codes[*unit]).collect();
    seen.sort_unstable();
    seen.dedup();
    let mut out = vec![u32::MAX; codes.len()];
    for &unit in units {
        let place = seen.binary_search(&codes[unit]).unwrap_or_default();
        out[unit] = crate::design::dense(place);
    }
    (out, seen.len())
}

impl<'a> Table<'a> {
    fn new(design: &'a Design, rows: Vec<u32>, columns: Vec<u32>, size: (usize, usize), units: &[usize]) -> Self {
        let mut shares = Matrix::zeros(size.0, size.1);
        for &unit in units {
            shares[(rows[unit] as usize, columns[unit] as usize)] += design.weights()[unit];
        }
        let total: f64 = units.iter().map(|unit| design.weights()[*unit]).sum();
        for row in 0..size.0 {
            for column in 0..size.1 {
                shares[(row, column)] /= total;
            }
        }
        let row_shares = (0..size.0).map(|row| shares.row(row).iter().sum()).collect();
        let column_shares = (0..size.1).map(|column| (0..size.0).map(|row| shares[(row, column)]).sum()).collect();
        let (row_count, column_count, n) = (size.0, size.1, units.len());
        Self { design, rows, columns, row_count, column_count, row_shares, column_shares, shares, n }
    }

    fn cells(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        let columns = self.column_count;
        (0..self.row_count).flat_map(move |row| (0..columns).map(move |column| (row, column)))
    }

    fn pearson(&self) -> f64 {
        let expected = |(row, column): (usize, usize)| self.row_shares[row] * self.column_shares[column];
        let off = |cell| (self.shares[cell] - expected(cell)).powi(2) / expected(cell);
        self.design.units() as f64 * self.cells().map(off).sum::<f64>()
    }

    /// Contrasts free of both margins: `(e_r − e_0)(e_c − e_0)'`, one for each cell beside the first row and column.
    fn contrasts(&self) -> Vec<Vec<f64>> {
        let interaction = |(row, column): (usize, usize)| {
            let mut contrast = vec![0.0; self.row_count * self.column_count];
            contrast[row * self.column_count + column] = 1.0;
            contrast[row * self.column_count] = -1.0;
            contrast[column] = -1.0;
            contrast[0] = 1.0;
            contrast
        };
        self.cells().filter(|(row, column)| *row > 0 && *column > 0).map(interaction).collect()
    }

    /// Eigenvalues of the design effects of the contrasts, times the number of units.
    fn design_effects(&self) -> Result<Vec<f64>, TestError> {
        let codes: Vec<u32> =
            self.rows.iter().zip(&self.columns).map(|(row, column)| self.cell_code(*row, *column)).collect();
        let covariance = self.design.proportions(&codes, self.row_count * self.column_count)?.covariance;
        let inverse = |cell: (usize, usize)| if self.shares[cell] == 0.0 { 0.0 } else { 1.0 / self.shares[cell] };
        let inverses: Vec<f64> = self.cells().map(inverse).collect();
        let contrasts = self.contrasts();
        let scaled: Vec<Vec<f64>> =
            contrasts.iter().map(|c| c.iter().zip(&inverses).map(|(c, i)| c * i).collect()).collect();
        let (mut simple, mut complex) =
            (Matrix::zeros(contrasts.len(), contrasts.len()), Matrix::zeros(contrasts.len(), contrasts.len()));
        for (i, contrast) in contrasts.iter().enumerate() {
            let spread = covariance.apply(&scaled[i]);
            for (j, other) in scaled.iter().enumerate() {
                simple[(i, j)] = dot(contrast, other) / self.design.units() as f64;
                complex[(i, j)] = dot(&spread, other);
            }
        }
        eigen::generalised(&simple, &complex).ok_or(TestError::Constant)
    }

    fn cell_code(&self, row: u32, column: u32) -> u32 {
        if row == u32::MAX { u32::MAX } else { row * crate::design::dense(self.column_count) + column }
    }

    fn rao_scott(&self, statistic: Statistic, pearson: f64, df: f64) -> Result<(f64, Vec<f64>, f64), TestError> {
        let effects = self.design_effects()?;
        let (sum, squares): (f64, f64) = (effects.iter().sum(), effects.iter().map(|e| e * e).sum());
        if sum <= 0.0 {
            return Err(TestError::Constant);
        }
        let matched = sum * sum / squares;
        Ok(match statistic {
            Statistic::ChiSquared => {
                let k = effects.len() as f64;
                (pearson, vec![k], chi_squared_upper(pearson / (sum / k), k))
            }
            Statistic::Saddlepoint => {
                (pearson, Vec::new(), Mixture::of_weights(&effects, matched * df).saddlepoint_upper(pearson))
            }
            _ => (pearson / sum, vec![matched, matched * df], f_upper(pearson / sum, matched, matched * df)),
        })
    }

    /// The departures from independence `N_rc − N_r N_c / N` and Wald's X² on them.
    fn wald(&self, statistic: Statistic, df: f64) -> Result<(f64, Vec<f64>, f64), TestError> {
        let beside: Vec<(usize, usize)> = self.cells().filter(|(row, column)| *row > 0 && *column > 0).collect();
        let influences: Vec<Vec<f64>> = beside.iter().map(|cell| self.departure(*cell)).collect();
        let values: Vec<f64> = influences.iter().map(|column| column.iter().sum()).collect();
        let factor = Cholesky::of(&self.design.covariance(&influences)?);
        let k = values.len() as f64;
        if !factor.redundant().is_empty() {
            return Err(TestError::Constant);
        }
        let x2 = dot(&values, &factor.solve(&values));
        let (f, numerator, denominator) = match statistic {
            Statistic::AdjustedWald => (x2 * (df - k + 1.0) / (k * df), k, df - k + 1.0),
            Statistic::WlsScore => {
                let rows = self.row_count as f64;
                let coefficients = (self.row_count + self.column_count - 1) as f64;
                (x2 / rows / rows, k, (df + 1.0 - coefficients).max(1.0))
            }
            _ => (x2 / k, k, df),
        };
        if denominator <= 0.0 {
            return Err(TestError::NoDegreeOfFreedom(denominator));
        }
        Ok((f, vec![numerator, denominator], f_upper(f, numerator, denominator)))
    }

    /// `w (1[r] − p_r)(1[c] − p_c)`: sums to the departure, and is its influence.
    fn departure(&self, (row, column): (usize, usize)) -> Vec<f64> {
        let is = |code: u32, category: usize| f64::from(u8::from(code as usize == category));
        let influence = |(unit, weight): (usize, &f64)| match self.rows[unit] {
            u32::MAX => 0.0,
            code => {
                let across = is(self.columns[unit], column) - self.column_shares[column];
                weight * (is(code, row) - self.row_shares[row]) * across
            }
        };
        self.design.weights().iter().enumerate().map(influence).collect()
    }
}
