//! Chance as a parameter, so that a test is exact and a draw can be replayed.

use std::sync::Mutex;

use rand::rngs::{StdRng, SysRng};
use rand::{Rng, SeedableRng, TryRng};

use crate::digest::hex;

/// Where random bytes come from.
pub trait Chance: Send + Sync {
    /// Fills `bytes` with random ones.
    fn fill(&self, bytes: &mut [u8]);
}

/// Characters of short codes: no 0/O, 1/I/L, so that a code survives handwriting and the telephone.
const CODE_ALPHABET: &[u8; 31] = b"ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/// A secret of 32 bytes in lower-case hexadecimal, for links and session cookies.
pub fn secret(chance: &dyn Chance) -> String {
    let mut bytes = [0_u8; 32];
    chance.fill(&mut bytes);
    hex(&bytes)
}

/// A code of eight characters written by hand as `ABCD-2345`: 8.5 × 10¹¹ of them, tried at the pace the rate limit allows.
pub fn short_code(chance: &dyn Chance) -> String {
    let mut code = String::with_capacity(9);
    while code.len() < 9 {
        let mut byte = [0_u8];
        chance.fill(&mut byte);
        // 248 is the largest multiple of 31 in a byte: rejecting the rest keeps every letter equally likely.
        if byte[0] < 248 {
            if code.len() == 4 {
                code.push('-');
            }
            code.push(char::from(CODE_ALPHABET[usize::from(byte[0] % 31)]));
        }
    }
    code
}

/// Reads a code as people write it: spaces, missing dash, lower case.
pub fn read_short_code(typed: &str) -> Option<String> {
    let letters: String = typed.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
    let known = letters.bytes().all(|b| CODE_ALPHABET.contains(&b));
    (letters.len() == 8 && known).then(|| format!("{}-{}", &letters[..4], &letters[4..]))
}

/// The operating system's randomness.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemChance;

impl Chance for SystemChance {
    fn fill(&self, bytes: &mut [u8]) {
        // A system that cannot give random bytes cannot keep a secret: stopping is the only safe answer.
        if SysRng.try_fill_bytes(bytes).is_err() {
            std::process::abort();
        }
    }
}

/// Chance from a seed: the same seed gives the same story.
#[derive(Debug)]
pub struct SeededChance(Mutex<StdRng>);

impl SeededChance {
    /// Starts the sequence of `seed`.
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(StdRng::seed_from_u64(seed)))
    }
}

impl Chance for SeededChance {
    fn fill(&self, bytes: &mut [u8]) {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).fill_bytes(bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_write_it() {
        let code = short_code(&SeededChance::new(7));
        assert_eq!(read_short_code(&code.to_lowercase().replace('-', " ")), Some(code));
    }

    #[test]
    fn a_code_with_a_letter_outside_the_alphabet_is_refused() {
        assert_eq!(read_short_code("ABCD-234O"), None);
    }

    #[test]
    fn the_same_seed_gives_the_same_secret() {
        assert_eq!(secret(&SeededChance::new(3)), secret(&SeededChance::new(3)));
    }
}
