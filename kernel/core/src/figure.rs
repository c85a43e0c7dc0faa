//! Figures that cannot be shown without what makes them honest.

use jiff::civil::Date;

/// A confidence interval at 95 %.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower bound, in the unit of the value.
    pub low: f64,
    /// Upper bound, in the unit of the value.
    pub high: f64,
}

impl Interval {
    /// The value lies between the bounds, bounds included.
    pub fn contains(&self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }
}

/// An estimate with its size, period, source and uncertainty.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The value, in the metric's unit (a proportion is between 0 and 1).
    pub value: f64,
    /// How many answers or observations it rests on.
    pub n: i64,
    /// First day observed.
    pub from: Date,
    /// Last day observed.
    pub to: Date,
    /// Where it comes from, in words.
    pub source: String,
    /// Uncertainty at 95 %; `None` for a complete count.
    pub interval: Option<Interval>,
}
