//! The exact comparison of a query with the texts that may be nearest.

use super::base::Tally;
use super::query::Query;
use super::texts::Entry;
use crate::features::{self, Vocabulary};

/// Scores are told apart to this precision, so that equal texts tie whatever the order of additions.
const PRECISION: f32 = 100_000.0;

/// Compares one query with texts, exactly. What the query shares with a word is found once and kept, because
/// candidates share their words.
pub struct Scorer<'a> {
    query: &'a Query,
    vocabulary: &'a Vocabulary,
    /// For each feature its rank in the query, from one.
    ranks: Vec<u32>,
    /// For each word where its shared features are kept, from one.
    kept: Vec<u32>,
    ends: Vec<usize>,
    shared: Vec<u32>,
    tally: Tally,
}

impl<'a> Scorer<'a> {
    pub fn new(query: &'a Query, vocabulary: &'a Vocabulary) -> Self {
        let mut ranks = vec![0; vocabulary.features()];
        for (rank, (feature, _)) in (1..).zip(&query.weights) {
            ranks[*feature as usize] = rank;
        }
        Self {
            query,
            vocabulary,
            ranks,
            kept: vec![0; vocabulary.words()],
            ends: vec![0],
            shared: Vec::new(),
            tally: Tally::new(query.weights.len()),
        }
    }

    /// Cosine of the weighed features; one only for equal texts.
    pub fn score(&mut self, entry: Entry<'_>) -> f32 {
        if entry.fingerprint == self.query.fingerprint {
            return 1.0;
        }
        for word in entry.words {
            let kept = self.shared_with(word.what());
            for rank in &self.shared[self.ends[kept - 1]..self.ends[kept]] {
                self.tally.add(*rank, word.count());
            }
        }
        let (mut sum, weights) = (0.0, &self.query.weights);
        self.tally.drain(|rank, damped| sum += weights[rank as usize].1 * damped);
        let score = (sum * entry.inverse_norm * PRECISION).round() / PRECISION;
        score.min(1.0 - PRECISION.recip())
    }

    fn shared_with(&mut self, word: u32) -> usize {
        let kept = self.kept[word as usize] as usize;
        if kept > 0 {
            return kept;
        }
        let ranks = self.vocabulary.parts(word).iter().map(|feature| self.ranks[*feature as usize]);
        self.shared.extend(ranks.filter(|rank| *rank > 0).map(|rank| rank - 1));
        self.ends.push(self.shared.len());
        let kept = self.ends.len() - 1;
        self.kept[word as usize] = features::number(kept);
        kept
    }
}
