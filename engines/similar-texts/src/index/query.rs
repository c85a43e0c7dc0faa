//! From a text to the texts nearest to it, in two steps: words that share letters with the query's point to
//! candidates, whose features are then compared exactly.

use super::base::{Base, Tally, damped};
use super::counted;
use super::texts::{Counted, Entry, Texts};
use crate::features::{self, Vocabulary};

/// Words followed from the letters of one query, and texts followed from those words, whatever the size of the index:
/// the most telling come first. At 100 000 texts this finds 99 % of the ten nearest, and always the first.
const WORDS: usize = 200_000;
const POSTINGS: usize = 200_000;
/// Scores are told apart to this precision, so that equal texts tie whatever the order of additions.
const PRECISION: f32 = 100_000.0;

/// A text as weighed features, of length one, each already multiplied by its rarity for the other side.
pub struct Query {
    weights: Vec<(u32, f32)>,
    fingerprint: u64,
}

impl Query {
    /// A text that need not be indexed.
    pub fn of_text(folded: &str, vocabulary: &Vocabulary, base: &Base) -> Self {
        let mut tally = Tally::new(vocabulary.features());
        let mut unknown = 0.0;
        for (word, count) in counted(folded) {
            match vocabulary.find(word) {
                Some(known) => tally.add_all(&[Counted::new(known, count)], vocabulary),
                None => unknown += add_unknown(&mut tally, word, count, vocabulary),
            }
        }
        let unknown = unknown * base.unseen().powi(2);
        Self { weights: weigh(&mut tally, unknown, vocabulary, base), fingerprint: features::hash(folded) }
    }

    /// A text of the index.
    pub fn of_entry(entry: Entry<'_>, vocabulary: &Vocabulary, base: &Base) -> Self {
        let mut tally = Tally::new(vocabulary.features());
        tally.add_all(entry.words, vocabulary);
        Self { weights: weigh(&mut tally, 0.0, vocabulary, base), fingerprint: entry.fingerprint }
    }

    /// Whether no feature of the query is known.
    pub fn is_empty(&self) -> bool {
        self.weights.is_empty()
    }

    /// The places of at most about `wanted` texts that may be nearest.
    pub fn candidates<Id: Copy + Ord>(
        &self,
        wanted: usize,
        vocabulary: &Vocabulary,
        base: &Base,
        texts: &Texts<Id>,
    ) -> Vec<u32> {
        let (scores, touched) = self.word_scores(vocabulary, base);
        let mut best = Best::new(wanted);
        let mut sums = vec![0f32; base.texts];
        for word in telling(touched, &scores, base) {
            let score = scores[word as usize];
            for posting in base.texts_of_word.get(word) {
                sums[posting.what() as usize] += score * damped(posting.count());
            }
        }
        for (place, (sum, inverse_norm)) in (0..).zip(sums.iter().zip(texts.inverse_norms())) {
            best.offer(sum * inverse_norm, place, texts);
        }
        for place in features::number(base.texts)..features::number(texts.len()) {
            let entry = texts.entry(place);
            let words = entry.words.iter();
            let sum: f32 = words.map(|word| scores[word.what() as usize] * damped(word.count())).sum();
            best.offer(sum * entry.inverse_norm, place, texts);
        }
        best.into_places(texts)
    }

    /// What one occurrence of each word brings, and the words for which that is not zero.
    fn word_scores(&self, vocabulary: &Vocabulary, base: &Base) -> (Vec<f32>, Vec<u32>) {
        let mut scores = vec![0f32; vocabulary.words()];
        let mut touched = Vec::new();
        for (feature, weight) in self.telling_features(base) {
            for word in base.words_of_feature.get(feature) {
                let score = &mut scores[*word as usize];
                if *score == 0.0 {
                    touched.push(*word);
                }
                *score += weight;
            }
        }
        self.score_late_words(&mut scores, vocabulary, base);
        (scores, touched)
    }

    /// The features worth following, best first, until the allowance of words is used up.
    fn telling_features(&self, base: &Base) -> Vec<(u32, f32)> {
        let listed = |(feature, _): &(u32, f32)| (*feature as usize) < base.words_of_feature.len();
        let mut features: Vec<(u32, f32)> = self.weights.iter().copied().filter(listed).collect();
        features.sort_unstable_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        let mut read = 0;
        let kept = features.iter().take_while(|(feature, _)| {
            read += base.words_of_feature.get(*feature).len();
            read <= WORDS
        });
        let kept = kept.count().max(1);
        features.truncate(kept);
        features
    }

    /// Words learnt since the rebuild are in no list yet.
    fn score_late_words(&self, scores: &mut [f32], vocabulary: &Vocabulary, base: &Base) {
        let known = base.texts_of_word.len();
        if known == vocabulary.words() {
            return;
        }
        let weights = self.spread(vocabulary);
        for word in features::number(known)..features::number(vocabulary.words()) {
            scores[word as usize] = vocabulary.parts(word).iter().map(|feature| weights[*feature as usize]).sum();
        }
    }

    fn spread(&self, vocabulary: &Vocabulary) -> Vec<f32> {
        let mut weights = vec![0f32; vocabulary.features()];
        for (feature, weight) in &self.weights {
            weights[*feature as usize] = *weight;
        }
        weights
    }

    /// Compares the query with one text after the other.
    pub fn scorer<'a>(&'a self, vocabulary: &'a Vocabulary) -> Scorer<'a> {
        Scorer::new(self, vocabulary)
    }
}

/// Adds the known features of an unknown word; returns the squared weights of its unknown ones, rarity aside.
fn add_unknown(tally: &mut Tally, word: &str, count: u32, vocabulary: &Vocabulary) -> f32 {
    let (known, grams, stems) = vocabulary.parts_of_unknown(word);
    for feature in known {
        tally.add(feature, count);
    }
    (grams as f32 + stems as f32 * features::STEM_WEIGHT.powi(2)) * damped(count).powi(2)
}

fn weigh(tally: &mut Tally, unknown: f32, vocabulary: &Vocabulary, base: &Base) -> Vec<(u32, f32)> {
    let mut weights = Vec::new();
    let mut squares = unknown;
    tally.drain(|feature, damped| {
        let rarity = base.rarity(feature, vocabulary);
        squares += (damped * rarity).powi(2);
        weights.push((feature, damped * rarity * rarity));
    });
    let inverse_norm = squares.sqrt().recip();
    weights.iter_mut().for_each(|(_, weight)| *weight *= inverse_norm);
    weights.sort_unstable_by_key(|(feature, _)| *feature);
    weights
}

/// The words worth following: the best first, until the allowance of postings is used up. They are told apart in
/// steps of score, which is enough and much faster than sorting them.
fn telling(mut words: Vec<u32>, scores: &[f32], base: &Base) -> Vec<u32> {
    let length = |word: u32| base.texts_of_word.get(word).len();
    let highest = words.iter().fold(0f32, |highest, word| highest.max(scores[*word as usize]));
    let step = |word: u32| step_of(scores[word as usize], highest);
    let mut postings = [0usize; STEPS + 1];
    for word in &words {
        postings[step(*word)] += length(*word);
    }
    let mut read = 0;
    let kept = postings.iter().take_while(|postings| {
        read += **postings;
        read <= POSTINGS
    });
    let kept = kept.count().max(1);
    words.retain(|word| step(*word) < kept);
    words
}

/// Steps of score, from the highest down: sixteen for each halving, what lies eight halvings down being one step.
const STEPS: usize = 128;

/// The step of a score. The bits of a positive float grow with its logarithm, near enough.
fn step_of(score: f32, highest: f32) -> usize {
    let below = highest.to_bits().saturating_sub(score.to_bits()) >> 19;
    (below as usize).min(STEPS)
}

/// Keeps the best of a long row of offers.
struct Best {
    wanted: usize,
    floor: f32,
    offers: Vec<(f32, u32)>,
}

impl Best {
    fn new(wanted: usize) -> Self {
        Self { wanted, floor: 0.0, offers: Vec::new() }
    }

    fn offer<Id: Copy + Ord>(&mut self, score: f32, place: u32, texts: &Texts<Id>) {
        if score > 0.0 && score >= self.floor && !texts.is_buried(place) {
            self.offers.push((score, place));
            if self.offers.len() >= self.wanted * 4 {
                self.cut(texts);
            }
        }
    }

    fn cut<Id: Copy + Ord>(&mut self, texts: &Texts<Id>) {
        if self.offers.len() > self.wanted {
            let order = |one: &(f32, u32), other: &(f32, u32)| {
                other.0.total_cmp(&one.0).then_with(|| texts.id(one.1).cmp(&texts.id(other.1)))
            };
            self.offers.select_nth_unstable_by(self.wanted - 1, order);
            self.offers.truncate(self.wanted);
            self.floor = self.offers.iter().fold(f32::INFINITY, |floor, (score, _)| floor.min(*score));
        }
    }

    fn into_places<Id: Copy + Ord>(mut self, texts: &Texts<Id>) -> Vec<u32> {
        self.cut(texts);
        self.offers.into_iter().map(|(_, place)| place).collect()
    }
}

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
    fn new(query: &'a Query, vocabulary: &'a Vocabulary) -> Self {
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
