//! Newton's method on `Σ d F(x'λ) x = T`.

use crate::calibration::Calibration;
use crate::error::Error;
use crate::linear::Cholesky;
use crate::variance::adjustment::Auxiliaries;

/// Halvings of a step that goes too far.
const HALVINGS: usize = 40;

/// A contradiction between totals is beyond this share of the total.
const CONTRADICTION: f64 = 1e-7;

pub(super) struct Problem<'a> {
    pub auxiliaries: &'a Auxiliaries,
    pub base: &'a [f64],
    pub asked: &'a Calibration<'a>,
}

/// A point of the search: multipliers, ratios, what each total misses.
struct Point {
    lambda: Vec<f64>,
    ratios: Vec<f64>,
    slopes: Vec<f64>,
    misses: Vec<f64>,
}

impl Problem<'_> {
    /// Ratios of weights and the steps they took.
    pub fn solve(&self) -> Result<(Vec<f64>, usize), Error> {
        let targets = self.targets();
        let mut point = self.at(vec![0.0; targets.len()], &targets);
        self.refuse_contradiction(&point, &targets)?;
        for step in 0..=self.asked.max_steps {
            if worst(&point.misses, &targets).1 < self.asked.tolerance {
                return Ok((point.ratios, step));
            }
            match self.next(&point, &targets) {
                Some(next) if step < self.asked.max_steps => point = next,
                _ => return Err(self.failure(step, &point, &targets)),
            }
        }
        Err(self.failure(self.asked.max_steps, &point, &targets))
    }

    fn targets(&self) -> Vec<f64> {
        let categories = self.asked.margins.iter().flat_map(|margin| &margin.categories).map(|c| c.target);
        categories.chain(self.asked.totals.iter().map(|known| known.total)).collect()
    }

    fn at(&self, lambda: Vec<f64>, targets: &[f64]) -> Point {
        let score = |unit: usize| self.auxiliaries.entries(unit).map(|(column, x)| lambda[column] * x).sum::<f64>();
        let scores: Vec<f64> = (0..self.base.len()).map(score).collect();
        let ratios: Vec<f64> = scores.iter().map(|u| self.asked.distance.ratio(*u)).collect();
        let slopes = scores.iter().zip(self.base).map(|(u, d)| d * self.asked.distance.slope(*u)).collect();
        let weights: Vec<f64> = ratios.iter().zip(self.base).map(|(g, d)| g * d).collect();
        let reached = self.auxiliaries.totals(&weights);
        let misses = targets.iter().zip(reached).map(|(target, sum)| target - sum).collect();
        Point { lambda, ratios, slopes, misses }
    }

    /// The next point, its step halved until it is finite and, at last, no worse; none where no step helps.
    fn next(&self, point: &Point, targets: &[f64]) -> Option<Point> {
        let step = Cholesky::of(&self.auxiliaries.gram(&point.slopes)).solve(&point.misses);
        let before = worst(&point.misses, targets).1;
        let mut share = 1.0;
        let mut finite = None;
        for _ in 0..HALVINGS {
            let lambda = point.lambda.iter().zip(&step).map(|(l, s)| l + share * s).collect();
            let next = self.at(lambda, targets);
            let miss = worst(&next.misses, targets).1;
            if miss < before {
                return Some(next);
            }
            if miss.is_finite() && finite.is_none() && miss < 4.0 * before {
                finite = Some(next);
            }
            share /= 2.0;
        }
        finite
    }

    /// A column that repeats others must have the total that they imply.
    fn refuse_contradiction(&self, start: &Point, targets: &[f64]) -> Result<(), Error> {
        let gram = self.auxiliaries.gram(self.base);
        let factor = Cholesky::of(&gram);
        let step = factor.solve(&start.misses);
        for &column in factor.redundant() {
            let gap = start.misses[column] - gram.row_dot(column, &step);
            if gap.abs() > CONTRADICTION * (1.0 + targets[column].abs()) {
                return Err(Error::Contradiction { name: self.names()[column].1.clone(), gap });
            }
        }
        Ok(())
    }

    fn names(&self) -> Vec<(String, String)> {
        let categories = self.asked.margins.iter();
        let categories = categories.flat_map(|m| m.categories.iter().map(|c| (m.name.clone(), c.name.clone())));
        categories.chain(self.asked.totals.iter().map(|known| (known.name.clone(), known.name.clone()))).collect()
    }

    fn failure(&self, rounds: usize, point: &Point, targets: &[f64]) -> Error {
        let (column, _) = worst(&point.misses, targets);
        let (margin, category) = self.names().swap_remove(column);
        let scale = if targets[column] == 0.0 { 1.0 } else { targets[column] };
        let gap = (point.misses[column] / scale).abs();
        Error::NoConvergence { rounds, margin, category, gap }
    }
}

fn worst(misses: &[f64], targets: &[f64]) -> (usize, f64) {
    let relative = misses.iter().zip(targets).map(|(miss, target)| miss.abs() / (1.0 + target.abs()));
    let largest = |a: (usize, f64), b: (usize, f64)| if b.1 > a.1 || b.1.is_nan() { b } else { a };
    relative.enumerate().fold((0, 0.0), largest)
}
