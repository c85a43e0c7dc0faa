//! Which cells may not be shown for themselves.

use super::{Cells, Role};

/// When a single contributor is too large in a cell of amounts.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Dominance {
    /// The largest contributor makes more than this share (INSEE: 0.85).
    Share(f64),
    /// The second contributor can estimate the largest within this share of it (the p% rule).
    Closeness(f64),
}

/// The primary rules of a publication.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PrimaryRule {
    /// Cells of fewer people than this are hidden; empty cells are not.
    pub minimum: u64,
    /// Rule on amounts, where the table holds some.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dominance: Option<Dominance>,
}

impl PrimaryRule {
    /// A minimum alone.
    pub fn minimum(minimum: u64) -> Self {
        Self { minimum, dominance: None }
    }

    /// Whether a count may be shown.
    pub fn shows(&self, count: u64) -> bool {
        count == 0 || count >= self.minimum
    }

    /// The cells that break the minimum.
    pub fn primary(&self, cells: &Cells) -> Vec<usize> {
        let counts = cells.cells().iter().enumerate().filter(|(_, cell)| cell.role != Role::Unpublished);
        counts.filter(|(_, cell)| !self.shows(cell.count)).map(|(place, _)| place).collect()
    }

    /// Whether a cell made of these amounts, each of one contributor, may be shown: enough contributors, none dominant.
    pub fn shows_amounts(&self, amounts: &[f64]) -> bool {
        let mut sorted: Vec<f64> = amounts.iter().copied().filter(|amount| *amount > 0.0).collect();
        sorted.sort_by(|a, b| b.total_cmp(a));
        let total: f64 = sorted.iter().sum();
        let (first, second) = (sorted.first().copied().unwrap_or(0.0), sorted.get(1).copied().unwrap_or(0.0));
        let dominated = match self.dominance {
            _ if sorted.is_empty() => false,
            None => false,
            Some(Dominance::Share(share)) => first > share * total,
            Some(Dominance::Closeness(share)) => total - first - second < share * first,
        };
        self.shows(sorted.len() as u64) && !dominated
    }
}
