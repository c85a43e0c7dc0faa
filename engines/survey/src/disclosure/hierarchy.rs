//! Crossings of hierarchical classifications: communes in sectors, sectors in the territory; ages in bands.

use super::{Cell, Cells, DisclosureError, Relation, Role, Totals};

/// A classification: nodes under a root. A node without children is a category; the others are totals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hierarchy {
    /// Children of each node; node 0 is the root, and a child comes after its parent.
    children: Vec<Vec<usize>>,
}

impl Hierarchy {
    /// Categories under one total.
    pub fn flat(categories: usize) -> Self {
        let mut children = vec![(1..=categories).collect()];
        children.resize(categories + 1, Vec::new());
        Self { children }
    }

    /// Groups of categories under one total; `groups` gives the group of each category, numbered from 0 without holes. A
    /// group of one category is that category. Nodes: the root, the groups of several, the categories in order.
    pub fn grouped(groups: &[usize]) -> Self {
        let count = groups.iter().max().map_or(0, |last| last + 1);
        let size = |group: usize| groups.iter().filter(|other| **other == group).count();
        let several: Vec<usize> = (0..count).filter(|group| size(*group) > 1).collect();
        let first = several.len() + 1;
        let mut children = vec![Vec::new(); first + groups.len()];
        children[0] = (1..first).collect();
        for (category, group) in groups.iter().enumerate() {
            let parent = several.binary_search(group).map_or(0, |place| place + 1);
            children[parent].push(first + category);
        }
        Self { children }
    }

    /// Number of nodes, categories and totals.
    pub fn nodes(&self) -> usize {
        self.children.len()
    }

    /// The nodes that are categories, in order.
    pub fn categories(&self) -> Vec<usize> {
        (0..self.children.len()).filter(|node| self.children[*node].is_empty()).collect()
    }

    /// The places, among categories, of those under a node.
    fn under(&self, node: usize) -> Vec<usize> {
        let categories = self.categories();
        let mut waiting = vec![node];
        let mut out = Vec::new();
        while let Some(node) = waiting.pop() {
            match categories.binary_search(&node) {
                Ok(place) => out.push(place),
                Err(_) => waiting.extend(&self.children[node]),
            }
        }
        out
    }
}

/// A table over several classifications, with every total they make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crossing {
    /// The cells, in the order that [`Crossing::place`] gives.
    pub cells: Cells,
    sizes: Vec<usize>,
}

impl Crossing {
    /// Crosses classifications. `counts` holds the people of each crossing of categories, the last classification moving
    /// first. Refuses counts of another length.
    pub fn new(dimensions: &[Hierarchy], counts: &[u64], totals: Totals) -> Result<Self, DisclosureError> {
        let categories: Vec<usize> = dimensions.iter().map(|dimension| dimension.categories().len()).collect();
        let expected = categories.iter().product();
        if counts.len() != expected {
            return Err(DisclosureError::Shape { expected, found: counts.len() });
        }
        let sizes: Vec<usize> = dimensions.iter().map(Hierarchy::nodes).collect();
        let all: usize = sizes.iter().product();
        let mut cells = Vec::with_capacity(all);
        let mut relations = Vec::new();
        for place in 0..all {
            let nodes = digits(place, &sizes);
            let inner = nodes.iter().zip(dimensions).all(|(node, dimension)| dimension.children[*node].is_empty());
            let role = match () {
                () if inner => Role::Offered,
                () if place == 0 => Role::Known,
                () => totals.role(),
            };
            cells.push(Cell { count: counted(dimensions, &nodes, &categories, counts), role });
            relations.extend(sums(dimensions, &nodes, &sizes, place));
        }
        Ok(Self { cells: Cells::new(cells, relations)?, sizes })
    }

    /// The place of the cell at a node of each classification; 0 is the root of one. None outside the table.
    pub fn place(&self, nodes: &[usize]) -> Option<usize> {
        let inside = nodes.len() == self.sizes.len() && nodes.iter().zip(&self.sizes).all(|(node, size)| node < size);
        inside.then(|| number(nodes, &self.sizes))
    }
}

fn number(digits: &[usize], sizes: &[usize]) -> usize {
    digits.iter().zip(sizes).fold(0, |place, (digit, size)| place * size + digit)
}

fn digits(mut place: usize, sizes: &[usize]) -> Vec<usize> {
    let mut out = vec![0; sizes.len()];
    for (digit, size) in out.iter_mut().zip(sizes).rev() {
        (*digit, place) = (place % size, place / size);
    }
    out
}

/// One relation for each classification in which the cell is a total.
fn sums(dimensions: &[Hierarchy], nodes: &[usize], sizes: &[usize], total: usize) -> Vec<Relation> {
    let along = |axis: usize| {
        let part = |child: &usize| {
            let mut nodes = nodes.to_vec();
            nodes[axis] = *child;
            number(&nodes, sizes)
        };
        let parts: Vec<usize> = dimensions[axis].children[nodes[axis]].iter().map(part).collect();
        (!parts.is_empty()).then_some(Relation { total, parts })
    };
    (0..nodes.len()).filter_map(along).collect()
}

fn counted(dimensions: &[Hierarchy], nodes: &[usize], categories: &[usize], counts: &[u64]) -> u64 {
    let mut places = vec![0];
    for ((dimension, node), size) in dimensions.iter().zip(nodes).zip(categories) {
        let under = dimension.under(*node);
        places = places.iter().flat_map(|place| under.iter().map(move |category| place * size + category)).collect();
    }
    places.into_iter().map(|place| counts[place]).sum()
}
