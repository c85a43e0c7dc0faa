//! The index: which texts say nearly the same thing as this one.

use std::collections::BTreeMap;

use crate::features::{self, Vocabulary};
use crate::normalise::fold;
use base::Base;
use query::Query;
use texts::Texts;

mod base;
mod query;
mod texts;

/// Candidates compared exactly, at least.
const CANDIDATES: usize = 64;
/// The index is rebuilt once this share of it has changed.
const CHANGED_SHARE: usize = 8;

/// A text near another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Match<Id> {
    /// The caller's name for it.
    pub id: Id,
    /// From 0, nothing in common, to 1, the same words. Above about 0.5 two answers say the same thing in other words;
    /// exactly 1 is kept for texts that are equal once folded.
    pub score: f32,
}

/// Texts indexed by their letters (n-grams of 3 to 5 inside words) and stems, weighed by rarity and compared by
/// cosine. The same texts under the same ids give the same answers, whatever the order and the number of changes
/// that led to them, up to the weights being those of the last rebuild.
pub struct Index<Id> {
    vocabulary: Vocabulary,
    texts: Texts<Id>,
    base: Base,
    places: BTreeMap<Id, u32>,
    changes: usize,
}

impl<Id: Copy + Eq + Ord> Default for Index<Id> {
    fn default() -> Self {
        Self {
            vocabulary: Vocabulary::default(),
            texts: Texts::default(),
            base: Base::default(),
            places: BTreeMap::new(),
            changes: 0,
        }
    }
}

impl<Id: Copy + Eq + Ord> Index<Id> {
    /// Indexes all texts at once; the last one given under an id counts.
    pub fn build<'t>(texts: impl IntoIterator<Item = (Id, &'t str)>) -> Self {
        let mut index = Self::default();
        for (id, text) in texts {
            index.put(id, text);
        }
        index.rebuild();
        index
    }

    /// Adds a text, or replaces the one under this id. It can be found at once; rarities follow when an eighth of
    /// the index has changed.
    pub fn insert(&mut self, id: Id, text: &str) {
        self.put(id, text);
        self.changed();
    }

    /// Forgets a text and says whether it was there. It is found no more; its words leave the memory with the next
    /// rebuild, or at once by [`Index::rebuild`].
    pub fn remove(&mut self, id: Id) -> bool {
        let Some(place) = self.places.remove(&id) else { return false };
        self.texts.bury(place);
        self.changed();
        true
    }

    /// Texts indexed.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Whether a text is indexed under this id.
    pub fn contains(&self, id: Id) -> bool {
        self.places.contains_key(&id)
    }

    /// The texts nearest to `text`, at most `k`, none below `min_score`, best first and then by id.
    pub fn nearest(&self, text: &str, k: usize, min_score: f32) -> Vec<Match<Id>> {
        let folded = fold(text);
        let query = Query::of_text(&folded, &self.vocabulary, &self.base);
        self.answer(&query, k, min_score, None)
    }

    /// The other texts nearest to an indexed one, best first and then by id; none when the id is unknown.
    pub fn nearest_to(&self, id: Id, k: usize) -> Vec<Match<Id>> {
        let Some(place) = self.places.get(&id) else { return Vec::new() };
        let query = Query::of_entry(self.texts.entry(*place), &self.vocabulary, &self.base);
        self.answer(&query, k, 0.0, Some(*place))
    }

    /// How near two indexed texts are; nothing when one of them is unknown.
    pub fn similarity(&self, one: Id, other: Id) -> Option<f32> {
        let (one, other) = (self.places.get(&one)?, self.places.get(&other)?);
        let query = Query::of_entry(self.texts.entry(*one), &self.vocabulary, &self.base);
        Some(query.scorer(&self.vocabulary).score(self.texts.entry(*other)))
    }

    /// Weighs every word by its rarity today and drops the words of removed texts. Done by itself after enough
    /// changes.
    pub fn rebuild(&mut self) {
        if self.texts.has_buried() {
            self.exhume();
        }
        self.vocabulary.shrink();
        self.base = Base::build(&self.vocabulary, &mut self.texts);
        self.changes = 0;
    }

    fn put(&mut self, id: Id, text: &str) {
        let folded = fold(text);
        let place = self.texts.push(id, &folded, &mut self.vocabulary);
        self.base.weigh_late(&self.vocabulary, &mut self.texts, place);
        if let Some(replaced) = self.places.insert(id, place) {
            self.texts.bury(replaced);
        }
    }

    fn changed(&mut self) {
        self.changes += 1;
        if self.changes * CHANGED_SHARE >= self.len() {
            self.rebuild();
        }
    }

    /// Copies the living texts, in the order of their ids, with a vocabulary of their own.
    fn exhume(&mut self) {
        let known = self.vocabulary.in_order();
        let (mut texts, mut vocabulary) = (Texts::default(), Vocabulary::default());
        for (id, place) in &mut self.places {
            *place = texts.copy(*id, self.texts.entry(*place), &known, &mut vocabulary);
        }
        (self.texts, self.vocabulary) = (texts, vocabulary);
    }

    fn answer(&self, query: &Query, k: usize, min_score: f32, itself: Option<u32>) -> Vec<Match<Id>> {
        if k == 0 || query.is_empty() {
            return Vec::new();
        }
        let wanted = CANDIDATES.max(k.saturating_mul(4)).saturating_add(1);
        let candidates = query.candidates(wanted, &self.vocabulary, &self.base, &self.texts);
        let mut scorer = query.scorer(&self.vocabulary);
        let mut matches: Vec<Match<Id>> = candidates
            .into_iter()
            .filter(|place| Some(*place) != itself)
            .map(|place| Match { id: self.texts.id(place), score: scorer.score(self.texts.entry(place)) })
            .filter(|found| found.score >= min_score && found.score > 0.0)
            .collect();
        matches.sort_by(|one, other| other.score.total_cmp(&one.score).then(one.id.cmp(&other.id)));
        matches.truncate(k);
        matches
    }
}

/// The words of a folded text, each once with the number of times it occurs, in the order of their first letter.
fn counted(folded: &str) -> Vec<(&str, u32)> {
    let mut words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.chunk_by(|one, other| one == other).map(|same| (same[0], features::number(same.len()))).collect()
}
