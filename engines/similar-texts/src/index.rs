//! The index: which texts say nearly the same thing as this one.

use std::collections::BTreeMap;

use crate::features::{self, Vocabulary};
use crate::normalise::fold;
use base::Base;
use query::{Effort, Query};
use texts::Texts;

mod base;
mod best;
mod query;
mod scorer;
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
        self.nearest_where(text, k, min_score, |_| true)
    }

    /// Like [`Index::nearest`], among the ids that `keep` accepts: those one may see, those of the same question.
    pub fn nearest_where(&self, text: &str, k: usize, min_score: f32, keep: impl Fn(Id) -> bool) -> Vec<Match<Id>> {
        let query = Query::of_text(&fold(text), &self.vocabulary, &self.base);
        self.answer(&query, k, min_score, keep)
    }

    /// The other texts nearest to an indexed one, best first and then by id; none when the id is unknown.
    pub fn nearest_to(&self, id: Id, k: usize) -> Vec<Match<Id>> {
        self.nearest_to_where(id, k, |_| true)
    }

    /// Like [`Index::nearest_to`], among the ids that `keep` accepts.
    pub fn nearest_to_where(&self, id: Id, k: usize, keep: impl Fn(Id) -> bool) -> Vec<Match<Id>> {
        let Some(query) = self.query_of(id, Effort::FULL) else { return Vec::new() };
        self.answer(&query, k, 0.0, |other| other != id && keep(other))
    }

    /// Like [`Index::nearest_to`] with less effort, for the neighbours of every text.
    pub(crate) fn neighbours(&self, id: Id, k: usize, min_score: f32) -> Vec<Match<Id>> {
        let Some(query) = self.query_of(id, Effort::SHORT) else { return Vec::new() };
        self.answer(&query, k, min_score, |other| other != id)
    }

    /// How near two indexed texts are; nothing when one of them is unknown.
    pub fn similarity(&self, one: Id, other: Id) -> Option<f32> {
        let query = self.query_of(one, Effort::FULL)?;
        Some(query.scorer(&self.vocabulary).score(self.texts.entry(*self.places.get(&other)?)))
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

    fn query_of(&self, id: Id, effort: Effort) -> Option<Query> {
        let place = self.places.get(&id)?;
        Some(Query::of_entry(self.texts.entry(*place), effort, &self.vocabulary, &self.base))
    }

    fn answer(&self, query: &Query, k: usize, min_score: f32, keep: impl Fn(Id) -> bool) -> Vec<Match<Id>> {
        if k == 0 || query.is_empty() {
            return Vec::new();
        }
        let wanted = CANDIDATES.max(k.saturating_mul(4));
        let candidates = query.candidates(wanted, &self.vocabulary, &self.base, &self.texts, keep);
        let mut scorer = query.scorer(&self.vocabulary);
        let mut matches: Vec<Match<Id>> = Vec::new();
        // A rough score is hardly ever below the exact one, so that nothing better follows.
        for (rough, place) in candidates {
            let kth = matches.get(k - 1).map_or(0.0, |found| found.score);
            if rough < kth.max(min_score) {
                break;
            }
            let found = Match { id: self.texts.id(place), score: scorer.score(self.texts.entry(place)) };
            if found.score >= min_score && found.score > 0.0 {
                let rank = matches.partition_point(|other| ranks_before(other, &found));
                matches.insert(rank, found);
            }
        }
        matches.truncate(k);
        matches
    }
}

/// Best first and then by id.
fn ranks_before<Id: Ord>(one: &Match<Id>, other: &Match<Id>) -> bool {
    other.score.total_cmp(&one.score).then_with(|| one.id.cmp(&other.id)).is_lt()
}

/// The words of a folded text, each once with the number of times it occurs, in the order of their first letter.
fn counted(folded: &str) -> Vec<(&str, u32)> {
    let mut words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.chunk_by(|one, other| one == other).map(|same| (same[0], features::number(same.len()))).collect()
}
