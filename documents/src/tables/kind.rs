//! What a file is, by its content: the name only settles what the content leaves open.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

use super::{Found, TableError, json_lines};

pub const UTF8_MARK: &[u8] = b"\xef\xbb\xbf";

/// Kinds that one of the readers takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    JsonLines,
    Zip,
    Spss,
}

const SIGNATURES: &[(&[u8], Found)] = &[
    (b"%PDF-", Found::Pdf),
    (b"\x89PNG", Found::Image),
    (b"\xff\xd8\xff", Found::Image),
    (b"GIF8", Found::Image),
    (b"RIFF", Found::Image),
    (b"{\\rtf", Found::TextDocument),
    (b"7z\xbc\xaf", Found::Archive),
    (b"Rar!", Found::Archive),
];

const OLD_OFFICE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// After eight bytes, what a system file of SPSS with a password begins with.
const SPSS_WITH_PASSWORD: &[u8] = b"ENCRYPTEDSAV";

pub fn is_gzip(sample: &[u8]) -> bool {
    sample.starts_with(b"\x1f\x8b")
}

/// A system file of SPSS, compressed or not.
pub fn is_spss(sample: &[u8]) -> bool {
    sample.starts_with(b"$FL2") || sample.starts_with(b"$FL3")
}

/// UTF-16 by its mark, or by the zero bytes that Latin text leaves on one side only.
pub fn utf16(sample: &[u8]) -> Option<&'static Encoding> {
    match sample {
        [0xff, 0xfe, ..] => return Some(UTF_16LE),
        [0xfe, 0xff, ..] => return Some(UTF_16BE),
        _ => {}
    }
    let pairs = sample.chunks_exact(2).take(512);
    let count = pairs.len();
    let high_zero = pairs.clone().filter(|pair| pair[0] == 0 && pair[1] != 0).count();
    let low_zero = pairs.filter(|pair| pair[1] == 0 && pair[0] != 0).count();
    match (high_zero * 10 > count * 8, low_zero * 10 > count * 8) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

/// The kind of a file that begins with `sample`; fails with its type when none of the readers takes it.
pub fn of(sample: &[u8], file_name: &str) -> Result<Kind, TableError> {
    if sample.starts_with(b"PK\x03\x04") || sample.starts_with(b"PK\x05\x06") {
        return Ok(Kind::Zip);
    }
    if is_spss(sample) {
        return Ok(Kind::Spss);
    }
    if sample.get(8..).is_some_and(|rest| rest.starts_with(SPSS_WITH_PASSWORD)) {
        return Err(TableError::Encrypted);
    }
    if sample.starts_with(OLD_OFFICE) {
        return Err(old_office(sample));
    }
    if let Some((_, found)) = SIGNATURES.iter().find(|(signature, _)| sample.starts_with(signature)) {
        return Err(TableError::WrongType { found: *found });
    }
    text(sample.strip_prefix(UTF8_MARK).unwrap_or(sample), file_name)
}

fn text(sample: &[u8], file_name: &str) -> Result<Kind, TableError> {
    let content = sample.trim_ascii_start();
    if content.is_empty() {
        return Err(TableError::Empty);
    }
    let found = if is_binary(sample) {
        Found::Binary
    } else if begins_with(content, b"<!doctype html") || begins_with(content, b"<html") {
        Found::Html
    } else if begins_with(content, b"<?xml") {
        Found::Xml
    } else if is_json(content, file_name) {
        return if json_lines::begins_with_object(content) {
            Ok(Kind::JsonLines)
        } else {
            Err(TableError::WrongType { found: Found::Json })
        };
    } else {
        return Ok(Kind::Text);
    };
    Err(TableError::WrongType { found })
}

/// A workbook with a password is wrapped in the old container, under a stream of this name in UTF-16.
fn old_office(sample: &[u8]) -> TableError {
    let name: Vec<u8> = "EncryptedPackage".bytes().flat_map(|letter| [letter, 0]).collect();
    if sample.windows(name.len()).any(|window| window == name) {
        TableError::Encrypted
    } else {
        TableError::WrongType { found: Found::OldOffice }
    }
}

fn is_json(content: &[u8], file_name: &str) -> bool {
    let name = file_name.to_ascii_lowercase();
    let named = [".json", ".jsonl", ".ndjson"].iter().any(|end| name.trim_end_matches(".gz").ends_with(end));
    match content {
        [b'{', ..] => named || json_lines::begins_with_object(content) || next_is(content, b"\"}"),
        [b'[', ..] => named || next_is(content, b"{["),
        _ => false,
    }
}

fn next_is(content: &[u8], expected: &[u8]) -> bool {
    content[1..].trim_ascii_start().first().is_some_and(|next| expected.contains(next))
}

fn begins_with(content: &[u8], word: &[u8]) -> bool {
    content.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

fn is_binary(sample: &[u8]) -> bool {
    let control = sample.iter().filter(|byte| **byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c));
    sample.contains(&0) || control.count() * 20 > sample.len()
}
