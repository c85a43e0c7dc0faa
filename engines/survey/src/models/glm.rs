//! Linear and logistic regression under a design (R's `svyglm`).

use super::ModelError;
use super::qr::Factor;
use crate::design::Design;
use crate::distributions::{t_quantile, t_two_sided};
use crate::estimate::Interval;
use crate::linear::{Matrix, dot};

/// What links the outcome to the columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// The mean itself: a numeric outcome.
    Gaussian,
    /// The logarithm of the odds: an outcome between 0 and 1 (R's `quasibinomial`).
    Logistic,
}

/// A regression to fit.
#[derive(Debug, Clone, Copy)]
pub struct Glm<'a> {
    /// The outcome of each unit, not a number where there is none.
    pub outcome: &'a [f64],
    /// The columns, the intercept being added before them. Units that miss one are set aside, keeping their place in the
    /// design.
    pub columns: &'a [Vec<f64>],
    /// The link.
    pub family: Family,
}

/// A coefficient and what it is worth.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Coefficient {
    /// The estimate; for a logistic regression, a logarithm of odds ratios.
    pub value: f64,
    /// Standard error under the design.
    pub se: f64,
    /// `value / se`.
    pub t: f64,
    /// Two-sided p-value by Student's law.
    pub p: f64,
}

/// A fitted regression.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct GlmFit {
    /// Intercept, then the columns in order.
    pub coefficients: Vec<f64>,
    /// Covariance of the coefficients under the design.
    pub covariance: Matrix,
    /// Degrees of freedom of the design among the complete answers, plus one, less the coefficients.
    pub df: f64,
    /// Complete answers.
    pub n: usize,
    /// Share of the weighted variance of the outcome that the fit explains; none if the outcome does not vary.
    pub r_squared: Option<f64>,
    /// Weighted influence of each unit on each coefficient: what joins this fit to others of the same design.
    #[serde(skip)]
    pub influences: Vec<Vec<f64>>,
}

/// Complete answers, side by side.
struct Rows {
    units: Vec<usize>,
    weights: Vec<f64>,
    outcome: Vec<f64>,
    columns: Vec<Vec<f64>>,
}

/// Steps of a logistic fit; a dozen are usual.
const MOST_STEPS: usize = 100;

/// Log-odds that no sample distinguishes from certainty.
const CERTAIN: f64 = 30.0;

impl Glm<'_> {
    /// Fits the regression. Refuses redundant columns, too few answers, separated outcomes.
    pub fn fit(&self, design: &Design) -> Result<GlmFit, ModelError> {
        let rows = self.rows(design)?;
        let complete = |unit: usize| rows.units.binary_search(&unit).is_ok();
        let coefficients = rows.columns.len();
        let df = design.degrees_of_freedom_in(complete) + 1.0 - coefficients as f64;
        if rows.units.len() <= coefficients || df <= 0.0 {
            return Err(ModelError::TooFewAnswers { answers: rows.units.len(), coefficients, df });
        }
        let (values, fitted, slopes, bread) = match self.family {
            Family::Gaussian => rows.linear()?,
            Family::Logistic => rows.logistic()?,
        };
        let influences = rows.influences(design.units(), &fitted, &bread);
        debug_assert_eq!(slopes.len(), rows.units.len());
        Ok(GlmFit {
            covariance: design.covariance(&influences)?,
            r_squared: rows.explained(&fitted),
            coefficients: values,
            df,
            n: rows.units.len(),
            influences,
        })
    }

    fn rows(&self, design: &Design) -> Result<Rows, ModelError> {
        for column in self.columns.iter().map(Vec::as_slice).chain([self.outcome]) {
            design.check(column)?;
        }
        let complete = |unit: &usize| {
            !self.outcome[*unit].is_nan()
                && design.weights()[*unit] > 0.0
                && self.columns.iter().all(|column| !column[*unit].is_nan())
        };
        let units: Vec<usize> = (0..design.units()).filter(complete).collect();
        let pick = |values: &[f64]| units.iter().map(|unit| values[*unit]).collect::<Vec<f64>>();
        let mut columns = vec![vec![1.0; units.len()]];
        columns.extend(self.columns.iter().map(|column| pick(column)));
        Ok(Rows { weights: pick(design.weights()), outcome: pick(self.outcome), columns, units })
    }
}

/// Coefficients, fitted means, slopes of the link, and the inverse of the information.
type Solved = (Vec<f64>, Vec<f64>, Vec<f64>, Matrix);

impl Rows {
    fn linear(&self) -> Result<Solved, ModelError> {
        let factor = Factor::of(&self.columns, &self.weights)?;
        let scaled: Vec<f64> = self.outcome.iter().zip(&self.weights).map(|(y, w)| y * w.sqrt()).collect();
        let coefficients = factor.solve(&scaled);
        let fitted = self.predictor(&coefficients);
        Ok((coefficients, fitted, vec![1.0; self.units.len()], factor.inverse_gram()))
    }

    /// Iteratively reweighted least squares, halving a step that makes the deviance worse.
    fn logistic(&self) -> Result<Solved, ModelError> {
        self.check_binary()?;
        let mut coefficients = vec![0.0; self.columns.len()];
        let mut deviance = self.deviance(&coefficients);
        for _ in 0..MOST_STEPS {
            let (step, fitted, slopes, bread) = self.logistic_step(&coefficients)?;
            let (next, reached) = self.shortened(&coefficients, &step, deviance);
            let settled = (deviance - reached).abs() <= 1e-14 * (reached.abs() + 0.1);
            (coefficients, deviance) = (next, reached);
            if self.predictor(&coefficients).iter().all(|eta| eta.abs() > CERTAIN) || !reached.is_finite() {
                return Err(ModelError::Separated);
            }
            if settled {
                let separated = self.predictor(&coefficients).iter().any(|eta| eta.abs() > CERTAIN);
                let solved = (coefficients, fitted, slopes, bread);
                return if separated { Err(ModelError::Separated) } else { Ok(solved) };
            }
        }
        Err(ModelError::NoConvergence(MOST_STEPS))
    }

    fn check_binary(&self) -> Result<(), ModelError> {
        let inside = self.outcome.iter().all(|y| (0.0..=1.0).contains(y));
        let mean = dot(&self.outcome, &self.weights) / self.weights.iter().sum::<f64>();
        if inside && mean > 0.0 && mean < 1.0 { Ok(()) } else { Err(ModelError::Outcome) }
    }

    fn logistic_step(&self, coefficients: &[f64]) -> Result<Solved, ModelError> {
        let fitted: Vec<f64> = self.predictor(coefficients).into_iter().map(expit).collect();
        let slopes: Vec<f64> = fitted.iter().map(|mu| (mu * (1.0 - mu)).max(f64::EPSILON)).collect();
        let working: Vec<f64> = self.weights.iter().zip(&slopes).map(|(w, s)| w * s).collect();
        let factor = Factor::of(&self.columns, &working)?;
        let pull = |i: usize| (self.outcome[i] - fitted[i]) / slopes[i] * working[i].sqrt();
        let step = factor.solve(&(0..self.units.len()).map(pull).collect::<Vec<f64>>());
        Ok((step, fitted, slopes, factor.inverse_gram()))
    }

    fn shortened(&self, from: &[f64], step: &[f64], deviance: f64) -> (Vec<f64>, f64) {
        let mut length = 1.0;
        loop {
            let next: Vec<f64> = from.iter().zip(step).map(|(b, s)| b + length * s).collect();
            let reached = self.deviance(&next);
            if reached <= deviance * (1.0 + 1e-12) || length < 1e-4 {
                return (next, reached);
            }
            length /= 2.0;
        }
    }

    /// Twice the loss of log-likelihood, up to a constant.
    fn deviance(&self, coefficients: &[f64]) -> f64 {
        let loss = |eta: f64, y: f64| eta.max(0.0) + (-eta.abs()).exp().ln_1p() - y * eta;
        let terms = self.predictor(coefficients).into_iter().zip(self.outcome.iter().zip(&self.weights));
        2.0 * terms.map(|(eta, (y, w))| w * loss(eta, *y)).sum::<f64>()
    }

    fn predictor(&self, coefficients: &[f64]) -> Vec<f64> {
        let mut out = vec![0.0; self.units.len()];
        for (column, coefficient) in self.columns.iter().zip(coefficients) {
            out.iter_mut().zip(column).for_each(|(eta, x)| *eta += coefficient * x);
        }
        out
    }

    /// `w (y − μ) x'A⁻¹`, in the order of the design.
    fn influences(&self, units: usize, fitted: &[f64], bread: &Matrix) -> Vec<Vec<f64>> {
        let mut out = vec![vec![0.0; units]; self.columns.len()];
        let mut scores = vec![0.0; self.columns.len()];
        for (i, &unit) in self.units.iter().enumerate() {
            let residual = self.weights[i] * (self.outcome[i] - fitted[i]);
            scores.iter_mut().zip(&self.columns).for_each(|(score, column)| *score = residual * column[i]);
            for (column, value) in out.iter_mut().zip(bread.apply(&scores)) {
                column[unit] = value;
            }
        }
        out
    }

    fn explained(&self, fitted: &[f64]) -> Option<f64> {
        let mean = dot(&self.outcome, &self.weights) / self.weights.iter().sum::<f64>();
        let squares = |other: &dyn Fn(usize) -> f64| -> f64 {
            (0..self.units.len()).map(|i| self.weights[i] * (self.outcome[i] - other(i)).powi(2)).sum()
        };
        let (around, left) = (squares(&|_| mean), squares(&|i| fitted[i]));
        (around > 0.0).then(|| 1.0 - left / around)
    }
}

fn expit(eta: f64) -> f64 {
    1.0 / (1.0 + (-eta).exp())
}

impl GlmFit {
    /// A coefficient with its test; none beyond the last.
    pub fn coefficient(&self, place: usize) -> Option<Coefficient> {
        Coefficient::new(*self.coefficients.get(place)?, self.covariance[(place, place)].sqrt(), self.df)
    }

    /// Interval of a coefficient at a level; none beyond the last.
    pub fn interval(&self, place: usize, level: f64) -> Option<Interval> {
        let Coefficient { value, se, .. } = self.coefficient(place)?;
        let half = t_quantile(f64::midpoint(1.0, level), self.df) * se;
        Some(Interval { low: value - half, high: value + half })
    }
}

impl Coefficient {
    /// None without a standard error: the design gives no variance to the coefficient.
    pub(super) fn new(value: f64, se: f64, df: f64) -> Option<Self> {
        let t = value / se;
        (se > 0.0).then(|| Self { value, se, t, p: t_two_sided(t, df) })
    }
}
