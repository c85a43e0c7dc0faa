//! The texts as lists of words.

use super::counted;
use crate::features::{self, Vocabulary};

/// Bits of a packed word that count its occurrences; what is above says which word.
const COUNT_BITS: u32 = 6;
const MOST: u32 = (1 << COUNT_BITS) - 1;

/// A word or a text with a number of occurrences, in four bytes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counted(u32);

impl Counted {
    pub fn new(what: u32, count: u32) -> Self {
        Self(what << COUNT_BITS | count.min(MOST))
    }

    /// Which word, or which text.
    pub fn what(self) -> u32 {
        self.0 >> COUNT_BITS
    }

    pub fn count(self) -> u32 {
        self.0 & MOST
    }
}

/// An indexed text.
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    pub words: &'a [Counted],
    /// Equal for texts that are equal once folded.
    pub fingerprint: u64,
    pub inverse_norm: f32,
}

/// All indexed texts, in the order they came; those forgotten since the last rebuild are buried.
pub struct Texts<Id> {
    ids: Vec<Id>,
    ends: Vec<usize>,
    words: Vec<Counted>,
    fingerprints: Vec<u64>,
    inverse_norms: Vec<f32>,
    buried: Vec<bool>,
}

impl<Id> Default for Texts<Id> {
    fn default() -> Self {
        Self {
            ids: Vec::new(),
            ends: Vec::new(),
            words: Vec::new(),
            fingerprints: Vec::new(),
            inverse_norms: Vec::new(),
            buried: Vec::new(),
        }
    }
}

impl<Id: Copy> Texts<Id> {
    /// Texts, the buried ones included.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    pub fn push(&mut self, id: Id, folded: &str, vocabulary: &mut Vocabulary) -> u32 {
        let words = counted(folded).into_iter().map(|(word, count)| Counted::new(vocabulary.learn(word), count));
        self.words.extend(words);
        self.close(id, features::hash(folded))
    }

    /// Copies a text whose words have other numbers here; `known` names the old numbers.
    pub fn copy(&mut self, id: Id, entry: Entry<'_>, known: &[&str], vocabulary: &mut Vocabulary) -> u32 {
        for word in entry.words {
            self.words.push(Counted::new(vocabulary.learn(known[word.what() as usize]), word.count()));
        }
        self.close(id, entry.fingerprint)
    }

    fn close(&mut self, id: Id, fingerprint: u64) -> u32 {
        self.ids.push(id);
        self.ends.push(self.words.len());
        self.fingerprints.push(fingerprint);
        self.inverse_norms.push(0.0);
        self.buried.push(false);
        features::number(self.len() - 1)
    }

    pub fn id(&self, place: u32) -> Id {
        self.ids[place as usize]
    }

    pub fn entry(&self, place: u32) -> Entry<'_> {
        let place = place as usize;
        let start = if place == 0 { 0 } else { self.ends[place - 1] };
        Entry {
            words: &self.words[start..self.ends[place]],
            fingerprint: self.fingerprints[place],
            inverse_norm: self.inverse_norms[place],
        }
    }

    pub fn inverse_norms(&self) -> &[f32] {
        &self.inverse_norms
    }

    pub fn set_norm(&mut self, place: u32, norm: f32) {
        self.inverse_norms[place as usize] = if norm > 0.0 { norm.recip() } else { 0.0 };
    }

    pub fn bury(&mut self, place: u32) {
        self.buried[place as usize] = true;
    }

    pub fn is_buried(&self, place: u32) -> bool {
        self.buried[place as usize]
    }

    pub fn has_buried(&self) -> bool {
        self.buried.contains(&true)
    }

    /// Gives back the memory kept for growth.
    pub fn shrink(&mut self) {
        self.ids.shrink_to_fit();
        self.ends.shrink_to_fit();
        self.words.shrink_to_fit();
        self.fingerprints.shrink_to_fit();
        self.inverse_norms.shrink_to_fit();
        self.buried.shrink_to_fit();
    }
}
