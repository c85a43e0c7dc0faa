//! Which of the two encodings of French files a text is in: UTF-8, or the Windows-1252 of older spreadsheets.

use encoding_rs::WINDOWS_1252;

/// Settled by the first letter outside ASCII, and then kept for the whole file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextEncoding {
    /// Only ASCII so far.
    Open,
    Utf8,
    Windows1252,
}

impl TextEncoding {
    /// What the beginning of a file tells.
    pub fn of(sample: &[u8]) -> Self {
        if sample.is_ascii() {
            return Self::Open;
        }
        match std::str::from_utf8(sample) {
            Ok(_) => Self::Utf8,
            // Cut inside a letter: the sample's end, not the encoding, is at fault.
            Err(error) if error.error_len().is_none() && error.valid_up_to() > 0 && cut(sample, &error) => Self::Utf8,
            Err(_) => Self::Windows1252,
        }
    }

    /// The text of `bytes`, or nothing when they are no text in this encoding.
    pub fn decode(&mut self, bytes: &[u8]) -> Option<String> {
        if bytes.contains(&0) {
            return None;
        }
        if *self == Self::Open {
            *self = Self::of(bytes);
        }
        match self {
            Self::Windows1252 => Some(WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()),
            Self::Open | Self::Utf8 => std::str::from_utf8(bytes).ok().map(str::to_owned),
        }
    }
}

/// A short Windows-1252 text may end on an accented letter; only a sample that shows UTF-8 elsewhere counts as cut.
fn cut(sample: &[u8], error: &std::str::Utf8Error) -> bool {
    !sample[..error.valid_up_to()].is_ascii()
}
