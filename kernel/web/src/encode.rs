//! Bytes as text that survives addresses, cookies and the database.

use std::fmt::Write as _;

/// One byte as the value of a query parameter.
pub(crate) fn percent(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() || b"-_./".contains(&byte) {
        char::from(byte).to_string()
    } else {
        format!("%{byte:02X}")
    }
}

/// A text as the value of a query parameter.
pub(crate) fn query(text: &str) -> String {
    text.bytes().map(percent).collect()
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
