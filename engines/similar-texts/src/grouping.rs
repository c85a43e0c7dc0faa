//! Themes proposed over a set of answers. A machine proposes, people decide: each theme cites its members, its title
//! is a sentence one of them wrote, and what resembles nothing stays unclassified.

use rayon::prelude::*;

use crate::Index;
use communities::Graph;
use describe::Describer;

mod communities;
mod describe;

/// Texts for which [`GroupOptions::fineness`] is taken as it is.
const USUAL: f64 = 100.0;

/// How groups are looked for. The default was tuned on real answers, see the README.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroupOptions {
    /// Neighbours asked of each text.
    pub neighbours: usize,
    /// Below this similarity two texts say nothing about each other. Raise it for fewer, surer themes.
    pub min_similarity: f32,
    /// Texts that make a theme, at least.
    pub min_size: usize,
    /// Above 1, more and smaller themes; below, fewer and larger.
    pub fineness: f64,
    /// Key words given for a theme, at most.
    pub keywords: usize,
}

impl Default for GroupOptions {
    fn default() -> Self {
        Self { neighbours: 15, min_similarity: 0.19, min_size: 3, fineness: 0.7, keywords: 6 }
    }
}

/// A theme that people may rename, merge, split or discard.
#[derive(Clone, Debug, PartialEq)]
pub struct ThemeProposal<Id> {
    /// The texts it rests on, the most central first.
    pub members: Vec<Id>,
    /// The most central sentence among theirs, word for word.
    pub title: String,
    /// Who wrote it.
    pub title_from: Id,
    /// Words that this theme uses and the others do not, in the spelling most used, the most telling first.
    pub keywords: Vec<String>,
}

/// What was proposed over a set of texts: each text is in one theme or unclassified.
#[derive(Clone, Debug, PartialEq)]
pub struct Grouping<Id> {
    /// The largest first.
    pub groups: Vec<ThemeProposal<Id>>,
    /// Texts that resemble too few others, in the order they came.
    pub unclassified: Vec<Id>,
}

/// Proposes themes: texts are linked to their nearest neighbours and the links parted into communities. The same
/// texts in the same order give the same themes.
pub fn group<Id: Copy>(texts: &[(Id, &str)], options: &GroupOptions) -> Grouping<Id> {
    // Without this, modularity would give a large consultation few themes too large to read (its resolution limit).
    let fineness = options.fineness * (texts.len() as f64 / USUAL).max(1.0).sqrt();
    let communities = neighbour_graph(texts, options).communities(fineness);
    let (themes, mut rest): (Vec<_>, Vec<_>) =
        communities.into_iter().partition(|members| members.len() >= options.min_size.max(1) && members.len() > 1);
    let words: Vec<&str> = texts.iter().map(|(_, text)| *text).collect();
    let describer = Describer::new(&words);
    let mut groups: Vec<ThemeProposal<Id>> =
        themes.into_iter().map(|members| propose(texts, &describer, members, options)).collect();
    groups.sort_by_key(|theme| std::cmp::Reverse(theme.members.len()));
    let mut rest: Vec<usize> = rest.drain(..).flatten().collect();
    rest.sort_unstable();
    Grouping { groups, unclassified: rest.into_iter().map(|place| texts[place].0).collect() }
}

fn neighbour_graph<Id>(texts: &[(Id, &str)], options: &GroupOptions) -> Graph {
    let index = Index::build(texts.iter().map(|(_, text)| *text).enumerate());
    let neighbours: Vec<Vec<(usize, f64)>> = (0..texts.len())
        .into_par_iter()
        .map(|place| {
            let near = index.neighbours(place, options.neighbours, options.min_similarity).into_iter();
            near.map(|near| (near.id, near.score.into())).collect()
        })
        .collect();
    let links =
        (0..).zip(&neighbours).flat_map(|(one, near)| near.iter().map(move |(other, weight)| (one, *other, *weight)));
    Graph::new(texts.len(), links)
}

fn propose<Id: Copy>(
    texts: &[(Id, &str)],
    describer: &Describer<'_>,
    members: Vec<usize>,
    options: &GroupOptions,
) -> ThemeProposal<Id> {
    let theme = describer.describe(members, options.keywords);
    ThemeProposal {
        members: theme.members.iter().map(|place| texts[*place].0).collect(),
        title: theme.title.to_owned(),
        title_from: texts[theme.title_from].0,
        keywords: theme.keywords,
    }
}
