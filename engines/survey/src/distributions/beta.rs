//! The beta law and its children, Student's t and Fisher's F.
//!
//! Regularised incomplete beta function by the continued fraction of DiDonato & Morris (1992, ACM Algorithm 708), both its
//! terms and its prefactor written around the mean so that large parameters lose no digit.

use super::normal::{normal_quantile, normal_two_sided, normal_upper};
use super::root;
use libm::lgamma as ln_gamma;
use std::f64::consts::PI;

/// More terms than any finite sample needs: their number grows as the square root of the parameters.
const MOST_TERMS: u32 = 1_000_000;

/// Beyond this many degrees of freedom Student's law is the normal law to the digits kept here.
const NORMAL_DF: f64 = 1e10;

/// P(X ≤ x) of a beta variable of parameters `a` and `b`; a parameter of zero puts all the mass at its end.
pub fn beta_lower(x: f64, a: f64, b: f64) -> f64 {
    tails(x, 1.0 - x, a, b).0
}

/// P(X ≥ x) of a beta variable of parameters `a` and `b`.
pub fn beta_upper(x: f64, a: f64, b: f64) -> f64 {
    tails(x, 1.0 - x, a, b).1
}

/// The value that a beta variable stays below with probability `p`.
pub fn beta_quantile(p: f64, a: f64, b: f64) -> f64 {
    if a <= 0.0 || p <= 0.0 {
        return 0.0;
    }
    if b <= 0.0 || p >= 1.0 {
        return 1.0;
    }
    sigmoid(log_odds_quantile(p, 1.0 - p, a, b))
}

/// P(T ≤ t) of Student's law; an infinite `df` is the normal law.
pub fn t_lower(t: f64, df: f64) -> f64 {
    t_upper(-t, df)
}

/// P(T ≥ t) of Student's law; an infinite `df` is the normal law.
pub fn t_upper(t: f64, df: f64) -> f64 {
    if df >= NORMAL_DF {
        return normal_upper(t);
    }
    let tail = t_two_sided(t, df) / 2.0;
    if t < 0.0 { 1.0 - tail } else { tail }
}

/// P(|T| ≥ |t|) of Student's law: the p-value of a two-sided test.
pub fn t_two_sided(t: f64, df: f64) -> f64 {
    if df >= NORMAL_DF {
        return normal_two_sided(t);
    }
    if t.is_infinite() {
        return 0.0;
    }
    let square = t * t;
    tails(df / (df + square), square / (df + square), df / 2.0, 0.5).0
}

/// The value that Student's t stays below with probability `p`; infinite at 0 and 1.
pub fn t_quantile(p: f64, df: f64) -> f64 {
    if df >= NORMAL_DF {
        return normal_quantile(p);
    }
    let (tail, sign) = if p < 0.5 { (p, -1.0) } else { (1.0 - p, 1.0) };
    if tail <= 0.0 {
        return sign * f64::INFINITY;
    }
    if tail >= 0.5 {
        return 0.0;
    }
    let log_odds = log_odds_quantile(2.0 * tail, 1.0 - 2.0 * tail, df / 2.0, 0.5);
    sign * (df * (-log_odds).exp()).sqrt()
}

/// P(F ≥ f) of Fisher's law; an infinite denominator is a χ² over its degrees of freedom.
pub fn f_upper(f: f64, numerator: f64, denominator: f64) -> f64 {
    if f <= 0.0 {
        return 1.0;
    }
    if denominator.is_infinite() {
        return super::chi_squared_upper(f * numerator, numerator);
    }
    let (share, rest) = (denominator, numerator * f);
    tails(share / (share + rest), rest / (share + rest), denominator / 2.0, numerator / 2.0).0
}

/// The value that Fisher's F stays below with probability `p`.
pub fn f_quantile(p: f64, numerator: f64, denominator: f64) -> f64 {
    if p <= 0.0 {
        return 0.0;
    }
    if p >= 1.0 {
        return f64::INFINITY;
    }
    if denominator.is_infinite() {
        return super::chi_squared_quantile(p, numerator) / numerator;
    }
    denominator / numerator * log_odds_quantile(p, 1.0 - p, numerator / 2.0, denominator / 2.0).exp()
}

/// Both tails at `x`, `y` being `1 − x` known to its own digits.
fn tails(x: f64, y: f64, a: f64, b: f64) -> (f64, f64) {
    if x <= 0.0 || b <= 0.0 {
        return (0.0, 1.0);
    }
    if y <= 0.0 || a <= 0.0 {
        return (1.0, 0.0);
    }
    let prefactor = ln_prefactor(x, y, a, b).exp();
    if x < a / (a + b) {
        let lower = (prefactor * fraction(x, y, a, b)).min(1.0);
        (lower, 1.0 - lower)
    } else {
        let upper = (prefactor * fraction(y, x, b, a)).min(1.0);
        (1.0 - upper, upper)
    }
}

/// Logarithm of `x^a y^b / B(a, b)`.
fn ln_prefactor(x: f64, y: f64, a: f64, b: f64) -> f64 {
    let sum = a + b;
    let (mean, rest) = (a / sum, b / sum);
    let scale = (a * b / (2.0 * PI * sum)).ln() / 2.0 - stirling_gap(a) - stirling_gap(b) + stirling_gap(sum);
    // One gap for both logarithms, so that its rounding cancels between them.
    let gap = if x < y { x - mean } else { rest - y };
    scale + a * ln_ratio(x, mean, gap) + b * ln_ratio(y, rest, -gap)
}

/// `ln(x / p)`, where `gap` is `x − p`.
fn ln_ratio(x: f64, p: f64, gap: f64) -> f64 {
    if (x / p - 1.0).abs() < 0.5 { (gap / p).ln_1p() } else { (x / p).ln() }
}

/// `ln Γ(z)` less Stirling's formula.
fn stirling_gap(z: f64) -> f64 {
    if z < 15.0 {
        return ln_gamma(z) - (z - 0.5) * z.ln() + z - (2.0 * PI).ln() / 2.0;
    }
    let inverse = 1.0 / (z * z);
    (1.0 / 12.0 - inverse * (1.0 / 360.0 - inverse * (1.0 / 1260.0 - inverse * (1.0 / 1680.0 - inverse / 1188.0)))) / z
}

/// The continued fraction, for `x` below the mean: the integral is `x^a y^b / B(a, b)` times it.
fn fraction(x: f64, y: f64, a: f64, b: f64) -> f64 {
    let below_mean = if x < y { a - (a + b) * x } else { (a + b) * y - b };
    let mut lentz = Lentz::new(a * (below_mean + 1.0) / (a + 1.0));
    for term in 1..MOST_TERMS {
        let step = f64::from(term);
        let (odd, room) = (a + 2.0 * step - 1.0, step * (b - step) * x);
        let numerator = room * x * (a + step - 1.0) / odd * (a + b + step - 1.0) / odd;
        let denominator = step + room / odd + (a + step) / (odd + 2.0) * (below_mean + 1.0 + step * (1.0 + y));
        if (lentz.multiply(numerator, denominator) - 1.0).abs() <= f64::EPSILON {
            break;
        }
    }
    lentz.value
}

/// Lentz's evaluation of a continued fraction `1/(b₁ + a₂/(b₂ + a₃/(b₃ + …)))`.
struct Lentz {
    above: f64,
    below: f64,
    value: f64,
}

impl Lentz {
    fn new(first: f64) -> Self {
        Self { above: first, below: 0.0, value: 1.0 / first }
    }

    /// Takes one more numerator and denominator into account; gives the factor by which the value changed.
    fn multiply(&mut self, numerator: f64, denominator: f64) -> f64 {
        let tiny = f64::MIN_POSITIVE / f64::EPSILON;
        let floor = |value: f64| if value.abs() < tiny { tiny } else { value };
        self.below = 1.0 / floor(denominator + numerator * self.below);
        self.above = floor(denominator + numerator / self.above);
        let factor = self.below * self.above;
        self.value /= factor;
        factor
    }
}

fn sigmoid(log_odds: f64) -> f64 {
    if log_odds < 0.0 { log_odds.exp() / (1.0 + log_odds.exp()) } else { 1.0 / (1.0 + (-log_odds).exp()) }
}

/// The logarithm of `x / (1 − x)` at the quantile: digits at both ends.
fn log_odds_quantile(lower: f64, upper: f64, a: f64, b: f64) -> f64 {
    let start = (a / b).ln().clamp(-700.0, 700.0);
    root::of_tails((lower, upper), start, (-745.0, 745.0), |at| {
        let (x, y) = (sigmoid(at), sigmoid(-at));
        (tails(x, y, a, b), ln_prefactor(x, y, a, b).exp())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tails_sum_to_one_and_quantiles_come_back() {
        for (a, b) in [(0.5, 0.5), (1.0, 12.0), (83.0, 20.0), (5e4, 3e5), (0.05, 8.0), (2.0, 1e7)] {
            for p in [1e-12, 0.025, 0.3, 0.5, 0.975, 0.9999] {
                let x = beta_quantile(p, a, b);
                let (lower, upper) = (beta_lower(x, a, b), beta_upper(x, a, b));
                assert!((lower - p).abs() <= 1e-10 * p.max(1e-300) + 1e-13, "{a} {b} {p}: {x} {lower}");
                assert!((lower + upper - 1.0).abs() < 1e-14);
            }
        }
    }

    #[test]
    fn student_with_many_degrees_is_nearly_normal() {
        assert!((t_quantile(0.975, 9e9) - normal_quantile(0.975)).abs() < 1e-9);
        assert!((t_lower(-1.3, 1e15) - normal_upper(1.3)).abs() < 1e-15);
    }
}
