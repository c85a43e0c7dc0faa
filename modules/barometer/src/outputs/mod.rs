//! What leaves with people: the published figures and their codebook for everyone; for those who collect, a protected file of
//! the answers with what repeats the figures.
//!
//! Answers themselves are never published: tabulating them would give back each figure that the cube hides.

pub(crate) mod answers;
pub(crate) mod codebook;
pub(crate) mod dossier;
pub(crate) mod figures;

use arpent_documents::ddi::Said;
use arpent_texts::Lang;

use crate::domain::wording::Wording;
use crate::texts::Texts;

/// Words in every language, French first.
fn said(wording: &Wording) -> Said {
    let mut words: Said = wording.0.iter().map(|(language, words)| (language.clone(), words.clone())).collect();
    words.sort_by_key(|(language, _)| language != "fr");
    words
}

/// What the language files say, in every language.
fn both(say: impl Fn(Texts) -> String) -> Said {
    Lang::ALL.into_iter().map(|lang| (lang.code().to_owned(), say(Texts::new(lang)))).collect()
}

/// The words of a language among them.
fn of(words: &Said, lang: Lang) -> &str {
    let found = words.iter().find(|(language, words)| language == lang.code() && !words.is_empty());
    found.or(words.first()).map_or("", |(_, words)| words.as_str())
}

/// Bytes that hold the longest of these texts: from 1 to the 255 of a column of SPSS.
fn width<'a>(texts: impl Iterator<Item = &'a str>) -> usize {
    texts.map(str::len).max().unwrap_or(1).clamp(1, 255)
}
