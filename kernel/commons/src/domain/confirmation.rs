//! The proof that an address is its author's own: six digits sent there, typed back within a day.

use arpent_core::Id;
use arpent_core::chance::Chance;
use arpent_core::digest::sha256;
use jiff::{SignedDuration, Timestamp};

use super::contribution::Contribution;

/// How long a code is good.
pub const GOOD_FOR: SignedDuration = SignedDuration::from_hours(24);
/// Wrong tries after which another code must be asked for: with [`MOST_A_DAY`], 25 guesses among a million each day.
pub const TRIES: i64 = 5;
/// A code sent more recently than this is waited for rather than sent again.
pub const PACE: SignedDuration = SignedDuration::from_mins(1);
/// Codes sent for one contribution in a day, the first one and those to a corrected address included: nobody's box is
/// filled by someone else.
pub const MOST_A_DAY: i64 = 5;
/// An address nobody confirmed is forgotten after this long.
pub const KEPT_FOR: SignedDuration = SignedDuration::from_hours(24 * 30);

/// Digits of a code.
const DIGITS: usize = 6;
/// How many codes there are.
const CODES: u32 = 1_000_000;

/// Draws six digits, each code as likely as another.
pub fn draw(chance: &dyn Chance) -> String {
    // The largest multiple of a million in 32 bits: rejecting the rest keeps every code equally likely.
    const FAIR: u32 = u32::MAX - u32::MAX % CODES;
    loop {
        let mut bytes = [0_u8; 4];
        chance.fill(&mut bytes);
        let drawn = u32::from_le_bytes(bytes);
        if drawn < FAIR {
            return format!("{:06}", drawn % CODES);
        }
    }
}

/// Reads a code as people write it: `123 456`, `123-456`.
pub fn read(typed: &str) -> Option<String> {
    let kept: String = typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '.')).collect();
    (kept.len() == DIGITS && kept.bytes().all(|byte| byte.is_ascii_digit())).then_some(kept)
}

/// What is kept of a code, under the contribution it was sent for: the same digits elsewhere are something else.
pub fn hash(contribution: Id<Contribution>, digits: &str) -> String {
    sha256(["address code", &contribution.to_string(), digits].join("\u{1f}"))
}

/// A code sent, as it is kept.
#[derive(Debug, Clone)]
pub struct SentCode {
    /// Wrong tries since it was sent.
    pub tries: i64,
    /// When it was sent.
    pub sent_at: Timestamp,
    /// Codes sent since `since`.
    pub letters: i64,
    /// When the day in which letters are counted began.
    pub since: Timestamp,
}

/// Why a code is good no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spent {
    /// It was tried too often.
    Tried,
    /// It is too old.
    Old,
}

impl SentCode {
    /// Why it is good no more, if so.
    pub fn spent(&self, now: Timestamp) -> Option<Spent> {
        if self.tries >= TRIES {
            Some(Spent::Tried)
        } else {
            (now.duration_since(self.sent_at) >= GOOD_FOR).then_some(Spent::Old)
        }
    }

    /// Tries left before another code must be asked for.
    pub fn tries_left(&self) -> i64 {
        (TRIES - self.tries).max(0)
    }

    /// Sent so recently that it may still be on its way.
    pub fn is_on_its_way(&self, now: Timestamp) -> bool {
        now.duration_since(self.sent_at) < PACE
    }
}

#[cfg(test)]
mod tests {
    use arpent_core::chance::SeededChance;

    use super::*;

    fn sent(tries: i64) -> SentCode {
        let at = Timestamp::UNIX_EPOCH;
        SentCode { tries, sent_at: at, letters: 1, since: at }
    }

    fn after(length: SignedDuration) -> Timestamp {
        Timestamp::UNIX_EPOCH.checked_add(length).expect("an instant")
    }

    #[test]
    fn a_code_is_six_digits_and_is_read_as_people_write_it() {
        let code = draw(&SeededChance::new(3));
        assert_eq!(read(&code).as_ref(), Some(&code));
        let spaced = format!(" {} {} ", &code[..3], &code[3..]);
        assert_eq!(read(&spaced), Some(code));
        assert_eq!(read("12345"), None);
        assert_eq!(read("12345a"), None);
    }

    #[test]
    fn codes_do_not_lean_to_either_end() {
        let chance = SeededChance::new(11);
        let low = (0..2_000).filter(|_| draw(&chance).as_str() < "500000").count();
        assert!((900..1_100).contains(&low), "{low} of 2,000 in the lower half");
    }

    #[test]
    fn the_same_digits_for_another_contribution_are_something_else() {
        let id = |n| Id::from_uuid(uuid::Uuid::from_u128(n));
        assert_ne!(hash(id(1), "123456"), hash(id(2), "123456"));
    }

    #[test]
    fn a_code_ends_with_the_day_or_with_the_fifth_mistake() {
        assert_eq!(sent(4).spent(after(SignedDuration::from_hours(23))), None);
        assert_eq!(sent(4).spent(after(GOOD_FOR)), Some(Spent::Old));
        assert_eq!(sent(5).spent(after(PACE)), Some(Spent::Tried));
        assert_eq!((sent(3).tries_left(), sent(5).tries_left()), (2, 0));
        assert!(sent(0).is_on_its_way(after(SignedDuration::from_secs(59))) && !sent(0).is_on_its_way(after(PACE)));
    }
}
