//! What the templates in `kernel/web/templates/components` show: threads, promises, figures, pages of a list.

use similar::{ChangeTag, TextDiff};

/// Where a knot of the thread stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It happened: a full knot.
    Done,
    /// We are there: a ring.
    Here,
    /// It will come: an empty knot.
    Next,
    /// It was stopped or refused: a square.
    Stopped,
}

impl State {
    /// The class of the stylesheet.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Here => "here",
            Self::Next => "next",
            Self::Stopped => "stopped",
        }
    }
}

/// A link with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// What it says.
    pub label: String,
    /// Where it leads.
    pub href: String,
}

/// A step of a loop, shown by `thread::steps`.
#[derive(Debug, Clone)]
pub struct Step {
    /// Its name: "Entendre".
    pub label: String,
    /// Where it stands.
    pub state: State,
    /// When, in words: "mars à mai 2026".
    pub when: Option<String>,
    /// Its page.
    pub href: Option<String>,
}

/// A knot of a trace, shown by `thread::trace`: dated, signed by a role, with its reason.
#[derive(Debug, Clone)]
pub struct Knot {
    /// What happened: "Réponse : retenue en partie".
    pub title: String,
    /// Where it stands.
    pub state: State,
    /// When, in words.
    pub when: Option<String>,
    /// Who signs: a role, then a name where it is public.
    pub who: Option<String>,
    /// A person's own words, set apart from the authority's.
    pub voice: Option<String>,
    /// The reason, or what will come.
    pub text: Option<String>,
    /// The record this knot comes from.
    pub link: Option<Anchor>,
}

/// The authority's promise for a démarche, shown by `parts::promise`.
#[derive(Debug, Clone)]
pub struct Promise {
    /// What is promised, in the authority's words.
    pub words: String,
    /// Questions that are open.
    pub open: Vec<String>,
    /// Questions that are not, and why.
    pub closed: Vec<String>,
    /// Who decides.
    pub decides: String,
    /// When one is answered.
    pub answer: String,
}

/// A key figure, shown by `parts::keys`.
#[derive(Debug, Clone)]
pub struct Key {
    /// The figure: "61 %".
    pub value: String,
    /// What it measures.
    pub label: String,
    /// Its n, interval, period: "n = 812 · ± 3,4 points · mars 2026".
    pub precision: String,
}

/// The pages of a long list, shown by `parts::pager`.
#[derive(Debug, Clone, Default)]
pub struct Pages {
    /// Address of the page before.
    pub previous: Option<String>,
    /// Address of the page after.
    pub next: Option<String>,
    /// First, neighbours and last; `None` is a gap.
    pub links: Vec<Option<PageLink>>,
}

/// One page of a long list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageLink {
    /// From 1.
    pub number: u32,
    /// Its address.
    pub href: String,
    /// It is the one shown.
    pub current: bool,
}

impl Pages {
    /// The pages of a list of `total` pages, `current` being shown (from 1); `href` gives the address of a page.
    pub fn new(current: u32, total: u32, href: impl Fn(u32) -> String) -> Self {
        let near = |page: u32| page == 1 || page == total || page.abs_diff(current) <= 1;
        let mut links: Vec<Option<PageLink>> = Vec::new();
        for number in 1..=total {
            if near(number) {
                links.push(Some(PageLink { number, href: href(number), current: number == current }));
            } else if links.last().is_some_and(Option::is_some) {
                links.push(None);
            }
        }
        Self {
            previous: (current > 1).then(|| href(current - 1)),
            next: (current < total).then(|| href(current + 1)),
            links,
        }
    }
}

/// A run of words in a difference, shown by `parts::diff`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Kept, added or removed.
    pub kind: ChangeKind,
    /// The words, spaces included.
    pub text: String,
}

impl Change {
    /// From one text to another, in whole words.
    pub fn between(before: &str, after: &str) -> Vec<Self> {
        let diff = TextDiff::from_words(before, after);
        let mut changes: Vec<Self> = Vec::new();
        for change in diff.iter_all_changes() {
            let kind = match change.tag() {
                ChangeTag::Equal => ChangeKind::Kept,
                ChangeTag::Insert => ChangeKind::Added,
                ChangeTag::Delete => ChangeKind::Removed,
            };
            match changes.last_mut() {
                Some(last) if last.kind == kind => last.text.push_str(change.value()),
                _ => changes.push(Self { kind, text: change.value().to_owned() }),
            }
        }
        changes
    }
}

/// What became of the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// In both texts.
    Kept,
    /// Only in the new one.
    Added,
    /// Only in the old one.
    Removed,
}

impl ChangeKind {
    /// The name the template knows.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Added => "added",
            Self::Removed => "removed",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(current: u32, total: u32) -> String {
        let pages = Pages::new(current, total, |page| format!("?page={page}"));
        let words = pages.links.iter().map(|link| match link {
            Some(link) if link.current => format!("[{}]", link.number),
            Some(link) => link.number.to_string(),
            None => "…".to_owned(),
        });
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn shows_first_last_and_neighbours() {
        assert_eq!(shown(1, 1), "[1]");
        assert_eq!(shown(2, 4), "1 [2] 3 4");
        assert_eq!(shown(7, 20), "1 … 6 [7] 8 … 20");
        assert_eq!(shown(1, 20), "[1] 2 … 20");
    }

    #[test]
    fn ends_have_no_further_page() {
        assert_eq!(Pages::new(1, 3, |page| page.to_string()).previous, None);
        assert_eq!(Pages::new(3, 3, |page| page.to_string()).next, None);
    }

    #[test]
    fn a_difference_is_told_in_whole_words() {
        let changes = Change::between("Un banc rouge ici", "Un banc bleu ici");
        let told: Vec<(&str, &str)> = changes.iter().map(|c| (c.kind.class(), c.text.as_str())).collect();
        assert_eq!(told, [("kept", "Un banc "), ("removed", "rouge"), ("added", "bleu"), ("kept", " ici")]);
    }
}
