//! The price of a project, as a line with its bound.

use super::line::{Line, Open, ULP};
use super::purses::{Holders, Supporters};
use crate::rules::field::{Backer, Contest};

/// A contest in doubles.
#[derive(Debug, Clone)]
pub(crate) struct Candidate<'a> {
    pub(crate) payers: &'a [Backer],
    pub(crate) cost: f64,
    pub(crate) weight: f64,
    pub(crate) gains: f64,
    pub(crate) whole_gains: u128,
}

/// What is known of a price.
pub(crate) enum Price {
    /// Supporters hold less than the cost.
    Unaffordable,
    /// The bounds leave it open.
    Open,
    /// ρ surely exceeds what was asked about over the whole reach: a line that bounds it from below.
    Above(Line),
    /// The price of a unit of gain; and, where everyone who holds anything surely pays in full over the whole reach, their gains.
    Known(Line, Option<u128>),
}

/// Sums over supporters, split by whether they give all they have at a price.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    poor: f64,
    slopes: f64,
    sizes: f64,
    off: f64,
    rich: f64,
}

impl<'a> Candidate<'a> {
    pub(crate) fn new(contest: &'a Contest) -> Self {
        Self {
            payers: &contest.backers,
            cost: contest.cost as f64,
            weight: contest.weight.max(1) as f64,
            gains: contest.gains as f64,
            whole_gains: contest.gains,
        }
    }

    /// The price per unit of gain: the smallest at which supporters together reach the cost. Not looked for where ρ surely
    /// exceeds `ceiling`: supporters do not reach the cost at that price.
    pub(crate) fn price(&self, floor: f64, supporters: &Supporters, ceiling: Option<Line>, reach: &mut f64) -> Price {
        let mut price = floor;
        if let Some(ceiling) = ceiling {
            let sums = Self::sums(floor.max(ceiling.value * self.weight), supporters, *reach);
            let lower = self.lower(sums, *reach);
            if lower.is_above(ceiling, *reach) {
                return Price::Above(lower);
            }
            // The sum of payments is concave in the price: where its tangent reaches the cost is below the price.
            price = price.max((self.cost - sums.poor) / sums.rich * (1.0 - 4.0 * ULP));
        }
        let found = self.climbed(price, supporters, *reach);
        if matches!(found, Price::Known(..)) {
            return found;
        }
        // A price with its bound proves that supporters hold enough; without one their money is counted.
        match self.money(supporters, *reach).is_positive(reach) {
            Err(Open) => Price::Open,
            Ok(false) => Price::Unaffordable,
            Ok(true) => self.climbed(floor, supporters, *reach),
        }
    }

    /// Newton's method from below, on a sum of payments that is concave in the price.
    fn climbed(&self, mut price: f64, supporters: &Supporters, reach: f64) -> Price {
        for _ in 0..200 {
            let sums = Self::sums(price, supporters, reach);
            if sums.rich <= 0.0 {
                return Price::Open;
            }
            let next = (self.cost - sums.poor) / sums.rich;
            if next <= price * (1.0 + 1e-13) {
                return self.bounded(price, sums, supporters, reach);
            }
            price = next;
        }
        Price::Open
    }

    /// A line below ρ: whoever is supposed to give all she has, the others pay at least what is then missing.
    fn lower(&self, sums: Sums, reach: f64) -> Line {
        let (value, slope) = ((self.cost - sums.poor) / sums.rich, -sums.slopes / sums.rich);
        let terms = self.payers.len() as f64 + 8.0;
        let rounding = 2.0 * terms * ULP * (self.cost + sums.sizes + sums.rich * (value.abs() + slope.abs() * reach));
        let error = 2.0 * (sums.off + rounding) / sums.rich + 4.0 * ULP * (value.abs() + slope.abs() * reach);
        Line { value: value / self.weight, slope: slope / self.weight, error: error / self.weight }
    }

    fn sums(price: f64, supporters: &Supporters, reach: f64) -> Sums {
        let mut sums = Sums::default();
        for Holders { purse, people, gain } in supporters.holders.iter().copied() {
            let is_poor = purse.value < price * gain;
            let (poor, rich) = if is_poor { (people, 0.0) } else { (0.0, people) };
            sums.poor += poor * purse.value;
            sums.slopes += poor * purse.slope;
            sums.sizes += poor * (purse.value + purse.slope.abs() * reach);
            sums.off += poor * purse.error;
            sums.rich += rich * gain;
        }
        sums
    }

    /// How much supporters' money exceeds the cost.
    fn money(&self, supporters: &Supporters, reach: f64) -> Line {
        let (mut value, mut slope, mut error, mut slopes) = (0.0, 0.0, 0.0, 0.0);
        for Holders { purse, people, .. } in &supporters.holders {
            value += people * purse.value;
            slope += people * purse.slope;
            slopes += people * purse.slope.abs();
            error += people * purse.error;
        }
        let terms = self.payers.len() as f64 + 8.0;
        let rounding = terms * ULP * (value + slopes * reach + self.cost);
        Line { value: value - self.cost, slope, error: error * (1.0 + terms * ULP) + rounding }
    }

    /// The price, given which supporters give all they have at `threshold`, with a bound on how far it is from the true one.
    ///
    /// With ρ the line found and g the exact sum of payments, |g(ρ) − cost| is bounded by what each supporter may pay more or
    /// less than supposed (the gap). Up to a price above ρ by `error`, g grows at least as fast as the gains of those who
    /// surely pay in full there: if those gains times `error` cover the gap, the true price is within `error`.
    fn bounded(&self, threshold: f64, sums: Sums, supporters: &Supporters, reach: f64) -> Price {
        let (value, slope) = ((self.cost - sums.poor) / sums.rich, -sums.slopes / sums.rich);
        let price = Line { value, slope, error: 0.0 };
        if !(value > 0.0 && value + slope * reach > 0.0) {
            return Price::Open;
        }
        let terms = self.payers.len() as f64 + 8.0;
        let rounding = 2.0 * terms * ULP * (self.cost + sums.sizes + sums.rich * (value.abs() + slope.abs() * reach));
        // Tried first with room for an error of a thousandth, which one pass can check; then as tight as it should be.
        let mut margin = value * 1e-3;
        for _ in 0..2 {
            let Gap { off, surely, in_full, nothing } = Self::gap(price, threshold, margin, supporters, reach);
            let gap = off * (1.0 + terms * ULP) + rounding;
            let error = 2.0 * gap / sums.rich + 4.0 * ULP * (value + slope.abs() * reach);
            if error <= margin && surely * error >= gap {
                let gains = in_full.then(|| self.whole_gains - nothing);
                return Price::Known(Line { value, slope, error }, gains);
            }
            margin = error;
        }
        Price::Open
    }

    fn gap(price: Line, threshold: f64, margin: f64, supporters: &Supporters, reach: f64) -> Gap {
        let mut out = Gap { off: 0.0, surely: 0.0, in_full: true, nothing: supporters.nothing };
        for Holders { purse, people, gain } in supporters.holders.iter().copied() {
            let share = price.value * gain;
            let start = purse.value - share;
            let end = start + (purse.slope - price.slope * gain) * reach;
            let sizes = purse.value + share + (purse.slope.abs() + price.slope.abs() * gain) * reach;
            let error = purse.error + 4.0 * ULP * sizes;
            let (low, high) = (start.min(end), start.max(end));
            let poor = purse.value < threshold * gain;
            let (beyond, off) = if poor { (high + error, purse.error) } else { (error - low, 0.0) };
            out.in_full &= !poor && beyond <= 0.0;
            out.off += people * (off + beyond.max(0.0));
            if low - margin * gain > error + 4.0 * ULP * margin * gain {
                out.surely += people * gain;
            }
        }
        out.surely *= 1.0 - 1e-9;
        out
    }
}

/// What payments may differ from those supposed; gains of those who surely pay in full even at a price above by a margin; whether
/// everyone who holds anything surely pays in full at the price itself; gains of those who hold nothing.
struct Gap {
    off: f64,
    surely: f64,
    in_full: bool,
    nothing: u128,
}
