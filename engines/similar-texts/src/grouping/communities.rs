//! Parting a graph into communities by modularity (Blondel et al. 2008), each kept connected as Traag et al. (2019) ask.
//! Nodes are visited in order, so that the same graph always gives the same communities.

use std::collections::BTreeMap;

/// Gains below this are rounding.
const LEAST_GAIN: f64 = 1e-9;
/// Visits of all nodes at one level, at most; a dozen is usual.
const MOST_VISITS: usize = 100;

/// An undirected graph with weights.
pub struct Graph {
    /// For each node its neighbours, in order.
    links: Vec<Vec<(usize, f64)>>,
    /// Weight inside a node that stands for several.
    inside: Vec<f64>,
}

impl Graph {
    /// A graph over `nodes` nodes; a link given from both ends counts once.
    pub fn new(nodes: usize, links: impl Iterator<Item = (usize, usize, f64)>) -> Self {
        let mut weights = BTreeMap::new();
        for (one, other, weight) in links {
            if one != other {
                weights.insert((one.min(other), one.max(other)), weight);
            }
        }
        let mut graph = Self { links: vec![Vec::new(); nodes], inside: vec![0.0; nodes] };
        for ((one, other), weight) in weights {
            graph.links[one].push((other, weight));
            graph.links[other].push((one, weight));
        }
        graph
    }

    /// Parts the nodes; every node is in one community, alone if nothing holds it.
    pub fn communities(&self, resolution: f64) -> Vec<Vec<usize>> {
        let mut labels: Vec<usize> = (0..self.links.len()).collect();
        loop {
            self.settle(&mut labels, resolution);
            if !self.merge_levels(&mut labels, resolution) {
                return self.connected(&labels);
            }
        }
    }

    /// Merges whole communities as long as that gains; says whether any was.
    fn merge_levels(&self, labels: &mut [usize], resolution: f64) -> bool {
        let mut any = false;
        loop {
            let communities = renumber(labels);
            let coarse = self.coarse(labels, communities);
            let mut above: Vec<usize> = (0..communities).collect();
            if !coarse.settle(&mut above, resolution) {
                return any;
            }
            for label in labels.iter_mut() {
                *label = above[*label];
            }
            any = true;
        }
    }

    /// Moves nodes one by one to the neighbouring community that gains most; says whether any moved.
    fn settle(&self, labels: &mut [usize], resolution: f64) -> bool {
        let degrees: Vec<f64> = (0..self.links.len()).map(|node| self.degree(node)).collect();
        let whole: f64 = degrees.iter().sum();
        let mut totals = vec![0.0; self.links.len()];
        for (label, degree) in labels.iter().zip(&degrees) {
            totals[*label] += degree;
        }
        let mut any = false;
        for _ in 0..MOST_VISITS {
            let mut moved = false;
            for node in 0..self.links.len() {
                let pull = resolution * degrees[node] / whole;
                let best = self.best_label(node, labels, &totals, degrees[node], pull);
                if best != labels[node] {
                    totals[labels[node]] -= degrees[node];
                    totals[best] += degrees[node];
                    labels[node] = best;
                    moved = true;
                }
            }
            any |= moved;
            if !moved {
                break;
            }
        }
        any
    }

    /// The community a node gains most from, its own unless another is clearly better.
    fn best_label(&self, node: usize, labels: &[usize], totals: &[f64], degree: f64, pull: f64) -> usize {
        let mut towards: BTreeMap<usize, f64> = BTreeMap::new();
        for (other, weight) in &self.links[node] {
            *towards.entry(labels[*other]).or_default() += weight;
        }
        let own = labels[node];
        let stay = towards.get(&own).copied().unwrap_or_default() - pull * (totals[own] - degree);
        let mut best = (stay, own);
        for (label, weight) in towards {
            let gain = weight - pull * totals[label];
            if label != own && gain > best.0 + LEAST_GAIN {
                best = (gain, label);
            }
        }
        best.1
    }

    fn degree(&self, node: usize) -> f64 {
        2.0 * self.inside[node] + self.links[node].iter().map(|(_, weight)| weight).sum::<f64>()
    }

    /// The graph whose nodes are the communities.
    fn coarse(&self, labels: &[usize], communities: usize) -> Self {
        let mut inside = vec![0.0; communities];
        let mut between: Vec<BTreeMap<usize, f64>> = vec![BTreeMap::new(); communities];
        for (node, links) in self.links.iter().enumerate() {
            inside[labels[node]] += self.inside[node];
            for (other, weight) in links {
                if labels[node] == labels[*other] {
                    inside[labels[node]] += weight / 2.0;
                } else {
                    *between[labels[node]].entry(labels[*other]).or_default() += weight;
                }
            }
        }
        Self { links: between.into_iter().map(|links| links.into_iter().collect()).collect(), inside }
    }

    /// The communities, those that fell apart while nodes moved being separated.
    fn connected(&self, labels: &[usize]) -> Vec<Vec<usize>> {
        let mut seen = vec![false; labels.len()];
        let mut communities = Vec::new();
        for start in 0..labels.len() {
            if !seen[start] {
                seen[start] = true;
                let mut community = vec![start];
                let mut next = 0;
                while let Some(node) = community.get(next).copied() {
                    for (other, _) in &self.links[node] {
                        if !seen[*other] && labels[*other] == labels[node] {
                            seen[*other] = true;
                            community.push(*other);
                        }
                    }
                    next += 1;
                }
                community.sort_unstable();
                communities.push(community);
            }
        }
        communities
    }
}

/// Numbers the labels from zero in order of appearance; gives how many there are.
fn renumber(labels: &mut [usize]) -> usize {
    let mut numbers = BTreeMap::new();
    for label in labels {
        let next = numbers.len();
        *label = *numbers.entry(*label).or_insert(next);
    }
    numbers.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn parts_two_cliques_joined_by_one_link() {
        let clique =
            |first: usize| (first..first + 4).flat_map(move |one| (first..one).map(move |other| (one, other, 1.0)));
        let graph = Graph::new(9, clique(0).chain(clique(4)).chain([(3, 4, 1.0)]));
        assert_eq!(graph.communities(1.0), [vec![0, 1, 2, 3], vec![4, 5, 6, 7], vec![8]]);
    }

    proptest! {
        #[test]
        fn puts_every_node_once(links in prop::collection::vec((0usize..20, 0usize..20, 0.1f64..1.0), 0..60)) {
            let mut nodes: Vec<usize> = Graph::new(20, links.into_iter()).communities(1.0).concat();
            nodes.sort_unstable();
            prop_assert_eq!(nodes, (0..20).collect::<Vec<_>>());
        }
    }
}
