//! What people wrote, made ready to be read by anyone: near repeats together, the words that come back, and beside each no
//! more about its author than many others share.

use std::collections::{BTreeMap, HashMap, HashSet};

use arpent_similar_texts::duplicates;
use arpent_similar_texts::normalise::{French, fold};

/// Two texts this alike say the same thing in nearly the same words.
const ALIKE: f32 = 0.6;
/// Words that come back, at most.
const MOST_WORDS: usize = 12;
/// A word that fewer people use does not come back.
const LEAST_PEOPLE: usize = 5;

/// Texts that say nearly the same thing: the one shown, then the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Together {
    /// Place of the text that most others repeat.
    pub shown: usize,
    /// Places of the others, in the order they came.
    pub others: Vec<usize>,
}

/// Puts near repeats together; the order of the first of each is kept.
pub fn together(texts: &[&str]) -> Vec<Together> {
    let numbered: Vec<(usize, &str)> = texts.iter().copied().enumerate().collect();
    let mut groups: HashMap<usize, Together> = HashMap::new();
    let mut taken: HashSet<usize> = HashSet::new();
    for group in duplicates(&numbered, ALIKE) {
        let members: Vec<usize> = group.members.iter().map(|found| found.id).collect();
        let others: Vec<usize> = members.iter().copied().filter(|place| *place != group.central).collect();
        taken.extend(&members);
        if let Some(first) = members.first() {
            groups.insert(*first, Together { shown: group.central, others });
        }
    }
    let alone = |place: usize| Together { shown: place, others: Vec::new() };
    (0..texts.len())
        .filter_map(|place| groups.remove(&place).or_else(|| (!taken.contains(&place)).then(|| alone(place))))
        .collect()
}

/// The words that most texts share, in the spelling most of them use, with how many texts have each.
pub fn frequent(texts: &[&str]) -> Vec<(String, usize)> {
    let french = French::default();
    let mut stems: BTreeMap<String, (usize, BTreeMap<String, usize>)> = BTreeMap::new();
    for text in texts {
        let mut met = HashSet::new();
        for word in fold(text).split(' ').filter(|word| word.chars().any(char::is_alphabetic)) {
            let Some(stem) = french.stem(word) else { continue };
            let entry = stems.entry(stem.clone()).or_default();
            entry.0 += usize::from(met.insert(stem));
            *entry.1.entry(word.to_owned()).or_default() += 1;
        }
    }
    let mut all: Vec<(String, usize)> = stems
        .into_values()
        .filter(|(texts, _)| *texts >= LEAST_PEOPLE)
        .filter_map(|(texts, spellings)| {
            // The shortest of the most used, so that the choice does not depend on chance.
            let word = spellings.into_iter().max_by_key(|(word, times)| (*times, std::cmp::Reverse(word.len())))?.0;
            Some((word, texts))
        })
        .collect();
    all.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    all.truncate(MOST_WORDS);
    all
}

/// Whether a text has every word of what is searched, in any of its forms.
pub fn holds(text: &str, searched: &str) -> bool {
    let french = French::default();
    let folded = fold(text);
    let stems: HashSet<String> = folded.split(' ').filter_map(|word| french.stem(word)).collect();
    let wanted = fold(searched);
    wanted
        .split(' ')
        .filter(|word| !word.is_empty())
        .all(|word| folded.contains(word) || french.stem(word).is_some_and(|stem| stems.contains(&stem)))
}

/// What may be said beside each text of who wrote it: the capacity and the place if at least `least` authors share both,
/// else the capacity if they share it, else nothing. Never more than these two.
pub fn shared<'a>(authors: &[(&'a str, Option<&'a str>)], least: usize) -> Vec<(Option<&'a str>, Option<&'a str>)> {
    let mut both: HashMap<(&str, &str), usize> = HashMap::new();
    let mut capacities: HashMap<&str, usize> = HashMap::new();
    for (capacity, place) in authors {
        *capacities.entry(capacity).or_default() += 1;
        if let Some(place) = place {
            *both.entry((capacity, place)).or_default() += 1;
        }
    }
    let say = |(capacity, place): &(&'a str, Option<&'a str>)| {
        let place = place.filter(|place| both[&(*capacity, *place)] >= least);
        (Some(*capacity).filter(|_| capacities[capacity] >= least), place)
    };
    authors.iter().map(say).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_repeats_are_together_and_the_rest_keeps_its_order() {
        let texts = [
            "Plus de bus le dimanche matin vers la gare",
            "La piscine ferme trop tôt",
            "Plus de bus le dimanche matin vers la gare !!",
        ];
        let found = together(&texts);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].shown, found[0].others.as_slice()), (0, &[2][..]));
        assert_eq!(found[1], Together { shown: 1, others: vec![] });
    }

    #[test]
    fn a_word_comes_back_when_enough_people_use_any_of_its_forms() {
        let mut texts = vec!["Les bus sont en retard", "Un retard de bus", "Bus trop rares", "des retards", "le BUS"];
        assert!(frequent(&texts).is_empty(), "four people say bus");
        texts.push("plus de bus, bus, bus");
        assert_eq!(frequent(&texts), [("bus".to_owned(), 5)]);
    }

    #[test]
    fn a_search_finds_other_forms_without_accents_or_case() {
        assert!(holds("Les retards répétés du matin", "retard REPETES"));
        assert!(!holds("Les retards du matin", "soir"));
        assert!(holds("N'importe quoi", "  "));
    }

    #[test]
    fn nobody_is_told_apart_by_what_stands_beside_her_words() {
        let authors = [
            ("user", Some("piscine")),
            ("user", Some("piscine")),
            ("user", Some("mairie")),
            ("user", None),
            ("elected", Some("piscine")),
        ];
        let said = shared(&authors, 2);
        assert_eq!(said[0], (Some("user"), Some("piscine")));
        assert_eq!(said[2], (Some("user"), None), "alone at her place");
        assert_eq!(said[4], (None, None), "the only elected official");
    }
}
