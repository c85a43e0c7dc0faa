//! Writing a system file.

use jiff::civil::DateTime;

use super::names::cut;
use super::{BIAS, Code, Dictionary, ELEMENT, Kind, Measure, NOTHING, SEGMENT, Variable};

/// Bytes of a variable's label.
const LABEL: usize = 255;
/// Bytes of a value's label.
const VALUE_LABEL: usize = 120;
/// UTF-8, as Windows numbers it.
const UTF_8: i32 = 65_001;
/// Months as the header writes them.
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/// Columns shown for a number.
const WIDTH: u8 = 12;

/// A value of a case.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Datum<'a> {
    /// Nothing was answered.
    Nothing,
    /// A number.
    Number(f64),
    /// Words.
    Text(&'a str),
}

/// Why a file cannot be written. Said to developers.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotWritten {
    /// Two variables are called so, or the name is not one.
    #[error("{0} is no name of its own")]
    Name(String),
    /// A string variable is not from 1 to 255 bytes wide.
    #[error("{0} is not from 1 to 255 bytes wide")]
    Width(String),
    /// More than three missing codes, or some on words.
    #[error("{0} cannot have these missing codes")]
    Missing(String),
    /// The weight is not a variable of numbers.
    #[error("the weight is no variable of numbers")]
    Weight,
    /// A case has not one value of the right kind for each variable, or words longer than its variable.
    #[error("case {case} does not fit variable {variable}")]
    Case {
        /// Counted from 1.
        case: usize,
        /// Name of the variable; empty where the number of values is wrong.
        variable: String,
    },
}

/// Writes a `.sav`, compressed by opcodes, as the oldest of today's programs read it.
#[derive(Debug)]
pub struct SavWriter {
    bytes: Vec<u8>,
    variables: Vec<Variable>,
    cases: usize,
    /// Opcodes waiting for their eighth, with the elements they announce.
    opcodes: Vec<u8>,
    elements: Vec<u8>,
}

/// Where the header writes how many cases there are.
const CASES_AT: usize = 80;

impl SavWriter {
    /// Begins a file; `at` is written as its day of creation.
    ///
    /// # Errors
    /// A name, a width, missing codes or a weight that the format cannot hold.
    pub fn new(dictionary: Dictionary, at: DateTime) -> Result<Self, NotWritten> {
        check(&dictionary)?;
        let mut bytes = header(&dictionary, at);
        variables(&mut bytes, &dictionary.variables);
        short_labels(&mut bytes, &dictionary.variables);
        extensions(&mut bytes, &dictionary.variables);
        put(&mut bytes, &[999, 0]);
        let (opcodes, elements) = (Vec::new(), Vec::new());
        Ok(Self { bytes, variables: dictionary.variables, cases: 0, opcodes, elements })
    }

    /// Adds a case.
    ///
    /// # Errors
    /// It has not one value of the right kind for each variable.
    pub fn case(&mut self, values: &[Datum<'_>]) -> Result<(), NotWritten> {
        self.cases += 1;
        let refused = |variable: &str| NotWritten::Case { case: self.cases, variable: variable.to_owned() };
        if values.len() != self.variables.len() {
            return Err(refused(""));
        }
        let fits = |(value, variable): (&Datum<'_>, &Variable)| match (value, variable.kind) {
            (Datum::Nothing, _) => true,
            (Datum::Number(number), Kind::Number { .. }) => number.is_finite(),
            (Datum::Text(text), Kind::Text { bytes }) => text.len() <= bytes,
            _ => false,
        };
        if let Some((_, variable)) = values.iter().zip(&self.variables).find(|(value, of)| !fits((value, of))) {
            return Err(refused(&variable.name));
        }
        for (place, value) in values.iter().enumerate() {
            match (value, self.variables[place].kind) {
                (Datum::Number(number), _) => self.number(*number),
                (Datum::Text(text), kind) => self.text(text, kind),
                (Datum::Nothing, Kind::Number { .. }) => self.opcode(255),
                (Datum::Nothing, kind) => self.text("", kind),
            }
        }
        Ok(())
    }

    fn number(&mut self, number: f64) {
        // Whole before the bias is added: a very small number added to 100 is 100.
        if number.fract() == 0.0 && (1.0..=251.0).contains(&(number + BIAS)) {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "from 1 to 251, checked above"
            )]
            self.opcode((number + BIAS) as u8);
        } else {
            self.elements.extend(number.to_le_bytes());
            self.opcode(253);
        }
    }

    fn text(&mut self, text: &str, kind: Kind) {
        let width = if let Kind::Text { bytes } = kind { bytes } else { 0 };
        let mut padded = text.as_bytes().to_vec();
        padded.resize(width.next_multiple_of(ELEMENT), b' ');
        for element in padded.chunks(ELEMENT) {
            if element == [b' '; ELEMENT] {
                self.opcode(254);
            } else {
                self.elements.extend(element);
                self.opcode(253);
            }
        }
    }

    fn opcode(&mut self, code: u8) {
        self.opcodes.push(code);
        if self.opcodes.len() == ELEMENT {
            self.bytes.append(&mut self.opcodes);
            self.bytes.append(&mut self.elements);
        }
    }

    /// The file.
    pub fn finish(mut self) -> Vec<u8> {
        if !self.opcodes.is_empty() {
            self.opcodes.resize(ELEMENT, 0);
            self.bytes.append(&mut self.opcodes);
            self.bytes.append(&mut self.elements);
        }
        let cases = i32::try_from(self.cases).unwrap_or(-1);
        self.bytes[CASES_AT..CASES_AT + 4].copy_from_slice(&cases.to_le_bytes());
        self.bytes
    }
}

fn check(dictionary: &Dictionary) -> Result<(), NotWritten> {
    let names: Vec<&str> = dictionary.variables.iter().map(|one| one.name.as_str()).collect();
    let fitted = super::fit_names(&names);
    if let Some((name, _)) = names.iter().zip(&fitted).find(|(name, fitted)| **name != fitted.as_str()) {
        return Err(NotWritten::Name((*name).to_owned()));
    }
    for variable in &dictionary.variables {
        let text = matches!(variable.kind, Kind::Text { .. });
        if matches!(variable.kind, Kind::Text { bytes } if !(1..=SEGMENT).contains(&bytes)) {
            return Err(NotWritten::Width(variable.name.clone()));
        }
        if variable.missing.len() > 3 || text && !variable.missing.is_empty() {
            return Err(NotWritten::Missing(variable.name.clone()));
        }
    }
    let weight = dictionary.weight.map(|place| dictionary.variables.get(place).map(|one| one.kind));
    if weight.is_none_or(|kind| matches!(kind, Some(Kind::Number { .. }))) { Ok(()) } else { Err(NotWritten::Weight) }
}

fn put(bytes: &mut Vec<u8>, numbers: &[i32]) {
    bytes.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
}

fn size(length: usize) -> i32 {
    i32::try_from(length).unwrap_or(i32::MAX)
}

/// Text in a field of a fixed width.
fn field(bytes: &mut Vec<u8>, text: &str, width: usize) {
    let kept = cut(text, width).as_bytes();
    bytes.extend(kept);
    bytes.resize(bytes.len() + width - kept.len(), b' ');
}

/// Elements of a case that a variable takes.
fn elements(kind: Kind) -> usize {
    match kind {
        Kind::Number { .. } => 1,
        Kind::Text { bytes } => bytes.div_ceil(ELEMENT),
    }
}

/// The place of a variable among elements, from 1.
fn element_of(variables: &[Variable], place: usize) -> i32 {
    size(variables[..place].iter().map(|one| elements(one.kind)).sum::<usize>() + 1)
}

fn header(dictionary: &Dictionary, at: DateTime) -> Vec<u8> {
    let variables = &dictionary.variables;
    let mut bytes = b"$FL2".to_vec();
    field(&mut bytes, "@(#) SPSS DATA FILE Arpent", 60);
    let weight = dictionary.weight.map_or(0, |place| element_of(variables, place));
    put(&mut bytes, &[2, size(variables.iter().map(|one| elements(one.kind)).sum()), 1, weight, -1]);
    bytes.extend(BIAS.to_le_bytes());
    let month = MONTHS[usize::from(at.month().unsigned_abs()) - 1];
    field(&mut bytes, &format!("{:02} {month} {:02}", at.day(), at.year().rem_euclid(100)), 9);
    field(&mut bytes, &format!("{:02}:{:02}:{:02}", at.hour(), at.minute(), at.second()), 8);
    field(&mut bytes, &dictionary.title, 64);
    bytes.extend([0; 3]);
    bytes
}

/// Format of a number or of a text, as the file packs it: decimals, width, type (1 text, 5 number).
fn format(kind: Kind) -> i32 {
    match kind {
        Kind::Number { decimals } => i32::from_le_bytes([decimals, WIDTH.max(decimals + 2), 5, 0]),
        Kind::Text { bytes } => i32::from_le_bytes([0, u8::try_from(bytes).unwrap_or(u8::MAX), 1, 0]),
    }
}

fn short_name(place: usize) -> String {
    format!("V{}", place + 1)
}

fn variables(bytes: &mut Vec<u8>, variables: &[Variable]) {
    for (place, variable) in variables.iter().enumerate() {
        let width = if let Kind::Text { bytes } = variable.kind { size(bytes) } else { 0 };
        let format = format(variable.kind);
        let labelled = i32::from(!variable.label.is_empty());
        put(bytes, &[2, width, labelled, size(variable.missing.len()), format, format]);
        field(bytes, &short_name(place), ELEMENT);
        if labelled == 1 {
            let label = cut(&variable.label, LABEL);
            put(bytes, &[size(label.len())]);
            bytes.extend(label.as_bytes());
            bytes.resize(bytes.len() + label.len().next_multiple_of(4) - label.len(), b' ');
        }
        bytes.extend(variable.missing.iter().flat_map(|code| code.to_le_bytes()));
        for _ in 1..elements(variable.kind) {
            put(bytes, &[2, -1, 0, 0, format, format]);
            field(bytes, "", ELEMENT);
        }
    }
}

fn is_short(variable: &Variable) -> bool {
    elements(variable.kind) == 1
}

/// Labels of numbers and of words of one element.
fn short_labels(bytes: &mut Vec<u8>, variables: &[Variable]) {
    for (place, variable) in variables.iter().enumerate().filter(|(_, one)| is_short(one) && !one.values.is_empty()) {
        put(bytes, &[3, size(variable.values.len())]);
        for (code, label) in &variable.values {
            match code {
                Code::Number(number) => bytes.extend(number.to_le_bytes()),
                Code::Text(text) => field(bytes, text, ELEMENT),
            }
            let label = cut(label, VALUE_LABEL);
            bytes.push(u8::try_from(label.len()).unwrap_or(u8::MAX));
            field(bytes, label, (label.len() + 1).next_multiple_of(ELEMENT) - 1);
        }
        put(bytes, &[4, 1, element_of(variables, place)]);
    }
}

fn extension(bytes: &mut Vec<u8>, subtype: usize, unit: usize, content: &[u8]) {
    put(bytes, &[7, size(subtype), size(unit), size(content.len() / unit)]);
    bytes.extend(content);
}

fn extensions(bytes: &mut Vec<u8>, variables: &[Variable]) {
    let mut machine = Vec::new();
    put(&mut machine, &[1, 0, 0, -1, 1, 1, 2, UTF_8]);
    extension(bytes, 3, 4, &machine);
    // The value next to the smallest finite one is "lowest" in ranges.
    let floats = [NOTHING, f64::MAX, NOTHING.next_up()];
    extension(bytes, 4, 8, &floats.map(f64::to_le_bytes).concat());
    let mut shown = Vec::new();
    for variable in variables {
        let measure = match variable.measure {
            Measure::Nominal => 1,
            Measure::Ordinal => 2,
            Measure::Scale => 3,
        };
        put(&mut shown, &[measure, i32::from(WIDTH), i32::from(matches!(variable.kind, Kind::Number { .. }))]);
    }
    extension(bytes, 11, 4, &shown);
    let named = variables.iter().enumerate().map(|(place, one)| format!("{}={}", short_name(place), one.name));
    extension(bytes, 13, 1, named.collect::<Vec<_>>().join("\t").as_bytes());
    extension(bytes, 20, 1, b"UTF-8");
    let long = long_labels(variables);
    if !long.is_empty() {
        extension(bytes, 21, 1, &long);
    }
}

/// Labels of words longer than one element.
fn long_labels(variables: &[Variable]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let sized = |bytes: &mut Vec<u8>, text: &str| {
        put(bytes, &[size(text.len())]);
        bytes.extend(text.as_bytes());
    };
    for variable in variables.iter().filter(|one| !is_short(one) && !one.values.is_empty()) {
        sized(&mut bytes, &variable.name);
        let Kind::Text { bytes: width } = variable.kind else { continue };
        put(&mut bytes, &[size(width), size(variable.values.len())]);
        for (code, label) in &variable.values {
            let mut value = String::new();
            if let Code::Text(text) = code {
                cut(text, width).clone_into(&mut value);
            }
            value.extend(std::iter::repeat_n(' ', width - value.len()));
            sized(&mut bytes, &value);
            sized(&mut bytes, cut(label, VALUE_LABEL));
        }
    }
    bytes
}
