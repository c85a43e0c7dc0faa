//! What is left in the budget and in envelopes.

use crate::election::Election;
use crate::options::Envelope;

/// Money left, over all and by envelope.
#[derive(Debug, Clone)]
pub(crate) struct Room {
    left: u64,
    envelopes: Vec<u64>,
    of: Vec<Vec<u32>>,
}

impl Room {
    pub(crate) fn new(election: &Election, envelopes: &[Envelope]) -> Self {
        let mut of = vec![Vec::new(); election.costs.len()];
        for (number, envelope) in (0_u32..).zip(envelopes) {
            for place in &envelope.projects {
                of[*place].push(number);
            }
        }
        Self { left: election.budget(), envelopes: envelopes.iter().map(|one| one.cap).collect(), of }
    }

    /// Envelopes have room for it, whatever the budget.
    pub(crate) fn envelopes_hold(&self, place: usize, cost: u64) -> bool {
        self.of[place].iter().all(|envelope| cost <= self.envelopes[*envelope as usize])
    }

    pub(crate) fn holds(&self, place: usize, cost: u64) -> bool {
        cost <= self.left && self.envelopes_hold(place, cost)
    }

    /// Takes it. Equal shares with raised endowments may take more than is left: their caller compares total costs.
    pub(crate) fn take(&mut self, place: usize, cost: u64) {
        self.left = self.left.saturating_sub(cost);
        for envelope in &self.of[place] {
            let left = &mut self.envelopes[*envelope as usize];
            *left = left.saturating_sub(cost);
        }
    }

    pub(crate) fn left(&self) -> u64 {
        self.left
    }
}
