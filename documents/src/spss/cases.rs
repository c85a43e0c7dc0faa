//! Reading the cases of a system file one by one, as the lines of a table.

use std::io::{self, BufRead, BufReader, Read, Take};

use encoding_rs::Encoding;
use flate2::bufread::ZlibDecoder;

use super::dictionary::{Opening, Packing, Place, read};
use super::raw::{Raw, float};
use super::{Dictionary, ELEMENT, NOTHING, SEGMENT};
use crate::tables::{Limits, Line, LineError, LineReason, TableError};

type Source<'a> = Box<dyn Read + Send + 'a>;

/// Seconds between the first day of the calendar of SPSS (14 October 1582) and that of Unix.
const SINCE_1582: f64 = 12_219_379_200.0;
/// Bytes before the blocks of a `.zsav`.
const ZLIB_HEADER: u64 = 24;

/// The cases of a file.
pub struct Cases<'a> {
    dictionary: Dictionary,
    places: Vec<Place>,
    encoding: &'static Encoding,
    elements: Elements<'a>,
    big: bool,
    given: u64,
}

/// Elements of eight bytes, unpacked.
struct Elements<'a> {
    source: BufReader<Source<'a>>,
    packing: Packing,
    bias: f64,
    opcodes: [u8; ELEMENT],
    next: usize,
    big: bool,
}

impl<'a> Cases<'a> {
    /// Reads the dictionary of a file.
    pub fn open(source: Source<'a>, limits: &Limits) -> Result<Self, TableError> {
        let mut raw = Raw::new(BufReader::new(source));
        let Opening { dictionary, places, packing, bias, encoding } = read(&mut raw, limits)?;
        let big = raw.big();
        let source: BufReader<Source<'a>> = if packing == Packing::Zlib {
            let blocks = blocks(&mut raw)?;
            let max_bytes = limits.max_expanded_bytes;
            let unfolded = Blocks::new(raw.into_inner().take(blocks));
            let bounded = crate::tables::Bounded::new(unfolded, max_bytes, TableError::ExpandsTooMuch { max_bytes });
            BufReader::new(Box::new(bounded))
        } else {
            raw.into_inner()
        };
        let opcodes = [0; ELEMENT];
        let elements = Elements { source, packing, bias, opcodes, next: ELEMENT, big };
        Ok(Self { dictionary, places, encoding, elements, big, given: 0 })
    }

    /// What the file says of its variables.
    pub fn dictionary(&self) -> &Dictionary {
        &self.dictionary
    }

    /// The next case, known by its number as SPSS shows it.
    pub fn next_line(&mut self) -> Option<Result<Line, LineError>> {
        if self.dictionary.cases.is_some_and(|cases| self.given >= cases) {
            return None;
        }
        let number = self.given + 1;
        match self.case(number) {
            Ok(line) => {
                self.given = number;
                line
            }
            Err(error) => Some(Err(LineError::stopped(number, error.into()))),
        }
    }

    fn case(&mut self, number: u64) -> io::Result<Option<Result<Line, LineError>>> {
        let mut cells = Vec::with_capacity(self.places.len());
        let mut legible = true;
        for (at, place) in self.places.iter().enumerate() {
            let Some(bytes) = self.elements.value(place)? else {
                let whole = at == 0 && self.dictionary.cases.is_none();
                return if whole { Ok(None) } else { Err(io::ErrorKind::UnexpectedEof.into()) };
            };
            let cell = match place.bytes {
                Some(width) => text(self.encoding, &bytes[..width.min(bytes.len())]),
                None => number_of(&bytes, self.big).map(|value| shown(value, place.format)),
            };
            legible &= cell.is_some();
            cells.push(cell.unwrap_or_default());
        }
        Ok(Some(if legible {
            Ok(Line { number, cells })
        } else {
            Err(LineError::new(number, LineReason::NotText, cells))
        }))
    }
}

fn text(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    let text = text.trim_end_matches([' ', '\0']);
    (!text.contains('\0')).then(|| text.to_owned())
}

fn number_of(bytes: &[u8], big: bool) -> Option<f64> {
    bytes.try_into().ok().map(|bytes| float(bytes, big))
}

/// A number as a table gives it: nothing for none, days and moments as ISO.
fn shown(value: f64, format: u8) -> String {
    if !value.is_finite() || value <= NOTHING {
        return String::new();
    }
    let moment = || {
        let seconds = value - SINCE_1582;
        #[expect(clippy::cast_possible_truncation, reason = "out of range is refused by the calendar")]
        let at = jiff::Timestamp::from_second(seconds.floor() as i64).ok()?;
        Some(at.to_zoned(jiff::tz::TimeZone::UTC).datetime())
    };
    let iso = match format {
        20 | 23 | 24 | 38 | 39 => moment().map(|moment| moment.date().to_string()),
        22 | 41 => moment().map(|moment| moment.strftime("%Y-%m-%dT%H:%M:%S").to_string()),
        _ => None,
    };
    // Turns -0 into 0.
    iso.unwrap_or_else(|| (value + 0.0).to_string())
}

impl Elements<'_> {
    /// The bytes of a value; none at the end of the file.
    fn value(&mut self, place: &Place) -> io::Result<Option<Vec<u8>>> {
        let mut value = Vec::with_capacity(ELEMENT);
        for (segment, elements) in place.segments.iter().enumerate() {
            for _ in 0..*elements {
                match self.element()? {
                    Some(element) => value.extend(element),
                    None if value.is_empty() => return Ok(None),
                    None => return Err(io::ErrorKind::UnexpectedEof.into()),
                }
            }
            // A full segment ends with a byte that is nobody's.
            if segment + 1 < place.segments.len() {
                let whole = value.len() - elements * ELEMENT + SEGMENT.min(elements * ELEMENT);
                value.truncate(whole);
            }
        }
        Ok(Some(value))
    }

    fn element(&mut self) -> io::Result<Option<[u8; ELEMENT]>> {
        if self.packing == Packing::Plain {
            return self.raw();
        }
        loop {
            if self.next == ELEMENT {
                let Some(opcodes) = self.raw()? else { return Ok(None) };
                (self.opcodes, self.next) = (opcodes, 0);
            }
            let code = self.opcodes[self.next];
            self.next += 1;
            match code {
                0 => {}
                252 => {
                    self.next = ELEMENT;
                    return Ok(None);
                }
                253 => return self.raw()?.map(Some).ok_or_else(|| io::ErrorKind::UnexpectedEof.into()),
                254 => return Ok(Some([b' '; ELEMENT])),
                255 => return Ok(Some(self.packed(NOTHING))),
                small => return Ok(Some(self.packed(f64::from(small) - self.bias))),
            }
        }
    }

    fn packed(&self, value: f64) -> [u8; ELEMENT] {
        if self.big { value.to_be_bytes() } else { value.to_le_bytes() }
    }

    /// Eight bytes of the file, or its end; half an element is a file cut short.
    fn raw(&mut self) -> io::Result<Option<[u8; ELEMENT]>> {
        if self.source.fill_buf()?.is_empty() {
            return Ok(None);
        }
        let mut element = [0; ELEMENT];
        self.source.read_exact(&mut element)?;
        Ok(Some(element))
    }
}

/// How many bytes of blocks follow: a `.zsav` says where they begin and where its table of blocks lies.
fn blocks<R: BufRead>(raw: &mut Raw<R>) -> Result<u64, TableError> {
    let begins = raw.position;
    let (here, table) = (raw.long()?, raw.long()?);
    raw.long()?;
    let after = begins + ZLIB_HEADER;
    let (here, table) = (u64::try_from(here).ok(), u64::try_from(table).ok());
    if here != Some(begins) {
        return Err(TableError::Damaged);
    }
    table.and_then(|table| table.checked_sub(after)).ok_or(TableError::Damaged)
}

/// The blocks of a `.zsav`, one after the other, as if they were one.
struct Blocks<R> {
    decoder: Option<ZlibDecoder<Take<R>>>,
}

impl<R: BufRead> Blocks<R> {
    fn new(source: Take<R>) -> Self {
        Self { decoder: Some(ZlibDecoder::new(source)) }
    }
}

impl<R: BufRead> Read for Blocks<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let Some(decoder) = &mut self.decoder else { return Ok(0) };
            if decoder.total_in() == 0 && decoder.get_mut().fill_buf()?.is_empty() {
                return Ok(0);
            }
            let count = decoder.read(buffer)?;
            if count > 0 || buffer.is_empty() {
                return Ok(count);
            }
            let rest = self.decoder.take().map(ZlibDecoder::into_inner);
            self.decoder = rest.map(ZlibDecoder::new);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_moments_are_given_as_iso() {
        assert_eq!(shown(SINCE_1582, 20), "1970-01-01");
        assert_eq!(shown(SINCE_1582 + 3_661.0, 22), "1970-01-01T01:01:01");
        assert_eq!(shown(1e300, 20), format!("{}", 1e300));
        assert_eq!((shown(NOTHING, 5), shown(f64::NAN, 5), shown(-0.0, 5), shown(0.5, 5)), {
            let text = |one: &str| one.to_owned();
            (text(""), text(""), text("0"), text("0.5"))
        });
    }
}
