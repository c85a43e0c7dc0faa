//! Proportional odds (McCullagh 1980) under a design (R's `svyolr`).

use super::{Coefficient, ModelError};
use crate::design::{Design, same_length};
use crate::linear::{Cholesky, Matrix, dot};

/// A proportional odds regression: `logit P(Y ≤ k) = ζ_k − x'β`.
#[derive(Debug, Clone, Copy)]
pub struct Ordinal<'a> {
    /// The category of each unit, from 0; a code not below `categories` is no answer.
    pub outcome: &'a [u32],
    /// Number of categories, three at least.
    pub categories: usize,
    /// The columns, without intercept. Units that miss one are set aside.
    pub columns: &'a [Vec<f64>],
}

/// A fitted proportional odds regression.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct OrdinalFit {
    /// The slopes, then the thresholds between categories.
    pub coefficients: Vec<f64>,
    /// How many of them are slopes.
    pub slopes: usize,
    /// Covariance of the coefficients under the design.
    pub covariance: Matrix,
    /// Degrees of freedom of the design among the complete answers, less the slopes.
    pub df: f64,
    /// Complete answers.
    pub n: usize,
}

/// Steps of Newton; half a dozen are usual.
const MOST_STEPS: usize = 100;

struct Rows<'a> {
    model: &'a Ordinal<'a>,
    units: Vec<usize>,
    weights: &'a [f64],
}

impl Ordinal<'_> {
    /// Fits the regression. Refuses fewer than three categories, an empty one, redundant columns, too few answers.
    pub fn fit(&self, design: &Design) -> Result<OrdinalFit, ModelError> {
        let rows = self.rows(design)?;
        let (slopes, size) = (self.columns.len(), self.columns.len() + self.categories - 1);
        let df = design.degrees_of_freedom_in(|unit| rows.units.binary_search(&unit).is_ok()) - slopes as f64;
        if rows.units.len() <= size || df <= 0.0 {
            return Err(ModelError::TooFewAnswers { answers: rows.units.len(), coefficients: size, df });
        }
        let (coefficients, information) = rows.newton()?;
        let bread = Cholesky::of(&information);
        let mut influences = vec![vec![0.0; design.units()]; size];
        for &unit in &rows.units {
            let score = rows.term(unit, &coefficients).score(rows.weights[unit]);
            for (column, value) in influences.iter_mut().zip(bread.solve(&score)) {
                column[unit] = value;
            }
        }
        let covariance = design.covariance(&influences)?;
        Ok(OrdinalFit { coefficients, slopes, covariance, df, n: rows.units.len() })
    }

    fn rows<'a>(&'a self, design: &'a Design) -> Result<Rows<'a>, ModelError> {
        same_length(design.units(), self.outcome.len())?;
        self.columns.iter().try_for_each(|column| design.check(column))?;
        let weights = design.weights();
        let complete = |unit: &usize| {
            (self.outcome[*unit] as usize) < self.categories
                && weights[*unit] > 0.0
                && self.columns.iter().all(|column| !column[*unit].is_nan())
        };
        Ok(Rows { model: self, units: (0..design.units()).filter(complete).collect(), weights })
    }
}

impl Rows<'_> {
    /// Thresholds of the marginal distribution, no slope. Refuses an empty category.
    fn start(&self) -> Result<Vec<f64>, ModelError> {
        let mut shares = vec![0.0; self.model.categories];
        for &unit in &self.units {
            shares[self.model.outcome[unit] as usize] += self.weights[unit];
        }
        if shares.len() < 3 || shares.contains(&0.0) {
            return Err(ModelError::Outcome);
        }
        let (total, mut below) = (shares.iter().sum::<f64>(), 0.0);
        let mut start = vec![0.0; self.model.columns.len()];
        for share in &shares[..shares.len() - 1] {
            below += share;
            start.push((below / (total - below)).ln());
        }
        Ok(start)
    }

    /// The estimate and its information. The log-likelihood is concave: Newton, shortened where it overshoots.
    fn newton(&self) -> Result<(Vec<f64>, Matrix), ModelError> {
        let mut at = self.start()?;
        let mut level = self.log_likelihood(&at);
        for _ in 0..MOST_STEPS {
            let (score, information) = self.derivatives(&at);
            let factor = Cholesky::of(&information);
            if let Some(column) = factor.redundant().first() {
                return Err(ModelError::Redundant(*column));
            }
            let step = factor.solve(&score);
            let gain = dot(&step, &score);
            if gain.abs() <= 1e-20 * level.abs().max(1.0) {
                return self.unseparated(at, information);
            }
            (at, level) = self.advanced(&at, &step, level);
        }
        Err(ModelError::NoConvergence(MOST_STEPS))
    }

    fn unseparated(&self, at: Vec<f64>, information: Matrix) -> Result<(Vec<f64>, Matrix), ModelError> {
        let certain = |unit: &usize| self.term(*unit, &at).probability > 1.0 - 1e-12;
        if self.units.iter().all(certain) { Err(ModelError::Separated) } else { Ok((at, information)) }
    }

    fn advanced(&self, from: &[f64], step: &[f64], level: f64) -> (Vec<f64>, f64) {
        let mut length = 1.0;
        loop {
            let next: Vec<f64> = from.iter().zip(step).map(|(a, s)| a + length * s).collect();
            let reached = self.log_likelihood(&next);
            if reached >= level - 1e-12 * level.abs() || length < 1e-6 {
                return (next, reached);
            }
            length /= 2.0;
        }
    }

    fn log_likelihood(&self, at: &[f64]) -> f64 {
        let terms = self.units.iter().map(|&unit| self.weights[unit] * self.term(unit, at).probability.max(0.0).ln());
        terms.sum()
    }

    fn derivatives(&self, at: &[f64]) -> (Vec<f64>, Matrix) {
        let (mut score, mut information) = (vec![0.0; at.len()], Matrix::zeros(at.len(), at.len()));
        for &unit in &self.units {
            let term = self.term(unit, at);
            score.iter_mut().zip(term.score(self.weights[unit])).for_each(|(sum, part)| *sum += part);
            term.add_information(self.weights[unit], &mut information);
        }
        (score, information)
    }

    fn term(&self, unit: usize, at: &[f64]) -> Term {
        let (slopes, thresholds) = at.split_at(self.model.columns.len());
        let x: Vec<f64> = self.model.columns.iter().map(|column| column[unit]).collect();
        let (eta, category) = (dot(&x, slopes), self.model.outcome[unit] as usize);
        let edge =
            |place: Option<usize>, beyond: f64| match place.and_then(|place| Some((place, thresholds.get(place)?))) {
                Some((place, threshold)) => Edge::at(threshold - eta, &x, place, at.len()),
                None => Edge::outside(beyond, at.len()),
            };
        let upper = edge(Some(category), 1.0);
        let lower = edge(category.checked_sub(1), 0.0);
        Term { probability: upper.below - lower.below, upper, lower }
    }
}

/// An end of a category on the logistic scale.
struct Edge {
    below: f64,
    density: f64,
    slope: f64,
    gradient: Vec<f64>,
}

impl Edge {
    fn at(position: f64, x: &[f64], threshold: usize, size: usize) -> Self {
        let below = 1.0 / (1.0 + (-position).exp());
        let density = below * (1.0 - below);
        let mut gradient: Vec<f64> = x.iter().map(|value| -value).collect();
        gradient.resize(size, 0.0);
        gradient[x.len() + threshold] = 1.0;
        Self { below, density, slope: density * (1.0 - 2.0 * below), gradient }
    }

    fn outside(below: f64, size: usize) -> Self {
        Self { below, density: 0.0, slope: 0.0, gradient: vec![0.0; size] }
    }
}

/// What one unit adds to the log-likelihood: the logarithm of the share between two edges.
struct Term {
    probability: f64,
    upper: Edge,
    lower: Edge,
}

impl Term {
    fn score(&self, weight: f64) -> Vec<f64> {
        let (up, down) =
            (weight * self.upper.density / self.probability, weight * self.lower.density / self.probability);
        self.upper.gradient.iter().zip(&self.lower.gradient).map(|(u, l)| up * u - down * l).collect()
    }

    /// Minus the second derivative.
    fn add_information(&self, weight: f64, information: &mut Matrix) {
        let (p, u, l) = (self.probability, &self.upper, &self.lower);
        let upper = weight * (u.density * u.density - u.slope * p) / (p * p);
        let lower = weight * (l.density * l.density + l.slope * p) / (p * p);
        let crossed = weight * u.density * l.density / (p * p);
        for i in 0..information.rows() {
            for j in 0..information.cols() {
                let (ui, uj, li, lj) = (u.gradient[i], u.gradient[j], l.gradient[i], l.gradient[j]);
                information[(i, j)] += upper * ui * uj + lower * li * lj - crossed * (ui * lj + li * uj);
            }
        }
    }
}

impl OrdinalFit {
    /// A coefficient with its test; none beyond the last.
    pub fn coefficient(&self, place: usize) -> Option<Coefficient> {
        Coefficient::new(*self.coefficients.get(place)?, self.covariance[(place, place)].sqrt(), self.df)
    }
}
