//! From a text to the texts nearest to it, in two steps: words that share letters with the query's point to
//! candidates, whose features are then compared exactly.

use super::base::{Base, Tally, damped};
use super::best::Best;
use super::counted;
use super::scorer::Scorer;
use super::texts::{Counted, Entry, Texts};
use crate::features::{self, Vocabulary};

/// How far one query goes, whatever the size of the index: the most telling comes first.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    /// Words followed from the letters of the query.
    words: usize,
    /// Texts followed from those words.
    postings: usize,
}

impl Effort {
    /// For someone who waits for an answer: at 100 000 texts this finds 99 % of the ten nearest, and always the first.
    pub const FULL: Self = Self { words: 200_000, postings: 200_000 };
    /// For the neighbours of every text at once, where a few missed links change nothing.
    pub const SHORT: Self = Self { words: 30_000, postings: 30_000 };
}

/// A text as weighed features, of length one, each already multiplied by its rarity for the other side.
pub struct Query {
    pub(super) weights: Vec<(u32, f32)>,
    pub(super) fingerprint: u64,
    effort: Effort,
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
        Self {
            weights: weigh(&mut tally, unknown, vocabulary, base),
            fingerprint: features::hash(folded),
            effort: Effort::FULL,
        }
    }

    /// A text of the index.
    pub fn of_entry(entry: Entry<'_>, effort: Effort, vocabulary: &Vocabulary, base: &Base) -> Self {
        let mut tally = Tally::new(vocabulary.features());
        tally.add_all(entry.words, vocabulary);
        Self { weights: weigh(&mut tally, 0.0, vocabulary, base), fingerprint: entry.fingerprint, effort }
    }

    /// Whether no feature of the query is known.
    pub fn is_empty(&self) -> bool {
        self.weights.is_empty()
    }

    /// Rough scores and places of at most `wanted` texts that may be nearest, best first, among those whose ids `keep`
    /// accepts.
    pub fn candidates<Id: Copy + Ord>(
        &self,
        wanted: usize,
        vocabulary: &Vocabulary,
        base: &Base,
        texts: &Texts<Id>,
        keep: impl Fn(Id) -> bool,
    ) -> Vec<(f32, u32)> {
        let (scores, touched) = self.word_scores(vocabulary, base);
        let mut best = Best::new(wanted, texts, keep);
        let mut sums = vec![0f32; base.texts];
        for word in telling(touched, &scores, self.effort, base) {
            let score = scores[word as usize];
            for posting in base.texts_of_word.get(word) {
                sums[posting.what() as usize] += score * damped(posting.count());
            }
        }
        for (place, (sum, inverse_norm)) in (0..).zip(sums.iter().zip(texts.inverse_norms())) {
            best.offer(sum * inverse_norm, place);
        }
        for place in features::number(base.texts)..features::number(texts.len()) {
            let entry = texts.entry(place);
            let words = entry.words.iter();
            let sum: f32 = words.map(|word| scores[word.what() as usize] * damped(word.count())).sum();
            best.offer(sum * entry.inverse_norm, place);
        }
        best.into_offers()
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
            read <= self.effort.words
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
    for (_, weight) in &mut weights {
        *weight *= inverse_norm;
    }
    weights.sort_unstable_by_key(|(feature, _)| *feature);
    weights
}

/// The words worth following: the best first, until the allowance of postings is used up. They are told apart in
/// steps of score, which is enough and much faster than sorting them.
fn telling(mut words: Vec<u32>, scores: &[f32], effort: Effort, base: &Base) -> Vec<u32> {
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
        read <= effort.postings
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
