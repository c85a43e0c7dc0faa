//! Complementary suppression: the fewest other cells to hide, then the smallest.

use super::attack::{Attack, Range};
use super::{Cells, DisclosureError, PrimaryRule, Role, cut, heuristic};

/// How far the smallest pattern is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Effort {
    /// The proven optimum where the table is small enough to find it in a moment, a good pattern elsewhere.
    #[default]
    Usual,
    /// A good pattern at once.
    Quick,
}

/// A hidden cell, and what a reader can still say of it.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Hidden {
    /// The cell and its range.
    #[serde(flatten)]
    pub range: Range,
    /// Whether it is hidden for itself, rather than to protect another.
    pub primary: bool,
}

/// A protected table.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Suppression {
    /// All hidden cells, in order.
    pub hidden: Vec<Hidden>,
    /// Whether no pattern hides fewer complementary cells, or as many that hold fewer people.
    pub optimal: bool,
    /// Complementary cells.
    pub secondary_count: usize,
    /// People in them.
    pub secondary_sum: u64,
}

impl Suppression {
    /// Whether a cell is hidden.
    pub fn hides(&self, cell: usize) -> bool {
        self.hidden.iter().any(|hidden| hidden.range.cell == cell)
    }
}

/// What protects a table: cells that must be hidden, and those that may.
pub(super) struct Task<'a> {
    pub cells: &'a Cells,
    pub primary: Vec<usize>,
    pub unpublished: Vec<usize>,
    /// Cells that may be hidden to protect them.
    pub candidates: Vec<usize>,
    pub threshold: u64,
}

/// Above this many candidates the optimum is not sought.
const SMALL: usize = 60;

/// Protects a table under a rule. Refuses a cell that no pattern protects: its row or column holds nothing else that may
/// be hidden.
pub fn suppress(cells: &Cells, rule: &PrimaryRule, effort: Effort) -> Result<Suppression, DisclosureError> {
    let primary = rule.primary(cells);
    if let Some(exposed) = primary.iter().find(|cell| cells.cells[**cell].role == Role::Known) {
        return Err(DisclosureError::Unprotectable(*exposed));
    }
    let candidate = |cell: &usize| {
        cells.cells[*cell].role == Role::Offered && cells.cells[*cell].count > 0 && !primary.contains(cell)
    };
    let candidates = (0..cells.cells.len()).filter(candidate).collect();
    let unpublished = cells.unpublished().collect();
    let task = Task { cells, primary, unpublished, candidates, threshold: rule.minimum };
    task.check_possible()?;
    let found = heuristic::pattern(&task);
    let best = (effort == Effort::Usual && task.candidates.len() <= SMALL).then(|| cut::pattern(&task)).flatten();
    let optimal = best.is_some() || found.is_empty();
    Ok(task.report(&best.unwrap_or(found), optimal))
}

impl Task<'_> {
    /// With everything hidden that may be, each primary cell is protected.
    fn check_possible(&self) -> Result<(), DisclosureError> {
        self.exposed(&self.candidates).map_or(Ok(()), |cell| Err(DisclosureError::Unprotectable(cell)))
    }

    /// The first primary cell that a pattern leaves exposed.
    pub fn exposed(&self, secondary: &[usize]) -> Option<usize> {
        let hidden = self.hidden(secondary);
        let attack = Attack::new(self.cells, &hidden);
        self.primary.iter().copied().find(|cell| !attack.range(*cell).covers(self.threshold))
    }

    /// All that a reader does not see under a pattern.
    pub fn hidden(&self, secondary: &[usize]) -> Vec<usize> {
        [self.primary.as_slice(), secondary, &self.unpublished].concat()
    }

    /// Whether a cell stays out of sight whatever the pattern.
    pub fn given(&self, cell: usize) -> bool {
        self.primary.contains(&cell) || self.cells.cells[cell].role == Role::Unpublished
    }

    pub fn count(&self, cell: usize) -> f64 {
        self.cells.cells[cell].count as f64
    }

    /// Counts one for each cell, then its people: no sum of people reaches one more cell.
    pub fn cost(&self, cell: usize) -> f64 {
        1.0 + self.count(cell) / self.all()
    }

    /// More than all people of the candidates.
    fn all(&self) -> f64 {
        1.0 + self.candidates.iter().map(|cell| self.count(*cell)).sum::<f64>()
    }

    fn report(&self, secondary: &[usize], optimal: bool) -> Suppression {
        let mut all = [self.primary.as_slice(), secondary].concat();
        all.sort_unstable();
        let attack = Attack::new(self.cells, &self.hidden(secondary));
        let hidden = all
            .into_iter()
            .map(|cell| attack.range(cell))
            .map(|range| Hidden { range, primary: self.primary.contains(&range.cell) })
            .collect();
        Suppression {
            hidden,
            optimal,
            secondary_count: secondary.len(),
            secondary_sum: secondary.iter().map(|cell| self.cells.cells[*cell].count).sum(),
        }
    }
}
