//! Voters, known by keyed hashes alone.

use std::sync::atomic::{AtomicU64, Ordering};

use arpent_commons::domain::initiative::slug;
use arpent_core::chance::{Chance, read_short_code, short_code};
use arpent_core::digest::{hex, sha256};
use jiff::civil::Date;
use ring::hmac::{HMAC_SHA256, Key, sign};

use super::settings::Access;

/// What a voter says of herself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claim {
    /// An address, and the code it received; none at the booth, where the address itself is shown.
    Email(String, String),
    /// The code of a letter.
    Letter(String),
    /// A number of the register.
    Number(String),
    /// Name and day of birth.
    Birth(String, Date),
}

impl Claim {
    /// By which way it is known.
    pub const fn access(&self) -> Access {
        match self {
            Self::Email(..) => Access::Email,
            Self::Letter(_) => Access::Letter,
            Self::Number(_) => Access::Number,
            Self::Birth(..) => Access::Birth,
        }
    }

    /// The same person always says the same: case, accents, spaces and what follows a `+` in an address do not count.
    fn normalised(&self) -> String {
        match self {
            Self::Email(address, _) => {
                let address = address.trim().to_lowercase();
                let (user, domain) = address.rsplit_once('@').unwrap_or((address.as_str(), ""));
                format!("{}@{domain}", user.split('+').next().unwrap_or(user))
            }
            Self::Letter(code) => read_short_code(code).unwrap_or_default(),
            Self::Number(number) => {
                number.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
            }
            // Surname first or last: the words in alphabetical order.
            Self::Birth(name, day) => {
                let folded = slug(name);
                let mut words: Vec<&str> = folded.split('-').collect();
                words.sort_unstable();
                format!("{} {day}", words.join(" "))
            }
        }
    }

    /// Nothing that could name anyone was said.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Email(address, _) => !address.contains('@'),
            Self::Letter(code) => read_short_code(code).is_none(),
            Self::Number(_) => self.normalised().is_empty(),
            Self::Birth(name, _) => slug(name).is_empty(),
        }
    }

    /// The only thing that is kept of her: HMAC-SHA-256 (RFC 2104) under the budget's own secret.
    pub fn hash(&self, secret: &str) -> String {
        keyed(secret, self.access().code(), &self.normalised())
    }
}

fn keyed(secret: &str, purpose: &str, text: &str) -> String {
    let key = Key::new(HMAC_SHA256, secret.as_bytes());
    hex(sign(&key, [purpose, text].join("\u{1f}").as_bytes()).as_ref())
}

/// What is kept of a code sent to an address.
pub fn code_hash(secret: &str, voter: &str, code: &str) -> String {
    keyed(secret, "code", &[voter, &read_short_code(code).unwrap_or_default()].join(" "))
}

/// A code that opens one ballot: twice the length of others, since it is tried without being asked for anything else.
pub fn receipt(chance: &dyn Chance) -> String {
    format!("{}-{}", short_code(chance), short_code(chance))
}

/// Bytes that a secret gives, always the same.
struct Derived {
    key: Key,
    purpose: String,
    turn: AtomicU64,
}

impl Chance for Derived {
    fn fill(&self, bytes: &mut [u8]) {
        for part in bytes.chunks_mut(32) {
            let turn = self.turn.fetch_add(1, Ordering::Relaxed);
            let block = sign(&self.key, format!("{}\u{1f}{turn}", self.purpose).as_bytes());
            part.copy_from_slice(&block.as_ref()[..part.len()]);
        }
    }
}

/// The code on the stub of a paper sheet: drawn from the budget's secret, so that a page is printed again as it was, and
/// nothing of it but a hash is left once the secret is destroyed.
pub fn stub(secret: &str, number: i64) -> String {
    let key = Key::new(HMAC_SHA256, secret.as_bytes());
    receipt(&Derived { key, purpose: format!("stub\u{1f}{number}"), turn: AtomicU64::new(0) })
}

/// What is kept of a receipt. Not under the budget's secret: it must still open the ballot once that is destroyed.
pub fn receipt_hash(budget: &str, typed: &str) -> Option<String> {
    let letters: String = typed.chars().filter(char::is_ascii_alphanumeric).collect();
    if letters.len() != 16 {
        return None;
    }
    let (start, end) = letters.split_at(8);
    let whole = [read_short_code(start)?, read_short_code(end)?].join("-");
    Some(sha256([budget, &whole].join("\u{1f}")))
}

/// Whether someone born that day has the age on a day.
pub fn is_of_age(born: Date, day: Date, age: i64) -> bool {
    let years = i64::from(day.year()) - i64::from(born.year());
    let reached = (day.month(), day.day()) >= (born.month(), born.day());
    years - i64::from(!reached) >= age
}

/// Reads a day as registers write it: 2015-03-09 or 09/03/2015.
pub fn read_day(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Ok(day) = text.parse() {
        return Some(day);
    }
    let parts: Vec<i16> = text.split(['/', '.', '-']).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let &[day, month, year] = parts.as_slice() else { return None };
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().filter(|day| day.year() > 1800)
}

#[cfg(test)]
mod tests {
    use super::*;
    use arpent_core::SeededChance;
    use jiff::civil::date;

    #[test]
    fn one_person_is_one_hash_however_she_writes_it() {
        let day = date(1990, 5, 1);
        let same = |a: &Claim, b: &Claim| a.hash("s") == b.hash("s");
        assert!(same(&Claim::Birth("Éloïse de La Tour".into(), day), &Claim::Birth("DE LA TOUR  eloise".into(), day)));
        assert!(same(
            &Claim::Email("Lea+vote@Exemple.fr".into(), String::new()),
            &Claim::Email("lea@exemple.fr".into(), "x".into())
        ));
        assert!(same(&Claim::Number("ab 12-3".into()), &Claim::Number("AB123".into())));
        assert!(!same(&Claim::Number("AB123".into()), &Claim::Letter("AB123".into())));
        assert_ne!(Claim::Number("1".into()).hash("s"), Claim::Number("1".into()).hash("t"));
    }

    #[test]
    fn the_same_name_on_another_day_is_someone_else() {
        let of = |day| Claim::Birth("Léa Martin".into(), day).hash("s");
        assert_ne!(of(date(1990, 5, 1)), of(date(1990, 5, 2)));
    }

    #[test]
    fn a_receipt_is_read_as_people_copy_it() {
        let code = receipt(&SeededChance::new(3));
        let hash = receipt_hash("b", &code);
        assert!(hash.is_some());
        assert_eq!(receipt_hash("b", &code.to_lowercase().replace('-', " ")), hash);
        assert_ne!(receipt_hash("c", &code), hash);
        assert_eq!(receipt_hash("b", "ABCD-2345"), None);
    }

    #[test]
    fn a_stub_is_the_same_each_time_and_another_on_each_sheet() {
        assert_eq!(stub("s", 1), stub("s", 1));
        assert!(stub("s", 1) != stub("s", 2) && stub("s", 1) != stub("t", 1));
        assert!(receipt_hash("b", &stub("s", 1)).is_some());
    }

    #[test]
    fn a_birthday_counts_from_its_day() {
        assert!(
            !is_of_age(date(2015, 6, 10), date(2026, 6, 9), 11) && is_of_age(date(2015, 6, 10), date(2026, 6, 10), 11)
        );
    }

    #[test]
    fn a_day_is_read_both_ways() {
        assert_eq!((read_day("09/03/2015"), read_day(" 2015-03-09")), (Some(date(2015, 3, 9)), Some(date(2015, 3, 9))));
        assert_eq!((read_day("31/02/2015"), read_day("mars")), (None, None));
    }
}
