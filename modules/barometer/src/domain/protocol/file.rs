//! The protocol as a file that one may keep, share with another authority, and bring back.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

use super::Protocol;

/// The version of the format. A file without one is of the first; it is written again in the last.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "u32", into = "u32")]
#[schemars(with = "u32")]
pub struct Format;

/// 1: the first; 2: quotas, and the test of bad marks at a place.
const LAST: u32 = 2;

impl From<Format> for u32 {
    fn from(_: Format) -> Self {
        LAST
    }
}

impl TryFrom<u32> for Format {
    type Error = String;

    fn try_from(format: u32) -> Result<Self, String> {
        if (1..=LAST).contains(&format) {
            Ok(Self)
        } else {
            Err(format!("format {format}; this one reads 1 to {LAST}"))
        }
    }
}

/// Why a file is not a protocol: where, and what.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {reason}")]
pub struct Unreadable {
    /// The path in the document, as `questions[3].asked_to`; a dot for the whole of it.
    pub path: String,
    /// What the reader found, in English, as it says it.
    pub reason: String,
}

impl Protocol {
    /// The file: the same document as the one that is frozen, on several lines.
    pub fn to_file(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Reads a file.
    ///
    /// # Errors
    /// It is not JSON, or not a protocol: the first thing that is not, with its path.
    pub fn from_file(bytes: &[u8]) -> Result<Self, Unreadable> {
        // A byte-order mark is what a text editor leaves: it is no part of the document.
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let json: Json = serde_json::from_slice(bytes)
            .map_err(|error| Unreadable { path: ".".to_owned(), reason: error.to_string() })?;
        let read: Self = serde_path_to_error::deserialize(&json)
            .map_err(|error| Unreadable { path: error.path().to_string(), reason: error.inner().to_string() })?;
        read.unknown(&json)?;
        Ok(read)
    }

    /// A question is open to the fields of its kind, so that a field misspelt there would be lost without a word: what was
    /// understood is written again, and nothing of the file may be missing from it.
    fn unknown(&self, file: &Json) -> Result<(), Unreadable> {
        let known = serde_json::to_value(self).unwrap_or_default();
        let lists = (file["questions"].as_array(), known["questions"].as_array());
        let (Some(file), Some(known)) = lists else { return Ok(()) };
        for (at, (file, known)) in file.iter().zip(known).enumerate() {
            let optional = ["service", "easy", "hint", "show_if", "required"];
            let lost = keys(file).difference(&keys(known)).find(|key| !optional.contains(key)).copied();
            if let Some(key) = lost {
                let reason = format!("unknown field `{key}`");
                return Err(Unreadable { path: format!("questions[{at}].{key}"), reason });
            }
        }
        Ok(())
    }
}

fn keys(json: &Json) -> BTreeSet<&str> {
    json.as_object().map(|object| object.keys().map(String::as_str).collect()).unwrap_or_default()
}

/// The JSON Schema of the file (draft 2020-12).
pub fn schema() -> Json {
    #[derive(Serialize)]
    struct Named<'a> {
        #[serde(rename = "$id")]
        id: &'a str,
    }
    let mut schema = schemars::schema_for!(Protocol).to_value();
    let named = json!(Named { id: "/api/v1/barometers/protocol.schema.json" });
    if let (Some(schema), Some(named)) = (schema.as_object_mut(), named.as_object()) {
        schema.extend(named.clone());
    }
    schema
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::template;

    fn example() -> Protocol {
        template::protocol(&template::example_services())
    }

    #[test]
    fn a_protocol_written_to_a_file_comes_back_the_same() {
        let protocol = example();
        assert_eq!(Protocol::from_file(protocol.to_file().as_bytes()), Ok(protocol));
    }

    #[test]
    fn a_file_that_is_no_protocol_is_refused_where_it_is_wrong() {
        let refused = |from: &str, to: &str| {
            let file = example().to_file().replacen(from, to, 1);
            Protocol::from_file(file.as_bytes()).expect_err("refused")
        };
        let wrong = refused("\"suppress_under\": 5", "\"suppress_under\": \"cinq\"");
        assert_eq!(wrong.path, "rules.suppress_under");
        assert!(wrong.reason.contains("cinq"), "{wrong}");
        assert_eq!(refused("\"satisfied_from\"", "\"satisfait\"").path, "scale.satisfait");
        assert!(refused("\"aspect\": \"usage\"", "\"aspect\": \"magie\"").path.starts_with("questions[0]"));
        assert_eq!(refused("\"asked_to\"", "\"obligatoire\": 1, \"asked_to\"").path, "questions[0].obligatoire");
        assert_eq!(Protocol::from_file(b"{").expect_err("refused").path, ".");
    }

    #[test]
    fn a_file_of_the_first_format_is_read_and_one_of_a_later_is_refused() {
        let written = example().to_file();
        assert!(written.contains("\"format\": 2"), "{written}");
        let first = written.replacen("\"format\": 2,", "", 1);
        assert_eq!(Protocol::from_file(first.as_bytes()), Ok(example()));
        let later = Protocol::from_file(written.replacen("\"format\": 2", "\"format\": 3", 1).as_bytes());
        assert_eq!(later.expect_err("refused").path, "format");
    }

    #[test]
    fn the_schema_names_every_part() {
        let schema = schema();
        for part in ["languages", "populations", "services", "scale", "questions", "margins", "rules"] {
            assert!(schema["properties"][part].is_object(), "{part}");
        }
    }
}
