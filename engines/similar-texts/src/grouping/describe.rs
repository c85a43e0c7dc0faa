//! What a theme is about, in the words of its members.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use unicode_normalization::char::is_combining_mark;

use crate::normalise::{French, fold};

/// A title is a sentence of this many characters, where there is one.
const TITLE: std::ops::RangeInclusive<usize> = 15..=140;
/// Stems that make a sentence say something.
const TELLING: usize = 2;

/// A theme described; places are those of the texts given to [`Describer::new`].
pub struct Theme<'t> {
    /// The most central first.
    pub members: Vec<usize>,
    pub title: &'t str,
    pub title_from: usize,
    pub keywords: Vec<String>,
}

/// Knows the words of all texts, hence which of them tell a theme from the others.
pub struct Describer<'t> {
    texts: &'t [&'t str],
    /// The numbered stem of every word, or that it has none.
    stem_of: FxHashMap<&'t str, Option<usize>>,
    /// Stems of each text, in order and without repetition.
    stems: Vec<Vec<usize>>,
    rarities: Vec<f64>,
}

impl<'t> Describer<'t> {
    pub fn new(texts: &'t [&'t str]) -> Self {
        let french = French::default();
        let mut numbers: FxHashMap<String, usize> = FxHashMap::default();
        let mut stem_of: FxHashMap<&str, Option<usize>> = FxHashMap::default();
        for word in texts.iter().flat_map(|text| words(text)) {
            stem_of.entry(word).or_insert_with(|| {
                let next = numbers.len();
                french.stem(&fold(word)).map(|stem| *numbers.entry(stem).or_insert(next))
            });
        }
        let stems: Vec<Vec<usize>> = texts.iter().map(|text| stems_of(text, &stem_of)).collect();
        let mut used = vec![0u32; numbers.len()];
        stems.iter().flatten().for_each(|stem| used[*stem] += 1);
        let rarities = used.iter().map(|used| (1.0 + texts.len() as f64 / f64::from(*used)).ln()).collect();
        Self { texts, stem_of, stems, rarities }
    }

    pub fn describe(&self, mut members: Vec<usize>, keywords: usize) -> Theme<'t> {
        let centre = self.centre(&members);
        let mut nearness: BTreeMap<usize, f64> = BTreeMap::new();
        for member in &members {
            nearness.insert(*member, self.nearness(&self.stems[*member], &centre));
        }
        members.sort_by(|one, other| nearness[other].total_cmp(&nearness[one]).then(one.cmp(other)));
        let (title_from, title) = self.title(&members, &centre);
        let keywords = self.keywords(&members, &centre, keywords);
        Theme { members, title, title_from, keywords }
    }

    /// Class-based TF-IDF: for each stem the share of members that use it, times its rarity over all texts.
    fn centre(&self, members: &[usize]) -> BTreeMap<usize, f64> {
        let mut centre = BTreeMap::new();
        for stem in members.iter().flat_map(|member| &self.stems[*member]) {
            *centre.entry(*stem).or_default() += self.rarities[*stem] / members.len() as f64;
        }
        centre
    }

    /// Cosine with the centre, up to a factor that all share.
    fn nearness(&self, stems: &[usize], centre: &BTreeMap<usize, f64>) -> f64 {
        let (mut shared, mut squares) = (0.0, 0.0);
        for stem in stems {
            shared += self.rarities[*stem] * centre.get(stem).copied().unwrap_or_default();
            squares += self.rarities[*stem].powi(2);
        }
        if squares > 0.0 { shared / squares.sqrt() } else { 0.0 }
    }

    fn title(&self, members: &[usize], centre: &BTreeMap<usize, f64>) -> (usize, &'t str) {
        let mut best = (false, f64::NEG_INFINITY, members[0], self.texts[members[0]].trim());
        for (member, sentence) in
            members.iter().flat_map(|member| sentences(self.texts[*member]).map(|text| (*member, text)))
        {
            let stems = stems_of(sentence, &self.stem_of);
            let fits = TITLE.contains(&sentence.chars().count()) && stems.len() >= TELLING;
            let nearness = self.nearness(&stems, centre);
            if (fits, nearness) > (best.0, best.1) {
                best = (fits, nearness, member, sentence);
            }
        }
        (best.2, best.3)
    }

    fn keywords(&self, members: &[usize], centre: &BTreeMap<usize, f64>, wanted: usize) -> Vec<String> {
        let mut stems: Vec<(usize, f64)> = centre.iter().map(|(stem, weight)| (*stem, *weight)).collect();
        stems.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        stems.truncate(wanted);
        let spellings = self.spellings(members);
        stems.iter().filter_map(|(stem, _)| spellings.get(stem).cloned()).collect()
    }

    /// The spelling most used for each stem, in lower case.
    fn spellings(&self, members: &[usize]) -> BTreeMap<usize, String> {
        let mut counts: BTreeMap<usize, BTreeMap<String, usize>> = BTreeMap::new();
        for word in members.iter().flat_map(|member| words(self.texts[*member])) {
            if let Some(Some(stem)) = self.stem_of.get(word) {
                *counts.entry(*stem).or_default().entry(word.to_lowercase()).or_default() += 1;
            }
        }
        let most = |spellings: BTreeMap<String, usize>| spellings.into_iter().rev().max_by_key(|(_, count)| *count);
        counts.into_iter().filter_map(|(stem, spellings)| Some((stem, most(spellings)?.0))).collect()
    }
}

/// The stems of a text, in order and without repetition.
fn stems_of(text: &str, stem_of: &FxHashMap<&str, Option<usize>>) -> Vec<usize> {
    let mut stems: Vec<usize> = words(text).filter_map(|word| stem_of.get(word).copied().flatten()).collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric() && !is_combining_mark(letter)).filter(|word| !word.is_empty())
}

/// The sentences of a text as they were written, with the mark that ends them.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut start = 0;
    let mut letters = text.char_indices().peekable();
    let mut ends = Vec::new();
    while let Some((place, letter)) = letters.next() {
        let after = letters.peek().map(|(_, next)| *next);
        let ends_here = matches!(letter, '.' | '!' | '?' | '…') && after.is_none_or(char::is_whitespace);
        if ends_here || matches!(letter, '\n' | '|') {
            ends.push(place + letter.len_utf8());
        }
    }
    ends.push(text.len());
    ends.into_iter().filter_map(move |end| {
        let sentence = text[start..end].trim_matches(|letter: char| letter.is_whitespace() || letter == '|');
        start = end;
        (!sentence.is_empty()).then_some(sentence)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_sentences_as_they_were_written() {
        let text = "Plus d'arbres !  Env. 3.5 ha, s'il vous plaît.\nMerci|Bus";
        assert_eq!(
            sentences(text).collect::<Vec<_>>(),
            ["Plus d'arbres !", "Env.", "3.5 ha, s'il vous plaît.", "Merci", "Bus"]
        );
    }

    #[test]
    fn names_a_theme_by_its_own_words() {
        let texts = [
            "Des arbres dans la cour de l'école. Merci.",
            "Planter des arbres dans les cours d'écoles !",
            "Bonjour. Arbres et cour ombragée",
            "Un bus le dimanche",
        ];
        let theme = Describer::new(&texts).describe(vec![0, 1, 2], 3);
        assert_eq!(theme.title, "Des arbres dans la cour de l'école.");
        assert_eq!(theme.title_from, 0);
        assert_eq!(theme.keywords, ["arbres", "cour", "école"]);
    }
}
