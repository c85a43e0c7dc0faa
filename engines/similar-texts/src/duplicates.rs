//! Texts that repeat one another with small changes: copied petitions, double submissions.
//!
//! Likeness is the share of common runs of five characters (Jaccard). Sketches point to candidates, and every
//! candidate is then compared exactly: what is given is always true, and less than one pair in a thousand at the
//! threshold is missed.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::Match;
use crate::features;
use crate::normalise::fold;
use sketch::Bands;

mod sketch;

/// Characters of a run.
const RUN: usize = 5;
/// In a crowd of candidates larger than this, each is compared with the first so many only: enough to find the text
/// they all copy.
const CROWD: usize = 64;

/// Texts that repeat a central one.
#[derive(Clone, Debug, PartialEq)]
pub struct DuplicateGroup<Id> {
    /// The text most others repeat, the first among equals.
    pub central: Id,
    /// All of them in the order they came, the central one included, each with its likeness to the central one.
    pub members: Vec<Match<Id>>,
}

/// Finds the groups of texts whose likeness to their central text is at least `threshold` (between 0 and 1; 0.8 finds
/// copies with a few words changed), in the order of their first members. Case, accents, punctuation and spacing do
/// not count. A text is in one group at most.
pub fn duplicates<Id: Copy>(texts: &[(Id, &str)], threshold: f32) -> Vec<DuplicateGroup<Id>> {
    let folded: Vec<String> = texts.iter().map(|(_, text)| fold(text)).collect();
    let (distinct, copies) = distinct(&folded);
    let near = near_pairs(&distinct.iter().map(|place| folded[*place].as_str()).collect::<Vec<_>>(), threshold);
    let mut groups: Vec<Vec<(usize, f32)>> = stars(distinct.len(), &near)
        .into_iter()
        .map(|star| {
            let every =
                star.into_iter().flat_map(|(text, score)| copies[text].iter().map(move |place| (*place, score)));
            every.collect()
        })
        .collect();
    groups.retain(|members: &Vec<(usize, f32)>| members.len() > 1);
    let mut found: Vec<(usize, DuplicateGroup<Id>)> = groups.into_iter().map(|members| named(texts, members)).collect();
    found.sort_by_key(|(first, _)| *first);
    found.into_iter().map(|(_, group)| group).collect()
}

/// Gives a group its ids; its first member is the central one. Also tells the place of the earliest.
fn named<Id: Copy>(texts: &[(Id, &str)], mut members: Vec<(usize, f32)>) -> (usize, DuplicateGroup<Id>) {
    let central = texts[members[0].0].0;
    members.sort_by_key(|(place, _)| *place);
    let first = members[0].0;
    let members = members.into_iter().map(|(place, score)| Match { id: texts[place].0, score }).collect();
    (first, DuplicateGroup { central, members })
}

/// The first place of each different text, blank ones aside, and all places of each.
fn distinct(folded: &[String]) -> (Vec<usize>, Vec<Vec<usize>>) {
    let mut numbers: FxHashMap<&str, usize> = FxHashMap::default();
    let (mut first, mut copies): (Vec<usize>, Vec<Vec<usize>>) = (Vec::new(), Vec::new());
    for (place, text) in folded.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
        let number = *numbers.entry(text).or_insert(first.len());
        if number == first.len() {
            first.push(place);
            copies.push(Vec::new());
        }
        copies[number].push(place);
    }
    (first, copies)
}

/// Pairs of texts and their likeness.
type Near = BTreeMap<(usize, usize), f32>;

/// The pairs of different folded texts whose likeness is at least `threshold`.
fn near_pairs(folded: &[&str], threshold: f32) -> Near {
    let threshold = threshold.clamp(0.05, 1.0);
    let bands = Bands::for_threshold(f64::from(threshold));
    let keys: Vec<Vec<u64>> = folded.par_iter().map(|text| bands.keys(&runs(text))).collect();
    let candidates: Vec<(usize, usize)> = candidates(&keys, bands.count()).into_iter().collect();
    let compared = candidates.into_par_iter().map(|(one, other)| {
        let score = jaccard(&runs(folded[one]), &runs(folded[other]));
        ((one, other), score)
    });
    compared.filter(|(_, score)| *score >= threshold).collect()
}

fn candidates(keys: &[Vec<u64>], bands: usize) -> BTreeSet<(usize, usize)> {
    let mut pairs = BTreeSet::new();
    for band in 0..bands {
        let mut row: Vec<(u64, usize)> = keys.iter().enumerate().map(|(text, keys)| (keys[band], text)).collect();
        row.par_sort_unstable();
        for crowd in row.chunk_by(|one, other| one.0 == other.0) {
            for (rank, (_, one)) in crowd.iter().enumerate().take(CROWD) {
                pairs.extend(crowd[rank + 1..].iter().map(|(_, other)| (*one, *other)));
            }
        }
    }
    pairs
}

/// Groups around the texts with most likenesses. Each begins with its central text; texts like no other stand alone.
fn stars(texts: usize, near: &Near) -> Vec<Vec<(usize, f32)>> {
    let mut links: Vec<Vec<(usize, f32)>> = vec![Vec::new(); texts];
    for ((one, other), score) in near {
        links[*one].push((*other, *score));
        links[*other].push((*one, *score));
    }
    let mut order: Vec<usize> = (0..texts).collect();
    order.sort_by_key(|text| std::cmp::Reverse(links[*text].len()));
    let mut taken = vec![false; texts];
    let mut stars = Vec::new();
    for central in order {
        if !std::mem::replace(&mut taken[central], true) {
            let mut star = vec![(central, 1.0)];
            for (other, score) in &links[central] {
                if !std::mem::replace(&mut taken[*other], true) {
                    star.push((*other, *score));
                }
            }
            stars.push(star);
        }
    }
    stars
}

/// The different runs of five characters of a folded text, hashed and in order; a shorter text is one run.
fn runs(folded: &str) -> Vec<u64> {
    let starts: Vec<usize> = folded.char_indices().map(|(start, _)| start).chain([folded.len()]).collect();
    let size = RUN.min(starts.len() - 1);
    let mut runs: Vec<u64> =
        starts.windows(size + 1).map(|window| features::hash(&folded[window[0]..window[size]])).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

/// Common elements over all elements of two ordered sets.
fn jaccard(one: &[u64], other: &[u64]) -> f32 {
    let (mut left, mut right, mut common) = (0, 0, 0usize);
    while let (Some(one), Some(other)) = (one.get(left), other.get(right)) {
        common += usize::from(one == other);
        left += usize::from(one <= other);
        right += usize::from(other <= one);
    }
    common as f32 / (one.len() + other.len() - common).max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ids(groups: &[DuplicateGroup<u32>]) -> Vec<(u32, Vec<u32>)> {
        groups.iter().map(|group| (group.central, group.members.iter().map(|member| member.id).collect())).collect()
    }

    #[test]
    fn finds_repeats_and_copies_with_small_changes() {
        let petition = "Nous demandons le maintien de la ligne de bus 7 le dimanche, pour les familles et les anciens";
        let signed = format!("{petition} : merci, Léa");
        let texts = [
            (10, "Un banc devant la mairie"),
            (11, petition),
            (12, "un BANC devant la mairie !"),
            (13, signed.as_str()),
            (14, "Moins de bruit la nuit"),
            (15, ""),
            (16, "…"),
        ];
        assert_eq!(ids(&duplicates(&texts, 0.8)), [(10, vec![10, 12]), (11, vec![11, 13])]);
    }

    #[test]
    fn copes_with_a_crowd_of_variants() {
        let texts: Vec<String> = (0..400)
            .map(|name| {
                format!("Je suis contre la fermeture de l'école du village, signez avec nous cette lettre n° {name}")
            })
            .collect();
        let texts: Vec<(usize, &str)> = texts.iter().map(String::as_str).enumerate().collect();
        let groups = duplicates(&texts, 0.8);
        assert_eq!((groups.len(), groups[0].members.len()), (1, 400));
    }

    /// Texts of random words in which some are replaced, so that likenesses of all sizes occur.
    fn variants() -> Vec<String> {
        let mut state = 1u64;
        let mut word = move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            format!("{:06x}", state >> 40)
        };
        let mut texts = Vec::new();
        for _ in 0..60 {
            let original: Vec<String> = (0..60).map(|_| word()).collect();
            for changed in [0, 2, 3, 4, 5, 6] {
                let mut copy = original.clone();
                (0..changed).for_each(|place| copy[place * 7] = word());
                texts.push(copy.join(" "));
            }
        }
        texts
    }

    #[test]
    fn misses_almost_none_and_invents_none() {
        let texts = variants();
        let folded: Vec<&str> = texts.iter().map(String::as_str).collect();
        let runs: Vec<Vec<u64>> = folded.iter().map(|text| runs(text)).collect();
        let mut expected = Near::new();
        for one in 0..runs.len() {
            for other in one + 1..runs.len() {
                let score = jaccard(&runs[one], &runs[other]);
                if score >= 0.8 {
                    expected.insert((one, other), score);
                }
            }
        }
        let found = near_pairs(&folded, 0.8);
        assert!(found.iter().all(|(pair, score)| expected.get(pair) == Some(score)));
        assert!(
            expected.len() > 400 && found.len() * 1000 >= expected.len() * 995,
            "{} {}",
            found.len(),
            expected.len()
        );
    }

    proptest! {
        #[test]
        fn likeness_is_a_share(one in "[a-c ]{1,30}", other in "[a-c ]{1,30}") {
            let (one, other) = (runs(&one), runs(&other));
            let score = jaccard(&one, &other);
            prop_assert!((0.0..=1.0).contains(&score));
            prop_assert_eq!(score >= 1.0, one == other);
        }
    }
}
