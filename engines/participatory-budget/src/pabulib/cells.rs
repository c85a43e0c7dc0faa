//! Lines split in cells, and what cells hold.

/// A line, split in cells.
pub(super) type Cells<'a> = Vec<&'a str>;

/// The first line alone, in a file that is not UTF-8 everywhere.
pub(super) fn line_of(rest: &[u8]) -> Option<&str> {
    let end = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
    std::str::from_utf8(&rest[..end]).ok()
}

/// Splits the first line in cells and returns its end; `None` when it holds quotes or odd ends of lines.
pub(super) fn plain<'a>(text: &'a str, cells: &mut Cells<'a>) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut start, mut end) = (0, bytes.len());
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b';' => {
                cells.push(trimmed(&text[start..at]));
                start = at + 1;
            }
            b'\n' => {
                end = at;
                break;
            }
            b'"' => return None,
            b'\r' if bytes.get(at + 1).is_some_and(|next| *next != b'\n') => return None,
            _ => {}
        }
    }
    cells.push(trimmed(&text[start..end]));
    Some(end)
}

/// Without the spaces around it, most often none.
pub(super) fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        [] => text,
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        [one] if one.is_ascii_graphic() => text,
        _ => text.trim(),
    }
}

/// A whole number of five digits at most, written as short as can be.
pub(super) fn short_number(id: &[u8]) -> Option<usize> {
    if id.len() > 5 || matches!(id, [] | [b'0', ..]) {
        return None;
    }
    id.iter().try_fold(0, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + usize::from(byte - b'0')))
}

/// A cell that holds a list; `none` is an empty one.
pub(super) fn listed(text: &str) -> &str {
    if text.eq_ignore_ascii_case("none") { "" } else { text }
}
