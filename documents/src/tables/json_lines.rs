//! One JSON object per line: its keys are the columns.

use std::fmt;
use std::io::{self, BufRead, BufReader, Read};

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;

use super::source::Input;
use super::{Limits, Line, LineError, LineReason, TableError, columns};

/// Lines whose keys make the columns; a key that comes up later is reported.
const LOOKED_AT: usize = 200;

/// The lines of a JSON lines file.
pub struct JsonLines<'a> {
    stream: BufReader<Box<dyn Read + Send + 'a>>,
    names: Vec<String>,
    number: u64,
    max_bytes: usize,
}

/// Whether the first line is a whole JSON object; a sample may cut it, so an object cut by the sample's end counts.
pub fn begins_with_object(content: &[u8]) -> bool {
    let mut lines = content.splitn(2, |byte| *byte == b'\n');
    let Some(first) = lines.next() else { return false };
    match serde_json::from_slice::<Object>(first) {
        Ok(_) => true,
        Err(error) => error.is_eof() && lines.next().is_none() && content.len() > 4096,
    }
}

impl<'a> JsonLines<'a> {
    /// Finds the columns in the first lines.
    pub fn open(input: Input<'a>, limits: &Limits) -> Result<(Vec<String>, Self), TableError> {
        let stream = BufReader::with_capacity(64 << 10, input.stream);
        let mut lines = Self { stream, names: Vec::new(), number: 0, max_bytes: limits.max_line_bytes };
        let seen = lines.look_ahead()?;
        let keys =
            seen.iter().filter_map(|line| serde_json::from_slice::<Object>(line).ok()).flat_map(|object| object.0);
        for (key, _) in keys {
            if !lines.names.contains(&key) {
                lines.names.push(key);
            }
            if lines.names.len() > limits.max_columns {
                return Err(TableError::TooManyColumns { max: limits.max_columns });
            }
        }
        let headers = columns::check(lines.names.clone(), limits)?;
        Ok((headers, lines.again(&seen)))
    }

    fn look_ahead(&mut self) -> Result<Vec<Vec<u8>>, TableError> {
        let mut seen = Vec::new();
        let mut bytes = 0;
        while seen.len() < LOOKED_AT && bytes < self.max_bytes {
            let mut line = Vec::new();
            if self.stream.by_ref().take(self.max_bytes as u64 + 1).read_until(b'\n', &mut line)? == 0 {
                break;
            }
            bytes += line.len();
            seen.push(line);
        }
        Ok(seen)
    }

    /// Puts the lines already seen back in front.
    fn again(self, seen: &[Vec<u8>]) -> Self {
        let front: Box<dyn Read + Send + 'a> = Box::new(io::Cursor::new(seen.concat()).chain(self.stream));
        Self { stream: BufReader::with_capacity(64 << 10, front), ..self }
    }

    /// The next line that is not blank.
    pub fn next_line(&mut self) -> Option<Result<Line, LineError>> {
        loop {
            self.number += 1;
            let mut bytes = Vec::new();
            match self.read_line(&mut bytes) {
                Ok(false) => return None,
                Ok(true) if bytes.trim_ascii().is_empty() => {}
                Ok(true) => return Some(self.line(&bytes)),
                Err(error) => return Some(Err(LineError::stopped(self.number, error.into()))),
            }
        }
    }

    /// Reads one line, of which at most one byte more than allowed is kept; false at the end.
    fn read_line(&mut self, bytes: &mut Vec<u8>) -> io::Result<bool> {
        let read = self.stream.by_ref().take(self.max_bytes as u64 + 1).read_until(b'\n', bytes)?;
        if bytes.len() > self.max_bytes && bytes.last() != Some(&b'\n') {
            self.stream.skip_until(b'\n')?;
        }
        Ok(read > 0)
    }

    fn line(&self, bytes: &[u8]) -> Result<Line, LineError> {
        let refuse = |reason| {
            let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
            LineError::new(self.number, reason, vec![shown])
        };
        if bytes.len() > self.max_bytes {
            return Err(refuse(LineReason::TooLong { max_bytes: self.max_bytes }));
        }
        let object: Object = serde_json::from_slice(bytes).map_err(|_| refuse(LineReason::NotAnObject))?;
        self.cells(object).map(|cells| Line { number: self.number, cells }).map_err(refuse)
    }

    fn cells(&self, object: Object) -> Result<Vec<String>, LineReason> {
        let mut cells = vec![None; self.names.len()];
        for (name, value) in object.0 {
            let Some(column) = self.names.iter().position(|known| *known == name) else {
                return Err(LineReason::UnknownColumn { name });
            };
            if cells[column].replace(shown(value)).is_some() {
                return Err(LineReason::ColumnTwice { name });
            }
        }
        let cells: Vec<String> = cells.into_iter().map(Option::unwrap_or_default).collect();
        if cells.iter().any(|cell| cell.contains('\0')) { Err(LineReason::NotText) } else { Ok(cells) }
    }
}

fn shown(value: Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text,
        other => other.to_string(),
    }
}

/// A JSON object with its keys in the order they were written.
struct Object(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Object {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Keys;
        impl<'de> Visitor<'de> for Keys {
            type Value = Object;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Object(entries))
            }
        }
        deserializer.deserialize_map(Keys)
    }
}
