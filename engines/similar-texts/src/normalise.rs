//! French texts brought to the form in which they are compared: case, accents, ligatures, punctuation and spacing
//! aside.

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words that carry no subject, folded and in order; elided forms (`l’`, `d’`, `qu’`) stand alone because the
/// apostrophe separates.
const STOP_WORDS: &[&str] = &[
    "a", "afin", "ai", "ainsi", "alors", "apres", "as", "au", "aucun", "aucune", "aura", "aussi", "autre", "autres",
    "aux", "avant", "avec", "avoir", "beaucoup", "bien", "c", "ca", "car", "ce", "ceci", "cela", "celle", "celles",
    "celui", "ces", "cet", "cette", "ceux", "chaque", "chez", "comme", "comment", "contre", "d", "dans", "de",
    "depuis", "des", "doit", "doivent", "donc", "dont", "du", "elle", "elles", "en", "encore", "entre", "es", "est",
    "et", "etaient", "etait", "etant", "ete", "etes", "etre", "eu", "eux", "faire", "fait", "faut", "ici", "il", "ils",
    "j", "je", "jusqu", "l", "la", "le", "les", "leur", "leurs", "lors", "lorsqu", "lorsque", "lui", "m", "ma", "mais",
    "me", "meme", "memes", "mes", "moi", "moins", "mon", "n", "ne", "ni", "non", "nos", "notre", "nous", "on", "ont",
    "ou", "oui", "par", "parce", "pas", "peu", "peut", "peuvent", "plus", "pour", "pourquoi", "puis", "puisqu",
    "puisque", "qu", "quand", "que", "quel", "quelle", "quelles", "quels", "qui", "quoi", "quoiqu", "quoique", "s",
    "sa", "sans", "se", "sera", "serait", "seront", "ses", "si", "soient", "soit", "sommes", "son", "sont", "sous",
    "suis", "sur", "t", "ta", "te", "tel", "telle", "telles", "tels", "tes", "toi", "ton", "toujours", "tous", "tout",
    "toute", "toutes", "tres", "trop", "tu", "un", "une", "vers", "voir", "vos", "votre", "vous", "y",
];

/// Lower case, without accents, ligatures opened, every run of other characters than letters and digits one space.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii() {
            push(&mut folded, letter.to_ascii_lowercase());
        } else {
            fold_letter(&mut folded, letter);
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

fn fold_letter(folded: &mut String, letter: char) {
    match letter {
        'œ' | 'Œ' => folded.push_str("oe"),
        'æ' | 'Æ' => folded.push_str("ae"),
        'ß' => folded.push_str("ss"),
        _ => {
            let plain = std::iter::once(letter).nfkd().filter(|part| !is_combining_mark(*part));
            plain.flat_map(char::to_lowercase).for_each(|part| push(folded, part));
        }
    }
}

fn push(folded: &mut String, letter: char) {
    if letter.is_alphanumeric() {
        folded.push(letter);
    } else if !folded.is_empty() && !folded.ends_with(' ') {
        folded.push(' ');
    }
}

/// Whether a folded word carries no subject of its own.
pub fn is_stop_word(folded: &str) -> bool {
    STOP_WORDS.binary_search(&folded).is_ok()
}

/// Brings the forms of a word together. Made once, used for many words.
pub struct French(Stemmer);

impl Default for French {
    fn default() -> Self {
        Self(Stemmer::create(Algorithm::French))
    }
}

impl French {
    /// The stem of a folded word; nothing for a stop word or a single letter.
    pub fn stem(&self, folded: &str) -> Option<String> {
        if is_stop_word(folded) || folded.chars().nth(1).is_none() {
            return None;
        }
        Some(fold(&self.0.stem(folded)))
    }

    /// The stems of a text in order, stop words left out.
    pub fn stems(&self, text: &str) -> Vec<String> {
        fold(text).split(' ').filter_map(|word| self.stem(word)).collect()
    }
}

/// The stems of one text in order, stop words left out; see [`French`] for many.
pub fn stems(text: &str) -> Vec<String> {
    French::default().stems(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_case_accents_ligatures_and_spacing() {
        assert_eq!(fold("  L’ŒUVRE   d’ÉTÉ,\n n°\u{a0}3 !"), "l oeuvre d ete n 3");
        assert_eq!(fold("e\u{301}te\u{301}"), fold("été"));
        assert_eq!(fold("?!…"), "");
    }

    #[test]
    fn stems_what_carries_the_subject() {
        assert_eq!(stems("Qu'il y ait plus d’arbres à l'école"), stems("AIT arbre ecoles"));
        assert_eq!(stems("Végétaliser les cours"), stems("vegetalisation des cours"));
    }

    #[test]
    fn keeps_its_stop_words_folded_and_in_order() {
        assert!(STOP_WORDS.is_sorted());
        assert!(STOP_WORDS.iter().all(|word| fold(word) == *word));
    }
}
