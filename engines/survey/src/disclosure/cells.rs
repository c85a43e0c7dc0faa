//! A table as cells that add up.

use super::DisclosureError;

/// A cell of a table, a margin or the grand total.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Cell {
    /// People in it, unweighted.
    pub count: u64,
    /// What becomes of it.
    pub role: Role,
}

/// What becomes of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Published whatever happens: readers know it from elsewhere.
    Known,
    /// Published unless it is too small, or protects another. A cell of zero always is: that no one answered is said.
    Offered,
    /// Never published: it only says how the others add up, as the crossing of two published margins does.
    Unpublished,
}

/// A cell that is the sum of others.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Relation {
    /// The sum.
    pub total: usize,
    /// What it sums.
    pub parts: Vec<usize>,
}

/// Whether totals may be hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Totals {
    /// Every total is published: readers know them from elsewhere.
    #[default]
    Published,
    /// Totals other than the grand total may be hidden too.
    MayBeHidden,
}

impl Totals {
    pub(super) fn role(self) -> Role {
        if self == Self::MayBeHidden { Role::Offered } else { Role::Known }
    }
}

/// Cells with all the sums that a reader can make between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cells {
    pub(super) cells: Vec<Cell>,
    pub(super) relations: Vec<Relation>,
}

impl Cells {
    /// Cells and their relations. Refuses a relation that names an unknown cell, or does not hold.
    pub fn new(cells: Vec<Cell>, relations: Vec<Relation>) -> Result<Self, DisclosureError> {
        for (place, relation) in relations.iter().enumerate() {
            let mut named: Vec<usize> = relation.parts.iter().copied().chain([relation.total]).collect();
            let known = named.iter().all(|cell| *cell < cells.len());
            named.sort_unstable();
            let repeated = named.windows(2).any(|pair| pair[0] == pair[1]);
            let sum = || relation.parts.iter().map(|part| cells[*part].count).sum::<u64>();
            if !known || repeated || sum() != cells[relation.total].count {
                return Err(DisclosureError::Relation(place));
            }
        }
        Ok(Self { cells, relations })
    }

    /// A table with its margins: the cells row after row, then a total for each row, one for each column, and the grand
    /// total. Refuses rows of unequal length.
    pub fn two_way(rows: &[Vec<u64>], totals: Totals) -> Result<Self, DisclosureError> {
        let width = rows.first().map_or(0, Vec::len);
        if let Some(row) = rows.iter().find(|row| row.len() != width) {
            return Err(DisclosureError::Shape { expected: width, found: row.len() });
        }
        let role = totals.role();
        let inside = rows.iter().flatten().map(|count| Cell { count: *count, role: Role::Offered });
        let row_totals = rows.iter().map(|row| Cell { count: row.iter().sum(), role });
        let column_total = |column: usize| rows.iter().map(|row| row[column]).sum();
        let column_totals = (0..width).map(|column| Cell { count: column_total(column), role });
        let grand = Cell { count: rows.iter().flatten().sum(), role: Role::Known };
        let cells: Vec<Cell> = inside.chain(row_totals).chain(column_totals).chain([grand]).collect();
        let (size, last) = (rows.len() * width, cells.len() - 1);
        let (rows_at, columns_at) = (size..size + rows.len(), size + rows.len()..last);
        let across = rows_at.clone().enumerate();
        let across = across.map(|(row, total)| Relation { total, parts: (row * width..(row + 1) * width).collect() });
        let down = columns_at.clone().enumerate();
        let down =
            down.map(|(column, total)| Relation { total, parts: (column..size).step_by(width.max(1)).collect() });
        let margins = [rows_at, columns_at].map(|parts| Relation { total: last, parts: parts.collect() });
        Self::new(cells, across.chain(down).chain(margins).collect())
    }

    /// Cells that a reader never sees.
    pub(super) fn unpublished(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.cells.len()).filter(|cell| self.cells[*cell].role == Role::Unpublished)
    }

    /// The cells.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// How they add up.
    pub fn relations(&self) -> &[Relation] {
        &self.relations
    }

    /// For each relation, its cells with the sign they bear: parts count, the total is taken away.
    pub(super) fn signed(&self) -> impl Iterator<Item = impl Iterator<Item = (usize, f64)> + '_> + '_ {
        self.relations
            .iter()
            .map(|relation| relation.parts.iter().map(|part| (*part, 1.0)).chain([(relation.total, -1.0)]))
    }
}
