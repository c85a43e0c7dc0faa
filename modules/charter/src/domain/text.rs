//! Articles and paragraphs, each with an id that outlives its words.

use arpent_core::Id;

/// Longest article, in characters.
pub const LONGEST_ARTICLE: usize = 20_000;
/// Longest paragraph that someone proposes, in characters.
pub const LONGEST_PARAGRAPH: usize = 4_000;

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// The same from version to version.
    pub id: Id<Paragraph>,
    /// Its words.
    pub text: String,
}

/// An article of a version.
#[derive(Debug, Clone)]
pub struct Article {
    /// The same from version to version.
    pub id: Id<Article>,
    /// Its place in the charter.
    pub position: i64,
    /// The orientation it belongs to.
    pub orientation: String,
    /// Its title.
    pub title: String,
    /// Grows at each change.
    pub revision: i64,
    /// Its paragraphs, in order.
    pub paragraphs: Vec<Paragraph>,
}

impl Article {
    /// Its whole text, a blank line between paragraphs.
    pub fn text(&self) -> String {
        self.paragraphs.iter().map(|one| one.text.as_str()).collect::<Vec<_>>().join("\n\n")
    }
}

/// Paragraphs as one types them: a blank line parts two.
pub fn paragraphs(text: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    for line in text.lines().map(str::trim) {
        match all.last_mut() {
            Some(last) if !line.is_empty() => {
                if !last.is_empty() {
                    last.push('\n');
                }
                last.push_str(line);
            }
            _ => all.push(String::new()),
        }
    }
    all.retain(|one| !one.is_empty());
    all
}

/// Lines as one types them, empty ones left out.
pub fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(ToOwned::to_owned).collect()
}

/// Which new text carries on which old one: those that are equal first, in order; then, between two of these, the first
/// with the first and so on. What is left is new, or gone.
pub fn carried_on(old: &[&str], new: &[&str]) -> Vec<Option<usize>> {
    let mut carried = vec![None; new.len()];
    let (mut from, mut at) = (0, 0);
    for (i, j) in common(old, new).into_iter().chain([(old.len(), new.len())]) {
        for (older, newer) in (from..i).zip(at..j) {
            carried[newer] = Some(older);
        }
        if j < new.len() {
            carried[j] = Some(i);
        }
        (from, at) = (i + 1, j + 1);
    }
    carried
}

/// The longest run of equal texts in the same order, as pairs of places.
fn common(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    let mut longest = vec![vec![0_usize; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            longest[i][j] =
                if old[i] == new[j] { longest[i + 1][j + 1] + 1 } else { longest[i + 1][j].max(longest[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < old.len() && j < new.len() {
        if old[i] == new[j] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if longest[i + 1][j] >= longest[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_blank_line_parts_two_paragraphs_and_a_line_end_does_not() {
        assert_eq!(paragraphs("\nOne\nstill one  \n\n\n Two\n"), ["One\nstill one", "Two"]);
        assert!(paragraphs(" \n\n").is_empty());
    }

    #[test]
    fn a_paragraph_that_changes_between_two_that_stay_keeps_its_id() {
        assert_eq!(carried_on(&["a", "b", "c"], &["a", "B", "c"]), [Some(0), Some(1), Some(2)]);
    }

    #[test]
    fn one_more_paragraph_takes_nobodys_id() {
        assert_eq!(carried_on(&["a", "c"], &["a", "new", "c"]), [Some(0), None, Some(1)]);
        assert_eq!(carried_on(&["a", "b", "c"], &["a", "c"]), [Some(0), Some(2)]);
        assert_eq!(carried_on(&[], &["a"]), [None]);
    }

    proptest! {
        #[test]
        fn no_id_is_given_twice_and_equal_texts_keep_theirs(
            old in prop::collection::vec("[a-d]", 0..8), new in prop::collection::vec("[a-d]", 0..8),
        ) {
            let old: Vec<&str> = old.iter().map(String::as_str).collect();
            let new: Vec<&str> = new.iter().map(String::as_str).collect();
            let mut kept: Vec<usize> = carried_on(&old, &new).into_iter().flatten().collect();
            prop_assert!(kept.is_sorted());
            kept.dedup();
            prop_assert_eq!(kept.len(), carried_on(&old, &new).into_iter().flatten().count());
            let same: Vec<Option<usize>> = (0..old.len()).map(Some).collect();
            prop_assert_eq!(carried_on(&old, &old), same);
        }
    }
}
