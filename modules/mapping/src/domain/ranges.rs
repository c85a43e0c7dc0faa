//! Parts of a file that a client asks for (RFC 9110, section 14): readers of PMTiles take a few thousand bytes of gigabytes.

/// What to answer to a `Range` header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Range {
    /// All of it: nothing was asked, or something that may be ignored (several parts, another unit).
    Whole,
    /// From this byte to that one, both included.
    Part(u64, u64),
    /// None of it is there.
    Outside,
}

/// Reads a header for a file of `length` bytes.
pub fn parse(header: Option<&str>, length: u64) -> Range {
    header
        .and_then(|header| header.trim().strip_prefix("bytes="))
        .map_or(Range::Whole, |range| of(range.trim(), length))
}

fn of(range: &str, length: u64) -> Range {
    let Some((first, last)) = range.split_once('-').filter(|_| !range.contains(',')) else { return Range::Whole };
    match (number(first), number(last)) {
        (Some(first), Some(last)) if first > last => Range::Whole,
        (Some(first), Some(last)) => within(first, last, length),
        (Some(first), None) if last.trim().is_empty() => within(first, u64::MAX, length),
        (None, Some(0)) if first.trim().is_empty() => Range::Outside,
        (None, Some(last)) if first.trim().is_empty() => within(length.saturating_sub(last), u64::MAX, length),
        _ => Range::Whole,
    }
}

/// Digits alone: `parse` would also take a sign.
fn number(text: &str) -> Option<u64> {
    let text = text.trim();
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

const fn within(first: u64, last: u64, length: u64) -> Range {
    if first >= length {
        return Range::Outside;
    }
    Range::Part(first, if last < length { last } else { length - 1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_what_was_asked_within_what_there_is() {
        let of = |header| parse(Some(header), 1_000);
        assert_eq!(of("bytes=0-126"), Range::Part(0, 126));
        assert_eq!(of("bytes=990-5000"), Range::Part(990, 999));
        assert_eq!(of("bytes=500-"), Range::Part(500, 999));
        assert_eq!(of("bytes=-100"), Range::Part(900, 999));
        assert_eq!(of("bytes=-5000"), Range::Part(0, 999));
        for outside in ["bytes=1000-", "bytes=1000-2000", "bytes=-0"] {
            assert_eq!(of(outside), Range::Outside, "{outside}");
        }
        for ignored in ["bytes=0-1,5-6", "lines=1-2", "bytes=9-2", "bytes=x-", "bytes=+1-2", "bytes=-", "bytes="] {
            assert_eq!(of(ignored), Range::Whole, "{ignored}");
        }
        assert_eq!((parse(None, 10), parse(Some("bytes=0-"), 0)), (Range::Whole, Range::Outside));
    }
}
