//! Sums of weighted χ² variables: what the Pearson statistic of a complex sample follows (Rao & Scott 1984).

use super::{chi_squared_upper, f_upper, normal_upper};

/// A share of a mixture: `weight` times a χ² with `df` degrees of freedom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Term {
    /// Weight, usually an eigenvalue of a matrix of design effects.
    pub weight: f64,
    /// Degrees of freedom.
    pub df: f64,
}

/// A sum of independent weighted χ² variables with positive weights, over an estimated variance with `denominator`
/// degrees of freedom (infinite when the weights are taken as known).
#[derive(Debug, Clone, PartialEq)]
pub struct Mixture {
    /// The terms, all of positive weight.
    pub terms: Vec<Term>,
    /// Degrees of freedom of the estimated variance.
    pub denominator: f64,
}

impl Mixture {
    /// A mixture of χ² with one degree of freedom each.
    pub fn of_weights(weights: &[f64], denominator: f64) -> Self {
        Self { terms: weights.iter().map(|&weight| Term { weight, df: 1.0 }).collect(), denominator }
    }

    /// P(sum ≥ x), matching the first two moments (Satterthwaite 1946).
    pub fn satterthwaite_upper(&self, x: f64) -> f64 {
        let first: f64 = self.terms.iter().map(|t| t.weight * t.df).sum();
        let second: f64 = self.terms.iter().map(|t| t.weight * t.weight * t.df).sum();
        let (scale, df) = (second / first, first * first / second);
        if self.denominator.is_infinite() {
            chi_squared_upper(x / scale, df)
        } else {
            f_upper(x / scale / df, df, self.denominator)
        }
    }

    /// P(sum ≥ x) by the saddlepoint of Kuonen (1999), good in the far tail; the moments where it has none (x next to
    /// the mean). A finite denominator is taken as a χ² of whole degrees of freedom, the next below, as the usual
    /// implementations do.
    pub fn saddlepoint_upper(&self, x: f64) -> f64 {
        let found = if self.denominator.is_infinite() {
            saddlepoint(x, self.terms.clone())
        } else {
            let mut terms = self.terms.clone();
            terms.push(Term { weight: -x / self.denominator, df: self.denominator.floor().max(1.0) });
            saddlepoint(0.0, terms)
        };
        found.unwrap_or_else(|| self.satterthwaite_upper(x))
    }
}

/// Upper tail of a sum of weighted χ², of which some weights may be negative.
fn saddlepoint(x: f64, mut terms: Vec<Term>) -> Option<f64> {
    let largest = terms.iter().map(|t| t.weight).fold(f64::MIN, f64::max);
    if largest <= 0.0 || largest.is_nan() {
        return None;
    }
    for term in &mut terms {
        term.weight /= largest;
    }
    terms.retain(|t| t.weight != 0.0);
    let x = x / largest;
    let zeta = saddle(x, &terms);
    if zeta.abs() < 1e-4 {
        return None;
    }
    let cumulant: f64 = terms.iter().map(|t| -t.df * (1.0 - 2.0 * zeta * t.weight).ln() / 2.0).sum();
    let curvature: f64 = terms.iter().map(|t| 2.0 * t.df * slope(zeta, t).powi(2)).sum();
    let w = zeta.signum() * (2.0 * (zeta * x - cumulant)).sqrt();
    let v = zeta * curvature.sqrt();
    let tail = normal_upper(w + (v / w).ln() / w);
    tail.is_finite().then_some(tail)
}

fn slope(zeta: f64, term: &Term) -> f64 {
    term.weight / (1.0 - 2.0 * zeta * term.weight)
}

/// Where the derivative of the cumulant function, which only grows, equals `x`.
fn saddle(x: f64, terms: &[Term]) -> f64 {
    let most_negative = terms.iter().map(|t| t.weight).fold(0.0, f64::min);
    let degrees: f64 = terms.iter().map(|t| t.df).sum();
    let mut low = if most_negative < 0.0 { 0.5 / most_negative } else { -degrees / (2.0 * x) - 1.0 };
    let mut high = 0.5;
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        let derivative: f64 = terms.iter().map(|t| t.df * slope(middle, t)).sum();
        if derivative > x { high = middle } else { low = middle }
    }
    f64::midpoint(low, high)
}
