//! What is computed over all texts at a rebuild: rarities, and the two ways back from features to words and from
//! words to texts. Texts that come later are read one by one until the next rebuild.

use rayon::prelude::*;

use super::texts::{Counted, Entry, Texts};
use crate::features::{self, Vocabulary};

/// Lists of numbers one after the other.
#[derive(Default)]
pub struct Lists<T> {
    ends: Vec<usize>,
    items: Vec<T>,
}

impl<T: Copy + Default> Lists<T> {
    /// Sorts pairs into lists by their first number, keeping their order; `pairs` is walked twice.
    fn of<I: Iterator<Item = (u32, T)>>(lists: usize, pairs: impl Fn() -> I) -> Self {
        let mut next = vec![0usize; lists + 1];
        for (list, _) in pairs() {
            next[list as usize + 1] += 1;
        }
        for list in 0..lists {
            next[list + 1] += next[list];
        }
        let mut items = vec![T::default(); next[lists]];
        for (list, item) in pairs() {
            let place = &mut next[list as usize];
            items[*place] = item;
            *place += 1;
        }
        next.truncate(lists);
        Self { ends: next, items }
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn get(&self, list: u32) -> &[T] {
        let list = list as usize;
        let start = if list == 0 { 0 } else { self.ends[list - 1] };
        &self.items[start..self.ends[list]]
    }
}

/// The state of the index at its last rebuild.
#[derive(Default)]
pub struct Base {
    /// Texts and words that the lists below know.
    pub texts: usize,
    /// Rarity of each feature, times what an occurrence of it weighs.
    rarities: Vec<f32>,
    /// Rarity of a feature that one text uses.
    unseen: f32,
    /// Texts of each word.
    pub texts_of_word: Lists<Counted>,
    /// Words of each feature, as often as it occurs in them.
    pub words_of_feature: Lists<u32>,
}

impl Base {
    /// Weighs everything anew and gives each text its norm.
    pub fn build<Id: Copy>(vocabulary: &Vocabulary, texts: &mut Texts<Id>) -> Self {
        texts.shrink();
        let rarities = rarities(vocabulary, texts);
        let words = features::number(vocabulary.words());
        let places = features::number(texts.len());
        let words_of_feature = Lists::of(vocabulary.features(), || {
            (0..words).flat_map(|word| vocabulary.parts(word).iter().map(move |feature| (*feature, word)))
        });
        let texts_of_word = Lists::of(vocabulary.words(), || {
            let words = |place| texts.entry(place).words.iter();
            (0..places)
                .flat_map(move |place| words(place).map(move |word| (word.what(), Counted::new(place, word.count()))))
        });
        let base =
            Self { texts: texts.len(), unseen: rarity(texts.len(), 1), rarities, texts_of_word, words_of_feature };
        base.weigh_all(vocabulary, texts);
        base
    }

    /// Rarity of a feature times what an occurrence of it weighs.
    pub fn rarity(&self, feature: u32, vocabulary: &Vocabulary) -> f32 {
        let known = self.rarities.get(feature as usize).copied();
        known.unwrap_or_else(|| self.unseen * vocabulary.weight(feature))
    }

    /// Rarity of an n-gram that no text uses.
    pub fn unseen(&self) -> f32 {
        self.unseen
    }

    fn weigh_all<Id: Copy>(&self, vocabulary: &Vocabulary, texts: &mut Texts<Id>) {
        let places = features::number(texts.len());
        let words: Vec<Entry<'_>> = (0..places).map(|place| texts.entry(place)).collect();
        let norms: Vec<f32> = words
            .par_iter()
            .map_init(|| Tally::new(vocabulary.features()), |tally, entry| self.norm(tally, *entry, vocabulary))
            .collect();
        for (place, norm) in (0..places).zip(norms) {
            texts.set_norm(place, norm);
        }
    }

    /// Gives a text that came after the rebuild its norm.
    pub fn weigh_late<Id: Copy>(&self, vocabulary: &Vocabulary, texts: &mut Texts<Id>, place: u32) {
        if self.texts == 0 {
            return;
        }
        let norm = self.norm(&mut Tally::new(vocabulary.features()), texts.entry(place), vocabulary);
        texts.set_norm(place, norm);
    }

    fn norm(&self, tally: &mut Tally, entry: Entry<'_>, vocabulary: &Vocabulary) -> f32 {
        tally.add_all(entry.words, vocabulary);
        let mut squares = 0.0;
        tally.drain(|feature, damped| squares += (damped * self.rarity(feature, vocabulary)).powi(2));
        squares.sqrt()
    }
}

fn rarities<Id: Copy>(vocabulary: &Vocabulary, texts: &Texts<Id>) -> Vec<f32> {
    let mut used = vec![0usize; vocabulary.features()];
    let mut last = vec![u32::MAX; vocabulary.features()];
    for place in 0..features::number(texts.len()) {
        for feature in texts.entry(place).words.iter().flat_map(|word| vocabulary.parts(word.what())) {
            let feature = *feature as usize;
            used[feature] += usize::from(last[feature] != place);
            last[feature] = place;
        }
    }
    let weights = (0..features::number(used.len())).map(|feature| vocabulary.weight(feature));
    used.iter().zip(weights).map(|(used, weight)| rarity(texts.len(), *used) * weight).collect()
}

/// Smoothed inverse document frequency: one for a feature of every text.
fn rarity(texts: usize, used: usize) -> f32 {
    ((1 + texts) as f32 / (1 + used) as f32).ln() + 1.0
}

/// Counts the features of one text after the other without clearing what was not touched.
pub struct Tally {
    counts: Vec<u32>,
    touched: Vec<u32>,
}

impl Tally {
    pub fn new(features: usize) -> Self {
        Self { counts: vec![0; features], touched: Vec::new() }
    }

    pub fn add(&mut self, feature: u32, count: u32) {
        let held = &mut self.counts[feature as usize];
        if *held == 0 {
            self.touched.push(feature);
        }
        *held += count;
    }

    pub fn add_all(&mut self, words: &[Counted], vocabulary: &Vocabulary) {
        for word in words {
            for feature in vocabulary.parts(word.what()) {
                self.add(*feature, word.count());
            }
        }
    }

    /// Gives each feature with its damped count (1 + ln), and begins anew.
    pub fn drain(&mut self, mut each: impl FnMut(u32, f32)) {
        for feature in self.touched.drain(..) {
            let count = std::mem::take(&mut self.counts[feature as usize]);
            each(feature, damped(count));
        }
    }
}

/// A second occurrence counts less than the first: 1 + ln.
pub fn damped(count: u32) -> f32 {
    match count {
        1 => 1.0,
        2 => 1.0 + std::f32::consts::LN_2,
        _ => 1.0 + (count as f32).ln(),
    }
}
