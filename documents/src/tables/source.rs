//! From raw bytes to something of a known kind: unfolds gzip, turns UTF-16 into UTF-8, refuses other types.

use std::io::{Cursor, Read};

use encoding_rs::Encoding;
use encoding_rs_io::DecodeReaderBytesBuilder;
use flate2::read::MultiGzDecoder;

use super::bounded::Bounded;
use super::kind::{self, Kind};
use super::{Limits, TableError};

/// Enough to recognise a type, a separator and an encoding.
const SAMPLE: u64 = 64 << 10;

/// The bytes of a text file, with a look at its beginning.
pub struct Input<'a> {
    /// The beginning of the text.
    pub sample: Vec<u8>,
    /// The whole text, from its first byte.
    pub stream: Box<dyn Read + Send + 'a>,
}

impl<'a> Input<'a> {
    fn peek(mut source: impl Read + Send + 'a) -> Result<Self, TableError> {
        let mut sample = Vec::new();
        source.by_ref().take(SAMPLE).read_to_end(&mut sample)?;
        let stream = Box::new(Cursor::new(sample.clone()).chain(source));
        Ok(Self { sample, stream })
    }
}

/// A file whose kind is known.
pub enum Opened<'a> {
    /// Text with separators, in UTF-8 or Windows-1252, without byte order mark.
    Delimited(Input<'a>),
    /// One JSON object per line.
    JsonLines(Input<'a>),
    /// A system file of SPSS.
    Spss(Input<'a>),
    /// A zip archive that may be a workbook.
    Workbook(Vec<u8>),
}

/// Looks at the content of `source` and prepares it for the reader of its kind.
pub fn open<'a>(source: impl Read + Send + 'a, file_name: &str, limits: &Limits) -> Result<Opened<'a>, TableError> {
    let too_large = TableError::TooLarge { max_bytes: limits.max_bytes };
    let mut input = Input::peek(Bounded::new(source, limits.max_bytes, too_large))?;
    if kind::is_gzip(&input.sample) {
        let expands = TableError::ExpandsTooMuch { max_bytes: limits.max_expanded_bytes };
        input = Input::peek(Bounded::new(MultiGzDecoder::new(input.stream), limits.max_expanded_bytes, expands))?;
    }
    if let Some(encoding) = kind::utf16(&input.sample).filter(|_| !kind::is_spss(&input.sample)) {
        input = Input::peek(decoded(input.stream, encoding))?;
    }
    match kind::of(&input.sample, file_name)? {
        Kind::Text => Ok(Opened::Delimited(without_mark(input)?)),
        Kind::JsonLines => Ok(Opened::JsonLines(without_mark(input)?)),
        Kind::Spss => Ok(Opened::Spss(input)),
        Kind::Zip => {
            let mut bytes = Vec::new();
            input.stream.read_to_end(&mut bytes)?;
            Ok(Opened::Workbook(bytes))
        }
    }
}

fn decoded<'a>(stream: Box<dyn Read + Send + 'a>, encoding: &'static Encoding) -> impl Read + Send + 'a {
    DecodeReaderBytesBuilder::new().encoding(Some(encoding)).build(stream)
}

fn without_mark(mut input: Input<'_>) -> Result<Input<'_>, TableError> {
    let mark = kind::UTF8_MARK;
    if input.sample.starts_with(mark) {
        input.stream.read_exact(&mut [0; 3])?;
        input.sample.drain(..mark.len());
    }
    Ok(input)
}
