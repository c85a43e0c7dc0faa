//! Bytes as text that survives addresses, cookies and the database.

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
