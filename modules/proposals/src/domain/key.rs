//! Keys by which the same thing sent twice is one thing.

use std::fmt::Write as _;

use ring::digest::{Context, SHA256};

/// The SHA-256 of some parts, in hexadecimal; where one part ends and the next begins counts.
pub fn key<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut context = Context::new(&SHA256);
    for part in parts {
        context.update(part);
        context.update(b"\0");
    }
    context.finish().as_ref().iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
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
