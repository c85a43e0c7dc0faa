//! What was shown limits what may be shown: a filter, then its complement, must not give away who lies between.

use std::collections::HashMap;

use super::lp::{Outcome, Program};

/// The groups of people already shown, from one data set.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    people: usize,
    minimum: u64,
    shown: Vec<Vec<bool>>,
}

/// Why a group may not be shown.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Exposure {
    /// It holds too few people.
    #[error("{people} people, {minimum} are needed")]
    TooFew {
        /// People in it.
        people: u64,
        /// The least that may be shown.
        minimum: u64,
    },
    /// With what was shown before, it would let a reader work out a group of too few people.
    #[error("{people} people could be worked out from the groups {from:?} shown before")]
    Differencing {
        /// People in the group that would be exposed.
        people: u64,
        /// Numbers of the groups shown before that take part, in the order shown.
        from: Vec<usize>,
    },
    /// The selection is not as long as the data set.
    #[error("a selection of {found} people, {expected} expected")]
    Length {
        /// People of the data set.
        expected: usize,
        /// Length of the selection.
        found: usize,
    },
}

impl Ledger {
    /// A ledger for a data set of so many people, of whom groups under `minimum` are hidden. The whole counts as shown.
    pub fn new(people: usize, minimum: u64) -> Self {
        Self { people, minimum, shown: vec![vec![true; people]] }
    }

    /// Shows a group, or refuses and stays as it was. A group shown before may be shown again; an empty group is shown,
    /// unless saying that it is empty gives a smaller one away.
    pub fn show(&mut self, group: &[bool]) -> Result<(), Exposure> {
        if group.len() != self.people {
            return Err(Exposure::Length { expected: self.people, found: group.len() });
        }
        if self.shown.iter().any(|shown| shown == group) {
            return Ok(());
        }
        let people = size(group);
        if people > 0 && people < self.minimum {
            return Err(Exposure::TooFew { people, minimum: self.minimum });
        }
        self.shown.push(group.to_vec());
        let exposed = self.exposed();
        if exposed.is_some() {
            self.shown.pop();
        }
        exposed.map_or(Ok(()), Err)
    }

    /// Number of groups shown, the whole included.
    pub fn shown(&self) -> usize {
        self.shown.len()
    }

    /// A group smaller than the minimum whose size the shown ones bound too closely: the people that no shown group tells
    /// apart, and what one shown group has beyond another.
    fn exposed(&self) -> Option<Exposure> {
        let atoms = self.atoms();
        let newest = self.shown.len() - 1;
        let alone = (0..atoms.len()).map(|atom| (vec![atom], (0..newest).collect()));
        let beyond = (0..newest).flat_map(|other| {
            let apart = |inside: usize, outside: usize| {
                (0..atoms.len()).filter(|atom| atoms[*atom].0[inside] && !atoms[*atom].0[outside]).collect::<Vec<_>>()
            };
            [(apart(newest, other), vec![other]), (apart(other, newest), vec![other])]
        });
        beyond.chain(alone).find_map(|(group, from)| self.exposes(&atoms, &group, from))
    }

    fn exposes(&self, atoms: &[(Vec<bool>, u64)], group: &[usize], from: Vec<usize>) -> Option<Exposure> {
        let people: u64 = group.iter().map(|atom| atoms[*atom].1).sum();
        if people == 0 || people >= self.minimum {
            return None;
        }
        let low = self.end(Program::minimise(), atoms, group).unwrap_or(people as f64);
        let high = self.end(Program::maximise(), atoms, group).unwrap_or(people as f64);
        let covered = super::Range { cell: 0, low, high }.covers(self.minimum);
        (!covered).then_some(Exposure::Differencing { people, from })
    }

    /// The least or greatest size of a union of atoms that the sizes shown allow.
    fn end(&self, mut program: Program, atoms: &[(Vec<bool>, u64)], group: &[usize]) -> Option<f64> {
        let cost = |atom: usize| if group.contains(&atom) { 1.0 } else { 0.0 };
        let variables: Vec<_> =
            (0..atoms.len()).map(|atom| program.variable(cost(atom), (0.0, f64::INFINITY))).collect();
        for (number, shown) in self.shown.iter().enumerate() {
            let inside = |(signature, _): &&(Vec<bool>, u64)| signature[number];
            let terms: Vec<_> = atoms.iter().zip(&variables).filter(|(atom, _)| inside(atom)).collect();
            let terms: Vec<_> = terms.into_iter().map(|(_, variable)| (*variable, 1.0)).collect();
            if !terms.is_empty() {
                program.equal(&terms, size(shown) as f64);
            }
        }
        match program.solve() {
            Outcome::Optimum(solution) => Some(solution.objective()),
            Outcome::Unbounded | Outcome::Infeasible | Outcome::Failed => None,
        }
    }

    /// People told apart by the shown groups alone, with how many there are of each kind.
    fn atoms(&self) -> Vec<(Vec<bool>, u64)> {
        let mut sizes: HashMap<Vec<bool>, u64> = HashMap::new();
        for person in 0..self.people {
            *sizes.entry(self.shown.iter().map(|group| group[person]).collect()).or_default() += 1;
        }
        let mut atoms: Vec<(Vec<bool>, u64)> = sizes.into_iter().collect();
        atoms.sort();
        atoms
    }
}

fn size(group: &[bool]) -> u64 {
    group.iter().filter(|inside| **inside).count() as u64
}
