//! Eight bytes at a time: where a cell ends, what a short identifier or a whole number is.

const ONES: u64 = 0x0101_0101_0101_0101;
const TOPS: u64 = 0x80 * ONES;

/// The eight bytes at a place, the first one lowest; past the end of the file, ends of lines.
pub(super) fn eight(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    if let Some(whole) = rest.first_chunk::<8>() {
        return u64::from_le_bytes(*whole);
    }
    let mut padded = [b'\n'; 8];
    padded[..rest.len()].copy_from_slice(rest);
    u64::from_le_bytes(padded)
}

/// The top bit of the bytes that are equal to one; exact up to the first of them.
fn equal(word: u64, byte: u8) -> u64 {
    let differences = word ^ (u64::from(byte) * ONES);
    differences.wrapping_sub(ONES) & !differences & TOPS
}

/// A short text: its bytes, the first one lowest, and how many they are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Short {
    pub(super) key: u64,
    pub(super) length: usize,
}

/// The bytes before the first one below `0`, or `;`: all that separates projects on a ballot is among those. `None` when there
/// are more than seven.
pub(super) fn short(word: u64) -> Option<Short> {
    let at_least_0 = ((word & !TOPS) + u64::from(0x80 - b'0') * ONES) | word;
    let stops = (!at_least_0 & TOPS) | equal(word, b';');
    if stops == 0 {
        return None;
    }
    let bits = stops.trailing_zeros() - 7;
    Some(Short { key: word & ((1 << bits) - 1), length: bits as usize / 8 })
}

/// The key of an identifier that [`short`] finds whole wherever it stands.
pub(super) fn key(id: &[u8]) -> Option<u64> {
    let separates = |byte: &u8| *byte < b'0' || *byte == b';';
    if id.is_empty() || id.len() > 7 || id.iter().any(separates) {
        return None;
    }
    Some(id.iter().rev().fold(0, |key, byte| (key << 8) | u64::from(*byte)))
}

/// The whole number that a short text writes.
pub(super) fn whole_number(text: Short) -> Option<u32> {
    if text.length == 0 {
        return None;
    }
    // Zeros in front, then pairs, fours and all eight digits together.
    let shift = 64 - 8 * text.length;
    let digits = (text.key << shift).wrapping_sub((u64::from(b'0') * ONES) << shift);
    if (digits | digits.wrapping_add(0x76 * ONES)) & TOPS != 0 {
        return None;
    }
    let pairs = (digits * 10 + (digits >> 8)) & 0x00ff_00ff_00ff_00ff;
    let fours = (pairs * 100 + (pairs >> 16)) & 0x0000_ffff_0000_ffff;
    u32::try_from((fours * 10_000 + (fours >> 32)) & 0xffff_ffff).ok()
}

/// Where a cell ends: the next `;` or end of line.
pub(super) fn cell_end(bytes: &[u8], mut at: usize) -> usize {
    loop {
        let word = eight(bytes, at);
        let stops = equal(word, b';') | equal(word, b'\n');
        if stops != 0 {
            return (at + stops.trailing_zeros() as usize / 8).min(bytes.len());
        }
        at += 8;
    }
}

#[cfg(test)]
mod tests {
    use super::{cell_end, eight, key, short, whole_number};

    #[test]
    fn words_agree_with_bytes() {
        for text in ["", "7", "07,", "1234567;", "12\n", "A1\u{e9};", "12345678", "9:;", "1.5", "a b"] {
            let word = short(eight(text.as_bytes(), 0));
            let length = text.bytes().position(|byte| byte < b'0' || byte == b';').unwrap_or(text.len());
            assert_eq!(word.map(|word| word.length), (length < 8).then_some(length), "{text}");
            let Some(word) = word else { continue };
            assert_eq!(key(&text.as_bytes()[..length]).unwrap_or(0), word.key, "{text}");
            let digits = text[..length].bytes().all(|byte| byte.is_ascii_digit());
            assert_eq!(whole_number(word), text[..length].parse().ok().filter(|_| digits), "{text}");
            let end = text.find([';', '\n']).unwrap_or(text.len());
            assert_eq!(cell_end(text.as_bytes(), 0), end, "{text}");
        }
    }
}
