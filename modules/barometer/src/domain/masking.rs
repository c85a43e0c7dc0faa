//! Words that anyone may read: what tells who a person is, or how to reach her, is masked.
//!
//! Masked: e-mail addresses, telephone numbers, file and account numbers, and the name that follows a title (M., Mme,
//! Dr…). A name without a title cannot be told from a place or a street: moderation remains.

/// What takes the place of what is masked, in the reader's language.
#[derive(Debug, Clone, Copy)]
pub struct Masks<'a> {
    /// An e-mail address.
    pub address: &'a str,
    /// A number.
    pub number: &'a str,
    /// A name.
    pub name: &'a str,
}

/// Digits that make a number anyhow: of a file, of a card, of an account.
const LONG: usize = 13;
/// Digits that make one when nothing parts them.
const UNBROKEN: usize = 7;
/// Digits of a telephone number, its prefix apart, at least.
const TELEPHONE: usize = 9;
/// Words of a name, at most.
const NAME: usize = 4;

/// Titles that announce a name, folded.
const TITLES: [&str; 13] =
    ["m", "mr", "mrs", "ms", "mme", "mmes", "mlle", "dr", "monsieur", "madame", "mademoiselle", "docteur", "maitre"];
/// Words that link the parts of a name.
const LINKS: [&str; 9] = ["de", "du", "des", "d", "van", "von", "da", "di", "el"];
/// Titles that only ever announce a name: even one written without a capital.
const SURE: [&str; 6] = ["mr", "mrs", "mme", "mlle", "dr", "ms"];
/// What follows a title without being a name.
const NOT_NAMES: [&str; 15] =
    ["le", "la", "les", "l", "et", "ou", "qui", "que", "a", "au", "est", "de", "du", "the", "and"];

/// The text with what tells who masked. The same text where there is nothing to mask.
pub fn masked(text: &str, masks: Masks<'_>) -> String {
    let without_numbers = numbers(text, masks.number);
    let without_addresses = addresses(&without_numbers, masks.address);
    names(&without_addresses, masks.name)
}

/// Between two digits of one number.
const fn is_gap(letter: char) -> bool {
    matches!(letter, ' ' | '.' | '-' | '\u{a0}' | '\u{202f}' | '\u{2011}')
}

fn numbers(text: &str, mask: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < letters.len() {
        let end = number_end(&letters, at);
        let starts = at == 0 || !letters[at - 1].is_alphanumeric();
        if starts && end > at && is_number(&letters[at..end]) {
            out.push_str(mask);
        } else {
            out.extend(&letters[at..end.max(at + 1)]);
        }
        at = end.max(at + 1);
    }
    out
}

/// Where the digits that begin here, one gap at most between them, come to an end.
fn number_end(letters: &[char], from: usize) -> usize {
    let digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let begins = digit(from) || (letters[from] == '+' && digit(from + 1));
    if !begins {
        return from;
    }
    let mut end = from + 1;
    while digit(end) || (letters.get(end).is_some_and(|one| is_gap(*one)) && digit(end + 1)) {
        end += 1;
    }
    end
}

fn is_number(written: &[char]) -> bool {
    let digits = written.iter().filter(|one| one.is_ascii_digit()).count();
    let unbroken = written.split(|one| !one.is_ascii_digit()).map(<[char]>::len).max().unwrap_or(0);
    let telephone = matches!(written, ['+' | '0', ..]) && digits >= TELEPHONE;
    telephone || digits >= LONG || unbroken >= UNBROKEN
}

fn addresses(text: &str, mask: &str) -> String {
    words(text, |word| {
        let bare = word.trim_matches(|one: char| !one.is_alphanumeric());
        let (name, host) = bare.split_once('@')?;
        let is_address = !name.is_empty() && host.contains('.') && !host.contains('@');
        is_address.then(|| word.replace(bare, mask))
    })
}

/// Every word as `change` says, the spaces between them kept.
fn words(text: &str, mut change: impl FnMut(&str) -> Option<String>) -> String {
    text.split_inclusive(char::is_whitespace)
        .map(|piece| {
            let word = piece.trim_end();
            change(word).map_or_else(|| piece.to_owned(), |new| format!("{new}{}", &piece[word.len()..]))
        })
        .collect()
}

fn names(text: &str, mask: &str) -> String {
    let pieces: Vec<&str> = text.split_inclusive(char::is_whitespace).collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < pieces.len() {
        out.push_str(pieces[at]);
        let taken = name_after(&pieces, at);
        if taken > 0 {
            let last = pieces[at + taken];
            out.push_str(mask);
            out.push_str(after_word(last));
        }
        at += 1 + taken;
    }
    out
}

/// What stands after the letters of a word: a comma, a space.
fn after_word(piece: &str) -> &str {
    let end = piece.trim_end_matches(|one: char| !one.is_alphanumeric()).len();
    &piece[end..]
}

/// Whether a word announces a name; `Some(true)` where it never does anything else.
fn title(piece: &str) -> Option<bool> {
    let word = piece.trim_matches(|one: char| !one.is_alphanumeric());
    let lower = folded(word);
    let after = after_word(piece).trim_end();
    // "M" alone is a size or an initial; a comma after a title opens a letter.
    let stands = if lower == "m" { word == "M" && after == "." } else { after.is_empty() || after == "." };
    (stands && TITLES.contains(&lower.as_str())).then(|| SURE.contains(&lower.as_str()))
}

/// How many words after this one are a name: none unless this one is a title.
fn name_after(pieces: &[&str], at: usize) -> usize {
    let Some(sure) = title(pieces[at]) else { return 0 };
    let mut taken = 0;
    let mut named = 0;
    while named < NAME && at + taken + 1 < pieces.len() {
        let word = pieces[at + taken + 1];
        let bare = word.trim_matches(|one: char| !one.is_alphanumeric());
        let first = taken == 0 && sure;
        let linked = LINKS.contains(&bare) && pieces.get(at + taken + 2).is_some_and(|next| starts_upper(next));
        if !is_name(bare, first) && !linked {
            break;
        }
        taken += 1;
        named += usize::from(!linked);
        // A sentence ends there, or a list goes on.
        if !after_word(word).trim_end().is_empty() {
            break;
        }
    }
    taken
}

fn is_name(word: &str, first: bool) -> bool {
    let lower = folded(word);
    if TITLES.contains(&lower.as_str()) {
        return false;
    }
    starts_upper(word) || (first && lower.len() > 1 && !NOT_NAMES.contains(&lower.as_str()) && !is_apostrophe(word))
}

/// « l'agent », « d'accueil »: not a name.
fn is_apostrophe(word: &str) -> bool {
    word.contains(['\'', '’'])
}

fn starts_upper(word: &str) -> bool {
    word.trim_start_matches(|one: char| !one.is_alphanumeric()).starts_with(char::is_uppercase)
}

fn folded(word: &str) -> String {
    arpent_similar_texts::normalise::fold(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MASKS: Masks<'_> = Masks { address: "[adresse]", number: "[numéro]", name: "[nom]" };

    fn said(text: &str) -> String {
        masked(text, MASKS)
    }

    #[test]
    fn a_way_to_reach_someone_is_masked() {
        assert_eq!(said("Rappelez-moi au 06 12 34 56 78, merci."), "Rappelez-moi au [numéro], merci.");
        assert_eq!(said("tel:+33 6.12.34.56.78"), "tel:[numéro]");
        assert_eq!(said("0612345678"), "[numéro]");
        assert_eq!(said("Écrivez à jeanne.dupont@exemple.fr."), "Écrivez à [adresse].");
        assert_eq!(said("<j@a.b.fr>, vite"), "<[adresse]>, vite");
    }

    #[test]
    fn numbers_of_files_and_accounts_are_masked() {
        assert_eq!(said("dossier 20260312"), "dossier [numéro]");
        assert_eq!(said("1 85 05 38 563 123 45"), "[numéro]");
    }

    #[test]
    fn numbers_that_tell_no_one_stay() {
        for text in [
            "le 02/03/2026 à 14:30",
            "96 688 habitants",
            "38500 Voiron",
            "de 8 h 30 à 17 h",
            "1 200 000 euros",
            "ligne 7010",
        ] {
            assert_eq!(said(text), text);
        }
    }

    #[test]
    fn the_name_after_a_title_is_masked() {
        assert_eq!(said("Mme Dupont m'a bien reçue."), "Mme [nom] m'a bien reçue.");
        assert_eq!(said("M. Jean-Paul de La Tour, au guichet"), "M. [nom], au guichet");
        assert_eq!(said("Merci à madame martin"), "Merci à madame martin");
        assert_eq!(said("mme martin est aimable"), "mme [nom] est aimable");
        assert_eq!(said("Le docteur Petit, à 10 m. Ensuite"), "Le docteur [nom], à 10 m. Ensuite");
        assert_eq!(said("Docteur Petit, Mlle Roux"), "Docteur [nom], Mlle [nom]");
    }

    #[test]
    fn a_title_without_a_name_stays() {
        for text in
            ["Monsieur le maire", "Madame la Présidente", "Madame, Monsieur,", "Taille M ou L", "mme la directrice"]
        {
            assert_eq!(said(text), text);
        }
    }
}
