//! Influences eight columns at a time, so that one reading of the margins serves eight questions.

/// Columns carried together.
pub(crate) const LANES: usize = 8;

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

/// Where influences come from: written column by column, so that no table of units by questions ever exists.
pub(crate) trait Source: Sync {
    /// Number of estimates.
    fn columns(&self) -> usize;
    /// Writes the weighted influences of all units on an estimate into a lane.
    fn fill(&self, column: usize, lane: usize, block: &mut Block);
}

/// Columns already made.
impl<C: AsRef<[f64]> + Sync> Source for &[C] {
    fn columns(&self) -> usize {
        self.len()
    }

    fn fill(&self, column: usize, lane: usize, block: &mut Block) {
        for (row, value) in block.rows.iter_mut().zip(self[column].as_ref()) {
            row[lane] = *value;
        }
    }
}
