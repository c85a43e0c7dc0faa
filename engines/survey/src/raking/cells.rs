//! The cells of the crossing of all margins that hold a unit.

use std::collections::HashMap;

use crate::design::dense;
use crate::margin::Margin;

/// Crossings up to this size are numbered in a table, larger ones in a map.
const TABLE: u64 = 1 << 22;

/// Which cell each unit is in, and which categories each cell is made of.
#[derive(Debug, Clone)]
pub(super) struct Cells {
    /// The cell of each unit.
    pub of: Vec<u32>,
    /// The category of each cell, margin after margin.
    pub codes: Vec<Vec<u32>>,
}

impl Cells {
    pub fn new(margins: &[Margin]) -> Self {
        let units = margins.first().map_or(0, |margin| margin.codes.len());
        let size = margins.iter().try_fold(1_u64, |size, margin| size.checked_mul(margin.categories.len() as u64));
        let (of, examples) = match size.filter(|size| *size <= TABLE) {
            Some(size) => tabled(margins, units, usize::try_from(size).unwrap_or(0)),
            None => mapped(margins, units),
        };
        let codes = margins.iter().map(|margin| examples.iter().map(|unit| margin.codes[*unit]).collect()).collect();
        Self { of, codes }
    }

    pub fn count(&self) -> usize {
        self.codes.first().map_or(0, Vec::len)
    }

    /// Weights added up by cell.
    pub fn sums(&self, weights: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; self.count()];
        for (cell, weight) in self.of.iter().zip(weights) {
            sums[*cell as usize] += weight;
        }
        sums
    }
}

/// Cells in order of first appearance, with the first unit of each.
fn tabled(margins: &[Margin], units: usize, size: usize) -> (Vec<u32>, Vec<usize>) {
    let mut numbers = vec![u32::MAX; size];
    let mut examples = Vec::new();
    let mut places = vec![0_u32; units];
    for margin in margins {
        let categories = dense(margin.categories.len());
        for (place, code) in places.iter_mut().zip(&margin.codes) {
            *place = *place * categories + code;
        }
    }
    for (unit, place) in places.iter_mut().enumerate() {
        let number = &mut numbers[*place as usize];
        if *number == u32::MAX {
            *number = dense(examples.len());
            examples.push(unit);
        }
        *place = *number;
    }
    (places, examples)
}

fn mapped(margins: &[Margin], units: usize) -> (Vec<u32>, Vec<usize>) {
    let mut numbers: HashMap<Vec<u32>, u32> = HashMap::new();
    let mut examples = Vec::new();
    let cell = |unit: usize| {
        let codes: Vec<u32> = margins.iter().map(|margin| margin.codes[unit]).collect();
        *numbers.entry(codes).or_insert_with(|| {
            examples.push(unit);
            dense(examples.len() - 1)
        })
    };
    let of = (0..units).map(cell).collect();
    (of, examples)
}
