//! What a word is made of: its letters by three, four and five, and its stem. A text is compared through its words,
//! so that the parts of a word are computed and stored once however many texts use it.

use rustc_hash::FxHashMap;

use crate::normalise::French;

const SHORTEST: usize = 3;
const LONGEST: usize = 5;
/// A stem weighs as much as this many n-grams: it tells two words apart that share their letters by chance. Tuned on
/// real answers, see the README.
pub const STEM_WEIGHT: f32 = 3.0;

/// Marks the keys of stems among those of n-grams, which leave the upper bits empty.
const STEM_MARK: u64 = 1 << 63;

/// Calls `each` with the key of every n-gram inside `word`, which is padded with a space on both sides so that
/// beginnings and ends count. A word no longer than the n-gram counts once, whole.
fn each_gram(word: &str, mut each: impl FnMut(u64)) {
    let mut letters = [0u64; 64];
    let padded = std::iter::once(' ').chain(word.chars()).chain([' ']);
    let mut length = 0;
    for (place, letter) in letters.iter_mut().zip(padded) {
        *place = u64::from(u32::from(letter)) & 0xfff;
        length += 1;
    }
    for size in SHORTEST..=LONGEST {
        for window in letters[..length].windows(size.min(length)) {
            each(window.iter().fold(1, |key, letter| key << 12 | letter));
        }
        if length <= size {
            return;
        }
    }
}

/// FNV-1a: stable over versions and machines, unlike the standard hasher.
pub fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The words met so far and their parts, numbered in order of appearance.
#[derive(Default)]
pub struct Vocabulary {
    words: FxHashMap<Box<str>, u32>,
    /// Where the parts of each word end.
    ends: Vec<u32>,
    parts: Vec<u32>,
    features: FxHashMap<u64, u32>,
    /// Which features are stems.
    stems: Vec<bool>,
    french: French,
}

impl Vocabulary {
    /// Words known.
    pub fn words(&self) -> usize {
        self.ends.len()
    }

    /// Features known.
    pub fn features(&self) -> usize {
        self.stems.len()
    }

    /// The number of a folded word, if it was met.
    pub fn find(&self, word: &str) -> Option<u32> {
        self.words.get(word).copied()
    }

    /// The number of a folded word, met now or before.
    pub fn learn(&mut self, word: &str) -> u32 {
        if let Some(known) = self.find(word) {
            return known;
        }
        let (features, stems, parts) = (&mut self.features, &mut self.stems, &mut self.parts);
        let mut add = |key: u64| {
            let next = number(features.len());
            let feature = *features.entry(key).or_insert(next);
            if feature == next {
                stems.push(key & STEM_MARK != 0);
            }
            parts.push(feature);
        };
        each_gram(word, &mut add);
        if let Some(stem) = self.french.stem(word) {
            add(hash(&stem) | STEM_MARK);
        }
        let word_number = number(self.ends.len());
        self.ends.push(number(self.parts.len()));
        self.words.insert(word.into(), word_number);
        word_number
    }

    /// The features of a known word; one that occurs twice in it is there twice.
    pub fn parts(&self, word: u32) -> &[u32] {
        let word = word as usize;
        let start = if word == 0 { 0 } else { self.ends[word - 1] as usize };
        &self.parts[start..self.ends[word] as usize]
    }

    /// The features of a word that was never met, and how many of its n-grams and stems are unknown.
    pub fn parts_of_unknown(&self, word: &str) -> (Vec<u32>, usize, usize) {
        let (mut known, mut unknown_grams, mut unknown_stems) = (Vec::new(), 0, 0);
        each_gram(word, |key| match self.features.get(&key) {
            Some(feature) => known.push(*feature),
            None => unknown_grams += 1,
        });
        if let Some(stem) = self.french.stem(word) {
            match self.features.get(&(hash(&stem) | STEM_MARK)) {
                Some(feature) => known.push(*feature),
                None => unknown_stems += 1,
            }
        }
        (known, unknown_grams, unknown_stems)
    }

    /// How much one occurrence of a feature weighs, rarity aside.
    pub fn weight(&self, feature: u32) -> f32 {
        if self.stems[feature as usize] { STEM_WEIGHT } else { 1.0 }
    }

    /// The words in the order of their numbers.
    pub fn in_order(&self) -> Vec<&str> {
        let mut words = vec![""; self.words()];
        for (word, place) in &self.words {
            words[*place as usize] = word;
        }
        words
    }

    /// Gives back the memory kept for growth.
    pub fn shrink(&mut self) {
        self.words.shrink_to_fit();
        self.ends.shrink_to_fit();
        self.parts.shrink_to_fit();
        self.features.shrink_to_fit();
        self.stems.shrink_to_fit();
    }
}

/// Counts of words and features stay far below four billion: a text has at most a few thousand.
pub fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grams(word: &str) -> usize {
        let mut count = 0;
        each_gram(word, |_| count += 1);
        count
    }

    #[test]
    fn cuts_words_like_their_published_definition() {
        // " eau ": 3 + 2 + 1; " a ": once; " de ": 2 + 1.
        assert_eq!([grams("eau"), grams("a"), grams("de")], [6, 1, 3]);
    }

    #[test]
    fn gives_known_and_unknown_words_the_same_parts() {
        let mut vocabulary = Vocabulary::default();
        let known = vocabulary.learn("arbres");
        let (parts, grams, stems) = vocabulary.parts_of_unknown("arbres");
        assert_eq!((parts.as_slice(), grams, stems), (vocabulary.parts(known), 0, 0));
        let (parts, grams, stems) = vocabulary.parts_of_unknown("arbre");
        assert!(!parts.is_empty() && grams > 0 && stems == 0);
    }
}
