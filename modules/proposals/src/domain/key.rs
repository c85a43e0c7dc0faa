//! Keys by which the same thing sent twice is one thing.

use arpent_core::digest::sha256_of;

/// The SHA-256 of some parts, in hexadecimal; where one part ends and the next begins counts.
pub fn key<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    sha256_of(parts.into_iter().flat_map(|part| [part, b"\0"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_part_ends_counts() {
        assert_ne!(key([&b"ab"[..], b"c"]), key([&b"a"[..], b"bc"]));
        assert_eq!(key([&b"a"[..]]).len(), 64);
    }
}
