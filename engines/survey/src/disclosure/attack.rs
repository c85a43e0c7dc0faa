//! What a reader can still work out.

use super::lp::{Outcome, Program};
use super::{Cell, Cells};

/// The values that a reader must hold possible for a hidden cell.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Range {
    /// The cell.
    pub cell: usize,
    /// The least possible value.
    pub low: f64,
    /// The greatest; infinite if nothing published bounds it.
    pub high: f64,
}

impl Range {
    /// Whether every value from zero to the threshold is possible.
    pub fn covers(&self, threshold: u64) -> bool {
        self.low <= TOLERANCE && self.high >= threshold as f64 - TOLERANCE
    }
}

/// Linear programs answer to about 1e-7; counts are whole.
pub const TOLERANCE: f64 = 1e-4;

/// What a reader can work out of each cell in `targets` when the cells of `hidden` are not published, knowing all others,
/// all relations, and that no count is negative.
pub fn ranges(cells: &Cells, hidden: &[usize], targets: &[usize]) -> Vec<Range> {
    let unpublished: Vec<usize> = cells.unpublished().filter(|cell| !hidden.contains(cell)).collect();
    let attack = Attack::new(cells, &[hidden, &unpublished].concat());
    targets.iter().map(|cell| attack.range(*cell)).collect()
}

/// The equations between hidden cells that the published ones leave.
pub struct Attack<'a> {
    cells: &'a [Cell],
    place: Vec<Option<usize>>,
    hidden: usize,
    equations: Vec<(Vec<(usize, f64)>, f64)>,
}

impl<'a> Attack<'a> {
    pub fn new(cells: &'a Cells, hidden: &[usize]) -> Self {
        let mut place = vec![None; cells.cells.len()];
        for (number, cell) in hidden.iter().enumerate() {
            place[*cell] = Some(number);
        }
        let mut equations = Vec::new();
        for relation in cells.signed() {
            let (mut unknown, mut known) = (Vec::new(), 0.0);
            for (cell, sign) in relation {
                match place[cell] {
                    Some(number) => unknown.push((number, sign)),
                    None => known -= sign * cells.cells[cell].count as f64,
                }
            }
            if !unknown.is_empty() {
                equations.push((unknown, known));
            }
        }
        Self { cells: &cells.cells, place, hidden: hidden.len(), equations }
    }

    /// The range of one cell; a point for a published cell, and where the solver fails, so that doubt counts as exposure.
    pub fn range(&self, cell: usize) -> Range {
        let count = self.cells[cell].count as f64;
        let Some(target) = self.place[cell] else { return Range { cell, low: count, high: count } };
        let end = |program: Program, boundless: f64| match self.solve(program, target) {
            Outcome::Optimum(solution) => solution.objective(),
            Outcome::Unbounded => boundless,
            Outcome::Infeasible | Outcome::Failed => count,
        };
        let low = end(Program::minimise(), 0.0).max(0.0);
        Range { cell, low, high: end(Program::maximise(), f64::INFINITY) }
    }

    fn solve(&self, mut program: Program, target: usize) -> Outcome {
        let cost = |number: usize| if number == target { 1.0 } else { 0.0 };
        let variables: Vec<_> =
            (0..self.hidden).map(|number| program.variable(cost(number), (0.0, f64::INFINITY))).collect();
        for (unknown, known) in &self.equations {
            let terms: Vec<_> = unknown.iter().map(|(number, sign)| (variables[*number], *sign)).collect();
            program.equal(&terms, *known);
        }
        program.solve()
    }
}
