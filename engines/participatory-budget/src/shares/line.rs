//! An amount as a line in δ, the money added to each endowment, with a bound on what separates it from the exact one.

/// Twice the rounding of one operation on doubles.
pub(crate) const ULP: f64 = f64::EPSILON;

/// A line with its bound.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Line {
    pub(crate) value: f64,
    pub(crate) slope: f64,
    pub(crate) error: f64,
}

/// The bounds of two lines meet at δ = 0.
pub(crate) struct Open;

impl Line {
    /// The sign over the whole reach, which shrinks to keep that of δ = 0.
    pub(crate) fn is_positive(self, reach: &mut f64) -> Result<bool, Open> {
        let error = self.error * (1.0 + 1e-9) + 4.0 * ULP * (self.value.abs() + self.slope.abs() * *reach);
        if self.value.is_nan() || error.is_nan() || self.value.abs() <= error {
            return Err(Open);
        }
        let positive = self.value > 0.0;
        let (value, slope) = if positive { (self.value, self.slope) } else { (-self.value, -self.slope) };
        if value + slope * *reach <= error {
            *reach = ((value - error) / -slope * (1.0 - 1e-9)).clamp(0.0, *reach);
        }
        Ok(positive)
    }

    pub(crate) fn is_settled(self, reach: f64) -> bool {
        let mut shrunk = reach;
        self.is_positive(&mut shrunk).is_ok() && shrunk >= reach
    }

    /// Exactly zero over the whole reach.
    pub(crate) fn is_nothing(self) -> bool {
        self.value.abs() + self.slope.abs() + self.error <= 0.0
    }

    /// Surely more than `other` over the whole reach.
    pub(crate) fn is_above(self, other: Self, reach: f64) -> bool {
        let mut shrunk = reach;
        matches!(self.minus(other, reach).is_positive(&mut shrunk), Ok(true)) && shrunk >= reach
    }

    /// How much `self` exceeds `other`, both at most `reach` away.
    pub(crate) fn minus(self, other: Self, reach: f64) -> Self {
        let sizes = self.value.abs() + other.value.abs() + (self.slope.abs() + other.slope.abs()) * reach;
        Self {
            value: self.value - other.value,
            slope: self.slope - other.slope,
            error: self.error + other.error + 2.0 * ULP * sizes,
        }
    }
}

/// What is left to someone who pays her share, or all she has.
pub(crate) fn after(purse: Line, price: Line, gain: f64, reach: f64) -> Line {
    let start = purse.value - price.value * gain;
    let slope = purse.slope - price.slope * gain;
    let end = start + slope * reach;
    let sizes = purse.value + price.value * gain + (purse.slope.abs() + price.slope.abs() * gain) * reach;
    let error = purse.error + price.error * gain + 4.0 * ULP * sizes;
    if start.max(end) + error <= 0.0 {
        return Line::default();
    }
    if start.min(end) >= error {
        return Line { value: start, slope, error };
    }
    if start > 0.0 {
        return Line { value: start, slope, error: error + (-end).max(0.0) };
    }
    Line { value: 0.0, slope: 0.0, error: start.max(end) + error }
}
