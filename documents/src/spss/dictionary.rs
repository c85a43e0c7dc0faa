//! Reading the dictionary of a system file: everything before its cases.

use std::collections::HashMap;
use std::io::BufRead;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::raw::{Raw, float, int};
use super::{Code, Dictionary, ELEMENT, Kind, Measure, OF_SEGMENT, SEGMENT, Variable};
use crate::tables::{Limits, TableError};

/// Bytes of a variable's label that are believed.
const LONGEST_LABEL: usize = 64 << 10;
/// Bytes of a line of a document record.
const DOCUMENT_LINE: usize = 80;
/// Bytes of an extension that are believed: names, attributes, labels.
const LONGEST_EXTENSION: usize = 16 << 20;
/// Labels that are believed in all, a set counting once for each variable it serves.
const MOST_LABELS: usize = 300_000;
/// Widest string there is.
const WIDEST: usize = 32_767;

/// How the cases are packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    Plain,
    Opcodes,
    Zlib,
}

/// A variable as it lies in a case.
#[derive(Clone, Debug)]
pub struct Place {
    /// Elements of each of its segments; one for a number.
    pub segments: Vec<usize>,
    /// Bytes of words; none for a number.
    pub bytes: Option<usize>,
    /// Type of its format: tells dates from numbers.
    pub format: u8,
}

/// All that is needed to read the cases.
pub struct Opening {
    pub dictionary: Dictionary,
    pub places: Vec<Place>,
    pub packing: Packing,
    pub bias: f64,
    pub encoding: &'static Encoding,
}

/// One record of a variable.
struct Record {
    width: usize,
    label: Vec<u8>,
    missing: Vec<f64>,
    name: Vec<u8>,
    format: u8,
    decimals: u8,
    values: Vec<(Vec<u8>, Vec<u8>)>,
}

#[derive(Default)]
struct Extensions {
    big: bool,
    code_page: Option<i32>,
    encoding: Option<Vec<u8>>,
    display: Vec<i32>,
    names: Vec<u8>,
    widths: Vec<u8>,
    labels: Vec<u8>,
}

struct Header {
    packing: Packing,
    weight: usize,
    cases: Option<u64>,
    bias: f64,
    title: Vec<u8>,
}

/// Reads a file as far as its cases.
pub fn read<R: BufRead>(raw: &mut Raw<R>, limits: &Limits) -> Result<Opening, TableError> {
    let header = header(raw)?;
    let mut records = Vec::new();
    // For each element of a case, the record it belongs to, where it is its first.
    let mut starts: Vec<Option<usize>> = Vec::new();
    let mut extensions = Extensions { big: raw.big(), ..Extensions::default() };
    let mut labels_left = MOST_LABELS;
    loop {
        match raw.int()? {
            2 => variable(raw, &mut records, &mut starts, limits)?,
            3 => value_labels(raw, &mut records, &starts, &mut labels_left)?,
            6 => skip_document(raw)?,
            7 => extension(raw, &mut extensions)?,
            999 => break,
            _ => return Err(TableError::Damaged),
        }
    }
    raw.int()?;
    let whole = records.iter().map(|record| record.width.div_ceil(ELEMENT).max(1)).sum::<usize>();
    if records.is_empty() || whole != starts.len() {
        return Err(TableError::Damaged);
    }
    let encoding = encoding(&extensions)?;
    let weight = header.weight.checked_sub(1).and_then(|element| starts.get(element).copied().flatten());
    let Header { packing, cases, bias, title, .. } = header;
    let (variables, places, weight) = assemble(records, &extensions, encoding, weight)?;
    let dictionary = Dictionary { title: trimmed(encoding, &title), variables, weight, cases };
    Ok(Opening { dictionary, places, packing, bias, encoding })
}

fn header<R: BufRead>(raw: &mut Raw<R>) -> Result<Header, TableError> {
    raw.bytes(64)?;
    // The layout is 2 or 3: which end it is at tells the order of bytes.
    let layout: [u8; 4] = raw.bytes(4)?.try_into().map_err(|_| TableError::Damaged)?;
    match layout {
        [2 | 3, 0, 0, 0] => raw.set_order(false),
        [0, 0, 0, 2 | 3] => raw.set_order(true),
        _ => return Err(TableError::Damaged),
    }
    raw.int()?;
    let packing = match raw.int()? {
        0 => Packing::Plain,
        1 => Packing::Opcodes,
        2 => Packing::Zlib,
        _ => return Err(TableError::Damaged),
    };
    let weight = usize::try_from(raw.int()?).unwrap_or(0);
    let cases = u64::try_from(raw.int()?).ok();
    let bias = raw.float()?;
    if !bias.is_finite() {
        return Err(TableError::Damaged);
    }
    raw.bytes(17)?;
    let title = raw.bytes(64)?;
    raw.bytes(3)?;
    Ok(Header { packing, weight, cases, bias, title })
}

fn variable<R: BufRead>(
    raw: &mut Raw<R>,
    records: &mut Vec<Record>,
    starts: &mut Vec<Option<usize>>,
    limits: &Limits,
) -> Result<(), TableError> {
    let (width, labelled, missing) = (raw.int()?, raw.int()?, raw.int()?);
    let [kind, decimals] = format(raw.int()?);
    raw.int()?;
    let name = raw.bytes(ELEMENT)?;
    let label = if labelled == 1 { label(raw)? } else { Vec::new() };
    let missing = missing_codes(raw, missing)?;
    if width == -1 {
        // More elements of a string; how many must be is known once all are read.
        let open = records.last().is_some_and(|record| record.width > ELEMENT);
        starts.push(None);
        return if open { Ok(()) } else { Err(TableError::Damaged) };
    }
    let width = usize::try_from(width).ok().filter(|width| *width <= SEGMENT).ok_or(TableError::Damaged)?;
    // A very long string takes a record for each of its segments.
    if records.len() >= limits.max_columns.saturating_mul(WIDEST.div_ceil(OF_SEGMENT)) {
        return Err(TableError::TooManyColumns { max: limits.max_columns });
    }
    starts.push(Some(records.len()));
    records.push(Record { width, label, missing, name, format: kind, decimals, values: Vec::new() });
    Ok(())
}

/// Type and decimals.
fn format(packed: i32) -> [u8; 2] {
    let [decimals, _, kind, _] = packed.to_le_bytes();
    [kind, decimals]
}

fn label<R: BufRead>(raw: &mut Raw<R>) -> Result<Vec<u8>, TableError> {
    let length = raw.count()?;
    if length > LONGEST_LABEL {
        return Err(TableError::Damaged);
    }
    let mut label = raw.bytes(length.next_multiple_of(4))?;
    label.truncate(length);
    Ok(label)
}

/// Codes one by one; a range (negative count) is not a list of codes, and is read past.
fn missing_codes<R: BufRead>(raw: &mut Raw<R>, count: i32) -> Result<Vec<f64>, TableError> {
    if !(-3..=3).contains(&count) || count == -1 {
        return Err(TableError::Damaged);
    }
    let codes: Result<Vec<f64>, _> = (0..count.unsigned_abs()).map(|_| raw.float()).collect();
    let codes = codes?;
    Ok(if count > 0 { codes } else { codes.into_iter().skip(2).collect() })
}

fn value_labels<R: BufRead>(
    raw: &mut Raw<R>,
    records: &mut [Record],
    starts: &[Option<usize>],
    left: &mut usize,
) -> Result<(), TableError> {
    let too_many = TableError::TooManyCells { max: MOST_LABELS as u64 };
    let count = raw.count()?;
    if count > *left {
        return Err(too_many);
    }
    let mut values = Vec::new();
    for _ in 0..count {
        let value = raw.element()?.to_vec();
        let length = usize::from(raw.bytes(1)?[0]);
        let mut label = raw.bytes((length + 1).next_multiple_of(ELEMENT) - 1)?;
        label.truncate(length);
        values.push((value, label));
    }
    if raw.int()? != 4 {
        return Err(TableError::Damaged);
    }
    for _ in 0..raw.count()? {
        let element = raw.count()?.checked_sub(1).ok_or(TableError::Damaged)?;
        let record = starts.get(element).copied().flatten().ok_or(TableError::Damaged)?;
        *left = left.checked_sub(values.len()).ok_or_else(|| too_many.clone())?;
        records[record].values.clone_from(&values);
    }
    Ok(())
}

fn skip_document<R: BufRead>(raw: &mut Raw<R>) -> Result<(), TableError> {
    for _ in 0..raw.count()? {
        raw.bytes(DOCUMENT_LINE)?;
    }
    Ok(())
}

fn extension<R: BufRead>(raw: &mut Raw<R>, extensions: &mut Extensions) -> Result<(), TableError> {
    let (subtype, size, count) = (raw.int()?, raw.count()?, raw.count()?);
    let length = size.checked_mul(count).filter(|length| *length <= LONGEST_EXTENSION).ok_or(TableError::Damaged)?;
    let content = raw.bytes(length)?;
    let big = raw.big();
    let ints = || content.as_chunks::<4>().0.iter().map(move |four| int(*four, big));
    match subtype {
        3 => extensions.code_page = ints().nth(7),
        11 => extensions.display = ints().collect(),
        13 => extensions.names = content,
        14 => extensions.widths = content,
        20 => extensions.encoding = Some(content),
        21 => extensions.labels = content,
        _ => {}
    }
    Ok(())
}

/// The encoding that the file declares. One that is not known is refused: its accents would be guessed. A file that
/// declares none is of the time when they were all Windows-1252.
fn encoding(extensions: &Extensions) -> Result<&'static Encoding, TableError> {
    let unknown = |name: String| TableError::EncodingUnknown { name };
    if let Some(name) = &extensions.encoding {
        let name = String::from_utf8_lossy(name).trim_matches(['\0', ' ']).to_owned();
        let found = Encoding::for_label_no_replacement(name.to_ascii_lowercase().as_bytes());
        return found.filter(|one| one.is_ascii_compatible()).ok_or_else(|| unknown(name));
    }
    match extensions.code_page {
        None | Some(2 | 3 | 20_127) => Ok(WINDOWS_1252),
        Some(65_001) => Ok(UTF_8),
        Some(page @ (1250..=1258 | 874)) => named(&format!("windows-{page}")).ok_or_else(|| unknown(page.to_string())),
        Some(page @ 28_591..=28_606) => {
            named(&format!("iso-8859-{}", page - 28_590)).ok_or_else(|| unknown(page.to_string()))
        }
        Some(page) => Err(unknown(page.to_string())),
    }
}

fn named(label: &str) -> Option<&'static Encoding> {
    Encoding::for_label_no_replacement(label.as_bytes())
}

/// Words of the dictionary: a letter that is not of the encoding shows as such, none is lost.
fn trimmed(encoding: &'static Encoding, bytes: &[u8]) -> String {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    text.trim_end_matches([' ', '\0']).to_owned()
}

/// `NAME=value` pairs between tabs.
fn pairs(encoding: &'static Encoding, bytes: &[u8]) -> HashMap<String, String> {
    let text = trimmed(encoding, bytes);
    let pairs = text.split('\t').filter_map(|pair| pair.split_once('='));
    pairs.map(|(name, value)| (name.to_uppercase(), value.trim_matches('\0').to_owned())).collect()
}

type Assembled = (Vec<Variable>, Vec<Place>, Option<usize>);

/// Records joined where several make one very long string, with their long names.
fn assemble(
    records: Vec<Record>,
    extensions: &Extensions,
    encoding: &'static Encoding,
    weight: Option<usize>,
) -> Result<Assembled, TableError> {
    let names = pairs(encoding, &extensions.names);
    let widths = pairs(encoding, &extensions.widths);
    let mut labels = long_labels(&extensions.labels, extensions.big, encoding);
    let (mut variables, mut places, mut of_weight) = (Vec::new(), Vec::new(), None);
    let all = records.len();
    let mut records = records.into_iter().enumerate();
    let mut measures = measures(&extensions.display, all).into_iter();
    while let Some((place, record)) = records.next() {
        let short = trimmed(encoding, &record.name);
        let width = match widths.get(&short.to_uppercase()) {
            Some(width) => width.parse().ok().filter(|one| *one <= WIDEST).ok_or(TableError::Damaged)?,
            None => record.width,
        };
        let mut segments = vec![record.width.div_ceil(ELEMENT).max(1)];
        let mut measure = measures.next();
        for _ in 1..if width > SEGMENT { width.div_ceil(OF_SEGMENT) } else { 1 } {
            let (_, segment) = records.next().filter(|(_, one)| one.width > 0).ok_or(TableError::Damaged)?;
            segments.push(segment.width.div_ceil(ELEMENT));
            measure = measure.or(measures.next());
        }
        of_weight = of_weight.or((weight == Some(place)).then_some(variables.len()));
        let is_text = record.width > 0;
        places.push(Place { segments, bytes: is_text.then_some(width), format: record.format });
        let name = names.get(&short.to_uppercase()).cloned().unwrap_or(short);
        let kind = if is_text { Kind::Text { bytes: width } } else { Kind::Number { decimals: record.decimals } };
        let measure = measure.flatten().unwrap_or_default();
        let mut variable = Variable::new(name, trimmed(encoding, &record.label), kind, measure);
        variable.missing = if is_text { Vec::new() } else { record.missing };
        variable.values = codes(&record.values, is_text, extensions.big, encoding);
        if let Some(long) = labels.remove(&variable.name.to_uppercase()) {
            variable.values = long;
        }
        variables.push(variable);
    }
    Ok((variables, places, of_weight))
}

/// The measure of each record, where the file says it: two or three numbers for each.
fn measures(display: &[i32], records: usize) -> Vec<Option<Measure>> {
    let each = if records > 0 && display.len() == 3 * records { 3 } else { 2 };
    let measure = |numbers: &[i32]| match numbers[0] {
        1 => Some(Measure::Nominal),
        2 => Some(Measure::Ordinal),
        3 => Some(Measure::Scale),
        _ => None,
    };
    display.chunks_exact(each).map(measure).collect()
}

fn codes(values: &[(Vec<u8>, Vec<u8>)], text: bool, big: bool, encoding: &'static Encoding) -> Vec<(Code, String)> {
    let code = |value: &[u8]| match <[u8; 8]>::try_from(value) {
        Ok(bytes) if !text => Code::Number(float(bytes, big)),
        _ => Code::Text(trimmed(encoding, value)),
    };
    values.iter().map(|(value, label)| (code(value), trimmed(encoding, label))).collect()
}

/// Labels of long words, by the name of their variable in capitals. What does not hold together is left out.
fn long_labels(bytes: &[u8], big: bool, encoding: &'static Encoding) -> HashMap<String, Vec<(Code, String)>> {
    let mut found = HashMap::new();
    let mut rest = bytes;
    while let Some((name, values)) = long_label(&mut rest, big, encoding) {
        found.insert(name.to_uppercase(), values);
    }
    found
}

fn long_label(rest: &mut &[u8], big: bool, encoding: &'static Encoding) -> Option<(String, Vec<(Code, String)>)> {
    let name = trimmed(encoding, sized(rest, big)?);
    let (_, count) = (take_int(rest, big)?, take_int(rest, big)?);
    let mut values = Vec::new();
    for _ in 0..count {
        let value = trimmed(encoding, sized(rest, big)?);
        values.push((Code::Text(value), trimmed(encoding, sized(rest, big)?)));
    }
    Some((name, values))
}

fn take_int(rest: &mut &[u8], big: bool) -> Option<usize> {
    let (four, after) = rest.split_first_chunk::<4>()?;
    *rest = after;
    usize::try_from(int(*four, big)).ok()
}

fn sized<'a>(rest: &mut &'a [u8], big: bool) -> Option<&'a [u8]> {
    let length = take_int(rest, big)?;
    let (text, after) = rest.split_at_checked(length)?;
    *rest = after;
    Some(text)
}
