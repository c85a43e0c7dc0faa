//! French typography, put on when a text is shown and never when it is stored.
//!
//! What is stored, searched and compared stays as it was typed; [`plain`] brings a shown text back to that form.
//! The rules are those of the Imprimerie nationale's *Lexique des règles typographiques*. The functions read plain
//! text, not HTML.

use std::borrow::Cow;

/// Keeps two things together on one line.
pub const NO_BREAK: char = '\u{A0}';
/// The thin space of French before high punctuation.
pub const NARROW_NO_BREAK: char = '\u{202F}';

/// Sets a French text: no-break spaces around its punctuation, real apostrophes, numbers held together and to their
/// signs.
/// Addresses, e-mails and times such as `14:30` are left alone.
pub fn french(text: &str) -> Cow<'_, str> {
    let calls = |c: char| c.is_ascii_digit() || matches!(c, '\'' | ';' | ':' | '!' | '?' | '«' | '»' | '°' | '%' | '€');
    if !text.contains(calls) {
        return Cow::Borrowed(text);
    }
    let mut line = Line { set: String::with_capacity(text.len() + 16), joins_next: false };
    for piece in text.split_inclusive(parts_words) {
        let word = piece.trim_end_matches(parts_words);
        line.word(word);
        piece[word.len()..].chars().for_each(|space| line.space(space));
    }
    Cow::Owned(line.set)
}

/// Turns a shown text back into what a keyboard types, for search and comparison.
pub fn plain(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            NO_BREAK | NARROW_NO_BREAK => ' ',
            '’' => '\'',
            other => other,
        })
        .collect()
}

const OPENING: [char; 7] = ['«', '(', '[', '“', '"', NO_BREAK, NARROW_NO_BREAK];
const CLOSING: [char; 14] = ['»', ')', ']', '”', '"', '.', ',', '…', '!', '?', ';', ':', NO_BREAK, NARROW_NO_BREAK];

/// The text set so far.
struct Line {
    set: String,
    /// The last sign calls for a no-break space, which swallows a typed one.
    joins_next: bool,
}

impl Line {
    fn space(&mut self, space: char) {
        if !std::mem::take(&mut self.joins_next) || space == '\n' {
            self.set.push(space);
        }
    }

    fn word(&mut self, word: &str) {
        self.join_thousands(word);
        let rest = word.trim_start_matches(OPENING);
        let core = rest.trim_end_matches(CLOSING);
        if !is_address(core) {
            return self.signs(word);
        }
        self.signs(&word[..word.len() - rest.len()]);
        self.set.push_str(core);
        self.signs(&rest[core.len()..]);
    }

    /// `2 149`: three digits after a space continue the one to three digits before it.
    fn join_thousands(&mut self, word: &str) {
        let digits = word.chars().take_while(char::is_ascii_digit).count();
        let Some(before) = self.set.strip_suffix(' ').filter(|_| digits == 3) else { return };
        let leading = before.chars().rev().take_while(char::is_ascii_digit).count();
        if (1..=3).contains(&leading) {
            self.set.pop();
            self.set.push(NARROW_NO_BREAK);
        }
    }

    fn signs(&mut self, signs: &str) {
        for (at, sign) in signs.char_indices() {
            self.sign(sign, &signs[at + sign.len_utf8()..]);
        }
    }

    fn sign(&mut self, sign: char, after: &str) {
        let joined = std::mem::take(&mut self.joins_next);
        match sign {
            NO_BREAK | NARROW_NO_BREAK if joined => {}
            '\'' if self.ends_with(char::is_alphabetic)
                && after.starts_with(|c: char| c.is_alphanumeric() || c == '«') =>
            {
                self.set.push('’');
            }
            ';' | '!' | '?' if only_closes(after) => self.high(sign, NARROW_NO_BREAK),
            ':' if only_closes(after) => self.high(sign, NO_BREAK),
            '%' | '€' if self.spaced_after(|c| c.is_ascii_digit()) => self.hold(sign, NO_BREAK),
            '»' => self.hold(sign, NO_BREAK),
            '«' => self.open(sign),
            '°' if self.abbreviates_number()
                && (after.is_empty() || after.starts_with(|c: char| c.is_ascii_digit())) =>
            {
                self.open(sign);
            }
            _ => self.set.push(sign),
        }
    }

    /// High punctuation: the first sign of a run such as `?!` takes the space.
    fn high(&mut self, sign: char, space: char) {
        let follows_words =
            |c: char| c.is_alphanumeric() || matches!(c, ')' | ']' | '”' | '"' | '»' | '…' | '%' | '€' | '’');
        if self.spaced_after(|c| !matches!(c, '«' | '°')) || self.ends_with(follows_words) {
            self.hold(sign, space);
        } else {
            self.set.push(sign);
        }
    }

    /// Puts `sign` behind `space`, which replaces a typed space.
    fn hold(&mut self, sign: char, space: char) {
        if self.ends_with(is_space) {
            self.set.pop();
        }
        if !self.set.is_empty() {
            self.set.push(space);
        }
        self.set.push(sign);
    }

    fn open(&mut self, sign: char) {
        self.set.push(sign);
        self.set.push(NO_BREAK);
        self.joins_next = true;
    }

    fn ends_with(&self, test: impl Fn(char) -> bool) -> bool {
        self.set.chars().next_back().is_some_and(test)
    }

    fn spaced_after(&self, test: impl Fn(char) -> bool) -> bool {
        let mut back = self.set.chars().rev();
        back.next().is_some_and(is_space) && back.next().is_some_and(test)
    }

    /// `n` of `n°`, and not the end of a word.
    fn abbreviates_number(&self) -> bool {
        let mut back = self.set.chars().rev();
        back.next().is_some_and(|c| matches!(c, 'n' | 'N')) && !back.next().is_some_and(char::is_alphanumeric)
    }
}

fn parts_words(c: char) -> bool {
    c.is_whitespace() && !matches!(c, NO_BREAK | NARROW_NO_BREAK)
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | NO_BREAK | NARROW_NO_BREAK)
}

fn only_closes(after: &str) -> bool {
    after.trim_start_matches(CLOSING).is_empty()
}

fn is_address(word: &str) -> bool {
    let starts = |prefix: &str| word.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
    word.contains("://") || word.contains('@') || ["www.", "mailto:", "tel:"].into_iter().any(starts)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{french, plain};

    /// Narrow no-break spaces are written `_` and no-break spaces `~`, so that a case can be read.
    fn set(text: &str) -> String {
        french(text).replace('\u{202F}', "_").replace('\u{A0}', "~")
    }

    #[test]
    fn high_punctuation_takes_its_space() {
        assert_eq!(set("Pourquoi ?"), "Pourquoi_?");
        assert_eq!(set("Pourquoi?"), "Pourquoi_?");
        assert_eq!(set("Oui ; non !"), "Oui_; non_!");
        assert_eq!(set("Votre avis : le voici"), "Votre avis~: le voici");
        assert_eq!(set("Quoi ?! Vraiment (oui !)."), "Quoi_?! Vraiment (oui_!).");
        assert_eq!(set("(?)"), "(?)");
    }

    #[test]
    fn guillemets_hold_their_words() {
        assert_eq!(set("Dire « oui » ou «non»."), "Dire «~oui~» ou «~non~».");
        assert_eq!(set("« Pourquoi ? »"), "«~Pourquoi_?~»");
        assert_eq!(set("l'« eau »"), "l’«~eau~»");
    }

    #[test]
    fn the_thousands_of_a_number_stay_together() {
        assert_eq!(set("Les 2 149 réponses, 1 240 000 euros"), "Les 2_149 réponses, 1_240_000 euros");
        assert_eq!(set("En 2019 149 personnes, puis 12 1490"), "En 2019 149 personnes, puis 12 1490");
    }

    #[test]
    fn apostrophes_are_curly_inside_words_only() {
        assert_eq!(set("Aujourd'hui, l'eau d'ici"), "Aujourd’hui, l’eau d’ici");
        assert_eq!(set("'ainsi'"), "'ainsi'");
    }

    #[test]
    fn numbers_stay_with_their_signs() {
        assert_eq!(set("Décision n° 12, n°13, N° 4"), "Décision n°~12, n°~13, N°~4");
        assert_eq!(set("45,6 % pour 12 €"), "45,6~% pour 12~€");
        assert_eq!(set("il fait 20° ici"), "il fait 20° ici");
        assert_eq!(set("non° 3"), "non° 3");
    }

    #[test]
    fn addresses_and_times_are_left_alone() {
        let left = [
            "https://exemple.fr/a?b=1;c='d'",
            "(https://exemple.fr/?q=1)",
            "WWW.exemple.fr/a!b",
            "mailto:a@exemple.fr?subject=x",
            "o'neil@exemple.fr",
            "14:30",
            "à 14:30, puis 15:45",
            ":param",
            "a?b",
        ];
        for text in left {
            assert_eq!(set(text), text);
        }
        assert_eq!(set("Voir https://exemple.fr ?"), "Voir https://exemple.fr_?");
        assert_eq!(set("Voir https://exemple.fr/a : oui"), "Voir https://exemple.fr/a~: oui");
    }

    #[test]
    fn line_ends_are_kept() {
        assert_eq!(set("«\noui\n» !\n\n? fin"), "«~\noui\n~»_!\n\n? fin");
        assert_eq!(french("Rien à changer ici."), "Rien à changer ici.");
    }

    #[test]
    fn a_shown_text_comes_back_to_what_was_typed() {
        let typed = "L'avis n° 3 : « oui » ; et vous ?";
        assert_eq!(plain(&french(typed)), typed);
    }

    proptest! {
        #[test]
        fn setting_twice_changes_nothing(text in "[a-zé0-9 ':;!?«»°n%€@./()\n]{0,40}") {
            let once = french(&text).into_owned();
            prop_assert_eq!(french(&once), once.as_str());
        }

        #[test]
        fn only_spaces_and_apostrophes_change(text in "\\PC{0,40}") {
            let bare = |text: &str| plain(text).replace(' ', "");
            prop_assert_eq!(bare(&french(&text)), bare(&text));
        }
    }
}
