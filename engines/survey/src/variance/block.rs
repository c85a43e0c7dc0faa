//! Influences eight columns at a time, so that one reading of the margins serves eight questions.

/// Columns carried together.
pub(crate) const LANES: usize = 8;

/// Rows filled before the next column is: what a core keeps at hand.
const NEAR: usize = 256;

/// One value for each of the columns carried together.
pub(crate) type Lanes = [f64; LANES];

/// Weighted influences of all units on up to [`LANES`] estimates.
#[derive(Debug, Clone)]
pub(crate) struct Block {
    pub rows: Vec<Lanes>,
    /// Columns in use.
    pub used: usize,
}

impl Block {
    pub fn zeros(units: usize, used: usize) -> Self {
        Self { rows: vec![[0.0; LANES]; units], used }
    }

    /// The influences of up to [`LANES`] columns of a source, from `first` on.
    pub fn filled(units: usize, source: &impl Source, first: usize) -> Self {
        let mut block = Self::zeros(units, LANES.min(source.columns() - first));
        for (group, rows) in block.rows.chunks_mut(NEAR).enumerate() {
            for lane in 0..block.used {
                source.fill(first + lane, lane, group * NEAR, rows);
            }
        }
        block
    }

    /// Rows added up by number.
    pub fn summed(&self, count: usize, number: impl Fn(usize) -> usize) -> Self {
        let mut out = Self::zeros(count, self.used);
        for (unit, row) in self.rows.iter().enumerate() {
            add(&mut out.rows[number(unit)], row);
        }
        out
    }
}

pub(crate) fn add(sum: &mut Lanes, row: &Lanes) {
    for lane in 0..LANES {
        sum[lane] += row[lane];
    }
}

/// Where influences come from: written a few rows at a time, so that no table of units by questions ever exists.
pub(crate) trait Source: Sync {
    /// Number of estimates.
    fn columns(&self) -> usize;
    /// Writes the weighted influences on an estimate, of the units from `start` on, into a lane of their rows.
    fn fill(&self, column: usize, lane: usize, start: usize, rows: &mut [Lanes]);
}

/// Columns already made.
impl<C: AsRef<[f64]> + Sync> Source for &[C] {
    fn columns(&self) -> usize {
        self.len()
    }

    fn fill(&self, column: usize, lane: usize, start: usize, rows: &mut [Lanes]) {
        for (row, value) in rows.iter_mut().zip(&self[column].as_ref()[start..]) {
            row[lane] = *value;
        }
    }
}
